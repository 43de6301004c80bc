import { readTerms } from "../../text/terms.ts";
import { sameValue } from "../align.ts";
import type { PlainCheck } from "../claim.ts";
import { type FigureMention, printedWithQualifier } from "../figure-mentions.ts";
import type { CheckMaker } from "./check-maker.ts";
import { quoted } from "./phrases.ts";
import { placeCheck, placesAmong } from "./placing.ts";

/** Words that narrow a figure to some places without naming them. */
const SOME_PLACES =
	/\bin\s+(?:(?:certain|some|several|many|a\s+few)\s+(?:\p{L}+\s+)?(?:regions?|areas?|parts?|places|states|cities|countries|markets)|parts\s+of\s+(?:the\s+)?\p{L}+)/iu;
const RATE = / per /u;

const headOf = ({ figure }: FigureMention) => readTerms(figure.counts ?? "").at(-1)?.text ?? null;

/** Whether two figures of an article are of one kind, at different values, and only the first is of some places. */
function differInScope(a: FigureMention, b: FigureMention): boolean {
	return (
		a.reading === b.reading &&
		a.figure.kind === b.figure.kind &&
		a.figure.unit === b.figure.unit &&
		RATE.test(a.figure.unit ?? "") &&
		headOf(a) !== null &&
		headOf(a) === headOf(b) &&
		!sameValue(a.figure, b.figure) &&
		SOME_PLACES.test(a.sentence.text) &&
		!/\bin\s+(?:the\s+)?(?:\p{Lu}|certain|some|parts)/u.test(b.sentence.text)
	);
}

function checkOf(a: FigureMention, b: FigureMention): Omit<PlainCheck, "reports"> {
	const places = SOME_PLACES.exec(a.sentence.text)?.[0] ?? "";
	const { outlet } = a.reading.text.article;
	const text = `${outlet} prints ${quoted(printedWithQualifier(a))} with ${quoted(places)}, and ${quoted(printedWithQualifier(b))} with no place; the two need not be of one scope`;
	return { kind: "strength", text, holds: null };
}

/**
 * Two values of one rate in an article, of which one is told of some places only ("in certain regions").
 * It is a check of strength, as a qualifier's is: it says how widely the number is asserted.
 */
export const checkScopes: CheckMaker = (claims, { mentions }) => {
	const find = placesAmong(claims);
	return mentions.flatMap(a =>
		mentions
			.filter(b => differInScope(a, b))
			.flatMap(b => placeCheck(checkOf(a, b), [a, b].flatMap(find))),
	);
};
