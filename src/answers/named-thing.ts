import { contextOf } from "../claims/context.ts";
import type { Story } from "../snapshot.ts";
import { readWords, type Word } from "../text/words.ts";
import { isSameName, stemOfName } from "./same-name.ts";

/** A thing that a text tells from others of its kind by a name before it: "the Norland pension fund". */
interface NamedThing {
	/** The words for its kind, in lower case: "pension fund". */
	readonly kind: string;
	/** The names before them, as stems. */
	readonly names: readonly string[];
}

const CAPITAL = /^\p{Lu}/u;

function isNoun({ wordClass }: Word): boolean {
	return wordClass === "NOUN" || wordClass === "PROPN";
}

function namedThingsIn(story: Story, text: string): readonly NamedThing[] {
	const things: NamedThing[] = [];
	let run: Word[] = [];
	for (const word of [...readWords(text), null]) {
		if (word !== null && isNoun(word)) {
			run.push(word);
			continue;
		}
		const at = run.findIndex(({ text: noun }) => !CAPITAL.test(noun));
		const [names, nouns] = at > 0 ? [run.slice(0, at), run.slice(at)] : [[], []];
		run = [];
		if (names.length === 0) continue;
		const stems = contextOf(story.index.inCommonForms(names.map(name => name.text).join(" ")));
		const kind = nouns.map(noun => noun.text.toLowerCase()).join(" ");
		things.push({ kind, names: stems.map(stemOfName) });
	}
	return things;
}

const NAMES_BEFORE = /(?:\p{Lu}\S*\s)+$/u;

/** The names right before a kind of thing in a label; "" where it has none there. */
function namesBefore(kind: string, label: string): string {
	const words = kind.replace(/[^\p{L}\p{N} ]/gu, String.raw`\$&`);
	const found = new RegExp(String.raw`(?<=\s)${words}s?\b`, "iu").exec(label);
	return NAMES_BEFORE.exec(label.slice(0, found?.index ?? 0))?.[0] ?? "";
}

/**
 * Whether a label may name the things that a question asks of by name: not where it has the same kind of
 * thing behind other names alone ("Selm pension fund" for "the Norland pension fund").
 */
export function namesThingOf(story: Story, text: string): (label: string) => boolean {
	const things = namedThingsIn(story, text);
	return label =>
		things.every(({ kind, names }) => {
			const before = story.index.inCommonForms(namesBefore(kind, label));
			const told = contextOf(before).map(stemOfName);
			return told.length === 0 || told.some(name => names.some(asked => isSameName(name, asked)));
		});
}
