import { expect, test } from "vitest";
import { claimsOf, type Draft, written } from "./coverage.ts";

const published = "2031-05-14";
const DATED: Draft = [
	"Herald",
	"The water of Lake Marram stands at its lowest level since June 2027.",
	{ published },
];
const LONG: Draft = ["Echo", "Lake Marram's water fell to a four-year low.", { published }];
const OTHER: Draft = ["Wire", "Wheat prices at the port rose to a four-year high.", { published }];

test("a record's date and how long it has stood are one", () => {
	const [claim, ...others] = claimsOf("date", DATED, LONG, OTHER);
	expect(others).toEqual([]);
	expect(claim === undefined ? "" : written(claim)).toBe(
		"Herald lowest level since June 2027 + Echo four-year low",
	);
	expect(claim?.label).toBe("Lake Marram's water: lowest level, since when");
	expect(claim?.positions[0]?.value).toBe("2027-06");
});

test("where nobody gives the date, the length is told", () => {
	const [claim, ...others] = claimsOf("figure", OTHER);
	expect(others).toEqual([]);
	expect([claim?.positions[0]?.value, claim?.unit]).toEqual([4, "year"]);
	expect(claim?.label).toMatch(/: high, since when$/u);
});

test("other days of one record contradict", () => {
	const later: Draft = [
		"Post",
		"The water of Lake Marram stands at its lowest level since June 2029.",
		{ published },
	];
	const [claim] = claimsOf("date", DATED, later);
	expect(claim?.difference).toEqual(["contradiction"]);
	expect(claim?.positions).toHaveLength(2);
});

test("one article that gives one record two lengths differs with itself, whatever else it tells of", () => {
	const two: Draft = [
		"Herald",
		"Prices of barley fell on Monday to a 10-year low on fears of rain. Oats are dear, but barley futures prices fell this week to 11-year lows on fears of more rain.",
		{ published },
	];
	const third: Draft = [
		"Echo",
		"Rain sent barley futures to their lowest level in a decade.",
		{ published },
	];
	const other: Draft = ["Wire", "The Selm fell to its lowest level since March.", { published }];
	const claims = claimsOf("figure", two, third).map(written);
	expect(claims).toEqual([
		"Herald 10-year low + Echo lowest level in a decade / Herald 11-year lows",
	]);
	expect(claimsOf("date", third, other).map(({ label }) => label)).toEqual([
		"Selm: lowest level, since when",
	]);
});
