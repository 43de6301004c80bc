import { entityOptions } from "./components.js";
import { element } from "./element.js";
import { readFile } from "./files.js";
import { icon } from "./icons.js";
import { markdownElement } from "./markdown-nodes.js";
import { createSelect } from "./select.js";

/** @import { PersonField } from "../protocol.ts" */
/** @import { Component, Modal } from "./discord-json.ts" */
/** @import { View } from "./view.ts" */

/** @typedef {() => Promise<PersonField>} ReadField */

/**
 * A field's control, what is read from it when the modal is sent, and, where the browser does not
 * see to it, whether it may be sent.
 *
 * @typedef {{ readonly node: HTMLElement, readonly read: ReadField, readonly check?: () => boolean }} Control
 */

const PARAGRAPH = 2;

let made = 0;

/**
 * @param {Component} component
 * @param {string} id
 * @returns {Control}
 */
function textInput(component, id) {
	const limits = { minlength: component.min_length, maxlength: component.max_length ?? 4000 };
	const required = component.required !== false;
	const shared = { id, required, placeholder: component.placeholder, ...limits };
	const field =
		component.style === PARAGRAPH
			? element("textarea", { rows: 6, ...shared })
			: element("input", { type: "text", autocomplete: "off", ...shared });
	field.value = component.value ?? "";
	const custom_id = component.custom_id ?? "";
	return { node: field, read: async () => ({ custom_id, value: field.value }) };
}

/**
 * @param {Component} component
 * @param {string} id
 * @param {View} view
 * @returns {Control}
 */
function selectInput(component, id, view) {
	const options = component.options ?? entityOptions(component.type, view);
	const select = createSelect({ ...component, options });
	select.element.id = id;
	const custom_id = component.custom_id ?? "";
	const least = component.required === false ? 0 : (component.min_values ?? 1);
	return {
		node: select.element,
		read: async () => ({ custom_id, values: select.values() }),
		check: () => select.values().length >= least,
	};
}

/**
 * @param {Component} component
 * @param {string} id
 * @returns {Control}
 */
function fileInput(component, id) {
	const required = component.required !== false;
	const multiple = (component.max_values ?? 1) > 1;
	const field = element("input", { type: "file", id, required, multiple });
	const custom_id = component.custom_id ?? "";
	const read = async () => ({
		custom_id,
		files: await Promise.all([...(field.files ?? [])].map(readFile)),
	});
	return { node: field, read };
}

/** @type {Readonly<Record<number, (component: Component, id: string, view: View) => Control>>} by ComponentType */
const CONTROLS = { 3: selectInput, 4: textInput, 5: selectInput, 8: selectInput, 19: fileInput };

/**
 * @param {Component} control
 * @param {{ readonly label: string, readonly description: string }} words
 * @param {View} view
 * @returns {{ readonly node: Node, readonly read: readonly ReadField[] }}
 */
function labelled(control, words, view) {
	const make = CONTROLS[control.type];
	if (!make) return { node: element("p", { class: "muted" }, words.label), read: [] };
	const id = `modal-field-${++made}`;
	const { check = () => true, node, read } = make(control, id, view);
	const readChecked = () => {
		if (check()) return read();
		node.focus();
		return Promise.reject(new Error(`${words.label}: make a selection`));
	};
	const star = control.required === false ? null : element("span", { class: "required" }, " *");
	const hint =
		words.description === "" ? null : element("p", { id: `${id}-hint` }, words.description);
	if (hint) node.setAttribute("aria-describedby", hint.id);
	const label = element("label", { for: id }, words.label, star);
	return { node: element("div", { class: "modal-field" }, label, hint, node), read: [readChecked] };
}

/**
 * @param {Component} component a label, a text display, or the older row with one text input
 * @param {View} view
 * @returns {readonly { readonly node: Node, readonly read: readonly ReadField[] }[]}
 */
function modalParts(component, view) {
	if (component.type === 10)
		return [{ node: markdownElement(component.content ?? "", view), read: [] }];
	if (component.component) {
		const words = { label: component.label ?? "", description: component.description ?? "" };
		return [labelled(component.component, words, view)];
	}
	return (component.components ?? []).map(control =>
		labelled(control, { label: control.label ?? "", description: "" }, view),
	);
}

/**
 * Opens a modal over the page. The browser keeps the focus in it; Escape closes it unsent.
 *
 * @param {Modal} modal
 * @param {View} view
 * @param {(fields: readonly PersonField[]) => Promise<void>} send closes it when it resolves, shows the error when it rejects
 */
export function openModal(modal, view, send) {
	const parts = modal.components.flatMap(component => modalParts(component, view));
	const problem = element("p", { class: "problem", role: "alert", hidden: true });
	const submit = element("button", { class: "button primary", type: "submit" }, "Submit");
	const dialog = element("dialog", { class: "modal", "aria-labelledby": "modal-title" });
	const close = () => dialog.close();
	const form = element(
		"form",
		{},
		element(
			"header",
			{},
			element("h2", { id: "modal-title" }, modal.title),
			element(
				"button",
				{ class: "icon-button", type: "button", "aria-label": "Close", onclick: close },
				icon("close"),
			),
		),
		element("div", { class: "modal-body" }, ...parts.map(part => part.node), problem),
		element(
			"footer",
			{},
			element("button", { class: "button plain", type: "button", onclick: close }, "Cancel"),
			submit,
		),
	);
	form.addEventListener("submit", async event => {
		event.preventDefault();
		submit.ariaBusy = "true";
		const reading = parts.flatMap(part => part.read).map(read => read());
		await Promise.all(reading)
			.then(send)
			.then(close)
			.catch(error => {
				problem.textContent = error instanceof Error ? error.message : "Not sent";
				problem.hidden = false;
			});
		submit.removeAttribute("aria-busy");
	});
	dialog.append(form);
	showModal(dialog);
}

/** @param {HTMLDialogElement} dialog */
function showModal(dialog) {
	const before = document.activeElement;
	dialog.addEventListener("close", () => {
		dialog.remove();
		if (!(before instanceof HTMLElement)) return;
		// Chromium gives the focus back by itself, but no caret: what is typed would be lost.
		before.blur();
		before.focus({ preventScroll: true });
	});
	document.body.append(dialog);
	dialog.showModal();
	const first = dialog.querySelector(".modal-body :is(input, textarea, button)");
	if (first instanceof HTMLElement) first.focus();
}
