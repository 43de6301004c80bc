import { element } from "./element.js";
import { messageElement } from "./message.js";
import { bindMenus } from "./message-menus.js";
import { isSameDay } from "./time.js";

/** @import { Message } from "./discord-json.ts" */
/** @import { Place, View } from "./view.ts" */

/** How near the end, in pixels, counts as reading the newest. */
const NEAR_END = 120;

/**
 * @param {string} id
 * @param {string} other
 * @returns {number} older first; ids are numbers too large for a number
 */
function byAge(id, other) {
	return id.length - other.length || (id < other ? -1 : Number(id > other));
}

/**
 * @param {Date} day
 * @returns {HTMLElement}
 */
function dayLine(day) {
	const words = new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(day);
	return element("div", { class: "day", role: "separator" }, element("span", {}, words));
}

/**
 * The messages of the channel that is open, and the element that shows them.
 *
 * @typedef {object} Conversation
 * @property {(messages: readonly Message[], view: View, head: Node) => void} open shows a channel anew, at its end
 * @property {(message: Message) => void} put adds a message, or replaces the one with its id
 * @property {(id: string) => void} remove
 * @property {(id: string) => void} dismiss removes it, and keeps it away while the page is open
 * @property {(id: string, reason: string) => void} fail says below a message that a component of it failed
 * @property {(change: (notes: HTMLElement) => void) => void} note changes what the page itself says below the messages
 * @property {(id: string) => string} textOf what a message says, as it is shown
 * @property {(event: KeyboardEvent) => void} walk moves the focus from message to message
 */

/**
 * What stands on the page now.
 *
 * @typedef {object} Shown
 * @property {HTMLElement} log
 * @property {HTMLElement} list
 * @property {HTMLElement} notes
 * @property {Map<string, Message>} messages by id
 * @property {Set<string>} dismissed ids
 * @property {View | null} view null until a channel is open
 */

/**
 * @param {HTMLElement} log
 * @returns {Conversation}
 */
export function createConversation(log) {
	/** @type {Shown} */
	const shown = {
		log,
		list: element("div", { class: "messages" }),
		notes: element("div", { class: "notes" }),
		messages: new Map(),
		dismissed: new Set(),
		view: null,
	};
	// A box that scrolls must be within reach of the keyboard.
	log.tabIndex = 0;
	bindMenus(log, (id, place) => openMenu(shown, id, place));
	followEnd(log);
	return {
		open(messages, view, head) {
			shown.view = view;
			open(shown, messages, head);
		},
		put(message) {
			shown.messages.set(message.id, message);
			keepEnd(log, () => draw(shown, message));
		},
		remove: id => remove(shown, id),
		dismiss(id) {
			shown.dismissed.add(id);
			remove(shown, id);
		},
		fail: (id, reason) => keepEnd(log, () => fail(id, reason)),
		note: change => keepEnd(log, () => change(shown.notes)),
		textOf(id) {
			const content = shownMessage(id)?.querySelector(".content");
			return content instanceof HTMLElement ? content.innerText : "";
		},
		walk: event => walk(event, shown.list),
	};
}

/**
 * @param {HTMLElement} log
 * @returns {boolean}
 */
function isAtEnd(log) {
	return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
}

/**
 * @param {HTMLElement} log
 * @param {() => void} change
 */
function keepEnd(log, change) {
	const atEnd = isAtEnd(log);
	change();
	if (atEnd) log.scrollTop = log.scrollHeight;
}

/**
 * Keeps the newest in view when a picture takes its place late, or the window changes its size.
 *
 * @param {HTMLElement} log
 */
function followEnd(log) {
	let atEnd = true;
	const follow = () => {
		if (atEnd) log.scrollTop = log.scrollHeight;
	};
	log.addEventListener("scroll", () => {
		atEnd = isAtEnd(log);
	});
	log.addEventListener("load", follow, { capture: true });
	new ResizeObserver(follow).observe(log);
}

/**
 * @param {Shown} shown
 * @returns {readonly Message[]} oldest first
 */
function inOrder({ messages }) {
	return [...messages.values()].sort((a, b) => byAge(a.id, b.id));
}

/**
 * @param {Shown} shown
 * @param {readonly Message[]} messages
 * @param {Node} head
 */
function open(shown, messages, head) {
	const { list, log, notes } = shown;
	log.ariaBusy = "true";
	list.replaceChildren();
	notes.replaceChildren();
	log.replaceChildren(head, list, notes);
	shown.messages.clear();
	for (const message of messages)
		if (!shown.dismissed.has(message.id)) shown.messages.set(message.id, message);
	for (const message of inOrder(shown)) draw(shown, message);
	log.removeAttribute("aria-busy");
	log.scrollTop = log.scrollHeight;
}

/**
 * @param {Shown} shown
 * @param {Message} message
 */
function draw(shown, message) {
	if (!shown.view) return;
	const order = inOrder(shown);
	const previous = order[order.indexOf(message) - 1];
	place(shown.list, messageElement(message, previous, shown.view), { message, previous });
}

/**
 * @param {Shown} shown
 * @param {string} id
 * @param {Place} place
 */
function openMenu({ messages, view }, id, place) {
	const message = messages.get(id);
	if (message) view?.actions.openMenu(message, place);
}

/**
 * @param {Shown} shown
 * @param {string} id
 */
function remove(shown, id) {
	const old = shownMessage(id);
	const hadFocus = old?.contains(document.activeElement);
	shown.messages.delete(id);
	old?.remove();
	if (hadFocus) shown.log.focus({ preventScroll: true });
}

/**
 * @param {string} id
 * @param {string} reason
 */
function fail(id, reason) {
	const words = shownMessage(id)?.querySelector(".words");
	words?.querySelector(":scope > .failure")?.remove();
	words?.append(element("p", { class: "failure", role: "alert" }, reason));
}

/**
 * @param {string} id
 * @returns {HTMLElement | null}
 */
function shownMessage(id) {
	return document.getElementById(`message-${id}`);
}

/**
 * Puts a drawn message where its age says, in place of its older drawing if there is one.
 *
 * @param {HTMLElement} list
 * @param {HTMLElement} made
 * @param {{ readonly message: Message, readonly previous: Message | undefined }} neighbours
 */
function place(list, made, { message, previous }) {
	const old = shownMessage(message.id);
	if (old) {
		const focused = focusPath(old);
		old.replaceWith(made);
		restoreFocus(made, focused);
		return;
	}
	const day = new Date(message.timestamp);
	const above = previous ? shownMessage(previous.id) : null;
	const line = previous && isSameDay(new Date(previous.timestamp), day) ? [] : [dayLine(day)];
	if (above) above.after(...line, made);
	else list.prepend(...line, made);
}

/**
 * The stop that has the focus, by its id and by its place among the message's stops.
 *
 * @typedef {{ readonly id: string | null, readonly place: number }} FocusPath
 */

/**
 * @param {HTMLElement} message
 * @returns {FocusPath | null} null without focus; place -1 for the message itself
 */
function focusPath(message) {
	const focused = document.activeElement;
	if (!focused || !message.contains(focused)) return null;
	return { id: focused.getAttribute("data-id"), place: stopsOf(message).indexOf(focused) };
}

/**
 * @param {HTMLElement} message
 * @returns {readonly Element[]}
 */
function stopsOf(message) {
	return [...message.querySelectorAll("button, a")];
}

/**
 * Keeps a keyboard user where they were when the bot edits the message: on the stop with the same id,
 * else, ids often holding a page's number, on the one in the same place, else on the message.
 *
 * @param {HTMLElement} message
 * @param {FocusPath | null} focused
 */
function restoreFocus(message, focused) {
	if (focused === null) return;
	const stops = stopsOf(message);
	const same = stops.find(
		stop => focused.id !== null && stop.getAttribute("data-id") === focused.id,
	);
	const stop = same ?? stops[focused.place];
	const usable = stop instanceof HTMLElement && !stop.hasAttribute("disabled") ? stop : message;
	usable.focus({ preventScroll: true });
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} list
 */
function walk(event, list) {
	const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
	const onControl = event.target instanceof Element && event.target.closest("button, a");
	if (step === undefined || onControl) return;
	const shown = [...list.querySelectorAll(".message")];
	const at = shown.findIndex(message => message.contains(document.activeElement));
	const next = shown[at === -1 ? shown.length - 1 : at + step];
	if (!(next instanceof HTMLElement)) return;
	event.preventDefault();
	next.focus();
}
