import { describe, expect, test } from "vitest";
import { sensesOf, sharedSense } from "../../src/text/senses.ts";
import { stems } from "../../src/text/terms.ts";

function shared(a: string, b: string): number {
	const [first, second] = [a, b].map(word => sensesOf(stems(word)[0] ?? ""));
	return first && second ? sharedSense(first, second) : -1;
}

describe("sharedSense", () => {
	test.each([
		["purchase", "acquisition"],
		["relocate", "move"],
		["injured", "wounded"],
		["expense", "cost"],
		["miners", "mining"],
	])("%j and %j share a sense", (a, b) => {
		expect(shared(a, b)).toBeGreaterThan(0.6);
		expect(shared(b, a)).toBe(shared(a, b));
	});

	test.each([
		["rise", "fall"],
		["buy", "sell"],
		["import", "export"],
		["gain", "loss"],
		["ferry", "bridge"],
	])("%j and %j share none", (a, b) => {
		expect(shared(a, b)).toBe(0);
	});

	test("a word that is not in the table has no senses", () => {
		expect(sensesOf("quxzzy")).toBeNull();
	});
});
