import type { Notice } from "../../../commands/command.ts";
import type { RefreshOutcome } from "../../refresh-outcome.ts";
import type { Library } from "../library.ts";
import type { Moderation } from "../moderation/moderation.ts";

/** How the bot stands with Discord's gateway. */
export const GATEWAY_STATES = ["connecting", "ready", "reconnecting", "lost"] as const;
export type GatewayState = (typeof GATEWAY_STATES)[number];

/** A question that was answered; nothing of it, nor of who asked. */
export interface Answered {
	/** The command's name; "mention" for a mention. */
	readonly command: string;
	/** The kind of the answer, "notice" or "refusal". */
	readonly kind: string;
	readonly milliseconds: number;
}

/** A change that was asked for: which kind, and what came of it. */
export interface Asked {
	readonly kind: string;
	readonly outcome: "done" | "refused" | "failed";
}

/** Stories that were read again, and what came of it. */
export interface Reread {
	readonly outcome: RefreshOutcome["kind"];
	readonly milliseconds: number;
}

/** What members and servers may do so often, and no more. */
export type Rationed = "questions" | "additions";

/** Told of what the bot does, for those who watch how it fares. */
export interface Meter {
	readonly answered: (answered: Answered) => void;
	/** Somebody was told to wait, or not answered at all, since there was too much asked before. */
	readonly turnedAway: (what: Rationed) => void;
	readonly asked: (asked: Asked) => void;
	readonly reread: (reread: Reread) => void;
	/** A fault of ours kept somebody from a reply to this command. */
	readonly failed: (command: string) => void;
	readonly gateway: (state: GatewayState) => void;
}

const nothing = (): void => undefined;

/** A meter for when nobody watches. */
export const NO_METER: Meter = {
	answered: nothing,
	turnedAway: nothing,
	asked: nothing,
	reread: nothing,
	failed: nothing,
	gateway: nothing,
};

/** A library whose readings are told to a meter. */
export function meteredLibrary(library: Library, { reread }: Pick<Meter, "reread">): Library {
	const timed = async (reading: Promise<RefreshOutcome>): Promise<RefreshOutcome> => {
		const started = performance.now();
		const outcome = await reading;
		reread({ outcome: outcome.kind, milliseconds: performance.now() - started });
		return outcome;
	};
	return {
		...library,
		refresh: (...asked) => timed(library.refresh(...asked)),
		reload: (...asked) => timed(library.reload(...asked)),
	};
}

/** What carries out changes, with each told to a meter. */
export function meteredCarryOut(
	carryOut: Moderation["carryOut"],
	{ asked }: Pick<Meter, "asked">,
): Moderation["carryOut"] {
	return async (change, asker, progress) => {
		const { kind } = change;
		let notice: Notice;
		try {
			notice = await carryOut(change, asker, progress);
		} catch (error) {
			asked({ kind, outcome: "failed" });
			throw error;
		}
		asked({ kind, outcome: notice.refusal ? "refused" : "done" });
		return notice;
	};
}
