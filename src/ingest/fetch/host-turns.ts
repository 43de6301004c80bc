/** Waits for milliseconds; rejects with the signal's reason when it is aborted first. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** What one request waits for, and how long its host is then left alone. */
export interface Turn<T> {
	readonly host: string;
	/** Milliseconds from the end of this request to the start of the next of its host. */
	readonly delay: number;
	/** Gives up the wait; the work is told by its own means. */
	readonly signal: AbortSignal;
	readonly work: () => Promise<T>;
}

/** Sees to it that each host is asked one thing at a time, with a rest after each. */
export interface HostTurns {
	/** Does the work when its turn comes; rejects as the work does, or with the signal's reason. */
	readonly take: <T>(turn: Turn<T>) => Promise<T>;
	/** Milliseconds for which a host has asked to be left alone; 0 for most. */
	readonly heldFor: (host: string) => number;
	/** Leaves a host alone for milliseconds, because it asked for that. */
	readonly hold: (host: string, milliseconds: number) => void;
}

/** Those who stand in line for one host. */
interface Line {
	last: Promise<unknown>;
	waiting: number;
	freeAt: number;
	heldUntil: number;
}

/** Keeps a line for every host that was asked of late. */
export function createHostTurns(clock: () => Date, sleep: Sleep): HostTurns {
	const lines = new Map<string, Line>();
	const now = (): number => clock().getTime();

	function lineOf(host: string): Line {
		for (const [name, { waiting, freeAt, heldUntil }] of lines)
			if (waiting === 0 && Math.max(freeAt, heldUntil) <= now()) lines.delete(name);
		const line = lines.get(host) ?? {
			last: Promise.resolve(),
			waiting: 0,
			freeAt: 0,
			heldUntil: 0,
		};
		lines.set(host, line);
		return line;
	}

	async function serve<T>(line: Line, { delay, signal, work }: Turn<T>): Promise<T> {
		signal.throwIfAborted();
		const wait = line.freeAt - now();
		if (wait > 0) await sleep(wait, signal);
		try {
			return await work();
		} finally {
			line.freeAt = now() + delay;
		}
	}

	return {
		take: turn => {
			const line = lineOf(turn.host);
			line.waiting += 1;
			const served = line.last.then(() => serve(line, turn));
			const leave = (): void => {
				line.waiting -= 1;
			};
			line.last = served.then(leave, leave);
			return unlessAborted(served, turn.signal);
		},
		heldFor: host => Math.max(0, (lines.get(host)?.heldUntil ?? 0) - now()),
		hold: (host, milliseconds) => {
			const line = lineOf(host);
			line.heldUntil = Math.max(line.heldUntil, now() + milliseconds);
		},
	};
}

/** What a promise gives, or the reason of the signal where that comes first. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const leave = (): void => reject(signal.reason);
		if (signal.aborted) leave();
		signal.addEventListener("abort", leave, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
	});
}
