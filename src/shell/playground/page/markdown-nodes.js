import { element } from "./element.js";
import { parseMarkdown } from "./markdown.js";
import { formatTimestamp } from "./time.js";

/** @import { Block, Inline, ListItem } from "./markdown-tree.ts" */
/** @import { OfKind, Renderers, View } from "./view.ts" */

/**
 * @template {"strong" | "em" | "u" | "s"} Name
 * @param {Name} name
 * @returns {(node: { readonly children: readonly Inline[] }, view: View) => Node}
 */
function wrapped(name) {
	return (node, view) => element(name, {}, ...inlineNodes(node.children, view));
}

/**
 * @param {string} id
 * @param {View} view
 * @returns {string}
 */
function userName(id, view) {
	const { bot, users } = view.state;
	return [bot, ...users].find(user => user.id === id)?.global_name ?? "unknown-user";
}

/**
 * @param {string} id
 * @param {View} view
 * @returns {Node}
 */
function channelMention(id, view) {
	const channel = view.state.channels.find(candidate => candidate.id === id);
	if (!channel) return element("span", { class: "mention" }, "#unknown");
	const open = () => view.actions.openChannel(id);
	return element("button", { class: "mention", type: "button", onclick: open }, `#${channel.name}`);
}

/** @type {Readonly<Record<"user" | "role" | "channel", (id: string, view: View) => Node>>} */
const MENTIONS = {
	user: (id, view) => element("span", { class: "mention" }, `@${userName(id, view)}`),
	role: () => element("span", { class: "mention" }, "@role"),
	channel: channelMention,
};

/**
 * @param {readonly Inline[]} children
 * @param {View} view
 * @returns {Node} hidden words that a click, Enter or Space shows
 */
function spoiler(children, view) {
	const inner = element("span", { class: "spoiler-words" }, ...inlineNodes(children, view));
	const made = element("span", { class: "spoiler", role: "button", tabindex: 0 }, inner);
	made.setAttribute("aria-label", "Spoiler, show it");
	inner.setAttribute("aria-hidden", "true");
	const reveal = () => {
		made.classList.add("shown");
		for (const name of ["role", "tabindex", "aria-label"]) made.removeAttribute(name);
		inner.removeAttribute("aria-hidden");
	};
	made.addEventListener("click", reveal);
	made.addEventListener("keydown", event => {
		if (event.key === "Enter" || event.key === " ") reveal();
	});
	return made;
}

/**
 * @param {OfKind<Inline, "timestamp">} stamp
 * @returns {Node}
 */
function timestamp(stamp) {
	const now = Date.now();
	const full = formatTimestamp({ seconds: stamp.seconds, style: "F" }, now);
	return element("span", { class: "timestamp", title: full }, formatTimestamp(stamp, now));
}

/**
 * A link that leaves the page: it opens beside it, and the other side learns nothing of this one.
 *
 * @param {string} url checked to be http or https
 * @param {...(Node | string)} children
 * @returns {HTMLAnchorElement}
 */
export function outsideLink(url, ...children) {
	return element(
		"a",
		{ href: url, target: "_blank", rel: "noopener noreferrer", title: url },
		...children,
	);
}

/** @type {Renderers<Inline>} */
const INLINES = {
	text: node => document.createTextNode(node.text),
	strong: wrapped("strong"),
	em: wrapped("em"),
	underline: wrapped("u"),
	strike: wrapped("s"),
	spoiler: (node, view) => spoiler(node.children, view),
	code: node => element("code", {}, node.text),
	link: (node, view) => outsideLink(node.url, ...inlineNodes(node.children, view)),
	timestamp,
	mention: (node, view) => MENTIONS[node.target](node.id, view),
	command: (node, view) =>
		element(
			"button",
			{ class: "mention", type: "button", onclick: () => view.actions.compose(node.name) },
			`/${node.name}`,
		),
	// Nobody is notified here, as in every message whose allowed mentions are empty.
	everyone: node => document.createTextNode(node.text),
	emoji: node => element("span", { class: "emoji" }, `:${node.name}:`),
};

/**
 * @param {ListItem} item
 * @param {View} view
 * @returns {Node}
 */
function listItem(item, view) {
	return element("li", {}, ...inlineNodes(item.children, view), ...blockNodes(item.blocks, view));
}

/** @type {Renderers<Block>} headings in a message stand below the page's own first two levels */
const BLOCKS = {
	heading: (node, view) => {
		const level = node.level === 1 ? "h3" : node.level === 2 ? "h4" : "h5";
		return element(level, {}, ...inlineNodes(node.children, view));
	},
	subtext: (node, view) => element("p", { class: "subtext" }, ...inlineNodes(node.children, view)),
	paragraph: (node, view) => element("p", {}, ...inlineNodes(node.children, view)),
	quote: (node, view) => element("blockquote", {}, ...blockNodes(node.blocks, view)),
	"code-block": node => element("pre", { tabindex: 0 }, element("code", {}, node.text)),
	list: (node, view) => {
		const items = node.items.map(item => listItem(item, view));
		if (node.start === null) return element("ul", {}, ...items);
		return element("ol", { start: node.start }, ...items);
	},
};

/**
 * @template {{ readonly kind: string }} Union
 * @param {Renderers<Union>} renderers
 * @param {Union} node
 * @param {View} view
 * @returns {Node}
 */
function render(renderers, node, view) {
	/** @type {Union["kind"]} */
	const kind = node.kind;
	const renderer = /** @type {(node: Union, view: View) => Node} */ (renderers[kind]);
	return renderer(node, view);
}

/**
 * @param {readonly Inline[]} inlines
 * @param {View} view
 * @returns {readonly Node[]}
 */
function inlineNodes(inlines, view) {
	return inlines.map(inline => render(INLINES, inline, view));
}

/**
 * @param {readonly Block[]} blocks
 * @param {View} view
 * @returns {readonly Node[]}
 */
function blockNodes(blocks, view) {
	return blocks.map(block => render(BLOCKS, block, view));
}

/**
 * Shows Discord's markdown as elements. Text is only ever put into text nodes.
 *
 * @param {string} text
 * @param {View} view
 * @returns {HTMLElement}
 */
export function markdownElement(text, view) {
	return element("div", { class: "markdown" }, ...blockNodes(parseMarkdown(text), view));
}
