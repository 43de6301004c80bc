import { describe, expect, test } from "vitest";
import { findRoles } from "../../src/claims/role.ts";
import { slice } from "../../src/text/span.ts";

function roles(sentence: string): readonly string[] {
	return findRoles(sentence).map(({ person, role }) => `${person}: ${role}`);
}

describe("findRoles", () => {
	test.each([
		["Harbor Research head Ann Lee left.", "Ann Lee: Harbor Research head"],
		["Finance Minister Jane Roe resigned.", "Jane Roe: Finance Minister"],
		["Central Bank Chairman Bo Chen spoke on Monday.", "Bo Chen: Central Bank Chairman"],
		[
			"The fall surprised HarborCo's head of research Ann Lee on Sunday.",
			"Ann Lee: HarborCo's head of research",
		],
		[
			"As per statements from Harbor Research head Ann Lee, rents fell.",
			"Ann Lee: Harbor Research head",
		],
		["HarborCo CEO and co-founder Ann Lee spoke.", "Ann Lee: HarborCo CEO and co-founder"],
		["A deal was struck by the mayor Ann Lee.", "Ann Lee: mayor"],
		["President Lee signed it.", "Lee: President"],
		[
			"Ann Lee, Head of Research at Harbor Research, agreed.",
			"Ann Lee: Head of Research at Harbor Research",
		],
		["Ann Lee, an economist at Acme, disagreed.", "Ann Lee: an economist at Acme"],
		["“No,” said Ann Lee, president and CEO, Acme.", "Ann Lee: president and CEO, Acme"],
		["Ann Lee — the firm’s chief analyst — left.", "Ann Lee: the firm’s chief analyst"],
		["It was Ann Lee, who leads research at Acme, that left.", "Ann Lee: leads research at Acme"],
		["Ann Lee, who works for the county council, left.", "Ann Lee: works for the county council"],
		["Lee, director of the port, left.", "Lee: director of the port"],
	])("%s", (sentence, wanted) => {
		expect(roles(sentence)).toEqual([wanted]);
	});

	test.each([
		"Ann Lee left on Monday.",
		"Mr. Lee left.",
		"Ann Lee, who was late, left.",
		"Ann Lee, a tall woman, left.",
		"KoalaPay, a leader in payments, grew.",
		"The chief of Acme left.",
		"The harbor, on Tuesday, was the director of nothing.",
		"",
	])("nobody: %s", sentence => {
		expect(roles(sentence)).toEqual([]);
	});

	test("gives the span of name and role together", () => {
		const sentence = "It was Ann Lee, who leads research at Acme, that left.";
		const [role] = findRoles(sentence);
		expect(role && slice(sentence, role.span)).toBe("Ann Lee, who leads research at Acme");
	});

	test("reads each person of a sentence", () => {
		expect(roles("Mayor Ann Lee met Bo Chen, director of the port.")).toEqual([
			"Ann Lee: Mayor",
			"Bo Chen: director of the port",
		]);
	});
});
