import { describe, expect, test } from "vitest";
import { readLexicon } from "../../src/quotations/likeness.ts";
import { findPlaces, type SearchedArticle } from "../../src/quotations/places.ts";
import { readText } from "../../src/quotations/printing.ts";

const filler = [
	"Bakers sold out of rye by noon.",
	"The choir sang two hymns in the square.",
	"A goat slept under the stage.",
	"Buses ran late on both lines.",
	"Nobody missed the fireworks.",
	"The museum lent its oldest map.",
];

interface Sample {
	readonly sentences: readonly string[];
	/** Who is credited in which sentence. */
	readonly credits?: readonly (readonly [string, number])[];
}

interface Quoted {
	readonly text: string;
	readonly speaker: string | null;
	readonly marked: readonly (number | null)[];
}

/** The sentence in which each article prints each quotation. */
function places(
	quoted: readonly Quoted[],
	samples: readonly Sample[],
): readonly (readonly (number | null)[])[] {
	const lexicon = readLexicon([...filler, ...samples.flatMap(({ sentences }) => sentences)]);
	const articles: readonly SearchedArticle[] = samples.map(({ sentences, credits = [] }) => ({
		sentences: sentences.map(text => ({ ...readText(text, lexicon), marked: [] })),
		speakers: credits.map(([speaker, sentence]) => ({ speaker, sentence })),
	}));
	const wanted = quoted.map(({ text, ...rest }) => ({
		...rest,
		read: readText(text, lexicon),
		kind: "speech" as const,
	}));
	return findPlaces(wanted, articles, lexicon).map(row =>
		row.map(place => place?.sentence ?? null),
	);
}

const beams = "the ferry pier needs steel beams, fresh paint and deeper anchors";
const bearing = { sentences: [...filler, `“${beams}”`] };

describe("a likely place", () => {
	const loose = "Its ferry pier, council members heard, needs steel beams before winter.";

	test("is taken where the speaker is credited in the sentence", () => {
		const other = { sentences: [filler[0] ?? "", loose], credits: [["lee", 1]] as const };
		expect(
			places([{ text: beams, speaker: "Ann Lee", marked: [6, null] }], [bearing, other]),
		).toEqual([[6, 1]]);
	});

	test("is taken where the speaker is credited in the sentence before", () => {
		const other = { sentences: [filler[0] ?? "", loose], credits: [["lee", 0]] as const };
		expect(
			places([{ text: beams, speaker: "Ann Lee", marked: [6, null] }], [bearing, other]),
		).toEqual([[6, 1]]);
	});

	test.each([
		["another is credited", [["chen", 1]] as const, "Ann Lee"],
		["the speaker is credited after it", [["lee", 2]] as const, "Ann Lee"],
		["nobody is credited", [] as const, "Ann Lee"],
		["the quotation has no speaker", [["lee", 1]] as const, null],
	])("is left where %s", (_, credits, speaker) => {
		const other = { sentences: [filler[0] ?? "", loose], credits };
		expect(places([{ text: beams, speaker, marked: [6, null] }], [bearing, other])).toEqual([
			[6, null],
		]);
	});
});

describe("a place beside neighbours", () => {
	const ropes = "sailors must splice frayed ropes and tarred nets by lantern light";
	const both = { sentences: [filler[0] ?? "", `“${beams}”`, `“${ropes}”`, filler[1] ?? ""] };
	const quoted = (speaker: string): readonly Quoted[] => [
		{ text: beams, speaker: "Ann Lee", marked: [1, 1, 1] },
		{ text: ropes, speaker, marked: [2, 2, null] },
	];
	const faint = {
		sentences: [filler[0] ?? "", `“${beams}”`, "Crews of sailors mend ropes.", filler[1] ?? ""],
	};

	test("is taken although faint, just as far off as in two other articles", () => {
		expect(places(quoted("Ann Lee"), [both, both, faint])[1]).toEqual([2, 2, 2]);
	});

	test("is left on the other side of the neighbour", () => {
		const turned = { sentences: ["Crews of sailors mend ropes.", `“${beams}”`, filler[0] ?? ""] };
		expect(places(quoted("Ann Lee"), [both, both, turned])[1]).toEqual([2, 2, null]);
	});

	test("is left beside the words of another speaker", () => {
		expect(places(quoted("Bo Chen"), [both, both, faint])[1]).toEqual([2, 2, null]);
	});

	test("is left where only one article has both", () => {
		const apart = { sentences: [`“${ropes}”`, ...filler, `“${beams}”`] };
		const [first, second] = quoted("Ann Lee");
		const moved = [
			{ ...first, marked: [1, 7, 1] },
			{ ...second, marked: [2, 0, null] },
		] as readonly Quoted[];
		expect(places(moved, [both, apart, faint])[1]).toEqual([2, 0, null]);
	});

	test("bears out two likely places side by side", () => {
		const quotedBoth: readonly Quoted[] = [
			{ text: beams, speaker: "Ann Lee", marked: [1, 1, null] },
			{ text: ropes, speaker: "Ann Lee", marked: [2, 2, null] },
		];
		const loose = {
			sentences: [
				filler[0] ?? "",
				"The ferry pier wants steel beams by the autumn.",
				"Some sailors splice frayed ropes at night.",
			],
		};
		expect(places(quotedBoth, [both, both, loose])).toEqual([
			[1, 1, 1],
			[2, 2, 2],
		]);
	});
});

describe("a place like a sure paraphrase", () => {
	const words = "ferries began as private launches";
	const first = { sentences: [...filler, `“${words}”`] };
	const second = {
		sentences: [
			"The ferries began as private launches of brewery owners carrying barrels across the estuary.",
		],
	};
	const wanted: Quoted = {
		text: "private ferries began as launches",
		speaker: null,
		marked: [6, null, null],
	};

	test("is taken for what it shares with the paraphrase", () => {
		const third = {
			sentences: [
				"Once, private ferries carried barrels of brewery owners across the estuary.",
				filler[0] ?? "",
			],
		};
		expect(places([wanted], [first, second, third])).toEqual([[6, 0, 0]]);
	});

	test("is left when it shares too little with it", () => {
		const third = { sentences: ["Once, private ferries carried the mail.", filler[0] ?? ""] };
		expect(places([wanted], [first, second, third])).toEqual([[6, 0, null]]);
	});
});
