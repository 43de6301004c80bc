/** Months as pages of several languages write them, by their first letters without accents. */
const MONTHS: readonly RegExp[] = [
	/^(?:jan|ene|gen|янв)/u,
	/^(?:feb|fev|фев)/u,
	/^(?:mar(?!d)|marz|маρ|мар)/u,
	/^(?:apr|abr|avr|апр)/u,
	/^(?:may|mai|mag|mei|ма[яи])/u,
	/^(?:jun|juin|giu|июн)/u,
	/^(?:jul|juil|lug|июл)/u,
	/^(?:aug|ago|aou|авг)/u,
	/^(?:sep|set|сен)/u,
	/^(?:oct|okt|out|ott|окт)/u,
	/^(?:nov|ноя)/u,
	/^(?:dec|dez|dic|дек)/u,
];

const NAME = String.raw`(\p{L}{3,10})\.?`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|º|er)?\.?`;

type Parts = readonly [year: string, month: string, day: string];

/** How dates are written; each gives year, month and day out of its groups. */
const FORMS: readonly { readonly pattern: RegExp; readonly parts: (groups: string[]) => Parts }[] =
	[
		form(
			String.raw`(?<!\d)((?:19|20)\d\d)[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)`,
			([y, m, d]) => [y, m, d],
		),
		form(String.raw`^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$`, ([y, m, d]) => [y, m, d]),
		form(
			String.raw`(?<!\d)${DAY}\s+(?:de\s+)?${NAME},?\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)`,
			([d, m, y]) => [y, m, d],
		),
		form(String.raw`(?<!\p{L})${NAME}\s+${DAY},?\s+((?:19|20)\d\d)(?!\d)`, ([m, d, y]) => [
			y,
			m,
			d,
		]),
		form(String.raw`(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)`, ([d, m, y]) => [y, m, d]),
		// Of 7/8/2020 nobody knows the month: only what cannot be read otherwise is read.
		form(String.raw`(?<!\d)(1[3-9]|2\d|3[01])/(\d{1,2})/((?:19|20)\d\d)(?!\d)`, ([d, m, y]) => [
			y,
			m,
			d,
		]),
		form(String.raw`(?<!\d)(\d{1,2})/(1[3-9]|2\d|3[01])/((?:19|20)\d\d)(?!\d)`, ([m, d, y]) => [
			y,
			m,
			d,
		]),
	];

/** No outlet has pages on the web from before. */
const FIRST = "1990-01-01";
const DAY_LENGTH = 86_400_000;

/**
 * The first day that a text names, as ISO 8601 date: "Nov. 18, 2019", "18 November 2019",
 * "2019-11-18T08:00Z" (the day as printed, wherever the clock stands), "18.11.2019". Null where there
 * is none, where it cannot be told which number is the month, or where no article can be of that day:
 * before the web, or later than tomorrow.
 *
 *     readDay("Published: Tue, Nov 19, 2019", new Date()) === "2019-11-19"
 */
export function readDay(text: string, now: Date): string | null {
	for (const { pattern, parts } of FORMS) {
		for (const match of text.matchAll(pattern)) {
			const day = dayOf(parts(match.slice(1).map(group => group ?? "")));
			if (day !== null && isLikely(day, now)) return day;
		}
	}
	return null;
}

/** The day in the path of an address: "/2019/11/18/title" or "/2019-11-18-title". */
export function dayOfAddress(address: string, now: Date): string | null {
	const { pathname } = new URL(address);
	const match = /\/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_-])/u.exec(pathname);
	const day = match === null ? null : dayOf([match[1] ?? "", match[2] ?? "", match[3] ?? ""]);
	return day !== null && isLikely(day, now) ? day : null;
}

function dayOf([year, month, day]: Parts): string | null {
	const number = /^\d+$/u.test(month) ? Number(month) : monthOf(month);
	const iso = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
	const date = new Date(`${iso}T00:00:00Z`);
	return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

function monthOf(name: string): number {
	const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
	return MONTHS.findIndex(pattern => pattern.test(plain)) + 1;
}

function isLikely(day: string, now: Date): boolean {
	return day >= FIRST && !isAhead(day, now);
}

/** Whether a day is later than tomorrow: somewhere on earth it is tomorrow already. */
export function isAhead(day: string, now: Date): boolean {
	const tomorrow = new Date(now.getTime() + DAY_LENGTH).toISOString().slice(0, 10);
	return day > tomorrow;
}

function form(
	source: string,
	parts: (groups: string[]) => readonly (string | undefined)[],
): (typeof FORMS)[number] {
	return {
		pattern: new RegExp(source, "giu"),
		parts: groups => {
			const [year = "", month = "", day = ""] = parts(groups);
			return [year, month, day];
		},
	};
}
