/** Work that a shutdown waits for. */
export interface InFlight {
	/** Keeps count of work until it is done; its failures are its own affair. */
	readonly track: (work: Promise<void>) => void;
	/** Resolves when nothing is under way, or after `milliseconds`; says whether all was done. */
	readonly settle: (milliseconds: number) => Promise<boolean>;
}

/** A count of work under way, none to begin with. */
export function createInFlight(): InFlight {
	const running = new Set<Promise<void>>();
	const allDone = async (): Promise<boolean> => {
		while (running.size > 0) await Promise.allSettled(running);
		return true;
	};
	return {
		track: work => {
			running.add(work);
			const forget = () => running.delete(work);
			work.then(forget, forget);
		},
		settle: async milliseconds => {
			let timer: NodeJS.Timeout | undefined;
			const late = new Promise<boolean>(resolve => {
				timer = setTimeout(resolve, milliseconds, false);
			});
			const done = await Promise.race([allDone(), late]);
			clearTimeout(timer);
			return done;
		},
	};
}
