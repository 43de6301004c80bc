import type { Change, Notice } from "../../../commands/command.ts";
import { parseList, pathOfList, type Row, writeList } from "../../records/documents.ts";
import { undoOf } from "./afterwards.ts";
import {
	alone,
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

type Of<K extends Change["kind"]> = Extract<Change, { readonly kind: K }>;

/** Looks at a feed once, to see that it is one, and keeps it. What it lists now waits already. */
export async function addFeed(job: Job, change: Of<"add feed">): Promise<Notice> {
	const { story: id, address, words, trusted } = change;
	const story = ownStory(job, id);
	if (isNotice(story)) return story;
	job.progress(told("Looking at the feed", address));
	const looked = await lookAt(job, address);
	if (isNotice(looked)) return looked;
	const kept = await keepFeeds(job, id, {
		deed: { kind: "Added the feed", subject: address },
		rows: rows => {
			if (rows.some(row => row.address === address)) return null;
			const row = { id: freeId(rows), address, words: [...words], trusted, waiting: [], seen: [] };
			return [...rows, row];
		},
	});
	if (isNotice(kept)) return kept;
	const asks = trusted
		? "What it finds is added without asking."
		: "What it finds waits for a yes in /feed list.";
	const text = `${looked} pages are listed there now. ${asks}`;
	return told("Feed added", text, { choices: undoOf(kept) });
}

async function lookAt({ fetcher, extractor }: Job, address: string): Promise<number | Notice> {
	const title = "This feed cannot be read";
	const page = await fetcher.fetch({ address, validators: null, accept: "feed" });
	if (page.kind === "gone" || page.kind === "unchanged") {
		return refused(title, "The server says that there is no such page.");
	}
	if (page.kind !== "fetched") return refused(title, `${page.reason}; ${page.remedy}.`);
	const { text, bytes, contentType } = page;
	const content = text ?? bytes;
	const read = await extractor.feed({
		content,
		contentType,
		fileName: null,
		address: page.address,
	});
	if (read.kind === "refused") return refused(title, `${read.reason}; ${read.remedy}.`);
	return read.items.length;
}

function freeId(rows: readonly Row<"feeds">[]): string {
	let number = rows.length + 1;
	while (rows.some(({ id }) => id === `f${number}`)) number += 1;
	return `f${number}`;
}

/** Looks at a feed no more. */
export async function removeFeed(job: Job, change: Of<"remove feed">): Promise<Notice> {
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
export async function dismissItem(job: Job, change: Of<"dismiss item">): Promise<Notice> {
	const { story, feed, item } = change;
	const kept = await keepFeeds(job, story, {
		deed: { kind: "Dismissed a page of the feed", subject: feed },
		rows: rows => {
			const address = rows
				.find(({ id }) => id === feed)
				?.waiting.find(({ id }) => id === item)?.address;
			return address === undefined ? null : rows.map(row => settled(row, [address]));
		},
	});
	if (isNotice(kept)) return kept;
	return told("Dismissed", "It does not wait any more.", { choices: undoOf(kept) });
}

/** More than any feed lists at once. */
const MOST_SEEN = 2_000;

/** A feed in whose list these addresses do not wait, nor will again. */
export function settled(row: Row<"feeds">, addresses: readonly string[]): Row<"feeds"> {
	const waiting = row.waiting.filter(({ address }) => !addresses.includes(address));
	const others = row.seen.filter(address => !addresses.includes(address));
	return { ...row, waiting, seen: [...others, ...addresses].slice(-MOST_SEEN) };
}

/** How a story's list of feeds becomes another; null where it does not, since nothing fits. */
interface Rewriting {
	readonly deed: { readonly kind: string; readonly subject: string };
	readonly rows: (rows: readonly Row<"feeds">[]) => readonly Row<"feeds">[] | null;
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
		const wanted = rows(known.rows);
		if (wanted === null) return refused("Nothing was changed", "See /feed list for what there is.");
		const intents = [{ path, after: textOf(writeList<"feeds">(wanted)) }];
		const kept = await keep(job, { story, deed, intents });
		if (isNotice(kept)) return kept;
		await job.kept(job.realm);
		return kept.number;
	});
}
