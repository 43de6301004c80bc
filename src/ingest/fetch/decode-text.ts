import { TextDecoder } from "@exodus/bytes/encoding.js";
import sniffEncoding from "html-encoding-sniffer";

/** A text and the encoding that it was read in. */
export interface DecodedText {
	/** Without byte order mark and NUL characters; without lone surrogates, which decoders replace. */
	readonly text: string;
	/** The WHATWG name of the encoding, in lower case. */
	readonly charset: string;
}

/**
 * Decodes a page, feed or text. What is valid UTF-8 is UTF-8, whatever its header says, as few other texts happen
 * to be; else the byte order mark counts, then the header, the XML declaration and the meta elements, and
 * windows-1252 at last (https://html.spec.whatwg.org/#determining-the-character-encoding). UTF-7 and unknown
 * labels count as none.
 *
 * @param label of the header Content-Type or of whoever gave the bytes; null where unknown
 */
export function decodeText(bytes: Uint8Array, label: string | null): DecodedText {
	const utf8 = readable(bytes);
	const declared = declaredEncoding(bytes, label);
	if (utf8 !== null && !looksLikeAscii(declared, utf8))
		return { text: clean(utf8), charset: "utf-8" };
	// Node's own decoder takes windows-1252 for ISO 8859-1 and gives control characters for quotation marks.
	const text = new TextDecoder(declared).decode(bytes);
	return { text: clean(text), charset: declared };
}

function readable(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Encodings whose bytes are valid UTF-8 too, and the character that then gives them away. */
const GIVEN_AWAY: Readonly<Record<string, string>> = {
	"utf-16le": "\0",
	"utf-16be": "\0",
	"iso-2022-jp": "\x1b",
};

function looksLikeAscii(declared: string, utf8: string): boolean {
	const mark = GIVEN_AWAY[declared];
	return mark !== undefined && utf8.includes(mark);
}

function declaredEncoding(bytes: Uint8Array, label: string | null): string {
	const own = label ?? xmlLabel(bytes);
	const sniffed = sniffEncoding(bytes, own === null ? {} : { transportLayerEncodingLabel: own });
	// A label of "replacement" marks encodings that are unsafe to decode; x-user-defined is no text.
	const usable = sniffed !== "replacement" && sniffed !== "x-user-defined";
	return usable ? sniffed.toLowerCase() : "utf-8";
}

const DECLARATION_BYTES = 256;

/** The encoding in an XML declaration, as `<?xml version="1.0" encoding="windows-1251"?>` has it. */
function xmlLabel(bytes: Uint8Array): string | null {
	const start = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString("latin1");
	return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1] ?? null;
}

function clean(text: string): string {
	return text.replaceAll("\0", "");
}
