import type { Refused } from "../fetch/fetched.ts";

/** Something to be read: a page, a PDF file, plain text or a feed, with what is known of it. */
export interface Source {
	/** The bytes, or the text where they are decoded already. */
	readonly content: Uint8Array | string;
	/** The media type that came with it ("text/html; charset=utf-8"); null where none did. */
	readonly contentType: string | null;
	/** The file's name, of which the ending alone counts; null where there is none. */
	readonly fileName: string | null;
	/** Where it was fetched, after all redirects; null for a file or pasted text. */
	readonly address: string | null;
}

/** Where a date of publication was found, from the surest to the least sure. */
export type DateOrigin = "front matter" | "json-ld" | "meta" | "time" | "address" | "text";

/** The day of publication, as the outlet's own calendar has it. */
export interface Published {
	/** ISO 8601 date. */
	readonly date: string;
	readonly from: DateOrigin;
	/** False where it was guessed from words on the page. */
	readonly confirmed: boolean;
}

/** What a page tells of itself; null where it does not. */
export interface Metadata {
	readonly outlet: string | null;
	readonly title: string | null;
	readonly author: string | null;
	readonly published: Published | null;
	/** BCP 47. */
	readonly language: string | null;
	/** The article's own address, http or https, without marks of tracking. */
	readonly address: string | null;
}

/** An article read out of a page or file. */
export interface Extracted extends Metadata {
	readonly kind: "extracted";
	/** Blank lines between paragraphs, headings and lists as in Markdown; never empty. */
	readonly text: string;
	/** Whether the page says that it shows a part only, to be paid for. */
	readonly partial: boolean;
}

export type ArticleOutcome = Extracted | Refused;

/** A feed's word of one page. */
export interface FoundItem {
	/** As the feed has it, else the address; unique in the feed. */
	readonly id: string;
	readonly title: string | null;
	/** Absolute, http or https. */
	readonly address: string;
	/** ISO 8601 date or time; null where the feed does not say. */
	readonly published: string | null;
}

/** What a feed tells, in its order. */
export interface ReadFeed {
	readonly kind: "feed";
	readonly title: string | null;
	readonly items: readonly FoundItem[];
	/** How many more items there were than are taken. */
	readonly left: number;
	/** Whether it breaks off in the middle: what came whole is taken. */
	readonly isTorn: boolean;
}

export type FeedOutcome = ReadFeed | Refused;
