import type { ChangeOf, Notice } from "../../../commands/command.ts";
import { counted } from "../../answers/wording.ts";
import { plainAddress } from "../../ingest/extract/address.ts";
import { WRITE_IT } from "../../ingest/fetch/check-address.ts";
import { parseList, pathOfList, type Row, writeList } from "../../records/documents.ts";
import type { DocumentState } from "../storage/keeper.ts";
import { undoOf } from "./afterwards.ts";
import { heldAddresses, settled, takeIn } from "./feed-items.ts";
import { type FeedReading, readFeedAt } from "./feed-reading.ts";
import {
	alone,
	type Intent,
	isNotice,
	type Job,
	keep,
	ownStory,
	refused,
	standing,
	textAt,
	textOf,
	told,
} from "./job.ts";
import { addressOf, isNoAddress } from "./typed-address.ts";

/** Looks at a feed once, to see that it is one, and keeps it. What it lists now waits already. */
export async function addFeed(job: Job, change: ChangeOf<"add feed">): Promise<Notice> {
	const { story: id, words, trusted } = change;
	const story = ownStory(job, id);
	if (isNotice(story)) return story;
	if (isNoAddress(change.address)) {
		return refused(
			"This feed cannot be read",
			`"${change.address}" is no web address; ${WRITE_IT}.`,
		);
	}
	const address = addressOf(change.address);
	job.progress(told("Looking at the feed", address));
	const feed = await readFeedAt(job, { address, validators: null });
	if (feed.kind !== "read") return refused("This feed cannot be read", whyUnread(feed));
	const held: string[] = [];
	const added: Row<"feeds">[] = [];
	const kept = await keepFeeds(job, id, {
		deed: { kind: "Added the feed", subject: address },
		rows: (rows, articles) => {
			held.push(...rows.filter(row => row.address === address).map(row => row.id));
			if (held.length > 0) return null;
			const fresh = { id: freeId(rows), address, words: [...words], trusted };
			const { row } = takeIn({ ...fresh, waiting: [], seen: [] }, feed.items, articles);
			added.push(row);
			return [...rows, row];
		},
	});
	const [known] = held;
	if (known !== undefined) {
		const text = `It is looked at already for ${story.title}, as ${known}. /feed list shows it; with other words it can be added when /feed remove has taken it out.`;
		return refused("This feed is held already", text);
	}
	if (isNotice(kept)) return kept;
	for (const { id: feedId } of added) {
		const lookedAt = job.clock().toISOString();
		job.looked(job.realm, { story: id, id: feedId }, { lookedAt, problem: null });
	}
	const waiting = added.flatMap(row => row.waiting).length;
	const listed = `${counted(feed.items.length, "page is", "pages are")} listed there, of which ${waiting} now ${waiting === 1 ? "waits" : "wait"} for a yes in /feed list.`;
	const text = [
		listed,
		...(feed.isTorn ? [TORN] : []),
		`What it lists from now on ${trusted ? "is added without asking" : "waits there too"}.`,
	].join(" ");
	return told("Feed added", text, { choices: undoOf(kept) });
}

const TORN =
	"It breaks off in the middle: what came whole was read, and the rest is looked for again.";

function whyUnread(feed: Exclude<FeedReading, { kind: "read" }>): string {
	return feed.kind === "unread"
		? `${feed.reason}; ${feed.remedy}.`
		: "The server gave no feed, and says that nothing has changed.";
}

function freeId(rows: readonly Row<"feeds">[]): string {
	let number = rows.length + 1;
	while (rows.some(({ id }) => id === `f${number}`)) number += 1;
	return `f${number}`;
}

/** Looks at a feed no more. */
export async function removeFeed(job: Job, change: ChangeOf<"remove feed">): Promise<Notice> {
	const { story, feed } = change;
	const kept = await keepFeeds(job, story, {
		deed: { kind: "Removed the feed", subject: feed },
		rows: rows =>
			rows.some(({ id }) => id === feed) ? rows.filter(({ id }) => id !== feed) : null,
	});
	if (isNotice(kept)) return kept;
	const text = "It is not looked at any more; the articles that came by it stay.";
	return told("Feed removed", text, { choices: undoOf(kept) });
}

/** Takes a page that waits off the list, never to wait again. */
export async function dismissItem(job: Job, change: ChangeOf<"dismiss item">): Promise<Notice> {
	const { story, feed, item, title } = change;
	const kept = await keepFeeds(job, story, {
		deed: { kind: "Dismissed a page of the feed", subject: `${feed}: “${title}”` },
		rows: rows => {
			const address = rows
				.find(({ id }) => id === feed)
				?.waiting.find(({ id }) => id === item)?.address;
			return address === undefined ? null : rows.map(row => settled(row, [address]));
		},
	});
	if (isNotice(kept)) return kept;
	return told("Dismissed", `“${title}” does not wait any more.`, { choices: undoOf(kept) });
}

/**
 * What is to become of a story's feeds when articles of these addresses are added: the pages of their
 * addresses wait no more. Nothing where no feed lists them.
 */
export function settledFeeds(
	states: ReadonlyMap<string, DocumentState>,
	story: string,
	addresses: readonly string[],
): readonly Intent[] {
	const path = pathOfList("feeds", story);
	const known = parseList("feeds", textAt(states, path));
	if (known.kind === "fault") return [];
	const plain = addresses.map(address => plainAddress(address, null) ?? address);
	const waits = known.rows.some(({ waiting }) =>
		waiting.some(({ address }) => plain.includes(address)),
	);
	if (!waits) return [];
	const rows = known.rows.map(row => settled(row, plain));
	return [{ path, after: textOf(writeList<"feeds">(rows)) }];
}

/**
 * How a story's list of feeds becomes another, with the addresses of the articles that it holds; null
 * where it does not, since nothing fits.
 */
export interface Rewriting {
	readonly deed: { readonly kind: string; readonly subject: string };
	readonly rows: (
		rows: readonly Row<"feeds">[],
		held: ReadonlySet<string>,
	) => readonly Row<"feeds">[] | null;
}

/** Keeps another list of feeds for a story; gives the change's number. */
export function keepFeeds(
	job: Job,
	story: string,
	{ deed, rows }: Rewriting,
): Promise<number | Notice> {
	return alone(job, { story, what: "feeds" }, async () => {
		const states = await standing(job, story);
		if (isNotice(states)) return states;
		const path = pathOfList("feeds", story);
		const known = parseList("feeds", textAt(states, path));
		if (known.kind === "fault") {
			return refused(`${path}: ${known.fault.reason}`, `${known.fault.remedy}.`);
		}
		const wanted = rows(known.rows, heldIn(job, story, states));
		if (wanted === null) return refused("Nothing was changed", "See /feed list for what there is.");
		const intents = [{ path, after: textOf(writeList<"feeds">(wanted)) }];
		const kept = await keep(job, { story, deed, intents });
		if (isNotice(kept)) return kept;
		await job.kept(job.realm);
		return kept.number;
	});
}

function heldIn(
	{ library, realm }: Job,
	id: string,
	states: ReadonlyMap<string, DocumentState>,
): ReadonlySet<string> {
	const fetched = parseList("fetched", textAt(states, pathOfList("fetched", id)));
	const served = library.current(realm).stories.find(story => story.id === id);
	return heldAddresses(served ?? null, fetched.kind === "list" ? fetched.rows : []);
}
