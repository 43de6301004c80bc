import { z } from "zod";
import { readFields, refusal } from "./front-matter.ts";
import type { Problem } from "./problem.ts";

/** What a story is called: its folder's name, its title, and other names that members may use. */
export interface StoryNames {
	readonly id: string;
	readonly title: string;
	readonly aliases: readonly string[];
}

export type ParsedStory =
	| { readonly kind: "story"; readonly story: StoryNames }
	| { readonly kind: "problem"; readonly problem: Problem };

const name = z
	.string()
	.trim()
	.regex(/^[^\p{Cc}]+$/u);

const STORY = z.object({
	title: name.optional(),
	aliases: z.union([z.array(name), name.transform(alias => [alias])]).default([]),
});

const RULES = {
	title: ["not text on one line", "write title: TITLE on one line"],
	aliases: ["not a list of names", "write each on a line of its own, after a dash"],
} as const;

/** Whether a story is called so, by its id, its title or another name; whatever the case. */
export function isCalled({ id, title, aliases }: StoryNames, name: string): boolean {
	const wanted = name.toLowerCase();
	return [id, title, ...aliases].some(known => known.toLowerCase() === wanted);
}

/**
 * A story's names from its `story.yaml` (title and aliases, both optional). `text` is null where the
 * folder has none; the title is then made of the folder's name ("edge-ai" gives "Edge ai").
 */
export function parseStory(id: string, text: string | null): ParsedStory {
	const file = `${id}/story.yaml`;
	const read = readFields((text ?? "").replace(/^\uFEFF/u, ""));
	if (read.kind === "fault") return { kind: "problem", problem: { file, ...read.fault } };
	const known = STORY.safeParse(read.fields);
	if (!known.success) {
		const fault = refusal(known.error, read.fields, RULES);
		return { kind: "problem", problem: { file, ...fault } };
	}
	const { title = titleOf(id), aliases } = known.data;
	return { kind: "story", story: { id, title, aliases } };
}

function titleOf(id: string): string {
	const words = id.replaceAll(/[-_\s]+/gu, " ").trim();
	return words === "" ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
