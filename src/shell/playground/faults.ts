import { GatewayCloseCodes } from "discord.js";
import type { Gateway } from "./gateway.ts";

/** What a request is met with instead of, or before, its answer. */
export type Fault =
	| { readonly kind: "failure" }
	| { readonly kind: "rate-limit"; readonly seconds: number }
	| { readonly kind: "delay"; readonly milliseconds: number };

/** Which requests a fault is meant for; what is left out fits all. */
export interface Aim {
	readonly method?: string;
	/** Tried on the path under /api/v10. */
	readonly path?: RegExp;
	/** How many requests; 1 when left out. */
	readonly times?: number;
}

/** What tests can make go wrong. Requests that are met with a fault are no refusals. */
export interface Faults {
	/** The next request answers 500. */
	readonly fail: (aim?: Aim) => void;
	/** The next request answers 429 and asks to wait so many seconds. */
	readonly limit: (seconds: number, aim?: Aim) => void;
	/** The next request is answered so many milliseconds late. */
	readonly delay: (milliseconds: number, aim?: Aim) => void;
	/** Cuts the gateway's sockets; the bot may resume. */
	readonly dropSocket: () => void;
	/** Ends the gateway's sessions, or asks that they be resumed. */
	readonly invalidateSession: (resumable?: boolean) => void;
	readonly askToReconnect: () => void;
	/** Closes the gateway on the bot for good, as Discord does when its token was reset (4004). */
	readonly turnAway: (code?: GatewayCloseCodes) => void;
}

/** The faults that stand ready, and the way in which requests draw them. */
export interface FaultBox {
	readonly faults: Faults;
	/** The first fault that is meant for a request, used up by it; null when there is none. */
	readonly draw: (method: string, path: string) => Fault | null;
}

/** A box with no faults in it. */
export function createFaultBox(gateway: Gateway): FaultBox {
	const ready: { readonly fault: Fault; readonly aim: Aim }[] = [];
	const arrange = (fault: Fault, aim: Aim = {}) => {
		for (let left = aim.times ?? 1; left > 0; left -= 1) ready.push({ fault, aim });
	};
	return {
		faults: {
			fail: aim => arrange({ kind: "failure" }, aim),
			limit: (seconds, aim) => arrange({ kind: "rate-limit", seconds }, aim),
			delay: (milliseconds, aim) => arrange({ kind: "delay", milliseconds }, aim),
			dropSocket: gateway.drop,
			invalidateSession: (resumable = false) => gateway.invalidate(resumable),
			askToReconnect: gateway.askToReconnect,
			turnAway: (code = GatewayCloseCodes.AuthenticationFailed) => gateway.turnAway(code),
		},
		draw: (method, path) => {
			const at = ready.findIndex(
				({ aim }) => (aim.method ?? method) === method && (aim.path?.test(path) ?? true),
			);
			return at < 0 ? null : (ready.splice(at, 1)[0]?.fault ?? null);
		},
	};
}
