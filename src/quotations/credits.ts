import type { Span } from "../text/span.ts";
import { AGENT_CUES, type CueKind, cueKind, cueLemma, LEADING_CUES } from "./cues.ts";
import { isNominal, isTime, phraseAfter, type Range, subjectBefore } from "./noun-phrase.ts";
import { headOf, readSourceName, type SourceName } from "./source-name.ts";
import type { Unit } from "./units.ts";

/** A source that a sentence credits, its cue, and the part of the sentence that is credited. */
export interface Credit {
	/** The noun phrase as printed, its title and determiner included. */
	readonly phrase: Span;
	readonly source: SourceName;
	readonly cue: Span;
	/** phrase: "according to" and its like; agent: "estimated by". */
	readonly kind: CueKind | "phrase" | "agent";
	/** What the source is credited with. */
	readonly scope: Span;
}

/** A sentence, its units, and where among them the search stands. */
interface Place {
	readonly sentence: string;
	readonly units: readonly Unit[];
	readonly index: number;
}

interface Found {
	readonly phrase: Range;
	/** Units of the cue. */
	readonly cue: Range;
	readonly kind: Credit["kind"];
}

/** Verbs that credit somebody only with a "that", a colon or a quotation after them. */
const NEEDS_COMPLEMENT = new Set(
	`add continue claim find see put conclude underscore echo signal consider figure quote write
	repeat relay answer refer point respond ask document chart rank value fear hope doubt agree suggest
	mention guess assume recall outline propose reject dismiss follow list highlight reveal show signal
	cite urge demand praise promise pledge vow maintain confirm post underline note deny proclaim
	tout tweet admit acknowledge recount remind express voice`.split(/\s+/),
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
function afterVerb(units: readonly Unit[], verb: number): number {
	const listener = ADDRESSES.test(word(units, verb)) ? phraseAfter(units, verb + 1) : null;
	return afterAdjuncts(units, listener?.to ?? verb + 1);
}

/** Whether a "that", a colon or a quotation follows the verb. */
function hasComplement(units: readonly Unit[], verb: number): boolean {
	const next = afterVerb(units, verb);
	const unit = units[next];
	if (unit?.wordClass === "QUOTE" || unit?.word === "that" || unit?.text === ":") return true;
	if (unit?.text === "," && units[next + 1]?.wordClass === "QUOTE") return true;
	return units.some(
		({ text }, index) => index > verb && text === ":" && units[index + 1]?.wordClass === "QUOTE",
	);
}

/** Whether a quotation or a comma after one stands right before the unit. */
function followsQuote(units: readonly Unit[], index: number): boolean {
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
	return unit?.wordClass === "NOUN" && unit.word.endsWith("s") && hasComplement(units, index);
}

/** The kind of the cue verb at the place: no infinitive, passive, "expected to", or verb that is denied. */
function verbKind({ units, index }: Place): CueKind | null {
	const unit = units[index];
	if (unit === undefined || !readsAsVerb(units, index) || isWeakened(units, index)) return null;
	const next = word(units, index + 1);
	if (next === "by" || (next === "to" && unit.word.endsWith("d"))) return null;
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

const FOLLOWS_SPEAKER = new Set(["PUNCT", "ADP", "QUOTE", "SCONJ", "CCONJ"]);

/** "said Lisa Su": a speaker after the verb, where a quotation or a clause and a comma stand before it. */
function invertedSubject({ units, index }: Place, kind: CueKind): Range | null {
	const said = /^(?:says?|said)$/.test(word(units, index)) && units[index - 1]?.text === ",";
	if (kind !== "say" || !(said || followsQuote(units, index))) return null;
	const phrase = phraseAfter(units, index + 1);
	if (phrase === null || headOf(units, phrase) === "thing") return null;
	const next = units[phrase.to];
	const ends = next === undefined || FOLLOWS_SPEAKER.has(next.wordClass);
	return ends || isTime(next) || next.word === "who" ? phrase : null;
}

function verbCredit(place: Place): Found | null {
	const kind = verbKind(place);
	if (kind === null) return null;
	const inverted = invertedSubject(place, kind);
	const phrase = inverted ?? subjectBefore(place.units, place.index);
	if (phrase === null || (inverted === null && !maySpeak(place, phrase, kind))) return null;
	return { phrase, cue: { from: place.index, to: place.index + 1 }, kind };
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
];

function findAt(place: Place): Found | null {
	for (const find of FINDERS) {
		const found = find(place);
		if (found !== null) return found;
	}
	return null;
}

function endOf(units: readonly Unit[], index: number): number {
	return units[index]?.end ?? units.at(-1)?.end ?? 0;
}

const ELABORATES =
	/^(?:adding|saying|noting|explaining|elaborating|warning|arguing|stating|pointing|stressing|citing|claiming|suggesting|describing|calling|telling)$/;

/** Whether what is said stands before the cue: nothing but adjuncts and a stop follow it. */
function standsBefore({ units }: Place, found: Found, from: number): boolean {
	const first = Math.min(found.phrase.from, found.cue.from);
	const last = Math.max(found.phrase.to, found.cue.to);
	const next = units[found.cue.from < found.phrase.from ? last : afterVerb(units, last - 1)];
	const content = units
		.slice(from, first)
		.some(unit => isNominal(unit) || unit.wordClass === "QUOTE");
	if (!content) return false;
	if (followsQuote(units, first) || found.cue.from < found.phrase.from) return true;
	return next === undefined || (next.wordClass === "PUNCT" && next.text !== ":");
}

/** How far the scope of a credit after its words goes on: to a quotation or an "adding that" behind it. */
function reachBehind({ units }: Place, last: number, to: number): number | null {
	const rest = units.slice(last, to);
	const at = rest.findLastIndex(unit => unit.wordClass === "QUOTE" || ELABORATES.test(unit.word));
	return at < 0 ? null : (rest.at(-1)?.end ?? null);
}

/** The words that a credit covers, between the credits before and after it. */
function scopeOf(place: Place, found: Found, bounds: Range): Span {
	const { units } = place;
	const first = Math.min(found.phrase.from, found.cue.from);
	const last = Math.max(found.phrase.to, found.cue.to);
	const start = units[bounds.from]?.start ?? 0;
	if (standsBefore(place, found, bounds.from)) {
		const behind = reachBehind(place, last, bounds.to);
		return { start, end: behind ?? units[first]?.start ?? start };
	}
	return { start: units[last]?.start ?? endOf(units, last - 1), end: endOf(units, bounds.to - 1) };
}

function findAll(sentence: string, units: readonly Unit[]): readonly Found[] {
	const all: Found[] = [];
	for (let index = 0; index < units.length; index++) {
		const found = findAt({ sentence, units, index });
		if (found === null) continue;
		all.push(found);
		index = Math.max(found.cue.to, found.phrase.to) - 1;
	}
	return all;
}

function edges(found: Found): Range {
	return {
		from: Math.min(found.phrase.from, found.cue.from),
		to: Math.max(found.phrase.to, found.cue.to),
	};
}

/** Whether a credit begins a clause of its own, and not one inside what the credit before it covers. */
function beginsOwnClause(units: readonly Unit[], found: Found): boolean {
	const before = units[edges(found).from - 1];
	return before === undefined || ["PUNCT", "CCONJ", "QUOTE"].includes(before.wordClass);
}

/**
 * Whom a sentence credits with what, in its order: "according to X", "X said", "said X",
 * "estimated by X", "Source: X". `units` are the sentence's own, quotations as single units.
 */
export function findCredits(sentence: string, units: readonly Unit[]): readonly Credit[] {
	const all = findAll(sentence, units);
	return all.map((found, order) => {
		const previous = all[order - 1];
		const next = all.slice(order + 1).find(later => beginsOwnClause(units, later));
		const bounds = {
			from: previous === undefined ? 0 : edges(previous).to,
			to: next === undefined ? units.length : edges(next).from,
		};
		const { phrase, cue, kind } = found;
		return {
			phrase: { start: units[phrase.from]?.start ?? 0, end: endOf(units, phrase.to - 1) },
			source: readSourceName(sentence, units, phrase),
			cue: { start: units[cue.from]?.start ?? 0, end: endOf(units, cue.to - 1) },
			kind,
			scope: scopeOf({ sentence, units, index: 0 }, found, bounds),
		};
	});
}
