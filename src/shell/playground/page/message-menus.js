/** @import { Place } from "./view.ts" */

/** How long a finger rests on a message, in milliseconds, until its menu opens. */
const LONG_PRESS = 500;

/**
 * The message that an event is in.
 *
 * @param {EventTarget | null} target
 * @returns {{ readonly article: Element, readonly id: string } | null}
 */
function messageAt(target) {
	const article = target instanceof Element ? target.closest(".messages > .message") : null;
	return article && { article, id: article.id.replace("message-", "") };
}

/**
 * @param {EventTarget | null} target
 * @param {string} selector
 * @returns {boolean}
 */
function isIn(target, selector) {
	return target instanceof Element && target.closest(selector) !== null;
}

/**
 * Opens a message's menu by right click, by the menu key, and by a long press of a finger. Links keep
 * the browser's own menu.
 *
 * @param {HTMLElement} log
 * @param {(id: string, place: Place) => void} open
 */
export function bindMenus(log, open) {
	log.addEventListener("contextmenu", event => {
		const found = messageAt(event.target);
		if (!found || isIn(event.target, "a")) return;
		event.preventDefault();
		// The menu key has no pointer: the browser gives it no button.
		const byKey = event.button !== 2;
		open(found.id, byKey ? found.article : { x: event.clientX, y: event.clientY });
	});
	bindLongPress(log, event => {
		const found = messageAt(event.target);
		if (found) open(found.id, { x: event.clientX, y: event.clientY });
	});
}

/**
 * @param {HTMLElement} log
 * @param {(event: PointerEvent) => void} act
 */
function bindLongPress(log, act) {
	let timer = 0;
	const stop = () => window.clearTimeout(timer);
	log.addEventListener("pointerdown", event => {
		stop();
		if (event.pointerType !== "touch" || isIn(event.target, "button, a")) return;
		timer = window.setTimeout(() => act(event), LONG_PRESS);
	});
	for (const name of ["pointerup", "pointercancel", "pointermove", "scroll"])
		log.addEventListener(name, stop);
}
