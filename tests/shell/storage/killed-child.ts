import { openSync, writeSync } from "node:fs";
import { argv, stdout } from "node:process";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import type { Draft, Keeper, Realm } from "../../../src/shell/storage/keeper.ts";

/*
 * A process to be killed: it does one deed after the other on a data directory, and writes of every
 * commit into a log that it is about to be made, and what came of it. It prints a line when it begins, and
 * one after each commit.
 *
 *   node --import tsx killed-child.ts DIRECTORY SEED MODULE LOG
 */

/** One deed on a keeper, picked by numbers from 0 to 1; what modules of deeds export as `deed`. */
export type Deed = (keeper: Keeper, random: () => number) => Promise<void>;

/** What has to be open before deeds can be done on a keeper; what modules of deeds may export as `open`. */
export type Open = (keeper: Keeper) => Promise<void>;

/** What the process writes down, a line each. */
export type Line =
	| { readonly kind: "begun"; readonly realm: Realm; readonly draft: Draft }
	| { readonly kind: "ended"; readonly outcome: string };

/** Numbers from 0 to 1 that are the same for the same seed: https://en.wikipedia.org/wiki/Xorshift */
export function randomNumbers(seed: number): () => number {
	let state = (seed * 2_654_435_761) >>> 0 || 1;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}

/** A keeper that writes down what is committed through it, at once, so that a kill loses nothing. */
function logCommits(keeper: Keeper, log: number): Keeper {
	const write = (line: Line): void => void writeSync(log, `${JSON.stringify(line)}\n`);
	const commit: Keeper["commit"] = async (realm, draft) => {
		write({ kind: "begun", realm, draft });
		const outcome = await keeper.commit(realm, draft);
		write({ kind: "ended", outcome: outcome.kind });
		stdout.write("committed\n");
		return outcome;
	};
	return { ...keeper, commit };
}

const [, , directory, seed, module, log] = argv;
if (directory && seed && module && log) {
	const { deed, open } = (await import(module)) as { readonly deed: Deed; readonly open?: Open };
	const keeper = logCommits(await openFileKeeper(directory), openSync(log, "w"));
	const random = randomNumbers(Number(seed));
	await open?.(keeper);
	stdout.write("opened\n");
	for (;;) await deed(keeper, random);
}
