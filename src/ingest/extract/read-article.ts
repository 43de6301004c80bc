import { decodeText } from "../fetch/decode-text.ts";
import { type Refused, refused } from "../fetch/fetched.ts";
import { readMediaType, typeOfBody } from "../fetch/media-type.ts";
import type { ArticleOutcome, Source } from "./outcome.ts";
import { readPage } from "./page.ts";
import { readPdf } from "./pdf.ts";
import { readPlainText } from "./plain-text.ts";

/** Bytes that are read at most; Discord's own limit on attachments is 10 MB. */
export const LARGEST_SOURCE = 10 * 1024 * 1024;

/** Types told by the ending of a file's name; `.html.exe` ends in `.exe`. */
const ENDINGS: Readonly<Record<string, string>> = {
	html: "text/html",
	htm: "text/html",
	xhtml: "application/xhtml+xml",
	md: "text/markdown",
	markdown: "text/markdown",
	txt: "text/plain",
	pdf: "application/pdf",
};

/** A source whose kind is known: text, or the bytes of a PDF file. */
type Told =
	| { readonly kind: "page" | "text"; readonly text: string }
	| { readonly kind: "pdf"; readonly bytes: Uint8Array };

/**
 * Reads an article out of a page of HTML, a PDF file, plain text or Markdown. What it is is told by its
 * media type, the ending of its name and its first bytes, which have the last word.
 */
export async function readArticle(source: Source, now: Date): Promise<ArticleOutcome> {
	const told = tell(source);
	switch (told.kind) {
		case "refused":
			return told;
		case "pdf":
			return await readPdf(told.bytes, now);
		case "page":
			return readPage({ html: told.text, address: source.address, now });
		case "text":
			return readPlainText(told.text, now);
	}
}

function tell(source: Source): Told | Refused {
	const { content } = source;
	if (content.length > LARGEST_SOURCE)
		return refused("it is larger than 10 MB", "attach a smaller file");
	const given = source.contentType ?? typeOfName(source.fileName);
	if (given === null && source.fileName !== null && /\.\w+$/u.test(source.fileName)) {
		return refused(
			`files named "${source.fileName.slice(-40)}" are not read`,
			"attach a file whose name ends in .html, .md, .txt or .pdf",
		);
	}
	if (typeof content === "string") return textAs(given, content);
	const media = readMediaType(given);
	const toldBy = source.address === null ? "its name says" : "the server calls it";
	const type = typeOfBody(media, content, { accept: "article", toldBy });
	if (typeof type !== "string") return type;
	if (type === ENDINGS["pdf"]) return { kind: "pdf", bytes: content };
	return textAs(type, decodeText(content, media.charset).text);
}

function typeOfName(name: string | null): string | null {
	const ending = /\.([^.]*)$/u.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
	return Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null;
}

/** Text without a type is a page where it begins as one. */
function textAs(type: string | null, text: string): Told {
	const isPage =
		type === null ? /^\s*<(?:!doctype|html|head|body|!--)\b/iu.test(text) : /html|xml/u.test(type);
	return { kind: isPage ? "page" : "text", text };
}
