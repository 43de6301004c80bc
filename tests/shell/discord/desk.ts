import type { APIMessage } from "discord.js";
import type { Hand } from "../../../src/shell/playground/person/hand.ts";
import type { Filled } from "../../../src/shell/playground/person/typed-command.ts";
import type { Snowflake } from "../../../src/shell/playground/protocol.ts";
import { buttonsOf, menusOf, type Stage, textOf } from "./stage.ts";

/** Where somebody works. */
export interface Seat {
	readonly as?: "moderator" | "member";
	/** The channel's name: #newsroom where left out, #late-shift in the other server. */
	readonly channel?: string;
	readonly direct?: boolean;
	/** In the playground's other server. */
	readonly elsewhere?: boolean;
	/** A channel of neither, by its id. */
	readonly place?: Snowflake;
}

/** Somebody in a channel, who waits until the bot has said what is expected of it. */
export interface Desk {
	/** Runs a command; `says` stands in the message that ends the waiting. */
	readonly run: (
		name: string,
		values: Readonly<Record<string, Filled>>,
		says: string,
	) => Promise<APIMessage>;
	/** Presses the button whose label begins so, or chooses it in the menu. */
	readonly press: (message: APIMessage, label: string, says: string) => Promise<APIMessage>;
	/** Opens a form, by a command or a button, fills it in, and sends it. */
	readonly fill: (opening: Opening, fields: Fields, says: string) => Promise<APIMessage>;
	readonly complete: (
		name: string,
		option: string,
		values: Readonly<Record<string, Filled>>,
	) => Promise<readonly string[]>;
	/** What stands in the channel, newest first. */
	readonly messages: () => readonly APIMessage[];
}

type Fields = Readonly<Record<string, string>>;

/** What opens a form. */
type Opening =
	| { readonly command: string; readonly values: Fields }
	| { readonly message: APIMessage; readonly label: string };

/** More than a slow machine needs to read a page. */
const PATIENCE = 25_000;

/** Somebody's seat at a stage; a moderator's in #newsroom where nothing else is said. */
export function deskOf({ playground }: Stage, seat: Seat = {}): Desk {
	const { as = "moderator", direct = false, elsewhere = false } = seat;
	const { people, channels } = elsewhere ? playground.otherServer : playground;
	const { channel = elsewhere ? "late-shift" : "newsroom" } = seat;
	const user = people[as];
	const place =
		seat.place ?? (direct ? channels.direct[as] : (channels.text[channel] as Snowflake));
	const during = async <T>(work: (hand: Hand) => Promise<T>): Promise<T> => {
		const hand = playground.as(user, place);
		try {
			return await work(hand);
		} finally {
			hand.stop();
		}
	};
	const heard = (hand: Hand, says: string) =>
		hand
			.waitForMessage(message => textOf(message).includes(says), PATIENCE)
			.catch(() => {
				const said = hand.heard().flatMap(event => ("message" in event ? [event.message] : []));
				const texts = said.map(one => (typeof one === "object" ? textOf(one as APIMessage) : ""));
				throw new Error(`nobody said "${says}", but:\n${texts.join("\n---\n")}`);
			});
	return {
		run: (name, values, says) =>
			during(async hand => {
				await hand.command(name, values);
				return heard(hand, says);
			}),
		press: (message, label, says) =>
			during(async hand => {
				await tap(hand, message, label);
				return heard(hand, says);
			}),
		fill: (opening, fields, says) =>
			during(async hand => {
				const opened = await hand.waitForModal(await open(hand, opening));
				await hand.submit(opened, { ...standingIn(opened.modal), ...fields });
				return heard(hand, says);
			}),
		complete: (name, option, values) =>
			during(async hand => (await hand.autocomplete(name, option, values)).map(({ name }) => name)),
		messages: () => {
			const outcome = playground.side.messages(user, place);
			return outcome.kind === "done" ? outcome.value : [];
		},
	};
}

function tap(hand: Hand, message: APIMessage, label: string): Promise<Snowflake> {
	const button = buttonsOf(message).find(one => one.label?.startsWith(label));
	if (button !== undefined) return hand.press(message, button.custom_id);
	const menu = menusOf(message)[0];
	const option = menu?.options.find(one => one.label.startsWith(label));
	if (menu === undefined || option === undefined) {
		const labels = buttonsOf(message).map(one => one.label);
		throw new Error(`no "${label}" among ${labels.join(", ")} in:\n${textOf(message)}`);
	}
	return hand.select(message, menu.custom_id, [option.value]);
}

function open(hand: Hand, opening: Opening): Promise<Snowflake> {
	return "command" in opening
		? hand.command(opening.command, opening.values)
		: tap(hand, opening.message, opening.label);
}

/** The labels of a message's buttons. */
export function labelsOf(message: APIMessage): readonly string[] {
	return buttonsOf(message).map(({ label }) => label ?? "");
}

/** What stands in a form's fields when it is opened. */
function standingIn({ components }: { readonly components: readonly unknown[] }): Fields {
	const fields = components.flatMap(row => {
		const { component } = row as { component?: { custom_id: string; value?: string } };
		return component === undefined ? [] : [[component.custom_id, component.value ?? ""] as const];
	});
	return Object.fromEntries(fields);
}
