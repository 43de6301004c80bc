import type { Sentence } from "../corpus/passage.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Figure } from "../figures/figure.ts";
import { overlaps, type Span, shift, slice } from "../text/span.ts";
import { attributionOf } from "./attribution.ts";
import type { Attribution } from "./claim.ts";
import { type Context, contextAround, contextOf, joinContexts } from "./context.ts";
import { placeOf } from "./place.ts";
import type { Predicate } from "./predicates.ts";
import type { Reading } from "./reading.ts";
import { recordLengthsIn } from "./record-length.ts";
import { type Sides, sidesOf } from "./sides.ts";
import { subjectOf } from "./subject.ts";
import { ownerOf, perTime, toldOfEach } from "./told-of.ts";
import { timesOf } from "./told-time.ts";

/** What a figure tells of: how it is, what it was before a change, or what was expected of it. */
export type Outlook = "actual" | "before" | "expected";

/** A figure of a story, with all that tells what it is a figure of. */
export interface FigureMention {
	readonly reading: Reading;
	readonly sentence: Sentence;
	/** Spans count from the sentence's first character. */
	readonly figure: Figure;
	/** The figures and dates that stand beside it. */
	readonly beside: readonly Figure[];
	/** ISO 8601; null where the sentence gives no time. */
	readonly asOf: string | null;
	/** That time, and those joined to it ("in September and October"). */
	readonly times: readonly string[];
	readonly outlook: Outlook;
	/** Where its sentence names whom it credits, with anything. */
	readonly credits: readonly Span[];
	/** Whom the article credits by name with it; null when nobody. */
	readonly attribution: Attribution | null;
	readonly context: Context;
	/** What happens to the things that are counted; null where no table has a word near it. */
	readonly predicate: Predicate | null;
	/** Whether the figure's own clause has that word. */
	readonly saysPredicate: boolean;
	/** Whose it is, where it is a firm's, as its sentence names the firm; else null. */
	readonly owner: string | null;
	/** The time in which a measure gathers ("80 mm an hour": "hour"); null where its sentence does not say. */
	readonly per: string | null;
	/** Where it is told of, as printed; null where its sentence does not say. */
	readonly place: string | null;
	/** Between which countries it passes, where it is what one imposes on another. */
	readonly sides: Sides;
	/** What has moved by it, as printed ("the Selm index"), where it is a share or points; else null. */
	readonly mover: string | null;
	/** The line that introduces the list in which it stands ("The rates are:"); null outside of lists. */
	readonly intro: Sentence | null;
}

const EXPECTED =
	/\b(?:economists|analysts|experts|forecasters|pollsters|wall street)\b.*\b(?:predict|forecast|expect|anticipat|estimat|project)|\b(?:had|was|were|been) (?:been )?(?:predicted|forecast|expected|anticipated)\b|\bforecast to\b|\bexpectations? of\b/iu;
const RESULTED = /\b(?:beating|exceeding|above|below|than) (?:\w+ ){0,2}expect/iu;

const MOVED = /\b(?:up|down)\sfrom\s(?:(?:about|around|nearly|almost|roughly|over)\s)?$/iu;

/** Whether a sentence says that something moved from a figure ("down from 12.3 million"). */
export function movedFrom(sentence: string, { start }: Span): boolean {
	return MOVED.test(sentence.slice(0, start));
}

function outlookOf(sentence: string, figure: Figure, figures: readonly Figure[]): Outlook {
	const isBefore = figures.some(
		({ changedFrom }) =>
			changedFrom !== null && changedFrom.start <= figure.start && figure.end <= changedFrom.end,
	);
	if (isBefore || movedFrom(sentence, figure)) return "before";
	return EXPECTED.test(sentence) && !RESULTED.test(sentence) ? "expected" : "actual";
}

// "This growth", "The sector": a sentence that leans on the one before it.
const LEANS = /^["“‘']?(?:this|that|these|those|it|its|they|their|such|the)\b/iu;
const LEANING_WEIGHT = 0.35;
const HEADING_WEIGHT = 0.2;

/** What stands about a sentence and tells of its figures. */
interface Surroundings {
	/** The sentence before it in its passage. */
	readonly before: Sentence | null;
	/** The heading above it. */
	readonly heading: Sentence | null;
	readonly intro: Sentence | null;
}

const INTRODUCES = /:\s*$/u;
const ENDS_SENTENCE = /[.!?]["”’]?\s*$/u;

/** The line that introduces the list in which a sentence stands; the list's earlier lines have no stop. */
function introOf(earlier: readonly Sentence[]): Sentence | null {
	const last = earlier.findLast(({ text }) => INTRODUCES.test(text) || ENDS_SENTENCE.test(text));
	return last !== undefined && INTRODUCES.test(last.text) ? last : null;
}

function surroundingsOf({ sentences }: Reading, sentence: Sentence, index: number): Surroundings {
	const earlier = sentences.slice(0, index);
	const intro = introOf(earlier);
	const headings = earlier.filter(({ passage }) => passage.kind === "heading");
	return {
		before: earlier.findLast(({ passage }) => passage === sentence.passage) ?? null,
		heading: headings.findLast(each => intro === null || each.start < intro.start) ?? null,
		intro,
	};
}

function contextOfFigure(sentence: Sentence, figure: Figure, around: Surroundings): Context {
	const { before, heading, intro } = around;
	return joinContexts([
		contextAround(sentence.text, figure),
		before !== null && LEANS.test(sentence.text) ? contextOf(before.text, LEANING_WEIGHT) : [],
		intro === null ? [] : contextOf(intro.text, LEANING_WEIGHT),
		heading === null ? [] : contextOf(heading.text, HEADING_WEIGHT),
	]);
}

/** "One resident" counts nobody: it says "a". */
function isCount({ kind, text, value }: Figure): boolean {
	const isOne = value === 1 && /^(?:one|a|an)(?: [a-z]+)?$/iu.test(text);
	return !((kind === "count" || kind === "money") && isOne);
}

function creditOf(reading: Reading, sentence: Sentence, figure: Figure): Attribution | null {
	const credited = attributionOf(reading.attributions, shift(figure, sentence.start));
	return credited?.named !== true ? null : { source: credited.source, cue: credited.cue };
}

// "Lost 600 points", "lost 2.4%".
const POINTS = /^(?:basis )?point$/u;

/** Whether a figure tells by how much something moved, in percent or in points. */
export function isMoveInShare({ kind, unit, trend }: Figure): boolean {
	return trend !== null && (kind === "percent" || POINTS.test(unit ?? ""));
}

function moverOf(sentence: string, figure: Figure): string | null {
	return isMoveInShare(figure) ? subjectOf(sentence, figure) : null;
}

function mentionsIn(reading: Reading, sentence: Sentence, index: number): readonly FigureMention[] {
	const figures = extractFigures(sentence.text);
	const surroundings = surroundingsOf(reading, sentence, index);
	const credits = reading.attributions
		.filter(({ sourceSpan }) => overlaps(sourceSpan, sentence))
		.map(({ sourceSpan }) => shift(sourceSpan, -sentence.start));
	const around = { figures, published: reading };
	const toldOf = toldOfEach(sentence.text, figures);
	const told = [...figures.filter(isCount), ...recordLengthsIn(sentence.text)].map(figure => ({
		figure,
		times: timesOf(sentence, figure, around),
		attribution: creditOf(reading, sentence, figure),
	}));
	return told.map(({ figure, times, attribution }) => ({
		reading,
		sentence,
		figure,
		beside: figures.filter(other => other !== figure),
		asOf: times[0] ?? null,
		times,
		outlook: outlookOf(sentence.text, figure, figures),
		credits,
		attribution,
		context: contextOfFigure(sentence, figure, surroundings),
		predicate: toldOf.get(figure)?.predicate ?? null,
		saysPredicate: toldOf.get(figure)?.inClause === true,
		owner: ownerOf(sentence.text, figure, toldOf.get(figure)?.predicate ?? null),
		per: perTime(sentence.text, figure),
		place: placeOf(sentence.text, figure),
		sides: sidesOf(sentence.text, figure, {
			credited: attribution?.source ?? null,
			intro: surroundings.intro?.text ?? null,
		}),
		mover: moverOf(sentence.text, figure),
		intro: surroundings.intro,
	}));
}

/** Every figure and date in the reportable sentences of an article, in the order of the body. */
export function readFigureMentions(reading: Reading): readonly FigureMention[] {
	return reading.sentences.flatMap((sentence, index) => mentionsIn(reading, sentence, index));
}

/** Whether a mention stands in a headline, which tells the same thing as its text, in fewer words. */
export function isHeadline({ sentence, intro }: FigureMention): boolean {
	const { kind } = sentence.passage;
	return kind === "title" || (kind === "heading" && intro === null);
}

// What qualifies a figure and stands directly before it.
const QUALIFIER =
	/(?:\b(?:about|around|approximately|roughly|nearly|almost|near|some|over|under|below|above|(?:no |not )?(?:more|less|fewer) than|at least|at most|up to|as many as|as much as|only|just|exceed(?:s|ed|ing)?|an? estimated|estimated|close to|upwards? of)\s+)+$/iu;

// What qualifies a figure and stands directly behind it.
const QUALIFIER_BEHIND =
	/^(?:[-\s]plus\b(?!\s[$€£\d])|\+|\sor\s(?:so|more|less|fewer|higher|lower)\b|\sat (?:most|least)\b)/iu;

/** The figure as printed, with the words that qualify it: "exceeding $100,000", "$300 billion or so". */
export function printedWithQualifier({ sentence, figure }: FigureMention): string {
	const lead = QUALIFIER.exec(sentence.text.slice(0, figure.start))?.[0].length ?? 0;
	const tail = QUALIFIER_BEHIND.exec(sentence.text.slice(figure.end))?.[0].length ?? 0;
	return slice(sentence.text, { start: figure.start - lead, end: figure.end + tail });
}
