import { outletsOf, type Story } from "../snapshot.ts";
import { frequencyRank } from "../text/meaning.ts";

/** Which outlets a text names. */
export interface OutletsNamed {
	/** The story's outlets that it asks about; those that are left when it excepts some; none when it names none. */
	readonly outlets: readonly string[];
	/** The text without their names. */
	readonly rest: string;
}

const EXCEPTING = /\b(?:besides|other than|apart from|except(?: for)?|but not)(?:\s+the)?\s*$/iu;

/** What is left of "according to the Herald" without the name. */
const CREDIT = /\baccording to(?:\s+the)?(?=\s*(?:[?.!,]|$))/iu;

function escaped(name: string): string {
	return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// "Unnamed blog (002)", "BBC News", "The Guardian", "CNNMoney": what is left is name enough.
const BESIDE_NAME = [/\s+(?:\([^)]*\)|News)$/u, /^The\s+/u, /(?<=^\p{Lu}{2,})\p{Lu}\p{Ll}+$/u];
const FEWEST_INITIALS = 3;

/** What people call an outlet for short: its name without what stands beside it, or its initials ("WSJ"). */
function shortNames(outlet: string): readonly string[] {
	const initials = (outlet.replace(/^The\s+/u, "").match(/\b\p{Lu}/gu) ?? []).join("");
	const left = BESIDE_NAME.map(part => outlet.replace(part, ""));
	const names = initials.length >= FEWEST_INITIALS ? [...left, initials] : left;
	return names.filter(name => name !== outlet);
}

function patternFor(name: string, flags: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])(?:['’]s)?`, flags);
}

/**
 * The patterns that find an outlet's name: in any case, save for names that are words too ("Wired"); those
 * for short only as they are written, where the story has them as words.
 */
function patternsOf({ index }: Story, outlet: string): readonly RegExp[] {
	const isWord = (name: string) => frequencyRank(name.toLowerCase()) !== null;
	const known = (name: string) => index.words().includes(name.toLowerCase());
	return [
		patternFor(outlet, isWord(outlet) ? "gu" : "giu"),
		...shortNames(outlet).map(name => patternFor(name, known(name) ? "gu" : "giu")),
	];
}

/** Whether a name is one that the story is about: most other outlets print it, as that of a firm that published too. */
function isSubject({ articles }: Story, outlet: string, pattern: RegExp): boolean {
	const others = articles.filter(({ article }) => article.outlet !== outlet);
	const printing = others.filter(({ article }) => article.body.search(pattern) >= 0);
	return printing.length * 2 > others.length;
}

/** Finds the story's outlets in a text: "What does Fox News say?", "Who besides NPR reports it?". */
export function findOutlets(story: Story, text: string): OutletsNamed {
	const all = outletsOf(story);
	const named = new Set<string>();
	const excepted = new Set<string>();
	let rest = text;
	for (const outlet of all.toSorted((a, b) => b.length - a.length)) {
		for (const pattern of patternsOf(story, outlet)) {
			if (isSubject(story, outlet, pattern)) continue;
			rest = rest.replace(pattern, (_name: string, at: number, whole: string) => {
				const set = EXCEPTING.test(whole.slice(0, at)) ? excepted : named;
				set.add(outlet);
				return " ";
			});
		}
	}
	const outlets = excepted.size > 0 ? all.filter(outlet => !excepted.has(outlet)) : [...named];
	return {
		outlets: all.filter(outlet => outlets.includes(outlet)),
		rest: rest.replace(CREDIT, " "),
	};
}
