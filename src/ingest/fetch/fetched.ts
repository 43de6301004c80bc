/** What a server gave to recognise an unchanged page by; sent back with the next request for it. */
export interface Validators {
	readonly etag: string | null;
	readonly lastModified: string | null;
}

/** What is asked for: a page, document or text, or a feed or sitemap. */
export type Accepted = "article" | "feed";

export interface FetchRequest {
	readonly address: string;
	/** Those of the last answer, which make the request conditional; null asks for the page whatever it is. */
	readonly validators: Validators | null;
	readonly accept: Accepted;
}

/** A page that came, whole and within the limits. */
export interface FetchedPage {
	readonly kind: "fetched";
	/** Where the page was in the end, after redirects; without a fragment. */
	readonly address: string;
	/** A media type in lower case without parameters: "text/html". */
	readonly contentType: string;
	/** The WHATWG name of the encoding, in lower case; null for what is no text. */
	readonly charset: string | null;
	/** Decompressed. */
	readonly bytes: Uint8Array;
	/** Without byte order mark and NUL characters; null for what is no text (a PDF). */
	readonly text: string | null;
	readonly validators: Validators;
	/** The addresses that led to the final one, the first of them requested; empty without a redirect. */
	readonly redirects: readonly string[];
}

/** Nothing will come of asking again: a rule of ours or theirs forbids it, or it is no article. */
export interface Refused {
	readonly kind: "refused";
	/** A clause without a full stop: "127.0.0.1 is a loopback address". */
	readonly reason: string;
	/** What the reader can do; a clause without a full stop. */
	readonly remedy: string;
}

/** Nothing came, though it may come another time. */
export interface Failed {
	readonly kind: "failed";
	readonly reason: string;
	readonly remedy: string;
	/** Seconds for which the server asked to be left alone; null where it did not say. */
	readonly retryAfter: number | null;
}

/** What became of a request. */
export type Fetched =
	| FetchedPage
	/** The page is what it was when its validators were given. */
	| { readonly kind: "unchanged"; readonly address: string; readonly validators: Validators }
	/** The server says that there is no such page (404), or no longer (410). */
	| { readonly kind: "gone"; readonly status: 404 | 410 }
	| Refused
	| Failed;

/** What to do about a page that the program may not or cannot read by itself. */
export const BRING_IT = "save the page and attach the file, or paste its text";

/** What to do where a server is at fault for now. */
const TRY_LATER = "try again later";

/** A refusal of a page, with what to do about it. */
export function refused(reason: string, remedy: string = BRING_IT): Refused {
	return { kind: "refused", reason, remedy };
}

/** A failure that may pass: with time, unless something else is said to help. */
export function failed(reason: string, changes: Partial<Omit<Failed, "kind">> = {}): Failed {
	return { kind: "failed", reason, remedy: TRY_LATER, retryAfter: null, ...changes };
}
