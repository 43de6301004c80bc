import type { ChangeOf, Notice } from "../../../commands/command.ts";
import { type Article, parseArticle } from "../../corpus/article.ts";
import { writeArticleFile } from "../../ingest/article-file.ts";
import { isEarlierOf, pathOfArticle } from "../../records/paths.ts";
import type { Mistyped } from "../../records/records.ts";
import type { DocumentState } from "../storage/keeper.ts";
import { afterwards } from "./afterwards.ts";
import {
	choicesOf,
	nameOf,
	noticeOfDrafts,
	noticeOfFailures,
	noticeOfPreview,
	withFailures,
	withWaiting,
	withWayBack,
} from "./article-notices.ts";
import { type Draft, groupOf } from "./drafts.ts";
import { isFollowed } from "./followed-file.ts";
import {
	ABSENT,
	alone,
	type Intent,
	isNotice,
	type Job,
	keep,
	ownStory,
	refused,
	standing,
	textAt,
	told,
} from "./job.ts";
import { GONE, keepDrafts } from "./keep-drafts.ts";
import { type Going, lastOnRecord, purgeOf } from "./purge.ts";
import { changed, checked, fileOf, mistypedIn, readOrigin, storyTaken } from "./read-origin.ts";
import { readRecord } from "./record.ts";
import { storyCalled } from "./story-called.ts";

/** Reads what is to be added and shows it, or adds it at once where it is confirmed already. */
export async function addArticle(job: Job, change: ChangeOf<"add article">): Promise<Notice> {
	const { drafts, failures } = await readOrigin(job, change);
	const [first, ...others] = drafts;
	if (first === undefined) return noticeOfFailures(failures);
	if (change.confirmed) return withFailures(await keepDrafts(job, drafts), failures, "read");
	if (others.length > 0 || failures.length > 0) return noticeOfDrafts(drafts, failures);
	return previewOf(job, first);
}

async function previewOf(job: Job, draft: Draft): Promise<Notice> {
	const { story, file, text } = draft;
	const states = await standing(job, story);
	if (isNotice(states)) return { ...states, choices: choicesOf([draft]) };
	const storyText = textAt(states, `${story}/story.yaml`);
	const wanted = { story, storyText, files: [{ file, text }] };
	const notice = noticeOfPreview(draft, await job.library.preview(job.realm, wanted));
	return withWayBack(notice, job.drafts.find(job.realm, groupOf(draft.id)));
}

/** Shows a draft, or the drafts of a group that still wait, with their buttons. */
export function showDraft(job: Job, { draft }: ChangeOf<"show draft">): Notice | Promise<Notice> {
	const drafts = job.drafts.find(job.realm, draft);
	const [first, ...others] = drafts;
	if (first === undefined) return GONE;
	return others.length === 0 ? previewOf(job, first) : noticeOfDrafts(drafts, []);
}

/** Adds a draft or a group of them; what of the group still waits can be added next. */
export async function keepDraft(job: Job, { draft }: ChangeOf<"keep draft">): Promise<Notice> {
	const notice = await keepDrafts(job, job.drafts.find(job.realm, draft));
	return withWaiting(notice, job.drafts.find(job.realm, groupOf(draft)));
}

/** Forgets a draft or a group of them; what of the group still waits can be added next. */
export function dropDraft(job: Job, { draft }: ChangeOf<"drop draft">): Notice | Promise<Notice> {
	job.drafts.drop(job.realm, draft);
	const waiting = job.drafts.find(job.realm, groupOf(draft));
	return withWaiting(told("Not added", "Nothing was changed."), waiting);
}

/** Says otherwise who published a draft, when, under which title, or to which story it goes. */
export async function changeDraft(job: Job, change: ChangeOf<"change draft">): Promise<Notice> {
	const [draft] = job.drafts.find(job.realm, change.draft);
	if (draft === undefined) return GONE;
	const story = change.story === null ? draft.story : await storyCalled(job, change.story);
	const parsed = parseArticle({ story, file: draft.file, text: draft.text });
	if (parsed.kind === "problem")
		throw new Error(`a draft does not parse: ${parsed.problem.reason}`);
	const named = await storyTaken(job, story);
	if ("reason" in named) return previewAgain(job, draft, mistypedIn(change, named));
	const text = writeArticleFile({ ...parsed.article, ...changed(change.fields) });
	const { realm, fetched, id } = draft;
	const dated = change.fields.published === undefined ? draft.dated : null;
	const outlet = change.fields.outlet ?? draft.outlet;
	const file = draft.outlet === null ? fileOf(outlet, named.taken) : draft.file;
	const dating = { typed: change.fields.published, held: draft.published, now: job.clock() };
	const proposedBy = change.story === null ? draft.proposedBy : null;
	const said = { realm, story, proposedBy, file, text, fetched, dated, outlet };
	const renewed = checked(said, dating);
	if ("reason" in renewed) return previewAgain(job, draft, mistypedIn(change, renewed));
	const kept = { ...renewed, id };
	job.drafts.replace(kept);
	return previewOf(job, kept);
}

/** A draft as it was, with what was typed and cannot be taken. */
function previewAgain(job: Job, draft: Draft, mistyped: Mistyped): Promise<Notice> {
	const kept = { ...draft, mistyped };
	job.drafts.replace(kept);
	return previewOf(job, kept);
}

/** Removes an article; for good, with all that the record says of it, where that is asked. */
export function removeArticle(
	job: Job,
	change: ChangeOf<"remove article">,
): Notice | Promise<Notice> {
	const { story: id, article: name, forever } = change;
	const story = ownStory(job, id);
	if (isNotice(story)) return story;
	const held = story.articles.find(({ article }) => article.id === name)?.article;
	const gone = refused("Which article?", `There is no article "${name}" any more.`);
	return alone(job, { story: id, what: "article removed" }, async () => {
		if (!forever) return held === undefined ? gone : removeHeld(job, held);
		const record = await readRecord(job.keeper, job.realm, () => false);
		if ("kind" in record) return refused(record.reason, `${record.remedy}.`);
		const article = held ?? lastOnRecord(record, { story: id, id: name });
		return article === null ? gone : purgeHeld(job, { article, served: story, record });
	});
}

async function removeHeld(job: Job, article: Article): Promise<Notice> {
	const { story, id } = article;
	const states = await standing(job, story);
	if (isNotice(states)) return states;
	const kept = await keep(job, {
		story,
		deed: { kind: "Removed", subject: nameOf(article) },
		intents: removalOf(job, article, states),
	});
	if (isNotice(kept)) return kept;
	const text = `${nameOf(article)} is not answered from any more.`;
	const { number } = kept;
	const notice = await afterwards(job, { title: kept.deed.kind, text, story, number });
	const values = { article: id, story, forever: "yes" };
	const purge = { label: "Remove for good…", command: "article remove", values };
	return notice.refusal ? notice : { ...notice, choices: [...notice.choices, purge] };
}

function removalOf(
	{ realm }: Job,
	article: Article,
	states: ReadonlyMap<string, DocumentState>,
): readonly Intent[] {
	const after = realm === "installation" ? ({ kind: "hidden" } as const) : ABSENT;
	const earlier = [...states.keys()].filter(path => isEarlierOf(article, path));
	return [
		{ path: pathOfArticle(article), after },
		...earlier.map(path => ({ path, after: ABSENT })),
	];
}

async function purgeHeld(job: Job, going: Omit<Going, "states">): Promise<Notice> {
	const { article } = going;
	const { story, outlet } = article;
	const states = await standing(job, story);
	if (isNotice(states)) return states;
	const { purges, intents, rewords } = purgeOf({ ...going, states });
	const kept = await keep(job, {
		story,
		deed: { kind: "Removed for good", subject: outlet },
		intents: [...removalOf(job, article, states), ...intents],
		purges,
		rewords,
	});
	if (isNotice(kept)) return kept;
	const isFile = job.realm === "installation" && isFollowed(states, pathOfArticle(article));
	const text = [
		`${nameOf(article)} is not answered from any more.`,
		...(isFile ? [FILE_STAYS] : []),
	].join(" ");
	return afterwards(job, { title: kept.deed.kind, text, story, number: null });
}

const FILE_STAYS =
	"Its file in the corpus directory stays; whoever runs the bot can delete it there.";
