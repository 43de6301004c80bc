import type { Sentence } from "../../corpus/passage.ts";
import { contains } from "../../text/span.ts";
import { readTerms } from "../../text/terms.ts";
import { readWords, type Word } from "../../text/words.ts";
import type { Check, Claim } from "../claim.ts";
import type { Reading } from "../reading.ts";
import {
	type CheckContext,
	type CheckMaker,
	type IndexedReport,
	indexed,
	readingOf,
} from "./check-maker.ts";
import { oppositeOf, type Sense, senseOf } from "./opposites.ts";
import { listOf, outletName, quoted } from "./phrases.ts";

/** A word of one sense of the table, with the stems beside it. */
interface Framing {
	readonly sense: Sense;
	/** The words around it, verbatim. */
	readonly words: string;
	readonly beside: ReadonlySet<string>;
}

interface Framed extends IndexedReport {
	readonly framing: Framing;
	/** As printed, by stem. */
	readonly names: ReadonlyMap<string, string>;
}

// How many words around a word of the table are shown, and how many tell of what it is said.
const SHOWN = 3;
const BESIDE = 8;
const EDGE = new Set(["ADP", "PART", "CCONJ", "SCONJ", "PRON", "AUX"]);

/** The words around one of a sentence, up to the next mark, without small words at the ends. */
function shownAround(words: readonly Word[], at: number): readonly Word[] {
	const left = words.slice(Math.max(0, at - SHOWN), at);
	const right = words.slice(at + 1, at + 1 + SHOWN);
	const open = left.findLastIndex(({ wordClass }) => wordClass === "PUNCT");
	const close = right.findIndex(({ wordClass }) => wordClass === "PUNCT");
	const near = [
		...left.slice(open + 1),
		...words.slice(at, at + 1),
		...right.slice(0, close < 0 ? SHOWN : close),
	];
	const first = near.findIndex(({ wordClass }) => !EDGE.has(wordClass));
	const last = near.findLastIndex(({ wordClass }) => !EDGE.has(wordClass));
	return near.slice(first, last + 1);
}

/** The one sense of a sentence; null where it has none, or words of both sides. */
function framingOf(sentence: string): Framing | null {
	const words = readWords(sentence);
	const found = words.flatMap((word, at) => {
		const sense = senseOf(word.text);
		return sense === null ? [] : [{ sense, at }];
	});
	const [first] = found;
	if (first === undefined || found.some(({ sense }) => sense !== first.sense)) return null;
	const shown = shownAround(words, first.at);
	const near = words.slice(Math.max(0, first.at - BESIDE), first.at + BESIDE + 1);
	const textOf = (part: readonly Word[]) =>
		sentence.slice(part[0]?.start ?? 0, part.at(-1)?.end ?? 0);
	const beside = new Set(readTerms(textOf(near)).map(({ text }) => text));
	return { sense: first.sense, words: textOf(shown), beside };
}

const LEANS = /^(?:this|that|such|these|those)\b/iu;

/** The sentence itself, or where it frames nothing, the next where that leans on it, or those before in its paragraph. */
function readFramings(sentence: Sentence, sentences: readonly Sentence[]): readonly Framing[] {
	const framings = (read: readonly Sentence[]) =>
		read.map(({ text }) => framingOf(text)).filter(framing => framing !== null);
	const hasSense = readWords(sentence.text).some(({ text }) => senseOf(text) !== null);
	if (hasSense) return framings([sentence]);
	const at = sentences.indexOf(sentence);
	const next = sentences.slice(at + 1, at + 2).filter(({ text }) => LEANS.test(text));
	if (next.length > 0) return framings(next);
	const before = sentences.slice(Math.max(0, at - 2), at);
	const paragraph = before.filter(({ passage }) => passage === sentence.passage);
	return LEANS.test(sentence.text) ? framings(paragraph) : [];
}

/** The names of a sentence, but for its first word, each by its stem. */
function namesIn(sentence: string): ReadonlyMap<string, string> {
	const words = readWords(sentence)
		.slice(1)
		.filter(({ wordClass, text }) => wordClass === "PROPN" && /^\p{Lu}/u.test(text));
	return new Map(
		words.flatMap(({ text }) => readTerms(text).map(term => [term.text, text] as const)),
	);
}

interface SentenceFraming {
	readonly framings: readonly Framing[];
	readonly names: ReadonlyMap<string, string>;
}

type ReadSentenceFraming = (reading: Reading, sentence: Sentence) => SentenceFraming;

/** Reads each sentence once, however many claims have it. */
function remembering(): ReadSentenceFraming {
	const known = new Map<Sentence, SentenceFraming>();
	return (reading, sentence) => {
		const framings = () => readFramings(sentence, reading.sentences);
		const found = known.get(sentence) ?? { framings: framings(), names: namesIn(sentence.text) };
		known.set(sentence, found);
		return found;
	};
}

interface Story {
	readonly context: CheckContext;
	readonly isRare: (name: string) => boolean;
	readonly read: ReadSentenceFraming;
}

/** The reports of a claim, once for each sense that the sentence has or leans on. */
function framedReports(claim: Claim, { context, read }: Story): readonly Framed[] {
	return indexed(claim).flatMap(each => {
		const reading = readingOf(each.report, context);
		const sentence = reading?.sentences.find(one => contains(one, each.report.excerpt));
		if (reading === undefined || sentence === undefined) return [];
		const { framings, names } = read(reading, sentence);
		return framings.map(framing => ({ ...each, framing, names }));
	});
}

function shared(a: Iterable<string>, b: { has(stem: string): boolean }): readonly string[] {
	return [...a].filter(each => b.has(each));
}

// Names that stand in most sentences of a story say nothing of what one of them is about.
const COMMON_NAME = 0.15;
const SELDOM = 6;
const FEWEST_NAMES = 2;

function rareNames(context: CheckContext): (name: string) => boolean {
	const sentences = context.readings.flatMap(reading => reading.sentences);
	const stems = sentences.map(({ text }) => new Set(readTerms(text).map(term => term.text)));
	const known = new Map<string, boolean>();
	return name => {
		const found = known.get(name);
		if (found !== undefined) return found;
		const times = stems.filter(each => each.has(name)).length;
		const isRare = times <= Math.max(SELDOM, COMMON_NAME * stems.length);
		known.set(name, isRare);
		return isRare;
	};
}

/** The rare names that two sentences share. */
function namesOfBoth(a: Framed, b: Framed, { isRare }: Story): readonly string[] {
	return shared(a.names.keys(), b.names)
		.filter(isRare)
		.map(stem => a.names.get(stem) ?? stem);
}

/** Whether two reports use the same names for opposite senses of one subject. */
function areOpposed(a: Framed, b: Framed, story: Story): boolean {
	return (
		a.report.outlet !== b.report.outlet &&
		a.framing.sense === oppositeOf(b.framing.sense) &&
		namesOfBoth(a, b, story).length >= FEWEST_NAMES &&
		shared(a.framing.beside, b.framing.beside).some(stem => !a.names.has(stem))
	);
}

function checkOf(center: Framed, opposed: readonly Framed[], story: Story): Check {
	const told = (each: Framed) => `${outletName(each.report)} ${quoted(each.framing.words)}`;
	const names = listOf(opposed.flatMap(each => namesOfBoth(center, each, story)));
	const text = `${names} stand beside words of opposite sense: ${told(center)}; ${listOf(opposed.map(told))}`;
	const reports = [center, ...opposed].map(({ index }) => index).toSorted((a, b) => a - b);
	return { kind: "framing", text, holds: null, reports };
}

function checksOf(claim: Claim, story: Story): readonly Check[] {
	if (claim.kind !== "statement") return [];
	const all = framedReports(claim, story);
	for (const center of all) {
		const opposed = all.filter(each => areOpposed(center, each, story));
		if (opposed.length > 0) return [checkOf(center, opposed, story)];
	}
	return [];
}

/**
 * One fact that outlets use in opposite ways: sentences of one claim with the same rare names, one of
 * which speaks of concentration where the other speaks of dispersion, of the same subject.
 */
export const checkFramings: CheckMaker = (claims, context) => {
	const story = { context, isRare: rareNames(context), read: remembering() };
	return claims.flatMap(claim => checksOf(claim, story).map(check => ({ claim, check })));
};
