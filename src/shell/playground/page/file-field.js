import { element } from "./element.js";

/** @import { Value } from "./command-line.js" */
/** @import { CommandOption } from "./discord-json.ts" */

/**
 * The field of an option that takes a file; it shows the one that was chosen before it was drawn.
 *
 * @param {CommandOption} option
 * @param {Record<string, Value>} values hold the file that is chosen
 * @returns {HTMLInputElement}
 */
export function fileField(option, values) {
	const label = `${option.name}: ${option.description}`;
	const field = element("input", { type: "file", "aria-label": label });
	field.addEventListener("change", () => {
		const chosen = field.files?.[0];
		values[option.name] = chosen ? { text: chosen.name, chosen } : { text: "" };
	});
	const before = values[option.name]?.chosen;
	if (before) show(field, before);
	return field;
}

/**
 * Has a field hold a file as if it had been chosen there.
 *
 * @param {HTMLInputElement} field
 * @param {File} file
 */
export function takeFile(field, file) {
	show(field, file);
	for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}

/**
 * @param {HTMLInputElement} field
 * @param {File} file
 */
function show(field, file) {
	const list = new DataTransfer();
	list.items.add(file);
	field.files = list.files;
}
