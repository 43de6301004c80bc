import { isCalled, parseStory, type StoryNames } from "../../corpus/story.ts";
import { isNotice, type Job, standing } from "./job.ts";

const STORY_FILE = "/story.yaml";

type Desk = Pick<Job, "library" | "keeper" | "realm">;

/** The id of the story that somebody calls so; the name as it is where no story is. */
export async function storyCalled(job: Desk, name: string): Promise<string> {
	return (await findStory(job, name))?.id ?? name;
}

/**
 * The story that is called so by its id, its title or another name: one that is served, or one that was
 * begun and has no article yet. null where there is none.
 */
export async function findStory(job: Desk, name: string): Promise<StoryNames | null> {
	const served = job.library.current(job.realm).stories.find(story => isCalled(story, name));
	if (served !== undefined) return served;
	const states = await standing(job, null);
	if (isNotice(states)) return null;
	const begun = [...states].flatMap(([path, state]) => {
		if (!path.endsWith(STORY_FILE) || state.kind !== "text") return [];
		const parsed = parseStory(path.slice(0, -STORY_FILE.length), state.text);
		return parsed.kind === "story" ? [parsed.story] : [];
	});
	return begun.find(story => isCalled(story, name)) ?? null;
}
