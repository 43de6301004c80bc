import type { WordChange } from "../quotations/quotation.ts";
import type { Block, Inline } from "./document.ts";
import { cutLine, cutText, type Part } from "./fitting.ts";
import { harmlessLine } from "./harmless.ts";
import { escapeLine, escapeRun, linkMarkdown, markRun, quoteMarkdown } from "./markdown-escape.ts";

type ExcerptBlock = Extract<Block, { readonly kind: "excerpt" }>;

/** The most characters of a heading, and of the label above an excerpt without its link. */
const HEADING_ROOM = 150;
const LABEL_ROOM = 200;
/** The most characters of an address; longer ones go without their text fragment, or go. */
const ADDRESS_ROOM = 400;

/**
 * The blocks of a document as parts for `paginate`, in Discord's markdown. Headings carry the parts;
 * what comes before the first stands in one without a heading.
 */
export function partsOf(blocks: readonly Block[]): readonly Part[] {
	const parts: { heading: string | null; items: ((room: number) => string)[] }[] = [];
	for (const block of blocks) {
		if (block.kind === "heading") {
			parts.push({ heading: headingMarkdown(block.text) || null, items: [] });
			continue;
		}
		if (block.kind === "end of part") {
			parts.push({ heading: null, items: [] });
			continue;
		}
		if (parts.length === 0) parts.push({ heading: null, items: [] });
		parts.at(-1)?.items.push(room => blockMarkdown(block, room));
	}
	return parts;
}

/** Words of ours as small print of at most `room` characters. */
export function remarkMarkdown(text: string, room: number): string {
	return fitLine(text, shown => `-# ${escapeLine(shown)}`, room);
}

/** One line, given form by `form`, cut where the form would be longer than `room`; "" of an empty one. */
export function fitLine(text: string, form: (shown: string) => string, room: number): string {
	if (harmlessLine(text) === "") return "";
	const whole = form(text);
	if (whole.length <= room) return whole;
	return form(cutLine(text, shown => form(shown).length <= room));
}

function headingMarkdown(text: string): string {
	return fitLine(text, shown => `### ${escapeLine(shown)}`, HEADING_ROOM);
}

function blockMarkdown(
	block: Exclude<Block, { kind: "heading" | "end of part" }>,
	room: number,
): string {
	if (block.kind === "remark") return remarkMarkdown(block.text, room);
	if (block.kind === "line") return inlinesMarkdown(block.inlines, room);
	return excerptMarkdown(block, room);
}

function inlineMarkdown(inline: Inline): string {
	if (inline.kind === "strong") return markRun(inline.text, "**");
	if (inline.kind === "text") return escapeRun(inline.text);
	return linkWithin(inline.text, inline.url) ?? escapeRun(inline.text);
}

function inlinesMarkdown(inlines: readonly Inline[], room: number): string {
	let line = "";
	for (const inline of inlines) {
		const whole = line + inlineMarkdown(inline);
		if (whole.length <= room) {
			line = whole;
			continue;
		}
		const left = room - line.length;
		return line + fitLine(inline.text, shown => inlineMarkdown({ ...inline, text: shown }), left);
	}
	return line;
}

/** A masked link, without its text fragment if that makes it too long; null where it is too long all the same. */
function linkWithin(label: string, url: string): string | null {
	const addresses = [url, url.replace(/#:~:.*$/su, "")];
	const links = addresses.map(address => linkMarkdown(label, address));
	return links.find(link => link.length <= ADDRESS_ROOM) ?? null;
}

function excerptMarkdown(block: ExcerptBlock, room: number): string {
	const label = inlinesMarkdown(block.label, LABEL_ROOM);
	const link = block.link === null ? null : linkWithin("read it there", block.link);
	const top = [label, link].filter(piece => piece !== null && piece !== "").join(" · ");
	const remarks = block.remarks.join(" · ");
	const remarkRoom = Math.floor((room - top.length) / 3);
	const below = remarks === "" ? null : remarkMarkdown(remarks, remarkRoom);
	const wordsRoom = room - top.length - (below?.length ?? 0) - 2;
	const words = block.text === null ? [] : wordsMarkdown(block.text, block.changes, wordsRoom);
	return [top, ...words, below].filter(line => line !== null && line !== "").join("\n");
}

/** What a cut or left-out comparison says of itself takes less than this. */
const NOTE_ROOM = 90;

/** The excerpt as a block quote, and under it, where both have room, how its words differ from others'. */
function wordsMarkdown(
	text: string,
	changes: readonly WordChange[],
	room: number,
): readonly string[] {
	const quote = quoteWithin(text, room - NOTE_ROOM);
	const marked = changesMarkdown(changes);
	const fits = quote.length + marked.length < room;
	if (marked === "") return [quote];
	return [quote, fits ? marked : "-# too long to mark its changed words here"];
}

function quoteWithin(text: string, room: number): string {
	const whole = quoteMarkdown(text);
	if (whole.length <= room) return whole;
	const { shown, wordsLeft } = cutText(text, words => quoteMarkdown(words).length <= room);
	return `${quoteMarkdown(`${shown} …`)}\n-# ${countedWords(wordsLeft)} left out here`;
}

const changeForms: Readonly<Record<WordChange["kind"], (text: string) => string>> = {
	same: escapeRun,
	added: text => markChange(text, "**", "added"),
	removed: text => markChange(text, "~~", "left out"),
};

// The word stands right behind the marked words, before the white space that they end with.
function markChange(text: string, mark: "**" | "~~", word: string): string {
	const core = text.trimEnd();
	return core === "" ? text : `${markRun(core, mark)} (${word})${text.slice(core.length)}`;
}

function changesMarkdown(changes: readonly WordChange[]): string {
	if (!changes.some(({ kind }) => kind !== "same")) return "";
	const runs = changes.map(({ kind, text }, place) => {
		const run = changeForms[kind](text);
		const before = changes[place - 1] ?? { kind: "same", text: "" };
		// What stands in another's place often comes without a space of its own between them.
		const marked = kind !== "same" && before.kind !== "same";
		const touches = marked && !/\s$/u.test(before.text) && !/^\s/u.test(text);
		return touches ? ` ${run}` : run;
	});
	return `Changed words: ${runs.join("")}`;
}

function countedWords(count: number): string {
	return `${count} more ${count === 1 ? "word" : "words"}`;
}
