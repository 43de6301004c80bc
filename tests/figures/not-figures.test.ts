import { expect, it } from "vitest";
import { extractFigures } from "../../src/figures/extract.ts";

const NONE: readonly string[] = [
	"The A47 was shut.",
	"Go to Gate 12 Row 9.",
	"The Galaxy S24 Ultra is out.",
	"The vaccine for Covid-19 arrived.",
	"A Boeing 737 landed.",
	"Leaders of the G7 met.",
	"The S&P 500 rallied.",
	"She works at a Fortune 500 firm.",
	"They met at 11:30.",
	"They met at 2.45pm and left at 6 p.m.",
	"It ends after 10:20 p.m. EST (0320 GMT).",
	"He won 3-1.",
	"The sets went 6-4, 7-5.",
	"It was tied at 77-77.",
	"Call 555-123-4567 now.",
	"Ring +44 20 7946 0958.",
	"It runs iOS 17.4.1 and v2.",
	"1. Open the lid",
	"2.",
	"He likes Web 2.0 pages.",
	"It has an E3-1260L chip.",
	"Standard & Poor's 500 index slipped.",
	"See blog post 2.",
	"(2) Close the lid",
	"See the note.[3]",
	"The file is at https://example.org/2019/12/a-45.",
	"Write to desk12@example.org.",
	"The model is an i7-860BOX.",
	"It passed ISO 9241-2.",
	"We are open 24/7.",
	"No one came.",
	"One another was enough.",
	"They need one.",
	"It was the wrong one.",
	"A six-speed gearbox failed.",
	"He has 1/0 odds.",
	"Part 24703L202 broke.",
	"Call 020 7946 0123 before noon.",
	"Ardmore drew level after trailing 0-1 at the break.",
	"The plan is net zero, with zero tolerance for delay.",
	"It went on for a week and a half.",
	"A 2:1 split follows a 3-for-2 split.",
	"The map has a scale of 1:50,000.",
	"The truce began at 0600 local time.",
	"The PS5 is sold out.",
	"Second place went to Lund.",
	"The first half was dull.",
	"It was a one-off.",
	"Model 3 is sold out.",
	"The Class 37 engine ran.",
	"She lives at 10 Marsh Lane, not at 1600 Old Mill Avenue.",
	"It was a three-to-one bet and a 10-to-1 shot.",
	"She ran a 5K race, the women's 5K and a 10K.",
	"Leaders met at COP28.",
	"The song is by 50 Cent.",
	"It made the top 10, too.",
	"Go to Gate 12, Row 9, please.",
	"The Six Nations begin while others wait.",
	"They sell 18-rated games.",
	"",
	"Nothing happened.",
];

it.each(NONE)("no figure in: %s", sentence => {
	expect(extractFigures(sentence).filter(figure => figure.kind !== "date")).toEqual([]);
});

const ONLY: readonly (readonly [string, string])[] = [
	["The first first-quarter drop in six years came.", "six years"],
	["Flight 370 carried 239 people.", "239"],
	["Game 7 drew 17,500 fans at 7:30.", "17,500"],
	["The iPhone 15 costs $799.", "$799"],
	["Keane, of Route 66 fame, gave 2 kidneys.", "2"],
	["At 241.5p it sank.", "241.5p"],
	["Some 200 High Street shops shut.", "200"],
	["The 10-bed hospital shut.", "10"],
	["Two Tories left while Six Nations fans cheered.", "Two"],
	["In 2019 workers struck for 3 days.", "3 days"],
];

it.each(ONLY)("%s has only %s", (sentence, text) => {
	const figures = extractFigures(sentence).filter(figure => figure.kind !== "date");
	expect(figures.map(figure => figure.text)).toEqual([text]);
});
