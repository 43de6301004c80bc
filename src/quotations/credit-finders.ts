import { AGENT_CUES, type CueKind, cueKind, cueLemma, LEADING_CUES } from "./cues.ts";
import { isTime, phraseAfter, type Range, subjectBefore } from "./noun-phrase.ts";
import { headOf } from "./source-name.ts";
import type { Unit } from "./units.ts";

/** The units of a sentence, and where among them the search stands. */
export interface Place {
	readonly units: readonly Unit[];
	readonly index: number;
}

/** phrase: "according to" and its like; agent: "estimated by"; else the kind of its verb. */
export type CreditKind = CueKind | "phrase" | "agent";

/** A source and the cue that credits it, as units of their sentence. */
export interface Found {
	readonly phrase: Range;
	readonly cue: Range;
	readonly kind: CreditKind;
}

/** Verbs that credit somebody only with a "that", a colon or a quotation after them. */
const NEEDS_COMPLEMENT = new Set(
	`add continue claim find see put conclude underscore echo signal consider figure quote write
	repeat relay answer refer point respond ask document chart rank value fear hope doubt agree suggest
	mention guess assume recall outline propose reject dismiss follow list highlight reveal show signal
	cite urge demand praise promise pledge vow maintain confirm post underline note deny proclaim
	tout tweet admit acknowledge recount remind express voice fume rage thunder cry gasp sob whisper
	scream yell groan moan chuckle`.split(/\s+/),
);
/** Verbs that make a speaker of any subject ("the company said"). */
const SPEAKS = new Set(["say", "tell", "announce", "report", "state", "warn", "explain", "note"]);
const REFUSED_MODALS = new Set([
	"can",
	"could",
	"may",
	"might",
	"should",
	"must",
	"not",
	"n't",
	"never",
	"cannot",
	"to",
]);
const BEING = new Set(["is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"]);

function word(units: readonly Unit[], index: number): string {
	return units[index]?.word ?? "";
}

const LISTENERS = /^(?:reporters|lawmakers|journalists|investors|analysts)$/;

/** How many units at `index` stand between a verb and what is said: a time, "in a statement", "reporters". */
function adjunctAt(units: readonly Unit[], index: number): number {
	const unit = units[index];
	if (isTime(unit) || unit?.wordClass === "ADV" || LISTENERS.test(unit?.word ?? "")) return 1;
	if (unit?.wordClass !== "ADP" || unit.word === "about") return 0;
	if (isTime(units[index + 1])) return 2;
	const phrase = phraseAfter(units, index + 1);
	return phrase === null ? 0 : phrase.to - index;
}

function afterAdjuncts(units: readonly Unit[], from: number): number {
	let index = from;
	for (let steps = 0; steps < 3; steps++) index += adjunctAt(units, index);
	return index;
}

const ADDRESSES =
	/^(?:told|tells|tell|warned|warns|assured|reminded|informed|asked|advised|expressed|expresses|voiced|voices)$/;

/** The index of the unit after a verb, its object or whom it addresses ("told Fox News") and other adjuncts. */
export function afterVerb(units: readonly Unit[], verb: number): number {
	const listener = ADDRESSES.test(word(units, verb)) ? phraseAfter(units, verb + 1) : null;
	return afterAdjuncts(units, listener?.to ?? verb + 1);
}

/** Whether a "that", a colon or a quotation follows the verb. */
function hasComplement(units: readonly Unit[], verb: number): boolean {
	const next = afterVerb(units, verb);
	const unit = units[next];
	if (unit?.wordClass === "QUOTE" || unit?.word === "that" || unit?.text === ":") return true;
	if (unit?.text === "," && units[next + 1]?.wordClass === "QUOTE") return true;
	// "dismissed the study as "rubbish""
	if (
		units.some(
			({ wordClass }, at) => at > verb + 1 && wordClass === "QUOTE" && word(units, at - 1) === "as",
		)
	)
		return true;
	return units.some(
		({ text }, index) => index > verb && text === ":" && units[index + 1]?.wordClass === "QUOTE",
	);
}

/** Whether a quotation or a comma after one stands right before the unit. */
export function followsQuote(units: readonly Unit[], index: number): boolean {
	const before = units[index - 1];
	if (before?.wordClass === "QUOTE") return true;
	return before?.text === "," && units[index - 2]?.wordClass === "QUOTE";
}

/** Whether the auxiliaries before a verb make it passive, denied, or only possible. */
function isWeakened(units: readonly Unit[], index: number): boolean {
	const before = word(units, index - 1);
	if (REFUSED_MODALS.has(before) || /n['’]t$/.test(before)) return true;
	const passive = BEING.has(before) || BEING.has(word(units, index - 2));
	return passive && /(?:d|en|wn)$/.test(word(units, index));
}

/** Whether a word that may be a cue stands as a verb: "notes" is a noun without something said. */
function readsAsVerb(units: readonly Unit[], index: number): boolean {
	const unit = units[index];
	if (unit?.wordClass === "VERB" || /^(?:says?|said)$/.test(unit?.word ?? "")) return true;
	if (followsQuote(units, index) && /ed$/.test(unit?.word ?? "")) return true;
	const mayBeVerb =
		(unit?.wordClass === "NOUN" && unit.word.endsWith("s")) ||
		(unit?.wordClass === "ADJ" && unit.word.endsWith("ed"));
	return mayBeVerb && hasComplement(units, index);
}

/** The kind of the cue verb at the place: no infinitive, passive, "expected to", or verb that is denied. */
function verbKind({ units, index }: Place): CueKind | null {
	const unit = units[index];
	if (unit === undefined || !readsAsVerb(units, index) || isWeakened(units, index)) return null;
	const next = word(units, index + 1);
	const agent =
		next === "by" &&
		!/^(?:phone|telephone|e-?mail|text|video|letter)$/.test(word(units, index + 2));
	if (agent || (next === "to" && unit.word.endsWith("d"))) return null;
	return cueKind(cueLemma(unit.text, unit.lemma));
}

function maySpeak(place: Place, phrase: Range, kind: CueKind): boolean {
	const { units, index } = place;
	const unit = units[index];
	const lemma = cueLemma(unit?.text ?? "", unit?.lemma ?? "");
	const beside = hasComplement(units, index) || followsQuote(units, phrase.from);
	const head = headOf(units, phrase);
	if (unit?.word.endsWith("ing")) return head === "document" && kind !== "act";
	if (head === "document") return true;
	if (kind === "show") return head !== "thing" && beside;
	if (head === "thing") return SPEAKS.has(lemma) || (beside && kind === "say");
	return beside || !NEEDS_COMPLEMENT.has(lemma);
}

/** Participles by which a speaker goes on: "he said, adding that". */
export const ELABORATES =
	/^(?:adding|saying|noting|explaining|elaborating|warning|arguing|stating|pointing|stressing|citing|claiming|suggesting|describing|calling|telling)$/;

const FOLLOWS_SPEAKER = new Set(["PUNCT", "ADP", "QUOTE", "SCONJ", "CCONJ"]);

/** "said Lisa Su": a speaker after the verb, where a quotation or a clause and a comma stand before it. */
function invertedSubject({ units, index }: Place, kind: CueKind): Range | null {
	const said = /^(?:says?|said)$/.test(word(units, index)) && units[index - 1]?.text === ",";
	if (kind !== "say" || !(said || followsQuote(units, index))) return null;
	const phrase = phraseAfter(units, index + 1);
	if (phrase === null || (headOf(units, phrase) === "thing" && !followsQuote(units, index)))
		return null;
	const next = units[phrase.to];
	const ends = next === undefined || FOLLOWS_SPEAKER.has(next.wordClass);
	return ends || isTime(next) || /^(?:who|when|while)$/.test(next.word) ? phrase : null;
}

function verbCredit(place: Place): Found | null {
	const kind = verbKind(place);
	if (kind === null) return null;
	const inverted = invertedSubject(place, kind);
	const phrase = inverted ?? subjectBefore(place.units, place.index);
	if (phrase === null || (inverted === null && !maySpeak(place, phrase, kind))) return null;
	return { phrase, cue: { from: place.index, to: place.index + 1 }, kind };
}

/** "addressed the deal in a note, saying that": a participle with the subject of its sentence. */
function participleCredit({ units, index }: Place): Found | null {
	if (!ELABORATES.test(word(units, index)) || units[index - 1]?.text !== ",") return null;
	const verb = units.findIndex(({ wordClass }) => wordClass === "VERB" || wordClass === "AUX");
	const phrase = verb < index ? subjectBefore(units, verb) : null;
	if (phrase === null || headOf(units, phrase) === "thing") return null;
	return { phrase, cue: { from: index, to: index + 1 }, kind: "say" };
}

function startsWith(units: readonly Unit[], from: number, words: readonly string[]): boolean {
	return words.every((text, offset) => word(units, from + offset) === text);
}

function phraseCredit({ units, index }: Place): Found | null {
	const words = LEADING_CUES.find(cue => startsWith(units, index, cue));
	if (words === undefined) return null;
	const to = index + words.length;
	const phrase = phraseAfter(units, to);
	if (phrase === null) return null;
	const bare = words.length === 1 && index > 0 && units[index - 1]?.text !== ",";
	const speaks = headOf(units, phrase) !== "thing" || words.at(-1) === "to";
	return speaks && !bare ? { phrase, cue: { from: index, to }, kind: "phrase" } : null;
}

/** "estimated by X", "Economists surveyed by X had predicted". */
function agentCredit({ units, index }: Place): Found | null {
	if (!AGENT_CUES.has(word(units, index)) || word(units, index + 1) !== "by") return null;
	const phrase = phraseAfter(units, index + 2);
	const speaks = phrase !== null && headOf(units, phrase) !== "thing";
	return speaks ? { phrase, cue: { from: index, to: index + 2 }, kind: "agent" } : null;
}

/** A line "Source: X" under a picture or table. */
function captionCredit({ units, index }: Place): Found | null {
	if (!/^(?:sources?|credit)$/.test(word(units, index)) || units[index + 1]?.text !== ":")
		return null;
	if (index > 0 && !/^[.!?|–—)]$/.test(units[index - 1]?.text ?? "")) return null;
	const phrase = phraseAfter(units, index + 2);
	return phrase === null ? null : { phrase, cue: { from: index, to: index + 1 }, kind: "phrase" };
}

const FINDERS: readonly ((place: Place) => Found | null)[] = [
	captionCredit,
	phraseCredit,
	agentCredit,
	verbCredit,
	participleCredit,
];

/** The credit whose cue begins at the place; null where none does. */
export function findCreditAt(place: Place): Found | null {
	for (const find of FINDERS) {
		const found = find(place);
		if (found !== null) return found;
	}
	return null;
}
