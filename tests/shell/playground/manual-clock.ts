import type { Clock } from "../../../src/shell/playground/clock.ts";

/** A clock that moves only when it is told to. */
export interface ManualClock extends Clock {
	/** Moves on, and runs what was arranged for the time passed. */
	readonly pass: (milliseconds: number) => void;
}

/** A manual clock that starts on the first of March 2025. */
export function createManualClock(): ManualClock {
	let now = Date.UTC(2025, 2, 1);
	const arranged = new Set<{ readonly at: number; readonly then: () => void }>();
	return {
		now: () => now,
		after: (milliseconds, then) => {
			const one = { at: now + milliseconds, then };
			arranged.add(one);
			return () => arranged.delete(one);
		},
		pass: milliseconds => {
			now += milliseconds;
			for (const one of [...arranged].filter(({ at }) => at <= now)) {
				arranged.delete(one);
				one.then();
			}
		},
	};
}
