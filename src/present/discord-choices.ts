import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIComponentInContainer,
	type APISelectMenuOption,
	type APIStringSelectComponent,
	ButtonStyle,
	ComponentType,
} from "discord-api-types/v10";
import type { Choice } from "../answers/answer.ts";
import { labelOf, MESSAGE_LIMITS } from "./discord-limits.ts";
import { escapeLine } from "./markdown-escape.ts";

/** What the buttons and the menu of choices carry; each custom id has 100 characters at most. */
export interface ChoiceControls {
	/** Said above buttons ("Look at next"), or in a menu until something is chosen ("Which did you mean?"). */
	readonly prompt: string;
	/** The most choices that are buttons, 15 at most; more of them are a menu. */
	readonly mostButtons: number;
	/** The id of the button, or the value in the menu, that runs a choice; null where none can carry it. */
	readonly choiceId: (choice: Choice, index: number) => string | null;
	readonly menuId: string;
}

/** Three rows; more would leave too few components for what is said. */
const MOST_BUTTONS = 15;

interface Carried {
	readonly label: string;
	readonly id: string;
}

/** Choices as a message can carry them. */
export interface Offer {
	readonly prompt: string;
	readonly menuId: string;
	readonly carried: readonly Carried[];
	/** How many there are with those that cannot be carried. */
	readonly all: number;
	readonly inMenu: boolean;
}

/** Some of the choices, by their places: from the first to before the last. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

/** What of these choices can be carried, and whether as buttons or in a menu. */
export function offerOf(choices: readonly Choice[], controls: ChoiceControls): Offer {
	const { prompt, menuId, mostButtons } = controls;
	const ids = choices.map(controls.choiceId);
	const carried = distinct(
		choices.flatMap(({ label }, place) => {
			const id = ids[place] ?? null;
			return id === null ? [] : [{ label, id }];
		}),
	);
	const all = carried.length + ids.filter(id => id === null).length;
	const inMenu = carried.length > Math.min(mostButtons, MOST_BUTTONS);
	return { prompt, menuId, carried, all, inMenu };
}

/** How choices are spread over pages. */
export interface Spread {
	/** The most items that a page may have. */
	readonly mostItems: number;
	/** The choices on a page, counted from 0, whose items are those of this stretch. */
	readonly on: (page: number, items: Stretch) => Stretch;
}

/**
 * Each page offers all choices, unless one menu cannot hold them: then a page offers those of its own
 * items where each of so many items has one, else the next as many as a menu holds.
 */
export function spreadOf({ carried, inMenu }: Offer, items: number): Spread {
	const all = carried.length;
	const most = MESSAGE_LIMITS.options;
	const mostItems = Number.POSITIVE_INFINITY;
	if (!inMenu || all <= most) return { mostItems, on: () => ({ from: 0, to: all }) };
	if (all === items) return { mostItems: most, on: (_page, own) => own };
	const last = Math.ceil(all / most) - 1;
	const on = (page: number): Stretch => {
		const from = Math.min(page, last) * most;
		return { from, to: Math.min(from + most, all) };
	};
	return { mostItems, on };
}

/** The choices in this stretch as rows of buttons under their prompt, or as a menu. */
export function choiceComponents(
	{ prompt, menuId, carried, all, inMenu }: Offer,
	{ from, to }: Stretch,
): readonly APIComponentInContainer[] {
	if (carried.length === 0) return [];
	const shown = carried.slice(from, to);
	const some = from === 0 ? `${shown.length} of ${all} shown` : `${from + 1} to ${to} of ${all}`;
	const told = prompt + (all > shown.length ? ` (${some})` : "");
	if (inMenu) return [menu(shown, menuId, told)];
	const above = { type: ComponentType.TextDisplay, content: `-# ${escapeLine(told)}:` } as const;
	return [above, ...buttonRows(shown)];
}

function distinct(carried: readonly Carried[]): readonly Carried[] {
	return [...new Map(carried.map(choice => [choice.id, choice])).values()];
}

function buttonRows(carried: readonly Carried[]): readonly APIComponentInContainer[] {
	const rows: APIComponentInContainer[] = [];
	for (let start = 0; start < carried.length; start += MESSAGE_LIMITS.buttonsInRow) {
		const row = carried.slice(start, start + MESSAGE_LIMITS.buttonsInRow);
		rows.push(rowOf(row.map(({ label, id }) => button(label, id))));
	}
	return rows;
}

function menu(
	carried: readonly Carried[],
	custom_id: string,
	prompt: string,
): APIComponentInContainer {
	const options: APISelectMenuOption[] = carried.map(({ label, id }) => ({
		label: labelOf(label, MESSAGE_LIMITS.optionLabel),
		value: id,
	}));
	return rowOf([
		{
			type: ComponentType.StringSelect,
			custom_id,
			placeholder: labelOf(prompt, MESSAGE_LIMITS.placeholder),
			options,
		},
	]);
}

/** Buttons, or a menu, beside each other. */
export function rowOf(
	components: (APIButtonComponent | APIStringSelectComponent)[],
): APIActionRowComponent<APIButtonComponent | APIStringSelectComponent> {
	return { type: ComponentType.ActionRow, components };
}

/** A button that does something when it is pressed. */
export function button(label: string, id: string, disabled = false): APIButtonComponent {
	return {
		type: ComponentType.Button,
		style: ButtonStyle.Secondary,
		label: labelOf(label, MESSAGE_LIMITS.label),
		custom_id: id,
		disabled,
	};
}
