import { foldSpelling } from "../../text/fold.ts";

/** Two senses that exclude each other, each with the beginnings of the words that have it. */
interface Opposition {
	readonly one: RegExp;
	readonly other: RegExp;
}

function opposition(one: string, other: string): Opposition {
	const starts = (words: string) => new RegExp(`^(?:${words.trim().split(/\s+/u).join("|")})`, "u");
	return { one: starts(one), other: starts(other) };
}

/**
 * Words of opposite sense that news uses of one subject, as Roget's Thesaurus pairs them (assemblage and
 * dispersion, increase and decrease, ascent and descent, cooperation and opposition); matched by their
 * beginnings in American spelling. The rows are few on purpose: a word that has a second sense in news
 * ("cut", "back", "drop") is left out.
 */
const OPPOSITIONS: readonly Opposition[] = [
	opposition(
		"centrali[sz] concentrat consolidat",
		"decentrali[sz] dispers diversif redistribut distributed$ distribution$",
	),
	opposition(
		"rise$ rises$ rose$ risen$ rising$ increas climbed$ soar surge",
		"fall$ falls$ fell$ fallen$ falling$ declin decreas plung slump tumbl",
	),
	opposition("strengthen bolster", "weaken undermin"),
	opposition("support$ supports$ supported$ endors approv welcom", "oppose reject condemn"),
	opposition("expand expansion", "shrink shrank shrunk contract(?:ed|ion)"),
	opposition("accelerat", "slow$ slows$ slowed$ slowing$ decelerat"),
	opposition("confirm", "deny$ denie denying"),
	opposition("open$ opens$ opened$ reopen", "close$ closes$ closed$ shut"),
];

/** A sense of the table: its row and its side. */
export type Sense = `${number}${"+" | "-"}`;

/** The sense of a word; null for a word of no row. */
export function senseOf(word: string): Sense | null {
	const folded = foldSpelling(word);
	for (const [row, { one, other }] of OPPOSITIONS.entries()) {
		if (other.test(folded)) return `${row}-`;
		if (one.test(folded)) return `${row}+`;
	}
	return null;
}

/** The opposite of a sense. */
export function oppositeOf(sense: Sense): Sense {
	const row = Number.parseInt(sense, 10);
	return sense.endsWith("+") ? `${row}-` : `${row}+`;
}
