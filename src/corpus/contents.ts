import { type Draft, isEnded, type Marks } from "./draft.ts";
import { isCaption } from "./kinds.ts";

const LONGEST_ENTRY = 20;
const FEWEST_ENTRIES = 3;
const SHARE_THAT_RECURS = 0.6;
const ASKING = /^(?:who|what|when|where|why|how|which)\b/iu;

/**
 * Tables of contents: at least three lines on end, most of which stand again as lines further down.
 * The lines further down are the headings that they list, and count.
 */
export function findContents(drafts: readonly Draft[]): Marks {
	const lastOf = new Map(drafts.map(({ words }, index) => [words, index]));
	const listed = new Set<number>();
	for (const [from, to] of runsOf(drafts, isEntry)) {
		const recurring = indexes(from, to).filter(
			index => (lastOf.get(drafts[index]?.words ?? "") ?? index) > index,
		);
		const first = recurring[0] ?? from;
		const last = recurring.at(-1) ?? first;
		const share = recurring.length / (last - first + 1);
		if (recurring.length < FEWEST_ENTRIES || share < SHARE_THAT_RECURS) continue;
		for (const index of indexes(first, last + 1)) listed.add(index);
	}
	return drafts.map((_, index) => (listed.has(index) ? "contents" : null));
}

/**
 * Section titles in the form of a question that stand more than once, as where a FAQ asks the
 * article's own headings again: a label in each place, and a report in none. `contents` are left out.
 */
export function findRecurringQuestions(drafts: readonly Draft[], contents: Marks): Marks {
	const counts = new Map<string, number>();
	const isLabel = drafts.map(
		({ kind, text }, index) =>
			contents[index] === null &&
			(kind === "heading" || kind === "question") &&
			(ASKING.test(text) || kind === "question"),
	);
	for (const [index, { words }] of drafts.entries()) {
		if (isLabel[index] === true) counts.set(words, (counts.get(words) ?? 0) + 1);
	}
	return drafts.map(({ words }, index) =>
		isLabel[index] === true && (counts.get(words) ?? 0) > 1 ? "repeat" : null,
	);
}

/** Texts that stand for a picture right above its caption; one with a figure in it counts. */
export function findPictureLabels(drafts: readonly Draft[]): Marks {
	return drafts.map(({ kind, text }) =>
		kind === "caption" && !isCaption(text) && !/\d/u.test(text) ? "repeat" : null,
	);
}

function isEntry({ text, words, kind }: Draft): boolean {
	if (kind === "title" || words.split(" ").length > LONGEST_ENTRY) return false;
	return kind === "question" || !isEnded(text);
}

function runsOf(
	drafts: readonly Draft[],
	admits: (draft: Draft) => boolean,
): readonly (readonly [from: number, to: number])[] {
	const runs: [number, number][] = [];
	for (const [index, draft] of drafts.entries()) {
		const last = runs.at(-1);
		if (!admits(draft)) continue;
		if (last !== undefined && last[1] === index) last[1] = index + 1;
		else runs.push([index, index + 1]);
	}
	return runs;
}

function indexes(from: number, to: number): readonly number[] {
	return Array.from({ length: to - from }, (_, offset) => from + offset);
}
