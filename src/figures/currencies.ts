import type { Span } from "../text/span.ts";

/**
 * Marks that stand directly before or after an amount, longest first where one begins another.
 * Codes are ISO 4217; marks are those of CLDR (`Intl.NumberFormat` with `currencyDisplay`) and the
 * ways in which newspapers write them ("$NZ", "US$"); `PS` and `Y=` are what Unidecode and like
 * converters leave of £ and ¥ in feeds that went through ASCII.
 */
const MARKS: readonly (readonly [mark: string, unit: string])[] = [
	["US$", "USD"],
	["U.S.$", "USD"],
	["$US", "USD"],
	["AU$", "AUD"],
	["$AU", "AUD"],
	["A$", "AUD"],
	["$A", "AUD"],
	["NZ$", "NZD"],
	["$NZ", "NZD"],
	["CA$", "CAD"],
	["$CA", "CAD"],
	["C$", "CAD"],
	["HK$", "HKD"],
	["$HK", "HKD"],
	["S$", "SGD"],
	["NT$", "TWD"],
	["R$", "BRL"],
	["MX$", "MXN"],
	["Mex$", "MXN"],
	["J$", "JMD"],
	["TT$", "TTD"],
	["Z$", "ZWL"],
	["$", "USD"],
	["€", "EUR"],
	["£", "GBP"],
	["PS", "GBP"],
	["JP¥", "JPY"],
	["CN¥", "CNY"],
	["¥", "JPY"],
	["Y=", "JPY"],
	["元", "CNY"],
	["₹", "INR"],
	["Rs.", "INR"],
	["Rs", "INR"],
	["RM", "MYR"],
	["Rp", "IDR"],
	["₩", "KRW"],
	["₽", "RUB"],
	["₺", "TRY"],
	["₪", "ILS"],
	["₴", "UAH"],
	["₦", "NGN"],
	["₫", "VND"],
	["₱", "PHP"],
	["฿", "THB"],
	["₡", "CRC"],
	["₾", "GEL"],
	["₭", "LAK"],
	["₿", "bitcoin"],
	["Kč", "CZK"],
	["zł", "PLN"],
];

/** What a bare name means in English news; a name that many countries share stays a name. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
	dollar: "USD",
	buck: "USD",
	pound: "GBP",
	"pound sterling": "GBP",
	quid: "GBP",
	rupee: "INR",
	euro: "EUR",
	yen: "JPY",
	yuan: "CNY",
	renminbi: "CNY",
	kuai: "CNY",
	shekel: "ILS",
	ringgit: "MYR",
	rouble: "RUB",
	ruble: "RUB",
	lira: "TRY",
	rand: "ZAR",
	reais: "BRL",
	rupiah: "IDR",
	baht: "THB",
	zloty: "PLN",
	forint: "HUF",
	hryvnia: "UAH",
	naira: "NGN",
	cedi: "GHS",
	dong: "VND",
	kuna: "HRK",
	rmb: "CNY",
	"us dollar": "USD",
	"american dollar": "USD",
	"united states dollar": "USD",
	"danish crown": "DKK",
	"swedish crown": "SEK",
	"czech crown": "CZK",
	franc: "franc",
	krone: "krone",
	krona: "krona",
	peso: "peso",
	dinar: "dinar",
	dirham: "dirham",
	peseta: "ESP",
	markka: "FIM",
	guilder: "NLG",
	bitcoin: "bitcoin",
	btc: "bitcoin",
	satoshi: "satoshi",
	cent: "cent",
	sen: "sen",
	penny: "penny",
	pence: "penny",
	dime: "dime",
};

const PLURALS: Readonly<Record<string, string>> = {
	kroner: "krone",
	kronor: "krona",
	pence: "penny",
	pennies: "penny",
	liras: "lira",
	lire: "lira",
};

/** What the first members of the euro paid with: told of still, but no longer in the list that Intl gives. */
const BEFORE_EURO = "ATS BEF DEM ESP FIM FRF GRD IEP ITL LUF NLG PTE".split(" ");

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

function everyName(): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const code of [...BEFORE_EURO, ...Intl.supportedValuesOf("currency")]) {
		if (NOT_MONEY.test(code)) continue;
		for (const name of namesOf(code)) names.set(name, code);
	}
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
// Only codes that are no English word in capitals (ALL, TOP, TRY and CUP are currencies as well).
const CODES: ReadonlySet<string> = new Set(
	"USD EUR GBP JPY CNY AUD CAD CHF HKD SGD NZD SEK NOK DKK INR KRW MXN BRL ZAR RUB TRY PLN THB IDR MYR PHP CZK HUF ILS AED SAR TWD VND NGN EGP PKR ARS CLP COP KES UAH HRK RMB BTC".split(
		" ",
	),
);

function escaped(literal: string): string {
	return literal.replace(/[$.*+?^()[\]{}|\\]/g, "\\$&");
}

function longestFirst(words: Iterable<string>): string {
	return [...words]
		.sort((a, b) => b.length - a.length)
		.map(escaped)
		.join("|");
}

const MARK = longestFirst(MARKS.map(([mark]) => mark));
const UNIT_OF_MARK = new Map(MARKS);
const CODE = [...CODES].join("|");
// "US $7.2 billion", "C $6": the letters of a mark may stand off, save "A", which is an article.
const PREFIX = new RegExp(
	`(?:(?<![A-Za-z\\d])(US|U\\.S\\.?|us|AU|NZ|C|c|CA|HK|hk|S|NT|Mex|${CODE}|usd|aud|cad|nzd|mxn|hkd|sgd)\\s?\\$|(?<![A-Za-z\\d])(A)\\$|(?<![A-Za-z])(${CODE})|(${MARK})|(?<![A-Za-z]|\\d\\s?)(dollar|sen))\\s?$`,
);
const SUFFIX_NAME = new RegExp(`[\\s-]{0,2}(${longestFirst(NAMES.keys())})(?![A-Za-z])`, "iy");
const SUFFIX_MARK = new RegExp(
	`\\s?(?:\\$\\s?(US|AU|A|NZ|C|CA|HK|S)(?![A-Za-z])|([€£₪元₡₾₭₺₽₩₹$](?!\\s?\\d)|Kč|zł)|(${CODE}|usd|eur|gbp|rmb|btc)(?![A-Za-z])|(?<=\\d)([pc¢])(?![A-Za-z]))`,
	"y",
);

/** A games console, where pounds would go on: "PS5", but "PS5m", "PS5.40". */
const CONSOLE = /^[1-9](?![\d.,]|\s?(?:[mk]|bn|million|billion)\b)/;

const LETTERS: Readonly<Record<string, string>> = {
	US: "USD",
	"U.S.": "USD",
	"U.S": "USD",
	AU: "AUD",
	A: "AUD",
	NZ: "NZD",
	C: "CAD",
	CA: "CAD",
	HK: "HKD",
	S: "SGD",
	NT: "TWD",
	MEX: "MXN",
};

const SMALL_MARKS: Readonly<Record<string, string>> = {
	p: "penny",
	c: "cent",
	"¢": "cent",
	$: "USD",
};

/** Coins, each with what a hundred of it make; a coin that many countries share has the commonest. */
const HUNDREDTHS: Readonly<Record<string, readonly string[]>> = {
	cent: ["USD", "EUR", "AUD", "CAD", "NZD", "SGD", "HKD", "ZAR"],
	penny: ["GBP"],
	sen: ["MYR"],
};

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
	const [, letters, article, code, mark, name] = match;
	const spelled = letters ?? article;
	if (spelled !== undefined) return unitOfLetters(spelled);
	if (code !== undefined) return codeUnit(code);
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
	if (/PS$/.test(window) && CONSOLE.test(text.slice(at, at + 12))) return null;
	const unit = unitOfPrefix(match);
	return unit === null ? null : { start: at - match[0].length, end: at, unit };
}

/** The currency that begins at `at`, after a space or hyphen: "300 million [Hong Kong dollars]"; null where none does. */
export function currencyAfter(text: string, at: number): CurrencyMark | null {
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
