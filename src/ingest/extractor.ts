import { Worker } from "node:worker_threads";
import type { Job } from "./extract/job.ts";
import type { ArticleOutcome, FeedOutcome, Source } from "./extract/outcome.ts";
import { type Refused, refused } from "./fetch/fetched.ts";

/** What extraction may take. */
export interface ExtractorSettings {
	readonly clock: () => Date;
	/** Milliseconds for one page, file or feed, from when the worker stands ready for it. */
	readonly timeLimit: number;
	/** Megabytes of memory for the worker's objects. */
	readonly memoryLimit: number;
	/**
	 * Megabytes by which the whole process may grow while one thing is read: buffers, as of a PDF file's
	 * unpacked parts, are outside of the memory that a worker can be held to.
	 */
	readonly growthLimit: number;
	/** The module that the worker runs. */
	readonly worker: URL;
}

/** Settings for all uses but tests. */
export const EXTRACTOR: ExtractorSettings = {
	clock: () => new Date(),
	timeLimit: 10_000,
	memoryLimit: 512,
	growthLimit: 1_024,
	worker: new URL("./extract/worker.mjs", import.meta.url),
};

/** Reads articles and feeds in a worker of its own, which it ends when it takes too much. */
export interface Extractor {
	readonly article: (source: Source) => Promise<ArticleOutcome>;
	readonly feed: (source: Source) => Promise<FeedOutcome>;
	/** Ends the worker; what is still to be read is refused. */
	readonly close: () => Promise<void>;
}

/** A worker that takes longer to start than this has no chance of being started. */
const START_LIMIT = 60_000;

/** Milliseconds between two looks at how large the process is. */
const WATCH_EVERY = 200;

/** What the worker says. */
type Word =
	| { readonly kind: "ready" }
	| { readonly kind: "outcome"; readonly outcome: ArticleOutcome | FeedOutcome };

/** One worker, while it lives. */
interface Hand {
	readonly worker: Worker;
	readonly ready: Promise<void>;
}

/**
 * An extractor with one worker, started at its first use and again after each that was ended. Sources are
 * read one after the other. Nothing rejects: what takes over 10 seconds or too much memory, or breaks the
 * reader, is refused, and the next is read by a new worker.
 *
 *     const extractor = createExtractor(EXTRACTOR);
 *     await extractor.article({ content: html, contentType: "text/html", fileName: null, address });
 */
export function createExtractor(settings: ExtractorSettings): Extractor {
	let hand: Hand | null = null;
	let last: Promise<unknown> = Promise.resolve();
	let isClosed = false;

	async function run(job: Job): Promise<ArticleOutcome | FeedOutcome> {
		if (isClosed) return refused("the program is ending", "try again later");
		hand ??= startHand(settings);
		const { worker } = hand;
		worker.ref();
		const outcome = await askHand(hand, job, settings);
		worker.unref();
		if (outcome.kind !== "lost") return outcome.outcome;
		hand = null;
		await worker.terminate();
		return outcome.refusal;
	}

	/** Reads after all that was asked before. */
	function inTurn(job: Job): Promise<ArticleOutcome | FeedOutcome> {
		const turn = last.then(() => run(job));
		last = turn;
		return turn;
	}

	const jobOf = (kind: Job["kind"], source: Source): Job => {
		return { kind, source, now: settings.clock().toISOString() };
	};
	return {
		article: async source => {
			const outcome = await inTurn(jobOf("article", source));
			return outcome.kind === "feed" ? BROKEN : outcome;
		},
		feed: async source => {
			const outcome = await inTurn(jobOf("feed", source));
			return outcome.kind === "extracted" ? BROKEN : outcome;
		},
		close: async () => {
			isClosed = true;
			await hand?.worker.terminate();
		},
	};
}

const BROKEN = refused("it breaks the program's reader");
const TOO_SLOW = refused("it takes too long to read");
const TOO_LARGE = refused("it takes too much memory to read");

type Answer =
	| { readonly kind: "told"; readonly outcome: ArticleOutcome | FeedOutcome }
	/** The worker is of no more use. */
	| { readonly kind: "lost"; readonly refusal: Refused };

function startHand({ worker: module, memoryLimit }: ExtractorSettings): Hand {
	const worker = new Worker(module, {
		// The worker registers its own loader, and takes none from the process that started it.
		execArgv: [],
		resourceLimits: { maxOldGenerationSizeMb: memoryLimit, maxYoungGenerationSizeMb: 64 },
		stdout: true,
		stderr: true,
	});
	const ready = new Promise<void>(resolve => {
		worker.once("message", () => resolve());
	});
	// An error comes before the exit, and both are told to whoever waits.
	worker.on("error", () => {});
	return { worker, ready };
}

/** Asks the worker for one thing, and waits for its word, its end or the end of the time. */
function askHand(
	hand: Hand,
	job: Job,
	{ timeLimit, growthLimit }: ExtractorSettings,
): Promise<Answer> {
	const { worker, ready } = hand;
	return new Promise(resolve => {
		let timer = setTimeout(() => settle(lost(TOO_SLOW)), START_LIMIT);
		let isSettled = false;
		const most = process.memoryUsage.rss() + growthLimit * 1024 ** 2;
		const watch = setInterval(() => {
			if (process.memoryUsage.rss() > most) settle(lost(TOO_LARGE));
		}, WATCH_EVERY);
		function settle(answer: Answer): void {
			isSettled = true;
			clearInterval(watch);
			clearTimeout(timer);
			worker.off("message", hear).off("error", fail).off("exit", end);
			resolve(answer);
		}
		function hear(word: Word): void {
			if (word.kind === "outcome") settle({ kind: "told", outcome: word.outcome });
		}
		function fail(error: Error): void {
			const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
			settle(lost(isMemory ? TOO_LARGE : BROKEN));
		}
		function end(): void {
			settle(lost(BROKEN));
		}
		worker.on("message", hear).on("error", fail).on("exit", end);
		void ready.then(() => {
			if (isSettled) return;
			clearTimeout(timer);
			timer = setTimeout(() => settle(lost(TOO_SLOW)), timeLimit);
			worker.postMessage(job);
		});
	});
}

function lost(refusal: Refused): Answer {
	return { kind: "lost", refusal };
}
