import type { Notice } from "../../commands/command.ts";
import type { Answer, AnswerKind, Entry, Section } from "../answers/answer.ts";
import { counted, listed, NOT_CONFIRMED } from "../answers/wording.ts";
import type { Check, CheckKind, Excerpt } from "../claims/claim.ts";
import { outletsOf, type Snapshot, type Story } from "../snapshot.ts";
import { dayInWords } from "../text/day-in-words.ts";
import { ageOf } from "./age.ts";
import type { Block, Document, Inline } from "./document.ts";

const TITLES: Readonly<Record<AnswerKind, string>> = {
	found: "In the coverage",
	differ: "The outlets differ",
	"not-covered": "Not in the coverage",
	"not-reported": "Nobody reported that",
	contradicted: "The coverage says otherwise",
	several: "Which did you mean?",
};

/** Whether a check is our arithmetic, or two printings set side by side. */
const CHECK_NAMES: Readonly<Record<CheckKind, string>> = {
	arithmetic: "Computed",
	date: "Computed",
	conversion: "Computed",
	wording: "Compared",
	credit: "Compared",
	strength: "Compared",
	source: "Compared",
	framing: "Compared",
	lineage: "Compared",
};

function titleOf({ kind, claims }: Answer): string {
	const differing = claims.filter(({ agreement }) => agreement === "differ");
	const outlets = new Set(differing.flatMap(({ reports }) => reports.map(({ outlet }) => outlet)));
	return kind === "differ" && outlets.size === 1 ? "An outlet differs with itself" : TITLES[kind];
}

const NOT_VERBATIM = "These words are not in the article as it is now, so they are not shown.";

/**
 * An answer laid out for reading: its sections with each excerpt checked against its article once
 * more, then who is silent, the checks, and the notes. `now` gives the age of the snapshot.
 */
export function documentOfAnswer(answer: Answer, snapshot: Snapshot, now: Date): Document {
	const story = snapshot.stories.find(({ id }) => id === answer.story);
	return {
		title: titleOf(answer),
		question: answer.question,
		lead: answer.text,
		blocks: [
			...answer.sections.flatMap(section => blocksOf(section, story === undefined ? [] : [story])),
			...silentBlocks(answer.silent, story),
			...checkBlocks(answer.checks),
			...noteBlocks(answer.notes),
		],
		choices: answer.choices.map(choice => ({
			...choice,
			values: { ...choice.values, ...storyKept(answer, snapshot) },
		})),
		footer: footerOf(story === undefined ? [] : [story], snapshot, now),
	};
}

/**
 * The story that what follows an answer keeps to, as a command takes it: where there are several, the
 * answer's own, whatever story the channel is tied to.
 */
export function storyKept(
	{ story }: Pick<Answer, "story">,
	{ stories }: Snapshot,
): { readonly story?: string } {
	return stories.length > 1 ? { story } : {};
}

/** A notice laid out for reading. It speaks of the installation, so its footer counts all stories. */
export function documentOfNotice(notice: Notice, snapshot: Snapshot, now: Date): Document {
	return {
		title: notice.title,
		question: null,
		lead: notice.text,
		blocks: notice.sections.flatMap(section => blocksOf(section, snapshot.stories)),
		choices: notice.choices,
		footer: footerOf(snapshot.stories, snapshot, now),
	};
}

function blocksOf(section: Section, stories: readonly Story[]): readonly Block[] {
	const blocks = section.entries.map(entry => entryBlock(entry, stories));
	return section.heading === "" ? blocks : [{ kind: "heading", text: section.heading }, ...blocks];
}

function entryBlock(entry: Entry, stories: readonly Story[]): Block {
	const { excerpt, remarks, changes } = entry;
	const label = labelOf(entry);
	if (excerpt !== null && !isVerbatim(excerpt, stories)) {
		return { kind: "excerpt", label, text: null, link: null, remarks: [NOT_VERBATIM], changes: [] };
	}
	const link = excerpt?.link ?? excerpt?.url ?? null;
	return { kind: "excerpt", label, text: excerpt?.text ?? null, link, remarks, changes };
}

function labelOf({ label, published, dateIsUnconfirmed, excerpt }: Entry): readonly Inline[] {
	const name: Inline = { kind: "strong", text: label };
	const mark = dateIsUnconfirmed === true ? ` (${NOT_CONFIRMED})` : "";
	const day = published === null ? "" : ` · ${dayInWords(published)}${mark}`;
	const url = excerpt?.url ?? null;
	const before: Inline = { kind: "text", text: url === null ? day : `${day} · ` };
	if (url === null) return day === "" ? [name] : [name, before];
	return [name, before, { kind: "link", text: "page", url }];
}

/** Whether the words stand where they are said to, in an article of one of these stories. */
function isVerbatim({ article, start, end, text }: Excerpt, stories: readonly Story[]): boolean {
	const cited = stories
		.flatMap(({ articles }) => articles)
		.filter(known => known.article.id === article);
	return cited.some(known => known.article.body.slice(start, end) === text);
}

function silentBlocks(silent: readonly string[], story: Story | undefined): readonly Block[] {
	if (silent.length === 0 || story === undefined) return [];
	const quiet = new Set(silent);
	const articles = story.articles.filter(({ article }) => quiet.has(article.outlet));
	const held = `No report found in the ${counted(articles.length, "article")} held`;
	const all = outletsOf(story).every(outlet => quiet.has(outlet));
	const text = all ? `${held}.` : `${held} of ${listed(silent)}.`;
	return [END_OF_PART, { kind: "line", inlines: [{ kind: "text", text }] }];
}

const END_OF_PART: Block = { kind: "end of part" };

function noteBlocks(notes: readonly string[]): readonly Block[] {
	if (notes.length === 0) return [];
	return [END_OF_PART, ...notes.map((text): Block => ({ kind: "remark", text }))];
}

function checkBlocks(checks: readonly Check[]): readonly Block[] {
	if (checks.length === 0) return [];
	const lines = checks.map((check): Block => {
		const name: Inline = { kind: "strong", text: `${checkName(check)}:` };
		return { kind: "line", inlines: [name, { kind: "text", text: ` ${check.text}` }] };
	});
	return [{ kind: "heading", text: "Checks" }, ...lines];
}

function checkName({ kind, holds }: Check): string {
	const name = CHECK_NAMES[kind];
	if (holds === null) return name;
	return holds ? `${name}, holds` : `${name}, does not hold`;
}

function footerOf(stories: readonly Story[], snapshot: Snapshot, now: Date): string {
	const [story, ...others] = stories;
	const articles = stories.reduce((sum, one) => sum + one.articles.length, 0);
	const outlets = new Set(stories.flatMap(outletsOf)).size;
	const name = others.length > 0 ? counted(stories.length, "story", "stories") : story?.title;
	const held = `${counted(articles, "article")} of ${counted(outlets, "outlet")}`;
	const read = `read ${ageOf(snapshot.asOf, now)}`;
	return [name ?? "No story", held, read].join(" · ");
}
