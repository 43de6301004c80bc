import type { FoundItem } from "../../ingest/extract/outcome.ts";
import type { Validators } from "../../ingest/fetch/fetched.ts";
import type { Tools } from "./job.ts";

/** Which feed is to be read, and by what to tell that it is as it was; null reads it whatever it is. */
export interface FeedRequest {
	readonly address: string;
	readonly validators: Validators | null;
	/** Gives up. */
	readonly signal?: AbortSignal;
}

/** What came of reading a feed. */
export type FeedReading =
	| {
			readonly kind: "read";
			readonly items: readonly FoundItem[];
			readonly validators: Validators;
			/** Whether it breaks off in the middle. */
			readonly isTorn: boolean;
	  }
	| { readonly kind: "unchanged" }
	| {
			readonly kind: "unread";
			/** Clauses without a full stop. */
			readonly reason: string;
			readonly remedy: string;
			/** Seconds for which the server asked to be left alone; null where it did not. */
			readonly retryAfter: number | null;
	  };

/** Fetches a feed and reads what it lists. */
export async function readFeedAt(
	{ fetcher, extractor }: Pick<Tools, "fetcher" | "extractor">,
	{ address, validators, signal }: FeedRequest,
): Promise<FeedReading> {
	const page = await fetcher.fetch({ address, validators, accept: "feed" }, signal);
	if (page.kind === "unchanged") return { kind: "unchanged" };
	if (page.kind === "gone") {
		const reason = `the server says that there is no such page (${page.status})`;
		return unread({ reason, remedy: "look at the address again" });
	}
	if (page.kind !== "fetched") return unread(page);
	const { text, bytes, contentType } = page;
	const content = text ?? bytes;
	const source = { content, contentType, fileName: null, address: page.address };
	const read = await extractor.feed(source);
	if (read.kind === "refused") return unread(read);
	return { kind: "read", items: read.items, validators: page.validators, isTorn: read.isTorn };
}

interface Why {
	readonly reason: string;
	readonly remedy: string;
	readonly retryAfter?: number | null;
}

function unread({ reason, remedy, retryAfter = null }: Why): FeedReading {
	return { kind: "unread", reason, remedy, retryAfter };
}
