import type { Article } from "./article.ts";

/** A date of publication, and whether it is one that nobody has confirmed. */
export type DateOfArticle = Pick<Article, "published" | "dateIsUnconfirmed">;

const OPEN = "?";

/** A date of publication as people type it: "2026-11-03", "2026-11-03?" where it is not confirmed; "" without one. */
export function typedDate({ published, dateIsUnconfirmed = false }: DateOfArticle): string {
	return published === null ? "" : `${published}${dateIsUnconfirmed ? OPEN : ""}`;
}

/** Whether a typed date is said to be not confirmed. */
export function isOpenDate(typed: string): boolean {
	return typed.endsWith(OPEN);
}

/** What a typed date says; that it is a date at all is seen where the article is parsed. */
export function readTypedDate(typed: string): Required<DateOfArticle> {
	const date = isOpenDate(typed) ? typed.slice(0, -OPEN.length).trim() : typed;
	const isNone = date === "";
	return { published: isNone ? null : date, dateIsUnconfirmed: !isNone && isOpenDate(typed) };
}
