import type { Article } from "../corpus/article.ts";
import type { Extracted } from "./extract/outcome.ts";

/** What an article's file holds: all of an article but its name and story, which the file's path tells. */
export type ArticleFields = Omit<Article, "id" | "story">;

/** What a moderator says of an article, or the program proposes. */
export interface Proposal {
	readonly outlet: string;
	/** ISO 8601 time of reading. */
	readonly retrieved: string;
}

/** The fields of a new article: as they were read, under the given outlet. */
export function fieldsOf(extracted: Extracted, { outlet, retrieved }: Proposal): ArticleFields {
	const { title, address, published, language, text } = extracted;
	const isGuessed = published?.confirmed === false;
	return {
		outlet,
		title,
		url: address,
		published: published?.date ?? null,
		...(isGuessed ? { dateIsUnconfirmed: true } : {}),
		retrieved,
		language: language ?? "en",
		body: `${text}\n`,
	};
}

/**
 * An article's file as the corpus has it: front matter with the fields that are known, then the body.
 * `parseArticle` reads the same fields out of it.
 *
 *     writeArticleFile({ outlet: "A47", title: null, ... }) === '---\noutlet: "A47"\n...---\nText\n'
 */
export function writeArticleFile(fields: ArticleFields): string {
	const { outlet, title, url, published, retrieved, language, body } = fields;
	const unconfirmed = fields.dateIsUnconfirmed === true ? "published" : null;
	const known = { outlet, title, url, published, unconfirmed, retrieved, language };
	const matter = Object.entries(known)
		.filter(([, value]) => value !== null)
		.map(([name, value]) => writeField(name, value));
	return `---\n${matter.join("")}---\n${body}`;
}

/** A field of front matter on a line of its own: a text, a list of texts, or nothing. */
export function writeField(name: string, value: unknown): string {
	const texts = Array.isArray(value) ? value : [value];
	const written = texts.map(text => (typeof text === "string" ? quoted(text) : ""));
	const key = /^[\w-]+$/u.test(name) ? name : quoted(name);
	return `${key}: ${Array.isArray(value) ? `[${written.join(", ")}]` : written.join("")}\n`;
}

const LONGEST_NAME = 60;

/**
 * A name for an article's file, without `.md`: the outlet's in small letters and hyphens, with a number
 * where it is taken. An outlet whose name has no Latin letters gives "article".
 *
 *     nameArticle("Le Monde", new Set(["le-monde"])) === "le-monde-2"
 */
export function nameArticle(outlet: string, taken: ReadonlySet<string>): string {
	return nameFile(outlet, { taken, otherwise: "article" });
}

/** What a file or folder may not be called, and what it is called whose name has no Latin letters. */
export interface Naming {
	readonly taken: ReadonlySet<string>;
	readonly otherwise: string;
}

/** A name for a file or folder: what it is named after in small letters and hyphens. */
export function nameFile(words: string, { taken, otherwise }: Naming): string {
	const plain = words
		.normalize("NFKD")
		.replace(/[\p{M}'’]/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/gu, "-")
		.slice(0, LONGEST_NAME)
		.replace(/^-+|-+$/gu, "");
	const name = RESERVED.test(plain) ? otherwise : plain;
	let number = 1;
	while (taken.has(numbered(name, number))) number += 1;
	return numbered(name, number);
}

/** Nothing, and what Windows takes for a device. */
const RESERVED = /^(?:|con|prn|aux|nul|com\d|lpt\d)$/u;

function numbered(name: string, number: number): string {
	return number === 1 ? name : `${name}-${number}`;
}

/** What the reader of front matter takes for nesting, of which it bears so much. */
const NESTING = /[[{]|(?<=[-?:])\s/gu;
const MOST_NESTING = 8;

/** A text between double quotes, as YAML and JSON write it alike; what looks like nesting is escaped. */
function quoted(text: string): string {
	const line = JSON.stringify(text);
	if ((line.match(NESTING)?.length ?? 0) <= MOST_NESTING) return line;
	return line.replace(
		NESTING,
		character => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
