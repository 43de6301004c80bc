import type { ArticleFields, Origin } from "../../../commands/command.ts";
import { parseArticle } from "../../corpus/article.ts";
import { readTypedDate } from "../../corpus/typed-date.ts";
import { fieldsOf, nameArticle, writeArticleFile } from "../../ingest/article-file.ts";
import type { Extracted, Source } from "../../ingest/extract/outcome.ts";
import { WRITE_IT } from "../../ingest/fetch/check-address.ts";
import type { Row } from "../../records/documents.ts";
import type { Mistyped } from "../../records/records.ts";
import { type Dating, dateAhead } from "./date-ahead.ts";
import type { Draft } from "./drafts.ts";
import { handedOver } from "./handed-over.ts";
import { heldAs, readAlready } from "./held-page.ts";
import { isNotice, type Job, ownStory, standing, told } from "./job.ts";
import { proposeStory } from "./proposed-story.ts";
import { saidBy } from "./said-by-page.ts";
import { storyCalled } from "./story-called.ts";
import { addressOf, isNoAddress } from "./typed-address.ts";

/** What could be read of an origin, and what could not. */
export interface ReadOrigins {
	readonly drafts: readonly Draft[];
	readonly failures: readonly Failure[];
}

/** Something that could not be read. */
export interface Failure {
	/** The address; "The file" or "The text" for what was handed over. */
	readonly what: string;
	readonly reason: string;
	readonly remedy: string;
}

/** What is asked for: where from, into which story, and what is known of it. */
export interface Wanted {
	readonly origin: Origin;
	readonly story: string | null;
	readonly fields: ArticleFields;
	/** Whether it is added without being looked at. */
	readonly confirmed: boolean;
}

/** Enough for an evening's coverage; more would keep everybody waiting. */
export const MOST_ADDRESSES = 20;

/** Something to read an article out of, and where it came from. */
interface Found {
	readonly source: Source;
	/** null for what was handed over. */
	readonly fetched: Pick<Row<"fetched">, "address" | "etag" | "lastModified"> | null;
}

/** Reads articles from where they are, tells how far it is, and keeps each as a draft. */
export async function readOrigin(job: Job, wanted: Wanted): Promise<ReadOrigins> {
	const { origin } = wanted;
	const places = origin.kind === "addresses" ? origin.addresses.slice(0, MOST_ADDRESSES) : [null];
	const drafts: Omit<Draft, "id">[] = [];
	const failures: Failure[] = [];
	for (const [at, place] of places.entries()) {
		job.progress(progressNotice(place, at, places.length));
		const read = await readOne(job, place, wanted);
		const again = "reason" in read ? read : readAlready(read, drafts);
		if (again !== null) failures.push(again);
		else if (!("reason" in read)) drafts.push(read);
	}
	if (origin.kind === "addresses" && origin.addresses.length > places.length) {
		const left = origin.addresses.length - places.length;
		const reason = `more than ${MOST_ADDRESSES} addresses at once`;
		failures.push({ what: `${left} further addresses`, reason, remedy: "add them next" });
	}
	return { drafts: job.drafts.add(drafts), failures };
}

function progressNotice(place: string | null, at: number, all: number) {
	const title = all === 1 ? "Reading" : `Reading ${at + 1} of ${all}`;
	return told(title, place ?? "What was handed over.");
}

async function readOne(
	job: Job,
	place: string | null,
	wanted: Wanted,
): Promise<Omit<Draft, "id"> | Failure> {
	const found = await find(job, place, wanted.origin);
	if ("reason" in found) return found;
	const what = nameOfOrigin(place, wanted.origin);
	const extracted = await job.extractor.article(found.source);
	if (extracted.kind === "refused") return { what, ...handedOver(extracted, wanted.origin) };
	const fetched = found.fetched === null ? null : { ...found.fetched, ...saidBy(extracted) };
	const draft = await draftKept(job, { extracted, fetched, wanted });
	return "reason" in draft ? { what, ...draft } : draft;
}

function nameOfOrigin(place: string | null, origin: Origin): string {
	if (place !== null) return place;
	return origin.kind === "file" ? "The file" : "The text";
}

async function find(job: Job, place: string | null, origin: Origin): Promise<Found | Failure> {
	if (place !== null) return fetchPage(job, place);
	if (origin.kind === "text") {
		const source = { content: origin.text, contentType: "text/plain", fileName: null };
		return { source: { ...source, address: null }, fetched: null };
	}
	const file = await job.readFile(origin.kind === "file" ? origin.place : "");
	if (file.kind === "refused") return { what: "The file", ...file };
	const { bytes: content, contentType, name: fileName } = file;
	return { source: { content, contentType, fileName, address: null }, fetched: null };
}

async function fetchPage({ fetcher, asker }: Job, place: string): Promise<Found | Failure> {
	if (isNoAddress(place)) {
		const option = asker.channel === null ? "--file" : '"file"';
		const remedy = `${WRITE_IT}; a file goes into ${option}`;
		return { what: place, reason: `"${place}" is no web address`, remedy };
	}
	const address = addressOf(place);
	const page = await fetcher.fetch({ address, validators: null, accept: "article" });
	if (page.kind === "unchanged" || page.kind === "gone") {
		const reason = "the server says that there is no such page";
		return { what: place, reason, remedy: "look at the address again" };
	}
	if (page.kind !== "fetched") return { what: place, ...page };
	const { contentType, text, bytes, address: final, validators } = page;
	const source = { content: text ?? bytes, contentType, fileName: null, address: final };
	return { source, fetched: { address, ...validators } };
}

interface Drafting {
	readonly extracted: Extracted;
	readonly fetched: Draft["fetched"];
	readonly wanted: Wanted;
}

/** What is wrong, and what to do. */
export type Fault = Pick<Failure, "reason" | "remedy">;

/**
 * A draft of what was read. What was pasted or attached is not lost by a slip in what is said of it: it
 * becomes a draft without that, to be put right in the form.
 */
async function draftKept(job: Job, drafting: Drafting): Promise<Omit<Draft, "id"> | Fault> {
	const { wanted } = drafting;
	const draft = await draftOf(job, drafting);
	// A terminal has no forms, and keeps what was typed.
	const hasForm = job.asker.channel !== null && !wanted.confirmed;
	const isLost = hasForm && wanted.origin.kind !== "addresses";
	if (!("reason" in draft) || !isLost) return draft;
	const { published, ...others } = wanted.fields;
	const story = await storyTyped(job, wanted);
	const isUndated = published === undefined;
	for (const fields of isUndated ? [wanted.fields] : [wanted.fields, others]) {
		const kept = await draftOf(job, { ...drafting, wanted: { ...wanted, story, fields } });
		if (!("reason" in kept)) return { ...kept, mistyped: mistypedIn(wanted, draft) };
	}
	return draft;
}

/** The story that was named; null where none was, or none that articles can be added to. */
async function storyTyped(
	job: Job,
	{ story: name }: Pick<Wanted, "story">,
): Promise<string | null> {
	if (name === null) return null;
	const id = await storyCalled(job, name);
	return "reason" in (await storyTaken(job, id)) ? null : id;
}

/** What was typed, and why it cannot be taken. */
export function mistypedIn(
	{ story, fields }: Pick<Wanted, "story" | "fields">,
	{ reason, remedy }: Fault,
): Mistyped {
	return { values: { ...fields, ...(story === null ? {} : { story }) }, reason, remedy };
}

async function draftOf(
	job: Job,
	{ extracted, fetched, wanted }: Drafting,
): Promise<Omit<Draft, "id"> | Fault> {
	const meant =
		wanted.story === null
			? await proposeStory(job, extracted.text)
			: { story: await storyCalled(job, wanted.story), proposedBy: null };
	if (meant === null) {
		return { reason: "no story to add it to", remedy: "begin one with /story create" };
	}
	const { story } = meant;
	const named = await storyTaken(job, story);
	if ("reason" in named) return named;
	const held = await heldAs(job, story, [fetched?.address, extracted.address]);
	if (held !== null) return held;
	const outlet = wanted.fields.outlet ?? extracted.outlet ?? hostOf(extracted.address);
	// Where it is shown before it is added, it is asked for there.
	if (outlet === null && wanted.confirmed) {
		return { reason: "nothing says which outlet published it", remedy: 'name it in "outlet"' };
	}
	const retrieved = job.clock().toISOString();
	const dated = datedBy(extracted, wanted);
	const known = { ...extracted, published: dated === null ? null : extracted.published };
	const own = fieldsOf(known, { outlet: outlet ?? NOT_NAMED, retrieved });
	const text = writeArticleFile({
		...own,
		url: own.url ?? fetched?.address ?? null,
		...changed(wanted.fields),
	});
	const file = fileOf(outlet, named.taken);
	const dating = { typed: wanted.fields.published, held: null, now: job.clock() };
	return checked({ ...meant, realm: job.realm, file, text, fetched, dated, outlet }, dating);
}

/** What stands in the place of an outlet that is still to be named; no article is kept with it. */
export const NOT_NAMED = "Outlet not named";

/** The name of an article's file, after its outlet. */
export function fileOf(outlet: string | null, taken: ReadonlySet<string>): string {
	return `${nameArticle(outlet ?? "article", taken)}.md`;
}

/** The name of an article by its file's. */
export function idOfFile(file: string): string {
	return file.replace(/\.md$/u, "");
}

/** A date that was guessed is proposed to who looks at it, and is none where nobody does. */
function datedBy({ published }: Extracted, { confirmed, fields }: Wanted): Draft["dated"] {
	if (fields.published !== undefined || published === null) return null;
	return published.confirmed || !confirmed ? published : null;
}

/** What of the fields was said: an empty one says that there is none. */
export function changed({ outlet, title, published }: ArticleFields) {
	return {
		...(outlet === undefined ? {} : { outlet }),
		...(title === undefined ? {} : { title: title === "" ? null : title }),
		...(published === undefined ? {} : readTypedDate(published)),
	};
}

/** A draft whose file parses; else what is wrong with what was said of it. */
export function checked(
	draft: Omit<Draft, "id" | "title" | "published" | "dateIsUnconfirmed" | "mistyped">,
	dating: Dating,
) {
	const { story, file, text } = draft;
	const parsed = parseArticle({ story, file, text });
	if (parsed.kind === "problem") return parsed.problem;
	const { title, published, dateIsUnconfirmed = false } = parsed.article;
	return dateAhead(dating) ?? { ...draft, title, published, dateIsUnconfirmed, mistyped: null };
}

function hostOf(address: string | null): string | null {
	return address === null ? null : new URL(address).hostname.replace(/^www\./u, "");
}

/** The names of a story's articles that are taken; a fault where the story is not the realm's own. */
export async function storyTaken(
	job: Job,
	story: string,
): Promise<{ readonly taken: ReadonlySet<string> } | Fault> {
	const states = await standing(job, story);
	if (isNotice(states)) return { reason: states.title, remedy: states.text };
	const own = ownStory(job, story);
	// A story that was begun has no article yet, and so is not served.
	const isBegun = states.get(`${story}/story.yaml`)?.kind === "text";
	if (isNotice(own) && !isBegun) return { reason: own.title, remedy: own.text };
	const served = isNotice(own) ? [] : own.articles.map(({ article }) => article.id);
	const kept = [...states.keys()].map(path => path.split("/").at(-1)?.replace(/\.md$/u, "") ?? "");
	return { taken: new Set([...served, ...kept]) };
}
