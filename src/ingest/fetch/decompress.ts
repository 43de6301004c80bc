import { promisify } from "node:util";
import zlib from "node:zlib";
import { type Failed, failed, type Refused, refused } from "./fetched.ts";

/** Node's own limit: it stops as soon as more bytes than these have come. */
interface Limited {
	readonly maxOutputLength: number;
}

type Decompress = (bytes: Uint8Array, options: Limited) => Promise<Uint8Array>;

const gunzip = promisify<Uint8Array, Limited, Uint8Array>(zlib.gunzip);
const unbrotli = promisify<Uint8Array, Limited, Uint8Array>(zlib.brotliDecompress);
const inflate = promisify<Uint8Array, Limited, Uint8Array>(zlib.inflate);
const inflateRaw = promisify<Uint8Array, Limited, Uint8Array>(zlib.inflateRaw);

/** Servers send "deflate" with the header of zlib, as they ought to, and without. */
const inflateEither: Decompress = (bytes, options) =>
	((bytes[0] ?? 0) & 0x0f) === 8 ? inflate(bytes, options) : inflateRaw(bytes, options);

const CODINGS: ReadonlyMap<string, Decompress> = new Map([
	["gzip", gunzip],
	["x-gzip", gunzip],
	["deflate", inflateEither],
	["br", unbrotli],
]);

/** What servers are told in Accept-Encoding. */
export const CODINGS_TAKEN = "gzip, deflate, br";

/**
 * Undoes a body's compression, and stops where more than `limit` bytes would come of it.
 *
 * @param coding the header Content-Encoding; one coding at most, as no honest page is packed twice
 * @returns the bytes, or why there are none
 */
export async function decompress(
	bytes: Uint8Array,
	coding: string | null,
	limit: number,
): Promise<Uint8Array | Refused | Failed> {
	const codings = codingsOf(coding);
	const [only] = codings;
	if (only === undefined) return bytes;
	const undo = CODINGS.get(only);
	if (undo === undefined || codings.length > 1)
		return refused(
			`the answer is packed as ${codings.slice(0, 3).join(", ").slice(0, 40)}, which is not read`,
		);
	try {
		return await undo(bytes, { maxOutputLength: limit });
	} catch (error) {
		return isTooLarge(error)
			? tooLarge(limit)
			: failed("the answer cannot be unpacked: it is cut off or damaged");
	}
}

/** The refusal of a body beyond the limit in bytes. */
export function tooLarge(limit: number): Refused {
	return refused(`it is larger than ${inMebibytes(limit)}`);
}

/** Whether a feed is itself a gzip file, as sitemaps often are (https://www.sitemaps.org/protocol.html). */
export function isGzipFile(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function codingsOf(header: string | null): readonly string[] {
	return (header ?? "")
		.toLowerCase()
		.split(",")
		.map(coding => coding.trim())
		.filter(coding => coding !== "" && coding !== "identity");
}

function isTooLarge(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

const MEBIBYTE = 2 ** 20;

function inMebibytes(bytes: number): string {
	return bytes < MEBIBYTE
		? `${Math.ceil(bytes / 1024)} KiB`
		: `${Math.round(bytes / MEBIBYTE)} MiB`;
}
