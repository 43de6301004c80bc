import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerQuestion } from "../../src/answers/ask.ts";
import { jsonOfAnswer, jsonOfClaims } from "../../src/present/json.ts";
import { readCorpus } from "../../src/shell/corpus-store.ts";
import { buildSnapshot, type Story } from "../../src/snapshot.ts";
import type { Section, Table, Target } from "./section.ts";

interface Question {
	readonly id: string;
	readonly question: string;
}

/** What the gold data's scorer prints: its figures, and each miss. */
interface Scored {
	readonly figures: Readonly<Record<string, string | number | null>>;
	readonly misses: readonly string[];
}

/** Where the gold data lies, and where what is scored may be put meanwhile. */
interface Places {
	readonly gold: string;
	readonly scratch: string;
}

/** Name in the scorer's figures, what it is, and the least that it should be. */
type Measured = readonly [name: string, what: string, wanted: number];

const STORY: readonly Measured[] = [
	["reportRecall", "report recall", 95],
	["groupingF1", "grouping F1", 90],
	["outletsExactlyRight", "claims with exactly the right outlets", 85],
	["conflictPrecision", "conflict precision", 90],
	["conflictRecall", "conflict recall", 80],
	["questionsRight", "questions right", 11],
];
const SEED: readonly Measured[] = [
	["figures", "figures right", 10],
	["dates", "dates right", 2],
	["attributions", "attributions right", 3],
	["statements", "statements right", 26],
];
const SEED_QUESTIONS: readonly Measured[] = [
	["right", "questions right", 30],
	["out-of-coverage", "questions out of coverage refused", 5],
];

function questionsOf(file: string): readonly Question[] {
	return (JSON.parse(readFileSync(file, "utf8")) as { questions: readonly Question[] }).questions;
}

function write({ scratch }: Places, name: string, text: string): string {
	const file = join(scratch, name);
	writeFileSync(file, text);
	return file;
}

function answersTo(story: Story, questions: readonly Question[], places: Places): string {
	const lines = questions.map(({ id, question }) =>
		JSON.stringify({ id, answer: jsonOfAnswer(answerQuestion(story, question)) }),
	);
	return write(places, `${story.id}.answers.jsonl`, `${lines.join("\n")}\n`);
}

/** The scorer prints its misses, a line each, and then its figures as one JSON object. */
function score({ gold }: Places, args: readonly string[]): Scored {
	const script = join(gold, "score.mjs");
	const printed = execFileSync("node", [script, ...args, "--misses"], { encoding: "utf8" });
	const at = printed.search(/^\{/m);
	const misses = printed.slice(0, at).split("\n");
	return {
		figures: JSON.parse(printed.slice(at)) as Scored["figures"],
		misses: misses.filter(line => line !== ""),
	};
}

async function storiesIn(
	directory: string,
): Promise<{ readonly stories: readonly Story[]; readonly asOf: string }> {
	const asOf = new Date().toISOString();
	const snapshot = buildSnapshot({ ...(await readCorpus(directory)), asOf }, null);
	return { stories: snapshot.stories, asOf };
}

function claimsOf(story: Story, asOf: string, places: Places): string {
	return write(places, `${story.id}.claims.json`, JSON.stringify(jsonOfClaims(story, { asOf })));
}

/** "29/31" is 29. */
function countOf(figure: string | number | null | undefined): number {
	return typeof figure === "number" ? figure : Number.parseInt(figure ?? "0", 10);
}

function targetsOf(
	story: string,
	measured: readonly Measured[],
	scored: Scored,
): readonly Target[] {
	return measured.map(([name, what, wanted]) => ({
		what: `${story}: ${what}`,
		kind: "at least",
		wanted,
		reached: countOf(scored.figures[name]),
	}));
}

function tableOf(story: string, scored: readonly Scored[]): Table {
	const rows = scored.flatMap(({ figures }) => Object.entries(figures));
	return {
		caption: story,
		header: ["figure", "reached"],
		rows: rows
			.filter(([name]) => name !== "story")
			.map(([name, figure]) => [wordsOf(name), figure ?? "–"]),
	};
}

/** "outletsExactlyRight" is "outlets exactly right". */
function wordsOf(name: string): string {
	return name
		.replace(/(?<=[a-z])F1/, " F1")
		.replace(/(?<=[a-z])[A-Z](?=[a-z])/g, letter => ` ${letter.toLowerCase()}`);
}

type Part = Pick<Section, "tables" | "targets" | "misses">;

function partOf(story: string, scored: readonly (readonly [Scored, readonly Measured[]])[]): Part {
	return {
		tables: [
			tableOf(
				story,
				scored.map(([one]) => one),
			),
		],
		targets: scored.flatMap(([one, measured]) => targetsOf(story, measured, one)),
		misses: scored.flatMap(([{ misses }]) => misses.map(miss => `${story}: ${miss}`)),
	};
}

async function measureSeed(places: Places): Promise<readonly Part[]> {
	const { stories, asOf } = await storiesIn("corpus");
	return stories.map(story => {
		const file = join(places.gold, "seed-story", "questions.dev.json");
		const answers = answersTo(story, questionsOf(file), places);
		return partOf(story.id, [
			[score(places, ["seed", claimsOf(story, asOf, places)]), SEED],
			[score(places, ["questions", file, answers]), SEED_QUESTIONS],
		]);
	});
}

async function measureEach(places: Places): Promise<readonly Part[]> {
	const folder = join(places.gold, "stories");
	const { stories, asOf } = await storiesIn(folder);
	const files = new Set(readdirSync(folder));
	return stories
		.filter(({ id }) => files.has(`${id}.gold.json`))
		.map(story => {
			const file = join(folder, `${story.id}.gold.json`);
			const answers = answersTo(story, questionsOf(file), places);
			const scored = score(places, ["story", file, claimsOf(story, asOf, places), answers]);
			return partOf(story.id, [[scored, STORY]]);
		});
}

/**
 * Claims and answers against what careful readers wrote down of the same articles. `gold` holds
 * score.mjs, seed-story/questions.dev.json, stories/NAME.gold.json and stories/NAME/*.md; the seed
 * story's articles are those in `corpus`.
 */
export async function measureStories(gold: string): Promise<Section> {
	if (!existsSync(join(gold, "score.mjs"))) throw new Error(`${gold}: holds no score.mjs`);
	const places = { gold, scratch: mkdtempSync(join(tmpdir(), "presscheck-measure-")) };
	try {
		const parts = [...(await measureSeed(places)), ...(await measureEach(places))];
		return {
			title: "Claims and answers",
			method: [
				"Stories as several outlets told them, each report of a claim written down by hand, with questions. Recall of reports is of the figures and statements written down; grouping is of pairs of reports in two articles that stand in one claim; outlets are exactly right where a claim names all that report it and no other. Percent, or how many of how many. No other program does this, so there is no peer.",
			],
			tables: parts.flatMap(({ tables }) => tables),
			targets: parts.flatMap(({ targets }) => targets),
			misses: parts.flatMap(({ misses }) => misses),
		};
	} finally {
		rmSync(places.scratch, { recursive: true });
	}
}
