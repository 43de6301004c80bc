import type { PersonState } from "../protocol.ts";
import type { Message } from "./discord-json.ts";

/** Where a menu opens: beside an element, or where a pointer was. */
export type Place = Element | { readonly x: number; readonly y: number };

/** What a reader can do from inside a message. */
export interface Actions {
	/** Presses a button, or chooses in a menu; resolves once the bot has acknowledged or failed. */
	readonly act: (message: Message, customId: string, values?: readonly string[]) => Promise<void>;
	readonly openMenu: (message: Message, place: Place) => void;
	/** Takes a message that only its reader sees off the page. */
	readonly dismiss: (message: Message) => void;
	/** Puts a command into the composer: "claim". */
	readonly compose: (command: string) => void;
	readonly openChannel: (id: string) => void;
}

/** Who looks, what the names stand for, and what can be done. */
export interface View {
	readonly state: PersonState;
	readonly actions: Actions;
}

/** The member of a union that may be of the kind. */
export type OfKind<Union, Kind> = Union extends { readonly kind: infer Own }
	? Kind extends Own
		? Union
		: never
	: never;

/** One row for each kind, so that a kind without one does not type-check. */
export type Renderers<Union extends { readonly kind: string }> = {
	readonly [Kind in Union["kind"]]: (node: OfKind<Union, Kind>, view: View) => Node;
};
