import { type ContextTerm, likeness } from "../claims/context.ts";
import { standsFor } from "../text/everyday-words.ts";
import { baseOf } from "../text/irregular-verbs.ts";
import { sensesOf, sharedSense } from "../text/senses.ts";
import { unitScaled } from "./scaled-units.ts";

// A word of like sense tells less than the word itself.
const SENSE_SHARE = 0.85;

// "Monopolies" and "monopolistic": words too rare for the table of senses may still be of one root.
const ROOT_SHARE = 0.65;
const ROOT = 7;
const ENDING = 5;

function haveOneRoot(a: string, b: string): boolean {
	let shared = 0;
	while (shared < a.length && a[shared] === b[shared]) shared++;
	return shared >= ROOT && Math.max(a.length, b.length) - shared <= ENDING;
}

// A thing that must be met is met by its own name: the killed are no casualties of another kind.
const BELOW_MET = 0.6;

function likenessBySense(asked: ContextTerm, other: ContextTerm): number {
	const [first, second] = [sensesOf(baseOf(asked.stem)), sensesOf(baseOf(other.stem))];
	if (first === null || second === null) {
		return haveOneRoot(asked.word, other.word) ? ROOT_SHARE : 0;
	}
	const shared = sharedSense(first, second) * SENSE_SHARE;
	return asked.needed === true ? Math.min(shared, BELOW_MET) : shared;
}

// A warehouse is a house; the shorter word must be long enough to be no chance.
const KIND_SHARE = 0.7;
const MIN_KIND = 4;

function isKindOf(word: string, kind: string): boolean {
	return kind.length >= MIN_KIND && word.length > kind.length && word.endsWith(kind);
}

/**
 * How well a word of the coverage stands for one that somebody asks with: as words of one story stand for
 * one another, or by a sense that both have. Askers choose other words than reporters; reporters tell
 * things apart by words of like sense, so what is asked alone is compared so.
 */
export function askedLikeness(asked: ContextTerm, other: ContextTerm): number {
	if (baseOf(asked.stem) === baseOf(other.stem)) return 1;
	const alike = Math.max(likeness(asked, other), isKindOf(other.word, asked.word) ? KIND_SHARE : 0);
	const unit = unitScaled(asked.word);
	if (unit !== null && unit === unitScaled(other.word)) return SENSE_SHARE;
	if (alike < SENSE_SHARE && standsFor(other.stem, asked.stem)) return SENSE_SHARE;
	return alike >= SENSE_SHARE ? alike : Math.max(alike, likenessBySense(asked, other));
}

// Words asked about; more than a day of questions has.
const MAX_KEPT = 2000;

/** The same, each pair of words compared once; for the words of one story. */
export function rememberedLikeness(): typeof askedLikeness {
	const known = new Map<string, Map<string, number>>();
	return (asked, other) => {
		const key = `${asked.needed === true ? "!" : ""}${asked.word}`;
		const before = known.get(key)?.get(other.word);
		if (before !== undefined) return before;
		if (known.size >= MAX_KEPT) known.clear();
		const found = askedLikeness(asked, other);
		known.set(key, (known.get(key) ?? new Map<string, number>()).set(other.word, found));
		return found;
	};
}
