import { z } from "zod";
import { partFrontMatter, readFields } from "../../corpus/front-matter.ts";
import { refused } from "../fetch/fetched.ts";
import { plainAddress } from "./address.ts";
import { readDay } from "./dates.ts";
import { languageTag, oneLine } from "./metadata.ts";
import type { ArticleOutcome, Metadata } from "./outcome.ts";

const SEE_ALL = "see that all of it is there";

/** Fewer letters are no article, in any script. */
const FEWEST_LETTERS = 60;

/** The longest text that is read, in UTF-16 code units: five long novels. */
const LONGEST = 2_500_000;

const NOTHING: Metadata = {
	outlet: null,
	title: null,
	author: null,
	published: null,
	language: null,
	address: null,
};

/**
 * An article from plain text or Markdown. Front matter is kept as far as its fields are what they should
 * be; a first heading of the first level is the title.
 */
export function readPlainText(text: string, now: Date): ArticleOutcome {
	if (text.length > LONGEST)
		return refused("the text is longer than a book", "cut it to the article");
	const parts = partFrontMatter(text);
	const metadata = parts.kind === "parts" ? metadataOf(parts.matter, now) : NOTHING;
	const body = cleanText(parts.kind === "parts" ? parts.body : text);
	if (!saysEnough(body)) return refused("the text is too short for an article", SEE_ALL);
	const title = metadata.title ?? titleOf(body);
	return { kind: "extracted", ...metadata, title, text: body, partial: false };
}

/**
 * A text without what shows nothing: control characters, marks of direction and width, lone surrogates;
 * line ends are "\n", and no more than one blank line stands between two lines.
 */
export function cleanText(text: string): string {
	return text
		.replace(/\p{Cs}/gu, "\uFFFD")
		.replace(/\r\n?|[\f\v\u0085\u2028\u2029]/gu, "\n")
		.replace(/[^\P{Cc}\n\t]|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/gu, "")
		.replace(/[\t\p{Zs}]+$/gmu, "")
		.replace(/\n{3,}/gu, "\n\n")
		.replace(/^\n+|\s+$/gu, "");
}

/** Whether a text has words enough for an article. */
export function saysEnough(text: string): boolean {
	return (text.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS;
}

function titleOf(body: string): string | null {
	const heading = /^#\s+(\S.*)$/mu.exec(body.split("\n", 5).join("\n"))?.[1];
	return heading === undefined ? null : oneLine(heading);
}

const FIELD = z.string().catch("");
const FIELDS = z.object({
	outlet: FIELD,
	title: FIELD,
	author: FIELD,
	published: FIELD,
	date: FIELD,
	language: FIELD,
	url: FIELD,
});

function metadataOf(matter: string, now: Date): Metadata {
	const read = readFields(matter);
	if (read.kind === "fault") return NOTHING;
	const fields = FIELDS.parse(read.fields);
	const date = readDay(fields.published, now) ?? readDay(fields.date, now);
	return {
		outlet: oneLine(fields.outlet) || null,
		title: oneLine(fields.title) || null,
		author: oneLine(fields.author) || null,
		published: date === null ? null : { date, from: "front matter", confirmed: true },
		language: languageTag(fields.language),
		address: plainAddress(fields.url, null),
	};
}
