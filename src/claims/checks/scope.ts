import { readTerms } from "../../text/terms.ts";
import { sameValue } from "../align.ts";
import type { PlainCheck } from "../claim.ts";
import { type FigureMention, printedWithQualifier } from "../figure-mentions.ts";
import { isPartial, placeOf } from "../place.ts";
import type { CheckMaker } from "./check-maker.ts";
import { quoted } from "./phrases.ts";
import { placeCheck, placesAmong } from "./placing.ts";

const RATE = / per /u;

const headOf = ({ figure }: FigureMention) => readTerms(figure.counts ?? "").at(-1)?.text ?? null;

/** The place that a figure is told of where that is some of a larger one ("in Norland ... in certain regions"); else null. */
function partialPlaceOf({ place, sentence, figure }: FigureMention): string | null {
	const behind = placeOf(sentence.text.slice(figure.end), { start: 0, end: 0 });
	return [place, behind].find(each => each !== null && isPartial(each)) ?? null;
}

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
		partialPlaceOf(a) !== null &&
		b.place === null
	);
}

function checkOf(a: FigureMention, b: FigureMention): Omit<PlainCheck, "reports"> {
	const { outlet } = a.reading.text.article;
	const text = `${outlet} prints ${quoted(printedWithQualifier(a))} for ${quoted(partialPlaceOf(a) ?? "")}, and ${quoted(printedWithQualifier(b))} with no place; the two need not be of one scope`;
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
