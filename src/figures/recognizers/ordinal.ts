import { draftOf, type Recognizer } from "../draft.ts";

const RANKED = /\b([Cc]ategor(?:y|ies)|[Ll]evel|[Mm]agnitude|No\.|Number)[\s-]?$/;
const NTH = /(?:st|nd|rd|th)\b/iy;

/** A place on a scale or in an order: "Category 4" is 4 of `category`, "the 10th record" 10. */
export const recognizeOrdinal: Recognizer = (numeral, { text }) => {
	const before = text.slice(Math.max(0, numeral.start - 14), numeral.start);
	const scale = RANKED.exec(before)?.[1]?.toLowerCase().replace("ies", "y") ?? null;
	NTH.lastIndex = numeral.end;
	const suffix = scale === null ? NTH.exec(text)?.[0] : "";
	if (suffix === undefined) return null;
	const [start, end] = [numeral.start, numeral.end + suffix.length];
	const unit = /^n/.test(scale ?? "") ? null : scale;
	return draftOf(numeral, { kind: "ordinal", unit, start, end }, text);
};
