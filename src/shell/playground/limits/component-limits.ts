import { ButtonStyle, ComponentType } from "discord.js";
import type { Objection } from "../refusal.ts";
import {
	isSelect,
	type PlacedComponent,
	type RequestedComponent,
	repeated,
} from "./component-tree.ts";

type Rule = (placed: PlacedComponent) => readonly Objection[];

/*
 * What the published description lets through about single components, as Discord's documentation
 * of components and its answers to bots have it:
 * https://docs.discord.com/developers/components/reference
 */

/** A component type to the rules that hold for it. */
const rules: Readonly<Partial<Record<ComponentType, readonly Rule[]>>> = {
	[ComponentType.ActionRow]: [rowHoldsOneKind],
	[ComponentType.Button]: [buttonHasItsTarget, buttonHasFace, linkHasKnownScheme],
	[ComponentType.StringSelect]: [optionsAreDistinct, defaultsFit, valueCountsFit],
	[ComponentType.UserSelect]: [valueCountsFit],
	[ComponentType.RoleSelect]: [valueCountsFit],
	[ComponentType.MentionableSelect]: [valueCountsFit],
	[ComponentType.ChannelSelect]: [valueCountsFit],
	[ComponentType.FileUpload]: [valueCountsFit],
	[ComponentType.TextInput]: [lengthsFit],
};

/** What is wrong with single components, and with their names together. */
export function componentObjections(placed: readonly PlacedComponent[]): readonly Objection[] {
	return [
		...placed.flatMap(one => (rules[one.component.type] ?? []).flatMap(rule => rule(one))),
		...repeated(
			placed.flatMap(({ component, path }) =>
				component.custom_id == null
					? []
					: [{ value: component.custom_id, path: [...path, "custom_id"] }],
			),
			{
				code: "COMPONENT_CUSTOM_ID_DUPLICATED",
				message: "Component custom id cannot be duplicated",
			},
		),
		...repeated(
			// 0 stands for "give it one", as no id does.
			placed.flatMap(({ component, path }) =>
				component.id ? [{ value: component.id, path: [...path, "id"] }] : [],
			),
			{ code: "COMPONENT_ID_DUPLICATED", message: "Component id cannot be duplicated" },
		),
	];
}

function rowHoldsOneKind({ component, path }: PlacedComponent): readonly Objection[] {
	const inside = component.components ?? [];
	if (!inside.some(isSelect) || inside.length === 1) return [];
	return inside.slice(1).map((_, index) => ({
		path: [...path, "components", index + 1],
		code: "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
		message: "The specified component exceeds the maximum width",
	}));
}

/** Which one field leads on from a button of this style. */
function targetField(style: number | null | undefined): "custom_id" | "url" | "sku_id" {
	if (style === ButtonStyle.Link) return "url";
	return style === ButtonStyle.Premium ? "sku_id" : "custom_id";
}

const targetFields = ["custom_id", "url", "sku_id"] as const;

function buttonHasItsTarget({ component, path }: PlacedComponent): readonly Objection[] {
	const needed = targetField(component.style);
	return targetFields.flatMap(field => {
		const given = component[field] != null;
		if (given === (field === needed)) return [];
		const required = { code: "BASE_TYPE_REQUIRED", message: "This field is required" };
		const excluded = {
			code: "BUTTON_COMPONENT_FIELD_EXCLUDED",
			message: `A button of this style cannot have a ${field}`,
		};
		return [{ path: [...path, field], ...(given ? excluded : required) }];
	});
}

function buttonHasFace({ component, path }: PlacedComponent): readonly Objection[] {
	const face = component.label || component.emoji || component.style === ButtonStyle.Premium;
	if (face) return [];
	return [
		{
			path,
			code: "BUTTON_COMPONENT_INVALID_LABEL_OR_EMOJI",
			message: "A button must have a label or an emoji",
		},
	];
}

const linkSchemes = ["http:", "https:", "discord:"];

function linkHasKnownScheme({ component, path }: PlacedComponent): readonly Objection[] {
	if (component.url == null) return [];
	const scheme = new URL(component.url).protocol;
	if (linkSchemes.includes(scheme)) return [];
	return [
		{
			path: [...path, "url"],
			code: "URL_TYPE_INVALID_SCHEME",
			message: `Scheme "${scheme.slice(0, -1)}" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
		},
	];
}

function optionsAreDistinct({ component, path }: PlacedComponent): readonly Objection[] {
	const values = (component.options ?? []).map(({ value }, index) => ({
		value,
		path: [...path, "options", index, "value"],
	}));
	return repeated(values, {
		code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
		message: "The specified option value is already used",
	});
}

function defaultsFit({ component, path }: PlacedComponent): readonly Objection[] {
	const defaults = (component.options ?? []).filter(option => option.default === true);
	if (defaults.length <= (component.max_values ?? 1)) return [];
	return [
		{
			path: [...path, "options"],
			code: "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
			message: "The number of default values exceeds max_values",
		},
	];
}

function valueCountsFit({ component, path }: PlacedComponent): readonly Objection[] {
	const most = component.max_values ?? 1;
	const offered = component.options?.length ?? Number.POSITIVE_INFINITY;
	const invalid = (field: string, limit: number): Objection => ({
		path: [...path, field],
		code: "NUMBER_TYPE_MAX",
		message: `Value should be less than or equal to ${limit}.`,
	});
	if (most > offered) return [invalid("max_values", offered)];
	return (component.min_values ?? 1) > most ? [invalid("min_values", most)] : [];
}

function lengthsFit({ component, path }: PlacedComponent): readonly Objection[] {
	const most = component.max_length ?? 4000;
	if ((component.min_length ?? 0) > most)
		return [objectionTo("min_length", `Value should be less than or equal to ${most}.`)];
	const value = component.value ?? "";
	return value.length > most ? [objectionTo("value", `Must be ${most} or fewer in length.`)] : [];

	function objectionTo(field: keyof RequestedComponent, message: string): Objection {
		return { path: [...path, field], code: "BASE_TYPE_BAD_LENGTH", message };
	}
}
