/**
 * What an element is given: functions become listeners ("onclick"), true an empty attribute; null,
 * undefined and false are left out. There is no way to give it markup.
 *
 * @typedef {Readonly<Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>>} Attributes
 */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @param {Element} target
 * @param {Attributes} attributes
 */
export function setAttributes(target, attributes) {
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === "function") target.addEventListener(name.slice(2), value);
		else if (value !== null && value !== undefined && value !== false)
			target.setAttribute(name, value === true ? "" : String(value));
	}
}

/**
 * Makes an element; texts become text nodes, so that nothing in them is ever markup.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 * @example element("button", { type: "button", onclick: close }, "Close")
 */
export function element(name, attributes = {}, ...children) {
	const made = document.createElement(name);
	setAttributes(made, attributes);
	made.append(...children.filter(isNode));
	return made;
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isNode(child) {
	return child !== null && child !== undefined && child !== false;
}

/**
 * @param {string} id of an element that index.html holds
 * @returns {HTMLElement}
 * @throws {Error} when the page has none, which is a bug
 */
export function byId(id) {
	const found = document.getElementById(id);
	if (!found) throw new Error(`index.html: no element with the id "${id}"`);
	return found;
}
