import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { runTerminal, type World } from "../../../src/shell/terminal/run.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";

/** What a run of the program came to. */
export interface Result {
	readonly code: number;
	readonly out: string;
	readonly errors: string;
}

/** A folder with a corpus of its own and a place for what is kept, in which the program is run. */
export interface Installation {
	readonly root: string;
	readonly dataDirectory: string;
	/** Writes a file below the root, and gives its path. */
	readonly put: (file: string, text: string) => string;
	readonly run: (...argv: readonly string[]) => Promise<Result>;
	readonly remove: () => void;
}

function sinkOf(texts: string[]): World["stdout"] {
	return new Writable({
		write: (chunk, _encoding, done) => {
			texts.push(String(chunk));
			done();
		},
	});
}

/** An installation whose `.env` says so much beside where its corpus and data are. */
export function makeInstallation(settings: readonly string[]): Installation {
	const root = mkdtempSync(join(tmpdir(), "presscheck-installation-"));
	const put = (file: string, text: string): string => {
		const path = join(root, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		return path;
	};
	put("package.json", '{"version": "9.9.9"}');
	put(".env", ["CORPUS_DIR=corpus", "DATA_DIR=kept", ...settings].join("\n"));
	put(
		"corpus/weir/north.md",
		'---\noutlet: "North Post"\ntitle: "The weir is mended"\nlanguage: "en"\n---\nThe council will spend $12 million on the Halden weir.\n',
	);
	const run: Installation["run"] = async (...argv) => {
		const out: string[] = [];
		const errors: string[] = [];
		const code = await runTerminal({
			argv,
			root,
			stdin: Object.assign(Readable.from([]), { isTTY: true }),
			stdout: sinkOf(out),
			stderr: sinkOf(errors),
			clock: () => new Date(),
			build: input => buildSnapshot(input, null),
		});
		return { code, out: out.join(""), errors: errors.join("") };
	};
	const remove = (): void => rmSync(root, { recursive: true, force: true });
	return { root, dataDirectory: join(root, "kept"), put, run, remove };
}
