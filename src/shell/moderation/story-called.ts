import { isCalled, parseStory } from "../../corpus/story.ts";
import { isNotice, type Job, standing } from "./job.ts";

const STORY_FILE = "/story.yaml";

/**
 * The id of the story that somebody calls by its id, its title or another name: one that is served, or
 * one that was begun and has no article yet. The name as it is where no story is called so.
 */
export async function storyCalled(
	job: Pick<Job, "library" | "keeper" | "realm">,
	name: string,
): Promise<string> {
	const served = job.library.current(job.realm).stories.find(story => isCalled(story, name));
	if (served !== undefined) return served.id;
	const states = await standing(job, null);
	if (isNotice(states)) return name;
	const begun = [...states].flatMap(([path, state]) => {
		if (!path.endsWith(STORY_FILE) || state.kind !== "text") return [];
		const parsed = parseStory(path.slice(0, -STORY_FILE.length), state.text);
		return parsed.kind === "story" ? [parsed.story] : [];
	});
	return begun.find(story => isCalled(story, name))?.id ?? name;
}
