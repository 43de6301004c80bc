import type { Article } from "../corpus/article.ts";

/** What tells an article from all others. */
type ArticleName = Pick<Article, "story" | "id">;

/** The path of an article: `thorn/a47.md`. */
export function pathOfArticle({ story, id }: ArticleName): string {
	return `${story}/${id}.md`;
}

/**
 * The path of an earlier text of an article: `thorn/revisions/a47@2.md`.
 *
 * @param number from 1
 */
export function pathOfEarlier(article: ArticleName, number: number): string {
	return `${earlierOf(article)}${number}.md`;
}

/** Whether a path is that of an earlier text of an article. */
export function isEarlierOf(article: ArticleName, path: string): boolean {
	return path.startsWith(earlierOf(article));
}

function earlierOf({ story, id }: ArticleName): string {
	return `${story}/revisions/${id}@`;
}

/** Which article a path is that of; null where it is that of something else. */
export function articleAt(path: string): ArticleName | null {
	const [, story, id] = /^([^/]+)\/([^/]+)\.md$/u.exec(path) ?? [];
	return story === undefined || id === undefined ? null : { story, id };
}

/** The story in whose folder a path is; null where it is the realm's own. */
export function storyAt(path: string): string | null {
	const [story, ...rest] = path.split("/");
	return rest.length === 0 ? null : (story ?? null);
}

/** The path of a story's corrections. */
export function pathOfCorrections(story: string): string {
	return `${story}/corrections.yaml`;
}

/** Whether a path is that of a story's corrections. */
export function isCorrections(path: string): boolean {
	const story = storyAt(path);
	return story !== null && path === pathOfCorrections(story);
}
