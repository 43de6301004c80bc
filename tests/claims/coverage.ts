import { buildClaims } from "../../src/claims/build.ts";
import type { Claim, ClaimKind } from "../../src/claims/claim.ts";
import type { Article } from "../../src/corpus/article.ts";
import type { ArticleText } from "../../src/corpus/passage.ts";
import { readArticle } from "../../src/corpus/read.ts";

/** An article of a test: its outlet, its text, and what a test needs to say of it besides. */
export type Draft = readonly [
	outlet: string,
	body: string,
	known?: Partial<Pick<Article, "id" | "published" | "title" | "url">>,
];

/** The articles of a story, each read as it is for claims; ids are the outlets' in lower case. */
export function coverageOf(...drafts: readonly Draft[]): readonly ArticleText[] {
	return drafts.map(([outlet, body, known]) =>
		readArticle({
			id: outlet.toLowerCase().replaceAll(" ", "-"),
			story: "story",
			outlet,
			title: null,
			url: null,
			published: null,
			retrieved: null,
			language: "en",
			body,
			...known,
		}),
	);
}

/** The claims of a kind that a story's articles make. */
export function claimsOf(kind: ClaimKind, ...drafts: readonly Draft[]): readonly Claim[] {
	return buildClaims(coverageOf(...drafts)).filter(claim => claim.kind === kind);
}

/** A claim as a test writes it: "Herald 12 + Echo about 12 / Wire 14", a slash between its positions. */
export function written({ positions, reports }: Claim): string {
	return positions
		.map(position =>
			position.reports
				.map(index => `${reports[index]?.outlet} ${reports[index]?.printed}`)
				.join(" + "),
		)
		.join(" / ");
}

/** The claims of a kind as a test writes them, in the order of the alphabet. */
export function writtenClaims(kind: ClaimKind, ...drafts: readonly Draft[]): readonly string[] {
	return claimsOf(kind, ...drafts)
		.map(written)
		.toSorted();
}
