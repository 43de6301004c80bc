/**
 * Powers of ten by the words and letters that newspapers write for them; "m" and "t" are read so too,
 * as text and question are read alike and so still meet where metres or tonnes are meant.
 */
export const MAGNITUDES: ReadonlyMap<string, number> = new Map([
	["thousand", 3],
	["k", 3],
	["million", 6],
	["mln", 6],
	["mn", 6],
	["m", 6],
	["billion", 9],
	["bln", 9],
	["bn", 9],
	["b", 9],
	["trillion", 12],
	["trn", 12],
	["tn", 12],
	["t", 12],
]);

/** Digits of the numbers that style books have written out; not of "one", which is mostly a pronoun. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
	"zero two three four five six seven eight nine ten eleven twelve"
		.split(" ")
		.map((word, index) => [word, String(index === 0 ? 0 : index + 1)] as const),
);
