import { describe, expect, test } from "vitest";
import {
	aliasesIn,
	attributionOf,
	creditFor,
	findAttributions,
	readAttributions,
	sameSource,
} from "../../src/claims/attribution.ts";
import { slice } from "../../src/text/span.ts";

/** "source | cue | what is credited" of each attribution, unnamed sources in brackets. */
function credits(sentence: string): readonly string[] {
	return findAttributions(sentence).map(({ source, cue, scope, named }) => {
		const who = named ? source : `(${source})`;
		return `${who} | ${cue} | ${slice(sentence, scope).replace(/^[\s,:]+|[\s,.]+$/g, "")}`;
	});
}

describe("findAttributions", () => {
	test.each([
		[
			"Sales will double by 2030, according to Acme Research.",
			"Acme Research | according to | Sales will double by 2030",
		],
		[
			"According to Acme Research, sales will double.",
			"Acme Research | According to | sales will double",
		],
		[
			"As per statements from Acme head Ann Lee, sales rose.",
			"Ann Lee | As per statements from | sales rose",
		],
		[
			"Sales reached $4 billion, based on data from Acme Research.",
			"Acme Research | based on data from | Sales reached $4 billion",
		],
		[
			"Acme Research (AR) anticipates sales of $4 billion.",
			"Acme Research | anticipates | sales of $4 billion",
		],
		[
			"A report from crypto exchange KoalaPay notes that fees rose 4%.",
			"KoalaPay | notes | that fees rose 4%",
		],
		["KoalaPay's report states that fees rose 4%.", "KoalaPay | states | that fees rose 4%"],
		[
			"A study by the University of Aldmouth found that 4% of ships leak.",
			"University of Aldmouth | found | that 4% of ships leak",
		],
		[
			"Data from HarborWatch showed 40 ships at anchor.",
			"HarborWatch | showed | 40 ships at anchor",
		],
		[
			"Economists surveyed by HarborWatch had predicted 80,000 jobs.",
			"HarborWatch | surveyed by | had predicted 80,000 jobs",
		],
		["Losses estimated by HarborWatch came to $4 million.", "HarborWatch | estimated by | Losses"],
		[
			"Unemployment fell to 4%, the Labor Department said.",
			"Labor Department | said | Unemployment fell to 4%",
		],
		[
			"Another man was missing, NBC public television said.",
			"NBC public television | said | Another man was missing",
		],
		[
			"Trading platform KoalaPay disclosed on Friday that costs exceed $9.",
			"KoalaPay | disclosed | on Friday that costs exceed $9",
		],
		[
			"China's Ministry of Finance said tariffs would reach 25%.",
			"China's Ministry of Finance | said | tariffs would reach 25%",
		],
		["Republican Sen. Ann Lee of Iowa said it was time.", "Ann Lee | said | it was time"],
		["Sales fell, said Ann Lee, an economist and head of Acme.", "Ann Lee | said | Sales fell"],
		["Bo Chen of Acme Economics, said sales fell.", "Bo Chen | said | sales fell"],
		[
			"Mr. Lee on Monday warned Congress that sales fell.",
			"Lee | warned | Congress that sales fell",
		],
		[
			"Ships leave because KoalaPay reported that fees have risen.",
			"KoalaPay | reported | that fees have risen",
		],
		["Source: Acme Research", "Acme Research | Source | "],
		["AMC and HarborCo say ships will return.", "AMC and HarborCo | say | ships will return"],
		["Acme, citing HarborWatch, put the loss at $4 million.", "HarborWatch | citing | Acme"],
	])("%s", (sentence, wanted) => {
		expect(credits(sentence)).toEqual([wanted]);
	});

	test.each([
		[
			"The market is growing, with estimates showing sales of $4 billion.",
			"(estimates) | showing | sales of $4 billion",
		],
		["Network data reveals a 4% decline.", "(Network data) | reveals | a 4% decline"],
		[
			"A recent study indicates that 4% of ships leak.",
			"(recent study) | indicates | that 4% of ships leak",
		],
		["Economists had predicted a rise of 4%.", "(Economists) | predicted | a rise of 4%"],
		["Analysts say sales will fall.", "(Analysts) | say | sales will fall"],
		["The company said sales fell.", "(company) | said | sales fell"],
		["He said sales fell.", "(He) | said | sales fell"],
	])("unnamed: %s", (sentence, wanted) => {
		expect(credits(sentence)).toEqual([wanted]);
	});

	test.each([
		"The economy added 146,000 jobs in May.",
		"Costs exceed $100,000 per coin in some regions.",
		"The market is expected to reach $4 billion.",
		"The firm was described as a leader.",
		"The growth suggests a change of course.",
		"Bo Chen would not say how many ships there were.",
		"Critics may say so one day.",
		"The notes were lost.",
		"The deal made Acme the owner of a network of agents.",
		"",
	])("nobody: %s", sentence => {
		expect(credits(sentence)).toEqual([]);
	});

	test("tells two sources of one sentence apart", () => {
		const sentence = "Ann Lee said sales rose 4%, but Bo Chen said they fell.";
		expect(credits(sentence)).toEqual([
			"Ann Lee | said | sales rose 4%, but",
			"Bo Chen | said | they fell",
		]);
	});

	test("does not end what one says where a second is named in it", () => {
		const [first] = credits("Ann Lee said on Monday that she expects sales of $4 million.");
		expect(first).toBe("Ann Lee | said | on Monday that she expects sales of $4 million");
	});

	test("gives spans of the name and cue", () => {
		const sentence = "A report from crypto exchange KoalaPay notes that fees rose.";
		const [found] = findAttributions(sentence);
		expect(found && slice(sentence, found)).toBe("A report from crypto exchange KoalaPay notes");
		expect(found && slice(sentence, found.sourceSpan)).toBe(
			"A report from crypto exchange KoalaPay",
		);
	});
});

describe("creditFor", () => {
	const sentence = "Sales rose 4%, Acme Research said, and analysts say they will rise 9%.";

	test.each([
		["4%", { source: "Acme Research", cue: "said" }],
		["9%", { source: "analysts", cue: "say" }],
	])("%s", (figure, wanted) => {
		const start = sentence.indexOf(figure);
		expect(creditFor(sentence, { start, end: start + figure.length })).toEqual(wanted);
	});

	test("null where nobody is credited with it", () => {
		expect(creditFor("Sales rose 4%.", { start: 11, end: 13 })).toBeNull();
	});

	test("prefers who is named to who is not", () => {
		const nested = "Ann Lee said analysts expect 40 ships.";
		const start = nested.indexOf("40");
		expect(creditFor(nested, { start, end: start + 2 })).toEqual({
			source: "Ann Lee",
			cue: "said",
		});
	});

	test("takes the nearer of two that are named", () => {
		const nested = "Ann Lee said Bo Chen predicted 40 ships.";
		const start = nested.indexOf("40");
		expect(attributionOf(findAttributions(nested), { start, end: start + 2 })?.source).toBe(
			"Bo Chen",
		);
	});
});

describe("readAttributions", () => {
	const text =
		"Ann Lee runs Acme. Lee said sales rose.\nShe added that costs fell. The firm said little.";

	test("gives sources by their full names, at spans of the whole text", () => {
		const found = readAttributions(text);
		expect(found.map(({ source, named }) => [source, named])).toEqual([
			["Ann Lee", true],
			["Ann Lee", true],
			["The firm", false],
		]);
		expect(found.map(each => slice(text, each))).toEqual([
			"Lee said",
			"She added",
			"The firm said",
		]);
		expect(found.map(({ scope }) => slice(text, scope))[1]).toBe("that costs fell.");
	});
});

describe("sameSource", () => {
	const aliases = aliasesIn("Harbor View Research (HVR) and others");

	test.each([
		["HVR", "Harbor View Research", true],
		["the Harbor View Research", "Harbor View Research", true],
		["BLS", "Bureau of Labor Statistics", true],
		["Lee", "Ann Lee", true],
		["U.S. Labor Department", "the Labor Department", true],
		["China's Finance Ministry", "China’s Ministry of Finance", true],
		["Ann Lee", "Bo Lee", false],
		["Harbor", "Harbor View Research", false],
		["XYZ", "Bureau of Labor Statistics", false],
		["analysts", "Morgan analysts", false],
		["the", "a", false],
		["", "Ann Lee", false],
	])("%s / %s: %s", (a, b, same) => {
		expect(sameSource(a, b, aliases)).toBe(same);
		expect(sameSource(b, a, aliases)).toBe(same);
	});
});
