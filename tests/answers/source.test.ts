import { describe, expect, test } from "vitest";
import { answerFigures } from "../../src/answers/figures.ts";
import { answerQuote } from "../../src/answers/quote.ts";
import { answerSource, findOutlet } from "../../src/answers/source.ts";
import { bridgeStory, seedStory, storyOf } from "./stories.ts";

describe("answerSource", () => {
	test("tells what one outlet has, alone and with others, and whom it credits", () => {
		const answer = answerSource(bridgeStory, "harbor herald");
		expect(answer.text).toBe(
			"Harbor Herald: 1 article, 6 figures (4 that no other outlet has); it credits Acme Consulting, Mara Ellison and Delta Poll.",
		);
		const headings = answer.sections.map(({ heading }) => heading);
		expect(headings).toContain("Figures that only Harbor Herald has");
		expect(headings).toContain("Figures that others have too");
		expect(
			new Set(
				answer.sections
					.filter(({ heading }) => !heading.startsWith("Reported by most"))
					.flatMap(({ entries }) => entries.map(({ excerpt }) => excerpt?.outlet)),
			),
		).toEqual(new Set(["Harbor Herald"]));
	});

	test("tells what it leaves out that most others have", () => {
		const { sections } = answerSource(seedStory, "A47 News");
		const left = sections.find(
			({ heading }) => heading === "Reported by most others, no report found in A47 News",
		);
		expect(left?.entries.map(({ label }) => label).join("; ")).toContain("edge AI market, 2025");
		expect(left?.entries.every(({ excerpt }) => excerpt?.outlet !== "A47 News")).toBe(true);
	});

	test("calls one of two others not most of them, though they print nearly the same text", () => {
		const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(" ");
		const story = storyOf(
			["Quay Herald", null, `The footbridge cost $90,000 to build. ${words}.`],
			["Pier Post", null, `${words}.`],
			["Mole Gazette", null, "The mayor opened the footbridge on Monday."],
		);
		const { sections } = answerSource(story, "Mole Gazette");
		const left = sections.find(({ heading }) => heading.startsWith("Reported by most others"));
		const told = left?.entries.flatMap(({ remarks }) => remarks) ?? [];
		expect(told.filter(remark => !remark.includes(" and "))).toEqual([]);
	});

	test.each(["Harbour Herald", "herald"])("offers the nearest outlets for %j", name => {
		const answer = answerSource(bridgeStory, name);
		expect(answer.kind).toBe("not-covered");
		expect(answer.choices.map(({ label }) => label)).toEqual(["Harbor Herald"]);
	});

	test("offers all outlets where none is near", () => {
		expect(answerSource(bridgeStory, "zzz").choices).toHaveLength(4);
		expect(findOutlet(bridgeStory, "zzz")).toBeNull();
	});
});

describe("answerFigures", () => {
	test("lists every figure, widely reported ones first", () => {
		const { claims, text } = answerFigures(bridgeStory, null);
		const outlets = claims.map(({ reports }) => new Set(reports.map(({ outlet }) => outlet)).size);
		expect(outlets).toEqual(outlets.toSorted((a, b) => b - a));
		expect(text).toBe(
			`${claims.length} figures, printed by 3 outlets; the outlets differ on none.`,
		);
	});
	test("keeps to a topic, and says where there is none on it", () => {
		expect(answerFigures(bridgeStory, "signatures").claims.map(({ label }) => label)).toEqual([
			"signatures against the bridge",
		]);
		expect(answerFigures(bridgeStory, "volcano").kind).toBe("not-covered");
	});
});

describe("answerQuote", () => {
	test("tells who prints it word for word and who with which other words", () => {
		const answer = answerQuote(bridgeStory, "cut corners on a bridge");
		expect(answer.text).toBe(
			"“We will not cut corners on a bridge that thousands cross”: found in 2 of 4 outlets; word for word in Harbor Herald; with other words in Coast Echo; credited to Mara Ellison.",
		);
		const changed = answer.sections[1]?.entries[0]?.changes ?? [];
		expect(
			changed
				.filter(({ kind }) => kind !== "same")
				.map(({ kind, text }) => `${kind} ${text.trim()}`),
		).toEqual(["removed will", "added shall"]);
	});
	test("finds quotations by who said them, and says where there is none", () => {
		expect(answerQuote(bridgeStory, "Tobias Renn").text).toContain(
			"a promise kept to the eastern shore",
		);
		expect(answerQuote(bridgeStory, "green cheese").kind).toBe("not-covered");
	});
});
