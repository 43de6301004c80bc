import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseList } from "../../../src/records/documents.ts";
import { createLibrary } from "../../../src/shell/library.ts";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";
import { randomNumbers } from "../storage/killed-child.ts";
import { checkLeft, doAndKill, NOTHING_TOLD, type Told } from "../storage/killing.ts";
import { CORPUS } from "./kill-corpus.ts";

/**
 * Data directories that are worked on side by side, and how often each is. With the kills of a keeper
 * alone that makes a hundred; most of the time that they take goes into starting processes.
 */
const LANES = 2;
const KILLS = 20;

/** The most commits before a kill, and about as long as the next takes. */
const MOST_COMMITS = 2;
const LONGEST_MILLISECONDS = 150;

const DEEDS = new URL("kill-deeds.ts", import.meta.url).href;

describe("moderation that is killed", () => {
	test.concurrent.each(Array.from({ length: LANES }, (_, lane) => lane + 1))(
		"leaves every article whole, once, and where the record says (%i)",
		async lane => {
			const base = await mkdtemp(join(tmpdir(), "presscheck-kill-"));
			const directory = join(base, "data");
			const random = randomNumbers(lane + 100);
			let told = NOTHING_TOLD;
			let commits = 0;
			for (let kill = 1; kill <= KILLS; kill += 1) {
				const killing = {
					seed: lane * 1_000 + kill,
					module: DEEDS,
					commits: Math.floor(random() * (MOST_COMMITS + 1)),
					milliseconds: random() * LONGEST_MILLISECONDS,
				};
				const leaving = await doAndKill(directory, told, killing);
				told = await checkLeft(directory, leaving);
				await checkServed(directory, told);
				commits += leaving.commits;
			}
			expect(commits).toBeGreaterThan(0);
			await rm(base, { recursive: true, force: true });
		},
		400_000,
	);
});

/** What the next start serves is what is kept, each article once, and nothing of it is torn. */
async function checkServed(directory: string, { states }: Told): Promise<void> {
	const keeper = await openFileKeeper(directory);
	const clock = (): Date => new Date(0);
	const read = async () => CORPUS;
	const library = await createLibrary({ read, build: buildSnapshot, clock, keeper });
	const { stories, problems } = library.current();
	expect(problems).toEqual([]);
	const articles = stories.flatMap(story => story.articles.map(({ article }) => article));
	const kept = [...states].filter(([path]) => /^weir\/[^/]+\.md$/.test(path));
	const shown = kept.filter(([, { kind }]) => kind === "text").map(([path]) => path);
	const isHidden = states.get("weir/first.md")?.kind === "hidden";
	const expected = new Set([...shown, ...(isHidden ? [] : ["weir/first.md"])]);
	expect(new Set(articles.map(({ id }) => `weir/${id}.md`))).toEqual(expected);
	const addresses = articles.flatMap(({ url }) => url ?? []);
	expect(new Set(addresses).size).toBe(addresses.length);
	const fetched = states.get("weir/fetched.yaml");
	expect(parseList("fetched", fetched?.kind === "text" ? fetched.text : null).kind).toBe("list");
	await keeper.close();
}
