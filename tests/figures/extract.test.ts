import { describe, expect, it } from "vitest";
import { extractFigures } from "../../src/figures/extract.ts";
import type { Bound, Trend, Value } from "../../src/figures/figure.ts";

/** A sentence, then what is to be read in it, in order. */
interface Case {
	readonly sentence: string;
	readonly expected: readonly Row[];
}

function cases(rows: readonly (readonly [sentence: string, ...rows: Row[]])[]): readonly Case[] {
	return rows.map(([sentence, ...expected]) => ({ sentence, expected }));
}

type Row = readonly [
	text: string,
	value: Value | null,
	unit: string | null,
	bound?: Bound,
	trend?: Trend,
];

function read(sentence: string): readonly Row[] {
	return extractFigures(sentence)
		.filter(figure => figure.kind !== "date")
		.map(({ text, value, unit, bound, trend }) => {
			if (trend !== null) return [text, value, unit, bound, trend];
			return bound === "exactly" || bound === "between"
				? [text, value, unit]
				: [text, value, unit, bound];
		});
}

const CASES: Readonly<Record<string, readonly (readonly [sentence: string, ...rows: Row[]])[]>> = {
	money: [
		["The bridge will cost $48 million.", ["$48 million", 48e6, "USD"]],
		["They raised 900m kroner ($84 million).", ["900m kroner", 9e8, "krone"]],
		["The villa fetched $NZ2,150,000 ($A1,980,000).", ["$NZ2,150,000", 2150000, "NZD"]],
		["It asked for US $3.1 billion.", ["US $3.1 billion", 3.1e9, "USD"]],
		["The stake was worth £2.6bn.", ["£2.6bn", 2.6e9, "GBP"]],
		["A $1,900 a month flat was let.", ["$1,900 a month", 1900, "USD per month"]],
		["Wheat sold at $6.15 a bushel.", ["$6.15 a bushel", 6.15, "USD per bushel"]],
		["Each coin costs $70,000 per Bitcoin.", ["$70,000 per Bitcoin", 70000, "USD per bitcoin"]],
		["The plan is RM55 a month.", ["RM55 a month", 55, "MYR per month"]],
		["It lost 75 USD million.", ["75 USD million", 75e6, "USD", "exactly", "down"]],
		["Shares closed at 241.5p.", ["241.5p", 241.5, "penny"]],
		["A ticket is 14 euros and 50 cents.", ["14 euros and 50 cents", 14.5, "EUR"]],
		["The firm spent 60 million Hong Kong dollars.", ["60 million Hong Kong dollars", 60e6, "HKD"]],
		["It made 20 million pounds in profit.", ["20 million pounds", 20e6, "GBP"]],
		["The fund bid C$9 (US$6.70) per share.", ["C$9", 9, "CAD per share"]],
		["Crude reached $91 US a barrel.", ["$91 US a barrel", 91, "USD per barrel"]],
		["It fetched ₹35 lakh at auction.", ["₹35 lakh", 3.5e6, "INR"]],
		["We took tens of billions of dollars.", ["tens of billions of dollars", [1e10, 1e11], "USD"]],
		["Pay EUR 125 now.", ["EUR 125", 125, "EUR"]],
		["Pay 115USD or 40 rmb.", ["115USD", 115, "USD"], ["40 rmb", 40, "CNY"]],
		["It costs 10 € or 12 $.", ["10 €", 10, "EUR"], ["12 $", 12, "USD"]],
		[
			"It costs aud$15 or S$9 or dollar 22.",
			["aud$15", 15, "AUD"],
			["S$9", 9, "SGD"],
			["dollar 22", 22, "USD"],
		],
		["A bag cost 8.50 A$ and 90c.", ["8.50", 8.5, null], ["90c", 90, "cent"]],
		["She paid $ 40 dollars.", ["$ 40 dollars", 40, "USD"]],
		["He won 10 BTC and ₿2.", ["10 BTC", 10, "bitcoin"], ["₿2", 2, "bitcoin"]],
		["It cost 90 XYZ.", ["90", 90, "XYZ"]],
		["He ate a twenty-pound ham.", ["twenty-pound", 20, "pound"]],
		["A fine of 900 pounds was paid.", ["900 pounds", 900, "GBP"]],
	],
	percent: [
		["Turnout was 61.5 per cent.", ["61.5 per cent", 61.5, "percent"]],
		["The bank pays 3pc.", ["3pc", 3, "percent"]],
		[
			"It raised rates by 0.25 percentage points.",
			["0.25 percentage points", 0.25, "percentage point", "exactly", "up"],
		],
		["The port is 30 percent-owned by the city.", ["30 percent", 30, "percent"]],
		[
			"Demand grows almost six percent a year.",
			["six percent a year", 6, "percent per year", "about", "up"],
		],
		[
			"AMD +0.26% and INTC -0.93% traded.",
			["0.26%", 0.26, "percent", "exactly", "up"],
			["0.93%", 0.93, "percent", "exactly", "down"],
		],
		["Half a percent is little.", ["Half a percent", 0.5, "percent"]],
		["Twelve percent said no.", ["Twelve percent", 12, "percent"]],
	],
	measures: [
		["The tunnel is 3.2km long.", ["3.2km", 3.2, "kilometer"]],
		["Winds hit 95mph.", ["95mph", 95, "mile per hour"]],
		["It pumps 650,000 tonnes a month.", ["650,000 tonnes a month", 650000, "tonne per month"]],
		["The cut is 30,000 barrels a day.", ["30,000 barrels a day", 30000, "barrel per day"]],
		[
			"The network runs near 1 zettahash per second.",
			["1 zettahash per second", 1, "zettahash per second", "about"],
		],
		["It peaked at 905 EH/s.", ["905 EH/s", 905, "exahash per second"]],
		["The park covers 40 sq km.", ["40 sq km", 40, "square kilometer"]],
		["It was minus-12 degrees Celsius.", ["minus-12 degrees Celsius", -12, "degree Celsius"]],
		["The record of 41.3 C was set then.", ["41.3 C", 41.3, "degree Celsius"]],
		["The tremor had a magnitude of 5.8.", ["5.8", 5.8, "magnitude"]],
		["Power cost $90 per megawatt-hour.", ["$90 per megawatt-hour", 90, "USD per megawatt hour"]],
		["The tax rose by half a point.", ["half a", 0.5, "point", "exactly", "up"]],
		["The reading fell to -4C.", ["-4C", -4, "degree Celsius", "exactly", "down"]],
		["She is 5 feet 8 inches tall.", ["5 feet 8 inches", 5 + 8 / 12, "foot"]],
		["He lost 18 pounds over the winter.", ["18 pounds", 18, "pound", "exactly", "down"]],
		['A 9" pipe burst.', ['9"', 9, "inch"]],
		["A 2 1/2 mile trail opened.", ["2 1/2 mile", 2.5, "mile"]],
		["The plant made 3.4m litres.", ["3.4m litres", 3.4e6, "liter"]],
		["The wire is 0.5 mm thick.", ["0.5 mm", 0.5, "millimeter"]],
		["A 1.5GB file leaked.", ["1.5GB", 1.5, "gigabyte"]],
		["A 4U box (7 inches) fed 12U.S. bases.", ["4U", 4, "rack unit"], ["7 inches", 7, "inch"]],
	],
	durations: [
		["It was a four-year low.", ["four-year", 4, "year"]],
		["A 61-year-old man was held.", ["61-year-old", 61, "year of age"]],
		["It named Ana Ruiz Jr., 56, of Selm.", ["56", 56, "year of age"]],
		["Okafor, 58, now leads it.", ["58", 58, "year of age"]],
		["Ana Ruiz 52 has flown it.", ["52", 52, "year of age"]],
		["Their son, who was 10, waited.", ["10", 10, "year of age"]],
		["Anyone over the age of 21 may enter.", ["21", 21, "year of age"]],
		["The patient is an 87 yo woman.", ["87 yo", 87, "year of age"]],
		["The first first-quarter drop in six years.", ["six years", 6, "year"]],
		["They closed two years ago.", ["two years ago", 2, "year"]],
		[
			"Half an hour later it rained for three straight weeks.",
			["Half an hour", 0.5, "hour"],
			["three", 3, "week"],
		],
	],
	counts: [
		["About 63000 sedans were built.", ["63000", 63000, "sedan", "about"]],
		["The 6.2M paper and digital copies broke a record.", ["6.2M", 6.2e6, "copy"]],
		["The firm made 92,000 parcels a month.", ["92,000", 92000, "parcel per month"]],
		["One of the best cellists played.", ["One", 1, "cellist"]],
		["A 10-member panel met.", ["10", 10, "member"]],
		['It counts 40 "dry lakes" in all.', ["40", 40, "lake"]],
		["It counts 40 “dry lakes” in all.", ["40", 40, "lake"]],
		["They fitted 96 Oakton Peak twin-core chips.", ["96", 96, "chip"]],
		["Fans sang four times.", ["four times", 4, null]],
		["The star spins 900 times a second.", ["900 times a second", 900, "count per second"]],
		["Sales grew more than sixfold.", ["sixfold", 6, null, "more than", "up"]],
		["Half a million people marched.", ["Half a million", 500000, "people"]],
		["One in five voters stayed away.", ["One in five", 0.2, null]],
		["A third of the crop failed.", ["A third", 1 / 3, null]],
		["Nearly two-thirds of members agreed.", ["two-thirds", 2 / 3, null, "about"]],
		[
			"Dozens of barns and hundreds of layoffs followed.",
			["Dozens", [12, 120], "barn"],
			["hundreds", [100, 1000], "layoff"],
		],
		["A half of it and three halves of that.", ["A half", 0.5, null], ["three halves", 1.5, null]],
		["Three quarters of a million fled.", ["Three quarters of a million", 750000, null]],
		["Two and a half dozen eggs broke.", ["Two and a half dozen", 30, "egg"]],
		[
			"Nine out of 10 and one in a hundred.",
			["Nine out of 10", 0.9, null],
			["one in a hundred", 0.01, null],
		],
		["Tens of thousands of fans left.", ["Tens of thousands", [10000, 100000], "fan"]],
		["Several hundred homes flooded.", ["Several hundred", [100, 1000], "home"]],
		["The index ended at 15,731.20.", ["15,731.20", 15731.2, null]],
		["They want another goal or two.", ["two", 2, "goal"]],
		["It sank 65 barges.", ["65", 65, "barge", "exactly", "down"]],
		[
			"Three farms lost 14 page ledgers.",
			["Three", 3, "farm"],
			["14", 14, "ledger", "exactly", "down"],
		],
		[
			"A dozen ships and two dozen crews sailed.",
			["A dozen", 12, "ship"],
			["two dozen", 24, "crew"],
		],
		["One hundred and two doors opened.", ["One hundred and two", 102, "door"]],
		[
			"Killing two guards and injuring at least 40.",
			["two", 2, "guard"],
			["40", 40, "guard", "at least"],
		],
		[
			"Six people died and nearly 80 others fled.",
			["Six", 6, "people"],
			["80", 80, "people", "about"],
		],
	],
	ordinals: [
		["A Category 4 storm neared.", ["4", 4, "category"]],
		["It is her 10th record.", ["10th", 10, null]],
		["Typhoon No. 21 struck.", ["21", 21, null]],
	],
};

describe.each(Object.entries(CASES))("%s", (_, rows) => {
	it.each(cases(rows))("$sentence", ({ sentence, expected }) => {
		expect(read(sentence)).toEqual(expected);
	});
});

const HARD: readonly (readonly [sentence: string, ...rows: Row[]])[] = [
	["A bid of between $20 and $30 billion is likely.", ["$20 and $30 billion", [20e9, 30e9], "USD"]],
	["The gap is €4 to €5 trillion.", ["€4 to €5 trillion", [4e12, 5e12], "EUR"]],
	["Fares range from 35 sen to RM41.20.", ["35 sen to RM41.20", [0.35, 41.2], "MYR"]],
	[
		"It will grow from 17.5 to 41-43 billion yen.",
		["17.5", 17.5e9, "JPY"],
		["41-43 billion yen", [41e9, 43e9], "JPY"],
	],
	[
		"Copper cost 61.30 cents, against 58.15 a week before.",
		["61.30 cents", 61.3, "cent"],
		["58.15", 58.15, "cent"],
	],
	[
		"It grew 6 million tons of rye from 9.4 million last season.",
		["6 million tons", 6e6, "ton", "exactly", "up"],
		["9.4 million", 9.4e6, "ton"],
	],
	["Of the 900 nurses, 310 work at night.", ["900", 900, "nurse"], ["310", 310, "nurse"]],
	[
		"It limits use to 120 litres a day, down from 155 litres.",
		["120 litres a day", 120, "liter per day", "exactly", "down"],
		["155 litres", 155, "liter"],
	],
	["It printed 1.8 million in 2019.", ["1.8 million", 1.8e6, null]],
	[
		"He got $3.75 million, 45 days after.",
		["$3.75 million", 3.75e6, "USD"],
		["45 days", 45, "day"],
	],
	["A 8-12W lamp hung there.", ["8-12W", [8, 12], "watt"]],
	["Over three or four years it paid off.", ["three or four years", [3, 4], "year"]],
	[
		"Drivers earn between $31,000 and $52,000 a year.",
		["$31,000 and $52,000 a year", [31000, 52000], "USD per year"],
	],
	["Give 45 and 50 mg.", ["45", 45, "milligram"], ["50 mg", 50, "milligram"]],
	["A 7- or 8-inch pan will do.", ["7", 7, "inch"], ["8-inch", 8, "inch"]],
	["Lows ranged from -7 °C to -21 °C.", ["-7 °C to -21 °C", [-21, -7], "degree Celsius"]],
	["Expect 300 to 450 mm of snow.", ["300 to 450 mm", [300, 450], "millimeter"]],
	[
		"It gained 0.4 percent to 5,210.60.",
		["0.4 percent", 0.4, "percent", "exactly", "up"],
		["5,210.60", 5210.6, null],
	],
	[
		"Exports sank 9% to $1.7 billion.",
		["9%", 9, "percent", "exactly", "down"],
		["$1.7 billion", 1.7e9, "USD"],
	],
	["Output was down almost 31%.", ["31%", 31, "percent", "about", "down"]],
	["It saw a 4% hash rate decline.", ["4%", 4, "percent", "exactly", "down"]],
	[
		"The index lost 140 points, or 0.8%.",
		["140", 140, "point", "exactly", "down"],
		["0.8%", 0.8, "percent", "exactly", "down"],
	],
	["It grounded two new 747 Cargo jets.", ["two", 2, "jet"]],
	[
		"About 210 Volvo and Scania vans were sold, compared with 45 last May.",
		["210", 210, "van", "about"],
		["45", 45, "van"],
	],
	["The deal is worth $5 to $8 million.", ["$5 to $8 million", [5e6, 8e6], "USD"]],
];

describe("what readers of quantities get wrong", () => {
	it.each(cases(HARD))("$sentence", ({ sentence, expected }) => {
		expect(read(sentence)).toEqual(expected);
	});
});

const BOUNDS: readonly (readonly [string, Bound])[] = [
	["It cost about $5.", "about"],
	["It cost nearly $5.", "about"],
	["It cost an estimated $5.", "about"],
	["Some 250 tenants left.", "about"],
	["Costs exceed $5 now.", "more than"],
	["It cost over $5.", "more than"],
	["It cost in excess of $5.", "more than"],
	["At least 300 left.", "at least"],
	["No fewer than 300 left.", "at least"],
	["It cost $5 or more.", "at least"],
	["Under 300 left.", "less than"],
	["A sub-7 nanometer chip.", "less than"],
	["Up to 300 left.", "at most"],
	["They spoke of 300 at most.", "at most"],
	["It has 300 beds at least.", "at least"],
	["As many as 300 left.", "at most"],
	["No more than 300 left.", "at most"],
	["It cost $5 or less.", "at most"],
	["It took 5 years or so.", "about"],
	["It cost 5 to 6 dollars.", "between"],
	["It cost $5.", "exactly"],
];

it.each(BOUNDS)("bound of %s", (sentence, bound) => {
	expect(extractFigures(sentence).map(figure => figure.bound)).toEqual([bound]);
});

const CHANGES: readonly (readonly [sentence: string, from: string, to: string])[] = [
	["The rate slid from 6.4% to 6.1%.", "6.4%", "6.1%"],
	[
		"The market will grow from about $25 billion in 2025 to an estimated $119 billion by 2033.",
		"$25 billion",
		"$119 billion",
	],
	["Volume narrowed to 4,120 bales from 5,360 bales.", "5,360", "4,120"],
	["The rate was 6.1 percent, down from 6.4 percent.", "6.4 percent", "6.1 percent"],
	["It slid from $81 at 9.15pm last night to $77 at 4am.", "$81", "$77"],
	["He went from 231 pounds to 204.", "231 pounds", "204"],
];

it.each(CHANGES)("change in %s", (sentence, from, to) => {
	const [changed] = extractFigures(sentence).filter(figure => figure.changedFrom !== null);
	const start = changed?.changedFrom;
	expect([changed?.text, sentence.slice(start?.start, start?.end)]).toEqual([to, from]);
});

it("keeps a conversion in brackets with its figure", () => {
	const [figure, ...others] = extractFigures("It lies 12 kilometres (7.5 miles) off.");
	expect(others).toEqual([]);
	expect(figure?.conversion).toEqual({ start: 23, end: 32, value: 7.5, unit: "mile", step: 0.1 });
});
