import type { ChangeOf, Notice } from "../../../commands/command.ts";
import { type Article, parseArticle } from "../../corpus/article.ts";
import { typedDate } from "../../corpus/typed-date.ts";
import { type EditedField, markEdited } from "../../ingest/article-edit.ts";
import { writeArticleFile } from "../../ingest/article-file.ts";
import { pathOfArticle } from "../../records/paths.ts";
import { afterwards } from "./afterwards.ts";
import { nameOf, noticeOfMistyped } from "./article-notices.ts";
import { dateAhead } from "./date-ahead.ts";
import { editInWords } from "./edit-in-words.ts";
import { editedAt } from "./followed-file.ts";
import { alone, isNotice, type Job, keep, ownStory, refused, standing, textOf } from "./job.ts";
import { EDITED } from "./past-changes.ts";
import { changed, type Fault, mistypedIn } from "./read-origin.ts";

/**
 * Says otherwise who published an article, under which title or when. Of a file of the corpus directory
 * these fields alone are kept, and the rest is followed in the file.
 */
export function editArticle(job: Job, change: ChangeOf<"edit article">): Notice | Promise<Notice> {
	const { story: id, article: name, fields } = change;
	const story = ownStory(job, id);
	if (isNotice(story)) return story;
	const held = story.articles.find(({ article }) => article.id === name);
	if (held === undefined)
		return refused("Which article?", `There is no article "${name}" any more.`);
	const text = writeArticleFile({ ...held.article, ...changed(fields) });
	const path = pathOfArticle(held.article);
	const parsed = parseArticle({ story: id, file: path, text });
	const mistyped = (fault: Fault) =>
		noticeOfMistyped(held.article, mistypedIn({ story: null, fields }, fault));
	if (parsed.kind === "problem") return mistyped(parsed.problem);
	const { published } = held.article;
	const ahead = dateAhead({ typed: fields.published, held: published, now: job.clock() });
	if (ahead !== null) return mistyped(ahead);
	const set = differing(held.article, parsed.article);
	if (set.length === 0) {
		return refused("Nothing was changed", `${nameOf(held.article)} says so already.`);
	}
	return alone(job, { story: id, what: "article edited" }, () =>
		keepEdit(job, { before: held.article, after: parsed.article, text, set }),
	);
}

/** An article before and after an edit, with the text that it has by it. */
interface Edit {
	readonly before: Article;
	readonly after: Article;
	readonly text: string;
	/** The fields that are to be other than they were. */
	readonly set: readonly EditedField[];
}

async function keepEdit(job: Job, { before, after, text, set }: Edit): Promise<Notice> {
	const { story } = before;
	const states = await standing(job, story);
	if (isNotice(states)) return states;
	const path = pathOfArticle(before);
	const edited = editedAt(states, path);
	const over = edited === null ? text : markEdited(text, new Set([...edited, ...set]));
	// Whoever types the date that was guessed changes no word.
	const words = editInWords(before, after) || "date confirmed";
	const deed = { kind: EDITED, subject: `${nameOf(before)} (${words})` };
	const kept = await keep(job, { story, deed, intents: [{ path, after: textOf(over) }] });
	if (isNotice(kept)) return kept;
	const said = `${nameOf(after)}, published ${after.published ?? "on an unknown day"}.`;
	return afterwards(job, { title: EDITED, text: said, story, number: kept.number });
}

function differing(one: Article, other: Article): readonly EditedField[] {
	const names = (["outlet", "title"] as const).filter(field => one[field] !== other[field]);
	return typedDate(one) === typedDate(other) ? names : [...names, "published"];
}
