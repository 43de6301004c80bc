/**
 * Prints how long a corpus takes to be read and built into a snapshot, story by story, and the memory
 * that the program then has.
 *
 *   npx tsx bench/snapshot.ts DIR
 *
 * DIR holds stories as `corpus` does. Each story is built twice; the second time is told, when the code
 * is compiled.
 */
import { readCorpus } from "../src/shell/corpus-store.ts";
import { buildSnapshot, type SnapshotInput } from "../src/snapshot.ts";

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error("usage: npx tsx bench/snapshot.ts DIR");

const files = await readCorpus(directory);
const asOf = new Date().toISOString();

function lineOf(input: SnapshotInput): string {
	buildSnapshot(input, null);
	const started = performance.now();
	const [story] = buildSnapshot(input, null).stories;
	const seconds = (performance.now() - started) / 1000;
	if (story === undefined) return "no article that can be read";
	const characters = story.articles.reduce((sum, { article }) => sum + article.body.length, 0);
	const held = `${story.articles.length} articles, ${characters} characters, ${story.claims.length} claims`;
	return `${story.id}: ${held}: ${seconds.toFixed(2)} s`;
}

for (const story of files.stories) {
	process.stdout.write(`${lineOf({ ...files, stories: [story], asOf })}\n`);
}
process.stdout.write(`${Math.round(process.memoryUsage().rss / 1e6)} MB of memory\n`);
