/** Takes back what `after` arranged; harmless when it has happened already. */
export type Cancel = () => void;

/** Time as the playground knows it; tests hand in one that they move by hand. */
export interface Clock {
	/** Milliseconds since 1970, as Date.now gives them. */
	readonly now: () => number;
	/** Runs `then` once, so many milliseconds from now. */
	readonly after: (milliseconds: number, then: () => void) => Cancel;
}

/** The machine's own time. What it arranges does not keep the process alive. */
export const systemClock: Clock = {
	now: Date.now,
	after: (milliseconds, then) => {
		const timer = setTimeout(then, milliseconds);
		timer.unref();
		return () => clearTimeout(timer);
	},
};
