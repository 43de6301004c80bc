import type { ArticleText } from "../corpus/passage.ts";
import { readTerms } from "../text/terms.ts";
import { assemble, type Draft, distinguish } from "./assemble.ts";
import { attributionDrafts } from "./attribution-claims.ts";
import type { CheckContext } from "./checks/check-maker.ts";
import { addChecks } from "./checks/checks.ts";
import type { Claim } from "./claim.ts";
import type { Weigh } from "./context.ts";
import { dateDrafts } from "./date-claims.ts";
import { figureDrafts } from "./figure-claims.ts";
import { readFigureMentions } from "./figure-mentions.ts";
import { quotationDrafts } from "./quotation-claims.ts";
import { isReportable, readForClaims } from "./reading.ts";
import { statementDrafts } from "./statement-claims.ts";

/**
 * How telling each stem is in a story, by inverse document frequency over its sentences
 * (Robertson 2004); a stem that stands nowhere is as telling as one that stands once.
 */
export function weighBy(texts: readonly ArticleText[]): Weigh {
	const sentences = texts.flatMap(text => text.sentences.filter(isReportable));
	const times = new Map<string, number>();
	for (const { text } of sentences) {
		for (const stem of new Set(readTerms(text).map(term => term.text))) {
			times.set(stem, (times.get(stem) ?? 0) + 1);
		}
	}
	return stem => Math.log(1 + sentences.length / ((times.get(stem) ?? 0) + 0.5));
}

/** Claims without their checks, and what those are made of. */
export interface FoundClaims {
	readonly claims: readonly Claim[];
	readonly context: CheckContext;
}

/** Every claim of a story's articles: figures, dates, attributions, quotations, statements. */
export function findClaims(texts: readonly ArticleText[]): FoundClaims {
	const weigh = weighBy(texts);
	const outlets = texts.map(({ article }) => article.outlet);
	const readings = readForClaims(texts);
	const mentions = readings.flatMap(readFigureMentions);
	const drafts: readonly Draft[] = [
		...figureDrafts(mentions, weigh),
		...dateDrafts(mentions, weigh),
		...attributionDrafts(readings),
		...quotationDrafts(readings),
		...statementDrafts(readings, weigh),
	];
	const claims = drafts.map(draft => assemble(draft, outlets));
	return { claims: distinguish(claims), context: { readings, mentions, weigh } };
}

/** The same with their checks. */
export function buildClaims(texts: readonly ArticleText[]): readonly Claim[] {
	const { claims, context } = findClaims(texts);
	return addChecks(claims, context);
}
