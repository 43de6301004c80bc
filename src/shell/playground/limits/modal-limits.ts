import { ComponentType } from "discord.js";
import type { Objection } from "../refusal.ts";
import { componentObjections } from "./component-limits.ts";
import { type PlacedComponent, placedComponents, requested } from "./component-tree.ts";

/**
 * What the published description lets through about modals; paths start in the modal:
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
export function modalObjections(modal: {
	readonly components: readonly unknown[];
}): readonly Objection[] {
	const placed = placedComponents(requested(modal.components));
	const message = "Must be between 1 and 5 in length.";
	const many = { path: ["components"], code: "BASE_TYPE_BAD_LENGTH", message };
	return [
		...(modal.components.length > 5 ? [many] : []),
		...placed.flatMap(labelObjections),
		...componentObjections(placed),
	];
}

/** In a row a text input brings its own label; inside a label it must not. */
function labelObjections({ component, path }: PlacedComponent): readonly Objection[] {
	if (component.type !== ComponentType.TextInput) return [];
	const inLabel = path.at(-1) === "component";
	if (inLabel === (component.label == null)) return [];
	return [
		{
			path: [...path, "label"],
			code: inLabel ? "TEXT_INPUT_LABEL_NOT_ALLOWED" : "BASE_TYPE_REQUIRED",
			message: inLabel ? "A text input in a label cannot have a label" : "This field is required",
		},
	];
}
