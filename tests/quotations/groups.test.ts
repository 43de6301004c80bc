import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractQuotations } from "../../src/quotations/extract.ts";
import { groupQuotations, type QuotedArticle } from "../../src/quotations/groups.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { shift, slice } from "../../src/text/span.ts";

function read(outlet: string, body: string): QuotedArticle {
	const sentences = [...body.matchAll(/[^\n]+/g)].flatMap(line =>
		splitSentences(line[0]).map(span => shift(span, line.index)),
	);
	return { article: outlet, outlet, body, sentences, quotations: extractQuotations(body) };
}

/** "outlet form extent" of each printing of the group whose words begin so. */
function printings(articles: readonly QuotedArticle[], start: string): readonly string[] {
	const group = groupQuotations(articles).find(({ text }) => text.startsWith(start));
	return (group?.printings ?? []).map(
		({ outlet, form, extent, marked }) => `${outlet} ${form} ${extent}${marked ? "" : " unmarked"}`,
	);
}

const herald = read(
	"Herald",
	`The port of Aldmouth will get two new cranes next spring.
"The old cranes are slow, costly and dangerous to the crews," harbor master Ruth Okafor said. She told the council that "deeper water would bring the largest ships back to Aldmouth."
Okafor runs the port for the county. The council votes in May on a loan of 40 million.`,
);
const tribune = read(
	"Tribune",
	`Aldmouth wants to grow again.
“The old cranes are slow, costly and dangerous to the crews,” said Ruth Okafor, the harbor master. “Deeper water could bring the biggest vessels back to Aldmouth,” Okafor added.
Some residents fear noise and dust.`,
);
const ledger = read(
	"Ledger",
	`A loan for the port divides Aldmouth.
Ruth Okafor said the old cranes were slow and costly, and dangerous to their crews. Deeper water, she argued, would bring the largest ships back.
The owner of a hotel by the water called the plan "a gift to the dredging firms and nobody else".`,
);
const courier = read(
	"Courier",
	`The county counts its hotels and hopes for a warm summer.
Beds cost more than last year, and the fair was moved to June.`,
);
const story = [herald, tribune, ledger, courier];

describe("groupQuotations", () => {
	test("puts the same words together, and finds who has them in their own", () => {
		expect(printings(story, "The old cranes")).toEqual([
			"Herald exact whole",
			"Tribune exact whole",
			"Ledger paraphrase whole unmarked",
		]);
	});

	test("finds words that an outlet changed inside the marks", () => {
		expect(printings(story, "deeper water would")).toEqual([
			"Herald exact whole",
			"Tribune changed whole",
			"Ledger paraphrase whole unmarked",
		]);
	});

	test("keeps a quotation that one outlet has by itself", () => {
		expect(printings(story, "a gift to the dredging")).toEqual(["Ledger exact whole"]);
	});

	test("names the speaker that most articles have", () => {
		const group = groupQuotations(story).find(({ text }) => text.startsWith("The old cranes"));
		expect(group).toMatchObject({ speaker: "Ruth Okafor", kind: "speech" });
	});

	test("calls the same after folding folded", () => {
		const other = read(
			"Echo",
			'Ruth Okafor said "The Old Cranes are slow, costly and dangerous to the crews".',
		);
		expect(printings([herald, other], "The old")).toEqual([
			"Herald exact whole",
			"Echo folded whole",
		]);
	});

	test("tells longer and shorter pieces of the same words", () => {
		const other = read(
			"Echo",
			'Ruth Okafor called the cranes "slow, costly and dangerous to the crews".',
		);
		expect(printings([herald, tribune, other], "slow, costly")).toEqual([
			"Herald exact longer",
			"Tribune exact longer",
			"Echo exact whole",
		]);
	});

	test("tells a part where the whole stands in more articles", () => {
		const other = read(
			"Echo",
			'Okafor spoke of "cranes that are slow, costly and dangerous to the crews" for years.',
		);
		const groups = groupQuotations([
			other,
			read(
				"Star",
				'She saw "cranes that are slow, costly" there, Ruth Okafor said. Cranes that are slow, costly and dangerous to the crews.',
			),
		]);
		expect(groups.map(({ printings: all }) => all.map(({ extent }) => extent))).toContainEqual([
			"whole",
			"part",
		]);
	});

	test("finds the very words without marks", () => {
		const other = read(
			"Echo",
			"Crews know that the old cranes are slow, costly and dangerous to the crews of ships.",
		);
		expect(printings([herald, other], "The old")).toEqual([
			"Herald exact whole",
			"Echo folded whole unmarked",
		]);
	});

	test("finds a term without marks where it is more than one word", () => {
		const marked = read(
			"Herald",
			'Trade moves toward the "Outer Ring," where rents are low. They call it "dredge" work.',
		);
		const plain = read("Echo", "Shops in the Outer Ring closed. They dredge at night.");
		expect(
			groupQuotations([marked, plain]).map(({ kind, printings: all }) => [kind, all.length]),
		).toEqual([
			["term", 2],
			["term", 1],
		]);
	});

	test("does not take what shares a few words for a paraphrase", () => {
		const other = read(
			"Echo",
			"The port of Aldmouth bought old ships. The crews of Aldmouth are small, and the water is cold there.",
		);
		expect(printings([herald, tribune, other], "The old cranes")).toHaveLength(2);
	});

	test("does not put quotations of two speakers together for like words", () => {
		const other = read(
			"Echo",
			'"The new cranes are quick, cheap and safe for the crews," Bo Chen said.',
		);
		expect(printings([herald, other], "The old cranes")).toEqual(["Herald exact whole"]);
	});

	test("leaves out quotations in furniture", () => {
		const { sentences, ...rest } = herald;
		expect(groupQuotations([{ ...rest, sentences: sentences.slice(0, 1) }])).toEqual([]);
	});

	test("gives printings whose spans slice to their words, at most one an article", () => {
		const some = fc.subarray(story, { minLength: 1 });
		fc.assert(
			fc.property(some, articles => {
				for (const { printings: all } of groupQuotations(articles)) {
					const names = all.map(({ article }) => article);
					expect(new Set(names).size).toBe(names.length);
					for (const printing of all) {
						const { body } = articles.find(({ article }) => article === printing.article) ?? {
							body: "",
						};
						expect(slice(body, printing)).toBe(printing.text);
					}
				}
			}),
			{ numRuns: 12 },
		);
	});

	test("gives nothing for no articles", () => {
		expect(groupQuotations([])).toEqual([]);
	});
});

describe("paraphrases beside one another", () => {
	const first = read(
		"First",
		`"Cold storms will batter the northern piers," Ruth Okafor said. "Insurance premiums may double for every boat owner," Okafor added.
The fair opens on Friday.`,
	);
	const second = read(
		"Second",
		`The fair was moved.
Ruth Okafor said, "Cold storms will batter the northern piers." She warned that "insurance premiums may double for every boat owner".
Hotels are full.`,
	);
	const third = read(
		"Third",
		`Summer came late.
“Cold storms will batter the northern piers,” Ruth Okafor said. Every owner will face steeper bills.
Somewhere else the owner of a mill faces bills.`,
	);

	test("are found where the quotation is expected", () => {
		const found = groupQuotations([first, second, third])
			.find(({ text }) => text.toLowerCase().startsWith("insurance"))
			?.printings.find(({ outlet }) => outlet === "Third");
		expect(found?.sentence).toEqual(third.sentences[2]);
	});

	test("are not found elsewhere", () => {
		const alone = read("Third", "Summer came late.\nEvery owner will face steeper bills.");
		expect(printings([first, second, alone], "Insurance")).toHaveLength(2);
	});
});
