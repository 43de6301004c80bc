import { setImmediate } from "node:timers/promises";
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
 * that did not change are taken over. The indexes of those that did are ready when a snapshot is built
 * upon another; those of a first one are built when they are asked: see `prepareIndexes`.
 */
export function buildWith(derive: Derive): Build {
	return async (input, previous, realm) => {
		const find = storyFinder(previous);
		const stories: Story[] = [];
		for (const story of input.stories) {
			const before = find(story.id);
			if (stillHolds(before, story)) {
				stories.push(before);
				continue;
			}
			const opened = openStory(await derive(story, before && plainStory(before), realm));
			if (previous !== null) await prepareIndexes([opened]);
			stories.push(opened);
			await setImmediate();
		}
		return assembleSnapshot(input, stories);
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
