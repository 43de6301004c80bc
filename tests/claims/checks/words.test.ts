import { describe, expect, it } from "vitest";
import { told } from "./story.ts";

const POST = "Daily Post";
const STAR = "Evening Star";
const both = (first: string, second: string) => [
	{ outlet: POST, body: first },
	{ outlet: STAR, body: second },
];

describe("words inside quotation marks", () => {
	const quote = "“We may close the old bridge for the winter,” Mayor Ann Lee said.";

	it.each([
		[
			"“We might shut the old bridge for the winter,” Mayor Ann Lee said.",
			"false: Evening Star prints other words inside the quotation marks than Daily Post: “might shut” for “may close”.",
		],
		[
			"“We may close the bridge for the winter,” Mayor Ann Lee said.",
			"false: Evening Star prints other words inside the quotation marks than Daily Post: “old” left out.",
		],
		[
			"“We may well close the old wooden bridge for the winter,” Mayor Ann Lee said.",
			"false: Daily Post prints other words inside the quotation marks than Evening Star: “well” left out and “wooden” left out.",
		],
	])("that differ are named: %s", (body, check) => {
		expect(told(both(quote, body), "wording")).toEqual([check]);
	});

	it.each([
		[
			"case, commas and marks",
			'"We MAY close the old bridge, for the winter", Mayor Ann Lee said.',
		],
		["another quotation", "“We may build a tunnel under the river soon,” Mayor Ann Lee said."],
		["no marks", "Mayor Ann Lee said they might shut the old bridge for the winter."],
	])("are no check with %s", (_, body) => {
		expect(told(both(quote, body), "wording")).toEqual([]);
	});

	it("are counted where many differ", () => {
		const long =
			"“We may close the old bridge for the winter because its ropes are thin and wet and the river is high,” Mayor Ann Lee said.";
		const other =
			"“We could close the new bridge for the summer because its chains are thin and rusty and the river is low,” Mayor Ann Lee said.";
		expect(told(both(long, other), "wording")).toEqual([expect.stringContaining(" and 2 more")]);
	});
});

describe("titles", () => {
	it("that differ are listed with their outlets", () => {
		const texts = both(
			"Ann Lee, chief economist at Acme Bank, disagreed.",
			"Ann Lee, head of markets at Acme Bank, disagreed.",
		);
		expect(told(texts, "wording")).toEqual([
			"null: Titles of Ann Lee differ: Daily Post “chief economist at Acme Bank”; Evening Star “head of markets at Acme Bank”.",
		]);
	});

	it.each([
		["Acme Bank CEO Ann Lee disagreed.", "Acme Bank chief executive Ann Lee disagreed."],
		["Acme Bank CEO Ann Lee disagreed.", "Ann Lee, the CEO and founder of Acme Bank, disagreed."],
		["Acme Bank CEO Ann Lee disagreed.", "Ann Lee disagreed."],
	])("that only say more are no check: %s | %s", (first, second) => {
		expect(told(both(first, second), "wording")).toEqual([]);
	});
});

describe("strength", () => {
	it.each([
		[
			"Cheaper batteries could end the shortage of electric buses in the city.",
			"Cheaper batteries will end the shortage of electric buses in the city.",
			"null: Asserted with different strength: Daily Post “could end the shortage”; Evening Star “will end the shortage”.",
		],
		[
			"Small open models may close the gap to the largest ones.",
			"Small open models are narrowing the gap to the largest ones.",
			"null: Asserted with different strength: Daily Post “may close the gap”; Evening Star “are narrowing the gap”.",
		],
	])("is told of: %s | %s", (first, second, check) => {
		expect(told(both(first, second), "strength")).toEqual([check]);
	});

	it.each([
		["another object", "Cheaper batteries will end the debate about electric buses in the city."],
		["another verb", "Cheaper batteries will worsen the shortage of electric buses in the city."],
		["another subject", "Better roads will end the shortage of electric buses in the city."],
		["the past", "Cheaper batteries ended the shortage of electric buses in the city."],
		["the same strength", "Cheaper batteries may end the shortage of electric buses in the city."],
		["a question", "Cheaper batteries will end the shortage of electric buses in the city?"],
		["a condition", "If cheaper batteries end the shortage of electric buses in the city, fine."],
	])("is no check with %s", (_, second) => {
		const first = "Cheaper batteries could end the shortage of electric buses in the city.";
		expect(told(both(first, second), "strength")).toEqual([]);
	});

	it("has a figure's qualifiers", () => {
		const texts = both(
			"The new harbor of Norwick will cost about $25 million.",
			"The new harbor of Norwick will cost $25 million.",
		);
		expect(told(texts, "strength")).toEqual([
			"null: Same figure, qualified differently: Daily Post prints “about $25 million”; Evening Star prints “$25 million”.",
		]);
		expect(told(both(texts[0]?.body ?? "", texts[0]?.body ?? ""), "strength")).toEqual([]);
		const behind = "The new harbor of Norwick will cost $25 million or so.";
		expect(told(both(texts[0]?.body ?? "", behind), "strength")).toEqual([]);
	});

	it("has the places that a figure is told of", () => {
		const body =
			"Rents now exceed $90 per night in some parts of town.\n\nAverage rents are near $60 per night.";
		expect(told([{ outlet: POST, body }], "strength")).toEqual([
			"null: Daily Post prints “exceed $90 per night” for “some parts of town”, and “near $60 per night” with no place; the two need not be of one scope.",
		]);
		const north = body.replace("Average rents", "Rents in Norwick");
		expect(told([{ outlet: POST, body: north }], "strength")).toEqual([]);
	});
});

describe("kinds of source", () => {
	it("are told of one person's words", () => {
		const texts = both(
			"Ann Lee's analysis suggests that rents will fall.",
			"Ann Lee remarked that rents will fall.",
		);
		expect(told(texts, "source")).toEqual([
			"null: Described as different kinds of source: Daily Post “Ann Lee's analysis suggests”; Evening Star “Ann Lee remarked”.",
		]);
	});

	it("are told where nobody is named for what others credit by name", () => {
		const texts = both(
			"A recent study found that rents in Norwick will fall sharply next spring.",
			"Ann Lee said that rents in Norwick will fall sharply next spring.",
		);
		expect(told(texts, "source")).toEqual([
			"null: Daily Post credits “A recent study found” with what others credit to somebody by name: Evening Star “Ann Lee said”.",
		]);
	});

	it.each([
		["Ann Lee said that rents will fall.", "Ann Lee added that rents will fall."],
		[
			"Our study found that rents in Norwick will fall.",
			"Ann Lee said that rents in Norwick will fall.",
		],
		[
			"A recent study found that mice like cheese.",
			"Ann Lee said that rents in Norwick will fall.",
		],
	])("are no check: %s | %s", (first, second) => {
		expect(told(both(first, second), "source")).toEqual([]);
	});
});

describe("framing", () => {
	it.each([
		[
			"Mining power is more and more concentrated in countries such as Norway and Iceland.",
			"Mining power has been dispersed to countries such as Norway and Iceland.",
		],
		[
			"Mining power is more and more concentrated in countries such as Norway and Iceland.",
			"Mining power now goes to countries such as Norway and Iceland. This diversification of mining pleases many.",
		],
		[
			"Mining power is more and more concentrated in countries such as Norway and Iceland.",
			"Mining power is being dispersed at last. This brings it to countries such as Norway and Iceland.",
		],
	])("is told of: %s | %s", (first, second) => {
		expect(told(both(first, second), "framing")).toEqual([
			expect.stringMatching(/^null: Norway and Iceland stand beside words of opposite sense: /u),
		]);
	});

	it.each([
		[
			"another subject",
			"Shares of Norsk rose in Oslo and Bergen.",
			"Temperatures fell in Oslo and Bergen.",
		],
		["one name", "Mining power is concentrated in Norway.", "Mining power is dispersed in Norway."],
		[
			"both senses in one",
			"Mining power is concentrated in Norway and Iceland.",
			"Mining power is dispersed, not concentrated, in Norway and Iceland.",
		],
		[
			"the same sense",
			"Mining power is concentrated in Norway and Iceland.",
			"Mining power is centralised in Norway and Iceland.",
		],
	])("is no check with %s", (_, first, second) => {
		expect(told(both(first, second), "framing")).toEqual([]);
	});
});
