import { overlaps, type Span, slice } from "../text/span.ts";
import { type Lexicon, readLexicon, similarity } from "./likeness.ts";
import { findPrinting, findWords, type PrintingForm, readWanted, type Wanted } from "./printing.ts";
import type { Quotation } from "./quotation.ts";
import { compareWording, foldedWords, trimWords } from "./wording.ts";

/** An article as quotations are compared: its sentences without furniture, and its quotations. */
export interface QuotedArticle {
	readonly article: string;
	readonly outlet: string;
	readonly body: string;
	/** Spans in the body, in its order. */
	readonly sentences: readonly Span[];
	readonly quotations: readonly Quotation[];
}

/** One article's printing of a quotation, at the span of its words in the body. */
export interface Printing extends Span {
	readonly article: string;
	readonly outlet: string;
	/** The words at the span, verbatim. */
	readonly text: string;
	/** The sentence that the words stand in. */
	readonly sentence: Span;
	/** How its words stand to the group's. */
	readonly form: PrintingForm;
	/** Whether it has all of the group's words, more around them, or only some that follow one another. */
	readonly extent: "whole" | "longer" | "part";
	/** Whether quotation marks stand around the words. */
	readonly marked: boolean;
	/** Whom the article has say it; null in its own voice, and where it does not tell. */
	readonly speaker: string | null;
	readonly cue: string | null;
}

/** The same quotation in all articles that print it, one printing each. */
export interface QuotationGroup {
	/** The words that most articles have, as one of them prints them, without the marks around them. */
	readonly text: string;
	readonly kind: Quotation["kind"];
	/** Whom most of the articles have say it; null when none tells. */
	readonly speaker: string | null;
	/** In the order of the articles given. */
	readonly printings: readonly Printing[];
}

/** A quotation in its article. */
interface Member {
	readonly source: QuotedArticle;
	readonly quotation: Quotation;
	/** Index of its sentence in the article; -1 when it stands in furniture. */
	readonly at: number;
	readonly words: readonly string[];
}

interface Relation {
	readonly form: PrintingForm;
	readonly extent: Printing["extent"];
}

/** The fewest words that two quotations must share when one is a part of the other. */
const FEWEST_SHARED = 4;
/** How alike two wordings of one speaker must be to count as one quotation in changed words. */
const CHANGED = 0.45;
/** How many sentences apart two quotations count as neighbours. */
const NEIGHBOURHOOD = 1;

function holds(words: readonly string[], part: readonly string[]): boolean {
	return words.some((_, from) => part.every((word, offset) => word === words[from + offset]));
}

function lastName(speaker: string): string {
	return speaker.toLowerCase().replace(/^.*[\s\u00a0]/, "");
}

function haveOneSpeaker(a: Quotation, b: Quotation): boolean {
	if (a.speaker === null || b.speaker === null) return false;
	return lastName(a.speaker) === lastName(b.speaker);
}

/** How one quotation stands to the words of another; null when they are different ones. */
function relate(other: Member, base: Member, lexicon: Lexicon): Relation | null {
	const { form } = compareWording(base.quotation.text, other.quotation.text);
	if (form !== "changed") return { form, extent: "whole" };
	if (base.quotation.kind === "term" || other.quotation.kind === "term") return null;
	const shorter = Math.min(base.words.length, other.words.length);
	if (shorter >= FEWEST_SHARED && holds(other.words, base.words)) {
		return { form: formOfPart(base.quotation.text, other.quotation.text), extent: "longer" };
	}
	if (shorter >= FEWEST_SHARED && holds(base.words, other.words)) {
		return { form: formOfPart(other.quotation.text, base.quotation.text), extent: "part" };
	}
	if (other.source === base.source || !haveOneSpeaker(base.quotation, other.quotation)) return null;
	const alike = similarity(base.quotation.text, other.quotation.text, lexicon);
	return alike >= CHANGED ? { form: "changed", extent: "whole" } : null;
}

function formOfPart(part: string, whole: string): PrintingForm {
	const span = findWords(part, whole);
	return span === null ? "folded" : compareWording(part, slice(whole, span)).form;
}

function sentenceAt(source: QuotedArticle, span: Span): number {
	return source.sentences.findIndex(({ start, end }) => start <= span.start && span.start < end);
}

/** The sentences that a quotation runs over, as one span. */
function sentencesOver(source: QuotedArticle, span: Span): Span {
	const over = source.sentences.filter(sentence => overlaps(sentence, span));
	return { start: over[0]?.start ?? span.start, end: over.at(-1)?.end ?? span.end };
}

function membersOf(source: QuotedArticle): readonly Member[] {
	return source.quotations
		.map(quotation => ({
			source,
			quotation,
			at: sentenceAt(source, quotation),
			words: foldedWords(quotation.text),
		}))
		.filter(({ words, at }) => words.length > 0 && at >= 0);
}

/** How many articles print the words of a member, in marks or not. */
function reach(member: Member, articles: readonly QuotedArticle[]): number {
	const text = trimWords(member.quotation.text);
	return articles.filter(({ body }) => findWords(text, body) !== null).length;
}

/** Members whose words most articles have first; of equals the longer, which tells more. */
function byReach(
	members: readonly Member[],
	articles: readonly QuotedArticle[],
): readonly Member[] {
	return members
		.map(member => ({ member, reach: reach(member, articles) }))
		.sort((a, b) => b.reach - a.reach || b.member.words.length - a.member.words.length)
		.map(({ member }) => member);
}

interface Draft {
	readonly base: Member;
	readonly members: readonly (Relation & { readonly member: Member })[];
}

function draftGroups(articles: readonly QuotedArticle[], lexicon: Lexicon): readonly Draft[] {
	const ordered = byReach(articles.flatMap(membersOf), articles);
	const taken = new Set<Member>();
	return ordered.flatMap(base => {
		if (taken.has(base)) return [];
		const members = ordered.flatMap(member => {
			const relation = relate(member, base, lexicon);
			return relation === null ? [] : [{ member, ...relation }];
		});
		for (const { member } of members) taken.add(member);
		return [{ base, members }];
	});
}

const FORMS: readonly PrintingForm[] = ["exact", "folded", "changed", "paraphrase"];

/** The printing in marks of an article that is nearest to the group's words; null without one. */
function markedPrinting(source: QuotedArticle, draft: Draft): Printing | null {
	const [best] = draft.members
		.filter(({ member }) => member.source === source)
		.sort((a, b) => FORMS.indexOf(a.form) - FORMS.indexOf(b.form));
	if (best === undefined) return null;
	const { quotation } = best.member;
	const { start, end, text, speaker, cue } = quotation;
	const sentence = sentencesOver(source, quotation);
	const { article, outlet } = source;
	const { form, extent } = best;
	return { article, outlet, start, end, text, sentence, form, extent, marked: true, speaker, cue };
}

/** Whether a sentence of an article stands near others that print neighbours of a quotation. */
type Expects = (source: QuotedArticle, sentence: number) => boolean;

interface Search {
	readonly wanted: Wanted;
	readonly lexicon: Lexicon;
	readonly kind: Quotation["kind"];
	readonly expects: Expects;
}

/** The sentence of an article that prints a quotation best without its marks; null when none does. */
function unmarkedPrinting(source: QuotedArticle, search: Search): Printing | null {
	const { wanted, lexicon, kind, expects } = search;
	const [best] = source.sentences
		.flatMap((sentence, index) => {
			const setting = { lexicon, expected: expects(source, index) };
			const found = findPrinting(wanted, slice(source.body, sentence), setting);
			return found === null ? [] : [{ sentence, found }];
		})
		.filter(({ found }) => kind === "speech" || found.form !== "paraphrase")
		.sort((a, b) => b.found.share - a.found.share);
	if (best === undefined) return null;
	const { sentence, found } = best;
	const span = { start: sentence.start + found.start, end: sentence.start + found.end };
	return {
		...span,
		article: source.article,
		outlet: source.outlet,
		text: slice(source.body, span),
		sentence,
		form: found.form,
		extent: "whole",
		marked: false,
		speaker: null,
		cue: null,
	};
}

/** The value that stands most often; the first of equals; null for none. */
function mostCommon(values: readonly string[]): string | null {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const [first] = [...counts].sort(([, a], [, b]) => b - a);
	return first?.[0] ?? null;
}

function groupOf(draft: Draft, articles: readonly QuotedArticle[], search: Search): QuotationGroup {
	const printings = articles
		.map(source => markedPrinting(source, draft) ?? unmarkedPrinting(source, search))
		.filter(printing => printing !== null);
	const speakers = printings.map(({ speaker }) => speaker).filter(speaker => speaker !== null);
	return {
		text: search.wanted.text,
		kind: draft.base.quotation.kind,
		speaker: mostCommon(speakers),
		printings,
	};
}

/** The sentence of each article, by its index, that a group's printing stands in. */
type Places = ReadonlyMap<QuotedArticle, number>;

function placesOf(group: QuotationGroup, articles: readonly QuotedArticle[]): Places {
	const places = group.printings.map(printing => {
		const source = articles.find(({ article }) => article === printing.article);
		return source === undefined ? [] : [[source, sentenceAt(source, printing)] as const];
	});
	return new Map(group.kind === "speech" ? places.flat() : []);
}

/** By how many sentences `mine` stands behind `other` in the articles that have them as neighbours. */
function offsets(mine: Places, other: Places): readonly number[] {
	return [...mine]
		.map(([source, at]) => at - (other.get(source) ?? Number.POSITIVE_INFINITY))
		.filter(offset => Math.abs(offset) <= NEIGHBOURHOOD);
}

/** Expects a quotation where its neighbours of another article stand, as far behind or before them. */
function expectationOf(mine: Places, all: readonly Places[]): Expects {
	const beside = all
		.filter(other => other !== mine)
		.map(other => ({ other, offsets: offsets(mine, other) }));
	return (source, sentence) =>
		beside.some(({ other, offsets: known }) => {
			const at = other.get(source);
			return at !== undefined && known.includes(sentence - at);
		});
}

const expectsNowhere: Expects = () => false;

/**
 * Puts the quotations of a story's articles together: the same words, the same after folding, a longer
 * or shorter piece of the same, words that an outlet changed inside the marks of one speaker; and finds
 * the articles that print the words without marks or say the same in their own. Groups whose words most
 * articles have come first. A printing in more words than the group's stands in the group of each piece
 * that another article quotes by itself.
 */
export function groupQuotations(articles: readonly QuotedArticle[]): readonly QuotationGroup[] {
	const sentences = articles.flatMap(({ body, sentences: spans }) =>
		spans.map(span => slice(body, span)),
	);
	const lexicon = readLexicon(sentences);
	const searches = draftGroups(articles, lexicon).map(draft => {
		const { kind, text } = draft.base.quotation;
		return { draft, search: { wanted: readWanted(trimWords(text), lexicon), lexicon, kind } };
	});
	const places = searches.map(({ draft, search }) =>
		placesOf(groupOf(draft, articles, { ...search, expects: expectsNowhere }), articles),
	);
	return searches.map(({ draft, search }, index) => {
		const expects = expectationOf(places[index] ?? new Map(), places);
		return groupOf(draft, articles, { ...search, expects });
	});
}
