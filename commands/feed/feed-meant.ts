import type { Feed, Records } from "../../src/records/records.ts";
import type { Story } from "../../src/snapshot.ts";
import type { Command, Outcome, Values } from "../command.ts";
import { button, refusal } from "../notice.ts";
import { required } from "../options.ts";

/** Which feed is meant: by its name or its address. */
export const feedOption = required("feed", "Which feed: its name or its address", true);

/** The feeds tied to a story. */
export function feedsOf(story: Story, { feeds }: Records): readonly Feed[] {
	return feeds.filter(feed => feed.story === story.id);
}

/** The one feed that is meant, or a refusal that offers those that there are. */
export function feedMeant(
	feeds: readonly Feed[],
	command: Pick<Command, "name">,
	values: Values,
): Feed | Outcome {
	const wanted = values["feed"] ?? "";
	const named = feeds.find(({ id, address }) => id === wanted || address === wanted);
	if (named !== undefined) return named;
	const choices = feeds.map(({ id, address, story }) =>
		button(address, command, { ...values, story, feed: id }),
	);
	const text = feeds.length === 0 ? "This story has no feed." : `No feed is called "${wanted}".`;
	return refusal("Which feed?", text, choices);
}
