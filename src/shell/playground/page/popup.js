import { element } from "./element.js";

/** @import { Place } from "./view.ts" */

const GAP = 4;

/** How far, in pixels, what a popup belongs to may move under it. */
const SLACK = 8;

/**
 * @param {Place} place
 * @returns {{ readonly left: number, readonly top: number, readonly bottom: number, readonly width: number }}
 */
function boxOf(place) {
	if (place instanceof Element) return place.getBoundingClientRect();
	return { left: place.x, top: place.y, bottom: place.y, width: 0 };
}

/**
 * Puts the popup below its place, or above where there is no room, and inside the window.
 *
 * @param {HTMLElement} popup
 * @param {Place} place
 */
function position(popup, place) {
	const box = boxOf(place);
	if (popup.classList.contains("as-wide")) popup.style.width = `${box.width}px`;
	const { offsetHeight: height, offsetWidth: width } = popup;
	const below = box.bottom + GAP;
	const fits = below + height <= innerHeight || box.top < height + GAP;
	const top = fits ? Math.min(below, innerHeight - height - GAP) : box.top - height - GAP;
	popup.style.top = `${Math.max(GAP, top)}px`;
	popup.style.left = `${Math.max(GAP, Math.min(box.left, innerWidth - width - GAP))}px`;
}

/**
 * Opens a popup in the browser's top layer, so that no scrolling box cuts it. It closes on Escape, on a
 * press elsewhere, and when what it belongs to scrolls away or the window changes size.
 *
 * @param {HTMLElement} popup
 * @param {Place} place
 * @param {{ readonly host?: Element, readonly onClose?: () => void }} [options] `host`: the dialog that it belongs to
 * @returns {() => void} closes it; a second call does nothing
 */
export function openPopup(popup, place, options = {}) {
	const end = new AbortController();
	const close = () => {
		if (end.signal.aborted) return;
		end.abort();
		popup.remove();
		options.onClose?.();
	};
	const top = boxOf(place).top;
	const closeAway = () => {
		if (Math.abs(boxOf(place).top - top) > SLACK) close();
	};
	const closeOutside = (/** @type {Event} */ event) => {
		const target = event.target instanceof Node ? event.target : null;
		const inAnchor = place instanceof Element && place.contains(target);
		if (!popup.contains(target) && !inAnchor) close();
	};
	popup.setAttribute("popover", "manual");
	(options.host ?? document.body).append(popup);
	popup.showPopover();
	position(popup, place);
	const listening = { signal: end.signal, capture: true };
	document.addEventListener("pointerdown", closeOutside, listening);
	document.addEventListener("scroll", closeAway, listening);
	window.addEventListener("resize", close, listening);
	popup.addEventListener("keydown", event => {
		if (event.key !== "Escape") return;
		event.preventDefault();
		event.stopPropagation();
		close();
	});
	return close;
}

/**
 * @typedef {object} MenuItem
 * @property {string} label
 * @property {() => void} run
 * @property {boolean} [checked] makes it a choice among its neighbours
 * @property {string} [group] a heading before it
 */

/**
 * @param {MenuItem} item
 * @param {() => void} close
 * @returns {readonly Node[]}
 */
function menuNodes(item, close) {
	const run = () => {
		close();
		item.run();
	};
	const role = item.checked === undefined ? "menuitem" : "menuitemradio";
	const made = element(
		"button",
		{ type: "button", role, tabindex: -1, "aria-checked": item.checked?.toString(), onclick: run },
		item.label,
	);
	if (item.group === undefined) return [made];
	return [element("div", { class: "menu-group", role: "presentation" }, item.group), made];
}

/**
 * Moves the focus among siblings with the arrow keys, Home and End, as in a menu.
 *
 * @param {KeyboardEvent} event
 * @param {readonly HTMLElement[]} stops in the order of reading
 * @returns {boolean} whether the key was one of these
 */
export function moveFocus(event, stops) {
	const at = stops.findIndex(stop => stop.contains(document.activeElement));
	/** @type {Readonly<Record<string, number>>} */
	const targets = {
		ArrowDown: at === -1 ? 0 : (at + 1) % stops.length,
		ArrowUp: at === -1 ? stops.length - 1 : (at - 1 + stops.length) % stops.length,
		Home: 0,
		End: stops.length - 1,
	};
	const target = targets[event.key];
	if (target === undefined) return false;
	event.preventDefault();
	stops[target]?.focus();
	return true;
}

/**
 * Opens a menu and puts the focus on its first entry; when it closes the focus goes back.
 *
 * @param {string} label what it is a menu of, for those who do not see it
 * @param {readonly MenuItem[]} items
 * @param {Place} place
 */
export function openMenu(label, items, place) {
	const menu = element("div", { class: "popup menu", role: "menu", "aria-label": label });
	const before = document.activeElement;
	const close = openPopup(menu, place, {
		onClose: () => before instanceof HTMLElement && before.focus({ preventScroll: true }),
	});
	menu.append(...items.flatMap(item => menuNodes(item, close)));
	position(menu, place);
	const stops = [...menu.querySelectorAll("button")];
	menu.addEventListener("keydown", event => {
		if (event.key === "Tab") close();
		else moveFocus(event, stops);
	});
	stops[0]?.focus();
}
