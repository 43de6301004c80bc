import { ORGANIZATIONS, TIMES, TITLES } from "../quotations/cues.ts";
import { isNominal, phraseAfter, phraseBefore, type Range } from "../quotations/noun-phrase.ts";
import { readSentence } from "../quotations/reading.ts";
import type { Unit } from "../quotations/units.ts";
import { type Span, slice } from "../text/span.ts";

/** Who somebody is, by the words beside the name. */
export interface Role {
	/** The name without its title ("Alex Thorn"). */
	readonly person: string;
	/** The words for the office ("Galaxy Research head", "leads research at Galaxy"). */
	readonly role: string;
	/** Name and role together, as printed. */
	readonly span: Span;
}

/** Verbs for holding an office: "Ann Lee, who chairs the board". */
const OFFICE_VERBS =
	/^(?:leads?|led|heads?|headed|runs?|ran|chairs?|chaired|directs?|directed|oversees|oversaw|manages?|managed|founded|co-founded|edits?|edited|serves?|served|works?|worked|teaches|taught|is|was|owns?|owned)$/;

const COURTESY = /^(?:mr|mrs|ms|dr|sir|lady|lord)$/;
/** What may follow an apposition. */
const CLOSES = new Set(["PUNCT", "ADP", "CCONJ"]);

interface Place {
	readonly sentence: string;
	readonly units: readonly Unit[];
	readonly name: Range;
}

const bare = (unit: Unit | undefined): string => (unit?.word ?? "").replace(/\.$/, "");

function isTitle(unit: Unit | undefined): boolean {
	return TITLES.has(bare(unit));
}

function isNameWord(unit: Unit | undefined): boolean {
	if (unit === undefined || unit.wordClass !== "PROPN" || !/^\p{Lu}/u.test(unit.text)) return false;
	const word = bare(unit);
	return !(TITLES.has(word) || ORGANIZATIONS.has(word) || TIMES.has(word));
}

/** Runs of one to four name words, each with no further name word beside it. */
function namesIn(units: readonly Unit[]): readonly Range[] {
	const found: Range[] = [];
	for (let from = 0; from < units.length; from++) {
		if (!isNameWord(units[from])) continue;
		let to = from;
		while (isNameWord(units[to])) to++;
		const ends = !isNominal(units[to]) && !ORGANIZATIONS.has(bare(units[to]));
		if (to - from <= 4 && ends) found.push({ from, to });
		from = to;
	}
	return found;
}

function textOf({ sentence, units }: Place, { from, to }: Range): string {
	return slice(sentence, { start: units[from]?.start ?? 0, end: units[to - 1]?.end ?? 0 });
}

function roleAt(place: Place, words: Range): Role {
	const { units, name } = place;
	const from = Math.min(words.from, name.from);
	const to = Math.max(words.to, name.to);
	const span = { start: units[from]?.start ?? 0, end: units[to - 1]?.end ?? 0 };
	return { person: textOf(place, name), role: textOf(place, words), span };
}

/** Where the title before a name begins: after the last preposition that belongs to no title. */
function startOfTitle(units: readonly Unit[], { from, to }: Range): number {
	const stop = units.findLastIndex(
		(unit, index) =>
			index >= from && index < to && unit.wordClass === "ADP" && !isTitle(units[index - 1]),
	);
	const start = Math.max(from, stop + 1);
	return units[start]?.wordClass === "DET" ? start + 1 : start;
}

/** "Marlow CEO and co-founder Ann Lee": the office before the "and", if there is one. */
function withOfficeBefore(units: readonly Unit[], from: number): number {
	const joined = units[from - 1]?.word === "and" && isTitle(units[from - 2]);
	return joined ? startOfTitle(units, phraseBefore(units, from - 1)) : from;
}

/** A firm's name after a word that may be a title: "chief KuCoin", "CEO AMD". */
function isFirm(words: readonly Unit[]): boolean {
	return words.length === 1 && /\p{Ll}\p{Lu}|^\p{Lu}{2,}$/u.test(words[0]?.text ?? "");
}

/** "Galaxy Research head Alex Thorn". */
function titleBefore(place: Place): Role | null {
	const { units, name } = place;
	if (isFirm(units.slice(name.from, name.to))) return null;
	const start = startOfTitle(units, { from: phraseBefore(units, name.to).from, to: name.from });
	const words = { from: withOfficeBefore(units, start), to: name.from };
	const office = units.slice(words.from, words.to);
	const last = office.at(-1);
	const touches = isTitle(last) || (last?.wordClass === "NOUN" && office.at(-2)?.word === "of");
	const isCourtesy = office.length === 1 && COURTESY.test(bare(office[0]));
	return touches && office.some(isTitle) && !isCourtesy ? roleAt(place, words) : null;
}

/** The end of a role that goes on with a firm behind a comma: "president and CEO, AMD". */
function withFirm(units: readonly Unit[], phrase: Range): Range {
	const endsInTitle = isTitle(units[phrase.to - 1]);
	const next =
		endsInTitle && units[phrase.to]?.text === "," ? phraseAfter(units, phrase.to + 1) : null;
	const closes = next !== null && /^[.,;]$/.test(units[next.to]?.text ?? ".");
	const isFirm =
		closes && units.slice(next.from, next.to).every(unit => unit.wordClass === "PROPN");
	return isFirm ? { from: phrase.from, to: next.to } : phrase;
}

/** "Alex Thorn, head of research at Galaxy,". */
function apposition(place: Place): Role | null {
	const { units, name } = place;
	const isPerson = !isFirm(units.slice(name.from, name.to));
	if (!isPerson || !/^[,—–]$/.test(units[name.to]?.text ?? "")) return null;
	const phrase = phraseAfter(units, name.to + 1);
	if (phrase === null) return null;
	const head = units.slice(phrase.from, phrase.to);
	const end = units[phrase.to];
	const closes = end === undefined || CLOSES.has(end.wordClass) || end.word === "who";
	return head.some(isTitle) && closes ? roleAt(place, withFirm(units, phrase)) : null;
}

/** "Alex Thorn, who leads research at Galaxy". */
function relativeClause(place: Place): Role | null {
	const { units, name } = place;
	const who = units[name.to]?.text === "," ? name.to + 1 : name.to;
	if (units[who]?.word !== "who" || !OFFICE_VERBS.test(units[who + 1]?.word ?? "")) return null;
	const start =
		units[who + 2]?.word === "as" || units[who + 2]?.wordClass === "ADP" ? who + 3 : who + 2;
	const phrase = phraseAfter(units, start);
	return phrase === null ? null : roleAt(place, { from: who + 1, to: phrase.to });
}

const READERS: readonly ((place: Place) => Role | null)[] = [
	apposition,
	relativeClause,
	titleBefore,
];

/**
 * Who the people of a sentence are, by titles before their names, appositions and "who leads ..."
 * behind them. Courtesy titles are no roles.
 *
 * @example findRoles("Ann Lee, an economist at Acme, disagreed.")
 * // [{ person: "Ann Lee", role: "an economist at Acme", span: { start: 0, end: 29 } }]
 */
export function findRoles(sentence: string): readonly Role[] {
	const { units } = readSentence(sentence);
	return namesIn(units).flatMap(name => {
		const place = { sentence, units, name };
		return READERS.map(read => read(place)).filter(role => role !== null);
	});
}
