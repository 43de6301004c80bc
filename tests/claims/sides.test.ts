import { describe, expect, test } from "vitest";
import { type Sides, sidesExclude, sidesOf } from "../../src/claims/sides.ts";

interface Row {
	readonly sentence: string;
	readonly figure: string;
	readonly credited?: string;
	readonly intro?: string;
	readonly sides: readonly [by: string | null, on: string | null, isRest: boolean];
}

const ROWS: readonly Row[] = [
	{
		sentence: "Chile’s new 8% tariff will hit 90 items.",
		figure: "8%",
		sides: ["chile", null, false],
	},
	{
		sentence: "Lima raised duties on $3 billion of Chilean copper to 8%.",
		figure: "8%",
		sides: [null, "chile", false],
	},
	{
		sentence: "The tariff on goods from Peru rises to 8%.",
		figure: "8%",
		sides: [null, "peru", false],
	},
	{
		sentence: "Duties of 8% apply to 90 Peruvian products, the ministry said.",
		figure: "90",
		credited: "Chile's trade ministry",
		sides: ["chile", "peru", false],
	},
	{
		sentence: "8% tariffs on 90 items",
		figure: "8%",
		intro: "Chile's tariffs will be these:",
		sides: ["chile", null, false],
	},
	{
		sentence: "It threatened tariffs on the remaining $3 billion of Peruvian goods.",
		figure: "$3 billion",
		sides: [null, "peru", true],
	},
	{
		sentence: "Peruvian exports fell 8%.",
		figure: "8%",
		sides: [null, null, false],
	},
];

function read({ sentence, figure, credited = "", intro }: Row): Sides {
	const start = sentence.indexOf(figure);
	const span = { start, end: start + figure.length };
	return sidesOf(sentence, span, { credited, intro: intro ?? null });
}

describe("who imposes what a figure tells of, and on whose goods", () => {
	test.each(ROWS)("$sentence", row => {
		const [by, on, isRest] = row.sides;
		expect(read(row)).toEqual({ by, on, isRest });
	});
});

describe("two figures pass in two directions", () => {
	const sides = (by: string | null, on: string | null): Sides => ({ by, on, isRest: false });
	test.each([
		["on the goods of two countries", sides(null, "chile"), sides(null, "peru"), true],
		["by two countries", sides("chile", null), sides("peru", null), true],
		["by a country and on its goods", sides("chile", null), sides(null, "chile"), true],
		["by one country on the other's", sides("chile", null), sides(null, "peru"), false],
		["where nothing is said", sides(null, null), sides("chile", "peru"), false],
	])("%s", (_, a, b, isOther) => {
		expect(sidesExclude(a, b)).toBe(isOther);
		expect(sidesExclude(b, a)).toBe(isOther);
	});
});
