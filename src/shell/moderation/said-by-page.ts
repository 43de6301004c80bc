import type { Article } from "../../corpus/article.ts";
import type { Metadata } from "../../ingest/extract/outcome.ts";
import type { Row } from "../../records/documents.ts";

/** What a page says of its article and is followed when it says otherwise. */
export type Said = Pick<Row<"fetched">, "title" | "published">;

const FIELDS = ["title", "published"] as const satisfies readonly (keyof Said)[];

/** What a page says of its article; a date that was guessed from its words is none that it says. */
export function saidBy({ title, published }: Pick<Metadata, "title" | "published">): Said {
	return { title, published: published?.confirmed === true ? published.date : null };
}

/** What a page says now, and what it said before where it says nothing any more. */
export function saidLast(before: Said, now: Said): Said {
	return {
		title: now.title ?? before.title,
		published: now.published ?? before.published,
	};
}

/** A field of an article that its page says otherwise now. */
export interface Followed {
	readonly field: keyof Said;
	readonly before: string | null;
	readonly after: string;
}

/**
 * What is followed of what a page says otherwise now: a field that somebody has given another value than
 * the page had stays as it is.
 */
export function followedOf(held: Pick<Article, keyof Said>, before: Said, now: Said) {
	return FIELDS.flatMap((field): readonly Followed[] => {
		const [was, after] = [held[field], now[field]];
		if (after === null || after === was || was !== before[field]) return [];
		return [{ field, before: was, after }];
	});
}
