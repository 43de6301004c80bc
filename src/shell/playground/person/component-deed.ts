import { ComponentType, InteractionType, MessageType } from "discord.js";
import { memberFields } from "../guild-json.ts";
import {
	isSelect,
	placedComponents,
	type RequestedComponent,
	requested,
} from "../limits/component-tree.ts";
import { findMessage } from "../messages.ts";
import type { PersonInteraction } from "../protocol.ts";
import { accountOf, serverOf, userJson } from "../world.ts";
import { type Done, type Stage, type TurnedDown, turnDown } from "./deed.ts";

type Told = Extract<PersonInteraction, { kind: "component" }>;

/** A button that is pressed, or a menu that something is chosen from. */
export function componentDeed(stage: Stage, told: Told): Done | TurnedDown {
	const { scene, account, channel } = stage;
	const kept = findMessage(scene, channel, { id: told.message, by: account.id });
	if (kept === null) return turnDown("There is no such message here.");
	const { message } = kept;
	const component = placedComponents(requested(message.components)).find(
		placed => placed.component.custom_id === told.custom_id,
	)?.component;
	if (component === undefined) return turnDown("The message has no such button or menu.");
	const problem = problemWith(component, told.values ?? []);
	if (problem !== null) return turnDown(problem);
	return {
		kind: "deed",
		deed: {
			account,
			channel,
			type: InteractionType.MessageComponent,
			answerType: MessageType.Reply,
			completes: null,
			message,
			data: {
				id: component.id,
				custom_id: told.custom_id,
				component_type: component.type,
				...(isSelect(component) ? chosen(stage, component, told.values ?? []) : {}),
			},
			metadata: { interacted_message_id: message.id },
		},
	};
}

function problemWith(component: RequestedComponent, values: readonly string[]): string | null {
	if ("disabled" in component && component.disabled === true) return "It is disabled.";
	return isSelect(component) ? choiceProblem(component, values) : null;
}

/** Why these values cannot be chosen in a menu; null when they can. */
export function choiceProblem(
	component: RequestedComponent,
	values: readonly string[],
): string | null {
	const least = component.min_values ?? 1;
	const most = component.max_values ?? 1;
	if (values.length < least || values.length > most)
		return `Choose from ${least} to ${most} of the menu.`;
	if (component.type !== ComponentType.StringSelect) return null;
	const offered = new Set((component.options ?? []).map(({ value }) => value));
	return values.every(value => offered.has(value)) ? null : "The menu does not offer that.";
}

function chosen(
	{ scene: { world }, channel }: Stage,
	component: RequestedComponent,
	values: readonly string[],
): object {
	if (component.type !== ComponentType.UserSelect) return { values };
	const accounts = values.flatMap(id => accountOf(world, id) ?? []);
	const users = Object.fromEntries(accounts.map(one => [one.id, userJson(one)]));
	const server = serverOf(world, channel);
	if (server === null) return { values, resolved: { users } };
	const members = Object.fromEntries(accounts.map(one => [one.id, memberFields(server, one)]));
	return { values, resolved: { users, members } };
}
