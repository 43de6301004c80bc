import type { Change, Notice } from "../../../commands/command.ts";
import { type Article, parseArticle } from "../../corpus/article.ts";
import { writeArticleFile } from "../../ingest/article-file.ts";
import type { Validators } from "../../ingest/fetch/fetched.ts";
import { noticeOfRefresh } from "../../present/refresh-notice.ts";
import { parseList, pathOfList, type Row, writeList } from "../../records/documents.ts";
import type { Story } from "../../snapshot.ts";
import type { RefreshStage } from "../library.ts";
import type { DocumentState } from "../storage/keeper.ts";
import { changesSince, undoOf } from "./afterwards.ts";
import { failureSection } from "./article-notices.ts";
import {
	ABSENT,
	alone,
	type Intent,
	isNotice,
	type Job,
	keep,
	ownStory,
	standing,
	textAt,
	textOf,
	told,
} from "./job.ts";
import type { Failure } from "./read-origin.ts";

type Refresh = Extract<Change, { readonly kind: "refresh" }>;

const STAGES: Readonly<Record<RefreshStage, string>> = {
	reading: "Step 2 of 4: reading the articles.",
	building: "Step 3 of 4: reading the claims out of them.",
	comparing: "Step 4 of 4: comparing with what was read before.",
};

/**
 * Fetches again what came from an address, reads the corpus directory again, serves what came of it
 * and tells what changed. What changed is one change of each story on record, and can be taken back.
 */
export async function refresh(job: Job, { story: name }: Refresh): Promise<Notice> {
	const { library, realm, log, before } = job;
	const own = before.stories.filter(({ id }) => !isNotice(ownStory(job, id)));
	const wanted = name === null ? own : own.filter(story => isCalled(story, name));
	const fetched: Refetched[] = [];
	for (const story of wanted) {
		const work = () => refetch(job, story);
		const done = await alone(job, { story: story.id, what: "refresh" }, work);
		if (isNotice(done)) return done;
		fetched.push(done);
	}
	const outcome = await library.refresh(name, stage => job.progress(step(STAGES[stage])), realm);
	log.info({ command: "refresh", outcome: outcome.kind }, "read the corpus again");
	if (outcome.kind === "failed") log.error({ error: outcome.error }, "the refresh failed");
	const noted = await noteDirectory(job, wanted);
	await job.kept(realm);
	if (outcome.kind !== "refreshed") return noticeOfRefresh(outcome);
	const seen = { ...outcome, ...changesSince(job, outcome) };
	const notice = noticeOfRefresh(seen);
	await job.changed({ realm, before, diff: seen.diff });
	const failures = fetched.flatMap(each => each.failures);
	const numbers = [...fetched.flatMap(each => each.number ?? []), ...noted];
	return {
		...notice,
		text: `${notice.text}${failures.length === 0 ? "" : ` ${failures.length} could not be fetched again.`}`,
		sections: [...notice.sections, ...(failures.length === 0 ? [] : [failureSection(failures)])],
		choices: numbers.flatMap(undoOf),
	};
}

function isCalled({ id, title, aliases }: Story, name: string): boolean {
	return [id, title, ...aliases].some(known => known.toLowerCase() === name.toLowerCase());
}

function step(text: string): Notice {
	return told("Reading the corpus again", text);
}

/** What came of fetching a story's articles again. */
interface Refetched {
	/** Of the change on record; null where nothing changed. */
	readonly number: number | null;
	readonly failures: readonly Failure[];
}

async function refetch(job: Job, story: Story): Promise<Refetched | Notice> {
	const states = await standing(job, story.id);
	if (isNotice(states)) return states;
	const path = pathOfList("fetched", story.id);
	const known = parseList("fetched", textAt(states, path));
	if (known.kind === "fault") {
		return { number: null, failures: [{ what: path, ...known.fault }] };
	}
	const again = await fetchAll(job, known.rows, story);
	const failures = again.flatMap(({ came }) => (came.kind === "failure" ? [came.failure] : []));
	const changed = again.flatMap(({ held, came }) => {
		return came.kind === "changed" ? [{ held, text: came.text }] : [];
	});
	if (changed.length === 0) return { number: null, failures };
	const edits = changed.flatMap(each => editsOf(job, { story: story.id, states, ...each }));
	const rows = again.map(({ row, came }) => {
		return came.kind === "changed" ? { ...row, ...came.validators } : row;
	});
	const kept = await keep(job, {
		story: story.id,
		deed: { kind: "Fetched anew", subject: changed.map(({ held }) => held.outlet).join(", ") },
		intents: [...edits, { path, after: textOf(writeList<"fetched">(rows)) }],
	});
	return isNotice(kept) ? kept : { number: kept.number, failures };
}

/** An article that was fetched again, and what came. */
interface FetchedAgain {
	readonly row: Row<"fetched">;
	readonly held: Article;
	readonly came: Again;
}

/** Fetches a story's articles again, one after the other; those that are held no more are passed over. */
async function fetchAll(
	job: Job,
	rows: readonly Row<"fetched">[],
	{ articles }: Story,
): Promise<readonly FetchedAgain[]> {
	const all: FetchedAgain[] = [];
	for (const [at, row] of rows.entries()) {
		const held = articles.find(({ article }) => article.id === row.article)?.article;
		if (held === undefined) continue;
		job.progress(step(`Step 1 of 4: fetching ${at + 1} of ${rows.length}, ${held.outlet}.`));
		all.push({ row, held, came: await fetchAgain(job, row, held) });
	}
	return all;
}

type Again =
	| { readonly kind: "same" }
	| { readonly kind: "changed"; readonly text: string; readonly validators: Validators }
	| { readonly kind: "failure"; readonly failure: Failure };

async function fetchAgain(
	{ fetcher, extractor, clock }: Job,
	{ address, etag, lastModified }: Row<"fetched">,
	held: Article,
): Promise<Again> {
	const failed = (reason: string, remedy: string): Again => {
		return { kind: "failure", failure: { what: `${held.outlet}, ${address}`, reason, remedy } };
	};
	const validators = { etag, lastModified };
	const page = await fetcher.fetch({ address, validators, accept: "article" });
	if (page.kind === "unchanged") return { kind: "same" };
	if (page.kind === "gone") {
		const reason = `the outlet has taken the page away (${page.status}); the text held is kept`;
		return failed(reason, "/article remove takes it out");
	}
	if (page.kind !== "fetched") return failed(page.reason, page.remedy);
	const { text, bytes, contentType } = page;
	const content = text ?? bytes;
	const read = await extractor.article({
		content,
		contentType,
		fileName: null,
		address: page.address,
	});
	if (read.kind === "refused") return failed(read.reason, read.remedy);
	const body = `${read.text}\n`;
	if (body === held.body) return { kind: "same" };
	const fresh = writeArticleFile({ ...held, body, retrieved: clock().toISOString() });
	const parsed = parseArticle({ story: held.story, file: held.id, text: fresh });
	if (parsed.kind === "problem") return failed(parsed.problem.reason, parsed.problem.remedy);
	return { kind: "changed", text: fresh, validators: page.validators };
}

interface Editing {
	readonly story: string;
	readonly held: Article;
	readonly text: string;
	readonly states: ReadonlyMap<string, DocumentState>;
}

/** The new text in the article's place, and the one before it among its earlier texts. */
function editsOf(job: Job, { story, held, text, states }: Editing): readonly Intent[] {
	const path = `${story}/${held.id}.md`;
	const before = writeArticleFile(held);
	return [
		{ path, after: textOf(text) },
		earlierText(job, { story, article: held.id, before, states }),
	];
}

interface Earlier {
	readonly story: string;
	readonly article: string;
	/** The file as it was. */
	readonly before: string;
	readonly states: ReadonlyMap<string, DocumentState>;
}

function earlierText({ clock }: Job, { story, article, before, states }: Earlier): Intent {
	let number = 1;
	while (states.has(`${story}/revisions/${article}@${number}.md`)) number += 1;
	const until = `until: "${clock().toISOString()}"`;
	const text = before.replace(/^(\uFEFF?---[^\n]*\n)/u, `$1${until}\n`);
	return { path: `${story}/revisions/${article}@${number}.md`, after: textOf(text) };
}

/**
 * Puts on record which files of the corpus directory were found changed: a write that changes nothing
 * names the file, and its text before is kept among the earlier texts, so that it can be taken back.
 */
async function noteDirectory(job: Job, before: readonly Story[]): Promise<readonly number[]> {
	if (job.realm !== "installation") return [];
	const numbers: number[] = [];
	for (const story of before) {
		const now = job.library.current(job.realm).stories.find(({ id }) => id === story.id);
		const number = now === undefined || now === story ? null : await noteStory(job, story, now);
		if (number !== null) numbers.push(number);
	}
	return numbers;
}

async function noteStory(job: Job, before: Story, now: Story): Promise<number | null> {
	const states = await standing(job, before.id);
	if (isNotice(states)) return null;
	const isOwn = (file: string) => states.has(`${before.id}/${file}`);
	const old = new Map(before.input.files.map(({ file, text }) => [file, text]));
	const fresh = new Map(now.input.files.map(({ file, text }) => [file, text]));
	const names = [...new Set([...old.keys(), ...fresh.keys()])];
	const touched = names.filter(file => !isOwn(file) && old.get(file) !== fresh.get(file));
	if (touched.length === 0) return null;
	const intents = touched.flatMap((file): readonly Intent[] => {
		const named = { path: `${before.id}/${file}`, after: ABSENT };
		const text = old.get(file);
		if (text === undefined) return [named];
		const article = file.replace(/\.md$/u, "");
		return [named, earlierText(job, { story: before.id, article, before: text, states })];
	});
	const subject = touched.join(", ");
	const kept = await keep(job, {
		story: before.id,
		deed: { kind: "Found changed in the corpus", subject },
		intents,
	});
	if (isNotice(kept)) return null;
	await job.library.reload(job.realm, [before.id]);
	return kept.number;
}
