import { setImmediate } from "node:timers/promises";
import type { Problem } from "../../corpus/problem.ts";
import {
	assembleSnapshot,
	type DerivedStory,
	openStory,
	type Story,
	type StoryInput,
	stillHolds,
	storyFinder,
} from "../../snapshot.ts";
import type { Build } from "../library-sources.ts";
import type { Realm } from "../storage/keeper.ts";
import { TookTooLong } from "./deriver.ts";

/** Derives a story from its files, somewhere; `previous` is there for what of it still holds. */
export type Derive = (
	input: StoryInput,
	previous: DerivedStory | null,
	realm: Realm,
) => DerivedStory | Promise<DerivedStory>;

/** How long the one thread that answers may be kept by work that can wait, in milliseconds. */
const PAUSE_EVERY = 8;

/**
 * Builds snapshots story by story with `derive`, with pauses in which what waits is answered. Stories
 * that did not change are taken over, and of one that took too long what was served of it before, if
 * anything; that is a problem of the snapshot, and is tried again when its files are read again. The
 * indexes of those that did change are ready when a snapshot is built upon another; those of a first one
 * are built when they are asked: see `prepareIndexes`.
 */
export function buildWith(derive: Derive): Build {
	/** What is wrong with files that took too long. */
	const late = new WeakMap<StoryInput, Problem>();
	const renew = async (input: StoryInput, before: Story | null, realm: Realm) => {
		if (late.has(input)) return before;
		try {
			return openStory(await derive(input, before && plainStory(before), realm));
		} catch (error) {
			if (!(error instanceof TookTooLong)) throw error;
			late.set(input, problemOf(input, error));
			return before;
		}
	};
	return async (input, previous, realm) => {
		const find = storyFinder(previous);
		const stories: Story[] = [];
		for (const story of input.stories) {
			const before = find(story.id);
			if (stillHolds(before, story)) {
				stories.push(before);
				continue;
			}
			const opened = await renew(story, before, realm);
			if (opened !== null && previous !== null) await prepareIndexes([opened]);
			if (opened !== null) stories.push(opened);
			await setImmediate();
		}
		const problems = input.stories.flatMap(story => late.get(story) ?? []);
		return assembleSnapshot({ ...input, problems: [...input.problems, ...problems] }, stories);
	};
}

function problemOf({ id }: StoryInput, { limit }: TookTooLong): Problem {
	const minutes = Math.ceil(limit / 60_000);
	return {
		file: id,
		reason: `reading it took longer than ${minutes === 1 ? "a minute" : `${minutes} minutes`} and was ended; what was read of it before serves on`,
		remedy: "take out or shorten what was added last, or try again when the machine is less busy",
	};
}

/** A story without its index, which no thread can hand to another. */
export function plainStory({ index: _, ...derived }: Story): DerivedStory {
	return derived;
}

/** Builds the indexes of stories that are not built yet, a little at a time. */
export async function prepareIndexes(stories: readonly Story[]): Promise<void> {
	let since = performance.now();
	for (const { index } of stories) {
		while (index.prepare()) {
			if (performance.now() - since < PAUSE_EVERY) continue;
			await setImmediate();
			since = performance.now();
		}
	}
}
