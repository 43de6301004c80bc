import { findProblem, splitOptionName } from "./command-line.js";
import { element } from "./element.js";
import { fileField, takeFile } from "./file-field.js";
import { suggest } from "./option-suggestions.js";

/** @import { PersonState } from "../protocol.ts" */
/** @import { Entry, Value, Values } from "./command-line.js" */
/** @import { Choice, CommandOption } from "./discord-json.ts" */
/** @import { Suggestions } from "./suggestions.js" */

const ATTACHMENT = 11;

/** @param {CommandOption} option */
function isFile({ type }) {
	return type === ATTACHMENT;
}

/**
 * The fields of a command that is being filled in.
 *
 * @typedef {object} CommandFields
 * @property {(entry: Entry, values: Values) => void} start
 * @property {() => void} end
 * @property {() => { readonly entry: Entry, readonly values: Values } | null} draft null while no command is
 * @property {() => string | null} check marks the first field that does not fit and says why
 * @property {(file: File) => boolean} attach puts a file into the command; false where it takes none
 * @property {() => void} focus on the first field still empty, else the last
 */

/**
 * @typedef {object} Needs
 * @property {HTMLElement} box
 * @property {Suggestions} suggestions
 * @property {() => PersonState} state
 * @property {(entry: Entry, values: Values, option: string) => Promise<readonly Choice[]>} complete
 * @property {(text: string) => void} cancel back to a message, with what should stand there
 */

/**
 * @typedef {object} Draft
 * @property {Entry} entry
 * @property {Record<string, Value>} values
 * @property {Map<string, HTMLTextAreaElement | HTMLInputElement>} fields by the option's name, those shown
 * @property {string | null} unasked the option that is shown though nobody asked for it
 * @property {number} asked how often the bot was asked: answers to older questions are dropped
 * @property {number} timer
 */

/**
 * @param {Needs} needs
 * @returns {CommandFields}
 */
export function createCommandFields(needs) {
	/** @type {Draft | null} */
	let draft = null;
	return {
		start(entry, values) {
			draft = newDraft(entry, values);
			drawFields(draft, needs);
		},
		end() {
			if (draft) window.clearTimeout(draft.timer);
			draft = null;
		},
		draft: () => draft,
		check: () => draft && check(draft),
		attach: file => draft !== null && attach(file, draft, needs),
		focus: () => draft && focusEmpty(draft, needs),
	};
}

/**
 * Where every option may be left out, the first is shown all the same, so that there is where to type.
 *
 * @param {Entry} entry
 * @param {Values} values
 * @returns {Draft}
 */
function newDraft(entry, values) {
	const hasField = entry.options.some(({ name, required }) => required || values[name]);
	const unasked = hasField ? null : (entry.options[0]?.name ?? null);
	return {
		entry,
		values: unasked === null ? { ...values } : { [unasked]: { text: "" } },
		fields: new Map(),
		unasked,
		asked: 0,
		timer: 0,
	};
}

/**
 * @param {Draft} draft
 * @returns {string | null}
 */
function check(draft) {
	for (const field of draft.fields.values()) field.removeAttribute("aria-invalid");
	const found = findProblem(draft.entry, draft.values);
	if (!found) return null;
	const field = draft.fields.get(found.option);
	field?.setAttribute("aria-invalid", "true");
	field?.focus();
	return found.problem;
}

/**
 * @param {Draft} draft
 * @param {Needs} needs
 */
function focusEmpty(draft, needs) {
	const fields = [...draft.fields];
	const empty = fields.find(([name]) => !draft.values[name]?.text);
	const field = (empty ?? fields.at(-1))?.[1];
	if (field) {
		field.focus();
		return;
	}
	needs.box.querySelector("button")?.focus();
}

/**
 * @param {Draft} draft
 * @param {Needs} needs
 */
function drawFields(draft, needs) {
	const { entry } = draft;
	draft.fields.clear();
	const isShown = (/** @type {CommandOption} */ option) =>
		option.required === true || draft.values[option.name] !== undefined;
	const fields = entry.options.filter(isShown).map(option => fieldOf(option, draft, needs));
	const more = entry.options
		.filter(option => !isShown(option))
		.map(option => offer(option, draft, needs));
	const name = element(
		"button",
		{
			class: "command-name",
			type: fields.length === 0 ? "submit" : "button",
			title: entry.description,
		},
		`/${entry.name}`,
	);
	name.addEventListener("keydown", event => {
		if (event.key !== "Backspace") return;
		event.preventDefault();
		needs.cancel(`/${entry.name}`);
	});
	const group = element(
		"div",
		{
			class: "command-fields",
			role: "group",
			"aria-label": `/${entry.name}, ${entry.description}`,
		},
		name,
		...fields,
		...more,
	);
	needs.box.replaceChildren(group);
}

/**
 * @param {CommandOption} option
 * @param {Draft} draft
 * @param {Needs} needs
 * @returns {Node} a button that adds an option which may be left out
 */
function offer(option, draft, needs) {
	const add = element(
		"button",
		{ class: "add-option", type: "button", title: option.description },
		`+ ${option.name}`,
	);
	add.addEventListener("click", () => addOption(option.name, draft, needs));
	return add;
}

/**
 * @param {string} name
 * @param {Draft} draft
 * @param {Needs} needs
 */
function addOption(name, draft, needs) {
	draft.unasked = null;
	draft.values[name] ??= { text: "" };
	drawFields(draft, needs);
	draft.fields.get(name)?.focus();
}

/**
 * @param {CommandOption} option
 * @param {Draft} draft
 * @param {Needs} needs
 * @returns {Node}
 */
function fieldOf(option, draft, needs) {
	const field = isFile(option) ? fileField(option, draft.values) : textField(option, draft);
	draft.fields.set(option.name, field);
	field.addEventListener("focus", () => suggest(option, draft, needs));
	field.addEventListener("blur", () => needs.suggestions.hide());
	field.addEventListener("input", () => edit(option, draft, needs));
	field.addEventListener("keydown", event => {
		if (!(event instanceof KeyboardEvent) || event.key !== "Backspace" || field.value !== "")
			return;
		// The focus moves on: the key must not take a letter where it goes.
		event.preventDefault();
		removeOption(option, draft, needs);
	});
	const name = element("span", { class: "option-name" }, option.name);
	return element("label", { class: "option" }, name, field);
}

/**
 * @param {CommandOption} option
 * @param {Draft} draft
 * @returns {HTMLTextAreaElement}
 */
function textField(option, draft) {
	const field = element("textarea", {
		rows: 1,
		role: "combobox",
		"aria-label": `${option.name}: ${option.description}`,
		"aria-autocomplete": "list",
		"aria-controls": "suggestion-list",
		"aria-expanded": "false",
		"aria-required": String(option.required === true),
		autocomplete: "off",
		spellcheck: "false",
	});
	field.value = draft.values[option.name]?.text ?? "";
	return field;
}

/**
 * @param {CommandOption} option
 * @param {Draft} draft
 * @param {Needs} needs
 */
function edit(option, draft, needs) {
	const field = draft.fields.get(option.name);
	if (!(field instanceof HTMLTextAreaElement)) return;
	// A command's options are single lines in Discord.
	if (field.value.includes("\n")) field.value = field.value.replace(/\s*\n\s*/g, " ");
	field.removeAttribute("aria-invalid");
	const split = splitOptionName(draft.entry, option.name, field.value);
	draft.values[option.name] = { text: split?.text ?? field.value };
	if (split && split.name !== option.name) addOption(split.name, draft, needs);
	else if (split) field.value = "";
	else suggest(option, draft, needs);
}

/**
 * @param {File} file
 * @param {Draft} draft
 * @param {Needs} needs
 * @returns {boolean}
 */
function attach(file, draft, needs) {
	const option = draft.entry.options.find(isFile);
	if (!option) return false;
	addOption(option.name, draft, needs);
	const field = draft.fields.get(option.name);
	if (field instanceof HTMLInputElement) takeFile(field, file);
	return true;
}

/**
 * Backspace in an empty field takes its option away, and the command when it was the first.
 *
 * @param {CommandOption} option
 * @param {Draft} draft
 * @param {Needs} needs
 */
function removeOption(option, draft, needs) {
	const names = [...draft.fields.keys()];
	const before = names[names.indexOf(option.name) - 1];
	if (!option.required) {
		delete draft.values[option.name];
		drawFields(draft, needs);
	}
	const field = before === undefined ? undefined : draft.fields.get(before);
	if (field) field.focus();
	else if (option.required) needs.cancel(`/${draft.entry.name}`);
	else focusEmpty(draft, needs);
}
