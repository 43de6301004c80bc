import { Worker } from "node:worker_threads";
import type { DerivedStory, StoryInput } from "../../snapshot.ts";

/** Derives stories in a thread of its own, so that whoever answers is not kept. */
export interface Deriver {
	/**
	 * What is derived of a story, plain data, one story after the other. Rejects where the thread ends or
	 * deriving fails, and with `TookTooLong` where it was ended for that; the next story gets a new thread.
	 */
	readonly derive: (input: StoryInput, previous: DerivedStory | null) => Promise<DerivedStory>;
	/** Ends the thread; what is still to be derived is rejected. */
	readonly close: () => Promise<void>;
}

/** A story was not derived in time, and its thread was ended. */
export class TookTooLong extends Error {
	readonly limit: number;

	/** @param limit how many milliseconds it was given */
	constructor(story: string, limit: number) {
		super(`deriving the story ${story} took longer than ${limit} ms`);
		this.limit = limit;
	}
}

const LEAST_TIME = 60_000;

/**
 * The milliseconds that a story may take, the start of a thread included: a minute, and one for each
 * character, which is forty times what stories take of which the articles are as many as people read.
 */
export function timeLimitOf({ files }: StoryInput): number {
	return LEAST_TIME + files.reduce((sum, { text }) => sum + text.length, 0);
}

/** The module that the thread runs. */
const MODULE = new URL("./worker.mjs", import.meta.url);

/** What the thread is asked. */
interface Request {
	readonly number: number;
	readonly input: StoryInput;
	readonly previous: DerivedStory | null;
}

/** What the thread says. */
interface Reply {
	readonly number: number;
	readonly derived: DerivedStory;
}

/** Who waits for a story. */
interface Waiting {
	readonly resolve: (derived: DerivedStory) => void;
	readonly reject: (error: unknown) => void;
}

/** A thread that lives, and who waits for it. */
interface Hand {
	readonly worker: Worker;
	readonly waiting: Map<number, Waiting>;
}

/** What tests make otherwise: the module that the thread runs, and the time that a story may take. */
export interface DeriverSettings {
	readonly module?: URL;
	readonly timeLimit?: (input: StoryInput) => number;
}

/** A deriver whose thread starts at its first use, and lives until it is closed. */
export function createDeriver(settings: DeriverSettings = {}): Deriver {
	const { module = MODULE, timeLimit = timeLimitOf } = settings;
	let hand: Hand | null = null;
	let count = 0;
	let isClosed = false;
	let last: Promise<unknown> = Promise.resolve();
	const start = (): Hand => {
		const started = startHand(module, () => {
			if (hand === started) hand = null;
		});
		return started;
	};
	return {
		derive: (input, previous) => {
			// Its time begins with its turn.
			const turn = last.then(() => {
				if (isClosed) throw new Error("the thread that derives stories ended: it was closed");
				hand ??= start();
				count++;
				return within(timeLimit(input), hand, { number: count, input, previous });
			});
			last = turn.catch(() => undefined);
			return turn;
		},
		close: async () => {
			isClosed = true;
			await hand?.worker.terminate();
		},
	};
}

function startHand(module: URL, ended: () => void): Hand {
	// The worker registers its own loader, and takes none from the process that started it.
	const worker = new Worker(module, { execArgv: [] });
	const waiting = new Map<number, Waiting>();
	const fail = (error: unknown) => {
		ended();
		for (const { reject } of waiting.values()) reject(error);
		waiting.clear();
	};
	worker.on("message", ({ number, derived }: Reply) => {
		waiting.get(number)?.resolve(derived);
		waiting.delete(number);
		// An idle thread keeps no process alive.
		if (waiting.size === 0) worker.unref();
	});
	worker.on("messageerror", fail);
	worker.on("error", fail);
	worker.on("exit", code => fail(new Error(`the thread that derives stories ended (${code})`)));
	return { worker, waiting };
}

/** Asks for a story, and ends the thread where it takes longer than the limit in milliseconds. */
async function within(limit: number, hand: Hand, request: Request): Promise<DerivedStory> {
	let isLate = false;
	const clock = setTimeout(() => {
		isLate = true;
		void hand.worker.terminate();
	}, limit);
	try {
		return await ask(hand, request);
	} catch (error) {
		throw isLate ? new TookTooLong(request.input.id, limit) : error;
	} finally {
		clearTimeout(clock);
	}
}

function ask({ worker, waiting }: Hand, request: Request): Promise<DerivedStory> {
	return new Promise((resolve, reject) => {
		waiting.set(request.number, { resolve, reject });
		worker.ref();
		worker.postMessage(request);
	});
}
