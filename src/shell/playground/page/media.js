import { element } from "./element.js";
import { icon } from "./icons.js";
import { safeUrl } from "./inline.js";
import { outsideLink } from "./markdown-nodes.js";

/** @import { Attachment, GalleryItem, Media, Message } from "./discord-json.ts" */

/**
 * @param {string} url as a message has it; `attachment://` names a file of the same message
 * @param {Message} message
 * @returns {URL | null} null for what is neither http nor https
 */
function resolve(url, message) {
	const name = url.startsWith("attachment://") ? url.slice("attachment://".length) : null;
	const attached = message.attachments.find(attachment => attachment.filename === name);
	const safe = safeUrl(attached?.url ?? url);
	return safe === null ? null : asHere(new URL(safe));
}

/**
 * @param {URL} url
 * @returns {URL} by the name under which the page was opened, where it is this server by its other one
 */
function asHere(url) {
	const names = ["127.0.0.1", "localhost"];
	const isHere = names.includes(url.hostname) && url.port === location.port;
	return isHere ? new URL(url.pathname + url.search + url.hash, location.origin) : url;
}

/**
 * Covers what is behind until it is asked for.
 *
 * @param {Node} content
 * @returns {HTMLElement}
 */
export function spoilerCover(content) {
	const cover = element("button", { class: "cover", type: "button" }, "Spoiler");
	const made = element("div", { class: "covered" }, content, cover);
	cover.addEventListener("click", () => {
		made.classList.add("shown");
		cover.remove();
	});
	return made;
}

/**
 * A picture of the playground's own server. One from elsewhere is named and linked, never loaded: the
 * page asks nothing of other hosts.
 *
 * @param {Media} media
 * @param {string} description alt text; empty for none
 * @param {Message} message
 * @returns {HTMLElement}
 */
export function picture(media, description, message) {
	const url = resolve(media.url, message);
	if (url?.origin === location.origin) {
		const alt = description === "" ? "Picture without a description" : description;
		return element("img", { src: url.href, alt, title: description });
	}
	const label = description === "" ? (url?.hostname ?? "no address") : description;
	const words = element("span", {}, label);
	return element("div", { class: "no-picture" }, url ? outsideLink(url.href, words) : words);
}

/**
 * @param {GalleryItem} item
 * @param {Message} message
 * @returns {Node}
 */
export function galleryItem(item, message) {
	const shown = picture(item.media, item.description ?? "", message);
	return item.spoiler ? spoilerCover(shown) : shown;
}

/**
 * @param {number} bytes
 * @returns {string} "12.5 KB"
 */
export function formatSize(bytes) {
	if (bytes < 1024) return `${bytes} bytes`;
	const kibibytes = bytes / 1024;
	return kibibytes < 1024 ? `${kibibytes.toFixed(1)} KB` : `${(kibibytes / 1024).toFixed(1)} MB`;
}

/**
 * @param {string} name
 * @param {number | undefined} size
 * @param {URL | null} url
 * @returns {HTMLElement}
 */
function fileCard(name, size, url) {
	const title = url ? outsideLink(url.href, name) : element("span", {}, name);
	title.classList.add("file-name");
	const weight = size === undefined ? null : element("span", { class: "muted" }, formatSize(size));
	return element("div", { class: "file" }, icon("file"), element("div", {}, title, weight));
}

/**
 * A file of a message, by the address that a file component has.
 *
 * @param {Media} media
 * @param {{ readonly name?: string | undefined, readonly size?: number | undefined }} facts
 * @param {Message} message
 * @returns {HTMLElement}
 */
export function fileOf(media, facts, message) {
	const url = resolve(media.url, message);
	const name = facts.name ?? url?.pathname.split("/").at(-1) ?? "file";
	return fileCard(name, facts.size, url);
}

/**
 * @param {Attachment} attachment
 * @param {Message} message
 * @returns {Node} the picture, or a card that links to the file
 */
export function attachmentNode(attachment, message) {
	const isPicture = attachment.content_type?.startsWith("image/") ?? false;
	const shown = isPicture
		? picture(attachment, attachment.description ?? attachment.filename, message)
		: fileCard(attachment.filename, attachment.size, resolve(attachment.url, message));
	return attachment.filename.startsWith("SPOILER_") ? spoilerCover(shown) : shown;
}
