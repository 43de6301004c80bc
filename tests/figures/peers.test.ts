import { expect, it } from "vitest";
import { extractFigures } from "../../src/figures/extract.ts";
import { resolveTime } from "../../src/figures/time.ts";

/** A Wednesday. */
const PUBLISHED = "2026-04-15";

/** Each figure as value, unit, bound, trend, what it converts to, changes from, counts and its time. */
function told(sentence: string): readonly string[] {
	const all = extractFigures(sentence);
	return all
		.filter(({ kind }) => kind !== "date")
		.map(figure => {
			const { value, unit, bound, trend, conversion, changedFrom, counts, time } = figure;
			const date = all.find(({ start }) => time != null && start === time.start);
			const from = all.find(({ start }) => changedFrom !== null && start === changedFrom.start);
			return [
				JSON.stringify(value),
				unit,
				bound === "exactly" || bound === "between" ? null : bound,
				trend,
				conversion && `= ${JSON.stringify(conversion.value)} ${conversion.unit}`,
				from && `from ${JSON.stringify(from.value)}`,
				counts && `of ${counts}`,
				date && `in ${resolveTime(date, PUBLISHED)}`,
			]
				.filter(part => part != null)
				.join(" ");
		});
}

/** What other readers of quantities are known to get wrong, each with all that is read of it. */
const ROWS: readonly (readonly [sentence: string, ...figures: string[]])[] = [
	["They lent it 1.3bn kroner ($118 million).", "1300000000 krone = 118000000 USD"],
	["He asked $NZ4,120,300 ($A3,870,000).", "4120300 NZD = 3870000 AUD"],
	["Rice rose from 45 sen to RM3.60.", "45 sen of Rice", "3.6 MYR from 45 of Rice"],
	["They drank 2.7m litres of milk.", "2700000 liter of milk"],
	["The yard is worth £3.4bn.", "3400000000 GBP of yard"],
	["Losses of €6 to €7 trillion are feared.", "[6000000000000,7000000000000] EUR of Losses"],
	["It needs between $40 and $50 billion.", "[40000000000,50000000000] USD"],
	["Costs will be 12.5 to 31-33 billion yen.", "[12500000000,33000000000] JPY of Costs"],
	[
		"Copper was 48.20 cents, against 46.75 a month before.",
		"48.2 cent of Copper",
		"46.75 cent in 2026-03",
	],
	["It had 2.4 million in 2017.", "2400000 in 2017"],
	["It paid $4.25 million, 60 days late.", "4250000 USD", "60 day"],
	["It sold the Pixel 9 Pro on the A52 near Gate 14 Row 6."],
	["Lund won 4-2 at 7.45pm; call 020 7946 0958 about version 3.1.2."],
	["2. It sank."],
	["It ships 480,000 tonnes a month.", "480000 tonne per month"],
	["The network does 2 zettahash per second.", "2 zettahash per second of network"],
	[
		"Dozens came, and hundreds of redundancies followed.",
		"[12,120]",
		"[100,1000] redundancy of redundancies",
	],
	["It cost three quarters of a million dollars.", "750000 USD"],
	["One in six homes leaked.", "0.16666666666666666 of homes"],
	["It was the first fall in nine years.", "9 year of first fall"],
	["A third of the barns burned.", "0.3333333333333333 of barns"],
	["The index is down almost 28%.", "28 percent about down of index"],
	["Rates went from 5.2% to 4.9%.", "5.2 percent of Rates", "4.9 percent from 5.2 of Rates"],
	["The pipe is 14 kilometres (8.7 miles) long.", "14 kilometer = 8.7 mile of pipe"],
	["Some 31% of its revenue is abroad.", "31 percent about of revenue"],
	["It rose 2 percentage points, or 3%.", "2 percentage point up", "3 percent up"],
	[
		"The market grew to $30 billion in 2025 and will reach $90 billion by 2034.",
		"30000000000 USD up of market in 2025",
		"90000000000 USD of market in 2034",
	],
	["Rents rose 3% this year, Lund said on Tuesday.", "3 percent up of Rents in 2026"],
	["Some 40 ships sank on Tuesday.", "40 ship about of ships in 2026-04-14"],
];

it.each(ROWS.map(([sentence, ...figures]) => ({ sentence, figures })))(
	"$sentence",
	({ sentence, figures }) => {
		expect(told(sentence)).toEqual(figures);
	},
);
