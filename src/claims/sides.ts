import { type Span, slice } from "../text/span.ts";
import { clauseEndsIn } from "./clause.ts";
import { between } from "./context.ts";
import { type NationName, nationsIn } from "./nations.ts";

/** Between which countries something passes that a figure tells of: "China's tariffs on U.S. goods". */
export interface Sides {
	/** Who imposes it; null where the sentence does not say. */
	readonly by: string | null;
	/** On whose goods or people; null where the sentence does not say. */
	readonly on: string | null;
	/** Whether it is told of what is left over: "the remaining goods", "another $3 billion". */
	readonly isRest: boolean;
}

const NOBODY: Sides = { by: null, on: null, isRest: false };

// What one country does to another.
const MEASURE =
	"tariffs?|dut(?:y|ies)|lev(?:y|ies)|sanctions?|penalt(?:y|ies)|quotas?|embargo(?:es)?|bans?|taxe?s?|restrictions?|surcharges?|countermeasures?|retaliation";
const MEASURES = new RegExp(String.raw`\b(?:${MEASURE})\b`, "iu");
// "China's new 25% tariff": who imposes it stands before it.
const OWN_MEASURE = new RegExp(
	String.raw`^(?:['’]s?)?\s(?:[\p{Ll}\d.,%$€£-]+\s){0,4}?(?:${MEASURE})\b`,
	"u",
);
// "On thousands of Chinese products", "$3 billion in U.S. goods".
const AHEAD_OF_GOODS =
	/\b(?:on|of|in|against|worth|for|[\d,.]*\d)\s(?:(?:all|some|most|many|the|thousands|hundreds|dozens|other|more|remaining|a|range|wide|variety|list|number|of|worth|half|new|every|certain)\s)*$/iu;
const GOODS = new RegExp(
	String.raw`^(?:['’]s?)?\s(?!(?:(?!(?:in|of|for|on|to|from|with|by)\s)\p{Ll}+\s){0,2}(?:${MEASURE}|officials?|government|ministry|markets?|economy|president)\b)(?:\p{Ll}+[\s-]){0,2}\p{Ll}{3,}`,
	"u",
);
// "Imports from China"; not "a delegation from China".
const FROM =
	/\b(?:goods|imports?|products?|exports?|items?|shipments?|wares|merchandise|purchases|steel|oil|gas|cars|vehicles)\s(?:coming\s|shipped\s|made\s)?(?:from|in)\s(?:the\s)?$/iu;

const REST =
	/\b(?:remaining|rest\sof|not\s(?:yet|currently|already))\b|\b(?:another|a\sfurther)\s(?:\p{L}+\s){0,2}(?=[$€£\d])/iu;

function isNear(sentence: string, figure: Span, name: Span): boolean {
	return clauseEndsIn(slice(sentence, between(figure, name)).replace(/[,]/gu, "")) === 0;
}

function distance(figure: Span, name: Span): number {
	const gap = between(figure, name);
	return gap.end - gap.start;
}

function isOn(sentence: string, { start, end }: Span): boolean {
	const before = sentence.slice(0, start);
	if (FROM.test(before)) return true;
	return AHEAD_OF_GOODS.test(before) && GOODS.test(sentence.slice(end));
}

/** Whether a country's own measure is told of: the figure stands in its phrase, or the sentence begins with it. */
function isBy(sentence: string, figure: Span, { start, end }: Span): boolean {
	const phrase = OWN_MEASURE.exec(sentence.slice(end))?.[0];
	if (phrase === undefined) return false;
	const holdsFigure = figure.start >= end && figure.end <= end + phrase.length;
	return holdsFigure || sentence.slice(0, start).trim() === "";
}

function nearest(figure: Span, names: readonly NationName[]): string | null {
	const [first] = names.toSorted((a, b) => distance(figure, a) - distance(figure, b));
	return first?.nation ?? null;
}

/**
 * Who imposes what a figure tells of, and on whose goods, by the words of its sentence; `credited` is
 * whom the sentence credits with it, and `intro` the line that introduces the list in which it stands.
 *
 * @example sidesOf("Chile's 8% tariff on Peruvian wool", figure, {}) // { by: "chile", on: "peru", ... }
 */
export function sidesOf(
	sentence: string,
	figure: Span,
	{ credited, intro }: { readonly credited: string | null; readonly intro: string | null },
): Sides {
	if (!MEASURES.test(sentence)) return NOBODY;
	const names = nationsIn(sentence).filter(
		({ start, end }) => end <= figure.start || start >= figure.end,
	);
	const on = nearest(
		figure,
		names.filter(name => isOn(sentence, name) && isNear(sentence, figure, name)),
	);
	const own = nearest(
		figure,
		names.filter(name => isBy(sentence, figure, name)),
	);
	const [source] = nationsIn(`${credited ?? ""}`);
	const [list] = nationsIn(intro ?? "").filter(name => isBy(intro ?? "", name, name));
	const by = own ?? list?.nation ?? source?.nation ?? null;
	return { by: by === on ? null : by, on, isRest: isRest(sentence, figure) };
}

const REST_WITHIN = 60;

function isRest(sentence: string, figure: Span): boolean {
	const around = sentence.slice(Math.max(0, figure.start - REST_WITHIN), figure.end + REST_WITHIN);
	return REST.test(around);
}

/** Whether two figures are of what passes in two directions, or of what is already hit and what is left. */
export function sidesExclude(a: Sides, b: Sides): boolean {
	const other = (one: string | null, two: string | null) =>
		one !== null && two !== null && one !== two;
	const isTurned = (one: Sides, two: Sides) => one.by !== null && one.by === two.on;
	return other(a.by, b.by) || other(a.on, b.on) || isTurned(a, b) || isTurned(b, a);
}
