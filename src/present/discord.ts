import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIComponentInContainer,
	type APIContainerComponent,
	type APIMessageTopLevelComponent,
	type APISelectMenuOption,
	type APIStringSelectComponent,
	ButtonStyle,
	ComponentType,
	MessageFlags,
} from "discord-api-types/v10";
import type { Choice } from "../answers/answer.ts";
import { fitLine, partsOf, remarkMarkdown } from "./discord-blocks.ts";
import type { Document } from "./document.ts";
import { cutLine, paginate, type Room } from "./fitting.ts";
import { harmlessLine } from "./harmless.ts";
import { escapeLine, readMarkdown } from "./markdown-escape.ts";

/**
 * Discord's limits of a message with Components V2, text in UTF-16 code units:
 * https://discord.com/developers/docs/components/reference
 */
export const MESSAGE_LIMITS = {
	text: 4_000,
	components: 40,
	buttonsInRow: 5,
	options: 25,
	label: 80,
	optionLabel: 100,
	placeholder: 150,
	customId: 100,
} as const;

/** A message as Discord's API takes it, in a reply and in a channel alike. Nobody is ever mentioned. */
export interface MessageBody {
	readonly flags: MessageFlags.IsComponentsV2;
	readonly components: [APIContainerComponent];
	readonly allowed_mentions: { readonly parse: [] };
}

/** What the buttons and menus of a reply carry; each custom id has 100 characters at most. */
export interface Controls {
	/** Said above buttons ("Look at next"), or in a menu until something is chosen ("Which did you mean?"). */
	readonly prompt: string;
	/** The most choices that are buttons, 15 at most; more of them are a menu. */
	readonly mostButtons: number;
	/** The id of the button, or the value in the menu, that runs a choice; null where none can carry it. */
	readonly choiceId: (choice: Choice, index: number) => string | null;
	readonly menuId: string;
	/** The id of the button that shows a page, counted from 0; null where pages cannot be turned. */
	readonly pageId: ((page: number) => string) | null;
	/** Whether it answers what can be asked again otherwise: the report of a change cannot. */
	readonly isAsked: boolean;
	/** Whether ids count on the question's being shown whole, to be read back by `readQuestion`. */
	readonly showsQuestion: boolean;
	/** Said above the answer: that the corpus has changed since. */
	readonly note: string | null;
}

const TITLE_ROOM = 200;
const QUESTION_ROOM = 300;
const LEAD_ROOM = 900;
const NOTE_ROOM = 300;
const FOOTER_ROOM = 300;

const questionMark = "-# Asked: ";

/**
 * A document as messages, one a page, each within every limit of Discord's. Blocks are never split;
 * what fits no page by itself is cut and says so. Where pages cannot be turned there is one, which
 * says how much it leaves out.
 */
export function renderPages(document: Document, controls: Controls): readonly MessageBody[] {
	const choices = choiceComponents(document.choices, controls);
	const later = frameOf(document, controls);
	const lead = fitLine(document.lead, escapeLine, LEAD_ROOM);
	const first = lead === "" ? later : { ...later, above: [...later.above, lead] };
	const frameAt = (page: number) => (page === 0 ? first : later);
	const pages = paginate(partsOf(document.blocks), page => roomWithin(frameAt(page), choices));
	const shown = controls.pageId === null ? pages.slice(0, 1) : pages;
	const items = pages.at(-1)?.itemsSoFar ?? 0;
	return shown.map((page, index) => {
		const left = controls.pageId === null ? items - page.itemsSoFar : 0;
		const body = [...page.pieces.map(textDisplay), ...leftOut(left, controls.isAsked)];
		return messageOf([
			...frameAt(index).above.map(textDisplay),
			...(body.length === 0 ? [] : [separator, ...body]),
			...frameAt(index).below.flatMap(text => [separator, textDisplay(text)]),
			...choices,
			...pageRow(controls.pageId, index, shown.length),
		]);
	});
}

/**
 * The question that a message shows, as it was asked; null where none is shown. Read from the
 * message's own components, so that it needs no memory of ours.
 */
export function readQuestion(components: readonly APIMessageTopLevelComponent[]): string | null {
	const texts = textsIn(components);
	const line = texts.find(text => text.startsWith(questionMark));
	return line === undefined ? null : readMarkdown(line.slice(questionMark.length));
}

function textsIn(components: readonly APIMessageTopLevelComponent[]): readonly string[] {
	return components
		.flatMap(component =>
			component.type === ComponentType.Container ? component.components : [component],
		)
		.flatMap(textsOf);
}

/** What makes a line a heading, subtext or a quotation. */
const LINE_MARKS = /^(?:#{1,3}|-#|>) /gmu;

/** What a message made of components says, as its reader reads it, a line a text; "" where it has no text. */
export function readTexts(components: readonly APIMessageTopLevelComponent[]): string {
	const texts = textsIn(components).map(text => text.replace(LINE_MARKS, ""));
	return texts.map(readMarkdown).join("\n");
}

/** Whether a question comes back from `readQuestion` as it is. */
export function isReadable(question: string): boolean {
	return readMarkdown(escapeLine(question)) === question;
}

/** A text of ours on a button or in a menu: on one line, harmless, at most `room` characters, never empty. */
export function labelOf(text: string, room: number): string {
	return cutLine(harmlessLine(text), shown => shown.length <= room) || "…";
}

interface Frame {
	readonly above: readonly string[];
	/** The footer, or nothing. */
	readonly below: readonly string[];
}

/** What stands on every page; the first has the lead too. */
function frameOf(document: Document, controls: Controls): Frame {
	const { title, question, footer } = document;
	const questionRoom = controls.showsQuestion ? MESSAGE_LIMITS.text : QUESTION_ROOM;
	const asked =
		question === null
			? null
			: fitLine(question, shown => questionMark + escapeLine(shown), questionRoom);
	const above = [
		controls.note === null ? null : remarkMarkdown(controls.note, NOTE_ROOM),
		fitLine(title, shown => `## ${escapeLine(shown)}`, TITLE_ROOM),
		asked,
	];
	return {
		above: above.filter(text => text !== null).filter(text => text !== ""),
		below: [remarkMarkdown(footer, FOOTER_ROOM)].filter(text => text !== ""),
	};
}

// "-# 1,234 more are left out: ask for less at once."
const LEFT_OUT_ROOM = 80;
/** The container, two rules, the footer, what is left out, and the row of page buttons. */
const FRAME_COMPONENTS = 1 + 2 + 1 + 1 + 4;

function roomWithin(frame: Frame, choices: readonly APIComponentInContainer[]): Room {
	const texts = [...frame.above, ...frame.below, ...choices.flatMap(textsOf)];
	const components = choices.reduce((sum, component) => sum + countComponents(component), 0);
	return {
		characters:
			MESSAGE_LIMITS.text - LEFT_OUT_ROOM - texts.reduce((sum, text) => sum + text.length, 0),
		pieces: MESSAGE_LIMITS.components - FRAME_COMPONENTS - frame.above.length - components,
	};
}

function leftOut(items: number, isAsked: boolean): readonly APIComponentInContainer[] {
	if (items === 0) return [];
	const remedy = isAsked ? ": ask for less at once" : " here";
	return [textDisplay(`-# ${items} more ${items === 1 ? "is" : "are"} left out${remedy}.`)];
}

const separator: APIComponentInContainer = { type: ComponentType.Separator };

function textDisplay(content: string): APIComponentInContainer {
	return { type: ComponentType.TextDisplay, content };
}

function textsOf(component: APIComponentInContainer): readonly string[] {
	return component.type === ComponentType.TextDisplay ? [component.content] : [];
}

function countComponents(component: APIComponentInContainer): number {
	return "components" in component ? 1 + component.components.length : 1;
}

function messageOf(components: APIComponentInContainer[]): MessageBody {
	return {
		flags: MessageFlags.IsComponentsV2,
		components: [{ type: ComponentType.Container, components }],
		allowed_mentions: { parse: [] },
	};
}

/** Three rows; more would leave too few components for what is said. */
const MOST_BUTTONS = 15;

interface Carried {
	readonly label: string;
	readonly id: string;
}

function choiceComponents(
	choices: readonly Choice[],
	controls: Controls,
): readonly APIComponentInContainer[] {
	const ids = choices.map(controls.choiceId);
	const carried = distinct(
		choices.flatMap(({ label }, place) => {
			const id = ids[place] ?? null;
			return id === null ? [] : [{ label, id }];
		}),
	);
	if (carried.length === 0) return [];
	const inMenu = carried.length > Math.min(controls.mostButtons, MOST_BUTTONS);
	const shown = inMenu ? carried.slice(0, MESSAGE_LIMITS.options) : carried;
	const all = carried.length + ids.filter(id => id === null).length;
	const more = all > shown.length ? ` (${shown.length} of ${all} shown)` : "";
	const prompt = controls.prompt + more;
	if (inMenu) return [menu(shown, controls.menuId, prompt)];
	return [textDisplay(`-# ${escapeLine(prompt)}:`), ...buttonRows(shown)];
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

function pageRow(
	pageId: Controls["pageId"],
	page: number,
	pages: number,
): readonly APIComponentInContainer[] {
	if (pageId === null || pages < 2) return [];
	return [
		rowOf([
			button("Previous", pageId(page - 1), page === 0),
			button(`Page ${page + 1} of ${pages}`, "here", true),
			button("Next", pageId(page + 1), page === pages - 1),
		]),
	];
}

function rowOf(
	components: (APIButtonComponent | APIStringSelectComponent)[],
): APIActionRowComponent<APIButtonComponent | APIStringSelectComponent> {
	return { type: ComponentType.ActionRow, components };
}

function button(label: string, id: string, disabled = false): APIButtonComponent {
	return {
		type: ComponentType.Button,
		style: ButtonStyle.Secondary,
		label: labelOf(label, MESSAGE_LIMITS.label),
		custom_id: id,
		disabled,
	};
}
