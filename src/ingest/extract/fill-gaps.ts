import { type Block, lengthOf } from "./blocks.ts";
import { isProse } from "./choose-blocks.ts";

/** Places that hold less of what was found than this tell nothing of where a text stands. */
const LEAST_SHARE = 0.1;

/** So many letters of other prose on end are another text. */
const MOST_BETWEEN = 2_000;

/**
 * What was found of an article, with the parts of it that were missed: blocks of its page that stand in places
 * of the same kind as most of what was found. The page's blocks are in the order of reading.
 */
export function fillGaps(found: readonly Block[], page: readonly Block[]): readonly Block[] {
	const known = indexPieces(found);
	const indexes = page.map(block => indexOf(block, known));
	const isKnown = indexes.map(index => index !== null);
	const places = placesOf(page.filter((block, index) => isKnown[index] && isProse(block)));
	const [from, to] = reachOf(page, isKnown, places);
	const seen = new Set<string>();
	// What was missed stands behind the block that it follows on the page, or before all.
	const missed: Block[][] = [[], ...found.map(() => [])];
	let before = -1;
	for (const [offset, block] of page.slice(from, to + 1).entries()) {
		const index = indexes[from + offset] ?? null;
		before = index ?? before;
		if (index !== null || !places.has(block.place) || seen.has(block.text)) continue;
		seen.add(block.text);
		missed[before + 1]?.push(block);
	}
	return missed.flatMap((blocks, index) => [
		...found.slice(Math.max(0, index - 1), index),
		...blocks,
	]);
}

/** Sentences and lines, as they are told from others. */
function piecesOf(text: string): readonly string[] {
	return text
		.split(/[.!?。！？]+\s*|\n/u)
		.map(piece => piece.replace(/[^\p{L}\p{N}]+/gu, ""))
		.filter(piece => piece !== "");
}

function indexPieces(blocks: readonly Block[]): ReadonlyMap<string, number> {
	return new Map(
		blocks.flatMap(({ text }, index) => piecesOf(text).map(piece => [piece, index] as const)),
	);
}

/** The index of the block that most of this one is in; null where most of it is in none. */
function indexOf({ text }: Block, known: ReadonlyMap<string, number>): number | null {
	const pieces = piecesOf(text);
	const found = pieces.filter(piece => known.has(piece));
	const isMost = found.join("").length * 2 >= pieces.join("").length;
	return isMost ? (known.get(found.at(-1) ?? "") ?? null) : null;
}

function placesOf(blocks: readonly Block[]): ReadonlySet<string> {
	const lengths = new Map<string, number>();
	for (const { place, text } of blocks) lengths.set(place, (lengths.get(place) ?? 0) + text.length);
	const least = LEAST_SHARE * lengthOf(blocks);
	return new Set([...lengths].filter(([, length]) => length >= least).map(([place]) => place));
}

/** The first and last index of the text: of what was found of it, and on as far as it goes on. */
function reachOf(
	page: readonly Block[],
	isKnown: readonly boolean[],
	places: ReadonlySet<string>,
): readonly [number, number] {
	const [first, last] = [isKnown.indexOf(true), isKnown.lastIndexOf(true)];
	if (first === -1) return [0, -1];
	const above = page.slice(0, first).toReversed();
	return [first - partsOf(above, places), last + partsOf(page.slice(last + 1), places)];
}

/** How many of the blocks next to a text, the nearest first, it goes on for. */
function partsOf(blocks: readonly Block[], places: ReadonlySet<string>): number {
	let parts = 0;
	let between = 0;
	for (const [index, block] of blocks.entries()) {
		if (between > MOST_BETWEEN || (block.kind === "heading" && block.level === 1)) break;
		if (!isProse(block)) continue;
		// A list of other pages goes on without end.
		const isPart = places.has(block.place) && block.kind !== "item";
		between = isPart ? 0 : between + block.text.length;
		if (isPart) parts = index + 1;
	}
	return parts;
}
