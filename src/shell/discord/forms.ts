import {
	type APIModalInteractionResponseCallbackData,
	type APIModalSubmitInteraction,
	ComponentType,
	TextInputStyle,
} from "discord.js";
import type { Field, Form, Values } from "../../../commands/command.ts";
import { labelOf } from "../../present/discord.ts";
import { type Ask, decodeTap, encodeTap } from "./custom-id.ts";

/**
 * Discord's limits of a modal, in UTF-16 code units:
 * https://discord.com/developers/docs/components/reference#text-input
 */
const LIMITS = { title: 45, label: 45, value: 4_000 } as const;

/** A form as Discord shows it; null where what it keeps is too long for a custom id. */
export function modalOf(form: Form): APIModalInteractionResponseCallbackData | null {
	const ask: Ask = { name: form.command, values: form.values };
	const tap = encodeTap({ kind: "run", ask }, null);
	if (tap === null) return null;
	return {
		custom_id: tap.id,
		title: labelOf(form.title, LIMITS.title),
		components: form.fields.map(labelled),
	};
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
