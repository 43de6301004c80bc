import type { Values } from "../../../commands/command.ts";
import { isReadable } from "../../present/discord.ts";
import { MESSAGE_LIMITS } from "../../present/discord-limits.ts";

/** A command by its name, with the values of its options. */
export interface Ask {
	readonly name: string;
	readonly values: Values;
}

/**
 * What a button or menu does when tapped. run: ask anew; page: show a page of an answer, counted from
 * 0; pick: run a choice of an answer, by its place; menu: a choice stands in the menu's value.
 */
export type Tap =
	| { readonly kind: "run"; readonly ask: Ask }
	| { readonly kind: "page"; readonly ask: Ask; readonly page: number; readonly revision: string }
	| { readonly kind: "pick"; readonly ask: Ask; readonly place: number; readonly revision: string }
	| { readonly kind: "menu"; readonly leads: Lead };

/**
 * Where a menu's choice leads. beside: to a message beside it, as open as the menu's own; in place: it
 * answers "which did you mean", and takes that message's place; channel: it does so too, but what only
 * its asker saw is answered in the channel, as they wanted.
 */
export type Lead = "beside" | "in place" | "channel";

const MENU_LETTERS: Readonly<Record<Lead, string>> = { beside: "m", "in place": "w", channel: "o" };
const LEADS: readonly Lead[] = ["beside", "in place", "channel"];

/** A revision as ids carry it: long enough to tell two corpora of one bot apart. */
export function shortRevision(revision: string): string {
	return revision.slice(0, 8);
}

/** An id made for a tap, and whether it counts on the message's showing the question. */
export interface EncodedTap {
	readonly id: string;
	readonly readsQuestion: boolean;
}

/**
 * A tap as a custom id of 100 characters at most. A value that makes it too long is left out where the
 * message shows it as its question; null where it does not fit even so.
 *
 * @param question what the message shows as the question asked
 * @example encodeTap({ kind: "run", ask: { name: "claim", values: { text: "rent" } } }, null)?.id // "r~claim~text=rent"
 */
export function encodeTap(tap: Tap, question: string | null): EncodedTap | null {
	const whole = join(tap, null);
	if (whole.length <= MESSAGE_LIMITS.customId) return { id: whole, readsQuestion: false };
	if (question === null || !isReadable(question)) return null;
	const id = join(tap, question);
	if (id === whole || id.length > MESSAGE_LIMITS.customId) return null;
	return { id, readsQuestion: true };
}

/**
 * The tap of a custom id, with what it leaves out read from the question that its message shows; null
 * where the id is not of this form, or counts on a question that is not there.
 */
export function decodeTap(id: string, question: string | null): Tap | null {
	const [letter = "", ...fields] = id.split(SEPARATOR);
	const leads = LEADS.find(lead => MENU_LETTERS[lead] === id);
	if (leads !== undefined) return { kind: "menu", leads };
	if (letter === "r") return within(readAsk(fields, question), ask => ({ kind: "run", ask }));
	const [number = "", revision = "", ...rest] = fields;
	if (!/^\d{1,4}$/.test(number)) return null;
	const ask = readAsk(rest, question);
	if (letter === "p") {
		return within(ask, ask => ({ kind: "page", ask, page: Number(number), revision }));
	}
	if (letter !== "k") return null;
	return within(ask, ask => ({ kind: "pick", ask, place: Number(number), revision }));
}

const SEPARATOR = "~";
/** Stands behind the name of an option whose value is read from the message. */
const READ_BACK = "*";

function within<T>(ask: Ask | null, make: (ask: Ask) => T): T | null {
	return ask === null ? null : make(ask);
}

function join(tap: Tap, readBack: string | null): string {
	if (tap.kind === "menu") return MENU_LETTERS[tap.leads];
	const ask = askFields(tap.ask, readBack);
	if (tap.kind === "run") return ["r", ...ask].join(SEPARATOR);
	const number = tap.kind === "page" ? tap.page : tap.place;
	return [tap.kind === "page" ? "p" : "k", number, tap.revision, ...ask].join(SEPARATOR);
}

function askFields(ask: Ask, readBack: string | null): readonly string[] {
	const values = Object.entries(ask.values).map(([name, value]) =>
		value === readBack ? name + READ_BACK : `${name}=${escapeField(value)}`,
	);
	return [ask.name, ...values];
}

function readAsk(fields: readonly string[], question: string | null): Ask | null {
	const [name = "", ...pairs] = fields;
	if (name === "") return null;
	const values: Record<string, string> = {};
	for (const pair of pairs) {
		const [option, value] = readPair(pair, question);
		if (value === null) return null;
		values[option] = value;
	}
	return { name, values };
}

function readPair(pair: string, question: string | null): readonly [string, string | null] {
	if (pair.endsWith(READ_BACK) && !pair.includes("=")) return [pair.slice(0, -1), question];
	const equals = pair.indexOf("=");
	if (equals < 1) return ["", null];
	return [pair.slice(0, equals), unescapeField(pair.slice(equals + 1))];
}

function escapeField(value: string): string {
	return value.replaceAll("%", "%25").replaceAll(SEPARATOR, "%7E");
}

function unescapeField(field: string): string {
	return field.replaceAll("%7E", SEPARATOR).replaceAll("%25", "%");
}
