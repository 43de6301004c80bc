import { overlaps, type Span } from "../text/span.ts";
import { bestStretch, type ContentWord, type Lexicon } from "./likeness.ts";
import {
	findPrinting,
	type Occurrence,
	type ReadText,
	soundShare,
	type Wanted,
} from "./printing.ts";

/** A sentence, and the stretches in it that stand in marks and so are quotations of their own. */
export interface SearchedSentence extends ReadText {
	readonly marked: readonly Span[];
}

/** An article as paraphrases are looked for in it. */
export interface SearchedArticle {
	readonly sentences: readonly SearchedSentence[];
	/** Whom it credits in which sentence, by last name. */
	readonly speakers: readonly { readonly speaker: string; readonly sentence: number }[];
}

/** A quotation that is looked for in all articles. */
export interface WantedQuotation extends Wanted {
	readonly speaker: string | null;
	/** The sentence in which each article prints it in marks; null where it does not. */
	readonly marked: readonly (number | null)[];
}

/** Where an article prints a quotation: the sentence, by its index, and where in it; null in marks. */
export interface Place {
	readonly sentence: number;
	readonly occurrence: Occurrence | null;
}

/** A place, and whether its words alone or its speaker make it sure. */
interface Candidate extends Place {
	readonly sure: boolean;
}

/** How many sentences apart two quotations are neighbours. */
const NEIGHBOURHOOD = 1;
/** How many articles must have two quotations as neighbours before the one makes the other expected. */
const FEWEST_LINKS = 2;
/** The share of its weight, and the words, that a likely place must have for a credit to make it sure. */
const CREDITED = 0.4;
const CREDITED_WORDS = 3;
/**
 * A sure paraphrase says more than the quotation, which outlets that rewrite one text have as well: the
 * fewest words of its clause, the share of them, and the very same words that make another its like.
 */
const CLAUSE_WORDS = 6;
const CLAUSE_SHARE = 0.5;
const CLAUSE_SAME = 4;

/** Whether the speaker is credited in the sentence or the one before. */
function isCredited(article: SearchedArticle, speaker: string | null, sentence: number): boolean {
	if (speaker === null) return false;
	const name = speaker.toLowerCase().replace(/^.*[\s\u00a0]/, "");
	return article.speakers.some(
		credit =>
			credit.speaker === name && sentence - credit.sentence >= 0 && sentence - credit.sentence <= 1,
	);
}

function rank({ sure, occurrence }: Candidate): number {
	return (sure ? 1 : 0) + (occurrence?.share ?? 1);
}

/** The places of an article that may print a quotation without marks, the best first. */
function candidatesIn(
	quotation: WantedQuotation,
	article: SearchedArticle,
	lexicon: Lexicon,
): readonly Candidate[] {
	return article.sentences
		.flatMap((text, sentence) => {
			const occurrence = findPrinting(quotation, text, lexicon);
			if (occurrence === null || text.marked.some(span => overlaps(span, occurrence))) return [];
			const credited =
				occurrence.certainty === "likely" &&
				occurrence.share >= CREDITED &&
				occurrence.same >= CREDITED_WORDS &&
				isCredited(article, quotation.speaker, sentence);
			return [{ sentence, occurrence, sure: credited || occurrence.certainty === "sure" }];
		})
		.sort((a, b) => rank(b) - rank(a));
}

/** What is found of one quotation in one article. */
interface Cell {
	/** In marks, or sure by itself. */
	readonly sure: Place | null;
	readonly candidates: readonly Candidate[];
}

/** A quotation's cells, one for each article. */
interface Row {
	readonly speaker: string | null;
	readonly cells: readonly Cell[];
}

function cellOf(
	quotation: WantedQuotation,
	at: number,
	search: { readonly articles: readonly SearchedArticle[]; readonly lexicon: Lexicon },
): Cell {
	const sentence = quotation.marked[at] ?? null;
	const article = search.articles[at];
	if (sentence !== null) return { sure: { sentence, occurrence: null }, candidates: [] };
	if (article === undefined) return { sure: null, candidates: [] };
	const candidates = candidatesIn(quotation, article, search.lexicon);
	const [best] = candidates;
	return { sure: best?.sure ? best : null, candidates };
}

function isLikely({ occurrence }: Place): boolean {
	return occurrence?.certainty === "likely";
}

/** The sure place of a cell, or its likely ones. */
function placesOf(cell: Cell | undefined): readonly Place[] {
	if (cell === undefined) return [];
	return cell.sure === null ? cell.candidates.filter(isLikely) : [cell.sure];
}

function areNear(a: Place, b: Place): boolean {
	return Math.abs(a.sentence - b.sentence) <= NEIGHBOURHOOD;
}

/** The articles, by index, in which two quotations stand as neighbours, one of them surely. */
function linksOf(mine: readonly Cell[], other: readonly Cell[]): readonly number[] {
	return mine.flatMap((cell, at) => {
		const beside = other[at];
		if (cell.sure === null && (beside?.sure ?? null) === null) return [];
		const places = placesOf(beside);
		return placesOf(cell).some(place => places.some(near => areNear(place, near))) ? [at] : [];
	});
}

/** By how many sentences `mine` stands behind `other` in the articles that surely have both side by side. */
function offsetsOf(mine: readonly Cell[], other: readonly Cell[]): readonly number[] {
	return mine
		.map((cell, at) => {
			const beside = other[at]?.sure ?? null;
			return cell.sure === null || beside === null ? null : cell.sure.sentence - beside.sentence;
		})
		.filter(offset => offset !== null)
		.filter(offset => Math.abs(offset) <= NEIGHBOURHOOD);
}

/** A quotation of the same speaker, beside which another is expected. */
interface Neighbour {
	readonly cells: readonly Cell[];
	/** By how many sentences the other stands behind it, in each article that surely has both. */
	readonly offsets: readonly number[];
}

function neighboursOf(mine: Row, rows: readonly Row[]): readonly Neighbour[] {
	return rows
		.filter(row => row !== mine && row.speaker !== null && row.speaker === mine.speaker)
		.filter(row => linksOf(mine.cells, row.cells).length >= FEWEST_LINKS)
		.map(({ cells }) => ({ cells, offsets: offsetsOf(mine.cells, cells) }));
}

/** Whether a likely place stands beside a neighbour: a sure one, or one that is surely beside it elsewhere. */
function isBorneOut(place: Place, at: number, neighbours: readonly Neighbour[]): boolean {
	return neighbours.some(({ cells, offsets }) => {
		const sure = cells[at]?.sure ?? null;
		if (sure !== null) return areNear(place, sure);
		const likely = offsets.length >= FEWEST_LINKS ? placesOf(cells[at]) : [];
		return likely.some(near => areNear(place, near));
	});
}

/** Whether a place is just as far from a sure neighbour as in two other articles. */
function isInPlace(place: Place, at: number, neighbours: readonly Neighbour[]): boolean {
	return neighbours.some(({ cells, offsets }) => {
		const sure = cells[at]?.sure ?? null;
		return (
			sure !== null &&
			offsets.length >= FEWEST_LINKS &&
			offsets.includes(place.sentence - sure.sentence)
		);
	});
}

/** The words of the clause that a paraphrase stands in, from its own first word on. */
function clauseOf(sentence: ReadText, { start, end }: Occurrence): readonly ContentWord[] {
	const stop = sentence.text.slice(end).search(/[,;:.!?]/);
	const last = stop < 0 ? sentence.text.length : end + stop;
	return sentence.content.filter(word => word.start >= start && word.end <= last);
}

/** The clauses in which articles surely paraphrase a quotation. */
function clausesOf(
	{ cells }: Row,
	articles: readonly SearchedArticle[],
): readonly (readonly ContentWord[])[] {
	return cells
		.flatMap(({ sure }, at) => {
			const sentence = sure === null ? undefined : articles[at]?.sentences[sure.sentence];
			const occurrence = sure?.occurrence ?? null;
			if (sentence === undefined || occurrence?.form !== "paraphrase") return [];
			return [clauseOf(sentence, occurrence)];
		})
		.filter(words => words.length >= CLAUSE_WORDS);
}

/** A cell that is still open, and the article to search for it. */
interface OpenCell {
	readonly article: SearchedArticle;
	readonly lexicon: Lexicon;
	readonly cell: Cell;
}

/** The candidate whose sentence is most like one of some clauses; null when none is like enough. */
function placeLike(
	clauses: readonly (readonly ContentWord[])[],
	{ article, lexicon, cell }: OpenCell,
): Place | null {
	const found = cell.candidates.flatMap(({ sentence }) => {
		const text = article.sentences[sentence];
		if (text === undefined) return [];
		return clauses
			.map(clause => bestStretch(clause, text.content, lexicon))
			.filter(stretch => stretch !== null)
			.filter(stretch => soundShare(stretch) >= CLAUSE_SHARE && stretch.same >= CLAUSE_SAME)
			.filter(stretch => !text.marked.some(span => overlaps(span, stretch)))
			.map(({ start, end, share, same }) => ({
				sentence,
				occurrence: { start, end, share, same, form: "paraphrase", certainty: "likely" } as const,
			}));
	});
	const [best] = found.sort((a, b) => b.occurrence.share - a.occurrence.share);
	return best ?? null;
}

/** The place of a cell that its neighbours bear out. */
function expectedPlace(cell: Cell, at: number, neighbours: readonly Neighbour[]): Place | null {
	const found = cell.candidates.find(
		place =>
			(isLikely(place) && isBorneOut(place, at, neighbours)) || isInPlace(place, at, neighbours),
	);
	return found ?? null;
}

/** The rows with what their neighbours bear out taken for sure. */
function bearOut(rows: readonly Row[]): readonly Row[] {
	return rows.map(mine => {
		const neighbours = neighboursOf(mine, rows);
		const cells = mine.cells.map((cell, at) => ({
			...cell,
			sure: cell.sure ?? expectedPlace(cell, at, neighbours),
		}));
		return { ...mine, cells };
	});
}

/** The rows with what is like a sure paraphrase of another article taken for sure. */
function addLikes(
	rows: readonly Row[],
	articles: readonly SearchedArticle[],
	lexicon: Lexicon,
): readonly Row[] {
	return rows.map(mine => {
		const clauses = clausesOf(mine, articles);
		const cells = mine.cells.map((cell, at) => {
			const article = articles[at];
			const search = article === undefined ? null : { article, lexicon, cell };
			return { ...cell, sure: cell.sure ?? (search && placeLike(clauses, search)) };
		});
		return { ...mine, cells };
	});
}

/**
 * Where each article prints each quotation: in marks, in its very words without them, or in other words.
 * What the words leave open is settled by whom the article credits there, and by the quotations that
 * stand beside it in other articles: outlets that rewrite one text keep its order. What is settled so
 * helps to settle the rest, once.
 */
export function findPlaces(
	quotations: readonly WantedQuotation[],
	articles: readonly SearchedArticle[],
	lexicon: Lexicon,
): readonly (readonly (Place | null)[])[] {
	const rows = quotations.map(quotation => ({
		speaker: quotation.speaker,
		cells: articles.map((_, at) => cellOf(quotation, at, { articles, lexicon })),
	}));
	const settled = addLikes(bearOut(bearOut(rows)), articles, lexicon);
	return settled.map(({ cells }) => cells.map(({ sure }) => sure));
}
