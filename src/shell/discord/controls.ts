import type { Choice } from "../../answers/answer.ts";
import type { Controls } from "../../present/discord.ts";
import type { Document } from "../../present/document.ts";
import { type Ask, type EncodedTap, encodeTap, type Lead } from "./custom-id.ts";

/** What the buttons of a reply rest on. */
export interface Ground {
	/** What was asked, as it is to be asked again for another page. */
	readonly ask: Ask;
	/** As custom ids carry it. */
	readonly revision: string;
	/** Where a menu of the choices leads; where they answer "which did you mean" they are one, however few. */
	readonly leads: Lead;
	/** The most choices that are buttons otherwise. */
	readonly mostButtons: number;
	/** Whether asking again gives the same: the report of a change cannot be had twice. */
	readonly repeatable: boolean;
	readonly prompt: string;
	readonly note: string | null;
}

/** A document, with the question that its buttons count on, and those buttons. */
export interface Controlled {
	readonly document: Document;
	readonly controls: Controls;
	/** Whether choices count on the question, however many pages there are. */
	readonly isReadByChoices: boolean;
}

/** The most pages that are counted on when ids are measured. */
const MANY_PAGES = 999;

/**
 * The buttons of a document. Where a command's values are too long for a custom id, the document
 * shows one of them as its question, and the ids leave it out.
 */
export function control(document: Document, ground: Ground): Controlled {
	const { ask, revision, leads, mostButtons, repeatable, prompt, note } = ground;
	const pageTap = (page: number, question: string | null) =>
		encodeTap({ kind: "page", ask, page, revision }, question);
	const fits = pageTap(MANY_PAGES, null) !== null;
	const left = (value: string) => pageTap(MANY_PAGES, value) !== null;
	const question = fits ? document.question : (valueLeftOut(ask, left) ?? document.question);
	const turns = repeatable ? pageTap(MANY_PAGES, question) : null;
	const taps = document.choices.map((choice, place) => choiceTap(choice, place, ground, question));
	const isReadByChoices = taps.some(tap => tap?.readsQuestion === true);
	return {
		isReadByChoices,
		document: { ...document, question },
		controls: {
			prompt,
			mostButtons: leads === "beside" ? mostButtons : 0,
			note,
			menuId: encodeTap({ kind: "menu", leads }, null)?.id ?? "",
			choiceId: (_choice, place) => taps[place]?.id ?? null,
			pageId: turns === null ? null : page => pageTap(page, question)?.id ?? "",
			isAsked: repeatable,
			showsQuestion: isReadByChoices || turns?.readsQuestion === true,
		},
	};
}

function choiceTap(
	choice: Choice,
	place: number,
	{ ask, revision, repeatable }: Ground,
	question: string | null,
): EncodedTap | null {
	const chosen: Ask = { name: choice.command, values: choice.values };
	const direct = encodeTap({ kind: "run", ask: chosen }, question);
	if (direct !== null || !repeatable) return direct;
	return encodeTap({ kind: "pick", ask, place, revision }, question);
}

/** Options that tell where something is asked of, or lies, rather than what is asked. */
const ASIDE: ReadonlySet<string> = new Set(["story", "file"]);

/**
 * The value that ids leave out and the document shows: of those without which ids fit the first that tells
 * what was asked; the longest where they never do.
 */
function valueLeftOut({ values }: Ask, fits: (value: string) => boolean): string | null {
	const all = Object.entries(values);
	const [telling, aside] = [false, true].map(isAside =>
		all.filter(([name]) => ASIDE.has(name) === isAside).map(([, value]) => value),
	);
	const fitting = [...(telling ?? []), ...(aside ?? [])].find(fits);
	const [longest = null] = Object.values(values).toSorted((a, b) => b.length - a.length);
	return fitting ?? longest;
}
