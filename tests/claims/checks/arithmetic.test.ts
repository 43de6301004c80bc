import { describe, expect, it } from "vitest";
import { checksOf, claimsOf, told } from "./story.ts";

const POST = "Daily Post";
const STAR = "Evening Star";
const ECHO = "Morning Echo";

describe("points between two percents", () => {
	it.each([
		{
			body: "The rate rose 2 percent, from 5 percent to 7 percent.",
			check:
				"false: 5 percent to 7 percent is 2 percentage points, or +40% (computed: 7 − 5), not 2 percent; Daily Post prints all of them.",
		},
		{
			body: "Unemployment fell 0.2 percent to 7.7 percent from 7.9 percent in October.",
			check:
				"false: 7.9 percent to 7.7 percent is 0.2 percentage points, or −2.5% (computed: 7.9 − 7.7), not 0.2 percent; Daily Post prints all of them.",
		},
		{
			body: "Turnout rose from 40% to 60%, a 20% increase.",
			check:
				"false: 40% to 60% is 20 percentage points, or +50% (computed: 60 − 40), not 20%; Daily Post prints all of them.",
		},
		{
			body: "Support rose from 5% to 9%, a gain of 7 percentage points.",
			check:
				"false: 5% to 9% is 4 percentage points (computed: 9 − 5), not 7 percentage points; Daily Post prints all of them.",
		},
	])("are told of: $body", ({ body, check }) => {
		expect(told([{ outlet: POST, body }], "arithmetic")).toEqual([check]);
	});

	it.each([
		["points that fit", "The rate fell 3 percentage points to 5 percent from 8 percent."],
		["points that fit as rounded", "Support rose from 5% to 7%, a gain of 3 percentage points."],
		["the ratio of the ends", "Turnout rose from 40% to 60%, a 50% increase."],
		["another percent", "Turnout rose from 40% to 60%, a 20% share of it by post."],
		["one end alone", "The rate rose 2 percent to 7 percent."],
		["a bound", "The rate rose 2 percent, from about 5 percent to 7 percent."],
		[
			"two changes",
			"The rate rose 2 percent, from 5 percent to 7 percent and from 1 percent to 4 percent.",
		],
	])("are none of %s", (_, body) => {
		expect(told([{ outlet: POST, body }], "arithmetic")).toEqual([]);
	});
});

describe("a percent against its two ends", () => {
	it.each([
		{
			body: "Sales of the firm rose 20% to $150 million from $100 million a year earlier.",
			check:
				"false: $100 million to $150 million is +50%, not 20% (computed: (150 − 100) ÷ 100); Daily Post prints “20%”.",
		},
		{
			body: "Revenue fell from $80 million to $40 million, a 30% drop.",
			check:
				"false: $80 million to $40 million is −50%, not 30% (computed: (40 − 80) ÷ 80); Daily Post prints “30%”.",
		},
		{
			body: "The city budget rose from $40 million to $80 million. That 60% increase worries the council.",
			check:
				"false: $40 million to $80 million is +100%, not 60% (computed: (80 − 40) ÷ 40); Daily Post prints “60%”.",
		},
		{
			body: "Solar power sales to grow 80%\n\nSolar power sales are expected to grow from $10 billion in 2020 to $35 billion in 2025.",
			check:
				"false: $10 billion to $35 billion is +250%, not 80% (computed: (35 − 10) ÷ 10); Daily Post prints “80%”.",
		},
		{
			body: "Attendance fell 25% to 75,000 from 100,000 last season.",
			check:
				"true: 100,000 to 75,000 is −25%, which fits 25% (computed: (75,000 − 100,000) ÷ 100,000); Daily Post prints “25%”.",
		},
		{
			body: "The price of a ticket rose from $32 to $33, or 3.1%, in May.",
			check:
				"true: $32 to $33 is +3.1%, which fits 3.1% (computed: (33 − 32) ÷ 32); Daily Post prints “3.1%”.",
		},
		{
			body: "Copper fell from $8,000 at 9am to $7,600 at 5pm last night, a sharp 5% drop.",
			check:
				"true: $8,000 to $7,600 is −5%, which fits 5% (computed: (7,600 − 8,000) ÷ 8,000); Daily Post prints “5%”.",
		},
		{
			body: "The fund grew from $40 million to $80 million, an increase of more than 90%.",
			check:
				"true: $40 million to $80 million is +100%, which fits 90% (computed: (80 − 40) ÷ 40); Daily Post prints “more than 90%”.",
		},
		{
			body: "The fund grew from $40 million to $80 million, an increase of less than 60%.",
			check:
				"false: $40 million to $80 million is +100%, not 60% (computed: (80 − 40) ÷ 40); Daily Post prints “less than 60%”.",
		},
	])("says it of: $body", ({ body, check }) => {
		expect(told([{ outlet: POST, body }], "arithmetic")).toEqual([check]);
	});

	it.each([
		["another subject", "Sales rose from $100 million to $150 million, and profit climbed 12%."],
		["a yearly rate", "It will grow from $100 million to $200 million, at an annual rate of 7%."],
		["an open end", "The fund grew from over $40 million to $80 million, a 60% increase."],
		["two changes", "Sales rose from $1m to $2m and costs from $3m to $4m, a 10% increase."],
		["two percents", "Sales rose 10%, or 12% in euros, to $150 million from $100 million."],
		["a verb between", "Wages rose 3% as the price of a house went from $200,000 to $300,000."],
		["a share", "Sales went from $100 million to $150 million, 30% of it abroad."],
		[
			"another time",
			"Sales rose 20% in 2019. The firm's sales grew from $100 million in 2020 to $150 million in 2021.",
		],
	])("is silent on %s", (_, body) => {
		expect(told([{ outlet: POST, body }], "arithmetic")).toEqual([]);
	});

	const forecast =
		"The solar roof market will grow from $20 billion in 2024 to $90 billion by 2032, growth of 300%.";

	it("takes the ends of each outlet that prints the same claims", () => {
		const texts = [
			{ outlet: POST, body: forecast },
			{
				outlet: STAR,
				body: "The solar roof market is set for 300% growth by 2032.\n\nBuilders are glad.\n\nThe solar roof market will grow from $20 billion in 2024 to $90 billion by 2032.",
			},
		];
		const [check, ...others] = checksOf(texts, "arithmetic");
		expect(others).toEqual([]);
		expect(check?.text).toBe(
			"$20 billion to $90 billion is +350%, not 300% (computed: (90 − 20) ÷ 20); Daily Post prints “300%” and Evening Star “300%”.",
		);
	});

	it("stands on the claims of the percent and of both ends", () => {
		const claims = claimsOf([{ outlet: POST, body: forecast }]);
		const carrying = claims.filter(({ checks }) =>
			checks.some(({ kind }) => kind === "arithmetic"),
		);
		const printed = carrying.map(({ checks, reports }) =>
			checks[0]?.reports.map(index => reports[index]?.printed),
		);
		expect(printed).toHaveLength(3);
		expect(printed).toEqual(expect.arrayContaining([["$20 billion"], ["$90 billion"], ["300%"]]));
	});
});

describe("sums", () => {
	it.each([
		[
			"The crash killed five men and seven women, a total of 13 people.",
			"false: five and seven add up to 12, not 13 (computed: 5 + 7); Daily Post prints all of them.",
		],
		[
			"The crash killed five men and seven women, a total of 12 people.",
			"true: five and seven add up to 12 (computed: 5 + 7); Daily Post prints all of them.",
		],
		[
			"Acme pays $120m in cash and $45m in shares. The deal is worth $165m.",
			"true: $120m and $45m add up to $165m (computed: 120 + 45); Daily Post prints all of them.",
		],
	])("says it of: %s", (body, check) => {
		expect(told([{ outlet: POST, body }], "arithmetic")).toEqual([check]);
	});

	it.each([
		[
			"parts of another kind",
			"The crash hurt 40 people in 12 cars and 3 buses, a total of 15 vehicles.",
		],
		[
			"a total that is not stated",
			"The crash killed five men and seven women, and 13 people were hurt.",
		],
		["a sum that is not printed", "Acme pays $120m in cash and $45m in shares. It has $900m."],
		["bounds", "The crash killed five men and about seven women, a total of 13 people."],
		["round money", "Acme pays $20m in cash and $30m in shares. It has $50m."],
	])("is silent on %s", (_, body) => {
		expect(told([{ outlet: POST, body }], "arithmetic")).toEqual([]);
	});
});

describe("spans of years", () => {
	const ends = (from: number, to: number) =>
		`Solar roof sales are expected to grow from $10 billion in ${from} to $35 billion in ${to}.`;

	it("says when the coming years would end, and that an undated article's year is not its own", () => {
		const texts = [
			{
				outlet: POST,
				published: null,
				body: `Solar roof sales to grow 250% over the coming eight years\n\n${ends(2023, 2031)}`,
			},
			{ outlet: ECHO, body: "Roofs are red in this town." },
		];
		expect(told(texts, "date")).toEqual([
			"null: “the coming eight years” counted from 2024 would end in 2032 (computed: 2024 + 8); the figures of Daily Post run from 2023 to 2031; Daily Post is undated, and the other articles are of 4 March 2024.",
		]);
	});

	it("says that the date that years are counted from is not confirmed", () => {
		const body = `Solar roof sales to grow 250% over the coming eight years\n\n${ends(2023, 2031)}`;
		const [check] = told([{ outlet: POST, body, unconfirmed: true }], "date");
		expect(check).toMatch(/run from 2023 to 2031; the date of Daily Post is not confirmed\.$/);
	});

	it("contradicts a number of years that the ends are far from", () => {
		const body = `Solar roof sales to grow 250% within twelve years\n\n${ends(2023, 2031)}`;
		expect(told([{ outlet: POST, body }], "arithmetic")).toContain(
			"false: 2023 to 2031 is 8 years (computed: 2031 − 2023), not twelve years; Daily Post prints both.",
		);
	});

	it.each([
		[
			"years that fit",
			`Solar roof sales to grow 250% over the next seven years\n\n${ends(2024, 2031)}`,
		],
		["years that look back", `Solar roof sales grow 250%, most in 12 years\n\n${ends(2023, 2031)}`],
	])("is silent on %s", (_, body) => {
		const all = [
			...told([{ outlet: POST, body }], "date"),
			...told([{ outlet: POST, body }], "arithmetic"),
		];
		expect(all.filter(text => text.includes("years"))).toEqual([]);
	});
});

describe("conversions in brackets", () => {
	it.each([
		[
			"The storm was 12 km (9 miles) wide.",
			"false: 12 km is about 7.46 miles (computed), not 9 miles; Daily Post prints both.",
		],
		[
			"Gusts reached 100 km/h (80 mph) on the coast.",
			"false: 100 km/h is about 62.1 mph (computed), not 80 mph; Daily Post prints both.",
		],
	])("says it of: %s", (body, check) => {
		expect(told([{ outlet: POST, body }], "conversion")).toEqual([check]);
	});

	it.each([
		"The storm was 12 km (7.5 miles) wide.",
		"The storm brought 80 mm (3 inches) of rain.",
		"Gusts reached 180 km/h (111 mph) on the coast.",
		"The painting sold for $25 million (£20 million).",
		"August was 2 degrees Fahrenheit (1.1 degrees Celsius) warmer than usual.",
		"The water had 50 degrees Fahrenheit (10 degrees Celsius).",
		"The town lies 12 km (in the north) away.",
	])("is silent on: %s", body => {
		expect(told([{ outlet: POST, body }], "conversion")).toEqual([]);
	});
});
