import { overlaps, type Span } from "../text/span.ts";
import { readWords, type WordClass } from "../text/words.ts";
import type { Marked } from "./marks.ts";

/** A word of a sentence, or a whole quotation in it, which its grammar treats as one thing. */
export interface Unit extends Span {
	readonly text: string;
	/** In lower case. */
	readonly word: string;
	readonly lemma: string;
	readonly wordClass: WordClass | "QUOTE";
}

/** The end of the bracket that opens at `index`; the index itself when none closes within ten units. */
function bracketEnd(units: readonly Unit[], index: number): number {
	const closer = units[index]?.text === "(" ? ")" : "]";
	const length = units.slice(index, index + 12).findIndex(unit => unit.text === closer);
	return length < 0 ? index : index + length;
}

function withoutBrackets(units: readonly Unit[]): readonly Unit[] {
	const kept: Unit[] = [];
	for (let index = 0; index < units.length; index++) {
		const unit = units[index];
		if (unit === undefined) continue;
		if (unit.text === "(" || unit.text === "[") index = bracketEnd(units, index);
		else kept.push(unit);
	}
	return kept;
}

function isGlued(left: Unit | undefined, hyphen: Unit, right: Unit | undefined): boolean {
	return hyphen.text === "-" && left?.end === hyphen.start && right?.start === hyphen.end;
}

/** Puts "Holtz-Eakin" and "chip-maker" together again, which the tagger reads as three words. */
function joinHyphens(units: readonly Unit[]): readonly Unit[] {
	const joined: Unit[] = [];
	for (let index = 0; index < units.length; index++) {
		const unit = units[index];
		const left = joined.at(-1);
		const right = units[index + 1];
		if (unit === undefined) continue;
		if (left === undefined || right === undefined || !isGlued(left, unit, right)) {
			joined.push(unit);
			continue;
		}
		const text = `${left.text}-${right.text}`;
		joined.splice(-1, 1, { ...right, start: left.start, text, word: text.toLowerCase() });
		index++;
	}
	return joined;
}

const MISREAD = new Set(["VERB", "INTJ", "AUX", "ADV"]);
/** The share of capitalized words above which a line is a headline, whose capitals name nobody. */
const HEADLINE = 0.6;

/** Takes a capitalized verb in mid-sentence for the name that it is: "Rory Read", "Mr Oh". */
function nameCapitals(units: readonly Unit[]): readonly Unit[] {
	const words = units.filter(({ word }) => /^\p{L}{4,}/u.test(word));
	const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
	const isQuoting = units.some(({ wordClass }) => wordClass === "QUOTE");
	if (!isQuoting && capitals.length > HEADLINE * words.length) return units;
	return units.map((unit, index) => {
		const before = units[index - 1];
		const inside = before !== undefined && !/^[:.!?—–]$/.test(before.text);
		const isNamed = inside && /^\p{Lu}\p{Ll}/u.test(unit.text) && MISREAD.has(unit.wordClass);
		return isNamed ? { ...unit, wordClass: "PROPN" } : unit;
	});
}

/** Whether a word or two in marks stand inside a name: Ray “Boots” Miller. */
export function isNickname(sentence: string, { start, end, outer }: Marked): boolean {
	return (
		/^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?$/u.test(sentence.slice(start, end)) &&
		/\p{Lu}[\p{L}.'’-]*\s$/u.test(sentence.slice(0, outer.start)) &&
		/^\s\p{Lu}\p{Ll}/u.test(sentence.slice(outer.end))
	);
}

/**
 * The units of a sentence: its words and marks tagged, each quotation as one unit, brackets left out
 * ("Grand View Research (GVR) anticipates" reads as if the bracket were not there).
 */
export function readUnits(sentence: string, marked: readonly Marked[]): readonly Unit[] {
	const words = readWords(sentence)
		.filter(word => !marked.some(({ outer }) => overlaps(outer, word)))
		.map(word => ({ ...word, word: word.text.toLowerCase() }));
	const quotes = marked.map(each => {
		const text = sentence.slice(each.outer.start, each.outer.end);
		const nickname = isNickname(sentence, each);
		const name = nickname ? sentence.slice(each.start, each.end) : text;
		const wordClass: Unit["wordClass"] = nickname ? "PROPN" : "QUOTE";
		return {
			...each.outer,
			text: name,
			word: nickname ? name.toLowerCase() : "",
			lemma: "",
			wordClass,
		};
	});
	const units = [...words, ...quotes].sort((a, b) => a.start - b.start);
	return nameCapitals(joinHyphens(withoutBrackets(units)));
}
