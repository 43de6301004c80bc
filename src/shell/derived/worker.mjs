import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

/*
 * Derives stories as they come; an exception ends the thread, and its keeper tells so. In JavaScript,
 * since Node 20 gives a worker no loader that is asked for on its command line.
 */

register({ tsconfig: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)) });
const { deriveStory } = await import("../../derive.ts");

parentPort?.on("message", ({ number, input, previous }) => {
	parentPort?.postMessage({ number, derived: deriveStory(input, previous) });
});
