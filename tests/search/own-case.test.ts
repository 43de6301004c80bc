import { expect, it } from "vitest";
import { ownCase } from "../../src/search/own-case.ts";

const put = ownCase([
	"The Harbor Board Meets In Ellen Again",
	"The storm hit Ellen in the north, where Lisa Moen lives.",
	"Fog hung over the harbor, and ships lay in fog near the Fog Signal.",
	"Some say that May was dry.",
	"The ships of Nord-Line carried coal for Westbay.",
]);

it.each([
	["did lisa moen see the storm in ellen?", "did Lisa Moen see the storm in Ellen?"],
	[
		"what did ellens board say on monday in december",
		"what did Ellen's board say on Monday in December",
	],
	["is there fog in the harbor in may", "is there fog in the harbor in may"],
	[
		"which ships did nordline send, and nordlines coal?",
		"which ships did Nord-Line send, and Nord-Line's coal?",
	],
	["did West-Bay buy coal?", "did Westbay buy coal?"],
	["ELLEN and eLLen", "ELLEN and eLLen"],
])("%s", (typed, written) => {
	expect(put(typed)).toBe(written);
});
