import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractQuotations } from "../../src/quotations/extract.ts";
import { slice } from "../../src/text/span.ts";

/** Speaker and cue of each quotation: "words | speaker | cue". */
function spoken(text: string): readonly string[] {
	return extractQuotations(text).map(
		({ text: words, speaker, cue }) => `${words} | ${speaker} | ${cue}`,
	);
}

describe("the speaker in the same sentence", () => {
	test.each([
		['"Rents will fall," Maria Ortiz said.', "Rents will fall, | Maria Ortiz | said"],
		[
			'"Rents will fall," Maria Ortiz, HomeWatch\'s chief analyst, said by phone.',
			"Rents will fall, | Maria Ortiz | said",
		],
		[
			'"Rents will fall," HomeWatch analysts led by Maria Ortiz wrote on Friday.',
			"Rents will fall, | Maria Ortiz | wrote",
		],
		[
			'"Rents will fall," said Maria Ortiz from Lisbon Motors.',
			"Rents will fall, | Maria Ortiz | said",
		],
		[
			'"Rents will fall," the senator, a Liberal from Porto, told reporters.',
			"Rents will fall, | the senator | told",
		],
		[
			'In a speech at the Housing Centre Ms Ortiz said of the mayor: "He is slow."',
			"He is slow. | Ortiz | said",
		],
		["“Rents will fall,’’ said Maria Ortiz.", "Rents will fall, | Maria Ortiz | said"],
		["``Rents will fall,'' said Maria Ortiz.", "Rents will fall, | Maria Ortiz | said"],
		[
			'The rents are in an "outstanding position," Ortiz wrote in a note.',
			"outstanding position, | Ortiz | wrote",
		],
		[
			'The Treasury dismissed the study as "complete rubbish".',
			"complete rubbish | Treasury | dismissed",
		],
		[
			'The report adds "an important block to what we know," said Maria Ortiz.',
			"an important block to what we know, | Maria Ortiz | said",
		],
		[
			'"Rents will fall," said Maria Ortiz, a broker in Lisbon.',
			"Rents will fall, | Maria Ortiz | said",
		],
		['Maria Ortiz said: "Rents will fall."', "Rents will fall. | Maria Ortiz | said"],
		[
			'Worried tenant Maria Ortiz, 34, from Leeds, said: "Rents will rise."',
			"Rents will rise. | Maria Ortiz | said",
		],
		['"Rents must fall," fumed Ortiz, 49.', "Rents must fall, | Ortiz | fumed"],
		[
			"Maria Ortiz told reporters on Monday that “rents will fall”.",
			"rents will fall | Maria Ortiz | told",
		],
		[
			'According to Maria Ortiz, rents are "far too high for families".',
			"far too high for families | Maria Ortiz | According to",
		],
		[
			'Rents are "far too high for families," according to HomeWatch.',
			"far too high for families, | HomeWatch | according to",
		],
		[
			'"Rents will fall," HomeWatch\'s head of research Maria Ortiz remarked on Sunday.',
			"Rents will fall, | Maria Ortiz | remarked",
		],
		[
			'"Rents will fall," Maria Ortiz, an analyst at HomeWatch, a data firm, said.',
			"Rents will fall, | Maria Ortiz | said",
		],
		[
			'"Rents will fall," Maria Ortiz, who runs HomeWatch, said.',
			"Rents will fall, | Maria Ortiz | said",
		],
		[
			'"Rents will fall," HomeWatch CEO Maria Ortiz — a former minister — says.',
			"Rents will fall, | Maria Ortiz | says",
		],
		[
			'HomeWatch\'s report states that "rents rose in every district last year".',
			"rents rose in every district last year | HomeWatch | states",
		],
		[
			"KoalaPay notes, “This could help to spread the load, at least for a while.”",
			"This could help to spread the load, at least for a while. | KoalaPay | notes",
		],
		[
			'The Labor Department said the storm "did not affect the count of jobs".',
			"did not affect the count of jobs | Labor Department | said",
		],
		['The plan, said Jonas Weber, "leaves nobody out."', "leaves nobody out. | Jonas Weber | said"],
		[
			'Jonas Weber has defended the plan and said he was in "absolutely no hurry".',
			"absolutely no hurry | Jonas Weber | said",
		],
		[
			'Chief executive Jonas Weber addressed the plan in a note, saying that it "leaves nobody out of the deal".',
			"leaves nobody out of the deal | Jonas Weber | saying",
		],
		[
			'Jonas Weber voiced concern that "nobody has read the contract".',
			"nobody has read the contract | Jonas Weber | voiced",
		],
		[
			'The island\'s top diplomat, Minister Bo Chen, said talks were "no one-way street for us".',
			"no one-way street for us | Bo Chen | said",
		],
		[
			'Critics called the plan "a gift to the very rich".',
			"a gift to the very rich | Critics | called",
		],
		['"Is this enough?" Jonas Weber asked.', "Is this enough? | Jonas Weber | asked"],
		[
			'Jonas Weber noted one thing about the plan: "It leaves nobody out."',
			"It leaves nobody out. | Jonas Weber | noted",
		],
		['"We grew," wrote Sen. Jonas Weber of Iowa.', "We grew, | Jonas Weber | wrote"],
		['"We grew," Rory Read said.', "We grew, | Rory Read | said"],
		[
			"“We grew,” a spokeswoman for the Harbor Authority said.",
			"We grew, | Harbor Authority | said",
		],
		[
			'"We saw rapid growth in the north, and we will hire," Kim Holtz-Baker said.',
			"We saw rapid growth in the north, and we will hire, | Kim Holtz-Baker | said",
		],
	])("%s", (text, wanted) => {
		expect(spoken(text)).toEqual([wanted]);
	});

	test.each([
		['"We grew," said a HarborCo spokeswoman when reached by phone.', "HarborCo spokeswoman"],
		['"We grew a good deal," said the actor.', "the actor"],
		['"We grew a good deal," Lee and her team wrote in the paper.', "Lee and her team"],
		['Prosecutors alleged that the firm "hid the bills from dozens of banks".', "Prosecutors"],
	])("a group or office: %s", (text, speaker) => {
		expect(extractQuotations(text)[0]?.speaker).toContain(speaker);
	});

	test("is not a name inside an apposition", () => {
		const text =
			'One sailor on Chatter, a rival of Babble, posted: "Who let the ships into the bay at night?"';
		expect(extractQuotations(text)[0]?.speaker).not.toBe("Babble");
	});

	test("gives each of two quotations the speaker nearest to it", () => {
		const text =
			'Ann Lee said the plan was "a bold and generous offer", but Bo Chen said it was "a very bad joke".';
		expect(spoken(text)).toEqual([
			"a bold and generous offer | Ann Lee | said",
			"a very bad joke | Bo Chen | said",
		]);
	});

	test.each([
		'"Nobody knows what comes next," read a banner over the gate.',
		'The deal is expected to bring "tens of billions of dollars" to the port.',
		'The banner was said to read "nobody leaves this town alone" in red.',
		'Ann Lee would not say "nobody leaves this town alone" again.',
	])("gives no speaker where none is sure: %s", text => {
		expect(extractQuotations(text).map(({ speaker }) => speaker)).toEqual([null]);
	});
});

describe("the speaker in the neighbourhood", () => {
	test("carries over to a sentence of nothing but a quotation", () => {
		expect(spoken('"We won," said Ann Lee. "It was a long and hard night."')).toEqual([
			"We won, | Ann Lee | said",
			"It was a long and hard night. | Ann Lee | said",
		]);
	});

	test("carries over to a longer piece of speech in the next sentence", () => {
		const text =
			'Ann Lee said the harbor was safe. However, ships still face "fog, ice, and a lack of pilots" at night.';
		expect(spoken(text)).toEqual(["fog, ice, and a lack of pilots | Ann Lee | said"]);
	});

	test("comes from the next quotation of the paragraph", () => {
		expect(spoken('"We won a long and hard night." "It was worth it," Ann Lee said.')).toEqual([
			"We won a long and hard night. | Ann Lee | said",
			"It was worth it, | Ann Lee | said",
		]);
	});

	test("goes on in a paragraph of nothing but a quotation", () => {
		const text = '"We won," Ann Lee said.\n\n"It was a long and hard night for all of us."';
		expect(spoken(text)[1]).toBe("It was a long and hard night for all of us. | Ann Lee | said");
	});

	test("is not guessed when two people spoke before", () => {
		const text =
			'"We won," Ann Lee said. "We lost," Bo Chen said.\n\n"It was a long and hard night for all of us."';
		expect(spoken(text)[2]).toBe("It was a long and hard night for all of us. | null | null");
	});

	test("is not guessed when nobody spoke before", () => {
		expect(spoken('The night was long.\n\n"It was a hard one for all of us."')).toEqual([
			"It was a hard one for all of us. | null | null",
		]);
	});

	test("is announced by a colon", () => {
		const text = 'On Friday evening Ann Lee said:\n"It was a hard night for all of us."';
		expect(spoken(text)).toEqual(["It was a hard night for all of us. | Ann Lee | said"]);
	});

	test("signs the line below", () => {
		expect(spoken('"Reports on ships and the people who sail them."\n— Harbor Desk')).toEqual([
			"Reports on ships and the people who sail them. | Harbor Desk | —",
		]);
	});

	test("holds for every paragraph of one quotation", () => {
		const text = "“First we planned.\n\nThen we built it.\n\nIt stands,” Ann Lee said.";
		expect(extractQuotations(text).map(({ speaker }) => speaker)).toEqual([
			"Ann Lee",
			"Ann Lee",
			"Ann Lee",
		]);
	});
});

describe("the speaker's name", () => {
	test.each([
		["a surname", 'Mayor Ann Lee spoke first. "We won," Lee said.', "Ann Lee", "Lee"],
		["a pronoun", 'Ann Lee said little. "We won a long night," she added.', "Ann Lee", "she"],
		[
			"a pronoun after an age",
			'The union Marena fears cuts. Chairman Bo Chen, 71, will leave. "We won a long night," he said.',
			"Bo Chen",
			"he",
		],
		[
			"a pronoun after somebody else did something",
			'"It rained," said Ann Lee, a baker. Speaking on Friday, Mr. Chen praised the crews. "We won a long night," he said.',
			"Chen",
			"he",
		],
		[
			"a pronoun after a surname",
			'Bo Chen runs the port. "It rained," said Dan Lee. Chen praised the crews. "We won a long night," he said.',
			"Bo Chen",
			"he",
		],
		[
			"a pronoun that a courtesy title tells apart",
			'Mr. Lee said so. Mrs. Chen praised the crews. "We won a long night," he said.',
			"Lee",
			"he",
		],
		[
			"a pronoun after what hangs on another clause",
			'Ann Lee, 40, said that Mr. Chen left. "We won a long night," she said.',
			"Ann Lee",
			"she",
		],
		[
			"it",
			'AcmeWorks reported a loss. "Sales fell in every region," it stated.',
			"AcmeWorks",
			"it",
		],
		[
			"an abbreviation",
			'Harbor View Research (HVR) sees growth. "It is a strong year," HVR noted.',
			"Harbor View Research",
			"HVR",
		],
		[
			"they",
			'Harbor officials said little on Monday. "We need more ships," they added.',
			"Harbor officials",
			"they",
		],
		[
			"a description",
			'China\'s commerce ministry announced talks. "We want a fair deal," the ministry said.',
			"China's commerce ministry",
			"the ministry",
		],
	])("is resolved from %s", (_, text, speaker, printed) => {
		const last = extractQuotations(text).at(-1);
		expect(last?.speaker).toBe(speaker);
		expect(last?.speakerAsPrinted).toBe(printed);
	});

	test("stays as printed when two people share a surname", () => {
		const text = 'Ann Lee and Bo Lee disagreed. "We won," Lee said.';
		expect(extractQuotations(text)[0]?.speaker).toBe("Lee");
	});

	test("stays as printed when a pronoun has nobody before it", () => {
		expect(extractQuotations('"We won," she said.')[0]?.speaker).toBe("she");
	});

	test("stays as printed when no ministry was named", () => {
		expect(extractQuotations('"We won," the ministry said.')[0]?.speaker).toBe("the ministry");
	});

	test("does not take a word at the head of a sentence for a first name", () => {
		const text = 'But Chen disagreed. Mayor Bo Chen left. And Chen left. "We won," Chen said.';
		expect(extractQuotations(text)[0]?.speaker).toBe("Bo Chen");
	});
});

describe("terms", () => {
	test.each([
		['Trade moves toward the "Global North," where wages are higher.', "Global North,"],
		['Sensors run "in the field" of many farms.', "in the field"],
		["Its so-called “slow boats” carry grain.", "slow boats"],
		[
			'A report titled "The Long Road to Cheap and Clean Power" came out.',
			"The Long Road to Cheap and Clean Power",
		],
		["He embraced it as part of a “Harbor First” agenda, he said.", "Harbor First"],
		["Ann Lee said talks over the “fiscal cliff” would go on.", "fiscal cliff"],
		["The firm says its “hub” technology is cheap.", "hub"],
		['The "Pose" actor said little.', "Pose"],
	])("%s", (text, wanted) => {
		expect(extractQuotations(text)).toMatchObject([
			{ text: wanted, kind: "term", speaker: null, cue: null },
		]);
	});

	test.each([
		'Ann Lee said "absolutely."',
		'"Never again!" was painted on the wall.',
		'The crew "moved very, very fast" to the north.',
		'The road runs through "towns that nobody has counted in a decade".',
	])("are told from speech: %s", text => {
		expect(extractQuotations(text)).toMatchObject([{ kind: "speech" }]);
	});
});

describe("extractQuotations", () => {
	test("gives nothing for a text without marks", () => {
		expect(extractQuotations("Nothing was said. It isn't over.")).toEqual([]);
	});

	test("slices to its own words, whatever the text", () => {
		const piece = fc.constantFrom(
			'"We won," ',
			"Ann Lee said. ",
			"“It was late",
			"” he added",
			"\n\n",
			"the ",
			"'a term' ",
			"(ALC) ",
			"According to ",
			"HomeWatch, ",
			"said: ",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
				const text = pieces.join("");
				for (const quotation of extractQuotations(text)) {
					expect(quotation.text).toBe(slice(text, quotation));
					expect(quotation.cue === null).toBe(quotation.speaker === null);
				}
			}),
			{ numRuns: 60 },
		);
	});
});

describe("who is meant is not guessed", () => {
	test.each([
		[
			'Maria Ortiz said so. She hired Ines Rocha, a lawyer, who agreed. "It is fair," she said.',
			["It is fair, | she | said"],
		],
		[
			'HomeWatch, the trade body called the plan "a mess" for all. "It would fail," said Maria Ortiz.',
			["a mess | null | null", "It would fail, | Maria Ortiz | said"],
		],
		[
			"“It is slow,” said Joe “Boots” Miller, a broker.",
			["It is slow, | Joe “Boots” Miller | said", "Boots | null | null"],
		],
		["She ran the city's \"I'm staying put\" rent campaign.", ["I'm staying put | null | null"]],
	])("%s", (text, expected) => {
		expect(spoken(text)).toEqual(expected);
	});
});
