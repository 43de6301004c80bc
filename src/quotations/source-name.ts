import type { Span } from "../text/span.ts";
import { DOCUMENTS, ORGANIZATIONS, PEOPLE, TITLES } from "./cues.ts";
import { isNominal, isPossessiveMark, type Range } from "./noun-phrase.ts";
import type { Unit } from "./units.ts";

/** A source without title and determiner: where it stands, and whether it is a name. */
export interface SourceName extends Span {
	readonly name: string;
	/** Whether it names somebody; "analysts" and "it" do not. */
	readonly named: boolean;
	/** person and organization are guesses by form; document has nobody named behind it. */
	readonly kind: "person" | "organization" | "people" | "document" | "pronoun";
}

const bare = (unit: Unit | undefined): string => (unit?.word ?? "").replace(/\.$/, "");

function isProper(unit: Unit | undefined): boolean {
	if (unit === undefined || !/^[\p{Lu}\d]/u.test(unit.text)) return false;
	if (unit.wordClass === "PROPN") return true;
	return unit.wordClass === "NOUN" && unit.start > 0 && /\p{Lu}/u.test(unit.text);
}

/** Whether a word is a name; a common noun that opens the sentence only looks like one. */
function isName(unit: Unit | undefined): boolean {
	if (!isProper(unit)) return false;
	return unit?.start !== 0 || !isRole(unit);
}

function isRole(unit: Unit | undefined): boolean {
	return PEOPLE.has(bare(unit)) || DOCUMENTS.has(bare(unit));
}

function isJoint(units: readonly Unit[], index: number): boolean {
	const word = units[index]?.word ?? "";
	return /^(?:of|for|and|&|the|de|van|von|al|bin|der|di|la|el)$/.test(word);
}

/** Whether a name goes on to the left with the unit at `index`, which the name word after it touches. */
function nameGoesOn(units: readonly Unit[], index: number, from: number): boolean {
	if (isName(units[index])) return true;
	if (!isJoint(units, index) || from > index + 2) return false;
	return isName(units[index - 1]) || isJoint(units, index - 1);
}

/** The run of name words that ends the range, with the small words that stand inside it. */
function trailingName(units: readonly Unit[], range: Range): Range | null {
	let from = range.to;
	for (let index = range.to - 1; index >= range.from; index--) {
		if (!nameGoesOn(units, index, from)) break;
		if (isName(units[index])) from = index;
	}
	return from < range.to ? { from, to: range.to } : null;
}

function lastIndex(range: Range, matches: (index: number) => boolean): number {
	for (let index = range.to - 1; index >= range.from; index--) {
		if (matches(index)) return index;
	}
	return -1;
}

/** "Republican Sen. Chuck Grassley of Iowa" ends before the "of"; "Bank of England" does not. */
function beforeOf(units: readonly Unit[], range: Range): Range {
	const of = lastIndex(range, index => units[index]?.word === "of" || units[index]?.word === "for");
	if (of <= range.from) return range;
	const head = { from: range.from, to: of };
	const parts = units.slice(head.from, head.to);
	return parts.some(unit => ORGANIZATIONS.has(bare(unit))) || parts.length < 2 ? range : head;
}

/** "Ann Lee from Harbor Motors" ends before the "from"; what stands behind it is where she comes from. */
function beforeOrigin(units: readonly Unit[], range: Range): Range {
	const from = units.findIndex(
		({ word }, index) =>
			index > range.from + 1 && index < range.to && /^(?:from|at|with|in)$/.test(word),
	);
	if (from < 0) return range;
	const head = { from: range.from, to: from };
	const [last, first] = [units[from - 1], units[from - 2]];
	const organization = units.slice(head.from, head.to).some(unit => ORGANIZATIONS.has(bare(unit)));
	return isName(last) && isName(first) && !organization ? head : range;
}

function withoutTitle(units: readonly Unit[], range: Range): Range {
	const title = lastIndex(
		{ from: range.from, to: range.to - 1 },
		index => TITLES.has(bare(units[index])) && !isPossessiveMark(units[index + 1]),
	);
	return title < 0 ? range : { from: title + 1, to: range.to };
}

/** "KuCoin's report" and "a study by the university": whoever stands behind the document. */
function behindDocument(units: readonly Unit[], range: Range): Range | null {
	const isDocument = (index: number): boolean => DOCUMENTS.has(bare(units[index]));
	const from = { from: range.from, to: range.to };
	const behind = lastIndex(
		from,
		index =>
			/^(?:from|by|of|for|at|with)$/.test(units[index]?.word ?? "") &&
			(isDocument(index - 1) ||
				(PEOPLE.has(bare(units[index - 1])) && !isName(units[index - 1])) ||
				/^(?:surveyed|polled)$/.test(units[index - 1]?.word ?? "")),
	);
	if (behind > range.from && units.slice(behind, range.to).some(isName)) {
		return { from: behind + 1, to: range.to };
	}
	if (!isDocument(range.to - 1)) return null;
	const mark = lastIndex(range, index => isPossessiveMark(units[index]));
	return mark > range.from && units.slice(range.from, mark).some(isName)
		? { from: range.from, to: mark }
		: null;
}

/** What stands after the last possessive, when that is a person's name: "Galaxy's head Alex Thorn". */
function personAfterPossessive(units: readonly Unit[], range: Range): Range | null {
	const mark = lastIndex(range, index => isPossessiveMark(units[index]));
	const name = trailingName(units, { from: mark + 1, to: range.to });
	if (name === null) return null;
	const words = units.slice(name.from, name.to);
	return words.some(unit => ORGANIZATIONS.has(bare(unit))) ? null : withoutTitle(units, name);
}

function withoutDeterminer(units: readonly Unit[], range: Range): Range {
	const first = units[range.from];
	const isArticle =
		first?.wordClass === "DET" || /^(?:the|an?|its|his|her|their)$/i.test(first?.text ?? "");
	return isArticle && range.to - range.from > 1 ? { from: range.from + 1, to: range.to } : range;
}

function nameRange(units: readonly Unit[], whole: Range): Range {
	const range = beforeOrigin(units, withoutDeterminer(units, whole));
	const behind = behindDocument(units, range);
	if (behind !== null) return nameRange(units, behind);
	const hasPossessive = units.slice(range.from, range.to).some(isPossessiveMark);
	if (hasPossessive) return personAfterPossessive(units, range) ?? range;
	const name = trailingName(units, range);
	return name === null ? range : withoutTitle(units, beforeOf(units, name));
}

const INITIALS = /^(?:\p{Lu}\.?){3,}$/u;
const CAMEL = /^(?!Mc|Mac|De|Di|La|Le|O['’]).*\p{Ll}\p{Lu}/u;

/** Whether the form of a name is an organization's: a telling word, a possessive, initials, "KuCoin". */
function isOrganization(units: readonly Unit[]): boolean {
	return units.some(
		unit =>
			ORGANIZATIONS.has(bare(unit)) ||
			isPossessiveMark(unit) ||
			INITIALS.test(unit.text) ||
			CAMEL.test(unit.text),
	);
}

function kindOf(units: readonly Unit[]): SourceName["kind"] {
	const last = bare(units.at(-1));
	if (units.length === 1 && /^(?:he|she|it|they)$/.test(last)) return "pronoun";
	if (!units.some(isName) || units.every(isRole)) {
		return DOCUMENTS.has(last) ? "document" : "people";
	}
	const isPlural = PEOPLE.has(last) && last.endsWith("s");
	if (!isName(units.at(-1)) && isPlural) return "people";
	return isOrganization(units) || !isName(units.at(-1)) ? "organization" : "person";
}

/**
 * The source that a noun phrase names: "Galaxy's head of research Alex Thorn" gives Alex Thorn,
 * "a report from crypto exchange KuCoin" KuCoin, "the Labor Department" Labor Department.
 * A single surname and a single-word firm look alike; both read as a person.
 */
export function readSourceName(sentence: string, units: readonly Unit[], range: Range): SourceName {
	const { from, to } = nameRange(units, range);
	const words = units.slice(from, to);
	const start = words[0]?.start ?? 0;
	const end = words.at(-1)?.end ?? start;
	const kind = kindOf(words);
	const named = kind !== "pronoun" && words.some(isName) && !words.every(isRole);
	return { start, end, name: sentence.slice(start, end), named, kind };
}

/** What the head of a noun phrase is: the noun before its first preposition. */
function headNoun(units: readonly Unit[], { from, to }: Range): string {
	const stop = units.findIndex(
		({ word }, index) => index > from && index < to && /^(?:of|for|from|at|with|in|by)$/.test(word),
	);
	const head = lastIndex({ from, to: stop < 0 ? to : stop }, index => isNominal(units[index]));
	return bare(units[head < 0 ? to - 1 : head]);
}

/** Whether the head of a noun phrase is a document, people, a name or a pronoun, or a thing that does not speak. */
export function headOf(
	units: readonly Unit[],
	range: Range,
): "name" | "people" | "document" | "pronoun" | "thing" {
	const last = units[range.to - 1];
	const noun = headNoun(units, range);
	if (/^(?:he|she|it|they)$/.test(bare(last))) return "pronoun";
	if (DOCUMENTS.has(noun))
		return noun === bare(last) && isLongName(units, range) ? "name" : "document";
	if (isName(last) && !(range.to - range.from === 1 && isRole(last))) return "name";
	return PEOPLE.has(noun) || TITLES.has(noun) ? "people" : "thing";
}

/** "Harbor Research" is a name, though research is a document. */
function isLongName(units: readonly Unit[], { from, to }: Range): boolean {
	return to - from > 1 && isName(units[to - 1]) && isName(units[to - 2]);
}
