import type { Article } from "../../corpus/article.ts";
import { pathOfEarlier } from "../../records/paths.ts";
import type { DocumentState } from "../storage/keeper.ts";
import { type Intent, type Job, textOf } from "./job.ts";

/** An article whose text is to become an earlier one. */
export interface Earlier {
	readonly article: Pick<Article, "story" | "id">;
	/** The file as it was. */
	readonly before: string;
	readonly states: ReadonlyMap<string, DocumentState>;
}

/** Keeps a text of an article among its earlier ones, with the time until which it stood. */
export function earlierText({ clock }: Job, { article, before, states }: Earlier): Intent {
	let number = 1;
	while (states.has(pathOfEarlier(article, number))) number += 1;
	const until = `until: "${clock().toISOString()}"`;
	const text = before.replace(/^(\uFEFF?---[^\n]*\n)/u, `$1${until}\n`);
	return { path: pathOfEarlier(article, number), after: textOf(text) };
}

/** An earlier text without the day until which it stood. */
export function withoutUntil(text: string): string {
	return text.replace(/^(---\r?\n(?:(?!---)[^\n]*\n)*?)until:[^\n]*\n/u, "$1");
}
