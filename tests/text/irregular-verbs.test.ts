import { expect, test } from "vitest";
import { baseOf } from "../../src/text/irregular-verbs.ts";
import { stems } from "../../src/text/terms.ts";

test.each([
	["sold", "sell"],
	["fell", "fall"],
	["written", "write"],
	["found", "found"],
	["bakery", "bakery"],
])("%j is of %j", (form, base) => {
	expect(stems(form).map(baseOf)).toEqual(stems(base));
});
