import { describe, expect, it } from "vitest";
import { countriesIn, isFrequentIn, languageOf } from "../../src/text/languages.ts";

describe("languageOf", () => {
	it.each([
		["Wie viel kostet die neue Brücke?", "de"],
		["Combien coûte le nouveau pont ?", "fr"],
		["¿Cuánto cuesta el puente?", "es"],
		["Quanto custa uma ponte nova?", "pt"],
		["Quanto costa il nuovo ponte della città?", "it"],
		["Hoeveel kost de nieuwe brug?", "nl"],
		["新しい橋はいくらですか", "ja"],
		["다리는 얼마입니까", "ko"],
		["Сколько стоит мост?", "und"],
		["¿Puente?", "es"],
	])("reads %j as %s", (text, code) => {
		expect(languageOf(text)).toBe(code);
	});

	it.each([
		"How much will the bridge cost?",
		"Was there a war in the Donbas?",
		"Who is Ludwig van der Rohe?",
		"bridge cost 2033",
		"What did El Mundo say about Los Angeles?",
		"",
	])("takes %j for English, or for too little to tell", text => {
		expect(languageOf(text)).toBeNull();
	});
});

describe("isFrequentIn", () => {
	it("knows the words of one language, and of all where it is not told which", () => {
		expect(isFrequentIn("de", "und")).toBe(true);
		expect(isFrequentIn("fr", "und")).toBe(false);
		expect(isFrequentIn("und", "und")).toBe(true);
	});
});

describe("countriesIn", () => {
	it("puts the countries of a text in English", () => {
		expect(countriesIn("de", "Was kostet Strom in Deutschland?")).toEqual([
			{ printed: "Deutschland", english: "Germany" },
		]);
	});

	it("finds no country in a part of another's name", () => {
		expect(countriesIn("es", "¿Qué pasa en Nigeria?").map(({ english }) => english)).toEqual([
			"Nigeria",
		]);
	});

	it("finds none where the language is not known", () => {
		expect(countriesIn("und", "Deutschland")).toEqual([]);
	});
});
