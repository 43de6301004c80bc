import { describe, expect, test } from "vitest";
import { nationsIn } from "../../src/claims/nations.ts";

const ROWS: readonly (readonly [text: string, nations: readonly string[]])[] = [
	["Chile hit Peruvian wool", ["chile", "peru"]],
	["U.S. goods, US wares and American cars", ["united states", "united states", "united states"]],
	["the United States and South Korea", ["united states", "south korea"]],
	["Nigerian oil, Austrian steel, Australian wine", ["nigeria", "austria", "australia"]],
	["Beijing answered Dutch and Lebanese growers", ["china", "netherlands", "lebanon"]],
	["On Monday the Herald said so", []],
];

describe("the countries that a text names, whatever form the name has", () => {
	test.each(ROWS)("%s", (text, nations) => {
		expect(nationsIn(text).map(({ nation }) => nation)).toEqual(nations);
	});
});
