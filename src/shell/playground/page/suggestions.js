import { element } from "./element.js";

/**
 * @typedef {object} Suggestion
 * @property {string} label
 * @property {string} [description]
 * @property {string} [mark] what stands at the right end: a command's options
 * @property {() => void} pick
 */

/**
 * @typedef {object} Offer
 * @property {readonly Suggestion[]} items
 * @property {number} [marked] the one that Enter takes; -1 for none until an arrow key marks one
 */

/**
 * A list above the composer from which the field that has the focus is completed.
 *
 * @typedef {object} Suggestions
 * @property {(field: HTMLElement, heading: string, offer: Offer) => void} show with no items the heading stands alone
 * @property {() => void} hide
 * @property {() => boolean} isOpen whether there is something to pick
 * @property {(step: number) => void} move
 * @property {() => boolean} pick takes the one that is marked; false when none is
 */

/**
 * @typedef {object} Shown
 * @property {HTMLElement} box
 * @property {HTMLElement | null} field the one that is completed
 * @property {readonly HTMLElement[]} rows
 * @property {readonly Suggestion[]} items
 * @property {number} at the row that is marked
 */

/**
 * @param {HTMLElement} box holds a heading and the listbox
 * @returns {Suggestions}
 */
export function createSuggestions(box) {
	/** @type {Shown} */
	const shown = { box, field: null, rows: [], items: [], at: 0 };
	return {
		show: (field, heading, offer) => show(shown, { field, heading, ...offer }),
		hide: () => hide(shown),
		isOpen: () => shown.items.length > 0,
		move(step) {
			const from = shown.at === -1 && step < 0 ? 0 : shown.at;
			point(shown, (from + step + shown.rows.length) % shown.rows.length);
		},
		pick() {
			const item = shown.items[shown.at];
			if (item) take(shown, item);
			return item !== undefined;
		},
	};
}

/**
 * @param {Shown} shown
 * @param {number} index
 */
function point(shown, index) {
	shown.at = index;
	for (const [place, other] of shown.rows.entries()) {
		other.ariaSelected = String(place === index);
		other.classList.toggle("active", place === index);
	}
	const row = shown.rows[index];
	if (!row) return;
	row.scrollIntoView({ block: "nearest" });
	shown.field?.setAttribute("aria-activedescendant", row.id);
}

/** @param {Shown} shown */
function hide(shown) {
	shown.field?.setAttribute("aria-expanded", "false");
	shown.field?.removeAttribute("aria-activedescendant");
	shown.rows = [];
	shown.items = [];
	shown.box.hidden = true;
}

/**
 * @param {Shown} shown
 * @param {Suggestion} item
 */
function take(shown, item) {
	hide(shown);
	item.pick();
}

/**
 * @param {Shown} shown
 * @param {Offer & { readonly field: HTMLElement, readonly heading: string }} offer
 */
function show(shown, { field, heading, items, marked = 0 }) {
	hide(shown);
	shown.field = field;
	shown.items = items;
	shown.rows = items.map((item, index) =>
		row(item, index, { point: () => point(shown, index), pick: () => take(shown, item) }),
	);
	shown.box.replaceChildren(element("div", { class: "list-heading" }, heading));
	shown.box.hidden = false;
	if (items.length === 0) return;
	const list = { class: "listbox", role: "listbox", id: "suggestion-list", "aria-label": heading };
	shown.box.append(element("div", list, ...shown.rows));
	field.setAttribute("aria-expanded", "true");
	point(shown, marked);
}

/**
 * @param {Suggestion} item
 * @param {number} index
 * @param {{ readonly point: () => void, readonly pick: () => void }} actions
 * @returns {HTMLElement}
 */
function row(item, index, { point, pick }) {
	const made = element(
		"div",
		{ role: "option", id: `suggestion-${index}`, "aria-selected": "false" },
		element("span", { class: "option-label" }, item.label),
		item.description ? element("span", { class: "muted" }, item.description) : null,
		item.mark ? element("span", { class: "mark muted" }, item.mark) : null,
	);
	// The field keeps the focus: a press must not take it away before the click.
	made.addEventListener("pointerdown", event => event.preventDefault());
	made.addEventListener("pointermove", point);
	made.addEventListener("click", pick);
	return made;
}
