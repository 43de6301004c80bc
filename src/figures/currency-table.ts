/**
 * Marks that stand directly before or after an amount, longest first where one begins another.
 * Codes are ISO 4217; marks are those of CLDR (`Intl.NumberFormat` with `currencyDisplay`) and the
 * ways in which newspapers write them ("$NZ", "US$"); `PS` and `Y=` are what Unidecode and like
 * converters leave of £ and ¥ in feeds that went through ASCII.
 */
export const MARKS: readonly (readonly [mark: string, unit: string])[] = [
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

/**
 * Letters that newspapers set before an amount and that are also the first of roads, rooms and masks
 * ("N95", "R101", "COP 27"): they are money only where an amount follows that could be nothing else.
 */
export const AMOUNT_MARKS: Readonly<Record<string, string>> = {
	N: "NGN",
	R: "ZAR",
	COP: "COP",
	Sh: "shilling",
	Shs: "shilling",
	KSh: "KES",
	Ksh: "KES",
	KSH: "KES",
	Kshs: "KES",
	USh: "UGX",
	Ush: "UGX",
	TSh: "TZS",
	Tsh: "TZS",
	Tk: "BDT",
	"GH¢": "GHS",
	"GH₵": "GHS",
	GHC: "GHS",
	SFr: "CHF",
	Sfr: "CHF",
	DM: "DEM",
	FFr: "FRF",
	SKr: "SEK",
	Skr: "SEK",
	NKr: "NOK",
	Nkr: "NOK",
	DKr: "DKK",
	Dkr: "DKK",
};

/** What a bare name means in English news; a name that many countries share stays a name. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
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

/** Plurals that no rule makes. */
export const PLURALS: Readonly<Record<string, string>> = {
	kroner: "krone",
	kronor: "krona",
	pence: "penny",
	pennies: "penny",
	liras: "lira",
	lire: "lira",
};

/**
 * Last words of CLDR's names of money that are English words, or parts of names, where they stand
 * alone ("the 25 won", "two marks").
 */
export const NO_SHORT_NAMES: ReadonlySet<string> = new Set(
	"mark real colón sol won som dram gold lek leone kip tala loti".split(" "),
);

/** What the first members of the euro paid with: told of still, but no longer in the list that Intl gives. */
export const BEFORE_EURO = "ATS BEF DEM ESP FIM FRF GRD IEP ITL LUF NLG PTE".split(" ");

/** ISO 4217 codes that are no English word or other name in capitals (ALL, TOP, CUP and CVE are currencies as well). */
export const CODES: ReadonlySet<string> = new Set(
	"USD EUR GBP JPY CNY AUD CAD CHF HKD SGD NZD SEK NOK DKK INR KRW MXN BRL ZAR RUB TRY PLN THB IDR MYR PHP CZK HUF ILS AED SAR TWD VND NGN EGP PKR ARS CLP KES UAH HRK GHS UGX TZS BDT LKR KZT ETB QAR KWD ISK RON BGN MAD DEM RMB BTC".split(
		" ",
	),
);

/** What stands before a dollar sign, and whose dollar that is. */
export const LETTERS: Readonly<Record<string, string>> = {
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

/** Marks of coins after an amount; a dollar sign there is the dollar. */
export const SMALL_MARKS: Readonly<Record<string, string>> = {
	p: "penny",
	c: "cent",
	"¢": "cent",
	$: "USD",
};

/** Coins, each with what a hundred of it make; a coin that many countries share has the commonest. */
export const HUNDREDTHS: Readonly<Record<string, readonly string[]>> = {
	cent: ["USD", "EUR", "AUD", "CAD", "NZD", "SGD", "HKD", "ZAR"],
	penny: ["GBP"],
	sen: ["MYR"],
};
