import { type Day, dayOf } from "./calendar.ts";
import { DATE_FORMS, type DateForm, DISTANT } from "./date-forms.ts";
import type { Figure } from "./figure.ts";

/** A form may ask for a preposition before it, which is no part of the date. */
const LEADS = ["", "in ", "on "];

function resolveWith(
	{ pattern, resolve }: DateForm,
	figure: Figure,
	published: Day,
): string | null {
	const whole = new RegExp(pattern.source, pattern.flags.replace("g", ""));
	const { kind, text } = figure;
	for (const before of kind === "date" ? LEADS : [""]) {
		const match = whole.exec(before + text);
		const fits = match !== null && match.index + match[0].length === before.length + text.length;
		if (fits && match.index <= before.length) return resolve(match.groups ?? {}, published);
	}
	return null;
}

/**
 * When a date figure is, in ISO 8601: a date (`2026-04-12`), month (`2012-11`), quarter
 * (`2026-Q1`), year (`2033`) or interval (`2025/2033`, a week as its first and last day). Relative
 * ones are reckoned from the day of publication: a weekday looks back from it, and is that day
 * where it is the same. "two years ago" and "in six years" may be duration figures. null for other figures, and
 * where `published` is no date.
 */
export function resolveTime(figure: Figure, published: string): string | null {
	if (figure.iso !== null) return figure.iso;
	const day = dayOf(published);
	if (day === null || (figure.kind !== "date" && figure.kind !== "duration")) return null;
	for (const form of figure.kind === "date" ? DATE_FORMS : DISTANT) {
		const iso = resolveWith(form, figure, day);
		if (iso !== null) return iso;
	}
	return null;
}
