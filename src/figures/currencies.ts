import type { Span } from "../text/span.ts";
import {
	AMOUNT_MARKS,
	BEFORE_EURO,
	CODES,
	HUNDREDTHS,
	LETTERS,
	MARKS,
	NO_SHORT_NAMES,
	PLURALS,
	SHORT_NAMES,
	SMALL_MARKS,
} from "./currency-table.ts";

/** ISO 4217 reserves X for metals, funds and tests. */
const NOT_MONEY = /^X(?!AF$|OF$|CD$|PF$)/;

/** The names that CLDR gives a currency in one and in many ("Israeli new shekel", "… shekels"). */
function namesOf(code: string): readonly string[] {
	const format = new Intl.NumberFormat("en", {
		style: "currency",
		currency: code,
		currencyDisplay: "name",
		maximumFractionDigits: 0,
	});
	return [1, 2].flatMap(amount =>
		format
			.formatToParts(amount)
			.filter(part => part.type === "currency")
			.map(part => part.value.toLowerCase()),
	);
}

function lastWord(name: string): string {
	return name.slice(name.lastIndexOf(" ") + 1);
}

/** The last words of every name: the code where one country's money is called so ("naira"), else the bare word ("shilling"). */
function lastWords(codes: readonly string[]): ReadonlyMap<string, string> {
	const words = new Map<string, string>();
	for (const code of codes) {
		const [one = "", many = ""] = namesOf(code).map(lastWord);
		if (NO_SHORT_NAMES.has(one) || /[()\d]/.test(one)) continue;
		const unit = [...words.values()].includes(one) || words.has(one) ? one : code;
		words.set(one, unit).set(many, unit);
	}
	return words;
}

function everyName(): ReadonlyMap<string, string> {
	const today = Intl.supportedValuesOf("currency").filter(code => !NOT_MONEY.test(code));
	const names = new Map(lastWords(today));
	for (const code of [...BEFORE_EURO, ...today])
		for (const name of namesOf(code)) names.set(name, code);
	for (const [name, unit] of Object.entries(SHORT_NAMES)) {
		names.set(name, unit);
		names.set(`${name}s`, unit);
	}
	for (const [plural, name] of Object.entries(PLURALS))
		names.set(plural, SHORT_NAMES[name] ?? name);
	// Half the newspapers leave the "new" out of "Israeli new shekel".
	names.set("israeli shekel", "ILS").set("israeli shekels", "ILS");
	return names;
}

const NAMES = everyName();
function escaped(literal: string): string {
	return literal.replace(/[$.*+?^()[\]{}|\\]/g, "\\$&");
}

function longestFirst(words: Iterable<string>): string {
	return [...words]
		.sort((a, b) => b.length - a.length)
		.map(escaped)
		.join("|");
}

const LETTER_MARK = longestFirst(MARKS.map(([mark]) => mark).filter(mark => /^[A-Z]/.test(mark)));
const SIGN = longestFirst(MARKS.map(([mark]) => mark).filter(mark => !/^[A-Z]/.test(mark)));
const AMOUNT_MARK = longestFirst(Object.keys(AMOUNT_MARKS));
const UNIT_OF_MARK = new Map(MARKS);
const CODE = [...CODES].join("|");
// "US $7.2 billion", "C $6": the letters of a mark may stand off, save "A", which is an article.
const PREFIX = new RegExp(
	`(?:(?<![A-Za-z\\d])(US|U\\.S\\.?|us|AU|NZ|C|c|CA|HK|hk|S|NT|Mex|${CODE}|usd|aud|cad|nzd|mxn|hkd|sgd)\\s?\\$|(?<![A-Za-z\\d])(A)\\$|(?<![A-Za-z])(${CODE})|((?<![A-Za-z])(?:${LETTER_MARK})|${SIGN})|(?<![A-Za-z]|\\d\\s?)(dollar|sen)|(?<![\\w-])(${AMOUNT_MARK}))\\s?$`,
);
/** An amount that no road, room or mask has: with a scale, groups of thousands or two decimals, or so much a month. */
const AMOUNT =
	/^(?:\d[\d.,]*[\s-]?(?:thousand|lakh|million|crore|billion|trillion|bn|mn|tn|m|b)\b|\d{1,3}(?:,\d{3})+|\d+\.\d\d(?!\d)|\d{2,}\s(?:an?|per)\s[a-z])/;
const SUFFIX_NAME = new RegExp(`[\\s-]{0,2}(${longestFirst(NAMES.keys())})(?![A-Za-z])`, "iy");
const SUFFIX_MARK = new RegExp(
	`\\s?(?:\\$\\s?(US|AU|A|NZ|C|CA|HK|S)(?![A-Za-z])|([€£₪元₡₾₭₺₽₩₹$](?!\\s?\\d)|Kč|zł)|(${CODE}|usd|eur|gbp|rmb|btc)(?![A-Za-z])|(?<=\\d)([pc¢])(?![A-Za-z]))`,
	"y",
);

/** A games console, where pounds would go on: "PS5", but "PS5m", "PS5.40". */
const CONSOLE = /^[1-9](?![\d.,]|\s?(?:[mk]|bn|million|billion)\b)/;

/** Whether a coin is a hundredth of a currency: `sen` of `MYR`. */
export function isHundredth(coin: string, unit: string): boolean {
	return HUNDREDTHS[coin]?.includes(unit) ?? false;
}

/** A currency that a text names at a span. */
export interface CurrencyMark extends Span {
	/** ISO 4217 code; the bare name where many countries share it, and of coins and bitcoin. */
	readonly unit: string;
}

function unitOfLetters(letters: string): string | null {
	const upper = letters.toUpperCase();
	return codeUnit(upper) ?? LETTERS[upper] ?? null;
}

function codeUnit(code: string): string | null {
	return CODES.has(code) ? (SHORT_NAMES[code.toLowerCase()] ?? code) : null;
}

function unitOfPrefix(match: RegExpExecArray): string | null {
	const [, letters, article, code, mark, name, amountMark] = match;
	const spelled = letters ?? article;
	if (spelled !== undefined) return unitOfLetters(spelled);
	if (code !== undefined) return codeUnit(code);
	if (amountMark !== undefined) return AMOUNT_MARKS[amountMark] ?? null;
	return mark === undefined ? (SHORT_NAMES[name ?? ""] ?? null) : (UNIT_OF_MARK.get(mark) ?? null);
}

/**
 * The currency mark that ends at `at`, a space between allowed: in "US $7.2 billion" before the 7
 * it is "US $", USD. null where none ends there.
 */
export function currencyBefore(text: string, at: number): CurrencyMark | null {
	const window = text.slice(Math.max(0, at - 9), at);
	const match = PREFIX.exec(window);
	if (match === null) return null;
	const amount = text.slice(at, at + 24);
	if (/PS$/.test(window) && CONSOLE.test(amount)) return null;
	if (match[6] !== undefined && !AMOUNT.test(amount)) return null;
	const unit = unitOfPrefix(match);
	return unit === null ? null : { start: at - match[0].length, end: at, unit };
}

/** "40 billion won", but "2 million won the": money where the number is large and nothing is won. */
function isWon(text: string, at: number): boolean {
	return (
		/^ won\b(?!\s(?:the|an?|at|by|in the|their|his|her|its|no|first|prizes?|[A-Z]))/.test(
			text.slice(at, at + 16),
		) && /(?:thousand|million|billion|trillion|,\d{3})$/i.test(text.slice(Math.max(0, at - 9), at))
	);
}

/** The currency that begins at `at`, after a space or hyphen: "300 million [Hong Kong dollars]"; null where none does. */
export function currencyAfter(text: string, at: number): CurrencyMark | null {
	if (isWon(text, at)) return { start: at, end: at + " won".length, unit: "KRW" };
	SUFFIX_NAME.lastIndex = at;
	const name = SUFFIX_NAME.exec(text);
	if (name?.[1] !== undefined) {
		const unit = NAMES.get(name[1].toLowerCase());
		return unit === undefined ? null : { start: at, end: SUFFIX_NAME.lastIndex, unit };
	}
	SUFFIX_MARK.lastIndex = at;
	const match = SUFFIX_MARK.exec(text);
	if (match === null) return null;
	const [, letters, mark, code, small] = match;
	const unit =
		(letters && unitOfLetters(letters)) ??
		(mark && (SMALL_MARKS[mark] ?? UNIT_OF_MARK.get(mark))) ??
		(code && codeUnit(code.toUpperCase())) ??
		(small && SMALL_MARKS[small.toLowerCase()]);
	return unit ? { start: at, end: SUFFIX_MARK.lastIndex, unit } : null;
}
