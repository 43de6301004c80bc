import type { Word } from "../../text/words.ts";
import { type Draft, draftOf, type Recognizer } from "../draft.ts";
import { isPlural, type Phrase, phraseFrom, singularOf, wordAt } from "../noun-phrase.ts";
import type { Numeral } from "../numeral.ts";
import { perAfter, unitAfter } from "../unit-names.ts";

const OF = /^of$/i;

/** The phrase of what is counted after a number: "13 people", "one of the best speakers", "hundreds of homes". */
function countedAfter(words: readonly Word[], from: number): Phrase | null {
	const first = words[from];
	if (first === undefined || /^[,;:.)("“”]$/.test(first.text)) return null;
	if (OF.test(first.text)) return phraseFrom(words, from + 1);
	if (/^[-‐‑]$/.test(first.text)) return hyphenated(words, from + 1);
	return phraseFrom(words, from);
}

/** "10-member panel": what is counted is joined to the number. */
function hyphenated(words: readonly Word[], at: number): Phrase | null {
	const word = words[at];
	return word === undefined || !/^[a-z]+$/i.test(word.text)
		? null
		: { start: at, head: at, end: at + 1 };
}

/** "Model 3", "iPhone 14", "737 Max": a name before or after makes the number part of it. */
function inName(numeral: Numeral, words: readonly Word[], at: number): boolean {
	if (numeral.scale > 1 || numeral.written === "vague" || numeral.written === "fraction")
		return false;
	const [before, number, after] = [words[at - 1], words[at], words[at + 1]];
	if (number === undefined || /[.,]/.test(number.text)) return false;
	const glued = before?.end === number.start;
	const capital = before?.wordClass === "PROPN" && /^[A-Z]/.test(before.text) && !glued;
	if (capital && before.start > 0 && !plainCount(words, at)) return true;
	const named =
		after?.wordClass === "PROPN" && /^[A-Z][a-z]/.test(after.text) && !isPlural(after.text);
	return named && numeral.written === "digits" && !isNounPlural(words[at + 2]);
}

function isNounPlural(word: Word | undefined): boolean {
	return word?.wordClass === "NOUN" && isPlural(word.text);
}

/** A plural noun right after, or after an adjective, is what the number counts. */
function plainCount(words: readonly Word[], at: number): boolean {
	return (
		isNounPlural(words[at + 1]) ||
		(words[at + 1]?.wordClass === "ADJ" && isNounPlural(words[at + 2]))
	);
}

function placed(numeral: Numeral, unit: string | null, text: string): Draft {
	const time = unit === null ? null : unitAfter(text.slice(0, 0) + unit, 0);
	const kind = time === null ? "count" : time.dimension === "time" ? "duration" : "measure";
	const name = time === null || unit === null ? unit : time.unit;
	return draftOf(numeral, { kind, unit: name, start: numeral.start, end: numeral.end }, text);
}

const TIMES = /[\s-]?(?:times\b|[- ]?fold\b|x(?![A-Za-z\d]))/iy;

/** "four times", "sixfold": how often; a rate where it says of what. */
function times(numeral: Numeral, text: string): Draft | null {
	TIMES.lastIndex = numeral.end;
	const word = TIMES.exec(text)?.[0];
	if (word === undefined) return null;
	const told = numeral.end + word.length;
	const rate = perAfter(text, told);
	const unit = rate === null ? null : `count per ${rate.per}`;
	return draftOf(
		numeral,
		{ kind: "count", unit, start: numeral.start, end: rate?.end ?? told },
		text,
	);
}

function unitOf(numeral: Numeral, phrase: Phrase | null, words: readonly Word[]): string | null {
	const head = phrase === null ? undefined : words[phrase.head];
	if (head === undefined || numeral.written === "fraction") return null;
	const unit = singularOf(head.text);
	return ["number", "total", "lot", "more", "most"].includes(unit) ? null : unit;
}

/** A number of things, with the noun that it counts: "63,000 sedans", "hundreds of homes"; or of nothing that is named. */
export const recognizeCount: Recognizer = (numeral, reading) => {
	const { text } = reading;
	const repeated = times(numeral, text);
	if (repeated !== null) return repeated;
	// Digits with letters behind them that are no unit are part of a name.
	if (numeral.written === "digits" && /^[A-Za-z]/.test(text.slice(numeral.end))) return null;
	const words = reading.words();
	if (inName(numeral, words, wordAt(words, numeral.start))) return null;
	const phrase = countedAfter(words, wordAt(words, numeral.end));
	return placed(numeral, unitOf(numeral, phrase, words), text);
};
