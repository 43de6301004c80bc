/** A text that was cut, or not: what is shown, and how many words were left out. */
export interface Cut {
	readonly shown: string;
	readonly wordsLeft: number;
}

/** How much a page takes: characters in all, and pieces of text. */
export interface Room {
	readonly characters: number;
	readonly pieces: number;
}

/** Items under a heading, each given as what it looks like in at most so many characters; blank ones are left out. */
export interface Part {
	readonly heading: string | null;
	readonly items: readonly ((room: number) => string)[];
}

/** What stands on one page, in order, and how many items of all have been shown by its end. */
export interface Page {
	readonly pieces: readonly string[];
	readonly itemsSoFar: number;
}

// A stop, its closing marks, and white space before what can begin a sentence; no initials or titles.
const sentenceEnd =
	/(?<![\s.(]\p{L}|\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Jr|Sr))[.!?]["'”’)\]]*(?=\s+["'“‘([]?[\p{Lu}\d])/gu;
const wordEnd = /(?<=\S)(?=\s)/gu;

/**
 * The longest beginning of `text` that `fits`, cut at the end of a sentence, else of a word, else
 * anywhere but inside a character. `fits` must hold for every beginning of what it holds for.
 */
export function cutText(text: string, fits: (shown: string) => boolean): Cut {
	if (fits(text)) return { shown: text, wordsLeft: 0 };
	const shown =
		longestAt(ends(text, sentenceEnd), text, fits) ??
		longestAt(ends(text, wordEnd), text, fits) ??
		longestAt(characterEnds(text), text, fits) ??
		"";
	return { shown, wordsLeft: countWords(text.slice(shown.length)) };
}

/** A line of our own, cut at the end of a word and marked with "…" where it does not fit. */
export function cutLine(text: string, fits: (shown: string) => boolean): string {
	if (fits(text)) return text;
	const marked = (shown: string) => fits(`${shown}…`);
	const shown =
		longestAt(ends(text, wordEnd), text, marked) ??
		longestAt(characterEnds(text), text, marked) ??
		"";
	return `${shown}…`;
}

/**
 * Parts laid out on pages. No item is split; a heading stands with its first item, and stands again,
 * marked as continued, where a page begins in the midst of its part. There is always one page.
 *
 * @param roomOf the room on a page, counted from 0; the same from the second on
 */
export function paginate(parts: readonly Part[], roomOf: (page: number) => Room): readonly Page[] {
	const least = Math.min(roomOf(0).characters, roomOf(1).characters);
	const pages: Page[] = [];
	let page: Page = { pieces: [], itemsSoFar: 0 };
	for (const item of parts.flatMap(part => itemsOf(part, least))) {
		const pieces = [...page.pieces, ...item.below];
		if (page.pieces.length === 0 || holds(roomOf(pages.length), pieces)) {
			page = { pieces, itemsSoFar: page.itemsSoFar + 1 };
		} else {
			pages.push(page);
			page = { pieces: item.onTop, itemsSoFar: page.itemsSoFar + 1 };
		}
	}
	return [...pages, page];
}

/** An item as it stands below others, and as it stands on top of a page. */
interface Item {
	readonly below: readonly string[];
	readonly onTop: readonly string[];
}

function itemsOf({ heading, items }: Part, room: number): readonly Item[] {
	const continued = heading === null ? "" : `${heading} (continued)`;
	const texts = items.map(item => item(room - continued.length)).filter(text => text.trim() !== "");
	if (heading === null) return texts.map(text => alike([text]));
	const [first, ...others] = texts;
	const top = alike(first === undefined ? [heading] : [heading, first]);
	return [top, ...others.map(text => ({ below: [text], onTop: [continued, text] }))];
}

function alike(pieces: readonly string[]): Item {
	return { below: pieces, onTop: pieces };
}

function holds(room: Room, pieces: readonly string[]): boolean {
	const characters = pieces.reduce((sum, piece) => sum + piece.length, 0);
	return pieces.length <= room.pieces && characters <= room.characters;
}

function ends(text: string, pattern: RegExp): readonly number[] {
	return [...text.matchAll(pattern)].map(match => match.index + match[0].length);
}

function characterEnds(text: string): readonly number[] {
	let end = 0;
	return [...text].map(character => {
		end += character.length;
		return end;
	});
}

/** The longest beginning that fits, by halving: what fits gets no longer than what does not. */
function longestAt(
	ends: readonly number[],
	text: string,
	fits: (shown: string) => boolean,
): string | null {
	let low = 0;
	let high = ends.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (fits(text.slice(0, ends[middle]))) low = middle + 1;
		else high = middle;
	}
	return low === 0 ? null : text.slice(0, ends[low - 1]);
}

function countWords(text: string): number {
	return text.split(/\s+/u).filter(word => word !== "").length;
}
