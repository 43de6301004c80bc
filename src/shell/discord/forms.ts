import {
	type APIModalInteractionResponseCallbackData,
	type APIModalSubmitInteraction,
	ComponentType,
	TextInputStyle,
} from "discord.js";
import type { Field, Form, Values } from "../../../commands/command.ts";
import { labelOf } from "../../present/discord-limits.ts";
import { type Ask, decodeTap, encodeTap } from "./custom-id.ts";

/**
 * Discord's limits of a modal, in UTF-16 code units:
 * https://discord.com/developers/docs/components/reference#text-input
 */
const LIMITS = { title: 45, label: 45, value: 4_000 } as const;

/** The most fields of a modal: https://docs.discord.com/developers/components/reference#label */
const MOST_FIELDS = 5;

/**
 * A form as Discord shows it. What it keeps is carried in its custom id; what is too long for that
 * stands in fields of its own. Throws where there are then too many, which no command of ours has.
 */
export function modalOf(form: Form): APIModalInteractionResponseCallbackData {
	const { id, fields } = carried(form);
	if (fields.length > MOST_FIELDS) throw new Error(`too many fields: ${form.command}`);
	return {
		custom_id: id,
		title: labelOf(form.title, LIMITS.title),
		components: fields.map(labelled),
	};
}

function carried(form: Form): { readonly id: string; readonly fields: readonly Field[] } {
	const { command: name, values, fields } = form;
	const tap = encodeTap({ kind: "run", ask: { name, values } }, null);
	if (tap !== null) return { id: tap.id, fields };
	const [longest = ""] = Object.keys(values).toSorted(
		(a, b) => (values[b]?.length ?? 0) - (values[a]?.length ?? 0),
	);
	const { [longest]: value = "", ...others } = values;
	return carried({ ...form, values: others, fields: [...fields, fieldOf(longest, value)] });
}

function fieldOf(option: string, value: string): Field {
	const label = option.charAt(0).toUpperCase() + option.slice(1);
	return { option, label, value, required: true, long: false, maxLength: LIMITS.value };
}

/** What a form that was sent asks for: what it kept, and its fields; null where it is not one of ours. */
export function askOfForm({ data }: APIModalSubmitInteraction): Ask | null {
	const tap = decodeTap(data.custom_id, null);
	if (tap?.kind !== "run") return null;
	const fields: Values = Object.fromEntries(
		data.components.flatMap(row => {
			if (row.type !== ComponentType.Label) return [];
			const { component } = row;
			return component.type === ComponentType.TextInput
				? [[component.custom_id, component.value] as const]
				: [];
		}),
	);
	return { name: tap.ask.name, values: { ...tap.ask.values, ...fields } };
}

function labelled({ option, label, value, required, long, maxLength }: Field) {
	const most = Math.min(maxLength, LIMITS.value);
	return {
		type: ComponentType.Label as const,
		label: labelOf(label, LIMITS.label),
		component: {
			type: ComponentType.TextInput as const,
			custom_id: option,
			style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
			required,
			max_length: most,
			...(value === "" ? {} : { value: value.slice(0, most) }),
		},
	};
}
