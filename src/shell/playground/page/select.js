import { element } from "./element.js";
import { icon } from "./icons.js";
import { openPopup } from "./popup.js";

/** @import { Component, SelectOption } from "./discord-json.ts" */

let made = 0;

/**
 * A menu to choose from: the element to show, and what is chosen now.
 *
 * @typedef {object} Select
 * @property {HTMLButtonElement} element
 * @property {() => readonly string[]} values
 */

/**
 * @param {readonly SelectOption[]} options
 * @param {ReadonlySet<string>} chosen
 * @param {string} placeholder
 * @returns {string}
 */
function summary(options, chosen, placeholder) {
	const labels = options.filter(option => chosen.has(option.value)).map(option => option.label);
	return labels.length === 0 ? placeholder : labels.join(", ");
}

/**
 * @param {SelectOption} option
 * @param {string} id
 * @param {boolean} selected
 * @returns {HTMLElement}
 */
function optionElement(option, id, selected) {
	const description = option.description;
	return element(
		"div",
		{ role: "option", id, "aria-selected": String(selected), "data-value": option.value },
		option.emoji?.name ? element("span", { class: "emoji" }, option.emoji.name) : null,
		element(
			"span",
			{ class: "option-words" },
			element("span", { class: "option-label" }, option.label),
			description ? element("span", { class: "muted" }, description) : null,
		),
		element("span", { class: "tick" }, icon("check")),
	);
}

/**
 * @param {readonly HTMLElement[]} rows
 * @param {string} typed
 * @param {number} from
 * @returns {number} the next row that begins with what was typed; -1 for none
 */
function findByLetter(rows, typed, from) {
	const order = [...rows.keys()].map(index => (index + from + 1) % rows.length);
	const begins = (/** @type {number} */ index) =>
		rows[index]?.textContent?.toLowerCase().startsWith(typed.toLowerCase());
	return order.find(begins) ?? -1;
}

/**
 * @param {string} key
 * @param {readonly HTMLElement[]} rows
 * @param {number} at
 * @returns {number | null} where the key leads; null when it leads nowhere
 */
function nextRow(key, rows, at) {
	/** @type {Readonly<Record<string, number>>} */
	const targets = {
		ArrowDown: Math.min(at + 1, rows.length - 1),
		ArrowUp: Math.max(at - 1, 0),
		Home: 0,
		End: rows.length - 1,
	};
	const target = targets[key];
	if (target !== undefined) return target;
	if (key.length !== 1 || key === " ") return null;
	const found = findByLetter(rows, key, at);
	return found === -1 ? null : found;
}

/**
 * @typedef {object} OpenList
 * @property {HTMLButtonElement} anchor
 * @property {readonly SelectOption[]} options
 * @property {Set<string>} chosen
 * @property {number} most how many may be chosen
 * @property {(changed: boolean) => void} done
 */

/**
 * @param {OpenList} open
 * @param {string} value
 * @returns {boolean} whether the list is done with: one may be chosen and was
 */
function choose({ chosen, most }, value) {
	if (most === 1) {
		chosen.clear();
		chosen.add(value);
		return true;
	}
	if (!chosen.delete(value) && chosen.size < most) chosen.add(value);
	return false;
}

/**
 * @param {OpenList} open
 * @returns {void}
 */
function openList(open) {
	const id = `select-${++made}`;
	const { anchor, chosen } = open;
	const before = [...chosen].join();
	const rows = open.options.map((option, index) =>
		optionElement(option, `${id}-${index}`, chosen.has(option.value)),
	);
	const list = element(
		"div",
		{
			class: "popup listbox as-wide",
			role: "listbox",
			tabindex: 0,
			"aria-label": anchor.getAttribute("aria-label"),
			"aria-multiselectable": open.most > 1 ? "true" : null,
		},
		...rows,
	);
	let at = Math.max(
		0,
		rows.findIndex(row => row.ariaSelected === "true"),
	);
	const point = (/** @type {number} */ index) => {
		at = index;
		for (const row of rows) row.classList.toggle("active", row === rows[at]);
		list.setAttribute("aria-activedescendant", rows[at]?.id ?? "");
		rows[at]?.scrollIntoView({ block: "nearest" });
	};
	const pick = (/** @type {HTMLElement | undefined} */ row) => {
		if (!row) return;
		const finished = choose(open, row.dataset["value"] ?? "");
		for (const other of rows) other.ariaSelected = String(chosen.has(other.dataset["value"] ?? ""));
		if (finished) close();
	};
	const close = openPopup(list, anchor, {
		host: anchor.closest("dialog") ?? document.body,
		onClose: () => {
			anchor.setAttribute("aria-expanded", "false");
			anchor.focus({ preventScroll: true });
			open.done([...chosen].join() !== before);
		},
	});
	listen({ list, rows, point, pick, close, at: () => at });
	anchor.setAttribute("aria-expanded", "true");
	list.focus({ preventScroll: true });
	point(at);
}

/**
 * @param {object} parts
 * @param {HTMLElement} parts.list
 * @param {readonly HTMLElement[]} parts.rows
 * @param {(index: number) => void} parts.point
 * @param {(row: HTMLElement | undefined) => void} parts.pick
 * @param {() => void} parts.close
 * @param {() => number} parts.at
 */
function listen({ list, rows, point, pick, close, at }) {
	list.addEventListener("keydown", event => {
		const next = nextRow(event.key, rows, at());
		if (event.key === "Enter" || event.key === " ") pick(rows[at()]);
		else if (event.key === "Tab") close();
		else if (next !== null) point(next);
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	for (const [index, row] of rows.entries()) {
		row.addEventListener("click", () => pick(row));
		row.addEventListener("pointermove", () => point(index));
	}
}

/**
 * Makes a select menu from a component.
 *
 * @param {Component} component with its options
 * @param {(values: readonly string[]) => void} [onChange] told once the choice is made; not when it is as before
 * @returns {Select}
 */
export function createSelect(component, onChange) {
	const options = component.options ?? [];
	const chosen = new Set(options.filter(option => option.default).map(option => option.value));
	const placeholder = component.placeholder ?? "Make a selection";
	const words = element("span", { class: "select-words" });
	const anchor = element(
		"button",
		{
			class: "select",
			type: "button",
			"aria-haspopup": "listbox",
			"aria-expanded": "false",
			disabled: component.disabled,
			"data-id": component.custom_id,
		},
		words,
		icon("chevron"),
	);
	const show = () => {
		words.textContent = summary(options, chosen, placeholder);
		words.classList.toggle("muted", chosen.size === 0);
		anchor.ariaLabel = `${placeholder}${chosen.size > 0 ? `: ${words.textContent}` : ""}`;
	};
	const done = (/** @type {boolean} */ changed) => {
		show();
		if (changed && chosen.size >= (component.min_values ?? 1)) onChange?.([...chosen]);
	};
	show();
	const open = () => openList({ anchor, options, chosen, most: component.max_values ?? 1, done });
	anchor.addEventListener("click", () => anchor.ariaExpanded !== "true" && open());
	anchor.addEventListener("keydown", event => {
		if (event.key !== "ArrowDown") return;
		event.preventDefault();
		open();
	});
	return { element: anchor, values: () => [...chosen] };
}
