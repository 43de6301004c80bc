import { expect, test } from "vitest";
import { putInTerms, putPlainly } from "../../src/text/everyday-phrases.ts";

test.each([
	["how long could she be locked up?", "how long could she be in prison?"],
	["When did the bakery get going?", "When did the bakery was founded?"],
	["did the mayor break down in court?", "did the mayor cry in court?"],
	["Did the pump break down?", "Did the pump break down?"],
	["how much did they fork out for the ferry?", "how much did they pay the ferry?"],
	["why did Ann turn it down?", "why did Ann rejected?"],
	["What did the chair go for?", "What did the chair sold?"],
	["What did the team go for at noon?", "What did the team go for at noon?"],
	["Where does the harbor end?", "Where does the harbor end?"],
])("%j is put %j", (asked, plain) => {
	expect(putPlainly(asked)).toBe(plain);
});

test.each([
	["How big is the on-device machine learning market?", "How big is the edge AI market?"],
	["How many self-driving taxis are there?", "How many self-driving taxis are there?"],
	["Who owns the most crypto and cryptocurrency?", "Who owns the most crypto and cryptocurrency?"],
])("%j is put %j by what is printed", (asked, told) => {
	const printed = ["AI", "AI", "edge AI", "crypto", "cryptocurrency"];
	const times = (words: string) => printed.filter(each => each === words).length;
	expect(putInTerms(asked, times)).toBe(told);
});
