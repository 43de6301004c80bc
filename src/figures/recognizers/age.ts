import { draftOf, type Recognizer } from "../draft.ts";

const AGED = /\b(?:aged?|ages|age of|aged between)\s(?:about\s|around\s|just\s|only\s)?$/i;
const WAS =
	/\b(?:who|he|she|I)(?:\s(?:is|was|turns|turned)|['’]s)\s(?:just\s|only\s|now\s|about\s)?$/;
/** A name or person, then the age between commas: "Okafor, 58, now leads", "Ruiz Jr., 58, of Selm". */
const NAMED =
	/\b(?:[A-Z][\p{L}'’-]+|[JS]r\.|(?:wo)?man|boy|girl|suspect|victim|driver|student|teenager|father|mother|son|daughter|brother|sister|husband|wife|defendant|player|striker|resident|farmer|pensioner|officer|nurse|teacher),\s$/u;
/** The same where the commas were lost: "Ana Ruiz 52 has flown". */
const FULL_NAME = /(?:^|\s)[A-Z][\p{L}'’-]+\s[A-Z][\p{L}'’-]+\s$/u;
/** "40yo", and the "s" of "under-18s", "over-65s". */
const YO = /\s?-?y\/?o\b|(?<=\b(?:under|over)[\s-]\d\d)s\b/iy;

/** An age that names no year: "aged 44", "over the age of 21", "Okafor, 58, now leads", "who was 10". */
export const recognizeAge: Recognizer = (numeral, { text }) => {
	if (typeof numeral.value !== "number" || numeral.value > 120 || numeral.written === "fraction")
		return null;
	const before = text.slice(Math.max(0, numeral.start - 24), numeral.start);
	const after = text.slice(numeral.end, numeral.end + 8);
	YO.lastIndex = numeral.end;
	const short = YO.exec(text)?.[0];
	const between =
		numeral.written === "digits" &&
		numeral.value > 9 &&
		NAMED.test(before) &&
		/^,(?!\d)/.test(after);
	const bare =
		typeof numeral.value === "number" &&
		numeral.value > 15 &&
		FULL_NAME.test(before) &&
		/^\s(?:has|had|is|was|who|said)\b/.test(after);
	const ends = /^(?:[.,;:)”"]|$|\s(?:and|when|at|with|in)\b)/.test(after);
	const aged =
		AGED.test(before) || (WAS.test(before) && ends) || between || bare || short !== undefined;
	if (!aged) return null;
	const end = numeral.end + (short?.length ?? 0);
	return draftOf(
		numeral,
		{ kind: "duration", unit: "year of age", start: numeral.start, end },
		text,
	);
};
