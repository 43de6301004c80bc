import type { Notice } from "../../../commands/command.ts";
import { isCalled } from "../../corpus/story.ts";
import type { Snapshot, Story } from "../../snapshot.ts";
import { nearestNames } from "../../text/nearest-names.ts";

/** The story that is meant by its id, title or alias, or the only one; else why none is, and which there are. */
export function findStory(snapshot: Snapshot, name: string | null): Story | Notice {
	const { stories } = snapshot;
	const [first, ...others] = stories;
	if (first === undefined)
		return refusal("There is no story to read", "the corpus holds no article");
	const known = stories.map(({ id }) => id);
	if (name === null) {
		return others.length === 0
			? first
			: refusal("Which story?", `--story takes ${known.join(", ")}`);
	}
	const named = stories.find(story => isCalled(story, name));
	if (named !== undefined) return named;
	const [nearest] = nearestNames(name, known);
	const guess =
		nearest === undefined ? `there are ${known.join(", ")}` : `did you mean ${nearest}?`;
	return refusal(`There is no story "${name}"`, guess);
}

function refusal(title: string, text: string): Notice {
	return { title, text, sections: [], choices: [], refusal: true };
}
