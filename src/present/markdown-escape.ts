import { harmless, harmlessLine } from "./harmless.ts";

/** A place in a text where Discord would read a mark and not a character. */
export interface EscapeRow {
	/** What Discord would make of it, in words. */
	readonly name: string;
	/** Matches the one character that a backslash goes before, and looks around it where it must. */
	readonly pattern: string;
}

/**
 * The one table of Discord's markdown that is escaped, after `harmless`. A backslash before any
 * character but letters, digits and white space shows that character as it is. The rules follow
 * https://support.discord.com/hc/articles/210298617 (text) and
 * https://discord.com/developers/docs/reference#message-formatting (mentions, times, emoji, commands).
 */
export const ESCAPE_ROWS: readonly EscapeRow[] = [
	{ name: "an escape", pattern: "\\\\" },
	{ name: "italics, bold, underline", pattern: "[*_]" },
	{ name: "strikethrough", pattern: "~" },
	{ name: "code", pattern: "`" },
	{ name: "spoiler", pattern: "\\|" },
	{ name: "mention, time, emoji, command, address in angle brackets", pattern: "<" },
	{ name: "masked link", pattern: "[[\\]]" },
	{ name: "bare link", pattern: ":(?=\\/\\/)" },
	{ name: "emoji by name", pattern: ":(?=[^\\s:]+:)" },
	{ name: "mention of all", pattern: "@(?=everyone|here)" },
	{ name: "heading, quote, list, subtext", pattern: "(?<=^[^\\S\\n]*)[#>+-]" },
	{ name: "numbered list", pattern: "(?<=^[^\\S\\n]*\\d+)[.)]" },
];

const marks = new RegExp(ESCAPE_ROWS.map(row => row.pattern).join("|"), "gmu");

/** Discord's rule for an escape: https://github.com/ariabuckles/simple-markdown, which its client builds on. */
const escapes = /\\([^0-9A-Za-z\s])/gu;

/**
 * Text from outside as Discord's markdown that shows its own characters, line feeds included.
 *
 * @example escapeMarkdown("**1.** <@80351110224678912>") // "\\*\\*1.\\*\\* \\<@80351110224678912>"
 */
export function escapeMarkdown(text: string): string {
	return harmless(text).replace(marks, "\\$&");
}

/** The same on one line: for headings, labels and remarks, which a line feed would break. */
export function escapeLine(text: string): string {
	return escapeMarkdown(harmlessLine(text));
}

/** The same for a run of words inside a line, the white space at its ends kept. */
export function escapeRun(text: string): string {
	return escapeMarkdown(harmless(text).replace(/\s*\n\s*/gu, " "));
}

/** A run of words between marks ("**"); white space at its ends stands outside them, else they would not count. */
export function markRun(text: string, mark: "**" | "~~"): string {
	const run = escapeRun(text);
	return run.replace(/^(\s*)(\S(?:.*\S)?)(\s*)$/su, `$1${mark}$2${mark}$3`);
}

/**
 * The text that a reader sees of escaped text; the other way round from `escapeMarkdown`.
 *
 * @example readMarkdown("a\\*b") // "a*b"
 */
export function readMarkdown(markdown: string): string {
	return markdown.replace(escapes, "$1");
}

/** Text from outside as a block quote, each of its lines marked. */
export function quoteMarkdown(text: string): string {
	return escapeMarkdown(text).replace(/^/gmu, "> ");
}

/** Characters that would end a masked link's address, or that no address has. */
const addressEnds = /[^!-~]|[()<>[\]\\"]/gu;

/** A masked link, its label escaped; what would end its address is percent-encoded. */
export function linkMarkdown(label: string, url: string): string {
	const address = harmless(url).replace(addressEnds, percentEncode);
	return `[${escapeLine(label)}](${address})`;
}

function percentEncode(character: string): string {
	const encoded = encodeURIComponent(character);
	if (encoded !== character) return encoded;
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
