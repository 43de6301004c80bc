import { type Day, dayOf } from "./calendar.ts";
import { AGO, DATE_FORMS, type DateForm } from "./date-forms.ts";
import type { Figure } from "./figure.ts";

function resolveWith({ pattern, resolve }: DateForm, text: string, published: Day): string | null {
	const whole = new RegExp(pattern.source, pattern.flags.replace("g", ""));
	// A form may ask for a preposition before it, which is no part of the figure.
	for (const before of ["", "in ", "on "]) {
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
 * where it is the same. "two years ago" may be a duration figure. null for other figures, and
 * where `published` is no date.
 */
export function resolveTime(figure: Figure, published: string): string | null {
	if (figure.iso !== null) return figure.iso;
	const day = dayOf(published);
	if (day === null || (figure.kind !== "date" && figure.kind !== "duration")) return null;
	for (const form of figure.kind === "date" ? DATE_FORMS : [AGO]) {
		const iso = resolveWith(form, figure.text, day);
		if (iso !== null) return iso;
	}
	return null;
}
