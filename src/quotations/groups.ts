import { overlaps, type Span, shift, slice } from "../text/span.ts";
import { type Lexicon, likeness, readLexicon } from "./likeness.ts";
import { aliasesIn } from "./names.ts";
import { findPlaces, type Place, type SearchedArticle } from "./places.ts";
import { findWords, type PrintingForm, type ReadText, readText } from "./printing.ts";
import type { Quotation } from "./quotation.ts";
import { readCreditedSpeakers } from "./speakers.ts";
import { compareWording, trimWords } from "./wording.ts";

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
	/** The sentence that the words stand in; of a quotation over several sentences, all of them. */
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
	/** In the order of the articles given; the one that `text` is taken from is among them. */
	readonly printings: readonly Printing[];
}

/** A quotation in its article. */
interface Member {
	readonly source: QuotedArticle;
	readonly quotation: Quotation;
	/** The speaker by the fullest name that any of the articles has. */
	readonly speaker: string | null;
	readonly read: ReadText;
}

interface Relation {
	readonly form: PrintingForm;
	readonly extent: Printing["extent"];
}

interface Draft {
	readonly base: Member;
	readonly members: readonly (Relation & { readonly member: Member })[];
}

/** What all articles of a story share. */
interface Story {
	readonly articles: readonly QuotedArticle[];
	readonly lexicon: Lexicon;
	readonly nameOf: (speaker: string) => string;
	readonly searched: readonly SearchedArticle[];
}

/** The fewest words that two quotations must share when one is a part of the other. */
const FEWEST_SHARED = 4;
/** How alike two wordings of one speaker must be to count as one quotation in changed words, */
const CHANGED = 0.45;
/** how much of that the very same words must make, and how many words with a meaning it takes. */
const CHANGED_SAME = 0.3;
const FEWEST_CONTENT = 3;

function lastName(speaker: string): string {
	return speaker.toLowerCase().replace(/^.*[\s\u00a0]/, "");
}

function isSameSpeaker(a: string | null, b: string | null): boolean {
	return a !== null && b !== null && lastName(a) === lastName(b);
}

function formOfPart(part: ReadText, whole: ReadText, span: Span): PrintingForm {
	return compareWording(part.text, slice(whole.text, span)).form;
}

/** The relation of a quotation that is a piece of the other, or the other of it. */
function relateParts(other: Member, base: Member): Relation | null {
	const shorter = Math.min(base.read.words.length, other.read.words.length);
	if (shorter < FEWEST_SHARED) return null;
	const inOther = findWords(base.read, other.read);
	if (inOther !== null) {
		return { form: formOfPart(base.read, other.read, inOther), extent: "longer" };
	}
	const inBase = findWords(other.read, base.read);
	return inBase === null
		? null
		: { form: formOfPart(other.read, base.read, inBase), extent: "part" };
}

/** The relation of two wordings of one speaker in two articles. */
function relateChanged(other: Member, base: Member, lexicon: Lexicon): Relation | null {
	if (other.source === base.source || !isSameSpeaker(base.speaker, other.speaker)) return null;
	const shorter = Math.min(base.read.content.length, other.read.content.length);
	if (shorter < FEWEST_CONTENT) return null;
	const { share, sameShare } = likeness(base.read.content, other.read.content, lexicon);
	const isChanged = share >= CHANGED && sameShare >= CHANGED_SAME;
	return isChanged ? { form: "changed", extent: "whole" } : null;
}

function haveSameWords(a: ReadText, b: ReadText): boolean {
	const isSame = a.words.length === b.words.length;
	return isSame && a.words.every(({ folded }, index) => folded === b.words[index]?.folded);
}

/** How one quotation stands to the words of another; null when they are different ones. */
function relate(other: Member, base: Member, lexicon: Lexicon): Relation | null {
	if (haveSameWords(base.read, other.read)) {
		return { form: compareWording(base.read.text, other.read.text).form, extent: "whole" };
	}
	if (base.quotation.kind === "term" || other.quotation.kind === "term") return null;
	return relateParts(other, base) ?? relateChanged(other, base, lexicon);
}

function isCited(source: QuotedArticle, { start }: Span): boolean {
	return source.sentences.some(sentence => sentence.start <= start && start < sentence.end);
}

function membersOf(source: QuotedArticle, story: Story): readonly Member[] {
	return source.quotations
		.filter(quotation => isCited(source, quotation))
		.map(quotation => ({
			source,
			quotation,
			speaker: quotation.speaker === null ? null : story.nameOf(quotation.speaker),
			read: readText(trimWords(quotation.text), story.lexicon),
		}))
		.filter(({ read }) => read.words.length > 0);
}

/** Members whose words most articles print, in marks or not, first; of equals the longer, which tells more. */
function byReach(members: readonly Member[], story: Story): readonly Member[] {
	const texts = story.searched.map(({ sentences }) => sentences.flatMap(({ words }) => words));
	const reach = (member: Member): number =>
		texts.filter(words => findWords(member.read, { words }) !== null).length;
	return members
		.map(member => ({ member, reach: reach(member), length: member.read.words.length }))
		.sort((a, b) => b.reach - a.reach || b.length - a.length)
		.map(({ member }) => member);
}

/**
 * One draft for each quotation that is none of another's. Members that only hold more words than the
 * base may stand in other drafts too: each piece of theirs that another article quotes by itself.
 */
function draftGroups(story: Story): readonly Draft[] {
	const ordered = byReach(
		story.articles.flatMap(source => membersOf(source, story)),
		story,
	);
	const taken = new Set<Member>();
	return ordered.flatMap(base => {
		if (taken.has(base)) return [];
		const members = ordered.flatMap(member => {
			const relation = relate(member, base, story.lexicon);
			return relation === null ? [] : [{ member, ...relation }];
		});
		for (const { member } of members) taken.add(member);
		return [{ base, members }];
	});
}

const FORMS: readonly PrintingForm[] = ["exact", "folded", "changed", "paraphrase"];

/** The sentences that a quotation runs over, as one span. */
function sentencesOver(source: QuotedArticle, span: Span): Span {
	const over = source.sentences.filter(sentence => overlaps(sentence, span));
	return { start: over[0]?.start ?? span.start, end: over.at(-1)?.end ?? span.end };
}

/** The printing in marks of an article that is nearest to the group's words; null without one. */
function markedPrinting(source: QuotedArticle, draft: Draft): Printing | null {
	const [best] = draft.members
		.filter(({ member }) => member.source === source)
		.sort((a, b) => FORMS.indexOf(a.form) - FORMS.indexOf(b.form));
	if (best === undefined) return null;
	const { start, end, text, speaker, cue } = best.member.quotation;
	const sentence = sentencesOver(source, { start, end });
	const { article, outlet } = source;
	const { form, extent } = best;
	return { article, outlet, start, end, text, sentence, form, extent, marked: true, speaker, cue };
}

/** The printing at a place that was found without marks. */
function unmarkedPrinting(source: QuotedArticle, place: Place): Printing | null {
	const sentence = source.sentences[place.sentence];
	if (sentence === undefined || place.occurrence === null) return null;
	const { start, end, form } = place.occurrence;
	const span = { start: sentence.start + start, end: sentence.start + end };
	const { article, outlet, body } = source;
	const text = slice(body, span);
	const unsaid = { marked: false, speaker: null, cue: null };
	return { article, outlet, ...span, text, sentence, form, extent: "whole", ...unsaid };
}

/** The value that stands most often; the first of equals; null for none. */
function mostCommon(values: readonly string[]): string | null {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const [first] = [...counts].sort(([, a], [, b]) => b - a);
	return first?.[0] ?? null;
}

function speakerOf(draft: Draft): string | null {
	const speakers = draft.members.map(({ member }) => member.speaker);
	return mostCommon(speakers.filter(speaker => speaker !== null));
}

function searchedArticle(
	{ body, sentences, quotations }: QuotedArticle,
	{ lexicon, nameOf }: Pick<Story, "lexicon" | "nameOf">,
): SearchedArticle {
	const speech = quotations.filter(({ kind }) => kind === "speech");
	return {
		sentences: sentences.map(span => ({
			...readText(slice(body, span), lexicon),
			marked: speech
				.filter(quotation => overlaps(quotation, span))
				.map(quotation => shift(quotation, -span.start)),
		})),
		speakers: readCreditedSpeakers(body).map(({ speaker, at }) => ({
			speaker: lastName(nameOf(speaker)),
			sentence: sentences.findIndex(({ start, end }) => start <= at && at < end),
		})),
	};
}

function readStory(articles: readonly QuotedArticle[]): Story {
	const texts = articles.flatMap(({ body, sentences }) => sentences.map(span => slice(body, span)));
	const names = new Map(
		articles.flatMap(({ body }) => aliasesIn(body).map(({ alias, name }) => [alias, name])),
	);
	const nameOf = (speaker: string): string => names.get(speaker) ?? speaker;
	const lexicon = readLexicon(texts);
	const searched = articles.map(source => searchedArticle(source, { lexicon, nameOf }));
	return { articles, lexicon, nameOf, searched };
}

/**
 * Puts the quotations of a story's articles together: the same words, the same after folding, a longer
 * or shorter piece of the same, words that an outlet changed inside the marks of one speaker; and finds
 * the articles that print the words without marks or say the same in their own. Groups whose words most
 * articles have come first.
 */
export function groupQuotations(articles: readonly QuotedArticle[]): readonly QuotationGroup[] {
	const story = readStory(articles);
	const drafts = draftGroups(story);
	const marked = drafts.map(draft => articles.map(source => markedPrinting(source, draft)));
	const wanted = drafts.map((draft, index) => ({
		read: draft.base.read,
		kind: draft.base.quotation.kind,
		speaker: speakerOf(draft),
		marked: articles.map((source, at) => {
			const printing = marked[index]?.[at] ?? null;
			return printing === null ? null : sentenceOf(source, printing);
		}),
	}));
	const places = findPlaces(wanted, story.searched, story.lexicon);
	return drafts.map((draft, index) => ({
		text: trimWords(draft.base.quotation.text),
		kind: draft.base.quotation.kind,
		speaker: speakerOf(draft),
		printings: articles
			.map((source, at) => {
				const place = places[index]?.[at] ?? null;
				return marked[index]?.[at] ?? (place === null ? null : unmarkedPrinting(source, place));
			})
			.filter(printing => printing !== null),
	}));
}

function sentenceOf(source: QuotedArticle, { start }: Span): number {
	return source.sentences.findIndex(sentence => sentence.start <= start && start < sentence.end);
}
