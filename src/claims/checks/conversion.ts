import type { Conversion, Figure, Value } from "../../figures/figure.ts";
import { convert, sameQuantity } from "../../figures/units.ts";
import { slice } from "../../text/span.ts";
import type { PlainCheck } from "../claim.ts";
import type { FigureMention } from "../figure-mentions.ts";
import type { CheckMaker } from "./check-maker.ts";
import { digits } from "./computed.ts";
import { placeCheck, placesAmong } from "./placing.ts";

// Outlets round before they convert, and convert what others rounded: this share is never remarked on.
const LOOSE = 0.03;

function isFar(value: number, other: number): boolean {
	return Math.abs(value - other) > LOOSE * Math.max(value, other);
}

function single(value: Value | null): number | null {
	return typeof value === "number" ? value : null;
}

/** Whether the bracket has a difference of temperatures, which has no zero: 2°F (1.1°C) warmer. */
function isDifference(figure: Figure, conversion: Conversion): boolean {
	const [value, other] = [single(figure.value), single(conversion.value)];
	const zero = convert(0, figure.unit ?? "", conversion.unit ?? "");
	const converted =
		value === null ? null : convert(value, figure.unit ?? "", conversion.unit ?? "");
	if (zero === null || converted === null || other === null || zero === 0) return false;
	return !isFar(Math.abs(converted - zero), other);
}

/** The value in the unit of the bracket, rounded as one reads it; null where the bracket is right or cannot be told. */
function otherwise(figure: Figure, conversion: Conversion): string | null {
	const [value, other] = [single(figure.value), single(conversion.value)];
	if (value === null || other === null || figure.unit === null || conversion.unit === null)
		return null;
	const converted = convert(value, figure.unit, conversion.unit);
	if (converted === null || !isFar(converted, other)) return null;
	if (isDifference(figure, conversion)) return null;
	const printed = { ...conversion, bound: "about" } as const;
	// Rounded by as much as its last digit tells, it may be right yet: 3 inches for 80 mm.
	const withinStep = Math.abs(converted - other) <= (conversion.step ?? 0) / 2 + 1e-9;
	if (withinStep || sameQuantity({ ...figure, bound: "about" }, printed)) return null;
	return digits(Number(converted.toPrecision(3)));
}

function checkOf({ figure, sentence, reading }: FigureMention): Omit<PlainCheck, "reports"> | null {
	const { conversion } = figure;
	const converted = conversion === null ? null : otherwise(figure, conversion);
	if (conversion === null || converted === null) return null;
	const bracket = slice(sentence.text, conversion).replace(/^[\s([]+|[\s)\]]+$/gu, "");
	const right = bracket.replace(/\d[\d,.]*/u, converted);
	const text = `${slice(sentence.text, figure)} is about ${right} (computed), not ${bracket}; ${reading.text.article.outlet} prints both`;
	return { kind: "conversion", text, holds: false };
}

/** Conversions in brackets that do not hold ("12 km (9 miles)"); those that do are not worth a line. */
export const checkConversions: CheckMaker = (claims, { mentions }) => {
	const find = placesAmong(claims);
	return mentions.flatMap(mention => {
		const check = checkOf(mention);
		return check === null ? [] : placeCheck(check, find(mention));
	});
};
