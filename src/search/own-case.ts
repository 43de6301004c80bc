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

// Small they are words that anybody asks with.
const VERBS = new Set(["may", "march", "mark", "will"]);

/** The words that some sentences never write without a capital, by their lower case. */
function namesIn(sentences: readonly string[]): ReadonlyMap<string, string> {
	const words = sentences.flatMap(tellingWords);
	const small = new Set(words.filter(word => !startsWithCapital(word)));
	const named = words
		.filter(word => startsWithCapital(word) && word.length >= MIN_LENGTH)
		.filter(word => !small.has(word.toLowerCase()) && !VERBS.has(word.toLowerCase()));
	return new Map([...CALENDAR, ...named].map(word => [word.toLowerCase(), word]));
}

/**
 * Gives a text the names that the coverage writes with a capital with one, for people type "what did kudlow
 * say": words that its sentences never write small, the days and the months, and these with an s that
 * lacks its apostrophe.
 */
export function ownCase(sentences: readonly string[]): (text: string) => string {
	const names = namesIn(sentences);
	return text =>
		text.replace(WORD, word => {
			const name = names.get(word);
			if (name !== undefined) return name;
			const owner = word.endsWith("s") ? names.get(word.slice(0, -1)) : undefined;
			return owner === undefined ? word : `${owner}'s`;
		});
}
