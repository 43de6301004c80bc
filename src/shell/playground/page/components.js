import { element } from "./element.js";
import { icon } from "./icons.js";
import { safeUrl } from "./inline.js";
import { markdownElement, outsideLink } from "./markdown-nodes.js";
import { fileOf, galleryItem, picture, spoilerCover } from "./media.js";
import { createSelect } from "./select.js";

/** @import { Component, Message, SelectOption } from "./discord-json.ts" */
/** @import { View } from "./view.ts" */

/** @typedef {(component: Component, message: Message, view: View) => Node} Renderer */

const LINK_STYLE = 5;

/** Discord's button styles by number. */
const STYLES = ["", "primary", "secondary", "success", "danger", "link", "secondary"];

/**
 * @param {Component} component
 * @returns {readonly Node[]} emoji and label
 */
function buttonWords(component) {
	const emoji = component.emoji?.name;
	return [
		...(emoji ? [element("span", { class: "emoji" }, emoji)] : []),
		...(component.label ? [element("span", {}, component.label)] : []),
	];
}

/**
 * @param {Component} component
 * @returns {Node}
 */
function linkButton(component) {
	const url = safeUrl(component.url ?? "");
	const words = [...buttonWords(component), icon("external")];
	const disabled = url === null || component.disabled === true;
	if (disabled)
		return element("button", { class: "button link", type: "button", disabled: true }, ...words);
	const link = outsideLink(url, ...words);
	link.classList.add("button", "link");
	return link;
}

/** @type {Renderer} */
function button(component, message, view) {
	if (component.style === LINK_STYLE) return linkButton(component);
	const made = element(
		"button",
		{
			class: `button ${STYLES[component.style ?? 2] ?? "secondary"}`,
			type: "button",
			disabled: component.disabled,
			"data-id": component.custom_id,
		},
		...buttonWords(component),
	);
	made.addEventListener("click", () => {
		if (made.ariaBusy === "true") return;
		made.ariaBusy = "true";
		const settle = () => made.removeAttribute("aria-busy");
		view.actions.act(message, component.custom_id ?? "").then(settle, settle);
	});
	return made;
}

/** @type {Renderer} */
function select(component, message, view) {
	const options = component.options ?? entityOptions(component.type, view);
	const made = createSelect({ ...component, options }, values => {
		made.element.ariaBusy = "true";
		const settle = () => made.element.removeAttribute("aria-busy");
		view.actions.act(message, component.custom_id ?? "", values).then(settle, settle);
	});
	return made.element;
}

/**
 * @param {number} type of a select that Discord fills: 5 users, 8 channels
 * @param {View} view
 * @returns {readonly SelectOption[]}
 */
export function entityOptions(type, view) {
	const { bot, channels, users } = view.state;
	if (type === 5) return [bot, ...users].map(user => ({ label: user.global_name, value: user.id }));
	if (type === 8)
		return channels
			.filter(channel => channel.kind === "text")
			.map(channel => ({ label: `#${channel.name}`, value: channel.id }));
	return [];
}

/** @type {Renderer} */
function section(component, message, view) {
	const words = element(
		"div",
		{ class: "section-words" },
		...componentNodes(component.components ?? [], message, view),
	);
	const beside = component.accessory ? [component.accessory] : [];
	return element("div", { class: "section" }, words, ...componentNodes(beside, message, view));
}

/** @type {Renderer} */
function thumbnail(component, message) {
	const shown = element(
		"div",
		{ class: "thumbnail" },
		picture(component.media ?? { url: "" }, component.description ?? "", message),
	);
	return component.spoiler ? spoilerCover(shown) : shown;
}

/** @type {Renderer} */
function container(component, message, view) {
	const made = element(
		"div",
		{ class: "container" },
		...componentNodes(component.components ?? [], message, view),
	);
	const colour = component.accent_color;
	if (typeof colour === "number")
		made.style.setProperty("--accent", `#${colour.toString(16).padStart(6, "0")}`);
	return component.spoiler ? spoilerCover(made) : made;
}

/** @type {Renderer} */
function separator(component) {
	const size = component.spacing === 2 ? "large" : "small";
	const divider = component.divider === false ? "" : "divider";
	return element("div", { class: `separator ${size} ${divider}`, role: "presentation" });
}

/** @type {Renderer} */
function gallery(component, message) {
	const items = (component.items ?? []).map(item => galleryItem(item, message));
	return element("div", { class: `gallery of-${Math.min(items.length, 4)}` }, ...items);
}

/** @type {Renderer} */
function file(component, message) {
	const shown = fileOf(component.file ?? { url: "" }, component, message);
	return component.spoiler ? spoilerCover(shown) : shown;
}

/** @type {Renderer} */
function row(component, message, view) {
	return element(
		"div",
		{ class: "action-row" },
		...componentNodes(component.components ?? [], message, view),
	);
}

/** @type {Readonly<Record<number, Renderer>>} by Discord's ComponentType */
const RENDERERS = {
	1: row,
	2: button,
	3: select,
	5: select,
	8: select,
	9: section,
	10: (component, _, view) => markdownElement(component.content ?? "", view),
	11: thumbnail,
	12: gallery,
	13: file,
	14: separator,
	17: container,
};

/** @type {Renderer} */
function unknown(component) {
	const words = `A component of type ${component.type}, which this page does not show`;
	return element("p", { class: "muted" }, words);
}

/**
 * Shows a message's components, classic action rows and Components V2 alike.
 *
 * @param {readonly Component[]} components
 * @param {Message} message whose they are
 * @param {View} view
 * @returns {readonly Node[]} one for each, in their order
 */
export function componentNodes(components, message, view) {
	return components.map(component =>
		(RENDERERS[component.type] ?? unknown)(component, message, view),
	);
}
