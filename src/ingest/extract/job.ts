import { readFeed } from "../feeds/read-feed.ts";
import type { ArticleOutcome, FeedOutcome, Source } from "./outcome.ts";
import { readArticle } from "./read-article.ts";

/** One thing to be read, as it goes to the worker. */
export interface Job {
	readonly kind: "article" | "feed";
	readonly source: Source;
	/** What day it is, ISO 8601. */
	readonly now: string;
}

/** Reads what a job asks for. */
export function runJob({ kind, source, now }: Job): Promise<ArticleOutcome> | FeedOutcome {
	return kind === "feed" ? readFeed(source, new Date(now)) : readArticle(source, new Date(now));
}
