import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { randomNumbers } from "./killed-child.ts";
import { checkLeft, doAndKill, NOTHING_TOLD } from "./killing.ts";

/**
 * Data directories that are worked on side by side, and how often each is. With the kills of moderation
 * that makes a hundred.
 */
const LANES = 4;
const KILLS = 15;

/** The most commits before a kill, and about as long as the next takes. */
const MOST_COMMITS = 4;
const LONGEST_MILLISECONDS = 30;

const DEEDS = new URL("random-deeds.ts", import.meta.url).href;

describe("a keeper of files that is killed again and again", () => {
	test.concurrent.each(Array.from({ length: LANES }, (_, lane) => lane + 1))(
		"stands before or after its last commit, and at nothing between (%i)",
		async lane => {
			const base = await mkdtemp(join(tmpdir(), "presscheck-kill-"));
			const directory = join(base, "data");
			const random = randomNumbers(lane);
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
				commits += leaving.commits;
			}
			expect(commits).toBeGreaterThan(0);
			await rm(base, { recursive: true, force: true });
		},
		400_000,
	);
});
