import { expect, test } from "vitest";
import { isSameName, stemOfName } from "../../src/answers/same-name.ts";
import { contextOf } from "../../src/claims/context.ts";

test.each<readonly [a: string, b: string, same: boolean]>([
	["China", "Chinese", true],
	["American", "US", true],
	["Moen", "Moen", true],
	["Li", "Liu", false],
	["Austria", "Australia", false],
	["Niger", "Nigeria", false],
	["Slovakia", "Slovenia", false],
])("%s and %s: %s", (a, b, same) => {
	const [first, second] = [a, b].map(name => contextOf(name).map(stemOfName)[0] ?? "");
	expect(isSameName(first ?? "", second ?? "")).toBe(same);
});
