import type { Sentence } from "../corpus/passage.ts";
import { dayOf, isoOfDay, shiftDays } from "../figures/calendar.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Figure } from "../figures/figure.ts";
import { resolveTime } from "../figures/time.ts";
import { overlaps, type Span, shift, slice } from "../text/span.ts";
import { attributionOf } from "./attribution.ts";
import type { Attribution, Strength } from "./claim.ts";
import { type Context, contextAround, contextOf, joinContexts } from "./context.ts";
import { placeOf } from "./place.ts";
import type { Predicate } from "./predicates.ts";
import type { Reading } from "./reading.ts";
import { recordLengthsIn } from "./record-length.ts";
import { type Sides, sidesOf } from "./sides.ts";
import { readStrength } from "./strength.ts";
import { subjectOf } from "./subject.ts";
import { ownerOf, perTime, toldOfEach } from "./told-of.ts";

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

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu;
const AHEAD: ReadonlySet<Strength | null> = new Set(["may", "could", "will"]);

// "Results are expected on Friday", "rain is due by Sunday"; "Monday's close" has been.
const YET_TO_COME =
	/(?:\b(?:is|are|be)\s(?:\p{L}+\s)?(?:expected|scheduled|slated|planned|forecast)|(?<!\b(?:was|were|been|had)\s)\bdue|\bexpects?\s\S+)\b[^.;:]*\s(?:on|by|until|before|for)\s$/iu;
const HAS_BEEN = /^['’]s\s(?:clos|finish|settle|open|session|low|high|trad)/iu;

// "She said on Monday that it would": the day is that of the saying.
const SAID_THEN =
	/\b(?:said|told|wrote|\p{L}+ed)\s(?:(?:him|her|them|us|reporters|lawmakers|investors)\s)?(?:(?:early|late|earlier|on)\s)*$/iu;

const QUOTED = /["“][^"”]*["”]/gu;

/** A sentence with its quotations blanked, for what others say is not what the sentence tells of. */
function withoutQuotations(sentence: string): string {
	return sentence.replace(QUOTED, words => " ".repeat(words.length));
}

/** Whether a sentence tells what is yet to come on a day. */
function isAhead(sentence: string, date: Figure): boolean {
	const before = sentence.slice(0, date.start);
	if (HAS_BEEN.test(sentence.slice(date.end))) return false;
	if (YET_TO_COME.test(before)) return true;
	return !SAID_THEN.test(before) && AHEAD.has(readStrength(withoutQuotations(sentence), date));
}

/** "In May", "the second quarter": of which year it is hangs on the day of publication alone. */
const OF_NO_YEAR =
	/^(?!.*\b\d{4}\b).*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|quarter)/iu;

/** How many days an undated article may have been published before or after the others of its story. */
const APART = 45;

/** Whether a time is another where an undated article was published a little before or after the others. */
function hangsOnDay(date: Figure, day: string): boolean {
	if (!OF_NO_YEAR.test(date.text)) return false;
	const at = dayOf(day);
	if (at === null) return true;
	const [early, late] = [-APART, APART].map(days =>
		resolveTime(date, isoOfDay(shiftDays(at, days))),
	);
	return early !== late;
}

/**
 * When a date figure is, reckoned from the day of publication. Of an article without one the day of the
 * others serves where it makes no difference that it may be some weeks off. News weekdays look back from it, save
 * where the sentence tells what is yet to come ("is set to make landfall on Monday").
 */
export function dayTold(
	sentence: Sentence,
	date: Figure,
	{ day: published, dayIsBorrowed }: Pick<Reading, "day" | "dayIsBorrowed">,
): string | null {
	if (dayIsBorrowed && published !== null && hangsOnDay(date, published)) return date.iso;
	const iso = published === null ? date.iso : (resolveTime(date, published) ?? date.iso);
	const told = iso === null ? null : dayOf(iso);
	if (told === null || published === null || !WEEKDAY.test(date.text)) return iso;
	const isPast = (iso ?? "") < published.slice(0, 10);
	return isPast && isAhead(sentence.text, date) ? isoOfDay(shiftDays(told, 7)) : iso;
}

interface Around {
	readonly figures: readonly Figure[];
	readonly published: Pick<Reading, "day" | "dayIsBorrowed">;
}

const JOINED = /^(?:,| and| or|, and)? (?:in |on )?$/iu;

/** The time that a figure is told of, and those joined to it, each as `dayTold` gives it. */
function timesOf(
	sentence: Sentence,
	figure: Figure,
	{ figures, published }: Around,
): readonly string[] {
	const { time } = figure;
	const dates = figures.filter(({ kind }) => kind === "date");
	const own = dates.findIndex(({ start, end }) => start === time?.start && end === time.end);
	const date = dates[own];
	if (date === undefined) return [];
	const joined = [dates[own - 1], dates[own + 1]].filter(other => {
		if (other === undefined) return false;
		const [first, second] = other.start < date.start ? [other, date] : [date, other];
		return JOINED.test(sentence.text.slice(first.end, second.start));
	});
	return [date, ...joined]
		.map(each => (each === undefined ? null : dayTold(sentence, each, published)))
		.filter(iso => iso !== null);
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
