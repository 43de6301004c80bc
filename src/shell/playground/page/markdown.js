// A parser of our own, because none fits a page without a bundler: discord-markdown-parser 1.3.1 is
// some thirty CommonJS files and knows no lists; @khanacademy/simple-markdown asks for React;
// marked reads CommonMark (HTML, tables, four kinds of heading more), of which Discord has none.

import { parseInline } from "./inline.js";

/** @import { Block, ListItem } from "./markdown-tree.ts" */

/**
 * What was read at the head of a text, and where the rest begins.
 *
 * @typedef {{ readonly blocks: readonly Block[], readonly end: number }} Reading
 */

/**
 * @typedef {object} BlockRule
 * @property {RegExp} pattern sticky
 * @property {(match: RegExpExecArray) => readonly Block[]} make
 */

const LIST_LINE = /( *)(?:([-*])|(\d{1,9})\.) +(\S.*)/y;
const LIST = /(?: *(?:[-*]|\d{1,9}\.) +\S.*(?:\n {2,}(?![-*] |\d{1,9}\. |\s).*)*(?:\n|$))+/y;

/** @type {BlockRule} a fence may also begin in the middle of a line */
const FENCE = {
	pattern: /```(?:[\w+#.-]*\n)?([^\n]*?[\s\S]*?)\n?```\n?/y,
	make: match => [{ kind: "code-block", text: match[1] ?? "" }],
};

/** @type {readonly BlockRule[]} `-#` before the list, whose bullet it begins with */
const PLAIN_RULES = [
	{
		pattern: /(#{1,3}) +(\S.*)(?:\n|$)/y,
		make: m => [
			{
				kind: "heading",
				level: (m[1] ?? "").length,
				children: parseInline((m[2] ?? "").trimEnd()),
			},
		],
	},
	{
		pattern: /-# +(\S.*)(?:\n|$)/y,
		make: m => [{ kind: "subtext", children: parseInline(m[1] ?? "") }],
	},
	{ pattern: LIST, make: m => listsOf(listLines(m[0])) },
];

/** @type {readonly BlockRule[]} `>>>` before `>`; a quote in a quote is none in Discord */
const LINE_RULES = [
	{ pattern: />>> ([\s\S]+)$/y, make: m => [quote(m[1] ?? "")] },
	{ pattern: /(?:> .*(?:\n|$))+/y, make: m => [quote(m[0].replace(/^> /gm, ""))] },
	...PLAIN_RULES,
];

/**
 * @param {string} text
 * @returns {Block}
 */
function quote(text) {
	return { kind: "quote", blocks: parseBlocks(text, PLAIN_RULES) };
}

/**
 * @typedef {object} ListLine
 * @property {number} indent spaces before the bullet
 * @property {number | null} number of an ordered item; null for a bullet
 * @property {string} text
 */

/**
 * @param {string} text
 * @returns {readonly ListLine[]} one for each bullet; indented lines without one go on with it
 */
function listLines(text) {
	/** @type {ListLine[]} */
	const lines = [];
	for (const line of text.trimEnd().split("\n")) {
		LIST_LINE.lastIndex = 0;
		const match = LIST_LINE.exec(line);
		const last = lines.at(-1);
		if (match) {
			const number = match[3] === undefined ? null : Number(match[3]);
			lines.push({ indent: (match[1] ?? "").length, number, text: match[4] ?? "" });
		} else if (last) {
			last.text += `\n${line.trim()}`;
		}
	}
	return lines;
}

/**
 * @param {readonly ListLine[]} lines the first sets the depth; what is indented more hangs below
 * @returns {readonly Block[]} a new list wherever bullets and numbers change
 */
function listsOf(lines) {
	const first = lines[0];
	if (!first) return [];
	/** @type {ListItem[]} */
	const items = [];
	let at = 0;
	for (let line = lines[at]; line && isLike(line, first); line = lines[at]) {
		const next = lines.findIndex((other, place) => place > at && other.indent <= first.indent);
		const end = next === -1 ? lines.length : next;
		items.push({ children: parseInline(line.text), blocks: listsOf(lines.slice(at + 1, end)) });
		at = end;
	}
	return [{ kind: "list", start: first.number, items }, ...listsOf(lines.slice(at))];
}

/**
 * @param {ListLine} line
 * @param {ListLine} first
 * @returns {boolean} whether both are numbered or both are not
 */
function isLike(line, first) {
	return (line.number === null) === (first.number === null);
}

/**
 * @param {BlockRule} rule
 * @param {string} text
 * @param {number} at
 * @returns {Reading | null}
 */
function applyRule(rule, text, at) {
	rule.pattern.lastIndex = at;
	const match = rule.pattern.exec(text);
	return match && { blocks: rule.make(match), end: at + match[0].length };
}

/**
 * @param {readonly BlockRule[]} rules
 * @param {string} text
 * @param {number} at
 * @returns {Reading | null} a block other than a paragraph that begins here
 */
function readBlock(rules, text, at) {
	const fence = applyRule(FENCE, text, at);
	const startsLine = at === 0 || text[at - 1] === "\n";
	if (fence || !startsLine) return fence;
	for (const rule of rules) {
		const reading = applyRule(rule, text, at);
		if (reading) return reading;
	}
	return null;
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {number} where the paragraph's run may next be broken: a line's start, or a fence
 */
function nextStop(text, at) {
	const line = text.indexOf("\n", at);
	const fence = text.indexOf("```", at + 1);
	const afterLine = line === -1 ? text.length : line + 1;
	return fence === -1 ? afterLine : Math.min(afterLine, fence);
}

/**
 * @param {string} text
 * @returns {readonly Block[]} none when there is nothing but space
 */
function paragraph(text) {
	const trimmed = text.replace(/^\n+|\s+$/g, "");
	return trimmed === "" ? [] : [{ kind: "paragraph", children: parseInline(trimmed) }];
}

/**
 * @param {string} text
 * @param {readonly BlockRule[]} rules
 * @returns {readonly Block[]}
 */
function parseBlocks(text, rules) {
	/** @type {Block[]} */
	const blocks = [];
	let begin = 0;
	let at = 0;
	while (at < text.length) {
		const reading = readBlock(rules, text, at);
		if (reading) {
			blocks.push(...paragraph(text.slice(begin, at)), ...reading.blocks);
			begin = reading.end;
		}
		at = reading?.end ?? nextStop(text, at);
	}
	return [...blocks, ...paragraph(text.slice(begin))];
}

/**
 * Reads Discord's markdown: headings, subtext, quotes, lists, code blocks and paragraphs. What is no
 * markup of Discord's stays text; HTML is text always.
 *
 * @param {string} text
 * @returns {readonly Block[]} in the order of reading; blank lines next to other blocks are dropped
 * @example parseMarkdown("# A\n- b") // [heading of level 1, list with one item]
 */
export function parseMarkdown(text) {
	return parseBlocks(text, LINE_RULES);
}
