import { Worker } from "node:worker_threads";
import type { DerivedStory, StoryInput } from "../../snapshot.ts";

/** Derives stories in a thread of its own, so that whoever answers is not kept. */
export interface Deriver {
	/**
	 * What is derived of a story, plain data, one story after the other. Rejects where the thread ends
	 * or deriving fails; the next story gets a new thread.
	 */
	readonly derive: (input: StoryInput, previous: DerivedStory | null) => Promise<DerivedStory>;
	/** Ends the thread; what is still to be derived is rejected. */
	readonly close: () => Promise<void>;
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

/** A deriver whose thread starts at its first use, and lives until it is closed. `module` is for tests. */
export function createDeriver(module: URL = MODULE): Deriver {
	let hand: Hand | null = null;
	let count = 0;
	const start = (): Hand => {
		const started = startHand(module, () => {
			if (hand === started) hand = null;
		});
		return started;
	};
	return {
		derive: (input, previous) => {
			hand ??= start();
			count++;
			return ask(hand, { number: count, input, previous });
		},
		close: async () => {
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

function ask({ worker, waiting }: Hand, request: Request): Promise<DerivedStory> {
	return new Promise((resolve, reject) => {
		waiting.set(request.number, { resolve, reject });
		worker.ref();
		worker.postMessage(request);
	});
}
