import type { Deed } from "../interaction-start.ts";
import type { Scene } from "../scene.ts";
import type { Account, Channel } from "../world.ts";

/** Something that a person cannot do, and why, in words for them. */
export interface TurnedDown {
	readonly kind: "turned-down";
	readonly error: string;
}

/** What a person does, ready to be started. */
export interface Done {
	readonly kind: "deed";
	readonly deed: Deed;
}

/** Who acts, and where. */
export interface Stage {
	readonly scene: Scene;
	readonly account: Account;
	readonly channel: Channel;
}

/** A refusal to a person. */
export function turnDown(error: string): TurnedDown {
	return { kind: "turned-down", error };
}

/** What came of something that a person asked for. */
export type Outcome<Value> = { readonly kind: "done"; readonly value: Value } | TurnedDown;

/** The value of what was done; throws what a person would be told. */
export function accomplished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.kind === "turned-down") throw new Error(outcome.error);
	return outcome.value;
}
