import { extractFigures } from "../figures/extract.ts";
import type { Story } from "../snapshot.ts";
import { countriesIn, isFrequentIn, languageOf, UNDETERMINED } from "../text/languages.ts";
import { stems } from "../text/terms.ts";

/** A question in another language than English, by what can be read of it. */
export interface ForeignQuestion {
	/** What it asks for with its names and numbers, in English ("how big Edge AI 2033"); null where these tell too little. */
	readonly read: string | null;
	/** That it was read so, in one sentence. */
	readonly note: string;
}

/** What a question asks for by its asking words, the narrower first. */
const ASKING: readonly { readonly asks: string; readonly pattern: RegExp }[] = [
	{
		asks: "how much is the cost",
		pattern:
			/was kostet|wie teuer|wie viel kostet|cu[aá]nto cuesta|combien co[uû]te|quanto (?:custa|costa)|hoeveel kost|費用|コスト|いくら/iu,
	},
	{
		asks: "how big",
		pattern:
			/wie (?:groß|gross|hoch)|tamaño|cu[aá]n grande|taille|tamanho|quanto (?:è )?grande|hoe (?:groot|hoog)|規模|大きさ/iu,
	},
	{
		asks: "how many",
		pattern: /wie viele|cu[aá]nt[oa]s|combien|quant[oa]s|quant[ie]\b|hoeveel|何人|いくつ/iu,
	},
	{ asks: "how much", pattern: /wie viel|cu[aá]nt[oa]|quant[oa]|どのくらい|どれくらい/iu },
	{ asks: "who is", pattern: /^\P{L}*(?:wer|qui|qui[eé]n|quem|chi|wie is)(?!\p{L})|誰/iu },
	{ asks: "when", pattern: /^\P{L}*(?:wann|quand|cu[aá]ndo|quando|wanneer)(?!\p{L})|いつ/iu },
];
const NUMBER_OR_LATIN = /\d+(?:[.,]\d+)*|\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}'’]*/gu;
const MIN_KNOWN = 4;
/** In German every noun has a capital. */
const CAPITALS_EVERYWHERE: ReadonlySet<string> = new Set(["de", UNDETERMINED]);

/** Whether a word of a text is a name: what the story has too, or what has a capital amid a sentence. */
function isName(story: Story, { 0: word, index, input }: RegExpExecArray, code: string): boolean {
	const lower = word.toLowerCase();
	if (lower === word) return word.length >= MIN_KNOWN && story.index.words().includes(word);
	if (stems(story.index.inCommonForms(word)).some(story.index.knows)) return true;
	const isAmid = /[\p{L}\p{N},] $/u.test(input.slice(0, index));
	return isAmid && !CAPITALS_EVERYWHERE.has(code);
}

function wordsIn(story: Story, text: string, code: string): readonly string[] {
	return Array.from(text.matchAll(NUMBER_OR_LATIN))
		.filter(found => /^\d/u.test(found[0]) || !isFrequentIn(code, found[0].toLowerCase()))
		.filter(found => /^\d/u.test(found[0]) || isName(story, found, code))
		.map(([word]) => word);
}

/** The names and numbers of a text, countries in English. */
function namesIn(story: Story, text: string, code: string): readonly string[] {
	const countries = countriesIn(code, text);
	const rest = countries.reduce((left, { printed }) => left.replaceAll(printed, " "), text);
	return [...wordsIn(story, rest, code), ...countries.map(({ english }) => english)];
}

function noteOn(code: string, asks: string, names: readonly string[]): string {
	const name = new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? "";
	const is = code === UNDETERMINED ? "is not in English" : `is in ${name}`;
	if (names.length === 0) {
		return `The question ${is}. Only its names and numbers are read, and these do not suffice.`;
	}
	const asked = asks === "" ? "" : ` and by what it asks for (“${asks}”)`;
	return `The question ${is}. It was read only by its names and numbers (“${names.join(" ")}”)${asked}.`;
}

// One name alone tells whom a question is about, and nothing of what it asks.
const ENOUGH = 2;

/** Whether most words of a text are words of the story, which then is in its language. */
function isOfStory(story: Story, text: string): boolean {
	const all = stems(text);
	return all.filter(story.index.knows).length * 2 > all.length;
}

/** A question as what can be read of it where it is not in English; null where it is, or in the language of the story. */
export function readForeign(story: Story, text: string): ForeignQuestion | null {
	const code = languageOf(text);
	if (code === null) return null;
	const isEnglishStory = story.articles.every(({ article }) => article.language.startsWith("en"));
	if (!isEnglishStory && isOfStory(story, text)) return null;
	const asks = ASKING.find(({ pattern }) => pattern.test(text))?.asks ?? "";
	const names = namesIn(story, text, code);
	const dates = extractFigures(names.join(" ")).filter(({ kind }) => kind === "date");
	const isDate = (name: string) => dates.some(date => date.text.includes(name));
	const told = names.length + (/cost|who/u.test(asks) ? 1 : 0);
	const isEnough = told >= ENOUGH && names.some(name => /\p{L}/u.test(name) && !isDate(name));
	return isEnough
		? { read: `${asks} ${names.join(" ")}`.trim(), note: noteOn(code, asks, names) }
		: { read: null, note: noteOn(code, asks, []) };
}
