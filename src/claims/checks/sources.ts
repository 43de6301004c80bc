import { type Alias, aliasesIn } from "../../quotations/names.ts";
import { fold } from "../../text/fold.ts";
import { readTerms } from "../../text/terms.ts";
import { sameSource } from "../attribution.ts";
import type { Report } from "../claim.ts";
import type { Reading } from "../reading.ts";
import { type CheckContext, readingOf } from "./check-maker.ts";

/** Abbreviations that the articles of a story introduce. */
export function aliasesOf({ readings }: CheckContext): readonly Alias[] {
	return readings.flatMap(({ text }) => aliasesIn(text.article.body));
}

// "Norland Air and All Oakton Airways said": two are credited, and a name may be cut at the "and".
const JOINED = /\p{Lu}[\p{L}.]*\s+(?:and|&)\s+(?:\p{Lu}\p{L}*\s+)?$/u;

function isJoined(source: string, text: string): boolean {
	const at = text.indexOf(source);
	return at > 0 && JOINED.test(text.slice(0, at));
}

/** The source of a report when somebody is named alone; null for none, for two at once, "analysts" and "a recent study". */
export function namedSource(report: Report, context: CheckContext): string | null {
	const source = report.attribution?.source;
	if (source === undefined) return null;
	const attributions = readingOf(report, context)?.attributions ?? [];
	const isNamed = attributions.some(each => each.source === source && each.named);
	const isOne = /\p{Lu}/u.test(source) && !isJoined(source, report.excerpt.text);
	return isNamed && isOne ? source : null;
}

const stemsOf = (name: string) => new Set(readTerms(name).map(({ text }) => text));

/**
 * Whether two names may mean one source, or one a part of the other: "China" and "China's finance
 * ministry", "the Fire Agency" and "the Fire Agency of the interior ministry".
 */
function mayBeSame(a: string, b: string, aliases: readonly Alias[]): boolean {
	if (sameSource(a, b, aliases)) return true;
	const [first, second] = [stemsOf(a), stemsOf(b)];
	const [small, large] = first.size <= second.size ? [first, second] : [second, first];
	return [...small].every(stem => large.has(stem));
}

/** Sources put together that may mean the same one, the longest name of each first. */
export function distinctSources(
	sources: readonly string[],
	aliases: readonly Alias[],
): readonly (readonly string[])[] {
	const groups: string[][] = [];
	for (const source of [...new Set(sources)].toSorted((a, b) => b.length - a.length)) {
		const group = groups.find(names => names.some(name => mayBeSame(name, source, aliases)));
		if (group === undefined) groups.push([source]);
		else group.push(source);
	}
	return groups;
}

/** The words of an article, folded, each once. */
export function bodyWords({ text }: Reading): ReadonlySet<string> {
	return new Set(fold(text.article.body).match(/[\p{L}\p{N}]+/gu));
}

/** Whether a text's words have half of the telling words of a source's names, or an abbreviation of one. */
export function haveSource(
	words: ReadonlySet<string>,
	names: readonly string[],
	aliases: readonly Alias[],
): boolean {
	const short = aliases.filter(({ name }) => names.includes(name)).map(({ alias }) => alias);
	return [...names, ...short].some(name => {
		const own = readTerms(name).map(({ start, end }) => fold(name.slice(start, end)));
		return own.length > 0 && own.filter(word => words.has(word)).length >= own.length / 2;
	});
}

// Further from the words that credit, or beyond such a mark, a figure may be of another clause.
const NEAR_WORDS = 12;
const BREAK = /[;:—–]/u;

function gapBetween(text: string, a: string, b: string): string | null {
	const [first, second] = [text.indexOf(a), text.indexOf(b)];
	if (first < 0 || second < 0) return null;
	return first < second
		? text.slice(first + a.length, second)
		: text.slice(second + b.length, first);
}

/** Whether the words that credit stand beside the figure, so that nobody else can be meant. */
export function isCreditedDirectly({ excerpt, printed, attribution }: Report): boolean {
	if (attribution === null) return false;
	const gaps = [attribution.cue, attribution.source].map(words =>
		gapBetween(excerpt.text, printed, words),
	);
	return gaps.some(
		gap => gap !== null && !BREAK.test(gap) && gap.trim().split(/\s+/u).length <= NEAR_WORDS,
	);
}
