import type { Writable } from "node:stream";
import type { TerminalConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { NO_METER } from "../metrics/meter.ts";
import { openWorkplace, type Workplace } from "../workplace.ts";
import { handFile } from "./hand-file.ts";

/** What a workplace in the terminal is opened with. */
export interface TerminalPlace {
	readonly config: TerminalConfig;
	/** The folder of the project. */
	readonly root: string;
	/** Where faults are logged, a JSON line each. */
	readonly stderr: Writable;
	readonly clock: () => Date;
}

/** Opens what is kept, to be changed from the terminal: files are handed over by their paths. */
export function openTerminalWorkplace(place: TerminalPlace): Promise<Workplace> {
	const { config, root, stderr, clock } = place;
	return openWorkplace({
		...config,
		root,
		readFile: handFile,
		// A terminal has no channels that watch; a bot that runs hears of the change itself.
		changed: () => Promise.resolve(),
		meter: NO_METER,
		log: createLog("error", stderr),
		clock,
	});
}
