import type { Span } from "../text/span.ts";
import {
	afterVerb,
	type CreditKind,
	ELABORATES,
	type Found,
	findCreditAt,
	followsQuote,
} from "./credit-finders.ts";
import { isNominal, type Range } from "./noun-phrase.ts";
import { readSourceName, type SourceName } from "./source-name.ts";
import type { Unit } from "./units.ts";

/** A source that a sentence credits, its cue, and the part of the sentence that is credited. */
export interface Credit {
	/** The noun phrase as printed, its title and determiner included. */
	readonly phrase: Span;
	readonly source: SourceName;
	readonly cue: Span;
	readonly kind: CreditKind;
	/** What the source is credited with. */
	readonly scope: Span;
}

/** A credit with the units that it takes up; a subject that it shares with the credit before is not among them. */
interface Placed extends Found {
	readonly at: Range;
}

/** A credit, and the units between the credits before and after it. */
interface Bounded {
	readonly found: Placed;
	readonly bounds: Range;
}

function endOf(units: readonly Unit[], index: number): number {
	return units[index]?.end ?? units.at(-1)?.end ?? 0;
}

/** Whether what is said stands before the cue: nothing but adjuncts and a stop follow it. */
function standsBefore(units: readonly Unit[], { found, bounds }: Bounded): boolean {
	const { at, cue, phrase } = found;
	if (/^(?:surveyed|polled)$/.test(units[cue.from]?.word ?? "")) return false;
	const cueFirst = cue.from < phrase.from;
	const content = units
		.slice(bounds.from, at.from)
		.some(unit => isNominal(unit) || unit.wordClass === "QUOTE");
	if (!content) return false;
	if (followsQuote(units, at.from) || cueFirst) return true;
	const next = units[afterVerb(units, at.to - 1)];
	return next === undefined || (next.wordClass === "PUNCT" && next.text !== ":");
}

/** Where the scope of a credit ends that goes on behind its words: a quotation or an "adding that" follows. */
function endBehind(units: readonly Unit[], { found, bounds }: Bounded): number | null {
	const rest = units.slice(found.at.to, bounds.to);
	const goesOn = rest.some(unit => unit.wordClass === "QUOTE" || ELABORATES.test(unit.word));
	return goesOn ? (rest.at(-1)?.end ?? null) : null;
}

function scopeOf(units: readonly Unit[], bounded: Bounded): Span {
	const { found, bounds } = bounded;
	const start = units[bounds.from]?.start ?? 0;
	if (standsBefore(units, bounded)) {
		return { start, end: endBehind(units, bounded) ?? units[found.at.from]?.start ?? start };
	}
	const from = units[found.at.to]?.start ?? endOf(units, found.at.to - 1);
	return { start: from, end: Math.max(from, endOf(units, bounds.to - 1)) };
}

function findAll(units: readonly Unit[]): readonly Placed[] {
	const all: Placed[] = [];
	for (let index = 0; index < units.length; index++) {
		const found = findCreditAt({ units, index });
		if (found === null) continue;
		const { phrase, cue } = found;
		const shared = phrase.from < (all.at(-1)?.at.to ?? 0);
		if (shared && units[index]?.word.endsWith("ing")) continue;
		const from = shared ? cue.from : Math.min(phrase.from, cue.from);
		const at = { from, to: Math.max(phrase.to, cue.to) };
		all.push({ ...found, at });
		index = at.to - 1;
	}
	return all;
}

/** Whether a credit begins a clause of its own, and not one inside what the credit before it covers. */
function beginsOwnClause(units: readonly Unit[], { at }: Placed): boolean {
	const before = units[at.from - 1];
	return before === undefined || ["PUNCT", "CCONJ", "QUOTE"].includes(before.wordClass);
}

/**
 * Whom a sentence credits with what, in its order: "according to X", "X said", "said X",
 * "estimated by X", "Source: X". `units` are the sentence's own, quotations as single units.
 */
export function findCredits(sentence: string, units: readonly Unit[]): readonly Credit[] {
	const all = findAll(units);
	return all.map((found, order) => {
		const next = all.slice(order + 1).find(later => beginsOwnClause(units, later));
		const bounds = { from: all[order - 1]?.at.to ?? 0, to: next?.at.from ?? units.length };
		const { phrase, cue, kind } = found;
		return {
			phrase: { start: units[phrase.from]?.start ?? 0, end: endOf(units, phrase.to - 1) },
			source: readSourceName(sentence, units, phrase),
			cue: { start: units[cue.from]?.start ?? 0, end: endOf(units, cue.to - 1) },
			kind,
			scope: scopeOf(units, { found, bounds }),
		};
	});
}
