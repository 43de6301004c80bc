import { describe, expect, it } from "vitest";
import { told } from "./story.ts";

const POST = "Daily Post";
const STAR = "Evening Star";
const ECHO = "Morning Echo";
const PLAIN = "The cyber insurance market will reach $30 billion by 2030.";
const CREDITED =
	"The cyber insurance market will reach $30 billion by 2030, according to Acme Research.";

describe("a figure's source", () => {
	it.each([
		[PLAIN, "null: Daily Post credits Acme Research; Evening Star names no source."],
		[
			"The cyber insurance market will reach $30 billion by 2030, analysts said.",
			"null: Daily Post credits Acme Research; Evening Star credits only “analysts”.",
		],
		[
			"The cyber insurance market will reach $30 billion by 2030, according to Boulder Partners.",
			"null: Evening Star credits Boulder Partners; Daily Post credits Acme Research.",
		],
	])("is told of: %s", (body, check) => {
		expect(
			told(
				[
					{ outlet: POST, body: CREDITED },
					{ outlet: STAR, body },
				],
				"credit",
			),
		).toEqual([check]);
	});

	it("is not told of two sources at once", () => {
		const storm = "Norland Air and All Oakton Airways said they canceled 130 flights on Monday.";
		const texts = [
			{ outlet: POST, body: storm },
			{ outlet: STAR, body: "The storm led to 130 canceled flights on Monday." },
		];
		expect(told(texts, "credit")).toEqual([]);
	});

	it("counts outlets that agree together", () => {
		const texts = [
			{ outlet: POST, body: CREDITED },
			{ outlet: STAR, body: CREDITED },
			{ outlet: ECHO, body: PLAIN },
		];
		expect(told(texts, "credit")).toEqual([
			"null: Daily Post and Evening Star credit Acme Research; Morning Echo names no source.",
		]);
	});

	it.each([
		["the same source", CREDITED],
		["a source named nearby", `Acme Research has a new forecast. ${PLAIN}`],
		["another value", "The cyber insurance market will reach $40 billion by 2030."],
		[
			"a part of the source",
			"The cyber insurance market will reach $30 billion by 2030, according to Acme.",
		],
	])("is no check with %s", (_, body) => {
		expect(
			told(
				[
					{ outlet: POST, body: CREDITED },
					{ outlet: STAR, body },
				],
				"credit",
			),
		).toEqual([]);
	});

	it("passes over counts that anybody may make", () => {
		const texts = [
			{ outlet: POST, body: "The two largest banks of the island will merge, Ann Lee said." },
			{ outlet: STAR, body: "The two largest banks of the island will merge." },
		];
		expect(told(texts, "credit")).toEqual([]);
	});
});

describe("words in a speaker's mouth and in an outlet's own voice", () => {
	const quoted = "“The old bridge has become a danger to every child in town,” Mayor Ann Lee said.";

	it("are told apart", () => {
		const own = "The old bridge has become a danger to every child in town.";
		expect(
			told(
				[
					{ outlet: POST, body: quoted },
					{ outlet: STAR, body: own },
				],
				"credit",
			),
		).toEqual([
			"null: Daily Post quotes Ann Lee; Evening Star prints “The old bridge has become a danger to every child in town” without quotation marks and credits nobody in that sentence.",
		]);
	});

	it.each([
		["a credit", "Mayor Ann Lee said the old bridge has become a danger to every child in town."],
		[
			"a credit before",
			"Mayor Ann Lee said so. The old bridge has become a danger to every child in town.",
		],
		["marks", "“The old bridge has become a danger to every child in town.”"],
		["other words", "The bridge over the river has become slippery in this week's rain."],
	])("are no check with %s", (_, body) => {
		expect(
			told(
				[
					{ outlet: POST, body: quoted },
					{ outlet: STAR, body },
				],
				"credit",
			),
		).toEqual([]);
	});

	it("are no check where the outlet is the speaker's own", () => {
		const texts = [
			{
				outlet: "Acme Bank (press release)",
				body: "The old branch has become a burden to every client in town.",
			},
			{
				outlet: STAR,
				body: "“The old branch has become a burden to every client in town,” Acme Bank said.",
			},
		];
		expect(told(texts, "credit")).toEqual([]);
	});

	it("are told when two outlets name two speakers", () => {
		const other = "“The old bridge has become a danger to every child in town,” Carl Berg said.";
		expect(
			told(
				[
					{ outlet: POST, body: quoted },
					{ outlet: STAR, body: other },
				],
				"credit",
			),
		).toEqual([
			"null: Evening Star credits Carl Berg; Daily Post credits Ann Lee with these words.",
		]);
	});
});
