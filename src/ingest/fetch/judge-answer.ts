import { barrierOf } from "./barrier.ts";
import { decodeText } from "./decode-text.ts";
import { decompress, isGzipFile, tooLarge } from "./decompress.ts";
import {
	BRING_IT,
	type Failed,
	type Fetched,
	type FetchRequest,
	failed,
	type Refused,
	refused,
	type Validators,
} from "./fetched.ts";
import { type Arrival, retryAfterOf } from "./journey.ts";
import { type MediaType, readMediaType, refusedType, typeOfBody } from "./media-type.ts";
import type { Head } from "./transport.ts";

/** What an answer is judged by. */
export interface Judging {
	readonly request: FetchRequest;
	/** Bytes of a body, packed and unpacked. */
	readonly limit: number;
	readonly now: Date;
}

/** Bytes of the body that are worth reading, told by what stands before it. */
export function wantedOf(head: Head, { request, limit }: Judging): number {
	const readable =
		isPage(head.status) &&
		refusedType(mediaOf(head), request.accept) === null &&
		!isLong(head, limit);
	return readable ? limit : 0;
}

/** Makes a result of the last answer of a journey. */
export function judgeAnswer(arrival: Arrival, judging: Judging): Promise<Fetched> | Fetched {
	const { head } = arrival.reply;
	if (head.header("cf-mitigated") !== null)
		return refused("the site asks whether its reader is human");
	if (isPage(head.status)) return pageOf(arrival, judging);
	return withoutPage(arrival, judging);
}

/** 203 is the page as a proxy between has changed it. */
function isPage(status: number): boolean {
	return status === 200 || status === 203;
}

function isLong(head: Head, limit: number): boolean {
	return Number(head.header("content-length") ?? 0) > limit;
}

function mediaOf(head: Head): MediaType {
	return readMediaType(head.header("content-type"));
}

/** Answers that asking again does not change. */
const FORBIDDEN: Readonly<Record<number, string>> = {
	401: "asks for a login",
	402: "asks for a payment",
	403: "does not let this program read the page",
	407: "asks for a login",
	451: "may not show the page for legal reasons",
};

function withoutPage({ reply, url }: Arrival, { request, now }: Judging): Fetched {
	const { status } = reply.head;
	const { validators } = request;
	if (status === 304 && validators !== null)
		return { kind: "unchanged", address: url.href, validators: renewed(validators, reply.head) };
	if (status === 404 || status === 410) return { kind: "gone", status };
	const forbidden = FORBIDDEN[status];
	if (forbidden !== undefined) return refused(`${url.hostname} ${forbidden} (${status})`);
	return failed(`${url.hostname} answers ${status} instead of a page`, {
		retryAfter: retryAfterOf(reply, now),
	});
}

async function pageOf(arrival: Arrival, judging: Judging): Promise<Fetched> {
	const { url, reply, redirects } = arrival;
	const body = await bodyOf(arrival, judging);
	if ("kind" in body) return body;
	const { bytes, contentType } = body;
	const page = {
		...{ kind: "fetched" as const, address: url.href, contentType, bytes, redirects },
		validators: validatorsOf(reply.head),
	};
	if (contentType === "application/pdf") return { ...page, charset: null, text: null };
	const { text, charset } = decodeText(bytes, mediaOf(reply.head).charset);
	const barrier = contentType.includes("html") ? barrierOf(text) : null;
	return barrier ?? { ...page, charset, text };
}

interface PlainBody {
	readonly bytes: Uint8Array;
	readonly contentType: string;
}

async function bodyOf(
	{ reply }: Arrival,
	{ request, limit }: Judging,
): Promise<PlainBody | Refused | Failed> {
	const media = mediaOf(reply.head);
	const unwanted = refusedType(media, request.accept);
	if (unwanted !== null) return unwanted;
	if (reply.cut || isLong(reply.head, limit)) return tooLarge(limit);
	const bytes = await decompress(reply.body, reply.head.header("content-encoding"), limit);
	if ("kind" in bytes) return bytes;
	if (request.accept === "feed" && isGzipFile(bytes)) return unpackedFeed(bytes, limit);
	return typed(bytes, media, request);
}

/** A gzip file says nothing of what is in it. */
async function unpackedFeed(
	packed: Uint8Array,
	limit: number,
): Promise<PlainBody | Refused | Failed> {
	const bytes = await decompress(packed, "gzip", limit);
	if ("kind" in bytes) return bytes;
	return typed(bytes, { essence: "", charset: null }, { accept: "feed" });
}

function typed(
	bytes: Uint8Array,
	media: MediaType,
	{ accept }: Pick<FetchRequest, "accept">,
): PlainBody | Refused | Failed {
	if (bytes.byteLength === 0) return failed("the page is empty", { remedy: BRING_IT });
	const contentType = typeOfBody(media, bytes, { accept, toldBy: "the server calls it" });
	if (typeof contentType !== "string") return contentType;
	return refusedType({ essence: contentType, charset: null }, accept) ?? { bytes, contentType };
}

/** What fits into a header again; a server that gives other validators has none. */
const SENDABLE = /^[\x20-\x7e]{1,500}$/;

/** A validator that may be sent back as it came; null for one that no server understands. */
export function sendable(validator: string | null): string | null {
	return validator !== null && SENDABLE.test(validator) ? validator : null;
}

function validatorsOf(head: Head): Validators {
	return {
		etag: sendable(head.header("etag")),
		lastModified: sendable(head.header("last-modified")),
	};
}

function renewed(old: Validators, head: Head): Validators {
	const { etag, lastModified } = validatorsOf(head);
	return { etag: etag ?? old.etag, lastModified: lastModified ?? old.lastModified };
}
