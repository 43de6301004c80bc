import {
	type APIComponentInContainer,
	type APIContainerComponent,
	type APIMessageTopLevelComponent,
	ComponentType,
	MessageFlags,
} from "discord-api-types/v10";
import { fitLine, partsOf, remarkMarkdown } from "./discord-blocks.ts";
import {
	button,
	type ChoiceControls,
	choiceComponents,
	offerOf,
	rowOf,
	type Stretch,
	spreadOf,
} from "./discord-choices.ts";
import { MESSAGE_LIMITS } from "./discord-limits.ts";
import type { Document } from "./document.ts";
import { type Page, paginate, type Room } from "./fitting.ts";
import { escapeLine, readMarkdown } from "./markdown-escape.ts";

/** A message as Discord's API takes it, in a reply and in a channel alike. Nobody is ever mentioned. */
export interface MessageBody {
	readonly flags: MessageFlags.IsComponentsV2;
	readonly components: [APIContainerComponent];
	readonly allowed_mentions: { readonly parse: [] };
}

/** What the buttons and menus of a reply carry, and what of it is said. */
export interface Controls extends ChoiceControls {
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
	const offer = offerOf(document.choices, controls);
	const parts = partsOf(document.blocks);
	const items = parts.reduce((sum, part) => sum + part.items.length, 0);
	const spread = spreadOf(offer, controls.pageId === null ? 0 : items);
	const later = frameOf(document, controls);
	const lead = fitLine(document.lead, escapeLine, LEAD_ROOM);
	const first = lead === "" ? later : { ...later, above: [...later.above, lead] };
	const frameAt = (page: number) => (page === 0 ? first : later);
	// What a menu offers takes no room of the text, and so is the same for all pages here.
	const choices = choiceComponents(offer, spread.on(0, { from: 0, to: 1 }));
	const pages = paginate(parts, page => roomWithin(frameAt(page), choices, spread.mostItems));
	const shown = controls.pageId === null ? pages.slice(0, 1) : pages;
	const told = pages.at(-1)?.itemsSoFar ?? 0;
	return shown.map((page, index) => {
		const left = controls.pageId === null ? told - page.itemsSoFar : 0;
		const body = [...page.pieces.map(textDisplay), ...leftOut(left, controls.isAsked)];
		return messageOf([
			...frameAt(index).above.map(textDisplay),
			...(body.length === 0 ? [] : [separator, ...body]),
			...frameAt(index).below.flatMap(text => [separator, textDisplay(text)]),
			...choiceComponents(offer, spread.on(index, itemsOn(pages, index))),
			...pageRow(controls.pageId, index, shown.length),
		]);
	});
}

function itemsOn(pages: readonly Page[], index: number): Stretch {
	return { from: pages[index - 1]?.itemsSoFar ?? 0, to: pages[index]?.itemsSoFar ?? 0 };
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

function roomWithin(
	frame: Frame,
	choices: readonly APIComponentInContainer[],
	mostItems: number,
): Room {
	const texts = [...frame.above, ...frame.below, ...choices.flatMap(textsOf)];
	const components = choices.reduce((sum, component) => sum + countComponents(component), 0);
	const pieces = MESSAGE_LIMITS.components - FRAME_COMPONENTS - frame.above.length - components;
	return {
		characters:
			MESSAGE_LIMITS.text - LEFT_OUT_ROOM - texts.reduce((sum, text) => sum + text.length, 0),
		pieces: Math.min(pieces, mostItems),
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
