import type { Readable } from "node:stream";
import type { TerminalStyle } from "../../present/terminal.ts";
import type { Snapshot } from "../../snapshot.ts";
import type { Workplace } from "../workplace.ts";
import type { Run } from "./command-line-arguments.ts";
import type { Printer } from "./printer.ts";

/** What a command of the terminal runs with. */
export interface Session {
	readonly run: Run;
	readonly input: Readable & { readonly isTTY?: boolean };
	readonly out: Printer;
	readonly errors: Printer;
	readonly style: TerminalStyle;
	readonly clock: () => Date;
	/** Reads what is held and builds the snapshot; not every command needs one. */
	readonly snapshot: () => Promise<Snapshot>;
	/** Opens what is kept in order to change it; to be closed. */
	readonly workplace: () => Promise<Workplace>;
	/** The text of a file, by a path from the working directory. Throws what the system throws. */
	readonly readFile: (path: string) => Promise<string>;
}

/** Runs a command of the terminal; gives its exit code. */
export type Program = (session: Session) => Promise<number>;
