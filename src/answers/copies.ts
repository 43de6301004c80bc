import { type CopyPair, copiesAmong } from "../claims/lineage/near-copies.ts";
import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { listed, unique } from "./wording.ts";

/** Two outlets of a story that share much of their text. */
interface Sharing extends Pick<CopyPair, "kind" | "share"> {
	readonly outlets: readonly [string, string];
}

function findSharing(articles: Story["articles"]): readonly Sharing[] {
	const outlets = new Map(articles.map(({ article }) => [article.id, article.outlet]));
	return copiesAmong(articles).flatMap(({ articles: [a, b], kind, share }) => {
		const [first, second] = [outlets.get(a), outlets.get(b)];
		const isOfOne = first === undefined || second === undefined || first === second;
		return isOfOne ? [] : [{ outlets: [first, second] as const, kind, share }];
	});
}

// The articles of a story never change, and every answer asks which of them are copies.
const found = new WeakMap<Story["articles"], readonly Sharing[]>();

/** The outlets of a story that share much of their text with another, two by two. */
function sharingIn({ articles }: Story): readonly Sharing[] {
	const sharing = found.get(articles) ?? findSharing(articles);
	found.set(articles, sharing);
	return sharing;
}

/** Outlets of a story that print nearly the same text, put together with all whose text is that of one of them. */
export function copiesIn(story: Story): readonly (readonly string[])[] {
	const groups: (readonly string[])[] = [];
	for (const { kind, outlets } of sharingIn(story)) {
		if (kind !== "copy") continue;
		const joined = groups.filter(group => outlets.some(outlet => group.includes(outlet)));
		const rest = groups.filter(group => !joined.includes(group));
		groups.splice(0, groups.length, ...rest, unique([...joined.flat(), ...outlets]));
	}
	return groups;
}

/** How many outlets confirm one another: those that print nearly the same text are one. */
export function independentOf(
	outlets: readonly string[],
	copies: readonly (readonly string[])[],
): number {
	const first = (outlet: string) => copies.find(group => group.includes(outlet))?.[0] ?? outlet;
	return new Set(outlets.map(first)).size;
}

/** What is said of outlets that print nearly the same text, where several of them are counted. */
function copiesInWords(
	outlets: readonly string[],
	copies: readonly (readonly string[])[],
): readonly string[] {
	return copies
		.map(group => outlets.filter(outlet => group.includes(outlet)))
		.filter(counted => counted.length > 1)
		.map(
			counted => `${listed(counted)} print nearly the same text, and do not confirm one another.`,
		);
}

/** What stands beside a count of outlets: how many of them print nearly the same text; "" where none do. */
export function copiesCounted(story: Story, outlets: readonly string[]): string {
	return copiesIn(story)
		.map(group => outlets.filter(outlet => group.includes(outlet)).length)
		.filter(copies => copies > 1)
		.map(copies => `, ${copies} of them printing nearly the same text`)
		.join("");
}

/** The answer with a note on the outlets in it that print nearly the same text. */
export function noteCopies(story: Story, answer: Answer): Answer {
	const outlets = unique(answer.excerpts.map(({ outlet }) => outlet));
	if (outlets.length < 2) return answer;
	const notes = copiesInWords(outlets, copiesIn(story));
	return { ...answer, notes: unique([...answer.notes, ...notes]) };
}

const EXTENT = { copy: "nearly the whole of it", part: "a part of it" } as const;

/** With whom an outlet shares its text, and how much of it: one sentence each, most first. */
export function sharedTextOf(story: Story, outlet: string): readonly string[] {
	return sharingIn(story)
		.filter(({ outlets }) => outlets.includes(outlet))
		.toSorted((a, b) => b.share - a.share)
		.map(({ outlets, kind, share }) => {
			const [other = ""] = outlets.filter(name => name !== outlet);
			const percent = `${Math.round(share * 100)}%`;
			return `${outlet} shares its text with ${other}, ${EXTENT[kind]}: ${percent} of the runs of five words of the shorter article stand in the other (computed).`;
		});
}
