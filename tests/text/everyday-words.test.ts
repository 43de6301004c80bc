import { describe, expect, test } from "vitest";
import { standsFor } from "../../src/text/everyday-words.ts";
import { stems } from "../../src/text/terms.ts";

const stem = (word: string) => stems(word)[0] ?? "";

describe("standsFor", () => {
	test.each([
		["father", "dad"],
		["sold", "flogging"],
		["imprisonment", "jailed"],
		["government", "feds"],
		["household", "families"],
	])("%j stands for %j", (told, asked) => {
		expect(standsFor(stem(told), stem(asked))).toBe(true);
	});

	test.each([
		["blow", "spend"],
		["mother", "dad"],
		["buy", "sell"],
		["rise", "fall"],
	])("%j does not stand for %j", (told, asked) => {
		expect(standsFor(stem(told), stem(asked))).toBe(false);
	});
});
