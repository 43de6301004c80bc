import type { Claim, Report } from "../claims/claim.ts";
import { contextOf } from "../claims/context.ts";
import { ORGANIZATIONS } from "../quotations/cues.ts";
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

// "Norland's minister" is not any minister.
const OFFICE_OF = /(\p{Lu}[\p{L}.-]*)[’']s?\s+\p{Ll}/u;

/** Whether a source is the one who is asked about: "Alex Thorn" is Thorn, "Trump administration" is not Trump. */
function isSource(source: string, speaker: string): boolean {
	const [, whose] = OFFICE_OF.exec(speaker) ?? [];
	if (whose !== undefined && !names(source, whose)) return false;
	if (names(speaker, source)) return true;
	const isOrganization = (text: string) =>
		text.split(/\s+/).some(word => ORGANIZATIONS.has(word.toLowerCase()));
	return names(source, speaker) && isOrganization(source) === isOrganization(speaker);
}

// "Jason Waxman, Intel's general manager for cloud computing, said": so far from a name its office stands.
const OFFICE = 90;

/** Whether a report's source speaks for another by the office that its sentence gives it. */
function speaksFor({ excerpt }: Report, source: string, speaker: string): boolean {
	const at = excerpt.text.indexOf(source);
	if (at < 0) return false;
	const behind = excerpt.text.slice(at + source.length, at + source.length + OFFICE);
	const office = /^,\s([^,;“”"]+),/u.exec(behind)?.[1] ?? "";
	return names(office, speaker);
}

/** Whether a report credits somebody: by name, or one who speaks for them by office. */
export function isFrom(report: Report, speaker: string): boolean {
	const source = report.attribution?.source;
	if (source === undefined) return false;
	return isSource(source, speaker) || speaksFor(report, source, speaker);
}
