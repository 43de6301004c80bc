import { type APIAttachment, ComponentType, InteractionType, MessageType } from "discord.js";
import { keepFile } from "../files.ts";
import type { Interaction } from "../interaction.ts";
import {
	isSelect,
	placedComponents,
	type RequestedComponent,
	requested,
} from "../limits/component-tree.ts";
import { findMessage } from "../messages.ts";
import type { PersonField, PersonInteraction } from "../protocol.ts";
import { choiceProblem } from "./component-deed.ts";
import { type Done, type Stage, type TurnedDown, turnDown } from "./deed.ts";
import { uploadOf } from "./filled-options.ts";

type Told = Extract<PersonInteraction, { kind: "modal" }>;

/** A modal that is filled in and sent. It can be sent once. */
export function modalDeed(stage: Stage, told: Told): Done | TurnedDown {
	const { scene, account, channel } = stage;
	const opened = openedModal(stage, told);
	if (opened?.modal == null) return turnDown("No such modal is open.");
	const top = requested(opened.modal.components);
	const problem = fieldProblem(top, told.fields);
	if (problem !== null) return turnDown(problem);
	scene.world.interactions.set(opened.id, { ...opened, modal: null });
	const source =
		opened.source === null
			? null
			: findMessage(scene, channel, { id: opened.source, by: account.id });
	const submitted = submission(stage, top, told.fields);
	return {
		kind: "deed",
		deed: {
			account,
			channel,
			type: InteractionType.ModalSubmit,
			answerType: MessageType.Default,
			completes: null,
			message: source?.message ?? null,
			data: { custom_id: told.custom_id, ...submitted },
			metadata: { triggering_interaction_metadata: opened.metadata },
		},
	};
}

function openedModal({ scene, account }: Stage, told: Told): Interaction | undefined {
	return [...scene.world.interactions.values()].findLast(
		one =>
			one.user === account.id &&
			one.modal?.custom_id === told.custom_id &&
			(told.interaction === undefined || one.id === told.interaction),
	);
}

/** Components that a person fills in. */
function isField(component: RequestedComponent): boolean {
	return component.custom_id != null;
}

function fieldProblem(
	top: readonly RequestedComponent[],
	fields: readonly PersonField[],
): string | null {
	const asked = placedComponents(top)
		.map(({ component }) => component)
		.filter(isField);
	const stray = fields.find(field => !asked.some(one => one.custom_id === field.custom_id));
	if (stray !== undefined) return `The modal has no field "${stray.custom_id}".`;
	const problems = asked.flatMap(component => {
		const field = fields.find(one => one.custom_id === component.custom_id);
		const problem = valueProblem(component, field);
		return problem === null ? [] : [`${component.custom_id}: ${problem}`];
	});
	return problems[0] ?? null;
}

function valueProblem(
	component: RequestedComponent,
	field: PersonField | undefined,
): string | null {
	// In modals what nothing is said about must be filled in.
	const required = !("required" in component) || component.required !== false;
	const given = [
		...(field?.value ? [field.value] : []),
		...(field?.values ?? []),
		...(field?.files ?? []).map(({ name }) => name),
	];
	if (given.length === 0)
		return required && component.type !== ComponentType.Checkbox ? "this field is required" : null;
	if (component.type === ComponentType.TextInput) return lengthProblem(component, given[0] ?? "");
	if (component.type === ComponentType.FileUpload || isSelect(component))
		return choiceProblem(component, given);
	return null;
}

function lengthProblem(component: RequestedComponent, value: string): string | null {
	const least = component.min_length ?? 0;
	const most = component.max_length ?? 4000;
	return value.length < least || value.length > most
		? `needs from ${least} to ${most} characters`
		: null;
}

/** The modal's components with what was filled in, as the bot gets them. */
function submission(
	stage: Stage,
	top: readonly RequestedComponent[],
	fields: readonly PersonField[],
): object {
	const attachments = new Map<string, readonly APIAttachment[]>(
		fields.map(({ custom_id, files }) => [
			custom_id,
			(files ?? []).map(file => keepFile(stage.scene, uploadOf(file), stage.channel.id)),
		]),
	);
	const all = [...attachments.values()].flat();
	const components = numbered(top).map(component => filled(component));
	if (all.length === 0) return { components };
	return { components, resolved: { attachments: Object.fromEntries(all.map(a => [a.id, a])) } };

	function filled(component: RequestedComponent): object {
		const { type, id, custom_id, components: inside, component: held } = component;
		if (inside != null) return { type, id, components: inside.map(filled) };
		if (held != null) return { type, id, component: filled(held) };
		if (custom_id == null) return { type, id };
		const field = fields.find(one => one.custom_id === custom_id);
		const files = (attachments.get(custom_id) ?? []).map(file => file.id);
		return { type, id, custom_id, ...answer(type, field, files) };
	}
}

/** Fields that hold one value, and not a list. */
const single: ReadonlySet<ComponentType> = new Set([
	ComponentType.TextInput,
	ComponentType.RadioGroup,
	ComponentType.Checkbox,
]);

function answer(
	type: ComponentType,
	field: PersonField | undefined,
	files: readonly string[],
): object {
	if (type === ComponentType.Checkbox) return { value: field?.value === "true" };
	if (type === ComponentType.RadioGroup) return { value: field?.value ?? null };
	if (single.has(type)) return { value: field?.value ?? "" };
	return { values: type === ComponentType.FileUpload ? files : (field?.values ?? []) };
}

/** The components with ids, in the order of reading, where they came without. */
function numbered(top: readonly RequestedComponent[]): readonly RequestedComponent[] {
	let last = 0;
	const give = (component: RequestedComponent): RequestedComponent => {
		last += 1;
		const id = component.id || last;
		const { components, component: held } = component;
		return {
			...component,
			id,
			...(components == null ? {} : { components: components.map(give) }),
			...(held == null ? {} : { component: give(held) }),
		};
	};
	return top.map(give);
}
