import { buildClaims, weighBy } from "../../../src/claims/build.ts";
import { addChecks } from "../../../src/claims/checks/checks.ts";
import type { Check, CheckKind, Claim } from "../../../src/claims/claim.ts";
import { readFigureMentions } from "../../../src/claims/figure-mentions.ts";
import { readForClaims } from "../../../src/claims/reading.ts";
import { type Article, parseArticle } from "../../../src/corpus/article.ts";
import { readArticle } from "../../../src/corpus/read.ts";

/** An outlet's text in a test; published on 4 March 2024 unless it says otherwise. */
export interface Text {
	readonly outlet: string;
	readonly body: string;
	readonly published?: string | null;
	/** Whether that date is not confirmed. */
	readonly unconfirmed?: boolean;
}

function articleOf(
	{ outlet, body, published = "2024-03-04", unconfirmed = false }: Text,
	index: number,
): Article {
	const dated = published === null ? [] : [`published: ${published}`];
	const front = [`outlet: ${outlet}`, ...dated, ...(unconfirmed ? ["unconfirmed: published"] : [])];
	const text = `---\n${front.join("\n")}\n---\n${body}\n`;
	const parsed = parseArticle({ story: "test", file: `test/${index}.md`, text });
	if (parsed.kind === "problem") throw new Error(parsed.problem.reason);
	return parsed.article;
}

/** The claims of a story with their checks. */
export function claimsOf(texts: readonly Text[]): readonly Claim[] {
	const read = texts.map((text, index) => readArticle(articleOf(text, index)));
	const readings = readForClaims(read);
	const mentions = readings.flatMap(readFigureMentions);
	const claims = buildClaims(read).map(claim => ({ ...claim, checks: [] }));
	return addChecks(claims, { readings, mentions, weigh: weighBy(read) });
}

/** The checks of one kind in a story, each text once. */
export function checksOf(texts: readonly Text[], kind: CheckKind): readonly Check[] {
	const all = claimsOf(texts).flatMap(({ checks }) => checks);
	const byText = new Map(
		all.filter(check => check.kind === kind).map(check => [check.text, check]),
	);
	return [...byText.values()];
}

/** What the checks of one kind say, each once, with whether it holds. */
export function told(texts: readonly Text[], kind: CheckKind): readonly string[] {
	return checksOf(texts, kind).map(({ text, holds }) => `${holds}: ${text}`);
}
