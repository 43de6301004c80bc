/** @type {Readonly<Record<string, Intl.DateTimeFormatOptions>>} Discord's letters for <t:…:letter> */
const STYLES = {
	t: { timeStyle: "short" },
	T: { timeStyle: "medium" },
	d: { dateStyle: "short" },
	D: { dateStyle: "long" },
	f: { dateStyle: "long", timeStyle: "short" },
	F: { dateStyle: "full", timeStyle: "short" },
	s: { dateStyle: "short", timeStyle: "short" },
	S: { dateStyle: "short", timeStyle: "medium" },
};

/** @type {readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]} seconds, largest unit first */
const UNITS = [
	["year", 31_557_600],
	["month", 2_629_800],
	["day", 86_400],
	["hour", 3_600],
	["minute", 60],
	["second", 1],
];

/**
 * @param {number} seconds from now; the past is negative
 * @param {string | undefined} locale
 * @returns {string} "3 days ago"
 */
function relativeTime(seconds, locale) {
	const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
	const amount = Math.trunc(seconds / length);
	return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(amount, unit);
}

/**
 * Shows a time as Discord shows <t:SECONDS:STYLE>.
 *
 * @param {{ readonly seconds: number, readonly style: string }} stamp Unix seconds; "f" for a letter unknown
 * @param {number} now Unix milliseconds
 * @param {string} [locale] the reader's own when left out
 * @returns {string} "Invalid date" where no calendar reaches
 */
export function formatTimestamp(stamp, now, locale) {
	const date = new Date(stamp.seconds * 1000);
	if (Number.isNaN(date.getTime())) return "Invalid date";
	if (stamp.style === "R") return relativeTime(stamp.seconds - Math.floor(now / 1000), locale);
	return new Intl.DateTimeFormat(locale, STYLES[stamp.style] ?? STYLES["f"]).format(date);
}

/**
 * @param {Date} date
 * @param {Date} other
 * @returns {boolean} whether both fall on one day of the reader's calendar
 */
export function isSameDay(date, other) {
	return date.toDateString() === other.toDateString();
}

/**
 * The time beside a message's author: the hour today, with the day before that.
 *
 * @param {Date} date
 * @param {Date} now
 * @param {string} [locale]
 * @returns {string} "2:03 PM", "Yesterday at 2:03 PM", "4/20/26, 2:03 PM"
 */
export function formatMessageTime(date, now, locale) {
	const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(date);
	if (isSameDay(date, now)) return time;
	const yesterday = new Date(now);
	yesterday.setDate(now.getDate() - 1);
	if (isSameDay(date, yesterday)) return `Yesterday at ${time}`;
	return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" }).format(date);
}
