import { type APIMessageTopLevelComponent, ComponentType } from "discord.js";
import type { Objection } from "../refusal.ts";

/** Any component of a message or modal as a request may hold it: every field may be missing. */
export interface RequestedComponent {
	readonly type: ComponentType;
	readonly id?: number | null;
	readonly custom_id?: string | null;
	readonly content?: string | null;
	readonly style?: number | null;
	readonly label?: string | null;
	readonly emoji?: unknown;
	readonly url?: string | null;
	readonly sku_id?: string | null;
	readonly min_values?: number | null;
	readonly max_values?: number | null;
	readonly min_length?: number | null;
	readonly max_length?: number | null;
	readonly value?: string | null;
	readonly options?:
		| readonly { readonly value: string; readonly default?: boolean | null }[]
		| null;
	readonly media?: { readonly url: string } | null;
	readonly file?: { readonly url: string } | null;
	readonly items?: readonly { readonly media: { readonly url: string } }[] | null;
	readonly components?: readonly RequestedComponent[] | null;
	readonly accessory?: RequestedComponent | null;
	readonly component?: RequestedComponent | null;
}

/** A component, and where in the request it stands. */
export interface PlacedComponent {
	readonly component: RequestedComponent;
	readonly path: Objection["path"];
}

/** Every component, those inside others included, in the order of reading. */
export function placedComponents(
	components: readonly RequestedComponent[],
	under: Objection["path"] = ["components"],
): readonly PlacedComponent[] {
	return components.flatMap((component, index) => placed(component, [...under, index]));
}

function placed(
	component: RequestedComponent,
	path: Objection["path"],
): readonly PlacedComponent[] {
	const inside = placedComponents(component.components ?? [], [...path, "components"]);
	const single = (["accessory", "component"] as const).flatMap(key => {
		const one = component[key];
		return one == null ? [] : placed(one, [...path, key]);
	});
	return [{ component, path }, ...inside, ...single];
}

/** The components of a request that was found to fit the description. */
export function requested(
	components: readonly APIMessageTopLevelComponent[] | readonly unknown[] | null | undefined,
): readonly RequestedComponent[] {
	return (components ?? []) as readonly RequestedComponent[];
}

const selects: ReadonlySet<ComponentType> = new Set([
	ComponentType.StringSelect,
	ComponentType.UserSelect,
	ComponentType.RoleSelect,
	ComponentType.MentionableSelect,
	ComponentType.ChannelSelect,
]);

/** Whether a component is a menu to choose from. */
export function isSelect(component: RequestedComponent): boolean {
	return selects.has(component.type);
}

/** An objection to each value that stands there a second time, at its place. */
export function repeated(
	values: readonly { readonly value: unknown; readonly path: Objection["path"] }[],
	wording: { readonly code: string; readonly message: string },
): readonly Objection[] {
	const seen = new Set<unknown>();
	return values.flatMap(({ value, path }) => {
		const again = seen.has(value);
		seen.add(value);
		return again ? [{ path, ...wording }] : [];
	});
}
