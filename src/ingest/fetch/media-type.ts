import { type Accepted, type Refused, refused } from "./fetched.ts";

/** What an answer says of its body, in lower case. */
export interface MediaType {
	/** "text/html"; empty where the answer does not say. */
	readonly essence: string;
	/** The label of its encoding; null where none is given. */
	readonly charset: string | null;
}

const PAGES = ["text/html", "application/xhtml+xml"];

const TEXTS = ["text/plain", "text/markdown"];

const PDF = "application/pdf";

const XML = ["application/xml", "text/xml"];

const FEEDS = [
	...["application/rss+xml", "application/atom+xml", "application/rdf+xml"],
	...["application/feed+json", "application/json"],
];

/** A page may stand where a feed is sought, as it often links to the feed. */
const TAKEN: Readonly<Record<Accepted, ReadonlySet<string>>> = {
	article: new Set([...PAGES, ...TEXTS, PDF, "application/xml"]),
	feed: new Set([...FEEDS, ...XML, ...PAGES, ...TEXTS]),
};

/** How servers are told what is taken (RFC 9110, section 12.5.1). */
export const ACCEPT: Readonly<Record<Accepted, string>> = {
	article: `${PAGES.join(", ")}, ${PDF};q=0.8, ${TEXTS.join(";q=0.8, ")};q=0.8, */*;q=0.1`,
	feed: `${FEEDS.join(", ")}, ${XML.join(", ")};q=0.9, */*;q=0.1`,
};

/** Types by which servers say that they do not know. */
const UNKNOWN = new Set(["", "application/octet-stream", "binary/octet-stream", "unknown/unknown"]);

/**
 * Reads the header Content-Type. Of several types or charsets the first counts.
 *
 * @example readMediaType('Text/HTML; Charset="ISO-8859-1"') // {essence: "text/html", charset: "iso-8859-1"}
 */
export function readMediaType(header: string | null): MediaType {
	const [essence = "", ...parameters] = (header ?? "").toLowerCase().split(/[;,]/);
	const charset = parameters
		.map(parameter => /^\s*charset\s*=\s*["']?([^"'\s]+)/.exec(parameter)?.[1])
		.find(label => label !== undefined);
	return { essence: essence.trim(), charset: charset ?? null };
}

/** First bytes of files that are no text (https://mimesniff.spec.whatwg.org/), and what they are. */
const SIGNATURES: readonly (readonly [bytes: string, name: string])[] = [
	["MZ", "a program"],
	["\x7fELF", "a program"],
	["\xcf\xfa\xed\xfe", "a program"],
	["PK\x03\x04", "a ZIP archive or office document"],
	["Rar!", "an archive"],
	["7z\xbc\xaf", "an archive"],
	["\x1f\x8b", "an archive"],
	["\x89PNG", "a picture"],
	["\xff\xd8\xff", "a picture"],
	["GIF8", "a picture"],
	["RIFF", "a picture, sound or film"],
	["OggS", "a sound or film"],
	["ID3", "a sound"],
	["\xd0\xcf\x11\xe0", "an office document"],
];

/** How much of a body is looked at to tell what it is. */
const LOOKED_AT = 2048;

/** A text has none of these bytes; a stray one is forgiven, as pages do have them. */
const MOST_BINARY = 0.02;

/** What is wanted of a body, and who told its type. */
export interface Told {
	readonly accept: Accepted;
	readonly toldBy: "the server calls it" | "its name says";
}

const PDF_BY: Readonly<Record<Told["toldBy"], string>> = {
	"the server calls it": "the server calls it one",
	"its name says": "its name says so",
};

/**
 * What a body is: its type as the server says and its first bytes confirm. A PDF counts as one whatever the
 * server calls it; a body of no or an unknown type is told by its first bytes.
 *
 * @returns a media type, or a refusal where it is nothing to read an article or a feed from
 */
export function typeOfBody(
	media: MediaType,
	bytes: Uint8Array,
	{ accept, toldBy }: Told,
): string | Refused {
	const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString("latin1");
	if (/^\s*%PDF-/.test(start))
		return accept === "article" ? PDF : refused("it is a PDF, not a feed");
	const binary = binaryKind(start, media.charset);
	if (binary !== null) return refused(`it is ${binary}, whatever ${toldBy}`);
	if (media.essence === PDF) return refused(`it is no PDF, though ${PDF_BY[toldBy]}`);
	return UNKNOWN.has(media.essence) ? typeOfText(start) : media.essence;
}

/** The refusal of a type that is never taken, from the header alone, so that its body need not be read. */
export function refusedType({ essence }: MediaType, accept: Accepted): Refused | null {
	if (UNKNOWN.has(essence) || TAKEN[accept].has(essence)) return null;
	if (accept === "feed" && /\+(?:xml|json)$|^application\/(?:x-)?gzip$/.test(essence)) return null;
	const wanted = accept === "article" ? "a page, text or PDF" : "a feed";
	return refused(
		`it is ${essence}, not ${wanted}`,
		"give the address of an article or attach a file",
	);
}

function binaryKind(start: string, charset: string | null): string | null {
	const binary = [...start].filter(isBinary).length;
	// A text may begin with "MZ" too.
	if (binary === 0 && !/[\x80-\xff]/.test(start)) return null;
	const known = SIGNATURES.find(([bytes]) => start.startsWith(bytes));
	if (known !== undefined) return known[1];
	if (/^utf-?16/.test(charset ?? "") || /^(?:\xff\xfe|\xfe\xff)/.test(start)) return null;
	return binary > start.length * MOST_BINARY ? "a binary file" : null;
}

/** Below a space only these are of a text: tab, line ends, and ESC, which ISO-2022-JP is made of. */
const TEXT_CONTROLS = new Set(["\t", "\n", "\f", "\r", "\x1b"]);

/** https://mimesniff.spec.whatwg.org/#binary-data-byte */
function isBinary(character: string): boolean {
	return character < " " && !TEXT_CONTROLS.has(character);
}

function typeOfText(start: string): string {
	const text = start.replace(/^(?:\xef\xbb\xbf)?\s*/, "");
	if (/^<(?:\?xml|rss|feed|rdf:RDF|urlset|sitemapindex)/.test(text)) return "application/xml";
	if (text.startsWith("<")) return "text/html";
	return text.startsWith("{") ? "application/json" : "text/plain";
}
