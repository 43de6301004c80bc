import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

/*
 * Runs jobs (job.ts) one at a time, as they come. An exception ends the worker, and its keeper tells so.
 * In JavaScript, since Node 20 gives a worker no loader that is asked for on its command line.
 */

register({ tsconfig: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)) });
const { runJob } = await import("./job.ts");

parentPort?.on("message", async job => {
	parentPort?.postMessage({ kind: "outcome", outcome: await runJob(job) });
});
parentPort?.postMessage({ kind: "ready" });
