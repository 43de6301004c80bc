import { argv, stdin, stdout } from "node:process";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";

/*
 * A process that holds the lock of a story until its input ends. It prints a line when it has it.
 *
 *   node --import tsx held-lock.ts DIRECTORY STORY
 */

const [, , directory = "", story = ""] = argv;
const keeper = await openFileKeeper(directory);
const holder = { what: "refresh", by: "schedule", since: new Date().toISOString() };
const lock = await keeper.lock("installation", story, holder);
stdout.write(`${lock.kind}\n`);
stdin.resume().on("end", () => void keeper.close());
