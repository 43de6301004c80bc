import { type Draft, draftOf, type Recognizer } from "../draft.ts";
import type { Numeral } from "../numeral.ts";
import { perAfter, type UnitName, unitAfter } from "../unit-names.ts";

/** After a unit of time: how old somebody is. */
const OLD = /(?:[\s-]olds?\b|\sof\sage\b)/iy;
const AGO = /\s(?:ago|from now)\b/iy;
/** "three weeks later" is a time, "three weeks earlier than planned" is none. */
const APART =
	/\s(?:earlier|later)(?=[.,;:)]|$|\s(?:in|at|on|and|by|he|she|it|they|the|to|after)\b)/iy;
/** "will open in six years": what lies ahead is a time; "the first drop in six years" looks back. */
const AHEAD =
	/\b(?:will|would|could|may|might|shall|['’]ll|(?:due|set|expected|likely|scheduled|forecast|projected|plans?|planned|hopes?|aims?|going) to)\s(?:[^.;,]*\s)?in\s$/;
const CALENDAR = /^(?:day|week|month|year|decade|century)$/;
const BACK =
	/\b(?:(?:first|second|third|last|only|once|time|[a-z]+est|most|least|worst|best|have|has|had|rise|fall|drop|gain|decline|change)\b[^.;,]*)\s[Ii]n\s$/i;
/** "two second-half goals", "a three point lead": the word is no unit here. */
const NO_UNIT_AFTER =
	/^[\s-](?:half|quarter|round|place|time|division|term|leg|city|hand|seed|pole|star)\b/i;
const LONE_LETTER = /^[\s-][A-Za-z]$/;

/** "the 80s", "2018s", "under-18s" */
const NO_SECONDS = /(?:0|\d{4}|\b(?:under|over)[\s-]\d\d)$/i;

function isUnit(text: string, numeral: Numeral, unit: UnitName): boolean {
	const printed = text.slice(unit.start, unit.end);
	const after = text.slice(unit.end, unit.end + 12);
	// "10,000 quarter-on-quarter"
	if (/^-(?:on|over|to|by)-/.test(after)) return false;
	if (/^second$/i.test(printed.trim()) && NO_UNIT_AFTER.test(after)) return false;
	// Years and decades: "2018's best", "in the 80s"; surnames and things: "Stone", "Cup".
	if (/^s$/.test(printed) && NO_SECONDS.test(text.slice(0, unit.start))) return false;
	if (/^\s(?:Stone|Cup|Bar|Turn|Quarter|Second|Yard|Gray|Foot|Day|Knot|Mile)s?$/.test(printed))
		return false;
	if (unit.unit === "quarter" && numeral.written === "fraction") return false;
	// "2 A grades", "Vitamin 5 C": a letter that stands off is a unit only before a pause or "of".
	return (
		!LONE_LETTER.test(printed) ||
		/^(?:$|[\s]?[).,;!?/]|\s(?:of|in|at|to|outside|and|or|on|by|from|was|were|is|set|last|this)\b)/.test(
			after,
		)
	);
}

const MINUS = /(?:[-−–]|minus[\s-]|negative\s)$/i;

/** Below zero, the sign within the span. */
function negated(draft: Draft, numeral: Numeral, text: string): Draft {
	const sign = MINUS.exec(text.slice(0, numeral.start))?.[0].length ?? 0;
	const start = draft.start - sign;
	const value = typeof draft.value === "number" ? -draft.value : draft.value;
	return { ...draft, start, text: text.slice(start, draft.end), value };
}

function withSign(draft: Draft, numeral: Numeral, dimension: string, text: string): Draft {
	const signed = numeral.negative && (dimension === "temperature" || dimension === "angle");
	return signed && typeof draft.value === "number" ? negated(draft, numeral, text) : draft;
}

function isAhead(numeral: Numeral, { unit }: UnitName, text: string): boolean {
	if (!CALENDAR.test(unit)) return false;
	const before = text.slice(0, numeral.start);
	return AHEAD.test(before) && !BACK.test(before);
}

function firstAt(patterns: readonly RegExp[], text: string, at: number): string | undefined {
	for (const pattern of patterns) {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		if (found !== undefined) return found;
	}
	return undefined;
}

function duration(numeral: Numeral, unit: UnitName, text: string): Draft {
	OLD.lastIndex = unit.end;
	const old = OLD.exec(text)?.[0];
	const told = CALENDAR.test(unit.unit) ? [AGO, APART] : [AGO];
	const ago = old === undefined ? firstAt(told, text, unit.end) : undefined;
	const start =
		old === undefined && isAhead(numeral, unit, text) ? numeral.start - 3 : numeral.start;
	const rate = old === undefined && ago === undefined ? perAfter(text, unit.end) : null;
	const end = rate?.end ?? unit.end + (old ?? ago ?? "").length;
	const name = old === undefined ? unit.unit : `${unit.unit} of age`;
	const full = rate === null ? name : `${name} per ${rate.per}`;
	return draftOf(numeral, { kind: "duration", unit: full, start, end }, text);
}

/** "in" is an inch only before "thick" and the like, at the end, or after feet; a quotation mark where none is open. */
const IN = /\s?in(?=\.?$|\s(?:thick|long|wide|tall|high|deep|across)\b)/y;
const IN_AFTER_FEET = /\s?in\b/y;

function inchAfter(text: string, numeral: Numeral): UnitName | null {
	const before = text.slice(0, numeral.start);
	const marked = text[numeral.end] === '"' && (before.match(/"/g)?.length ?? 0) % 2 === 0;
	const pattern = /(?:ft|feet|foot|['′])\s?$/.test(before) ? IN_AFTER_FEET : IN;
	pattern.lastIndex = numeral.end;
	const length = marked ? 1 : (pattern.exec(text)?.[0].length ?? 0);
	if (length === 0) return null;
	return { start: numeral.end, end: numeral.end + length, unit: "inch", dimension: "length" };
}

/** Lengths, weights, speeds, data and the like, spans of time and ages: "175km", "800,000 barrels a day", "a four-year low". */
export const recognizeMeasure: Recognizer = (numeral, { text }) => {
	const unit = unitAfter(text, numeral.end) ?? inchAfter(text, numeral);
	if (unit === null || !isUnit(text, numeral, unit)) return null;
	if (unit.dimension === "time") return duration(numeral, unit, text);
	const rate = perAfter(text, unit.end);
	const end = rate?.end ?? unit.end;
	const name = rate === null ? unit.unit : `${unit.unit} per ${rate.per}`;
	const draft = draftOf(numeral, { kind: "measure", unit: name, start: numeral.start, end }, text);
	return withSign(draft, numeral, unit.dimension, text);
};
