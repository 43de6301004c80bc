/** What a word of a number does: adds (below a hundred), or multiplies what stands before it. */
const SMALL: ReadonlyMap<string, number> = new Map(
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
		.split(" ")
		.map((word, value) => [word, value]),
);

const TENS: ReadonlyMap<string, number> = new Map(
	"twenty thirty forty fifty sixty seventy eighty ninety"
		.split(" ")
		.map((word, index) => [word, (index + 2) * 10]),
);

/** Words of scale, short scale (as English newspapers use it), with the Indian ones. */
const SCALES: ReadonlyMap<string, number> = new Map([
	["dozen", 12],
	["hundred", 1e2],
	["thousand", 1e3],
	["lakh", 1e5],
	["million", 1e6],
	["crore", 1e7],
	["billion", 1e9],
	["trillion", 1e12],
	["quadrillion", 1e15],
]);

const DENOMINATORS: ReadonlyMap<string, number> = new Map([
	["half", 2],
	["halves", 2],
	["third", 3],
	["quarter", 4],
	["fourth", 4],
	["fifth", 5],
	["sixth", 6],
	["seventh", 7],
	["eighth", 8],
	["ninth", 9],
	["tenth", 10],
	["hundredth", 100],
	["thousandth", 1000],
]);

/** The factor of a word of scale ("million" is 1e6); null for any other word. Case does not matter. */
export function scaleOf(word: string): number | null {
	return SCALES.get(word.toLowerCase()) ?? null;
}

/** By what a word of a fraction divides ("thirds" is 3); null for any other word. */
export function denominatorOf(word: string): number | null {
	const lower = word.toLowerCase();
	return DENOMINATORS.get(lower) ?? DENOMINATORS.get(lower.replace(/s$/, "")) ?? null;
}

/** A number read from words, and how many of the words it took. */
export interface WordNumber {
	readonly value: number;
	readonly words: number;
	/** The factor of the last word of scale; 1 without one. */
	readonly scale: number;
}

interface Reading {
	/** What multiplies out at the next word of scale. */
	readonly open: number;
	readonly closed: number;
	readonly scale: number;
	/** What the next addend must stay below: after a ten 10, after a hundred 100. */
	readonly room: number;
}

const NOTHING: Reading = { open: 0, closed: 0, scale: 1, room: Number.POSITIVE_INFINITY };

function add(reading: Reading, addend: number): Reading | null {
	if (addend >= reading.room || (reading !== NOTHING && addend === 0)) return null;
	return { ...reading, open: reading.open + addend, room: addend >= 20 ? 10 : 0 };
}

function multiply(reading: Reading, scale: number): Reading | null {
	if (reading !== NOTHING && reading.open === 0) return null;
	const open = reading.open || 1;
	if (scale === 100) return open >= 100 ? null : { ...reading, open: open * 100, scale, room: 100 };
	return { open: 0, closed: reading.closed + open * scale, scale, room: scale };
}

/** The reading with one more word; null where the word does not continue the number. */
function take(reading: Reading, word: string): Reading | null {
	const addend = SMALL.get(word) ?? TENS.get(word);
	if (addend !== undefined) return add(reading, addend);
	const scale = SCALES.get(word);
	return scale === undefined ? null : multiply(reading, scale);
}

/**
 * The number that a list of words begins with ("one", "hundred", "and", "two", "cars" is 102 from
 * 4 words); null when the first is no word of a number. "a" and "an" count as one before a scale.
 */
export function readNumberWords(words: readonly string[]): WordNumber | null {
	const article = /^an?$/i.test(words[0] ?? "");
	if (article && scaleOf(words[1] ?? "") === null) return null;
	const lower = words.map((word, index) => (article && index === 0 ? "one" : word.toLowerCase()));
	let reading = NOTHING;
	let read = 0;
	for (const [index, word] of lower.entries()) {
		if (word === "and" && reading.scale > 1) continue;
		const next = take(reading, word);
		if (next === null) break;
		reading = next;
		read = index + 1;
	}
	return read === 0
		? null
		: { value: reading.closed + reading.open, words: read, scale: reading.scale };
}

/** Matches a run of words that may be a number in words, for {@link readNumberWords}. */
export const NUMBER_WORD: string = [...SMALL.keys(), ...TENS.keys(), ...SCALES.keys()].join("|");
