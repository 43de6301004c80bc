import type { Notice } from "../../../commands/command.ts";
import { ended } from "../../answers/wording.ts";
import { parseList, pathOfList, type Row, writeList } from "../../records/documents.ts";
import type { DocumentState } from "../storage/keeper.ts";
import { afterwards } from "./afterwards.ts";
import { namesOf, noticeOfUnnamed, sentencesOf } from "./article-notices.ts";
import type { Draft } from "./drafts.ts";
import { settledFeeds } from "./feeds.ts";
import { addressesOf, heldAs } from "./held-page.ts";
import {
	alone,
	type Intent,
	isNotice,
	type Job,
	keep,
	refused,
	standing,
	textAt,
	textOf,
	told,
} from "./job.ts";
import { BRINGING } from "./outlets-changes.ts";
import { fileOf, idOfFile, storyTaken } from "./read-origin.ts";

/** That a draft is not there any more. */
export const GONE = refused(
	"This preview is not held any more",
	"A preview is kept for an hour and until the bot is started anew. Use /article add again.",
);

/** Adds drafts to their stories, each story's as one change. */
export async function keepDrafts(job: Job, drafts: readonly Draft[]): Promise<Notice> {
	if (drafts.length === 0) return GONE;
	const unnamed = drafts.find(({ outlet }) => outlet === null);
	if (unnamed !== undefined) return noticeOfUnnamed(unnamed);
	const notices: Notice[] = [];
	for (const [story, own] of byStory(drafts)) {
		const work = () => keepIn(job, story, own);
		notices.push(await alone(job, { story, what: "article added" }, work));
	}
	return joined(notices);
}

function byStory(drafts: readonly Draft[]): ReadonlyMap<string, readonly Draft[]> {
	const stories = new Map<string, Draft[]>();
	for (const draft of drafts)
		stories.set(draft.story, [...(stories.get(draft.story) ?? []), draft]);
	return stories;
}

function joined(notices: readonly Notice[]): Notice {
	const [first, ...others] = notices;
	if (first === undefined) return GONE;
	if (others.length === 0) return first;
	return told(first.title, notices.map(({ text }) => text).join(" "), {
		sections: notices.flatMap(({ sections }) => sections),
		choices: notices.flatMap(({ choices }) => choices),
		refusal: notices.every(({ refusal }) => refusal),
	});
}

async function keepIn(job: Job, story: string, waiting: readonly Draft[]): Promise<Notice> {
	const states = await standing(job, story);
	if (isNotice(states)) return states;
	const named = await storyTaken(job, story);
	if ("reason" in named) return refused(named.reason, named.remedy);
	const held = await refuseHeld(job, story, waiting);
	if (held !== null) return held;
	const drafts = withFreeNames(waiting, named.taken);
	const fetched = fetchedWith(states, story, drafts);
	if (isNotice(fetched)) return fetched;
	const articles = drafts.map(
		({ file, text }): Intent => ({ path: `${story}/${file}`, after: textOf(text) }),
	);
	const subject = namesOf(drafts);
	const deed = { kind: BRINGING.added, subject };
	const feeds = settledFeeds(states, story, drafts.flatMap(addressesOf));
	const kept = await keep(job, { story, deed, intents: [...articles, ...fetched, ...feeds] });
	if (isNotice(kept)) return kept;
	for (const { id } of drafts) job.drafts.drop(job.realm, id);
	const added = drafts.length === 1 ? ended(subject) : `${drafts.length} articles.`;
	const isProposed = drafts.some(({ proposedBy }) => proposedBy !== null);
	const where = isProposed ? ` The story is ${story}, since none was named.` : "";
	const text = `${added}${where}`;
	return afterwards(job, { title: "Added", text, story, number: kept.number });
}

/** That a page was added meanwhile, by another preview of it, which is forgotten then; null where none was. */
async function refuseHeld(
	job: Job,
	story: string,
	drafts: readonly Draft[],
): Promise<Notice | null> {
	for (const draft of drafts) {
		const held = await heldAs(job, story, addressesOf(draft));
		if (held === null) continue;
		job.drafts.drop(job.realm, draft.id);
		return refused("Added meanwhile", sentencesOf(held));
	}
	return null;
}

/** Drafts with names that nothing held has, nor another of them. */
function withFreeNames(drafts: readonly Draft[], held: ReadonlySet<string>): readonly Draft[] {
	const taken = new Set(held);
	return drafts.map(draft => {
		const file = fileOf(draft.outlet, taken);
		taken.add(idOfFile(file));
		return { ...draft, file };
	});
}

/** The list of where a story's articles came from, with the drafts in it; nothing where none was fetched. */
function fetchedWith(
	states: ReadonlyMap<string, DocumentState>,
	story: string,
	drafts: readonly Draft[],
): readonly Intent[] | Notice {
	const rows = drafts.flatMap(({ file, fetched }): readonly Row<"fetched">[] =>
		fetched === null ? [] : [{ article: idOfFile(file), ...fetched }],
	);
	if (rows.length === 0) return [];
	const path = pathOfList("fetched", story);
	const known = parseList("fetched", textAt(states, path));
	if (known.kind === "fault") return refused(`${path}: ${known.fault.reason}`, known.fault.remedy);
	const articles = new Set(rows.map(({ article }) => article));
	const others = known.rows.filter(({ article }) => !articles.has(article));
	return [{ path, after: textOf(writeList<"fetched">([...others, ...rows])) }];
}
