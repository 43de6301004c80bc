import type { Article } from "../../corpus/article.ts";
import { cutLine } from "../../present/fitting.ts";
import { dayInWords } from "../../text/day-in-words.ts";

type FrontMatter = Pick<Article, "outlet" | "title" | "published">;

/** As much of a name as is told in a line. */
const SHOWN = 80;

/** What an edit said otherwise of an article: "date 3 November 2026 became 5 November 2026". */
export function editInWords(before: FrontMatter, after: FrontMatter): string {
	return [
		became("outlet", quoted(before.outlet), quoted(after.outlet)),
		became("title", quoted(before.title), quoted(after.title)),
		became("date", dayOf(before), dayOf(after)),
	]
		.filter(words => words !== null)
		.join("; ");
}

function became(what: string, before: string | null, after: string | null): string | null {
	if (before === after) return null;
	if (before === null) return `${what} is now ${after}`;
	return after === null ? `${what} ${before} was taken out` : `${what} ${before} became ${after}`;
}

function quoted(name: string | null): string | null {
	return name === null ? null : `“${cutLine(name, shown => shown.length <= SHOWN)}”`;
}

function dayOf({ published }: FrontMatter): string | null {
	return published === null ? null : dayInWords(published);
}
