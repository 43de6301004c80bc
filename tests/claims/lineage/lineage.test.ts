import { describe, expect, it } from "vitest";
import type { ClaimKind } from "../../../src/claims/claim.ts";
import { claimsOf, type Text } from "../checks/story.ts";

const POST = "Daily Post";
const STAR = "Evening Star";
const ECHO = "Morning Echo";

/** What the lineage checks on claims of a kind say, each text once, with the outlets that rest on one thing. */
function lineages(texts: readonly Text[], kind: ClaimKind): readonly (readonly [string, string])[] {
	const told = claimsOf(texts)
		.filter(claim => claim.kind === kind)
		.flatMap(({ checks, reports }) =>
			checks.flatMap(check => {
				if (check.kind !== "lineage") return [];
				const outlets = new Set(check.reports.map(index => reports[index]?.outlet));
				return [[`${check.text}`, [...outlets].join()] as const];
			}),
		);
	return [...new Map(told)];
}

const CREDITED =
	"The solar roof market will grow from $20 billion in 2024 to $90 billion by 2032, according to Acme Research.";
const UNCREDITED =
	"Estimates show that the solar roof market will grow from $20 billion in 2024 to $90 billion by 2032.";

describe("reports that rest on one source", () => {
	it("are those that credit it, and those that print two of its figures without the credit", () => {
		const told = lineages(
			[
				{ outlet: POST, body: CREDITED },
				{ outlet: STAR, body: CREDITED.replace("will grow", "is expected to grow") },
				{ outlet: ECHO, body: UNCREDITED },
			],
			"figure",
		);
		expect(told).toContainEqual([
			"Daily Post, Evening Star and Morning Echo rest on one forecast by Acme Research: Daily Post and Evening Star credit Acme Research; Morning Echo prints it beside another figure of that source, without the credit.",
			"Daily Post,Evening Star,Morning Echo",
		]);
	});

	it("are told of a survey, and of a source of no kind", () => {
		const rent = (credit: string) => `Rents in Norwick rose 34% last year, ${credit}.`;
		const told = (first: string, second: string) =>
			lineages(
				[
					{ outlet: POST, body: rent(first) },
					{ outlet: STAR, body: rent(second) },
				],
				"figure",
			).map(([text]) => text);
		expect(told("according to a survey by Acme Research", "Acme Research said")).toEqual([
			"Daily Post and Evening Star rest on one survey by Acme Research: each credits Acme Research.",
		]);
		expect(told("according to Acme Research", "Acme Research said")).toEqual([
			"Daily Post and Evening Star rest on one source, Acme Research: each credits Acme Research.",
		]);
	});

	it("are quotations of one speaker", () => {
		const words = "“The old bridge has become a danger to every child in town,” Ann Lee said.";
		const texts = [POST, STAR].map(outlet => ({ outlet, body: words }));
		expect(lineages(texts, "quotation").map(([text]) => text)).toEqual([
			"Daily Post and Evening Star rest on the words of one speaker, Ann Lee: each credits Ann Lee.",
		]);
	});

	it("are not paraphrases, which may be of other words", () => {
		const texts = [
			{ outlet: POST, body: "“The old bridge is a danger to every child in town,” Ann Lee said." },
			{
				outlet: STAR,
				body: "Ann Lee said the old bridge was dangerous for the children of the town.",
			},
		];
		expect(lineages(texts, "quotation")).toEqual([]);
	});

	it.each([
		["nobody is named", UNCREDITED, UNCREDITED],
		["one outlet alone has it", CREDITED, "The town hall is closed for repairs."],
		[
			"only one figure is the same",
			CREDITED,
			"The solar roof market will reach $90 billion by 2032.",
		],
		[
			"they credit different sources",
			CREDITED,
			CREDITED.replace("Acme Research", "Boulder Partners"),
		],
	])("are none where %s", (_, first, second) => {
		const texts = [
			{ outlet: POST, body: first },
			{ outlet: STAR, body: second },
		];
		expect(lineages(texts, "figure")).toEqual([]);
	});
});

const STORY = [
	"OSLO (Reuters) - The copper mine at Norwick will close in May after forty years, and 450 workers will lose their jobs.",
	"The owner blamed low prices and a flood that filled two of the lower shafts last autumn.",
	"Unions plan to march through the valley on Saturday and want the state to buy the works.",
].join("\n\n");

describe("reports that stand in one text", () => {
	it("are told with how much of it is the same and whose it is", () => {
		const texts = [
			{ outlet: POST, body: STORY },
			{ outlet: STAR, body: STORY.replace("OSLO (Reuters) - ", "") },
		];
		expect(lineages(texts, "figure")).toContainEqual([
			"Daily Post and Evening Star print nearly the same text (Reuters): 100% of the runs of five words of the shorter article stand in the other (computed).",
			"Daily Post,Evening Star",
		]);
	});

	it("are those of a sentence that is the same where the articles share no more than parts", () => {
		const own =
			"Shopkeepers along the river fear an empty winter, and the mayor has asked three neighboring towns to send buses, food and the use of their halls until spring comes to the valley again.";
		const [lead = ""] = STORY.split("\n\n");
		const texts = [
			{ outlet: POST, body: STORY },
			{ outlet: STAR, body: `${lead.replace("OSLO (Reuters) - ", "")}\n\n${own}` },
		];
		const told = lineages(texts, "figure").map(([text]) => text);
		expect(told.length).toBeGreaterThan(0);
		for (const text of told) {
			expect(text).toMatch(
				/^Daily Post and Evening Star print nearly the same text \(Reuters\) here, and share more besides: \d\d% of/u,
			);
		}
	});

	it("are none of two outlets that tell one thing in their own words", () => {
		const texts = [
			{ outlet: POST, body: STORY },
			{ outlet: STAR, body: "In May, 450 workers of the copper mine at Norwick lose their jobs." },
		];
		expect(lineages(texts, "figure")).toEqual([]);
	});
});
