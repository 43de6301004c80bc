import { printOne } from "./align.ts";
import { areOfParts, partNames } from "./apart.ts";
import type { Weigh } from "./context.ts";
import { compareAll } from "./context-table.ts";
import type { FigureMention } from "./figure-mentions.ts";
import { greaterBeside } from "./greater.ts";
import { elsewhereIn } from "./lone.ts";
import { neededToMeet } from "./needed.ts";
import type { Reading } from "./reading.ts";

/** Mentions of one thing, found in one or several articles. */
export type MentionGroup = readonly FigureMention[];

interface Link {
	readonly a: number;
	readonly b: number;
	readonly sameValue: boolean;
	/** How far the likeness lies above what was needed, as a share of what is left above it. */
	readonly margin: number;
}

/** Whether the same article prints a greater number of the same happening. */
type IsLesser = (mention: FigureMention) => boolean;

/** A lesser number is what others print only where they print that number. */
function mayLink(a: FigureMention, b: FigureMention, isLesser: IsLesser): boolean {
	return !(isLesser(a) || isLesser(b)) || printOne(a, b);
}

interface Compared {
	readonly mentions: readonly FigureMention[];
	readonly weigh: Weigh;
	readonly isLesser: IsLesser;
}

/** Whether two mentions may stand in one group: what is needed of their likeness, and whether they print the same; null where they may not. */
type MayMeet = (
	a: FigureMention,
	b: FigureMention,
) => { readonly needed: number; readonly sameValue: boolean } | null;

function meetingAmong({ mentions, weigh, isLesser }: Compared): MayMeet {
	const parts = partNames(mentions);
	const story = { weigh, elsewhere: elsewhereIn(mentions) };
	return (a, b) => {
		if (!mayLink(a, b, isLesser)) return null;
		const same = printOne(a, b);
		if (!same && areOfParts(a, b, parts)) return null;
		const needed = neededToMeet(a, b, story);
		return needed === null ? null : { needed, sameValue: same };
	};
}

function linksAmong(compared: Compared): Map<string, Link> {
	const { mentions, weigh } = compared;
	const links = new Map<string, Link>();
	const mayMeet = meetingAmong(compared);
	const alikeAt = compareAll(
		mentions.map(({ context }) => context),
		weigh,
	);
	for (const [i, a] of mentions.entries()) {
		for (const [offset, b] of mentions.slice(i + 1).entries()) {
			const j = i + 1 + offset;
			const meeting = mayMeet(a, b);
			if (meeting === null) continue;
			const margin = (alikeAt(i, j) - meeting.needed) / (1 - meeting.needed);
			links.set(`${i} ${j}`, { a: i, b: j, sameValue: meeting.sameValue, margin });
		}
	}
	return links;
}

function linkOf(links: ReadonlyMap<string, Link>, i: number, j: number): Link | undefined {
	return links.get(i < j ? `${i} ${j}` : `${j} ${i}`);
}

interface Joining {
	readonly mentions: readonly FigureMention[];
	readonly links: ReadonlyMap<string, Link>;
}

/**
 * Whether two groups may become one: no pair of theirs is impossible, and on average they fit, each
 * two articles by what is most alike in them.
 */
function groupsFit(left: readonly number[], right: readonly number[], joining: Joining): boolean {
	const { mentions, links } = joining;
	const best = new Map<Reading | undefined, Map<Reading | undefined, number>>();
	for (const i of left) {
		const row = best.get(mentions[i]?.reading) ?? new Map<Reading | undefined, number>();
		best.set(mentions[i]?.reading, row);
		for (const j of right) {
			const link = linkOf(links, i, j);
			if (link === undefined) return false;
			const other = mentions[j]?.reading;
			row.set(other, Math.max(link.margin, row.get(other) ?? Number.NEGATIVE_INFINITY));
		}
	}
	const margins = [...best.values()].flatMap(row => [...row.values()]);
	return margins.reduce((sum, margin) => sum + margin, 0) >= 0;
}

function cluster({ mentions, links }: Joining): readonly MentionGroup[] {
	const groupOf = mentions.map((_, index) => [index]);
	const inOrder = [...links.values()]
		.filter(({ margin }) => margin >= 0)
		.toSorted((x, y) => Number(y.sameValue) - Number(x.sameValue) || y.margin - x.margin);
	for (const { a, b } of inOrder) {
		const left = groupOf[a];
		const right = groupOf[b];
		if (left === undefined || right === undefined || left === right) continue;
		if (!groupsFit(left, right, { mentions, links })) continue;
		const joined = [...left, ...right].toSorted((x, y) => x - y);
		for (const index of joined) groupOf[index] = joined;
	}
	return [...new Set(groupOf)].map(group =>
		group.map(index => mentions[index]).filter(mention => mention !== undefined),
	);
}

type WholeOf = (mention: FigureMention) => FigureMention | undefined;

/** The greater number that a group belongs to, where only one article has it and says of both the same. */
function wholeOfGroup(group: MentionGroup, wholeOf: WholeOf): FigureMention | null {
	const [first] = group;
	const whole = first === undefined ? undefined : wholeOf(first);
	if (first === undefined || whole === undefined) return null;
	const isAlone = group.every(({ reading }) => reading === first.reading);
	const isTold = first.saysPredicate || first.predicate?.units !== undefined;
	const isElsewhere = first.place !== null && whole.place !== null && first.place !== whole.place;
	return isAlone && isTold && !isElsewhere ? whole : null;
}

function withParts(groups: readonly MentionGroup[], wholeOf: WholeOf): readonly MentionGroup[] {
	const wholes = new Map(groups.map(group => [group, wholeOfGroup(group, wholeOf)]));
	const isPart = (group: MentionGroup) => {
		const whole = wholes.get(group) ?? null;
		return groups.some(
			other => whole !== null && other.includes(whole) && wholes.get(other) === null,
		);
	};
	const parts = groups.filter(isPart);
	return groups
		.filter(group => !parts.includes(group))
		.map(group => {
			const own = parts.filter(part => group.some(mention => mention === wholes.get(part)));
			return [...group, ...own.flat()];
		});
}

/**
 * Mentions of the same thing, put together across articles: the most alike first, and only groups
 * whose every pair may be the same thing (agglomerative clustering by average link). A lesser number
 * beside a greater one of its article goes with that, where nobody else prints it.
 */
export function alignFigures(
	mentions: readonly FigureMention[],
	weigh: Weigh,
): readonly MentionGroup[] {
	const greater = greaterBeside(mentions, weigh);
	const links = linksAmong({ mentions, weigh, isLesser: mention => greater.has(mention) });
	return withParts(cluster({ mentions, links }), mention => greater.get(mention));
}
