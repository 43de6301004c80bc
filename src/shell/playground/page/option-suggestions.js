/** @import { PersonState } from "../protocol.ts" */
/** @import { Draft, Needs } from "./command-fields.js" */
/** @import { Choice, CommandOption } from "./discord-json.ts" */

/** How long to wait after a key before the bot is asked, in milliseconds. */
const PAUSE = 120;

/** The most that Discord shows. */
const MOST = 25;

/**
 * @param {CommandOption} option
 * @param {PersonState} state
 * @returns {readonly Choice[] | null} what is offered without asking the bot; null for a free field
 */
function ownChoices(option, state) {
	if (option.choices && option.choices.length > 0) return option.choices;
	/** @type {Readonly<Record<number, () => readonly Choice[]>>} */
	const byType = {
		5: () => ["True", "False"].map(name => ({ name, value: name })),
		6: () =>
			[state.bot, ...state.users].map(({ global_name, id }) => ({ name: global_name, value: id })),
		7: () => state.channels.map(({ id, name }) => ({ name: `#${name}`, value: id })),
	};
	return byType[option.type]?.() ?? null;
}

/**
 * Shows what an option is and what it may be: its choices, what the playground knows of its kind, or
 * what the bot completes.
 *
 * @param {CommandOption} option whose field has the focus
 * @param {Draft} draft
 * @param {Needs} needs
 */
export function suggest(option, draft, needs) {
	const text = draft.values[option.name]?.text ?? "";
	const own = ownChoices(option, needs.state());
	const isPicked = draft.values[option.name]?.value !== undefined;
	if (isPicked || (!own && !option.autocomplete)) {
		offerChoices(option, [], { draft, needs });
		return;
	}
	if (!own) {
		askBot(option, draft, needs);
		return;
	}
	const fitting = own.filter(choice =>
		choice.name.toLowerCase().includes(text.trim().toLowerCase()),
	);
	offerChoices(option, fitting, { draft, needs });
}

/**
 * @param {CommandOption} option
 * @param {Draft} draft
 * @param {Needs} needs
 */
function askBot(option, draft, needs) {
	const asked = ++draft.asked;
	window.clearTimeout(draft.timer);
	draft.timer = window.setTimeout(async () => {
		const choices = await needs.complete(draft.entry, draft.values, option.name).catch(() => []);
		const isStale =
			asked !== draft.asked || draft.fields.get(option.name) !== document.activeElement;
		if (!isStale) offerChoices(option, choices, { draft, needs });
	}, PAUSE);
	const isFirst = !needs.suggestions.isOpen();
	if (isFirst) offerChoices(option, [], { draft, needs });
}

/**
 * @param {CommandOption} option
 * @param {readonly Choice[]} choices
 * @param {{ readonly draft: Draft, readonly needs: Needs }} context
 */
function offerChoices(option, choices, { draft, needs }) {
	const field = draft.fields.get(option.name);
	if (!field) return;
	const pick = (/** @type {Choice} */ choice) => {
		const isFlag = option.type === 5;
		const value = isFlag ? {} : { value: choice.value };
		draft.asked++;
		draft.values[option.name] = { text: choice.name, ...value };
		if (field instanceof HTMLTextAreaElement) field.value = choice.name;
		offerChoices(option, [], { draft, needs });
		const empty = [...draft.fields].find(([name]) => !draft.values[name]?.text);
		empty?.[1].focus();
	};
	const items = choices
		.slice(0, MOST)
		.map(choice => ({ label: choice.name, pick: () => pick(choice) }));
	const heading = `${option.name}: ${option.description}`;
	// Enter in a field that nobody asked for sends the command, and takes no value for it.
	const isIdle = option.name === draft.unasked && !draft.values[option.name]?.text;
	needs.suggestions.show(field, heading, { items, marked: isIdle ? -1 : 0 });
}
