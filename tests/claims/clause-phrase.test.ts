import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assertedIn, happenedAt } from "../../src/claims/clause-phrase.ts";

const said = (sentence: string) => assertedIn(sentence).map(({ text }) => text);

function timeIn(sentence: string, words: string) {
	const start = sentence.indexOf(words);
	return { start, end: start + words.length };
}

describe("assertedIn", () => {
	test.each([
		[
			"On Monday the town council closed the old bridge, the mayor said.",
			["town council closed the old bridge"],
		],
		["Hundreds of sheds in the east were flooded.", ["Hundreds of sheds in the east were flooded"]],
		["In the north snow fell on the hills.", ["fell on the hills"]],
		[
			"The mayor said that the ferry will sail again, but nobody has mended the pier.",
			["ferry will sail again", "nobody has mended the pier"],
		],
		["She said she would mend the pier.", ["would mend the pier"]],
		["If the pier closes, the mill will move.", ["If the pier closes", "mill will move"]],
		["Clerks doubt that the pier will open.", ["Clerks doubt that the pier will open"]],
		["There is no pier.", ["There is no pier"]],
		["He's mending the pier.", ["He's mending the pier"]],
		["The mill sells wheels based on old drawings.", ["mill sells wheels"]],
		["A quiet harbor town.", []],
		["", []],
	])("%j", (sentence, wanted) => {
		expect(said(sentence)).toEqual(wanted);
	});

	test("who says so, where a sentence says no more", () => {
		expect(said("The mayor told the Herald.")).toEqual(["mayor told the Herald"]);
	});

	test("knows a subject from a pronoun", () => {
		expect(assertedIn("The council closed the bridge.")[0]?.hasSubject).toBe(true);
		expect(assertedIn("It closed the bridge.")[0]?.hasSubject).toBe(false);
	});

	test("is made of words of the sentence in a row", () => {
		const word = fc.constantFrom(
			..."the a ferry harbor town's sailed closed will and but that said , ; of in to quickly old 12".split(
				" ",
			),
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 20 }), words => {
				const sentence = words.join(" ");
				return said(sentence).every(phrase => sentence.includes(phrase));
			}),
		);
	});
});

describe("happenedAt", () => {
	test.each([
		[
			"The council passed a budget Thursday evening.",
			"Thursday evening",
			"council passed a budget",
		],
		["The fares will take effect on June 1.", "June 1", "fares will take effect"],
		["On Monday, the mill shut its gates.", "Monday", "mill shut its gates"],
		["The mill shut its gates, on Monday.", "Monday", "mill shut its gates"],
	])("%s", (sentence, time, wanted) => {
		expect(happenedAt(sentence, timeIn(sentence, time))?.text).toBe(wanted);
	});

	test("null where nothing happens", () => {
		expect(happenedAt("The harbor, May 4", { start: 12, end: 17 })).toBeNull();
	});
});
