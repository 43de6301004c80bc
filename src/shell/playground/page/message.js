import { componentNodes } from "./components.js";
import { element } from "./element.js";
import { icon } from "./icons.js";
import { safeUrl } from "./inline.js";
import { markdownElement, outsideLink } from "./markdown-nodes.js";
import { attachmentNode, picture } from "./media.js";
import { formatMessageTime, isSameDay } from "./time.js";

/** @import { Account, Embed, InteractionMetadata, Message } from "./discord-json.ts" */
/** @import { View } from "./view.ts" */

const EPHEMERAL = 64;
const LOADING = 128;

/** Messages of one author within this many milliseconds stand under one name, as in Discord. */
const RUN = 7 * 60_000;

/** What is said to have been used where the interaction has no name. */
/** Discord's ApplicationCommandType of what is typed after a slash. */
const SLASH_COMMAND = 1;

const COMPONENT_USED = "a button or menu";

/** Discord's own palette for accounts without a picture. */
const AVATARS = 6;

/**
 * @param {Account} account
 * @returns {string} the name to show
 */
export function nameOf(account) {
	return account.global_name ?? account.username;
}

/**
 * @param {Account} account
 * @returns {HTMLElement} a coloured circle with the name's first letter
 */
export function avatar(account) {
	const colour = Number(BigInt(account.id) % BigInt(AVATARS));
	const kind = account.bot ? "bot" : `colour-${colour}`;
	const letter = [...nameOf(account)][0] ?? "?";
	return element("span", { class: `avatar ${kind}`, "aria-hidden": "true" }, letter.toUpperCase());
}

/**
 * @param {Message} message
 * @returns {boolean} whether only its reader sees it
 */
export function isEphemeral(message) {
	return ((message.flags ?? 0) & EPHEMERAL) !== 0;
}

/**
 * @param {Message} message
 * @returns {boolean} whether the bot still works on it
 */
export function isThinking(message) {
	return ((message.flags ?? 0) & LOADING) !== 0;
}

/**
 * @param {Message} message
 * @returns {boolean} whether it tells above it what it answers
 */
function isReply(message) {
	return Boolean(message.interaction_metadata ?? message.referenced_message);
}

/**
 * @param {Message | undefined} previous
 * @param {Message} message
 * @returns {boolean} whether the message goes on under the name of the one before
 */
export function continues(previous, message) {
	if (!previous || isReply(message) || previous.author.id !== message.author.id) return false;
	// What everybody sees stands on its own below what only its reader does.
	if (isEphemeral(previous) !== isEphemeral(message)) return false;
	const before = new Date(previous.timestamp);
	const at = new Date(message.timestamp);
	return isSameDay(before, at) && at.getTime() - before.getTime() < RUN;
}

/**
 * The line above a reply: who used which command, or the message that it answers.
 *
 * @param {Message} message
 * @returns {HTMLElement | null}
 */
function context(message) {
	const asked = message.interaction_metadata;
	if (asked) {
		const used = element("span", { class: "used" }, usedName(asked));
		return element("div", { class: "context" }, smallAuthor(asked.user), " used ", used);
	}
	const original = message.referenced_message;
	if (!original) return null;
	const words = element("span", { class: "original" }, plainWords(original));
	return element("div", { class: "context" }, smallAuthor(original.author), " ", words);
}

/**
 * @param {InteractionMetadata} asked
 * @returns {string} "/claim", "Check against coverage", or what else was used
 */
function usedName(asked) {
	const { name } = asked;
	if (asked.triggering_interaction_metadata) return usedName(asked.triggering_interaction_metadata);
	if (name === undefined) return COMPONENT_USED;
	return asked.command_type === SLASH_COMMAND ? `/${name}` : name;
}

/**
 * @param {Account} account
 * @returns {HTMLElement}
 */
function smallAuthor(account) {
	return element("span", { class: "small-author" }, avatar(account), nameOf(account));
}

/**
 * @param {Message} message
 * @returns {string} its text in one line, mentions by name
 */
function plainWords(message) {
	const name = (/** @type {string} */ id) => {
		const account = message.mentions?.find(candidate => candidate.id === id);
		return `@${account ? nameOf(account) : "unknown-user"}`;
	};
	const words = message.content.replace(/<@!?(\d+)>/g, (_, id) => name(id)).replace(/\s+/g, " ");
	return words === "" ? "Click to see the message" : words;
}

/**
 * @param {Message} message
 * @returns {HTMLElement}
 */
function author(message) {
	const at = new Date(message.timestamp);
	const time = element(
		"time",
		{ datetime: message.timestamp, title: at.toLocaleString() },
		formatMessageTime(at, new Date()),
	);
	const badge = message.author.bot ? element("span", { class: "badge" }, "APP") : null;
	const name = element("span", { class: "author" }, nameOf(message.author));
	return element("div", { class: "byline", id: `by-${message.id}` }, name, badge, time);
}

/**
 * @param {Embed} embed
 * @param {Message} message
 * @param {View} view
 * @returns {Node}
 */
function embedNode(embed, message, view) {
	const title = markdownElement(embed.title ?? "", view);
	const url = embed.url ? safeUrl(embed.url) : null;
	const fields = (embed.fields ?? []).map(field =>
		element(
			"div",
			{},
			element("strong", {}, markdownElement(field.name, view)),
			markdownElement(field.value, view),
		),
	);
	const made = element(
		"div",
		{ class: "container embed" },
		embed.author && element("div", { class: "small-author" }, embed.author.name),
		embed.title && element("strong", {}, url ? outsideLink(url, title) : title),
		embed.description && markdownElement(embed.description, view),
		...fields,
		embed.image && picture(embed.image, "", message),
		embed.footer && element("div", { class: "muted" }, embed.footer.text),
	);
	if (embed.color !== undefined)
		made.style.setProperty("--accent", `#${embed.color.toString(16).padStart(6, "0")}`);
	return made;
}

/**
 * @param {Message} message
 * @param {View} view
 * @returns {readonly Node[]}
 */
function contentNodes(message, view) {
	if (isThinking(message)) return [thinking(nameOf(message.author))];
	const text = message.content === "" ? [] : [markdownElement(message.content, view)];
	const edited = message.edited_timestamp
		? [element("span", { class: "edited", title: message.edited_timestamp }, "(edited)")]
		: [];
	return [
		...text,
		...message.embeds.map(embed => embedNode(embed, message, view)),
		...looseAttachments(message).map(attachment => attachmentNode(attachment, message)),
		...componentNodes(message.components ?? [], message, view),
		...edited,
	];
}

/**
 * @param {Message} message
 * @returns {Message["attachments"]} those that no component shows
 */
function looseAttachments(message) {
	const shown = JSON.stringify(message.components ?? []);
	return message.attachments.filter(
		({ filename, url }) => !shown.includes(url) && !shown.includes(`attachment://${filename}`),
	);
}

/**
 * @param {string} name
 * @returns {HTMLElement} three dots and "NAME is thinking…"
 */
export function thinking(name) {
	const dots = element("span", { class: "dots", "aria-hidden": "true" });
	dots.append(...[1, 2, 3].map(() => element("i")));
	return element("p", { class: "thinking" }, dots, `${name} is thinking…`);
}

/**
 * @param {Message} message
 * @param {View} view
 * @returns {HTMLElement | null}
 */
function footer(message, view) {
	if (!isEphemeral(message)) return null;
	const dismiss = element(
		"button",
		{ class: "as-link", type: "button", onclick: () => view.actions.dismiss(message) },
		"Dismiss message",
	);
	return element("div", { class: "only-you" }, icon("eye"), "Only you can see this · ", dismiss);
}

/**
 * @param {Message} message
 * @param {View} view
 * @returns {HTMLElement}
 */
function toolbar(message, view) {
	const more = element(
		"button",
		{ class: "icon-button", type: "button", "aria-haspopup": "menu", "aria-label": "More" },
		icon("more"),
	);
	more.addEventListener("click", () => view.actions.openMenu(message, more));
	return element("div", { class: "toolbar" }, more);
}

/**
 * Shows a message: author, time, what it answers, text, files and components.
 *
 * @param {Message} message
 * @param {Message | undefined} previous the one above it
 * @param {View} view
 * @returns {HTMLElement} an article, labelled by its author, that can take the focus
 */
export function messageElement(message, previous, view) {
	const compact = continues(previous, message);
	const above = compact ? null : context(message);
	const mentioned = message.mentions?.some(account => account.id === view.state.user.id);
	const kinds = { compact, ephemeral: isEphemeral(message), mentioned: mentioned === true };
	const names = Object.entries(kinds).flatMap(([name, holds]) => (holds ? [name] : []));
	return element(
		"article",
		{
			class: ["message", ...names].join(" "),
			id: `message-${message.id}`,
			tabindex: -1,
			"aria-label": `${nameOf(message.author)}, ${formatMessageTime(new Date(message.timestamp), new Date())}`,
		},
		above,
		compact ? null : avatar(message.author),
		element(
			"div",
			{ class: "words" },
			compact ? null : author(message),
			element("div", { class: "content" }, ...contentNodes(message, view)),
			footer(message, view),
		),
		toolbar(message, view),
	);
}
