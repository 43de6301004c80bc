import { element } from "./element.js";
import { icon } from "./icons.js";
import { avatar } from "./message.js";

/** @import { View } from "./view.ts" */

/**
 * A line of the page's own in the place of a reply that has not come, or will not.
 *
 * @param {string} used what was sent: "/claim text:edge AI"
 * @param {View} view
 * @returns {{ readonly element: HTMLElement, readonly fail: (reason: string) => void }} `fail` says why nothing will come; the reader can take it away then
 */
export function pendingNote(used, view) {
	const { bot, user } = view.state;
	const content = element("div", { class: "content muted" }, "Sending command…");
	const words = element(
		"div",
		{ class: "words" },
		element(
			"div",
			{ class: "byline" },
			element("span", { class: "author" }, bot.global_name),
			element("span", { class: "badge" }, "APP"),
		),
		content,
	);
	const author = element("span", { class: "small-author" }, avatar(user), user.global_name);
	const made = element(
		"article",
		{ class: "message" },
		element(
			"div",
			{ class: "context" },
			author,
			" used ",
			element("span", { class: "used" }, used),
		),
		avatar({ ...bot, bot: true }),
		words,
	);
	const fail = (/** @type {string} */ reason) => {
		made.classList.add("ephemeral");
		content.className = "content failure";
		content.textContent = reason;
		const dismiss = element("button", { class: "as-link", type: "button" }, "Dismiss message");
		dismiss.addEventListener("click", () => made.remove());
		words.append(
			element("div", { class: "only-you" }, icon("eye"), "Only you can see this · ", dismiss),
		);
	};
	return { element: made, fail };
}
