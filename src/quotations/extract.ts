import { contains, shift, slice } from "../text/span.ts";
import type { Credit } from "./credits.ts";
import { cueKind, cueLemma } from "./cues.ts";
import type { Marked } from "./marks.ts";
import type { Quotation } from "./quotation.ts";
import { type ReadSentence, readSentences } from "./reading.ts";
import { readSpeakers, resolveSpeaker, type Speakers } from "./speakers.ts";
import { isTerm } from "./terms.ts";

interface Speaker {
	readonly speaker: string;
	readonly speakerAsPrinted: string;
	readonly cue: string;
}

/** A quotation on the way: where it stands, and who says it by its own sentence. */
interface Draft {
	readonly sentence: ReadSentence;
	/** Index of the sentence in the text. */
	readonly index: number;
	readonly marked: Marked;
	readonly own: Speaker | null;
	readonly term: boolean;
}

/** Drafts of the whole text, and its speakers. */
interface Context {
	readonly sentences: readonly ReadSentence[];
	readonly speakers: Speakers;
	readonly drafts: readonly Draft[];
}

function distance(credit: Credit, marked: Marked): number {
	const gaps = [credit.cue, credit.phrase].map(({ start, end }) =>
		Math.max(start - marked.outer.end, marked.outer.start - end),
	);
	return Math.min(...gaps);
}

/** Whether a credit follows the quotation at once, which ends with a comma for it: "…," said Lee. */
function takesUp({ cue, phrase }: Credit, { text }: ReadSentence, { end, outer }: Marked): boolean {
	const gap = Math.min(cue.start, phrase.start) - outer.end;
	return gap >= 0 && gap <= 1 && /[,!?]/.test(text[end - 1] ?? "");
}

/** The credit whose scope the quotation stands in; of several, the one that it ends with a comma for, or the nearest. */
function creditOf(sentence: ReadSentence, marked: Marked): Credit | null {
	const next = sentence.credits.find(
		credit => contains(credit.scope, marked) && takesUp(credit, sentence, marked),
	);
	if (next !== undefined) return next;
	const [nearest] = sentence.credits
		.filter(({ scope }) => contains(scope, marked))
		.sort((a, b) => distance(a, marked) - distance(b, marked));
	return nearest ?? null;
}

function speakerOf(context: Omit<Context, "drafts">, index: number, credit: Credit): Speaker {
	const text = context.sentences[index]?.text ?? "";
	return {
		speaker: resolveSpeaker(context.speakers, credit, { sentence: index, text }),
		speakerAsPrinted: slice(text, credit.phrase),
		cue: slice(text, credit.cue),
	};
}

function draftsOf(context: Omit<Context, "drafts">): readonly Draft[] {
	return context.sentences.flatMap((sentence, index) =>
		sentence.marked.map(marked => {
			const credit = creditOf(sentence, marked);
			const own = credit === null ? null : speakerOf(context, index, credit);
			return { sentence, index, marked, own, term: isTerm(sentence, marked, credit) };
		}),
	);
}

/** Whether a sentence is nothing but quotations. */
function isAllQuoted({ units }: ReadSentence): boolean {
	return units.every(({ wordClass }) => wordClass === "QUOTE" || wordClass === "PUNCT");
}

/** Whether a verb of saying touches the quotation, whose subject could not be read. */
function hasUnknownSpeaker({ sentence, marked }: Draft): boolean {
	const words = sentence.units.filter(({ wordClass }) => wordClass !== "PUNCT");
	const at = words.findIndex(({ start }) => start === marked.outer.start);
	return [words[at - 1], words[at + 1]].some(
		word => word?.wordClass === "VERB" && cueKind(cueLemma(word.text, word.lemma)) === "say",
	);
}

/** The one speaker whom a sentence credits; null when it credits none or several. */
function soleSpeaker(context: Context, index: number): Speaker | null {
	const credits = context.sentences[index]?.credits ?? [];
	const speakers = credits.map(credit => speakerOf(context, index, credit));
	const names = new Set(speakers.map(({ speaker }) => speaker));
	return names.size === 1 ? (speakers[0] ?? null) : null;
}

function paragraphOf(context: Context, index: number): number {
	return context.sentences[index]?.paragraph ?? -1;
}

/** The speaker that the sentences before give, in the same paragraph. */
function speakerBefore(
	context: Context,
	draft: Draft,
	given: readonly (Speaker | null)[],
): Speaker | null {
	const paragraph = draft.sentence.paragraph;
	const last = context.drafts.findLastIndex(
		(other, order) => other.index === draft.index - 1 && !other.term && given[order] != null,
	);
	if (last >= 0 && context.drafts[last]?.sentence.paragraph === paragraph)
		return given[last] ?? null;
	if (paragraphOf(context, draft.index - 1) !== paragraph) return null;
	return soleSpeaker(context, draft.index - 1);
}

/** `"We won." "It was easy," she said.`: the speaker that the next sentence gives to its own quotation. */
function speakerAfter(context: Context, draft: Draft): Speaker | null {
	const next = context.drafts.find(({ index }) => index === draft.index + 1);
	if (next?.sentence.paragraph !== draft.sentence.paragraph || next.marked.outer.start > 0)
		return null;
	return next.own;
}

/** A line of its own below a quotation that signs it: "— Ann Lee". */
const SIGNATURE = /^\s*([—–]|--)\s*(\p{Lu}[^.!?:]{1,60})$/u;

function speakerOfSignature(context: Context, paragraph: number): Speaker | null {
	const below = context.sentences.filter(sentence => sentence.paragraph === paragraph + 1);
	const [, cue, name] = SIGNATURE.exec(below[0]?.text ?? "") ?? [];
	if (below.length !== 1 || cue === undefined || name === undefined) return null;
	return { speaker: name.trim(), speakerAsPrinted: name.trim(), cue };
}

/** The speaker for a paragraph of nothing but quotations: who signs it, or whom the one before it has speak. */
function speakerOfParagraph(
	context: Context,
	draft: Draft,
	given: readonly (Speaker | null)[],
): Speaker | null {
	const paragraph = draft.sentence.paragraph;
	const mine = context.sentences.filter(sentence => sentence.paragraph === paragraph);
	if (!mine.every(isAllQuoted)) return null;
	const signature = speakerOfSignature(context, paragraph);
	if (signature !== null) return signature;
	const lead = context.sentences[draft.index - 1];
	if (lead?.paragraph === paragraph - 1 && lead.text.trimEnd().endsWith(":")) {
		return soleSpeaker(context, draft.index - 1);
	}
	const before = context.drafts
		.map((other, order) => ({ other, speaker: given[order] ?? null }))
		.filter(({ other }) => other.sentence.paragraph === paragraph - 1 && !other.term);
	const names = new Set(before.map(({ speaker }) => speaker?.speaker));
	return names.size === 1 ? (before[0]?.speaker ?? null) : null;
}

function speakerNearby(
	context: Context,
	draft: Draft,
	given: readonly (Speaker | null)[],
): Speaker | null {
	if (draft.term || hasUnknownSpeaker(draft)) return null;
	const before = speakerBefore(context, draft, given);
	if (before !== null || !isAllQuoted(draft.sentence)) return before;
	return speakerAfter(context, draft) ?? speakerOfParagraph(context, draft, given);
}

/** The drafts that one quotation is made of, by the index of the first: it runs over paragraphs. */
function runs(drafts: readonly Draft[]): readonly (readonly number[])[] {
	const found: number[][] = [];
	for (const [order] of drafts.entries()) {
		if (drafts[order - 1]?.marked.continues) found.at(-1)?.push(order);
		else found.push([order]);
	}
	return found;
}

function assignSpeakers(context: Context): readonly (Speaker | null)[] {
	const given: (Speaker | null)[] = [];
	for (const run of runs(context.drafts)) {
		const drafts = run.map(order => context.drafts[order]).filter(draft => draft !== undefined);
		const own = drafts.find(draft => draft.own !== null)?.own ?? null;
		const [first] = drafts;
		const nearby = own === null && first ? speakerNearby(context, first, given) : null;
		for (const order of run) given[order] = own ?? nearby;
	}
	return given;
}

/**
 * The quotations of an English text in its order, spans without their marks: each with its speaker and
 * cue where the text tells, terms and titles set in marks told apart. The speaker is read from the same
 * sentence first, then from its neighbours in the paragraph; what is not sure is null. A quotation that
 * runs over paragraphs gives one for each.
 *
 * @example extractQuotations('"It works," Ann Lee said.')
 * // [{ text: "It works,", speaker: "Ann Lee", cue: "said", kind: "speech", ... }]
 */
export function extractQuotations(text: string): readonly Quotation[] {
	const sentences = readSentences(text);
	const base = { sentences, speakers: readSpeakers(text, sentences) };
	const context = { ...base, drafts: draftsOf(base) };
	const speakers = assignSpeakers(context);
	return context.drafts.map((draft, order) => {
		const span = shift({ start: draft.marked.start, end: draft.marked.end }, draft.sentence.start);
		const speaker = draft.term ? null : (speakers[order] ?? null);
		return {
			...span,
			text: slice(text, span),
			speaker: speaker?.speaker ?? null,
			speakerAsPrinted: speaker?.speakerAsPrinted ?? null,
			cue: speaker?.cue ?? null,
			kind: draft.term ? "term" : "speech",
		};
	});
}
