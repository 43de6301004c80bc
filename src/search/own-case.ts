import { frequencyRank } from "../text/meaning.ts";
import { STOP_WORDS } from "../text/stop-words.ts";

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/gu;
// Of a headline most words begin with a capital, and tell nothing.
const MOSTLY_CAPITALS = 0.6;
const MIN_LENGTH = 3;
const CALENDAR =
	"Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December".split(
		" ",
	);

function startsWithCapital(word: string): boolean {
	return /^\p{Lu}/u.test(word);
}

/** The words of a sentence behind its first, which a sentence capitalizes anyway; none of a headline. */
function tellingWords(sentence: string): readonly string[] {
	const words = sentence.match(WORD) ?? [];
	const capitals = words.filter(startsWithCapital).length;
	return capitals > words.length * MOSTLY_CAPITALS ? [] : words.slice(1);
}

// A title within a sentence may capitalize any word: a frequent one is a name when it is one again and again.
const FREQUENT = 2000;
const AGAIN = 3;

function isChance(word: string, times: number): boolean {
	const rank = frequencyRank(word.toLowerCase());
	return STOP_WORDS.has(word.toLowerCase()) || (times < AGAIN && rank !== null && rank < FREQUENT);
}

// Small they are words that anybody asks with.
const VERBS = new Set(["may", "march", "mark", "will"]);

/** The words that some sentences never write without a capital, by their lower case. */
function namesIn(sentences: readonly string[]): ReadonlyMap<string, string> {
	const words = sentences.flatMap(tellingWords);
	const times = new Map<string, number>();
	for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
	const small = new Set(words.filter(word => !startsWithCapital(word)));
	const named = words
		.filter(word => startsWithCapital(word) && word.length >= MIN_LENGTH)
		.filter(word => !isChance(word, times.get(word) ?? 0))
		.filter(word => !small.has(word.toLowerCase()) && !VERBS.has(word.toLowerCase()));
	return new Map([...CALENDAR, ...named].map(word => [word.toLowerCase(), word]));
}

const HYPHENATED = /\p{L}+(?:-\p{L}+)+/gu;

function together(name: string): string {
	return name.replaceAll("-", "").toLowerCase();
}

/** The names that some sentences write with a hyphen, by how they are written together: "nordline". */
function compoundsIn(sentences: readonly string[]): ReadonlyMap<string, string> {
	const names = sentences.flatMap(sentence => sentence.match(HYPHENATED) ?? []);
	const written = new Set(sentences.flatMap(sentence => sentence.toLowerCase().match(WORD) ?? []));
	return new Map(
		names
			.filter(name => name.split("-").every(startsWithCapital) && !written.has(together(name)))
			.map(name => [together(name), name]),
	);
}

/**
 * Gives a text the names that the coverage writes with a capital with one, for people type "what did lisa moen
 * say": words that its sentences never write small, the days and the months, and these with an s that
 * lacks its apostrophe. A name that only the one of both writes with a hyphen is put as the coverage has it.
 */
export function ownCase(sentences: readonly string[]): (text: string) => string {
	const [names, compounds] = [namesIn(sentences), compoundsIn(sentences)];
	const known = (word: string) => names.get(word) ?? compounds.get(word.toLowerCase());
	return text =>
		text
			.replace(HYPHENATED, name => names.get(together(name)) ?? name)
			.replace(WORD, word => {
				const name = known(word);
				if (name !== undefined) return name;
				const isWord = frequencyRank(word.toLowerCase()) !== null;
				const owner = word.endsWith("s") && !isWord ? known(word.slice(0, -1)) : undefined;
				return owner === undefined ? word : `${owner}'s`;
			});
}
