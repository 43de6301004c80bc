import type { Writable } from "node:stream";

/** Where the program prints: a stream, whether it is a terminal, and how wide that is. */
export interface Printer {
	/** Prints and waits until the text is on its way; prints nothing after the reader has left. */
	readonly print: (text: string) => Promise<void>;
	/** Whether the reader has left ("presscheck figures | head -1"). */
	readonly isClosed: () => boolean;
	/** Why the text could not be written, as with a full disk; null while all goes well. */
	readonly failure: () => Error | null;
}

/** Prints to a stream. A reader that goes away is no failure. */
export function printerTo(stream: Writable): Printer {
	let closed = false;
	let failure: Error | null = null;
	const note = (error: Error | null | undefined): void => {
		if (!error) return;
		closed = true;
		if ("code" in error && error.code === "EPIPE") return;
		failure ??= error;
	};
	stream.on("error", note);
	const print = (text: string): Promise<void> => {
		if (closed) return Promise.resolve();
		return new Promise(resolve => {
			stream.write(text, error => {
				note(error);
				resolve();
			});
		});
	};
	return { print, isClosed: () => closed, failure: () => failure };
}
