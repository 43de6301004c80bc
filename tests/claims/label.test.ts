import { describe, expect, test } from "vitest";
import {
	bestPhrase,
	isMeasure,
	nounPhrases,
	sharedPhrase,
	withTopic,
} from "../../src/claims/label.ts";
import { slice } from "../../src/text/span.ts";

const evenly = () => 1;
const only = (wanted: string) => (stem: string) => (stem === wanted ? 1 : 0);

function phrases(sentence: string): readonly string[] {
	return nounPhrases(sentence).map(span => slice(sentence, span));
}

describe("nounPhrases", () => {
	test.each([
		["The old harbor bridge fell.", ["old harbor bridge"]],
		["The town's council met the mayor.", ["town's council", "mayor"]],
		["The price of wool rose.", ["price of wool"]],
		["Rain and wind came.", ["Rain and wind"]],
		["It fell.", []],
		["", []],
	])("%j", (sentence, wanted) => {
		expect(phrases(sentence)).toEqual(wanted);
	});

	test("ends in a noun", () => {
		expect(phrases("The harbor is deep and old.")).toEqual(["harbor"]);
	});
});

describe("bestPhrase", () => {
	test("is the one whose words are worth most", () => {
		const sentence = "The council met near the harbor after the storm.";
		expect(bestPhrase(sentence, only("storm"))).toBe("storm");
		expect(bestPhrase(sentence, only("harbor"))).toBe("harbor");
	});

	test("is a time only where nothing else is", () => {
		expect(bestPhrase("Next month the choir sings.", only("month"))).toBe("choir");
		expect(bestPhrase("It was last month.", evenly)).toMatch(/month/u);
	});

	test("is null without a noun", () => {
		expect(bestPhrase("It fell.", evenly)).toBeNull();
	});
});

describe("isMeasure", () => {
	test.each(["wool market", "monthly rent", "people", "May Day parade"])("%s", phrase => {
		expect(isMeasure(phrase)).toBe(true);
	});

	test.each([
		"next month",
		"March",
		"Sundays",
		"4 tons",
		"per cent",
		"cent",
		"4 a.m. tide",
		"local time",
		"first quarter",
		"years",
	])("not %s", phrase => {
		expect(isMeasure(phrase)).toBe(false);
	});
});

describe("sharedPhrase", () => {
	const labelled = (...sentences: readonly string[]) =>
		sentences.map(sentence => ({ sentence, without: [] }));

	test("is what the sentences have in common, in the words of one", () => {
		const shared = labelled(
			"The wool market grew again.",
			"Wool prices lifted the market for wool.",
			"Nobody expected a wool market of that size.",
		);
		expect(sharedPhrase(shared, evenly, "common")).toBe("wool market");
	});

	test("is one word where they share no two", () => {
		const shared = labelled("The barrage closed.", "Nets hang below the barrage.");
		expect(sharedPhrase(shared, evenly, "common")).toBe("barrage");
	});

	test("is null where they share none", () => {
		expect(sharedPhrase(labelled("The rain fell.", "A choir sang."), evenly, "any")).toBeNull();
	});

	test("leaves out what the label is not to be taken from", () => {
		const sentence = "Harbor Research counts the boats.";
		const without = [{ start: 0, end: "Harbor Research".length }];
		const shared = [
			{ sentence, without },
			{ sentence, without },
		];
		expect(sharedPhrase(shared, evenly, "any")).toBe("boats");
	});

	test("ends in a name only where names may head it", () => {
		const shared = labelled("It rained in Oakton.", "Oakton was dry.");
		expect(sharedPhrase(shared, evenly, "any")).toBe("Oakton");
		expect(sharedPhrase(shared, evenly, "common")).toBeNull();
	});
});

describe("withTopic", () => {
	const sentences = [
		"The fee takes effect in May.",
		"A fee of the port comes into effect soon.",
	].map(sentence => ({ sentence, without: [] }));

	test.each([
		["effect", "effect (fee)"],
		["port fee", "port fee"],
	])("%s: %s", (label, wanted) => {
		expect(withTopic(label, sentences, stem => (stem === "fee" ? 2 : 1))).toBe(wanted);
	});

	test("leaves a label alone where its sentence has no other phrase", () => {
		expect(withTopic("effect", [{ sentence: "It takes effect.", without: [] }], () => 1)).toBe(
			"effect",
		);
	});
});
