/*
 * Measures Presscheck on gold data, beside its peers: figures in sentences, claims and answers on whole
 * stories, and search. Prints the tables; with --misses, each miss; with --write FILE, the tables as Markdown.
 *
 *   npm run measure -- --gold DIR [--only figures|stories|retrieval] [--misses] [--write FILE]
 *
 * DIR holds quantity/ (NAME.gold.jsonl and score.mjs), score.mjs, seed-story/, stories/ and retrieval/.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureFigures } from "./measure/figures.ts";
import { measureRetrieval } from "./measure/retrieval.ts";
import { isMet, markdownOf, type Section } from "./measure/section.ts";
import { measureStories } from "./measure/stories.ts";

const USAGE =
	"usage: npm run measure -- --gold DIR [--only figures|stories|retrieval] [--misses] [--write FILE]";

const SECTIONS: Readonly<Record<string, (gold: string) => Promise<Section>>> = {
	figures: gold => measureFigures(join(gold, "quantity")),
	stories: measureStories,
	retrieval: gold => measureRetrieval(join(gold, "retrieval")),
};

function documentOf(sections: readonly Section[]): string {
	const targets = sections.flatMap(section => section.targets);
	const met = targets.filter(isMet).length;
	const head = [
		"# How accurate Presscheck is",
		"Made by a script; make it again with `npm run measure -- --gold DIR --write docs/accuracy.md`, where DIR holds the gold data, which is not part of this repository, since its texts belong to their publishers.",
		`${met} of ${targets.length} targets are met. The gold data was made by one careful reader each: a good figure is near 100, not 100.`,
	];
	return `${[...head, ...sections.map(markdownOf)].join("\n\n")}\n`;
}

const { values } = parseArgs({
	options: {
		gold: { type: "string" },
		only: { type: "string" },
		misses: { type: "boolean", default: false },
		write: { type: "string" },
	},
});
const { gold, only, misses, write } = values;
const names = only === undefined ? Object.keys(SECTIONS) : [only];
if (gold === undefined || names.some(name => SECTIONS[name] === undefined)) throw new Error(USAGE);
const sections: Section[] = [];
for (const name of names) {
	const section = await SECTIONS[name]?.(gold);
	if (section !== undefined) sections.push(section);
}
const text = documentOf(sections);
process.stdout.write(text);
if (misses)
	for (const section of sections)
		process.stdout.write(`\n${section.title}, missed:\n${section.misses.join("\n")}\n`);
if (write !== undefined) writeFileSync(write, text);
