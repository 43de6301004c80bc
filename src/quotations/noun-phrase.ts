import { cueKind, cueLemma, DOCUMENTS, PEOPLE, TIMES, TITLES } from "./cues.ts";
import type { Unit } from "./units.ts";

/** Units `from` to `to` (exclusive) of a sentence. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

const POSSESSIVES = new Set(["his", "her", "its", "their", "our", "my", "your"]);
const PEOPLE_PRONOUNS = new Set(["he", "she", "it", "they"]);
const INNER_ADPOSITIONS = new Set(["of", "for", "from", "at", "with", "in"]);
const OUTER_ADPOSITIONS = new Set(["of", "for", "from", "at"]);
const SURVEYED = new Set(["surveyed", "polled", "interviewed"]);
const NOMINAL = new Set(["PROPN", "NOUN"]);
const MODIFIER = new Set(["PROPN", "NOUN", "ADJ", "NUM", "PART", "SYM"]);

export function isPossessiveMark(unit: Unit | undefined): boolean {
	return unit !== undefined && /^(?:['’]s?)$/.test(unit.text);
}

export function isNominal(unit: Unit | undefined): boolean {
	return unit !== undefined && NOMINAL.has(unit.wordClass);
}

export function isTime(unit: Unit | undefined): boolean {
	return unit !== undefined && TIMES.has(unit.word);
}

function isDeterminer(unit: Unit | undefined): boolean {
	return unit !== undefined && (unit.wordClass === "DET" || POSSESSIVES.has(unit.word));
}

function isModifier(unit: Unit): boolean {
	if (isPossessiveMark(unit)) return true;
	return unit.wordClass === "PART" ? false : MODIFIER.has(unit.wordClass);
}

function isAdposition(unit: Unit | undefined, allowed: ReadonlySet<string>): boolean {
	return unit !== undefined && allowed.has(unit.word);
}

/** Whether the preposition, or "led by", before a noun phrase belongs to it; null where none stands there. */
function joinsLeft(units: readonly Unit[], index: number): boolean | null {
	const [before, left, right] = [units[index - 2], units[index - 1], units[index]];
	if (left?.word === "by") return DOCUMENTS.has(before?.word ?? "") || LED.test(before?.word ?? "");
	if (LED.test(left?.word ?? "")) return right?.word === "by" && isNominal(before);
	return isAdposition(left, INNER_ADPOSITIONS) ? isNominal(before) && !isTime(before) : null;
}

/** Whether a noun phrase that begins at `index` may go on to the left with the unit before. */
function goesOnLeft(units: readonly Unit[], index: number): boolean {
	const left = units[index - 1];
	const right = units[index];
	if (left === undefined || right === undefined || isTime(left)) return false;
	if (HONORIFIC.test(right.word)) return false;
	const joins = joinsLeft(units, index);
	if (joins !== null) return joins;
	return !isDeterminer(right) && (isDeterminer(left) || isModifier(left));
}

/** "analysts led by Ann Lee" */
const LED = /^(?:led|headed|chaired)$/;
/** Titles that begin the phrase for a person, whatever stands before: "at the Policy Centre Mr Lee said". */
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|sir|dame)\.?$/;

const BEFORE_CLAUSE = new Set(["PUNCT", "QUOTE", "SCONJ", "CCONJ", "ADV", "INTJ"]);

/** Whether a clause may begin behind a unit: a mark, a "that", a time, or the verb of who says it. */
function beginsClause(unit: Unit | undefined): boolean {
	if (unit === undefined || BEFORE_CLAUSE.has(unit.wordClass) || isTime(unit)) return true;
	if (unit.wordClass === "VERB") return cueKind(cueLemma(unit.text, unit.lemma)) === "say";
	return /^(?:that|which|as|while|but|with|–|—)$/.test(unit.word);
}

/** "Marram and Selm": the phrase before the "and" that ends at `from`, if both are subjects together. */
function joinedLeft(units: readonly Unit[], from: number): number {
	const joiner = units[from - 1];
	if (joiner?.word !== "and" && joiner?.text !== "&") return from;
	const isAlike = units[from]?.wordClass === units[from - 2]?.wordClass;
	if (!isNominal(units[from - 2]) || !(isAlike || isDeterminer(units[from]))) return from;
	const left = startOfPhrase(units, from - 1);
	return left < from - 1 && beginsClause(units[left - 1]) ? left : from;
}

function startOfPhrase(units: readonly Unit[], to: number): number {
	let from = to - 1;
	while (goesOnLeft(units, from)) from--;
	while (from < to - 1 && (isTime(units[from]) || isPossessiveMark(units[from]))) from++;
	return from;
}

/** The noun phrase that ends before the unit at `to`, read leftwards over its modifiers. */
export function phraseBefore(units: readonly Unit[], to: number): Range {
	return { from: startOfPhrase(units, to), to };
}

function subjectEndingAt(units: readonly Unit[], to: number): Range | null {
	const last = units[to - 1];
	if (last === undefined) return null;
	if (PEOPLE_PRONOUNS.has(last.word)) return { from: to - 1, to };
	if (!isNominal(last) || isTime(last)) return null;
	const from = joinedLeft(units, startOfPhrase(units, to));
	// "Advanced Devices said", "Terrified guest Ann Lee said": the tagger takes the first word for a verb.
	const afterParticiple = from === 1 && /ed$/.test(units[0]?.word ?? "");
	if (afterParticiple) return { from: units[from]?.wordClass === "PROPN" ? 0 : from, to };
	const begins = beginsClause(units[from - 1]) || HONORIFIC.test(units[from]?.word ?? "");
	return begins ? { from, to } : null;
}

function isIndefinite(unit: Unit | undefined): boolean {
	return unit?.word === "a" || unit?.word === "an";
}

/** A name, or "the senator" before "a Democrat", which an apposition may follow. */
function namesOne(units: readonly Unit[], { from, to }: Range): boolean {
	const last = units[to - 1];
	if (last?.wordClass === "PROPN") return !isIndefinite(units[from]);
	const role = PEOPLE.has(last?.word ?? "") || TITLES.has(last?.word ?? "");
	return role && units[from]?.word === "the" && isIndefinite(units[to + 1]);
}

/** A name that is itself the apposition ("the mayor, Ann Lee, said"), or has a comma too many. */
function nameBeforeComma(units: readonly Unit[], comma: number): Range | null {
	const subject = subjectEndingAt(units, comma);
	if (subject === null || units[comma - 1]?.wordClass !== "PROPN") return null;
	const { from } = subject;
	const stands = from === 0 || units[from - 1]?.text === ",";
	return stands && !isIndefinite(units[from]) ? subject : null;
}

/**
 * The subject before an apposition that ends with the comma at `comma`: "Ann Lee, who runs X, said". Where
 * there is none, a comma too many: "Ann Lee of X, said".
 */
function subjectBeforeApposition(units: readonly Unit[], comma: number): Range | null {
	const opener = units[comma]?.text;
	const commas = units
		.map((unit, index) => (unit.text === opener && index < comma ? index : -1))
		.filter(index => index > 0)
		.slice(-3)
		.reverse();
	const found = commas
		.map(index => subjectEndingAt(units, index))
		.filter(range => range !== null)
		.filter(range => namesOne(units, range));
	return found[0] ?? nameBeforeComma(units, comma);
}

/** How many units before `index` stand between a subject and its verb: auxiliaries, adverbs, a time. */
function adjunctBefore(units: readonly Unit[], index: number): number {
	const unit = units[index - 1];
	if (unit === undefined) return 0;
	if (unit.wordClass === "AUX" || unit.wordClass === "ADV" || unit.word === "also") return 1;
	if (!isTime(unit) || index < 2) return 0;
	return units[index - 2]?.word === "on" ? 2 : 1;
}

/** Steps back from a verb over its adjuncts ("Trump on Monday later said"). */
function beforeAdjuncts(units: readonly Unit[], verb: number): number {
	let index = verb;
	for (let step = adjunctBefore(units, index); step > 0; step = adjunctBefore(units, index)) {
		index -= step;
	}
	return index;
}

/** The subject that a verb after "and" or "but" shares with the verb before it. */
function sharedSubject(units: readonly Unit[], joiner: number): Range | null {
	const verb = units.findIndex(({ wordClass }) => wordClass === "VERB" || wordClass === "AUX");
	if (verb < 0 || verb >= joiner || isNominal(units[joiner + 1])) return null;
	const subject = subjectBefore(units, verb);
	return subject !== null && subject.from < 6 ? subject : null;
}

/**
 * The subject of the verb at `verb`, read leftwards: "the top official at the embassy", "it", a name
 * before its apposition. null where none is sure.
 */
export function subjectBefore(units: readonly Unit[], verb: number): Range | null {
	const to = beforeAdjuncts(units, verb);
	const last = units[to - 1];
	if (last?.word === "who") {
		return subjectEndingAt(units, units[to - 2]?.text === "," ? to - 2 : to - 1);
	}
	if (last?.text === "," || last?.text === "—" || last?.text === "–") {
		return subjectBeforeApposition(units, to - 1);
	}
	if (last?.wordClass === "CCONJ") return sharedSubject(units, to - 1);
	return subjectEndingAt(units, to);
}

function beginsPhrase(unit: Unit | undefined): boolean {
	return (isNominal(unit) && !isTime(unit)) || isDeterminer(unit) || unit?.wordClass === "ADJ";
}

/** Words that join two parts of a noun phrase when what follows is one. */
function joinsRight(units: readonly Unit[], index: number): boolean {
	const word = units[index]?.word ?? "";
	const before = units[index - 1]?.word ?? "";
	if (OUTER_ADPOSITIONS.has(word) || word === "newly") return true;
	if (word === "and" || word === "&") return isNominal(units[index - 1]);
	return word === "by" && (DOCUMENTS.has(before) || SURVEYED.has(before));
}

/** Whether a noun phrase may go on to the right with the unit at `index`. */
function goesOnRight(units: readonly Unit[], index: number): boolean {
	const unit = units[index];
	if (unit === undefined || isTime(unit)) return false;
	if (isDeterminer(unit) || isModifier(unit)) return true;
	if (SURVEYED.has(unit.word)) return units[index + 1]?.word === "by";
	return joinsRight(units, index) && beginsPhrase(units[index + 1]);
}

/** The noun phrase that begins at `from`, read rightwards: after "said" or "according to". */
export function phraseAfter(units: readonly Unit[], from: number): Range | null {
	if (PEOPLE_PRONOUNS.has(units[from]?.word ?? "")) return { from, to: from + 1 };
	let to = from;
	while (goesOnRight(units, to)) to++;
	while (to > from && !isNominal(units[to - 1])) to--;
	return to > from ? { from, to } : null;
}
