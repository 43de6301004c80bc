import type { Entry } from "../../src/answers/answer.ts";
import type { Article } from "../../src/corpus/article.ts";
import { untilOf } from "../../src/corpus/edits.ts";
import type { Story } from "../../src/snapshot.ts";
import { dayInWords, minuteInWords } from "../../src/text/day-in-words.ts";
import type { StoryCommand } from "../command.ts";
import { button, isReadOnly, line, notice } from "../notice.ts";
import { storyOption } from "../options.ts";
import {
	articleMeant,
	articleOption,
	completeArticle,
	dateInWords,
	nameOf,
} from "./article-meant.ts";
import { articleEdit } from "./edit.ts";
import { articleRemove } from "./remove.ts";

const COMMAND = { name: "article show" };

function frontMatter(article: Article) {
	const { id, outlet, title, url, retrieved, language } = article;
	const rows: readonly (readonly [string, string | null])[] = [
		["Name", id],
		["Outlet", outlet],
		["Title", title],
		["Address", url],
		["Published", dateInWords(article)],
		["Retrieved", retrieved === null ? null : minuteInWords(retrieved)],
		["Language", language],
	];
	return rows.map(([name, value]) => line(name, value ?? "not known"));
}

/** The texts that an article had before, oldest first, each with the day until which it stood. */
function earlierTexts({ input }: Story, { id }: Article): readonly Entry[] {
	const own = input.files.filter(({ file }) => file.startsWith(`revisions/${id}@`));
	return own.map(({ file, text }) => {
		const until = untilOf(text);
		return line(file, until === null ? "stood before" : `stood until ${dayInWords(until)}`);
	});
}

function figuresOf(story: Story, article: Article): readonly Entry[] {
	return story.claims
		.filter(({ kind }) => kind === "figure")
		.flatMap(({ label, reports }) =>
			reports
				.filter(report => report.article === article.id)
				.map(({ printed, excerpt }) => ({ ...line(label, `printed: ${printed}`), excerpt })),
		);
}

/** `/article show`: what is known of an article, and the figures found in it. */
export const articleShow: StoryCommand = {
	...COMMAND,
	description: "An article's outlet, title, date and address, and the figures found in it",
	options: [articleOption, storyOption],
	examples: [{ article: "a47-news" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, records, values }) => {
		const article = articleMeant(story, COMMAND, values);
		if ("kind" in article) return article;
		const meant = { story: story.id, article: article.id };
		const words = article.body.split(/\s+/u).filter(word => word !== "").length;
		const sections = [
			{ heading: "Front matter", entries: frontMatter(article) },
			{ heading: "Earlier texts", entries: earlierTexts(story, article) },
			{ heading: "Figures", entries: figuresOf(story, article) },
		].filter(({ entries }) => entries.length > 0);
		const changes = [button("Edit", articleEdit, meant), button("Remove", articleRemove, meant)];
		const choices = isReadOnly(story, records) ? [] : changes;
		const text = `${words.toLocaleString("en")} words, in the story ${story.title}.`;
		return notice(nameOf(article), text, { sections, choices });
	},
	complete: ({ story }, _option, typed) => completeArticle(story, typed),
};
