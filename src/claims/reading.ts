import type { ArticleText, Sentence } from "../corpus/passage.ts";
import { extractQuotations } from "../quotations/extract.ts";
import type { Quotation } from "../quotations/quotation.ts";
import { contains, type Span } from "../text/span.ts";
import { readAttributions, type SourceAttribution } from "./attribution.ts";

/** An article with what its whole text tells: whom it credits, and what it quotes; read once for all claims. */
export interface Reading {
	readonly text: ArticleText;
	/** The sentences that may be reported; furniture says nothing of its own. */
	readonly sentences: readonly Sentence[];
	/** Spans count from the body's first character. */
	readonly attributions: readonly SourceAttribution[];
	readonly quotations: readonly Quotation[];
	/** ISO 8601 date of publication; borrowed from the story's other articles where it has none, else null. */
	readonly day: string | null;
	readonly dayIsBorrowed: boolean;
}

/** Whether words of a sentence may be reported. */
export function isReportable(sentence: Sentence): boolean {
	return sentence.furniture === null && sentence.passage.furniture === null;
}

/** The reportable sentence in which a span begins; null where it begins in furniture. */
export function sentenceAt({ sentences }: Reading, { start }: Span): Sentence | null {
	return sentences.find(sentence => contains(sentence, { start, end: start + 1 })) ?? null;
}

/** The day on which most of a story's dated articles were published, the earliest of those; null without any. */
function usualDay(texts: readonly ArticleText[]): string | null {
	const times = new Map<string, number>();
	const days = texts.flatMap(({ article }) => article.published?.slice(0, 10) ?? []).toSorted();
	for (const day of days) times.set(day, (times.get(day) ?? 0) + 1);
	return [...times].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** Reads the articles of a story for their claims. */
export function readForClaims(texts: readonly ArticleText[]): readonly Reading[] {
	const usual = usualDay(texts);
	return texts.map(text => {
		const { body, published } = text.article;
		return {
			text,
			sentences: text.sentences.filter(isReportable),
			attributions: readAttributions(body),
			quotations: extractQuotations(body),
			day: published ?? usual,
			dayIsBorrowed: published === null && usual !== null,
		};
	});
}
