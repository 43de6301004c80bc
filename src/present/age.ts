/** Units of age, largest first, in milliseconds; months and years at their mean length. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
	["year", 31_556_952_000],
	["month", 2_629_746_000],
	["day", 86_400_000],
	["hour", 3_600_000],
	["minute", 60_000],
];

const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "always" });

/**
 * How long ago `asOf` (ISO 8601) was at `now`, in whole units: "2 hours ago". Under a minute, and
 * for a clock that went back, it is "just now".
 */
export function ageOf(asOf: string, now: Date): string {
	const passed = now.getTime() - Date.parse(asOf);
	const unit = UNITS.find(([, length]) => passed >= length);
	if (unit === undefined) return "just now";
	const [name, length] = unit;
	return relative.format(-Math.floor(passed / length), name);
}
