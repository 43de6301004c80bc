import { type Alias, aliasesIn } from "../quotations/names.ts";
import { type ReadSentence, readSentence, readSentences } from "../quotations/reading.ts";
import { readSpeakers, resolveSpeaker } from "../quotations/speakers.ts";
import { contains, overlaps, type Span, shift, slice } from "../text/span.ts";
import type { Attribution } from "./claim.ts";

export { aliasesIn };

/** A source that a sentence credits, at the span of its name and its cue together. */
export interface SourceAttribution extends Span {
	/** The source without title and determiner ("Grand View Research", "KuCoin", "analysts"). */
	readonly source: string;
	/** The whole noun phrase as printed ("A report from crypto exchange KuCoin"). */
	readonly sourceSpan: Span;
	/** The words that credit ("according to", "anticipates"). */
	readonly cue: string;
	/** What the source is credited with; empty for a caption's "Source: X", which credits what stands before it. */
	readonly scope: Span;
	/** Whether somebody is named; "analysts", "a recent study" and "he" name nobody. */
	readonly named: boolean;
}

function attributionsOf(sentence: ReadSentence): readonly SourceAttribution[] {
	return sentence.credits.map(({ phrase, source, cue, scope }) => ({
		start: Math.min(phrase.start, cue.start),
		end: Math.max(phrase.end, cue.end),
		source: source.name,
		sourceSpan: phrase,
		cue: slice(sentence.text, cue),
		scope,
		named: source.named,
	}));
}

/**
 * Whom a sentence credits, in its order, with what; named or not.
 *
 * @example findAttributions("Sales will double by 2030, according to Acme Research.")
 * // [{ source: "Acme Research", cue: "according to", named: true, scope: { start: 0, end: 28 }, ... }]
 */
export function findAttributions(sentence: string): readonly SourceAttribution[] {
	return attributionsOf(readSentence(sentence));
}

/**
 * Whom a whole text credits, spans counted from its first character. "He", "Lee" and "the ministry"
 * are given by their fullest name where the text leaves no doubt, and count as named then.
 */
export function readAttributions(text: string): readonly SourceAttribution[] {
	const sentences = readSentences(text);
	const speakers = readSpeakers(text, sentences);
	return sentences.flatMap((sentence, index) =>
		attributionsOf(sentence).map((attribution, order) => {
			const credit = sentence.credits[order];
			const place = { sentence: index, text: sentence.text };
			const source = credit ? resolveSpeaker(speakers, credit, place) : attribution.source;
			const printed = slice(sentence.text, attribution.sourceSpan);
			return {
				...shift(attribution, sentence.start),
				source,
				sourceSpan: shift(attribution.sourceSpan, sentence.start),
				scope: shift(attribution.scope, sentence.start),
				named: attribution.named || source !== printed,
			};
		}),
	);
}

function gap(a: Span, b: Span): number {
	return overlaps(a, b) ? 0 : Math.max(a.start - b.end, b.start - a.end);
}

/** The attribution whose scope the span stands in: a named one before others, then the nearest; else null. */
export function attributionOf<T extends SourceAttribution>(
	attributions: readonly T[],
	span: Span,
): T | null {
	const [best] = attributions
		.filter(({ scope }) => contains(scope, span))
		.sort((a, b) => Number(b.named) - Number(a.named) || gap(a, span) - gap(b, span));
	return best ?? null;
}

/** Whom a sentence credits with what stands at `span` in it; null when nobody. */
export function creditFor(sentence: string, span: Span): Attribution | null {
	const found = attributionOf(findAttributions(sentence), span);
	return found === null ? null : { source: found.source, cue: found.cue };
}

const SMALL = /^(?:the|a|an|of|for|and|'s|&)$/;

function sourceWords(source: string): readonly string[] {
	const folded = source
		.toLowerCase()
		.replace(/[’`]/g, "'")
		.replace(/'s\b/g, " ")
		.replace(/\./g, "");
	return folded.split(/[\s\u00a0,']+/).filter(word => word !== "" && !SMALL.test(word));
}

function spelled(source: string, aliases: readonly Alias[]): string {
	return aliases.find(({ alias }) => alias === source)?.name ?? source;
}

function initials(source: string): string {
	return sourceWords(source)
		.map(word => word[0] ?? "")
		.join("");
}

const COUNTRY = /^(?:us|uk|eu)$/;

/** Whether letters are the initials of a name, with or without the country that it begins with. */
function areInitials(letters: string | undefined, words: readonly string[]): boolean {
	const inCountry = COUNTRY.test(words[0] ?? "") ? words.slice(1) : words;
	return [words, inCountry].some(each => initials(each.join(" ")) === letters);
}

function endsWith(longer: readonly string[], shorter: readonly string[]): boolean {
	const tail = longer.slice(-shorter.length);
	return shorter.length > 0 && shorter.every((word, index) => word === tail[index]);
}

/**
 * Whether two names mean one source: the same words, the abbreviation of the other (one that a text
 * introduced, or the initials), a surname and its full name, or a name with and without its country.
 * `aliases` are those of all the texts that the names come from.
 */
export function sameSource(a: string, b: string, aliases: readonly Alias[]): boolean {
	const [left, right] = [sourceWords(spelled(a, aliases)), sourceWords(spelled(b, aliases))];
	if (left.length === 0 || right.length === 0) return false;
	const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
	if (shorter.every(word => longer.includes(word)) && shorter.length === longer.length) return true;
	const short = (left.length <= right.length ? a : b).replace(/^(?:the|an?)\s+/i, "");
	const isName = /^\p{Lu}/u.test(short);
	if (shorter.length === 1 && longer.length > 1 && /^\p{Lu}{2,6}$/u.test(short)) {
		return areInitials(shorter[0], longer);
	}
	return isName && endsWith(longer, shorter) && longer.length - shorter.length <= 2;
}
