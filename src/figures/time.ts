import { type Day, dayOf, isoOfMonth } from "./calendar.ts";
import { DATE_FORMS, type DateForm, DISTANT } from "./date-forms.ts";
import { monthOf } from "./date-resolution.ts";
import type { Figure } from "./figure.ts";
import { reckonedFrom } from "./relative-time.ts";

/** A form may ask for a preposition before it, which is no part of the date. */
const LEADS = ["", "in ", "on "];

interface Words {
	readonly text: string;
	readonly leads: readonly string[];
}

function resolveWith({ pattern, resolve }: DateForm, words: Words, published: Day): string | null {
	const whole = new RegExp(pattern.source, pattern.flags.replace("g", ""));
	const { text, leads } = words;
	for (const before of leads) {
		const match = whole.exec(before + text);
		const fits = match !== null && match.index + match[0].length === before.length + text.length;
		if (fits && match.index <= before.length) return resolve(match.groups ?? {}, published);
	}
	return null;
}

/** What the first form that tells anything makes of words. */
function resolveWords(forms: readonly DateForm[], words: Words, published: Day): string | null {
	for (const form of forms) {
		const iso = resolveWith(form, words, published);
		if (iso !== null) return iso;
	}
	return null;
}

/** The next such month from that of the publication on. */
function monthAhead(text: string, published: Day): string | null {
	const month = monthOf(text);
	const year = month < published.month ? published.year + 1 : published.year;
	return month === 0 ? null : isoOfMonth({ year, month });
}

/**
 * When a date figure is, in ISO 8601: a date (`2026-04-12`), month (`2012-11`), quarter
 * (`2026-Q1`), year (`2033`) or interval (`2025/2033`, a week as its first and last day). Relative
 * ones are reckoned from the day of publication: a weekday looks back from it, and is that day
 * where it is the same; "a year earlier" from the date before it in its text, where there is one; a
 * month that is to come looks ahead. "two years ago" and "in six years" may be duration figures. null for other figures, and
 * where `published` is no date.
 */
export function resolveTime(figure: Figure, published: string): string | null {
	if (figure.iso !== null) return figure.iso;
	const day = dayOf(published);
	if (day === null || (figure.kind !== "date" && figure.kind !== "duration")) return null;
	if (figure.ahead === true) return monthAhead(figure.text, day);
	if (figure.anchor != null) {
		const anchor = resolveWords(DATE_FORMS, { text: figure.anchor, leads: LEADS }, day);
		return reckonedFrom(figure.text, anchor ?? figure.anchor);
	}
	const [forms, leads] = figure.kind === "date" ? [DATE_FORMS, LEADS] : [DISTANT, [""]];
	return resolveWords(forms, { text: figure.text, leads }, day);
}
