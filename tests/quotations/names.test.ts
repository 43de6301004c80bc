import { describe, expect, test } from "vitest";
import {
	abbreviationsIn,
	actingIn,
	aliasesIn,
	fullNameOf,
	fullNamesIn,
	peopleIn,
	pronounsIn,
} from "../../src/quotations/names.ts";

describe("aliasesIn", () => {
	test.each([
		[
			"The Harbor Meteorological Agency (HMA) said so.",
			[{ name: "Harbor Meteorological Agency", alias: "HMA" }],
		],
		[
			"Officials of the Bureau of Marine Records (BMR) left.",
			[{ name: "Bureau of Marine Records", alias: "BMR" }],
		],
		["the Port Authority (the “PA”) agreed", [{ name: "Port Authority", alias: "PA" }]],
		["Harbor View (London) is a hotel.", []],
		["artificial intelligence (AI)", []],
		["no brackets at all", []],
	])("%s", (text, wanted) => {
		expect(aliasesIn(text)).toEqual(wanted);
	});
});

describe("abbreviationsIn", () => {
	test("reads both orders, and the first spelling of each", () => {
		const text = "exchange-traded funds (ETF), IoT (Internet of Things), electric tax forms (ETF)";
		expect(abbreviationsIn(text)).toEqual([
			{ name: "exchange-traded funds", alias: "ETF" },
			{ name: "Internet of Things", alias: "IoT" },
		]);
	});
});

describe("fullNameOf", () => {
	test.each([
		["Mayor Ann Lee spoke. Lee left.", "Lee", "Ann Lee"],
		["HarborCo's Ann van der Lee spoke.", "Lee", "Ann van der Lee"],
		["Ann Lee and Bo Lee spoke.", "Lee", null],
		["Ann Lee, Ann Lee and Bo Lee spoke.", "Lee", "Ann Lee"],
		["Harbor Research spoke.", "Research", null],
		["On Monday Lee spoke.", "Lee", null],
		["But Lee spoke.", "Lee", null],
		["Nobody spoke.", "Lee", null],
	])("%s", (text, surname, wanted) => {
		expect(fullNameOf(fullNamesIn(text), surname)).toBe(wanted);
	});
});

describe("actingIn", () => {
	test.each([
		["Mr. Chen praised the crews.", ["Chen"]],
		["Mayor Bo Chen of Oakton, once a pilot, praised the crews.", ["Bo Chen"]],
		["Bo Chen runs it, but Chen left.", ["Bo Chen", "Bo Chen"]],
		["She said that Mr. Chen left.", []],
		["Mr. Chen's office closed.", []],
		["Lund v. Rowe changed that.", []],
		["Nobody praised Mr. Chen.", []],
	])("%s", (text, wanted) => {
		expect(actingIn(text, fullNamesIn(text)).map(({ name }) => name)).toEqual(wanted);
	});
});

describe("pronounsIn", () => {
	test("tells by courtesy titles", () => {
		const pronouns = pronounsIn("Mr. Bo Chen met Mrs. Lee and Ms. Rowe. Mr. Lee's ship left.");
		expect([...pronouns].map(([name, set]) => [name, [...set]])).toEqual([
			["Chen", ["he"]],
			["Lee", ["she", "he"]],
			["Rowe", ["she"]],
		]);
	});
});

describe("peopleIn", () => {
	test.each([
		["Chairman Bo Chen left.", ["Bo Chen"]],
		["The baker Ann Lee, 52, stayed.", ["Ann Lee"]],
		["Ann Lee Lee, 52, stayed.", ["Ann Lee"]],
		["Ann Lee stayed.", []],
		["Harbor Bank, 12 of whose branches closed, stayed.", []],
	])("%s", (text, names) => {
		expect(peopleIn(text).map(({ name }) => name)).toEqual(names);
	});
});
