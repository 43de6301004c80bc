import { getDocumentProxy } from "unpdf";
import { z } from "zod";
import { refused } from "../fetch/fetched.ts";
import { readDay } from "./dates.ts";
import { languageTag, oneLine } from "./metadata.ts";
import type { ArticleOutcome, Metadata } from "./outcome.ts";
import { linesOf, type PdfLine, type PdfRun, paragraphsOf } from "./pdf-lines.ts";
import { cleanText, saysEnough } from "./plain-text.ts";

/** An article printed on more pages is a book. */
const MOST_PAGES = 200;

/** The text of a PDF file with its paragraphs, or why there is none: it is torn, locked or of pictures. */
export async function readPdf(bytes: Uint8Array, now: Date): Promise<ArticleOutcome> {
	try {
		return await readDocument(bytes, now);
	} catch (error) {
		const isLocked = error instanceof Error && error.name === "PasswordException";
		return isLocked
			? refused("the PDF file asks for a password", "attach one without, or paste its text")
			: refused("the PDF file is damaged", "paste its text");
	}
}

async function readDocument(bytes: Uint8Array, now: Date): Promise<ArticleOutcome> {
	// It takes the bytes for its own; the caller's stay.
	const document = await getDocumentProxy(bytes.slice(), {
		isEvalSupported: false,
		useSystemFonts: false,
		stopAtErrors: false,
		verbosity: 0,
	});
	if (document.numPages > MOST_PAGES) {
		return refused(`the PDF file has ${document.numPages} pages`, "paste the article's text");
	}
	const lines: PdfLine[] = [];
	for (let number = 1; number <= document.numPages; number += 1) {
		const page = await document.getPage(number);
		const { items } = await page.getTextContent();
		lines.push(
			...linesOf(
				items.filter((item: object): item is PdfRun => "str" in item),
				number,
			),
		);
	}
	const text = cleanText(paragraphsOf(lines).join("\n\n"));
	if (!saysEnough(text)) return refused("the PDF file has no text in it", "paste its text");
	const { info } = await document.getMetadata();
	return { kind: "extracted", ...metadataOf(FIELDS.parse(info), now), text, partial: false };
}

const FIELD = z.string().catch("");
const FIELDS = z.object({ Title: FIELD, Author: FIELD, CreationDate: FIELD, Language: FIELD });

/** What the file tells of itself. When it was made is near the day of publication, and no more. */
function metadataOf(fields: z.infer<typeof FIELDS>, now: Date): Metadata {
	const created = /^(?:D:)?(\d{8})/u.exec(fields.CreationDate)?.[1] ?? "";
	const date = readDay(created, now);
	// Programs that print name the file that they print.
	const isFile = /\.\w{2,5}$|^(?:untitled|microsoft word)\b/iu.test(fields.Title);
	return {
		outlet: null,
		title: isFile ? null : oneLine(fields.Title) || null,
		author: oneLine(fields.Author) || null,
		published: date === null ? null : { date, from: "text", confirmed: false },
		language: languageTag(fields.Language),
		address: null,
	};
}
