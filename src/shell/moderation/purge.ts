import {
	type Correction,
	correctionsIn,
	parseCorrections,
	writeCorrections,
} from "../../claims/corrections.ts";
import { type Article, parseArticle } from "../../corpus/article.ts";
import {
	type ListName,
	parseList,
	pathOfList,
	type Row,
	writeList,
} from "../../records/documents.ts";
import { isEarlierOf, pathOfArticle, pathOfCorrections } from "../../records/paths.ts";
import type { Story } from "../../snapshot.ts";
import type { DocumentState, Entry, PastState } from "../storage/keeper.ts";
import { hashOf, type Rewording } from "../storage/rewording.ts";
import { nameOf } from "./article-notices.ts";
import { ABSENT, type Intent, textOf } from "./job.ts";
import { EDITED } from "./past-changes.ts";

/** What takes an article out of all that is kept, beside the removal of its texts. */
export interface Purge {
	/** Paths of which no text is to stay in the record. */
	readonly purges: readonly string[];
	/** The lists of its story, without what they say of it. */
	readonly intents: readonly Intent[];
	/** What the record says of it otherwise. */
	readonly rewords: readonly Rewording[];
}

/** What is known of an article that is to go for good. */
export interface Going {
	/** As it is served, or as it was last on record. */
	readonly article: Article;
	/** null where its story is not served. */
	readonly served: Story | null;
	/** How the paths of its story stand. */
	readonly states: ReadonlyMap<string, DocumentState>;
	/** The whole record of the realm, newest first. */
	readonly record: readonly Entry[];
}

/** An article as it was last on record, where a text of it is; whether it is served or not. */
export function lastOnRecord(
	record: readonly Entry[],
	article: Pick<Article, "story" | "id">,
): Article | null {
	const [last] = textsOf(record, path => path === pathOfArticle(article));
	return last === undefined ? null : parsed(article.story, last);
}

function parsed(story: string, { path, text }: TextAt): Article | null {
	const read = parseArticle({ story, file: path, text });
	return read.kind === "problem" ? null : read.article;
}

/**
 * What is to become of the record and of a story's lists when an article goes for good: every text that it
 * had, one that was taken back too, what corrections quote of it, where it was fetched, and what it and the
 * claims that it alone reports are called in the record of changes.
 */
export function purgeOf(going: Going): Purge {
	const { article, states, record } = going;
	const isOwn = (path: string) => path === pathOfArticle(article) || isEarlierOf(article, path);
	const paths = [
		...states.keys(),
		...record.flatMap(({ writes }) => writes.map(each => each.path)),
	];
	const forgetting = forgetIn(going, textsOf(record, isOwn));
	const lists = Object.entries(forgetting).map(([path, without]) => {
		return listWithout(going, path, without);
	});
	return {
		purges: [...new Set([pathOfArticle(article), ...paths.filter(isOwn)])],
		intents: lists.flatMap(({ intents }) => intents),
		rewords: [...lists.flatMap(({ rewords }) => rewords), ...subjectsWithout(going)],
	};
}

interface TextAt {
	readonly path: string;
	readonly text: string;
}

/** The texts on record of some paths, the newest first. */
function textsOf(record: readonly Entry[], isMeant: (path: string) => boolean): readonly TextAt[] {
	return record.flatMap(({ writes }) =>
		writes
			.filter(({ path }) => isMeant(path))
			.flatMap(({ path, after, before }) => [after, before].flatMap(state => textIn(path, state))),
	);
}

function textIn(path: string, state: PastState): readonly TextAt[] {
	return state.kind === "text" ? [{ path, text: state.text }] : [];
}

/** A text of a list without what it says of something; null where it cannot be read. */
type Forgetting = (text: string) => string | null;

/** The lists of a story that may speak of an article, by their paths. */
function forgetIn(
	{ article }: Going,
	texts: readonly TextAt[],
): Readonly<Record<string, Forgetting>> {
	const { story, id } = article;
	const urls = texts.flatMap(text => parsed(story, text)?.url ?? []);
	const known = new Set([...urls, article.url ?? []].flat());
	return {
		[pathOfCorrections(story)]: text => correctionsWithout(text, id),
		[pathOfList("fetched", story)]: text =>
			rowsOtherwise("fetched", text, rows => rows.filter(row => row.article !== id)),
		[pathOfList("feeds", story)]: text =>
			rowsOtherwise("feeds", text, rows =>
				rows.map(row => {
					return { ...row, waiting: row.waiting.filter(({ address }) => !known.has(address)) };
				}),
			),
	};
}

function rowsOtherwise<N extends ListName>(
	list: N,
	text: string,
	otherwise: (rows: readonly Row<N>[]) => readonly Row<N>[],
): string | null {
	const read = parseList(list, text);
	if (read.kind === "fault") return null;
	const rows = otherwise(read.rows);
	return isSame(rows, read.rows) ? text : writeList<N>(rows);
}

function correctionsWithout(text: string, article: string): string | null {
	const read = parseCorrections(text);
	if (read.kind === "fault") return null;
	const corrections = read.corrections.flatMap(each => correctionWithout(each, article));
	return isSame(corrections, read.corrections) ? text : writeCorrections(corrections);
}

function correctionWithout(correction: Correction, article: string): readonly Correction[] {
	const others = correction.reports.filter(report => report.article !== article);
	if (others.length === 0) return [];
	if (correction.kind !== "merge") return [{ ...correction, reports: others }];
	const into = correction.into.filter(report => report.article !== article);
	return into.length === 0 ? [] : [{ ...correction, reports: others, into }];
}

/** A list and its past without what they say of an article; nothing where they say nothing. */
function listWithout(
	{ states, record }: Going,
	path: string,
	without: Forgetting,
): Pick<Purge, "intents" | "rewords"> {
	const state = states.get(path) ?? ABSENT;
	const past = textsOf(record, each => each === path).map(({ text }) => text);
	const texts = new Set([...past, ...(state.kind === "text" ? [state.text] : [])]);
	const rewords = [...texts].flatMap((text): readonly Rewording[] => {
		const fresh = without(text);
		return fresh === null || fresh === text
			? []
			: [{ kind: "text", path, hash: hashOf(text), text: fresh }];
	});
	if (rewords.length === 0) return { intents: [], rewords };
	const standing = state.kind === "text" ? (without(state.text) ?? state.text) : null;
	// Where it stays as it is, the write sees to it that nobody else has written it meanwhile.
	return { intents: [{ path, after: standing === null ? state : textOf(standing) }], rewords };
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** What the record calls the article, the claims that it alone reports, and corrections of its reports. */
function subjectsWithout({ article, served, record }: Going): readonly Rewording[] {
	const { story, id, outlet } = article;
	const own = (path: string) => path === pathOfArticle(article);
	const texts = [article, ...textsOf(record, own).flatMap(text => parsed(story, text) ?? [])];
	const titles = texts.flatMap(({ title, outlet: publisher }) => {
		return title === null ? [] : [[`“${title}”`, `a page of ${publisher}`] as const];
	});
	const names = [...texts.map(each => [nameOf(each), each.outlet] as const), ...titles];
	const labels = (served?.claims ?? [])
		.filter(({ reports }) => reports.every(report => report.article === id))
		.map(({ label }) => [`“${label}”`, `a claim of ${outlet}`] as const);
	return record.flatMap((entry): readonly Rewording[] => {
		if (entry.story !== null && entry.story !== story) return [];
		const { number, deed } = entry;
		const subject = subjectWithout(entry, article, [...names, ...labels]);
		return subject === deed.subject ? [] : [{ kind: "subject", number, subject }];
	});
}

function subjectWithout(
	entry: Entry,
	article: Article,
	names: readonly (readonly [from: string, to: string])[],
): string {
	const { deed, writes } = entry;
	if (isCorrectionOf(entry, article)) {
		return `a report of ${article.outlet}, which was removed for good`;
	}
	// An edit is told with what it said before and after, of which the texts on record may say neither.
	const isEdit = deed.kind === EDITED && writes.some(({ path }) => path === pathOfArticle(article));
	if (isEdit) return article.outlet;
	return names.reduce((told, [from, to]) => told.replaceAll(from, to), deed.subject);
}

/** Whether a change made or took back a correction of the article's reports. */
function isCorrectionOf({ writes }: Entry, { story, id }: Article): boolean {
	const write = writes.find(({ path }) => path === pathOfCorrections(story));
	if (write === undefined) return false;
	const [before, after] = [write.before, write.after].map(state =>
		state.kind === "text" ? correctionsIn(state.text) : [],
	);
	const [old, fresh] = [before ?? [], after ?? []].map(all =>
		all.map(each => JSON.stringify(each)),
	);
	const differ = [...(before ?? []), ...(after ?? [])].filter(each => {
		const words = JSON.stringify(each);
		return old?.includes(words) !== fresh?.includes(words);
	});
	return differ.some(each => {
		const [kept] = correctionWithout(each, id);
		return !isSame(kept, each);
	});
}
