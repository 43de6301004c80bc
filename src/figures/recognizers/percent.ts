import { draftOf, type Recognizer } from "../draft.ts";
import { perAfter } from "../unit-names.ts";

const PERCENT =
	/(?:\sof\san?(?=\s(?:percentage\s)?point\b))?(?:\s?%(?:\s?(?:age)?[\s-]points?\b)?|[\s-]?(?:percentage[\s-]points?|percentage|percents?|per[\s-]cent(?:age)?(?:[\s-]points?)?|pct|ppts?|pc|pp)(?![A-Za-z]))/iy;

/** Percent and percentage points, which are not the same unit: "4%", "31 per cent", "5pc", "0.2 percentage points". */
export const recognizePercent: Recognizer = (numeral, { text }) => {
	PERCENT.lastIndex = numeral.end;
	const sign = PERCENT.exec(text)?.[0];
	if (sign === undefined) return null;
	const marked = numeral.end + sign.length;
	const points = /points?$|pp|ppts?$/i.test(sign);
	const rate = perAfter(text, marked);
	const unit =
		(points ? "percentage point" : "percent") + (rate === null ? "" : ` per ${rate.per}`);
	const draft = draftOf(
		numeral,
		{ kind: "percent", unit, start: numeral.start, end: rate?.end ?? marked },
		text,
	);
	if (numeral.negative) return { ...draft, trend: "down" };
	return /\s\+$/.test(text.slice(0, numeral.start)) ? { ...draft, trend: "up" } : draft;
};
