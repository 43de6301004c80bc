import type { Claim, Report } from "../claims/claim.ts";
import { contextOf } from "../claims/context.ts";
import { frequencyRank } from "../text/meaning.ts";
import { unique } from "./wording.ts";

/** Whom the outlets credit with some claims, each once. */
export function sourcesOf(claims: readonly Claim[]): readonly string[] {
	return unique(
		claims.flatMap(({ reports }) =>
			reports.flatMap(({ attribution }) => (attribution === null ? [] : [attribution.source])),
		),
	);
}

/** Whether a text has every word of a source's name. */
export function names(text: string, source: string): boolean {
	const asked = new Set(contextOf(text).map(({ stem }) => stem));
	const stems = contextOf(source).map(({ stem }) => stem);
	return stems.length > 0 && stems.every(stem => asked.has(stem));
}

// A surname that is no frequent word names its bearer by itself.
const RARE_RANK = 12_000;

function surnameOf(source: string): string | null {
	const words = source.split(/\s+/);
	const last = words.at(-1) ?? "";
	const rank = frequencyRank(last.toLowerCase());
	return words.length === 2 && (rank === null || rank >= RARE_RANK) ? last : null;
}

function mentions(text: string, source: string): boolean {
	const surname = surnameOf(source);
	return names(text, source) || (surname !== null && names(text, surname));
}

/** The known sources that a text names, whole or by a telling surname. */
export function findSources(text: string, known: readonly string[]): readonly string[] {
	// "The report" begins a sentence and names nobody.
	const isName = (source: string) => /\p{Lu}/u.test(source.replace(/^(?:The|An?)\s/u, ""));
	return known.filter(source => isName(source) && mentions(text, source));
}

/** Whether a report credits a source, or speaks of it in its sentence. */
export function isFrom({ attribution, excerpt }: Report, source: string): boolean {
	const credited = attribution?.source ?? "";
	return (
		names(credited, source) ||
		(credited !== "" && names(source, credited)) ||
		mentions(excerpt.text, source)
	);
}
