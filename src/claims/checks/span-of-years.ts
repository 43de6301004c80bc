import { dayInWords } from "../../text/day-in-words.ts";
import { slice } from "../../text/span.ts";
import type { PlainCheck } from "../claim.ts";
import type { FigureMention } from "../figure-mentions.ts";
import type { CheckMaker } from "./check-maker.ts";
import { digits } from "./computed.ts";
import { findDerivations } from "./percent-change.ts";
import { openDates, quoted } from "./phrases.ts";
import { placeCheck, placesAmong } from "./placing.ts";

const YEAR = /^\d{4}/u;
const AHEAD = /\b(?:the\s+)?(?:coming|next|following)\s+$/iu;
// "Through 2033" may count both its ends, so a year more or less contradicts nothing.
const EITHER_WAY = 1;

function yearOf(iso: string | null): number | null {
	const year = YEAR.exec(iso ?? "")?.[0];
	return year === undefined ? null : Number(year);
}

/** A number of years told of a change that leads from one year to another. */
interface Told {
	readonly duration: FigureMention;
	readonly from: number;
	readonly to: number;
}

function wrongSpan(
	{ from, to, duration }: Told,
	years: number,
): Omit<PlainCheck, "reports"> | null {
	if (Math.abs(to - from - years) <= EITHER_WAY) return null;
	const words = slice(duration.sentence.text, duration.figure);
	const { outlet } = duration.reading.text.article;
	const text = `${from} to ${to} is ${digits(to - from)} years (computed: ${to} − ${from}), not ${words}; ${outlet} prints both`;
	return { kind: "arithmetic", text, holds: false };
}

/** "The coming eight years" in 2026 end in 2034, while the figures run from 2025 to 2033. */
function shiftedSpan(
	{ from, to, duration }: Told,
	years: number,
): Omit<PlainCheck, "reports"> | null {
	const { sentence, figure, reading } = duration;
	const lead = AHEAD.exec(sentence.text.slice(0, figure.start))?.[0];
	const published = yearOf(reading.day);
	if (lead === undefined || published === null || reading.day === null) return null;
	if (to - from !== years || published + years === to) return null;
	const { outlet } = reading.text.article;
	const day = reading.dayIsBorrowed
		? `; ${outlet} is undated, and the other articles are of ${dayInWords(reading.day)}`
		: openDates([reading.text.article]);
	const words = quoted(lead + slice(sentence.text, figure));
	const text = `${words} counted from ${published} would end in ${published + years} (computed: ${published} + ${years}); the figures of ${outlet} run from ${from} to ${to}${day}`;
	return { kind: "date", text, holds: null };
}

function checkOf(told: Told): Omit<PlainCheck, "reports"> | null {
	const years = told.duration.figure.value;
	if (typeof years !== "number" || !Number.isInteger(years)) return null;
	return wrongSpan(told, years) ?? shiftedSpan(told, years);
}

// "The first fall in six years" counts back, and "over six years" may be more than six.
const SPANS =
	/\b(?:over|within|during|for)\s+(?:the\s+|a\s+)?(?:(?:coming|next|following|last|past)\s+)?$/iu;

function isSpan({ figure, sentence }: FigureMention): boolean {
	const lead = sentence.text.slice(0, figure.start);
	const after = sentence.text.slice(figure.end, figure.end + 6);
	return (
		figure.kind === "duration" &&
		figure.unit === "year" &&
		figure.bound === "exactly" &&
		SPANS.test(lead) &&
		!/^\s?ago/iu.test(after)
	);
}

/**
 * A number of years printed beside a change, against the years of its two ends: "over the coming eight
 * years" of figures for 2025 and 2033.
 */
export const checkSpansOfYears: CheckMaker = (claims, context) => {
	const find = placesAmong(claims);
	return findDerivations(context).flatMap(({ percent, change }) => {
		const [from, to] = [yearOf(change.from.asOf), yearOf(change.to.asOf)];
		const spans = context.mentions.filter(
			each => each.sentence === percent.sentence && isSpan(each),
		);
		const [duration, ...others] = spans;
		if (duration === undefined || others.length > 0 || from === null || to === null) return [];
		const check = checkOf({ duration, from, to });
		const places = [duration, percent].flatMap(find);
		return check === null ? [] : placeCheck(check, places);
	});
};
