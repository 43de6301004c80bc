import { draftOf, type Recognizer } from "../draft.ts";

const RANKED =
	/\b([Cc]ategor(?:y|ies)|[Ll]evel|[Mm]agnitude|No\.?(?=\s)|Number|(?<!\b(?:[Aa]n?|[Tt]he|large|small|record|total|same|any|what)\s)number)[\s-]?$/;
/** "measuring 5.6 on the Richter scale", "M5.4" */
const RICHTER = /^(?:\son)?\sthe\sRichter\sscale\b/;
/** A number is the magnitude of what shakes or shines where that is said of it. */
const MAGNITUDE_OF =
	/\bmagnitude\s(?:of\s(?:[\p{L}'’-]+\s){1,4})?(?:(?:of|was|is|at|as|to)\s){1,2}(?:(?:about|around|at\sleast|roughly|an?\s\p{L}+)\s)?$/iu;
const NTH = /(?:st|nd|rd|th)\b/iy;

/** A place on a scale or in an order: "Category 4" is 4 of `category`, "the 10th record" 10. */
export const recognizeOrdinal: Recognizer = (numeral, { text }) => {
	const before = text.slice(Math.max(0, numeral.start - 14), numeral.start);
	const said =
		MAGNITUDE_OF.test(text.slice(Math.max(0, numeral.start - 60), numeral.start)) ||
		RICHTER.test(text.slice(numeral.end, numeral.end + 24));
	const named = RANKED.exec(before)?.[1]?.toLowerCase().replace("ies", "y") ?? null;
	const scale = said ? "magnitude" : named;
	NTH.lastIndex = numeral.end;
	const suffix = scale === null ? NTH.exec(text)?.[0] : "";
	if (suffix === undefined) return null;
	const [start, end] = [numeral.start, numeral.end + suffix.length];
	const unit = /^n/i.test(scale ?? "") ? null : scale;
	return draftOf(numeral, { kind: "ordinal", unit, start, end }, text);
};
