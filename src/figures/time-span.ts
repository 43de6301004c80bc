import type { Span } from "../text/span.ts";

const OPENS = /\b(?:from|between)\s$/iu;
const RUNS_TO = /^\s(?:to|and|through|till|until)\s$/iu;

/** Whether two dates of a text are the ends of one span of time: "between 2010 and 2020", "from May to June". */
export function areEndsOfSpan(text: string, first: Span, second: Span): boolean {
	const before = text.slice(Math.max(0, first.start - "between ".length), first.start);
	return OPENS.test(before) && RUNS_TO.test(text.slice(first.end, second.start));
}

const YEAR_OR_MONTH = /^\d{4}(?:-\d{2})?$/u;

/** The interval in ISO 8601 from one year or month to another ("1967/1979"); null where either is more or less exact. */
export function intervalOf(from: string | null, to: string | null): string | null {
	if (from === null || to === null || from.length !== to.length) return null;
	return YEAR_OR_MONTH.test(from) && YEAR_OR_MONTH.test(to) && from < to ? `${from}/${to}` : null;
}

const INTERVAL = /^\d{4}(?:-\d{2})?\/\d{4}(?:-\d{2})?$/u;

/** Whether a time in ISO 8601 is an interval of years or months; a week, which goes by days, is none. */
export function isSpanOfYears(iso: string): boolean {
	return INTERVAL.test(iso);
}
