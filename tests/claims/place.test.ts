import { describe, expect, test } from "vitest";
import { isPartial, isSeveral, namesOf, placeOf } from "../../src/claims/place.ts";

function placeOfFirstNumber(sentence: string): string | null {
	const [number] = /\d[\d,]*/u.exec(sentence) ?? [""];
	const start = sentence.indexOf(number);
	return placeOf(sentence, { start, end: start + number.length });
}

describe("placeOf", () => {
	test.each([
		["In Oakton 14 people were hurt.", "Oakton"],
		["The blast hurt 14 people in Port Marram.", "Port Marram"],
		["Across the whole region, 60 people were hurt.", "the whole region"],
		["In parts of Spain, growing a ton costs 100,000 euros.", "parts of Spain"],
		["In certain regions it costs 100,000 euros.", "certain regions"],
		["14 were hurt in Oakton and 60 in Marram.", "Oakton"],
		["Marram, Oakton County, had 14 floods.", "Marram, Oakton County"],
		["Parts of Oakton and Marram County had 14 floods.", "Parts of Oakton and Marram County"],
		["It hurt 14 people in Oakton city and Marram.", "Oakton city and Marram"],
		["Some 14 inches (36 cm) fell around Oakton.", "Oakton"],
		["The storm hurt 14 people near Oakton, and the mayor fled to a town in Spain.", "Oakton"],
	])("%s: %s", (sentence, place) => {
		expect(placeOfFirstNumber(sentence)).toBe(place);
	});

	test.each([
		"In March 14 people were hurt.",
		"On Sunday 14 people were hurt.",
		"In all, 14 people were hurt.",
		"The fire hurt 14 people, a paper in Spain said.",
		"The fire hurt 14 people.",
		"",
	])("nowhere: %s", sentence => {
		expect(placeOfFirstNumber(sentence)).toBeNull();
	});
});

describe("isPartial", () => {
	test.each([
		["parts of Spain", true],
		["some regions", true],
		["Spain", false],
		["the whole region", false],
	])("%s: %s", (place, wanted) => {
		expect(isPartial(place)).toBe(wanted);
	});
});

test.each([
	["parts of Oakton County", ["Oakton"]],
	["Parts of Oakton and Marram County", ["Oakton", "Marram"]],
	["the whole region", []],
])("names of %s", (place, names) => {
	expect(namesOf(place)).toEqual(names);
});

test("several places are told of together", () => {
	expect(isSeveral("Oakton and Marram")).toBe(true);
	expect(isSeveral("Oakton")).toBe(false);
});
