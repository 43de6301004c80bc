import type { Article } from "../../corpus/article.ts";
import type { Report } from "../claim.ts";

/**
 * Names as a sentence lists them, each once.
 *
 * @example listOf(["A", "B", "C"]) // "A, B and C"
 */
export function listOf(names: readonly string[]): string {
	const all = [...new Set(names)];
	const last = all.at(-1) ?? "";
	return all.length < 2 ? last : `${all.slice(0, -1).join(", ")} and ${last}`;
}

/** Words inside quotation marks; marks of the words themselves at their ends are left out. */
export function quoted(words: string): string {
	const bare = words.replace(/\s+/gu, " ").replace(/^["“”„«»\s]+|["“”„«»,;\s]+$/gu, "");
	return `“${bare.replace(/["“”„«»]/gu, "'")}”`;
}

/** The outlet as a reader must know it: with the card that a report stands in. */
export function outletName({ outlet, via }: Pick<Report, "outlet" | "via">): string {
	return via === null ? outlet : `${outlet} (in a card of ${via})`;
}

/** The outlets of reports as a sentence lists them. */
export function outletsOf(reports: readonly Report[]): string {
	return listOf(reports.map(outletName));
}

/** That articles' own dates, which a check reckons from, are not confirmed; "" where all are. */
export function openDates(articles: readonly Article[]): string {
	const open = articles.filter(({ dateIsUnconfirmed = false }) => dateIsUnconfirmed);
	if (open.length === 0) return "";
	return `; the date of ${listOf(open.map(({ outlet }) => outlet))} is not confirmed`;
}

/** "prints" for one outlet, "print" for several. */
export function verbFor(reports: readonly Report[], verb: string): string {
	return new Set(reports.map(outletName)).size === 1 ? `${verb}s` : verb;
}

/** Reports put together by what `keyOf` says of them, in the order of the first of each. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[][] {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [item]);
		else group.push(item);
	}
	return [...groups.values()];
}
