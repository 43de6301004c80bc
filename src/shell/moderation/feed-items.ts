import { shortHash } from "../../claims/identity.ts";
import { plainAddress } from "../../ingest/extract/address.ts";
import type { FoundItem } from "../../ingest/extract/outcome.ts";
import type { Row } from "../../records/documents.ts";
import type { FeedItem } from "../../records/records.ts";
import type { Story } from "../../snapshot.ts";
import { stems } from "../../text/terms.ts";

/** More than any feed lists at once. */
const MOST_SEEN = 2_000;

/** More than a moderator looks through. */
const MOST_WAITING = 50;

/** A feed in whose list these addresses do not wait, nor will again. */
export function settled(row: Row<"feeds">, addresses: readonly string[]): Row<"feeds"> {
	const waiting = row.waiting.filter(({ address }) => !addresses.includes(address));
	const others = row.seen.filter(address => !addresses.includes(address));
	return { ...row, waiting, seen: [...others, ...addresses].slice(-MOST_SEEN) };
}

/** A feed with what a look at it found, and what of that was not there before. */
export interface Intake {
	readonly row: Row<"feeds">;
	/** Newest first. */
	readonly fresh: readonly FeedItem[];
}

/**
 * Puts what a feed lists among what waits: items whose titles hold all its words and whose addresses
 * neither wait, nor were taken or dismissed, nor are held. Of more than 50 the newest wait, and the rest
 * is passed over for good.
 *
 * @param held addresses of the story's articles, as `heldAddresses` gives them
 */
export function takeIn(
	row: Row<"feeds">,
	items: readonly FoundItem[],
	held: ReadonlySet<string>,
): Intake {
	const known = new Set([...row.seen, ...row.waiting.map(({ address }) => address), ...held]);
	const found = items
		.filter(({ title, address }) => !known.has(address) && holds(title ?? address, row.words))
		.map(({ title, address, published }): FeedItem => {
			return { id: shortHash(address), title: title ?? address, address, published };
		})
		.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
	const all = [...found, ...row.waiting];
	const passed = all.slice(MOST_WAITING).map(({ address }) => address);
	const waiting = all.slice(0, MOST_WAITING);
	return {
		row: settled({ ...row, waiting: [...waiting] }, passed),
		fresh: found.slice(0, MOST_WAITING),
	};
}

/** Whether a title has all the words of each entry, in whatever form: "rents" holds "rent". */
function holds(title: string, words: readonly string[]): boolean {
	const held = new Set(stems(title));
	return words.every(word => {
		const wanted = stems(word);
		// What has no word that is looked for ("the", "C++") has to stand there as it is.
		if (wanted.length === 0) return title.toLowerCase().includes(word.toLowerCase());
		return wanted.every(stem => held.has(stem));
	});
}

/** The addresses by which the articles of a story are known: their own, and those they were fetched from. */
export function heldAddresses(
	story: Pick<Story, "articles"> | null,
	fetched: readonly Row<"fetched">[],
): ReadonlySet<string> {
	const own = story?.articles.flatMap(({ article }) => article.url ?? []) ?? [];
	const all = [...own, ...fetched.map(({ address }) => address)];
	return new Set(all.map(address => plainAddress(address, null) ?? address));
}
