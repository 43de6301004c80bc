import type { Span } from "../text/span.ts";
import { PER_UNIT, UNIT_ROWS, type UnitRow } from "./unit-table.ts";

const ROWS: ReadonlyMap<string, UnitRow> = new Map(UNIT_ROWS.map(row => [row.unit, row]));

/** Irregular plurals of names of units. */
const PLURALS: Readonly<Record<string, string>> = {
	foot: "feet",
	inch: "inches",
	century: "centuries",
	hertz: "hertz",
	gigahertz: "gigahertz",
	megahertz: "megahertz",
	kilohertz: "kilohertz",
	celsius: "celsius",
	horsepower: "horsepower",
};

function pluralOf(name: string): string {
	const words = name.split(" ");
	const head = words.findIndex(word => word === "of" || word === "per");
	const at = words[0] === "degree" ? 0 : head > 0 ? head - 1 : words.length - 1;
	const noun = words[at] ?? "";
	return words.with(at, PLURALS[noun] ?? `${noun}s`).join(" ");
}

/** British spellings of the names that CLDR spells in the American way. */
function spellings(name: string): readonly string[] {
	const british = name
		.replace(/(?<!thermo|dia|para)meter/g, "metre")
		.replace(/liter/g, "litre")
		.replace(/gram\b/g, "gramme");
	return british === name ? [name] : [name, british];
}

function names(): ReadonlyMap<string, string> {
	const all = new Map<string, string>();
	for (const row of UNIT_ROWS) {
		for (const name of [row.unit.toLowerCase(), ...row.names].flatMap(spellings)) {
			all.set(name, row.unit);
			all.set(pluralOf(name), row.unit);
		}
	}
	return all;
}

function symbols(): ReadonlyMap<string, string> {
	return new Map(UNIT_ROWS.flatMap(row => row.symbols.map(symbol => [symbol, row.unit] as const)));
}

const NAMES = names();
const SYMBOLS = symbols();

function alternatives(words: Iterable<string>): string {
	return [...words]
		.sort((a, b) => b.length - a.length)
		.map(word => word.replace(/[$.*+?^()[\]{}|\\/]/g, "\\$&").replace(/ /g, "[\\s-]"))
		.join("|");
}

const NAME = new RegExp(`[\\s-]{0,2}[([{<]?(${alternatives(NAMES.keys())})(?![A-Za-z])`, "iy");
const SYMBOL = new RegExp(
	`[\\s-]?[([{<]?(${alternatives(SYMBOLS.keys())})(?![A-Za-z0-9²³^]|['’]s\\b)`,
	"y",
);
const PER =
	/(?:\s?\/\s?|\sper\s(?:(?:fully\s)?(?:diluted|basic|common|ordinary|preferred)\s(?=share))?|-per-|\s(?:each|every)\s|\s(?:an?)\s|-an?-|\san?-)([a-z]+(?:[\s-]hour\b)?(?:\s(?:foot|feet|mile|meter|metre|inch|kilometer|kilometre|ton)\b)?(?:[²³]|\^?[23])?)(?![a-z])(?!\s(?:ago|earlier|later|before|after|on|old)\b)/iy;

/** Symbols that stand for a unit only right behind a number and before a stop or a blank ("10U", no "10 U.S. bases"). */
const ATTACHED: Readonly<Record<string, string>> = { U: "rack unit" };
const ATTACHED_SYMBOL = /(?<=\d)U(?=[\s),;:!?]|\.?$|\.\s)/y;

/** A unit that a text names at a span. */
export interface UnitName extends Span {
	/** The SI or CLDR unit in the singular: `kilometer`, `mile per hour`, `barrel`. */
	readonly unit: string;
	readonly dimension: string;
}

function attachedAt(text: string, at: number): UnitRow | undefined {
	ATTACHED_SYMBOL.lastIndex = at;
	return ROWS.get(ATTACHED[ATTACHED_SYMBOL.exec(text)?.[0] ?? ""] ?? "");
}

function rowAt(text: string, at: number): { readonly row: UnitRow; readonly end: number } | null {
	const attached = attachedAt(text, at);
	if (attached !== undefined) return { row: attached, end: ATTACHED_SYMBOL.lastIndex };
	NAME.lastIndex = at;
	const name = NAME.exec(text)?.[1];
	SYMBOL.lastIndex = name === undefined ? at : text.length;
	const symbol = name === undefined ? SYMBOL.exec(text)?.[1] : undefined;
	const unit =
		name === undefined
			? SYMBOLS.get(symbol ?? "")
			: NAMES.get(name.toLowerCase().replace(/[\s-]/g, " "));
	const row = ROWS.get(unit ?? "");
	return row === undefined
		? null
		: { row, end: name === undefined ? SYMBOL.lastIndex : NAME.lastIndex };
}

/**
 * The unit that begins at `at` after a space or hyphen, if one does: in "175km (110 miles)" at 3 it
 * is `kilometer`. Symbols keep their case (MW is no mW).
 */
export function unitAfter(text: string, at: number): UnitName | null {
	const found = rowAt(text, at);
	if (found === null) return null;
	return { start: at, end: found.end, unit: found.row.unit, dimension: found.row.dimension };
}

/** What a rate is reckoned by ("a day", "per share", "/hour"), singular, beginning at `at`; null where none is. */
export function perAfter(text: string, at: number): (Span & { readonly per: string }) | null {
	PER.lastIndex = at;
	const match = PER.exec(text);
	const word = match?.[1];
	if (match === null || word === undefined) return null;
	const end = at + match[0].length;
	const clean = word.toLowerCase().replace(/[\s-]+/g, " ");
	const unit = PER_UNIT[clean] ?? NAMES.get(clean) ?? SYMBOLS.get(word);
	const spelledOut = /per\s|per-/i.test(match[0]);
	if (unit !== undefined) return { start: at, end, per: unit };
	return spelledOut && /^[a-z]{3,}$/.test(clean) && !["cent", "annum"].includes(clean)
		? { start: at, end, per: clean.replace(/(?<=[a-z]{3})s$/, "") }
		: null;
}
