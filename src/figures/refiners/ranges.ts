import { isHundredth } from "../currencies.ts";
import type { Draft, Reading, Refiner } from "../draft.ts";
import type { Value } from "../figure.ts";

/** Words between the ends that bound the second. */
const LOOSE =
	"(?:(?:about|around|approximately|roughly|nearly|almost|an? estimated|as much as|as many as|more than|over|just|an?|some|perhaps|even|up|only)\\s)*";
const HYPHEN = /^\s?[-–—−‐‑]\s?$|^-to[-\s]$|^\sto-$/;
const TO = new RegExp(`^\\s?-?\\s?(?:up\\s)?to\\s?-?\\s?(?:between\\s)?${LOOSE}$`, "i");
const AND = new RegExp(`^\\sand\\s${LOOSE}$|^\\sto\\s${LOOSE}$`, "i");
const OR = /^\sor\s$/i;
const FROM = new RegExp(
	`^,?\\s(?:(?:which is |was |were )?(?:up|down|rising|falling|compared)\\s)?from\\s${LOOSE}$`,
	"i",
);
const FROM_BEFORE = new RegExp(`\\bfrom\\s${LOOSE}(?:up to )?$`, "i");
const TO_BEFORE = new RegExp(`\\b(?:to|at|is|was|were|stood at|of)\\s${LOOSE}$`, "i");
const TO_BETWEEN = new RegExp(`\\bto\\sbetween\\s${LOOSE}$`, "i");
const BETWEEN_BEFORE = new RegExp(`\\bbetween\\s${LOOSE}$`, "i");
/** "ranging from", "priced from": from-to is a range where nothing moves. */
const STANDING =
	/\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|runs?|running|anywhere|priced|span(?:s|ned|ning)?|starting|sizes?|scale|between|costs?|costing|aged|anything|priced|sold)\b[^.;]{0,24}$/i;
const MOVING_VERB =
	/\b(?:rose|fell|gained|lost|dropped|climbed|slid|jumped|slipped|tumbled|surged|plunged|grew|advanced|declined)\s(?:by\s)?$/i;

/** "4,120 bales from": what is counted stands outside the span of the count. */
const COUNTED = /^(?:\s[\p{L}'-]+){1,4}?(?=,?\s(?:(?:up|down|compared)\s)?(?:from|to|and)\s)/u;

function before(reading: Reading, at: number): string {
	return reading.text.slice(Math.max(0, at - 60), at);
}

/** The text between two drafts, dates and clock times between them left out. */
function gap(left: Draft, right: Draft, between: readonly Draft[], reading: Reading): string {
	let text = reading.text.slice(left.end, right.start);
	const inside = [...between, ...reading.aside]
		.filter(span => span.start >= left.end && span.end <= right.start)
		.sort((a, b) => b.start - a.start);
	for (const span of inside) {
		const from = span.start - left.end;
		text =
			text.slice(0, from).replace(/\s(?:in|at|on|by|for|of|during)\s$/i, "") +
			text.slice(span.end - left.end);
	}
	return left.kind === "count" && left.unit !== null ? text.replace(COUNTED, "") : text;
}

/** Whether two drafts can be the ends of one range: the same unit, or one of them says none. */
function fits(left: Draft, right: Draft): boolean {
	if (left.unit === right.unit) return left.kind === right.kind;
	// "fell by a third to $2bn"
	if (isPart(left) && !isPart(right)) return false;
	// "between $31,000 and $52,000 a year": the rate stands once.
	if (isHundredth(left.unit ?? "", right.unit ?? "")) return true;
	if (right.unit?.startsWith(`${left.unit} per `)) return true;
	if (isRated(left, right)) return true;
	return (
		(isBare(left) && right.unit !== null) ||
		(isBare(right) && right.unit === null && left.unit !== null)
	);
}

function isPart({ numeral }: Draft): boolean {
	return numeral?.written === "fraction" && Number(numeral.value) < 1;
}

/** "$8-10 per share": the mark stands with the first end, the rate with the second. */
function isRated(left: Draft, right: Draft): boolean {
	return (
		left.kind === "money" && /^count per /.test(right.unit ?? "") && !/ per /.test(left.unit ?? "")
	);
}

function inMoney(rate: Draft, money: Draft): Draft {
	const unit = `${money.unit}${rate.unit?.slice("count".length)}`;
	return { ...rate, kind: "money", unit };
}

function isBare(draft: Draft): boolean {
	// "sixfold" is no number of anything.
	const whole = draft.end === draft.numeral?.end;
	return draft.kind === "count" && draft.unit === null && whole && !isVague(draft);
}

/** "$20 and $30 billion", "17.5 to 41 billion": a word of scale on the second end holds for both. */
function scaleFor(left: Draft, right: Draft): number {
	const [first, second] = [left.numeral, right.numeral];
	if (first === null || second === null || first.scale !== 1 || second.scale < 1000) return 1;
	const value = firstEnd(left.value);
	return value < 1000 && value <= firstEnd(right.value) / second.scale ? second.scale : 1;
}

function firstEnd(value: Value | null): number {
	return typeof value === "number" ? value : (value?.[0] ?? 0);
}

function lastEnd(value: Value | null): number {
	return typeof value === "number" ? value : (value?.[1] ?? 0);
}

function times(value: number, scale: number): number {
	return Number((value * scale).toPrecision(15));
}

/** The left end with the unit, scale and kind of the right where it printed none of its own. */
function completed(draft: Draft, other: Draft, scale: number): Draft {
	const bare =
		other.unit !== null && (draft.unit === null || other.unit.startsWith(`${draft.unit} per `));
	const value = typeof draft.value === "number" ? times(draft.value, scale) : draft.value;
	const step = draft.step == null ? null : times(draft.step, scale);
	return {
		...draft,
		value,
		step,
		unit: bare ? other.unit : draft.unit,
		kind: bare ? other.kind : draft.kind,
	};
}

function joined(left: Draft, right: Draft, text: string): Draft {
	const coins = isHundredth(left.unit ?? "", right.unit ?? "") ? 100 : 1;
	const ends = [firstEnd(left.value) / coins, lastEnd(right.value)].sort((a, b) => a - b);
	const [low = 0, high = 0] = ends;
	const step = Math.min(
		left.step ?? Number.POSITIVE_INFINITY,
		right.step ?? Number.POSITIVE_INFINITY,
	);
	return {
		...right,
		start: left.start,
		text: text.slice(left.start, right.end),
		value: [low, high],
		bound: "between",
		step: Number.isFinite(step) ? step : null,
	};
}

/** How two neighbours belong together. */
type Link = "range" | "change" | "back" | null;

function wordedLink(left: Draft, right: Draft, words: string, reading: Reading): Link {
	const lead = before(reading, left.start);
	if (BETWEEN_BEFORE.test(lead) && AND.test(words)) return "range";
	if (FROM_BEFORE.test(lead) && TO.test(words)) return fromTo(lead);
	// "rises from $40 to $45 to $50"
	if (left.changedFrom !== null && TO.test(words)) return "change";
	if (isRestated(lead, words)) return "back";
	const aged = left.unit === "year of age";
	const apart = MOVING_VERB.test(lead) || (left.unit !== null && right.unit === null && !aged);
	return TO.test(words) && !apart ? "range" : null;
}

function fromTo(lead: string): Link {
	return STANDING.test(lead.replace(FROM_BEFORE, "")) ? "range" : "change";
}

function isRestated(lead: string, words: string): boolean {
	return FROM.test(words) && (TO_BEFORE.test(lead) || /\b(?:up|down)\b/.test(words));
}

function rises(left: Draft, right: Draft): boolean {
	return times(firstEnd(left.value), scaleFor(left, right)) < lastEnd(right.value);
}

/** Ends that a hyphen joins, or "three or four". */
function closeLink(left: Draft, right: Draft, words: string, reading: Reading): Link {
	if (HYPHEN.test(words)) return rises(left, right) && !isVague(left) ? "range" : null;
	// "from 60 to between 80 and 100" is a change to a range.
	if (TO_BETWEEN.test(before(reading, left.start)) && AND.test(words)) return "range";
	const next = OR.test(words) && isBare(left) && right.unit !== null;
	return next && firstEnd(right.value) === firstEnd(left.value) + 1 ? "range" : null;
}

function looseLink(left: Draft, right: Draft, words: string, reading: Reading): Link {
	const kind = wordedLink(left, right, words, reading);
	// "ranged from -7 to -21" says so; a bare "to" must rise.
	const told = FROM_BEFORE.test(before(reading, left.start));
	return kind === "range" && !told && !rises(left, right) ? null : kind;
}

function isVague(draft: Draft): boolean {
	return draft.numeral?.written === "vague";
}

/** Both ends of a change, the new one pointing at the old. */
function changed(from: Draft, to: Draft): readonly [Draft, Draft] {
	return [from, { ...to, changedFrom: { start: from.start, end: from.end } }];
}

type Linker = (left: Draft, right: Draft, words: string, reading: Reading) => Link;

function link(
	left: Draft,
	right: Draft,
	kind: Link,
	between: readonly Draft[],
	text: string,
): readonly Draft[] | null {
	if (kind === null) return null;
	const rated = isRated(left, right) ? inMoney(right, left) : right;
	const first = completed(left, rated, scaleFor(left, right));
	const second = completed(rated, left, 1);
	if (kind === "range") return between.length > 0 ? null : [joined(first, second, text)];
	const [from, to] = kind === "change" ? changed(first, second) : changed(second, first);
	return kind === "change" ? [from, ...between, to] : [to, ...between, from];
}

function linkAll(drafts: readonly Draft[], reading: Reading, linker: Linker): readonly Draft[] {
	const done: Draft[] = [];
	for (const draft of drafts) {
		const at = done.findLastIndex(other => other.kind !== "date");
		const left = done[at];
		const between = done.slice(at + 1);
		const apart =
			left === undefined || left.value === null || draft.value === null || !fits(left, draft);
		const kind = apart ? null : linker(left, draft, gap(left, draft, between, reading), reading);
		const linked = apart ? null : link(left, draft, kind, between, reading.text);
		if (linked === null) done.push(draft);
		else done.splice(at, done.length - at, ...linked);
	}
	return done;
}

/** Joins ends that stand close, with a hyphen or "or" between: "8-12W", "three or four years". */
export const joinHyphens: Refiner = (drafts, reading) => linkAll(drafts, reading, closeLink);

/**
 * Joins the ends of a range in words ("between $20 and $30 billion", "300 up to 700 sq ft"), and ties
 * the two of a change ("from 6.4% to 6.1%", "to 41 bales from 53") together; a scale or unit
 * printed once holds for both.
 */
export const joinRanges: Refiner = (drafts, reading) => linkAll(drafts, reading, looseLink);
