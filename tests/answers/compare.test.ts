import { describe, expect, test } from "vitest";
import { answerComparison } from "../../src/answers/compare.ts";
import { bridgeStory } from "./stories.ts";

const compare = (outlets: readonly string[], topic: string | null = null) =>
	answerComparison(bridgeStory, { outlets, topic });
const headings = (outlets: readonly string[], topic: string | null = null) =>
	compare(outlets, topic).sections.map(({ heading }) => heading);

describe("answerComparison", () => {
	test("tells what two outlets differ and agree on before what one alone has", () => {
		const answer = compare(["Harbor Herald", "Coast Echo"]);
		expect(answer.kind).toBe("differ");
		const relations = headings(["Harbor Herald", "Coast Echo"]).map(
			heading => heading.split(":")[0],
		);
		const order = ["They differ", "They agree", "Only Harbor Herald", "Only Coast Echo"];
		expect(new Set(relations)).toEqual(new Set(order));
		expect(relations).toEqual(
			relations.toSorted(
				(a = "", b = "") => Math.min(order.indexOf(a), 2) - Math.min(order.indexOf(b), 2),
			),
		);
		expect(answer.text).toMatch(
			/^Harbor Herald and Coast Echo agree on \d+ claims \(1 of them resting on one text or source\), differ on 1;/,
		);
	});

	test("shows only the outlets that are compared", () => {
		const { excerpts } = compare(["Harbor Herald", "Coast Echo"]);
		expect(new Set(excerpts.map(({ outlet }) => outlet))).toEqual(
			new Set(["Harbor Herald", "Coast Echo"]),
		);
	});

	test("of statements says only that outlets speak of one thing", () => {
		const statements = headings(["Daily Lantern", "Wired Bay"], "mayor Tobias Renn").filter(
			heading => heading.startsWith("They both speak of it"),
		);
		expect(statements.length).toBeGreaterThan(0);
		expect(compare(["Daily Lantern", "Wired Bay"], "mayor Tobias Renn").text).toContain("speak of");
	});

	test("compares one outlet with all others on what it reports", () => {
		const answer = compare(["Coast Echo"]);
		expect(answer.text).toMatch(
			/^Of what Coast Echo reports, the outlets agree on \d+ claims? and differ on \d+; \d+ claims? only it has\.$/,
		);
		const reporting = answer.claims.map(({ reports }) => reports.map(({ outlet }) => outlet));
		expect(reporting.every(outlets => outlets.includes("Coast Echo"))).toBe(true);
	});

	test("takes an outlet that is named twice for one", () => {
		expect(compare(["Coast Echo", "coast echo"]).text).toBe(compare(["Coast Echo"]).text);
	});

	test("sets all outlets side by side on a topic", () => {
		const answer = compare([], "signatures");
		expect(answer.text).toContain("on “signatures”");
		expect(answer.silent).toContain("Harbor Herald");
	});

	test.each([
		[["Harbor Herald", "Nonesuch Post"], "Nonesuch Post"],
		[["Nonesuch Post"], "Nonesuch Post"],
	])("%j names the outlet that there is not", (outlets, unknown) => {
		const answer = compare(outlets);
		expect(answer.kind).toBe("not-covered");
		expect(answer.text).toContain(`No article of “${unknown}” is held`);
		expect(answer.choices.length).toBeGreaterThan(0);
	});

	test("says so where nothing is reported on the topic", () => {
		expect(compare([], "volcano").kind).toBe("not-covered");
		expect(compare(["Wired Bay", "Coast Echo"], "signatures").kind).toBe("not-covered");
	});
});
