import { createCommandFields } from "./command-fields.js";
import { entriesOf, matchingEntries, readCommandLine } from "./command-line.js";
import { bindDropping } from "./dropping.js";
import { element } from "./element.js";
import { icon } from "./icons.js";
import { offerMentions } from "./mentions.js";
import { createSuggestions } from "./suggestions.js";
import { bindTyping } from "./typing.js";

/** @import { PersonChannel, PersonState } from "../protocol.ts" */
/** @import { CommandFields, Needs } from "./command-fields.js" */
/** @import { Entry, Values } from "./command-line.js" */
/** @import { Suggestions } from "./suggestions.js" */

/** How many sent lines Up goes back through. */
const REMEMBERED = 50;

/** @typedef {{ readonly text: string } | { readonly entry: Entry, readonly values: Values }} Line */

/**
 * @typedef {object} ComposerNeeds
 * @property {HTMLFormElement} form
 * @property {() => { readonly state: PersonState, readonly channel: PersonChannel }} now
 * @property {(text: string) => Promise<void>} sendText
 * @property {(entry: Entry, values: Values) => Promise<void>} sendCommand
 * @property {Needs["complete"]} complete
 */

/**
 * @typedef {object} Composer
 * @property {() => void} refresh after the channel, the user or the commands have changed; what was typed goes
 * @property {(command: string) => void} start puts a command into the composer
 * @property {() => void} focus
 */

/**
 * @typedef {object} Parts
 * @property {ComposerNeeds} needs
 * @property {HTMLElement} box
 * @property {HTMLElement} problem
 * @property {Suggestions} suggestions
 * @property {CommandFields} command
 * @property {HTMLTextAreaElement} input
 * @property {Line[]} sent oldest first
 * @property {number} recalled how far back Up has gone; 0 is not
 */

/**
 * @param {ComposerNeeds} needs
 * @returns {Composer}
 */
export function createComposer(needs) {
	const { form } = needs;
	const box = element("div", { class: "composer-box" });
	const problem = element("p", { class: "problem", role: "alert", hidden: true });
	const list = element("div", { class: "suggestions", hidden: true });
	const send = element(
		"button",
		{ class: "icon-button send", type: "submit", "aria-label": "Send", title: "Send" },
		icon("send"),
	);
	form.replaceChildren(list, problem, element("div", { class: "composer-line" }, box, send));
	const suggestions = createSuggestions(list);
	/** @type {Parts} */
	const parts = {
		needs,
		box,
		problem,
		suggestions,
		command: createCommandFields({
			box,
			suggestions,
			state: () => needs.now().state,
			complete: needs.complete,
			cancel: text => writeText(parts, text),
		}),
		input: messageField(),
		sent: [],
		recalled: 0,
	};
	parts.input.addEventListener("input", () => readText(parts));
	parts.input.addEventListener("blur", () => suggestions.hide());
	form.addEventListener("input", () => {
		parts.recalled = 0;
		problem.hidden = true;
	});
	form.addEventListener("keydown", event => onKey(event, parts));
	form.addEventListener("submit", event => {
		event.preventDefault();
		submit(parts);
	});
	bindTyping(box);
	bindDropping(parts.command.attach, words => complain(parts, words));
	return {
		refresh: () => reset(parts),
		start: name => start(parts, name),
		focus: () => parts.input.focus(),
	};
}

/** @returns {HTMLTextAreaElement} */
function messageField() {
	return element("textarea", {
		id: "message-input",
		rows: 1,
		maxlength: 2000,
		role: "combobox",
		"aria-autocomplete": "list",
		"aria-controls": "suggestion-list",
		"aria-expanded": "false",
		autocomplete: "off",
	});
}

/** @param {Parts} parts */
function reset(parts) {
	const { channel } = parts.needs.now();
	const name = channel.kind === "dm" ? `@${channel.name}` : `#${channel.name}`;
	parts.command.end();
	parts.suggestions.hide();
	parts.problem.hidden = true;
	parts.recalled = 0;
	parts.input.value = "";
	parts.input.placeholder = `Message ${name}, or / for commands`;
	parts.input.setAttribute("aria-label", `Message ${name}`);
	parts.box.replaceChildren(parts.input);
}

/**
 * @param {Parts} parts
 * @param {string} text
 */
function writeText(parts, text) {
	reset(parts);
	parts.input.value = text;
	parts.input.focus();
	if (text !== "") readText(parts);
}

/**
 * @param {Parts} parts
 * @returns {readonly Entry[]} what can be run in the channel that is open
 */
function entriesHere({ needs }) {
	return entriesOf(needs.now().state.commands);
}

/** @param {Parts} parts */
function readText(parts) {
	const { input, suggestions } = parts;
	if (!input.value.startsWith("/")) {
		offerMentions(input, parts.needs.now().state, suggestions);
		return;
	}
	const entries = entriesHere(parts);
	const read = readCommandLine(entries, input.value);
	if (read) {
		startCommand(parts, read.entry, read.values);
		return;
	}
	const items = matchingEntries(entries, input.value.slice(1)).map(entry => ({
		label: `/${entry.name}`,
		description: entry.description,
		mark: entry.options.map(option => option.name).join(" "),
		pick: () => startCommand(parts, entry, {}),
	}));
	suggestions.show(input, items.length > 0 ? "Commands" : "No such command", { items });
}

/**
 * @param {Parts} parts
 * @param {Entry} entry
 * @param {Values} values
 */
function startCommand(parts, entry, values) {
	reset(parts);
	parts.command.start(entry, values);
	parts.command.focus();
}

/**
 * @param {Parts} parts
 * @param {string} name
 */
function start(parts, name) {
	const entry = entriesHere(parts).find(candidate => candidate.name === name);
	if (entry) startCommand(parts, entry, {});
	else writeText(parts, `/${name}`);
}

/**
 * @param {() => void} act
 * @returns {() => boolean} acts, and says that the key was used
 */
function used(act) {
	return () => {
		act();
		return true;
	};
}

/**
 * @param {KeyboardEvent} event
 * @param {Parts} parts
 */
function onKey(event, parts) {
	if (event.isComposing) return;
	const { suggestions } = parts;
	/** @type {Readonly<Record<string, () => boolean>>} each says whether the key was used */
	const open = {
		ArrowDown: used(() => suggestions.move(1)),
		ArrowUp: used(() => suggestions.move(-1)),
		Tab: () => !event.shiftKey && suggestions.pick(),
		Enter: () => suggestions.pick() || enter(event, parts),
		Escape: used(() => suggestions.hide()),
	};
	/** @type {Readonly<Record<string, () => boolean>>} */
	const closed = {
		ArrowUp: () => recall(parts, 1),
		ArrowDown: () => recall(parts, -1),
		Enter: () => enter(event, parts),
		Escape: used(() => writeText(parts, "")),
	};
	const keys = suggestions.isOpen() ? open : closed;
	if (keys[event.key]?.()) event.preventDefault();
}

/**
 * @param {KeyboardEvent} event
 * @param {Parts} parts
 * @returns {boolean}
 */
function enter(event, { needs }) {
	const { target } = event;
	// Enter in an empty field for a file opens the browser's own choice of one.
	const isFilled = target instanceof HTMLInputElement && target.files?.length === 1;
	if (!(isFilled || target instanceof HTMLTextAreaElement) || event.shiftKey) return false;
	needs.form.requestSubmit();
	return true;
}

/**
 * Up and Down go through what was sent, from an empty composer or while going through it already.
 *
 * @param {Parts} parts
 * @param {number} step
 * @returns {boolean}
 */
function recall(parts, step) {
	const isEmpty = parts.command.draft() === null && parts.input.value === "";
	if (!isEmpty && parts.recalled === 0) return false;
	const recalled = parts.recalled + step;
	if (recalled < 0 || recalled > parts.sent.length) return false;
	const line = parts.sent[parts.sent.length - recalled];
	reset(parts);
	if (line && "entry" in line) {
		parts.command.start(line.entry, line.values);
		parts.command.focus();
	} else {
		parts.input.value = line?.text ?? "";
		parts.input.focus();
	}
	parts.suggestions.hide();
	parts.recalled = recalled;
	return true;
}

/** @param {Parts} parts */
async function submit(parts) {
	const draft = parts.command.draft();
	const unfit = draft && parts.command.check();
	if (unfit) {
		complain(parts, unfit);
		return;
	}
	const line = draft ? { entry: draft.entry, values: draft.values } : { text: parts.input.value };
	if ("text" in line && line.text.trim() === "") return;
	parts.sent = [...parts.sent, line].slice(-REMEMBERED);
	writeText(parts, "");
	const { sendCommand, sendText } = parts.needs;
	const sending =
		"text" in line ? sendText(line.text.trim()) : sendCommand(line.entry, line.values);
	await sending.catch(error =>
		complain(parts, error instanceof Error ? error.message : "Not sent"),
	);
}

/**
 * @param {Parts} parts
 * @param {string} words
 */
function complain({ problem }, words) {
	problem.textContent = words;
	problem.hidden = false;
}
