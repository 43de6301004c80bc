import { describe, expect, it } from "vitest";
import { extractFigures } from "../../src/figures/extract.ts";

type Told = readonly [sentence: string, ...expected: (string | null)[]];

function cases(
	rows: readonly Told[],
): readonly { sentence: string; expected: (string | null)[] }[] {
	return rows.map(([sentence, ...expected]) => ({ sentence, expected }));
}

const COUNTS: readonly Told[] = [
	["The global tin market will reach $9 billion.", "global tin market"],
	["Mining costs in the valley now exceed $80,000 per bitcoin.", "Mining costs"],
	["The cost to bake a single loaf exceeding $3 hurts.", "cost to bake a single loaf"],
	["The expense of moving one crate has exceeded $90.", "crate", "expense of moving one crate"],
	["It reported a 4% hash rate decline.", "hash rate"],
	["The 300% edge market growth surprised us.", "edge market"],
	[
		"Rail fares are estimated near $90, while bus fares hover around $67.",
		"Rail fares",
		"bus fares",
	],
	[
		"The projected growth of the tin market, expected to reach $9 billion, slowed.",
		"projected growth of the tin market",
	],
	["It has 31% of its sales there.", "sales"],
	["Boilers now burn one quarter the coal at half their size.", "coal", "size"],
	["They signed a $150,000 contract.", "contract"],
	["It holds $2 trillion in debt.", "debt"],
	["It burned 12m tonnes of jet fuel.", "jet fuel"],
	["The club lost 14 first-year students.", "first-year students"],
	[
		"The vacancy rate slid from 6.4 percent to 6.1 percent last month.",
		"vacancy rate",
		"vacancy rate",
	],
	["The vacancy rate sank to 6.1% from 6.4%.", "vacancy rate", "vacancy rate"],
	["It fell 4%.", null],
	["Profit was down almost 27% to about €310m.", "Profit", "Profit"],
	["Lending grew tenfold to $1.9trn.", "Lending", "Lending"],
	["They worked 12-hour shifts for 3 1/2 years.", "shifts", "shifts"],
	["The float priced 18m shares at $21.", "shares", "shares"],
	["It saw a 19% rise in profits to £45m.", "profits", "profits"],
	["It cheered a 50% improvement in the injury rate.", "injury rate"],
	["Sales rose 3% in May but fell 2% in June.", "Sales", "Sales"],
	["Profit was $5m and the dividend was $2m.", "Profit", "dividend"],
	["It had a net loss of $5m.", "net loss"],
	["It had a $5m trading loss.", "trading loss"],
	["Earnings after tax jumped to £56m.", "Earnings after tax"],
	["It took £56m in donations.", "donations"],
	["It keeps $26 billion in undeclared assets.", "undeclared assets"],
	["It sold at an average price of $2,200/oz.", "average price"],
	["Shares were 2% higher and bonds 3% lower.", "Shares", "bonds"],
	["They hold 12 foreign terror suspects.", "foreign terror suspects"],
	["Sales sank by a larger-than-forecast 8.8%.", null],
	["Cost fell below 10% this year for the first time in 30 years.", "Cost", "first time"],
];

describe("what is measured", () => {
	it.each(cases(COUNTS))("$sentence", ({ sentence, expected }) => {
		const figures = extractFigures(sentence).filter(figure => figure.value !== null);
		expect(figures.map(figure => figure.counts)).toEqual(expected);
	});
});

const TIMES: readonly Told[] = [
	["It will grow from $25 billion in 2025 to $119 billion by 2033.", "2025", "2033"],
	["Sales fell 4% this year.", "this year"],
	["In June, rents rose 2% and fees fell 3%.", "June", "June"],
	[
		"It added 900 beds in November, and the rate sank to 6.1% from 6.4% in October.",
		"November",
		"November",
		"October",
	],
	["Rates are the lowest since 2008 at 3%.", null],
	["The agency said on Friday that 12 people died.", null],
	["It cost $5. In 2019 they left.", null],
	["Copper cost 61 cents, against 58 a week before.", null, "a week before"],
	["It cost $5.", null],
	["Pay rose 2.1%, 2.4% and 3.0% in 2021, 2022 and 2023 respectively.", "2021", "2022", "2023"],
	["It sold 3, 4 and 7 units in January, February and March.", "January", "February", "March"],
	["It sold 3 and 7 units in May.", "May", "May"],
	["Between 2010 and 2020 the herd shrank from 1,400 to 360.", "2010", "2020"],
	["The rate eased to 3.4% in April from 3.6%.", "April", null],
	["The rate eased to 3.4% in April from March's 3.6%.", "April", "March"],
	["Fares rose 2% in May from April and 8% from a year earlier.", "May", "May"],
	["Sales were up 9 per cent on the same quarter of last year.", null],
	["Sales were up 9 per cent on Monday.", "Monday"],
	["The lake fell to 18%, the lowest since it was dug in 1974.", null],
	["It was the worst flood since 1961, when 44 people drowned.", "1961"],
	["The mill employs 1,900 people and was founded in 1900.", null],
	["Crude for December delivery lost 25 cents.", null],
	["Swaps hit 3,618 points, up 19 points from Thursday's close.", null, null],
];

describe("the date of a figure", () => {
	it.each(cases(TIMES))("$sentence", ({ sentence, expected }) => {
		const figures = extractFigures(sentence).filter(figure => figure.value !== null);
		expect(figures.map(({ time }) => (time ? sentence.slice(time.start, time.end) : null))).toEqual(
			expected,
		);
	});
});
