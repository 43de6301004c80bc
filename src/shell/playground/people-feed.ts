import type { PersonEvent, Snowflake } from "./protocol.ts";

type Listener = (event: PersonEvent) => void;

/** Tells people's clients what happens. */
export interface PeopleFeed {
	/** Calls the listener with what this user may see, from now on; gives back how to stop. */
	readonly listen: (user: Snowflake, listener: Listener) => () => void;
	/** Tells those for whom `sees` holds. */
	readonly tell: (event: PersonEvent, sees: (user: Snowflake) => boolean) => void;
}

/** A feed with no listeners yet. */
export function createPeopleFeed(): PeopleFeed {
	const listeners = new Map<Listener, Snowflake>();
	return {
		listen: (user, listener) => {
			// Wrapped, so that a listener given twice is told twice and stops one at a time.
			const own: Listener = event => listener(event);
			listeners.set(own, user);
			return () => {
				listeners.delete(own);
			};
		},
		tell: (event, sees) => {
			for (const [listener, user] of [...listeners]) if (sees(user)) listener(event);
		},
	};
}
