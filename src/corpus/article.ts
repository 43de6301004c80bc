import { z } from "zod";
import { type Fault, partFrontMatter, readFields, refusal } from "./front-matter.ts";
import type { Problem } from "./problem.ts";

/** One outlet's text, as published. Dates are ISO 8601, as the front matter has them. */
export interface Article {
	/** The file's name without `.md`; unique in its story. */
	readonly id: string;
	/** The story's folder name. */
	readonly story: string;
	readonly outlet: string;
	readonly title: string | null;
	readonly url: string | null;
	readonly published: string | null;
	/** Whether the date was guessed from the page and nobody has confirmed it; left out where not. */
	readonly dateIsUnconfirmed?: boolean;
	readonly retrieved: string | null;
	/** BCP 47. */
	readonly language: string;
	/** Everything after the front matter's closing line; all spans count from its first character. */
	readonly body: string;
}

/** An article's file as it was read: the story's id, the path as shown to people, the whole text. */
export interface ArticleFile {
	readonly story: string;
	readonly file: string;
	readonly text: string;
}

export type ParsedArticle =
	| { readonly kind: "article"; readonly article: Article }
	| { readonly kind: "problem"; readonly problem: Problem };

const ONE_LINE = /^[^\p{Cc}]+$/u;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

/** A day may be written as one and stand in no calendar. */
function wrongDate(value: unknown) {
	return /^\d{4}-\d{2}-\d{2}\b/u.test(String(value))
		? (["no such day or time", "write one of the calendar, YYYY-MM-DD"] as const)
		: (["not a date", "write YYYY-MM-DD"] as const);
}

const line = z.string().trim().regex(ONE_LINE);
const date = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);
const address = z
	.string()
	.trim()
	.refine(text => /^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) && URL.canParse(text));

const FRONT_MATTER = z.object({
	outlet: line,
	title: line.nullable().default(null),
	url: address.nullable().default(null),
	published: date.nullable().default(null),
	unconfirmed: z.literal("published").nullable().default(null),
	retrieved: date.nullable().default(null),
	language: z.string().regex(LANGUAGE).default("en"),
});

const RULES = {
	outlet: ["not a name on one line", "write outlet: NAME"],
	title: ["not text on one line", "write title: TITLE on one line"],
	url: ["not a web address", "write one that begins with https:// or http://"],
	published: wrongDate,
	unconfirmed: ["not what can be unconfirmed", "write unconfirmed: published or leave it out"],
	retrieved: wrongDate,
	language: ["not a language tag", "write one such as en or en-GB"],
} as const;

/**
 * An article from its file: front matter (outlet; title, url, published, retrieved and language where
 * known; `unconfirmed: published` where the date was guessed) and the body as published. What cannot be
 * read is a problem, never an exception.
 *
 *     parseArticle({ story: "thorn", file: "corpus/thorn/a47.md", text: "---\noutlet: A47\n---\nText" })
 */
export function parseArticle(source: ArticleFile): ParsedArticle {
	const parts = partFrontMatter(source.text);
	if (parts.kind === "fault") return problem(source, parts.fault);
	const read = readFields(parts.matter, 1);
	if (read.kind === "fault") return problem(source, read.fault);
	const known = FRONT_MATTER.safeParse(read.fields);
	if (!known.success) return problem(source, refusal(known.error, read.fields, RULES));
	const unreadable = faultOfBody(parts.body);
	if (unreadable !== null) return problem(source, unreadable);
	const { story, file } = source;
	const { unconfirmed, ...fields } = known.data;
	const isOpen = unconfirmed !== null && fields.published !== null;
	const dated = { ...fields, ...(isOpen ? { dateIsUnconfirmed: true } : {}) };
	return { kind: "article", article: { id: idOf(file), story, ...dated, body: parts.body } };
}

function faultOfBody(body: string): Fault | null {
	if (body.includes("\0")) {
		return { reason: "text: not readable (has NUL characters)", remedy: "save the file as UTF-8" };
	}
	if (/^[\s\p{C}]*$/u.test(body)) {
		return { reason: "text: missing", remedy: "paste the article's text below the front matter" };
	}
	return null;
}

function idOf(file: string): string {
	return (file.split(/[\\/]/u).at(-1) ?? file).replace(/\.md$/iu, "");
}

function problem({ file }: ArticleFile, fault: Fault): ParsedArticle {
	return { kind: "problem", problem: { file, ...fault } };
}
