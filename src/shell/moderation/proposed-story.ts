import { parseList, pathOfList } from "../../records/documents.ts";
import type { Story } from "../../snapshot.ts";
import { stems } from "../../text/terms.ts";
import type { Draft } from "./drafts.ts";
import { isNotice, type Job, ownStory, standing, textAt } from "./job.ts";
import { BEGUN } from "./past-changes.ts";
import { readNewest } from "./record.ts";

/** A story for an article that nobody named one for, and why that one; see `Draft`. */
export type Proposal = Pick<Draft, "story" | "proposedBy">;

/**
 * The story that an article may be meant for: the only one there is; else the one that the channel is tied
 * to; else the one that was begun last, while it has no article; else the one that shares most of its words
 * with the text. null where there is none.
 */
export async function proposeStory(job: Job, text: string): Promise<Proposal | null> {
	const states = await standing(job, null);
	if (isNotice(states)) return null;
	const served = job.library.current(job.realm).stories;
	const own = served.filter(({ id }) => !isNotice(ownStory(job, id)));
	const begun = [...states].flatMap(([path, state]) => {
		const [, id] = /^([^/]+)\/story\.yaml$/u.exec(path) ?? [];
		const isEmpty = state.kind === "text" && !served.some(story => story.id === id);
		return isEmpty && id !== undefined ? [id] : [];
	});
	const all = [...own.map(({ id }) => id), ...begun];
	const [only, ...others] = all;
	if (only !== undefined && others.length === 0) return { story: only, proposedBy: null };
	const tied = tiedTo(job, textAt(states, pathOfList("channels", "")));
	if (tied !== null && all.includes(tied)) return { story: tied, proposedBy: "channel" };
	const last = await lastBegun(job, all);
	if (last !== null && begun.includes(last)) return { story: last, proposedBy: "begun" };
	const likest = likestTo(text, own);
	return likest === null ? null : { story: likest, proposedBy: "words" };
}

function tiedTo({ asker }: Job, channels: string | null): string | null {
	const known = parseList("channels", channels);
	const rows = known.kind === "list" ? known.rows : [];
	return rows.find(({ channel }) => channel === asker.channel)?.story ?? null;
}

/** Which of some stories was begun last; null where the record does not say. */
async function lastBegun(
	{ keeper, realm }: Job,
	stories: readonly string[],
): Promise<string | null> {
	const begunIn = (record: Awaited<ReturnType<typeof readNewest>>) =>
		"kind" in record
			? undefined
			: record.find(({ deed, story }) => deed.kind === BEGUN && stories.includes(story ?? ""));
	const record = await readNewest(keeper, realm, read => begunIn(read) !== undefined);
	return begunIn(record)?.story ?? null;
}

function likestTo(text: string, stories: readonly Story[]): string | null {
	const words = new Set(stems(text));
	const ranked = stories
		.map(story => ({ id: story.id, shared: shareOf(words, story) }))
		.toSorted((a, b) => b.shared - a.shared);
	return ranked[0]?.id ?? null;
}

/** The share of a text's words that a story's articles have too. */
function shareOf(words: ReadonlySet<string>, { articles }: Story): number {
	const told = new Set(articles.flatMap(({ article }) => stems(article.body)));
	return words.size === 0 ? 0 : [...words].filter(word => told.has(word)).length / words.size;
}

const WHY: Readonly<Record<NonNullable<Draft["proposedBy"]>, string>> = {
	channel: "this channel is tied to it",
	begun: "it was begun last, and has no article yet",
	words: "its articles share most words with this one",
};

/** Why a draft's story is proposed; nothing where it was named, or is the only one. */
export function proposedFor({ proposedBy }: Pick<Draft, "proposedBy">): readonly string[] {
	return proposedBy === null ? [] : [`proposed: ${WHY[proposedBy]}`];
}
