import type { Notice } from "../../../commands/command.ts";
import type { Entry } from "../../answers/answer.ts";
import { type Article, parseArticle } from "../../corpus/article.ts";
import { writeArticleFile } from "../../ingest/article-file.ts";
import type { Validators } from "../../ingest/fetch/fetched.ts";
import { parseList, pathOfList, type Row, writeList } from "../../records/documents.ts";
import { pathOfArticle } from "../../records/paths.ts";
import type { Story } from "../../snapshot.ts";
import type { DocumentState } from "../storage/keeper.ts";
import { namesOf } from "./article-notices.ts";
import { earlierText } from "./earlier-text.ts";
import { type Intent, isNotice, type Job, keep, standing, textAt, textOf, told } from "./job.ts";
import { BRINGING } from "./outlets-changes.ts";
import type { Failure } from "./read-origin.ts";
import { type Followed, followedOf, type Said, saidBy, saidLast } from "./said-by-page.ts";
import { type Held, shownInstead } from "./same-article.ts";

/** What came of fetching a story's articles again. */
export interface Refetched {
	/** Of the change on record; null where nothing changed. */
	readonly number: number | null;
	readonly failures: readonly Failure[];
	/** What pages say otherwise of their articles: titles and dates, with how they were. */
	readonly followed: readonly Entry[];
}

/** Fetches a story's articles again, and keeps those that changed as one change, with their earlier texts. */
export async function refetch(job: Job, story: Story): Promise<Refetched | Notice> {
	const states = await standing(job, story.id);
	if (isNotice(states)) return states;
	const path = pathOfList("fetched", story.id);
	const known = parseList("fetched", textAt(states, path));
	if (known.kind === "fault") {
		return { number: null, failures: [{ what: path, ...known.fault }], followed: [] };
	}
	const again = await fetchAll(job, known.rows, story);
	const failures = again.flatMap(({ came }) => (came.kind === "failure" ? [came.failure] : []));
	const changed = again.flatMap(({ held, came }) => {
		return came.kind === "changed" ? [{ held, ...came }] : [];
	});
	if (changed.length === 0) return { number: null, failures, followed: [] };
	const edits = changed.flatMap(each => editsOf(job, { story, states, ...each }));
	const rows = again.map(({ row, came }) => {
		return came.kind === "changed" ? { ...row, ...came.validators, ...came.said } : row;
	});
	const kept = await keep(job, {
		story: story.id,
		deed: { kind: BRINGING.fetched, subject: namesOf(changed.map(({ held }) => held)) },
		intents: [...edits, { path, after: textOf(writeList<"fetched">(rows)) }],
	});
	if (isNotice(kept)) return kept;
	return { number: kept.number, failures, followed: changed.flatMap(entryOf) };
}

function entryOf({ held, followed }: { readonly held: Article } & Changed): readonly Entry[] {
	if (followed.length === 0) return [];
	const remarks = followed.map(({ field, before, after }) => {
		return `${field}: ${before === null ? "none" : `“${before}”`} became “${after}”`;
	});
	const label = `${held.outlet} (${held.story}/${held.id})`;
	return [{ label, published: null, excerpt: null, remarks, changes: [] }];
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
		job.progress(
			told(
				"Reading the corpus again",
				`Step 1 of 4: fetching ${at + 1} of ${rows.length}, ${held.outlet}.`,
			),
		);
		const others = othersOf(held, articles, rows);
		all.push({ row, held, came: await fetchAgain(job, row, { held, others }) });
	}
	return all;
}

/** A story's other articles, with where they are on their outlets' pages and where they were fetched. */
function othersOf(
	held: Article,
	articles: Story["articles"],
	rows: readonly Row<"fetched">[],
): readonly Held[] {
	return articles.flatMap(({ article }): readonly Held[] => {
		if (article.id === held.id) return [];
		const fetched = rows.filter(row => row.article === article.id).map(({ address }) => address);
		return [{ article, addresses: [...fetched, article.url ?? []].flat() }];
	});
}

interface Changed {
	readonly kind: "changed";
	/** The article's file. */
	readonly text: string;
	readonly validators: Validators;
	readonly said: Said;
	readonly followed: readonly Followed[];
}

type Again =
	| { readonly kind: "same" }
	| Changed
	| { readonly kind: "failure"; readonly failure: Failure };

async function fetchAgain(
	{ fetcher, extractor, clock }: Job,
	{ address, etag, lastModified, ...before }: Row<"fetched">,
	{ held, others }: { readonly held: Article; readonly others: readonly Held[] },
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
	const now = saidBy(read);
	const followed = followedOf(held, before, now);
	if (body === held.body && followed.length === 0) return { kind: "same" };
	const shown = { ...read, final: page.address };
	const instead = shownInstead({ held, address, others, page: shown });
	if (instead !== null) return failed(`${instead}; the text held is kept`, "look at the page");
	const fields = Object.fromEntries(followed.map(({ field, after }) => [field, after]));
	// A page says no date that was guessed.
	const dateIsUnconfirmed = held.dateIsUnconfirmed === true && !("published" in fields);
	const retrieved = clock().toISOString();
	const fresh = writeArticleFile({ ...held, ...fields, dateIsUnconfirmed, body, retrieved });
	const parsed = parseArticle({ story: held.story, file: held.id, text: fresh });
	if (parsed.kind === "problem") return failed(parsed.problem.reason, parsed.problem.remedy);
	const said = saidLast(before, now);
	return { kind: "changed", text: fresh, validators: page.validators, said, followed };
}

interface Editing {
	readonly story: Story;
	readonly held: Article;
	readonly text: string;
	readonly states: ReadonlyMap<string, DocumentState>;
}

/** The new text in the article's place, and the one before it among its earlier texts. */
function editsOf(job: Job, { story, held, text, states }: Editing): readonly Intent[] {
	const file = `${held.id}.md`;
	const before =
		story.input.files.find(known => known.file === file)?.text ?? writeArticleFile(held);
	return [
		{ path: pathOfArticle(held), after: textOf(text) },
		earlierText(job, { article: held, before, states }),
	];
}
