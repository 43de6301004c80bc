/** @import { Emphasis, Inline, MentionTarget } from "./markdown-tree.ts" */

/**
 * What a rule makes of its match; null when the match is none after all and the text stands.
 *
 * @typedef {(match: RegExpExecArray, depth: number) => Inline | null} Make
 */

/**
 * @typedef {object} Rule
 * @property {RegExp} pattern sticky, so that it is tried at one place only
 * @property {Make} make
 */

/** Nesting past this depth stays text, so that a message of asterisks cannot exhaust the stack. */
const DEEPEST = 12;

/** Characters at which a rule may begin; everything before the next one is text. */
const PLAIN = /[^\\`*_~|[<@h]+/y;

/**
 * @param {Emphasis} kind
 * @returns {Make}
 */
function wrap(kind) {
	return (match, depth) => ({ kind, children: parseInline(match[1] ?? "", depth + 1) });
}

/**
 * @param {MentionTarget} target
 * @returns {Make}
 */
function mention(target) {
	return match => ({ kind: "mention", target, id: match[1] ?? "" });
}

/**
 * An address that a reader may be sent to: http and https only, whatever the text says.
 *
 * @param {string} address
 * @returns {string | null} the address as a browser would write it; null for any other scheme
 * @example safeUrl("javascript:alert(1)") // null
 */
export function safeUrl(address) {
	if (!URL.canParse(address)) return null;
	const url = new URL(address);
	return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}

/** @type {Make} */
function maskedLink(match, depth) {
	const url = safeUrl(match[2] ?? "");
	const text = match[1] ?? "";
	// Discord refuses a mask that is itself an address: it could name another place.
	if (url === null || /https?:\/\//i.test(text)) return null;
	return { kind: "link", url, children: parseInline(text, depth + 1) };
}

/** @type {Make} */
function bareLink(match) {
	const text = match[1] ?? match[0];
	const url = safeUrl(text);
	return url === null ? null : { kind: "link", url, children: [{ kind: "text", text }] };
}

/**
 * The order is that of trial: what is longer or binds tighter comes first, code before all else
 * that could begin in it, `**` before `*`, `__` before `_`.
 *
 * @type {readonly Rule[]}
 */
const RULES = [
	{ pattern: /\\([^\p{L}\p{N}\s])/uy, make: m => ({ kind: "text", text: m[1] ?? "" }) },
	{
		pattern: /(`+)([^`](?:[\s\S]*?[^`])??)\1(?!`)/y,
		make: m => ({ kind: "code", text: (m[2] ?? "").replace(/^ (?=`)|(?<=`) $/g, "") }),
	},
	{ pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, make: wrap("strong") },
	{ pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, make: wrap("underline") },
	{ pattern: /\*(?=[^\s*])((?:\*\*|\\[\s\S]|[^\\*])*?[^\s*\\]|\\\S)\*(?!\*)/y, make: wrap("em") },
	{
		pattern: /(?<![\p{L}\p{N}_])_((?:__|\\[\s\S]|[^\\_])+?)_(?![\p{L}\p{N}_])/uy,
		make: wrap("em"),
	},
	{ pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/y, make: wrap("strike") },
	{ pattern: /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y, make: wrap("spoiler") },
	{
		pattern:
			/\[((?:\\[\s\S]|[^\\[\]]|\[[^[\]]*\])+)\]\(\s*<?((?:[^\s<>()\\]|\([^\s<>()]*\))+)>?(?:\s+"[^"]*")?\s*\)/y,
		make: maskedLink,
	},
	{
		pattern: /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y,
		make: m => ({ kind: "timestamp", seconds: Number(m[1]), style: m[2] ?? "f" }),
	},
	{ pattern: /<@!?(\d{1,20})>/y, make: mention("user") },
	{ pattern: /<@&(\d{1,20})>/y, make: mention("role") },
	{ pattern: /<#(\d{1,20})>/y, make: mention("channel") },
	{
		pattern: /<\/([-_\p{L}\p{N} ]{1,100}):(\d{1,20})>/uy,
		make: m => ({ kind: "command", name: m[1] ?? "", id: m[2] ?? "" }),
	},
	{ pattern: /<a?:(\w{2,32}):\d{1,20}>/y, make: m => ({ kind: "emoji", name: m[1] ?? "" }) },
	{ pattern: /<(https?:\/\/[^\s<>]+)>/iy, make: bareLink },
	{ pattern: /(?<![\p{L}\p{N}])https?:\/\/[^\s<\]]*[^\s<.,:;"'\])*_~|]/iuy, make: bareLink },
	{
		pattern: /@(?:everyone|here)(?![\p{L}\p{N}])/uy,
		make: m => ({ kind: "everyone", text: m[0] }),
	},
];

/**
 * @param {string} text
 * @param {number} at
 * @param {number} depth
 * @returns {{ node: Inline, end: number } | null}
 */
function matchRule(text, at, depth) {
	for (const { pattern, make } of RULES) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		const node = match && make(match, depth);
		if (match && node) return { node, end: at + match[0].length };
	}
	return null;
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {string} the text up to the next place where a rule may begin, one character at least
 */
function plainRun(text, at) {
	PLAIN.lastIndex = at;
	return PLAIN.exec(text)?.[0] ?? text.slice(at, at + 1);
}

/**
 * @param {Inline[]} nodes
 * @param {Inline} node
 * @returns {void} neighbouring texts are joined
 */
function append(nodes, node) {
	const last = nodes.at(-1);
	if (node.kind === "text" && last?.kind === "text") {
		nodes[nodes.length - 1] = { kind: "text", text: last.text + node.text };
		return;
	}
	nodes.push(node);
}

/**
 * Reads Discord's inline markdown.
 *
 * @param {string} text line ends stay in the texts as `\n`
 * @param {number} [depth] how many spans enclose it
 * @returns {readonly Inline[]} neighbouring texts joined; empty for an empty text
 * @example parseInline("**a** b") // [{ kind: "strong", children: [text a] }, text " b"]
 */
export function parseInline(text, depth = 0) {
	if (depth > DEEPEST) return [{ kind: "text", text }];
	/** @type {Inline[]} */
	const nodes = [];
	let at = 0;
	while (at < text.length) {
		const found = matchRule(text, at, depth);
		const run = found ? "" : plainRun(text, at);
		append(nodes, found?.node ?? { kind: "text", text: run });
		at = found?.end ?? at + run.length;
	}
	return nodes;
}
