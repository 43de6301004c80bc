import { describe, expect, it } from "vitest";
import { extractFigures } from "../../src/figures/extract.ts";

/** Each figure of a sentence as its words, value, unit, bound and trend, the last two only where they say something. */
function told(sentence: string): readonly string[] {
	return extractFigures(sentence)
		.filter(({ kind }) => kind !== "date")
		.map(({ text, value, unit, bound, trend, conversion }) => {
			const said = [bound === "exactly" || bound === "between" ? null : bound, trend];
			const also = conversion === null ? null : `= ${conversion.value} ${conversion.unit}`;
			const parts = [JSON.stringify(value), unit, ...said, also];
			return `${text}: ${parts.filter(part => part !== null).join(" ")}`;
		});
}

const MONEY: readonly (readonly [sentence: string, ...figures: string[]])[] = [
	[
		"The refinery paid 410 million kroner ($39 million) for the tanker.",
		"410 million kroner: 410000000 krone = 39000000 USD",
	],
	["The yard asked for $NZ3,120,400 ($A2,870,000).", "$NZ3,120,400: 3120400 NZD = 2870000 AUD"],
	["Bread went from 40 sen to RM2.10.", "40 sen: 40 sen", "RM2.10: 2.1 MYR"],
	[
		"The port will spend between $30 and $45 billion over six years.",
		"$30 and $45 billion: [30000000000,45000000000] USD",
		"six years: 6 year",
	],
	["It lasted over six years.", "six years: 6 year more than"],
	["The shop is worth $8-10 per share.", "$8-10: [8,10] USD per share"],
	["The ticket cost 15 pounds 50.", "15 pounds 50: 15.5 GBP"],
	["The meal was 12 dollars and 75.", "12 dollars and 75: 12.75 USD"],
	["It cost 15 dollars, 50 people paid.", "15 dollars: 15 USD", "50: 50 people"],
	["It made $1.02 per diluted share.", "$1.02 per diluted share: 1.02 USD per share"],
	["Petrol is €1.79, 6 cents more.", "€1.79: 1.79 EUR", "6 cents: 6 cent"],
	["The fund holds 30 MUSD.", "30 MUSD: 30000000 USD"],
	["The price was c $ 12.5 million.", "c $ 12.5 million: 12500000 CAD"],
	["A 20 pound turkey costs $45.", "20 pound: 20 pound", "$45: 45 USD"],
	["He owed 20 pounds ($25).", "20 pounds: 20 GBP = 25 USD"],
	["They paid 90 million Finnish markkas.", "90 million Finnish markkas: 90000000 FIM"],
	["Quarter million dollars went missing.", "Quarter million dollars: 250000 USD"],
	["They cut quarter billion pounds of debt.", "quarter billion pounds: 250000000 GBP down"],
	[
		"The mine earned R3.4 billion, or R1,250 a share.",
		"R3.4 billion: 3400000000 ZAR",
		"R1,250 a share: 1250 ZAR per share",
	],
	["The N95 mask costs R12.50 on the R101.", "R12.50: 12.5 ZAR"],
	["The state owes N852 billion.", "N852 billion: 852000000000 NGN"],
	["The road took Ksh5,200,000.", "Ksh5,200,000: 5200000 KES"],
	["The bank lost SFr2.3bn.", "SFr2.3bn: 2300000000 CHF down"],
	["The dam cost K3.2 billion.", "3.2 billion: 3200000000"],
	["A bag costs 61,500 naira.", "61,500 naira: 61500 NGN"],
	["The yard owes 3 million tenge.", "3 million tenge: 3000000 KZT"],
	["It paid 40 billion won in dues.", "40 billion won: 40000000000 KRW"],
	["Of 3 entries, 2 won the prize.", "3: 3 entry", "2: 2"],
	["The guild owes 900 shillings.", "900 shillings: 900 shilling"],
	["FARM 50 million tonnes.", "50 million tonnes: 50000000 tonne"],
	[
		"The kiln fetched A$2 529/oz, from A$1 900/oz.",
		"A$2 529/oz: 2529 AUD per ounce",
		"A$1 900/oz: 1900 AUD per ounce",
	],
];

const SCALES: readonly (readonly [sentence: string, ...figures: string[]])[] = [
	["It paid 63 thousand 924 crore rupees.", "63 thousand 924 crore rupees: 639240000000 INR"],
	[
		"It paid one lakh 37 thousand crore rupees.",
		"one lakh 37 thousand crore rupees: 1370000000000 INR",
	],
	["It helped 14 lakh 70 thousand growers.", "14 lakh 70 thousand: 1470000 grower"],
	["It milled two lakh 96 thousand tonnes.", "two lakh 96 thousand tonnes: 296000 tonne"],
	["It sold 75,03,914 bales.", "75,03,914: 7503914 bale"],
	[
		"The pit gave 16 442 oz, against 12 003 oz.",
		"16 442 oz: 16442 ounce",
		"12 003 oz: 12003 ounce",
	],
	["On May 15 200 people met.", "200: 200 people"],
	["By 12 June 300 people had met.", "300: 300 people"],
	["It must sell 15m to 16m tickets.", "15m to 16m: [15000000,16000000] ticket"],
	["It earns 45K a year.", "45K: 45000 count per year"],
	["The core was cooled to 9K, a record.", "9K: 9 kelvin"],
	["The field gave 1.1mbpd.", "1.1mbpd: 1100000 barrel per day"],
	["Agent 007 has iLife 05."],
	["The rate fell from 20,7% to 20,4%.", "20,7%: 20.7 percent", "20,4%: 20.4 percent"],
	["It fell by 0,8 of a percentage point.", "0,8 of a percentage point: 0.8 percentage point down"],
	["It shed 31 000 jobs, or 1.3%.", "31 000: 31000 job down", "1.3%: 1.3 percent down"],
	["Trade (10 000 or 0.5%) fell.", "10 000: 10000", "0.5%: 0.5 percent"],
	["It rose by 10 000 quarter-on-quarter.", "10 000: 10000 up"],
	["They were aged 101 and 96.", "101: 101 year of age", "96: 96 year of age"],
	["The 400-mile-wide (645-kilometer-wide) storm came.", "400-mile: 400 mile = 645 kilometer"],
	[
		"Winds of 75 miles (121 kilometers) per hour blew.",
		"75 miles: 75 mile per hour = 121 kilometer per hour",
	],
];

const MEASURES: readonly (readonly [sentence: string, ...figures: string[]])[] = [
	["Output rose to 1.2 million bpd.", "1.2 million bpd: 1200000 barrel per day up"],
	["Demand is near 104.5 mb/d.", "104.5 mb/d: 104500000 barrel per day about"],
	["The suspect, 27, was held.", "27: 27 year of age"],
	["The plant treats 900 tpd.", "900 tpd: 900 tonne per day"],
	["It slowed at 9.8 m/s2.", "9.8 m/s2: 9.8 meter per square second"],
	["It emits 20 kg/m^2 of dust.", "20 kg/m^2: 20 kilogram per square meter"],
	["The coin weighs 12 troy ounces.", "12 troy ounces: 12 troy ounce"],
	["She weighed 62.3±0.4 kg.", "62.3±0.4 kg: [61.9,62.7] kilogram"],
	["They plan 300 or even 400 homes.", "300: 300 home", "400: 400 home"],
	["It sold 3, 4 and 7 units.", "3: 3 unit", "4: 4 unit", "7: 7 unit"],
	["By 12, 300 cars had gone.", "12: 12", "300: 300 car"],
	["The 2.3 million-strong union met.", "2.3 million: 2300000"],
	["It met four times a week.", "four times a week: 4 count per week"],
	["They hold 12 foreign terror suspects.", "12: 12 suspect"],
	["Three deputy prime ministers left.", "Three: 3 minister"],
	["It has 500 idle farms and a further 40,000 in doubt.", "500: 500 farm", "40,000: 40000 farm"],
	["The blast killed 3 and wounded at least 12.", "3: 3 people", "12: 12 people at least"],
	["It measured 5.6 on the Richter scale.", "5.6: 5.6 magnitude"],
	["It was No 1 and then number eight.", "1: 1", "eight: 8"],
	["It lent to under-18s.", "18s: 18 year of age less than"],
	["He won only three of their 11 games.", "three: 3 game", "11: 11 game"],
	["It sent 62 cargoes.", "62: 62 cargo"],
	["A number 20 times larger came.", "20 times: 20"],
];

const PARTS: readonly (readonly [sentence: string, ...figures: string[]])[] = [
	[
		"Trade shrank by almost half, and later by a fifth to 310 tonnes.",
		"half: 0.5 about down",
		"a fifth: 0.2 down",
		"310 tonnes: 310 tonne",
	],
	[
		"Revenue fell by more than a third to $2bn.",
		"a third: 0.3333333333333333 more than down",
		"$2bn: 2000000000 USD down",
	],
	["A sixth of the wells were dry.", "A sixth: 0.16666666666666666"],
	[
		"Pay rose 2.1%, 2.4% and 3.0%.",
		"2.1%: 2.1 percent up",
		"2.4%: 2.4 percent up",
		"3.0%: 3 percent up",
	],
	["They stopped by half past six."],
	["Sales sank by a larger-than-forecast 8.8%.", "8.8%: 8.8 percent down"],
	["Trade grew at an annual rate of 3.7%.", "3.7%: 3.7 percent up"],
	["It cut imports from Norway by nearly 9 percent.", "9 percent: 9 percent about down"],
	["Fees were raised for the poor by 4%.", "4%: 4 percent up"],
	["Sales jumped 28% at Lund and 3% at Rowe.", "28%: 28 percent up", "3%: 3 percent up"],
	["Sales rose 28% in Lund, and 3% of shops shut.", "28%: 28 percent up", "3%: 3 percent"],
	[
		"They had $65m of debt drawn down from a $90m facility.",
		"$65m: 65000000 USD",
		"$90m: 90000000 USD",
	],
	[
		"It lifted its aim from 60,000 barrels a day to between 80,000 and 90,000 barrels a day.",
		"60,000 barrels a day: 60000 barrel per day",
		"80,000 and 90,000 barrels a day: [80000,90000] barrel per day",
	],
	[
		"Support was 48 percent, plus or minus 3 percentage points.",
		"48 percent: 48 percent",
		"3 percentage points: 3 percentage point",
	],
];

describe.each([
	["money", MONEY],
	["scales", SCALES],
	["measures", MEASURES],
	["parts", PARTS],
])("%s", (_, rows) => {
	it.each(rows.map(([sentence, ...figures]) => ({ sentence, figures })))(
		"$sentence",
		({ sentence, figures }) => {
			expect(told(sentence)).toEqual(figures);
		},
	);
});
