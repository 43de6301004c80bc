/**
 * Scores the program on gold data: the seed story's claims and questions, and every story that has a
 * gold file. Prints the scorer's figures; with --misses, each miss.
 *
 *   npm run measure -- --gold DIR [--misses]
 *
 * DIR holds score.mjs, seed-story/questions.dev.json, stories/NAME.gold.json and stories/NAME/*.md.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { answerQuestion } from "../src/answers/ask.ts";
import { jsonOfAnswer, jsonOfClaims } from "../src/present/json.ts";
import { readCorpus } from "../src/shell/corpus-store.ts";
import { buildSnapshot, type Story } from "../src/snapshot.ts";

const { values } = parseArgs({
	options: { gold: { type: "string" }, misses: { type: "boolean", default: false } },
});
const { gold } = values;
if (gold === undefined) throw new Error("usage: npm run measure -- --gold DIR [--misses]");
const scratch = mkdtempSync(join(tmpdir(), "presscheck-measure-"));

interface Question {
	readonly id: string;
	readonly question: string;
}

function questionsOf(file: string): readonly Question[] {
	return (JSON.parse(readFileSync(file, "utf8")) as { questions: readonly Question[] }).questions;
}

function write(name: string, text: string): string {
	const file = join(scratch, name);
	writeFileSync(file, text);
	return file;
}

function answersTo(story: Story, questions: readonly Question[]): string {
	const lines = questions.map(({ id, question }) =>
		JSON.stringify({ id, answer: jsonOfAnswer(answerQuestion(story, question)) }),
	);
	return write(`${story.id}.answers.jsonl`, `${lines.join("\n")}\n`);
}

function score(title: string, args: readonly string[]): void {
	const flags = values.misses ? ["--misses"] : [];
	const printed = execFileSync("node", [join(gold ?? "", "score.mjs"), ...args, ...flags]);
	process.stdout.write(`\n${title}\n${printed}`);
}

async function storiesIn(directory: string): Promise<{ stories: readonly Story[]; asOf: string }> {
	const asOf = new Date().toISOString();
	const snapshot = buildSnapshot({ ...(await readCorpus(directory)), asOf }, null);
	return { stories: snapshot.stories, asOf };
}

function claimsOf(story: Story, asOf: string): string {
	return write(`${story.id}.claims.json`, JSON.stringify(jsonOfClaims(story, { asOf })));
}

async function measureSeed(directory: string): Promise<void> {
	const { stories, asOf } = await storiesIn("corpus");
	for (const story of stories) {
		score(`${story.id}: claims`, ["seed", claimsOf(story, asOf)]);
		const file = join(directory, "seed-story", "questions.dev.json");
		const questions = questionsOf(file);
		score(`${story.id}: questions`, ["questions", file, answersTo(story, questions)]);
	}
}

async function measureStories(directory: string): Promise<void> {
	const folder = join(directory, "stories");
	const named = readdirSync(folder).filter(file => file.endsWith(".gold.json"));
	const { stories, asOf } = await storiesIn(folder);
	for (const file of named) {
		const story = stories.find(({ id }) => `${id}.gold.json` === file);
		if (story === undefined) continue;
		const path = join(folder, file);
		const answers = answersTo(story, questionsOf(path));
		score(story.id, ["story", path, claimsOf(story, asOf), answers]);
	}
}

try {
	await measureSeed(gold);
	await measureStories(gold);
} finally {
	rmSync(scratch, { recursive: true });
}
