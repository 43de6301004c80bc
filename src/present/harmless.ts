/** Characters from outside that could steer, hide or reorder what a reader sees, and what stands for them. */
export interface HarmlessRow {
	/** Which characters these are, in words. */
	readonly name: string;
	/** Inclusive ranges of code points. */
	readonly ranges: readonly (readonly [number, number])[];
	/** What is shown in place of each. */
	readonly form: string;
}

/**
 * The one table of what is made harmless in every renderer, before a renderer's own escaping.
 * Ranges follow the Unicode Character Database: general categories Cc, Cf, Zl, Zp and Cs, and the
 * Default_Ignorable_Code_Point property, without the variation selectors of emoji.
 */
export const HARMLESS_ROWS: readonly HarmlessRow[] = [
	{ name: "tab", ranges: [[0x09, 0x09]], form: " " },
	{
		name: "line break",
		ranges: [
			[0x0b, 0x0d],
			[0x85, 0x85],
			[0x2028, 0x2029],
		],
		form: "\n",
	},
	{
		name: "control",
		ranges: [
			[0x00, 0x08],
			[0x0e, 0x1f],
			[0x7f, 0x84],
			[0x86, 0x9f],
		],
		form: "\uFFFD",
	},
	{
		name: "direction",
		ranges: [
			[0x061c, 0x061c],
			[0x200e, 0x200f],
			[0x202a, 0x202e],
			[0x2066, 0x206f],
		],
		form: "",
	},
	{
		name: "zero width",
		ranges: [
			[0xad, 0xad],
			[0x034f, 0x034f],
			[0x17b4, 0x17b5],
			[0x180b, 0x180f],
			[0x200b, 0x200d],
			[0x2060, 0x2065],
			[0xfe00, 0xfe0d],
			[0xfeff, 0xfeff],
			[0xfff9, 0xfffb],
			[0x1bca0, 0x1bca3],
			[0x1d173, 0x1d17a],
		],
		form: "",
	},
	{ name: "tags and hidden selectors", ranges: [[0xe0000, 0xe0fff]], form: "" },
	{
		name: "filler that looks like a space",
		ranges: [
			[0x115f, 0x1160],
			[0x2800, 0x2800],
			[0x3164, 0x3164],
			[0xffa0, 0xffa0],
		],
		form: " ",
	},
	{
		name: "no character",
		ranges: [
			[0xd800, 0xdfff],
			[0xfdd0, 0xfdef],
			[0xfffe, 0xffff],
		],
		form: "\uFFFD",
	},
];

/** Combining marks that one letter may carry; more pile up over the lines around it. */
const MARKS_PER_LETTER = 4;

const escapeCharacter = "\\u{1b}";

/** Terminal escape sequences as ECMA-48 forms them: CSI, then OSC and its kin, then the two-character ones. */
const escapeSequence = new RegExp(
	[
		`(?:${escapeCharacter}\\[|\\u{9b})[0-?]*[ -/]*[@-~]`,
		`(?:${escapeCharacter}[\\]PX^_]|[\\u{90}\\u{98}\\u{9d}-\\u{9f}])[^\\n\\u{7}\\u{1b}\\u{9c}]*(?:\\u{7}|${escapeCharacter}\\\\|\\u{9c})?`,
		`${escapeCharacter}[ -/]*[0-~]?`,
	].join("|"),
	"gu",
);

const pileOfMarks = new RegExp(`(\\p{M}{${MARKS_PER_LETTER}})\\p{M}+`, "gu");

const replacements = HARMLESS_ROWS.map(({ ranges, form }) => ({
	pattern: new RegExp(`[${ranges.map(characterRange).join("")}]`, "gu"),
	form,
}));

/** Most texts have none of these, and one look tells. */
const harmful = new RegExp(
	`[\\r${HARMLESS_ROWS.flatMap(({ ranges }) => ranges.map(characterRange)).join("")}\\p{M}]`,
	"u",
);

function characterRange([from, to]: readonly [number, number]): string {
	return `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`;
}

/**
 * Text from outside without characters that act on a reader's screen: escape sequences, control,
 * direction and invisible characters go by the table. Line feeds stay, other line breaks become one.
 * Markup is not touched: that is each renderer's own to escape.
 *
 * @example harmless("a\u202Eb\u001B[31mc") // "abc"
 */
export function harmless(text: string): string {
	if (!harmful.test(text)) return text;
	let safe = text.replaceAll("\r\n", "\n").replace(escapeSequence, "");
	for (const { pattern, form } of replacements) safe = safe.replace(pattern, form);
	return safe.replace(pileOfMarks, "$1");
}

/** The same on one line: each run of white space with a line break in it is one space. */
export function harmlessLine(text: string): string {
	return harmless(text)
		.replace(/\s*\n\s*/gu, " ")
		.trim();
}
