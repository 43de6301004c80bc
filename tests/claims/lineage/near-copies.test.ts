import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agencyOf } from "../../../src/claims/lineage/agencies.ts";
import {
	copiesAmong,
	nearCopies,
	sentencesShare,
} from "../../../src/claims/lineage/near-copies.ts";
import { coverageOf } from "../coverage.ts";

const HARBOR = [
	"The harbor board voted late on Tuesday to close the northern basin for two winters while divers replace the sluice gates.",
	"Fishing crews were told to move their boats to the southern quay before the first frost of the year.",
	"A ferry company that runs eleven crossings a day said nothing about its timetable.",
].join("\n\n");
const PARK =
	"Gardeners in the upper park planted four hundred young lime trees along the avenue where a storm had felled the old ones, and schoolchildren gave every tree a name of its own.";
const FIRST = HARBOR.split("\n\n")[0] ?? "";

const [herald, echo, wire, park] = coverageOf(
	["Herald", HARBOR],
	["Echo", HARBOR.replace("late on Tuesday", "on Tuesday night").toUpperCase()],
	["Wire", `${FIRST}\n\n${PARK}`],
	["Park", PARK],
);
const all = [herald, echo, wire, park].filter(text => text !== undefined);

describe("near copies of an article", () => {
	it("are told with how much is shared, most first", () => {
		const [first = herald, ...others] = all;
		const copies = first === undefined ? [] : nearCopies(first, others);
		expect(copies.map(({ article, kind }) => [article.outlet, kind])).toEqual([
			["Echo", "copy"],
			["Wire", "part"],
		]);
	});

	it("give the longest passage in the new article's own words", () => {
		const [copy] = herald === undefined || wire === undefined ? [] : nearCopies(herald, [wire]);
		const { start, end } = copy?.longest ?? { start: 0, end: 0 };
		expect(`${HARBOR.slice(start, end)}.`).toBe(FIRST);
		expect(copy?.words).toBe(FIRST.split(" ").length);
	});

	it.each([
		["another text", PARK],
		["a text of a few words", "The harbor board voted late on Tuesday."],
		["the same quotations alone", `“${HARBOR.replaceAll("\n\n", " ")}”, said the mayor.`],
	])("are none of %s", (_, body) => {
		const [other] = coverageOf(["Other", body]);
		expect(herald && other ? nearCopies(herald, [other]) : null).toEqual([]);
	});

	it("share everything with themselves", () => {
		const copies = herald === undefined ? [] : nearCopies(herald, [herald]);
		expect(copies.map(({ share, kind }) => ({ share, kind }))).toEqual([
			{ share: 1, kind: "copy" },
		]);
	});
});

// Two words alone, so that texts meet in many of their runs.
const text = fc
	.array(fc.constantFrom("tin", "zinc"), { minLength: 1, maxLength: 60 })
	.map(words => `${words.join(" ")}.`);

describe("copies among articles", () => {
	it("are the same pairs that each article has by itself", () => {
		fc.assert(
			fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), bodies => {
				const texts = coverageOf(...bodies.map((body, index) => [`O${index}`, body] as const));
				const pairs = copiesAmong(texts).map(
					({ articles, share }) => `${articles.toSorted().join()} ${share}`,
				);
				const single = texts.flatMap(each =>
					nearCopies(
						each,
						texts.filter(other => other !== each),
					).map(
						({ article, share }) => `${[each.article.id, article.id].toSorted().join()} ${share}`,
					),
				);
				expect(pairs.toSorted()).toEqual([...new Set(single)].toSorted());
			}),
			{ numRuns: 60 },
		);
	});

	it("share between nothing and everything", () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				const share = sentencesShare(a, b, 1);
				expect(share).toBe(sentencesShare(b, a, 1));
				expect(share >= 0 && share <= 1).toBe(true);
			}),
			{ numRuns: 60 },
		);
	});
});

describe("the agency whose story is printed", () => {
	it.each([
		["a dateline", "Post", "OSLO, March 4 (Reuters) - The mine will close.", "Reuters"],
		["a byline", "Post", "By Associated Press\n\nThe mine will close.", "Associated Press"],
		["a credit at the end", "Post", "The mine will close.\n\n(AFP)", "Agence France-Presse"],
		["the agency itself", "Kyodo News", "The mine will close.", "Kyodo"],
		["none", "Post", "The mine will close, Reuters reported.", null],
	])("is known by %s", (_, outlet, body, agency) => {
		expect(agencyOf({ outlet, body })).toBe(agency);
	});
});
