import { describe, expect, test } from "vitest";
import { readStrength } from "../../src/claims/strength.ts";

describe("readStrength", () => {
	test.each([
		["Rents may fall.", "may"],
		["Rents might fall.", "may"],
		["Rents are likely to fall.", "may"],
		["The town faces the possibility of a flood.", "may"],
		["The town appears to be safe.", "may"],
		["Rents could fall.", "could"],
		["The bridge has the potential to cut delays.", "could"],
		["Rents would fall if wages fell.", "could"],
		["If wages fell, rents would fall.", "could"],
		["Rents will fall.", "will"],
		["Rents are expected to fall.", "will"],
		["The market is projected to reach $4 billion.", "will"],
		["Market set: sales projected to double by 2030", "will"],
		["The minister said rents would fall.", "will"],
		["The law requires firms to publish their rents.", "will"],
		["They'll fall.", "will"],
		["Rents fell.", "is"],
		["Rents are falling due to new homes.", "is"],
		["The process requires two machines.", "is"],
		["Rents fell 4% in May 2024.", "is"],
		["Oats for May delivery fell 4%.", "is"],
		["Such sweeping reform cuts costs across the region.", "is"],
	])("%s %s", (sentence, wanted) => {
		expect(readStrength(sentence)).toBe(wanted);
	});

	test.each(["Glossary", "Source: Acme Research", "Rents in the north, by district", ""])(
		"asserts nothing: %s",
		sentence => {
			expect(readStrength(sentence)).toBeNull();
		},
	);

	test.each([
		["a clause that only qualifies the main one", "While rents may fall, wages will rise.", "will"],
		["a condition", "If rents may fall, wages fall too.", "is"],
		["somebody named in passing", "The mayor, who could run again, opened the bridge.", "is"],
	])("leaves out %s", (_, sentence, wanted) => {
		expect(readStrength(sentence)).toBe(wanted);
	});

	const sentence = "Rents might fall to 40, but wages will reach 90, exceeding 80; costs are 70.";
	test.each([
		["40", "may"],
		["90", "will"],
		["80", "will"],
		["70", "is"],
	])("reads the clause around %s", (figure, wanted) => {
		const start = sentence.indexOf(figure);
		expect(readStrength(sentence, { start, end: start + 2 })).toBe(wanted);
	});

	test("reads the whole when the clause around a span has no verb", () => {
		expect(readStrength("With 40 ships: nothing moves.", { start: 5, end: 7 })).toBe("is");
	});

	test("gives null around a span of a fragment", () => {
		expect(readStrength("40 ships", { start: 0, end: 2 })).toBeNull();
	});
});
