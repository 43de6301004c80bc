import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textFragmentLink } from "../../src/corpus/text-fragment.ts";
import { type Span, slice } from "../../src/text/span.ts";

const PAGE = "https://example.org/news/harbor";

function spanOf(body: string, words: string, from = 0): Span {
	const start = body.indexOf(words, from);
	expect(start).toBeGreaterThanOrEqual(0);
	return { start, end: start + words.length };
}

/** What stands behind `:~:text=`, decoded, its terms apart. */
function termsOf(link: string): readonly string[] {
	return (link.split(":~:text=")[1] ?? "").split(",").map(decodeURIComponent);
}

describe("a link leads by", () => {
	test.each([
		[
			"the whole of a short text",
			"The ferry sank. Nobody was hurt.",
			"Nobody was hurt.",
			["Nobody was hurt"],
		],
		[
			"four words at each end of a long one",
			"Rain fell. The ferry from Torven sank beside the old harbor wall on Monday night. Nobody was hurt.",
			"The ferry from Torven sank beside the old harbor wall on Monday night.",
			["The ferry from Torven", "wall on Monday night"],
		],
		[
			"more words where four stand earlier too",
			"The ferry from Torven was late on Sunday. The ferry from Torven was lost on Monday night in a sudden storm.",
			"The ferry from Torven was lost on Monday night in a sudden storm.",
			["The ferry from Torven was lost", "Monday night in a sudden storm"],
		],
		[
			"no quotation marks at the ends",
			"He nodded. “We saw the light,” she said.",
			"“We saw the light,”",
			["We saw the light"],
		],
		["signs of currency and percent", "It cost $25 or so. It rose 300%.", "$25", ["$25"]],
		["percent at the end", "It rose 300%.", "It rose 300%.", ["It rose 300%"]],
		["whole words only", "Torven’s seafarers sang.", "farer", ["seafarers"]],
		[
			"the words behind a list marker",
			"Key points:\n  • The ferry sank.\n  • Nobody was hurt.\n",
			"• Nobody was hurt.",
			["Nobody was hurt"],
		],
		[
			"both ends of a text over two blocks, no term over the break",
			"Points:\n1. The ferry sank.\n2. Nobody was hurt at all by it.",
			"ferry sank.\n2. Nobody was hurt",
			["ferry sank", "Nobody was hurt"],
		],
		[
			"the words that Markdown shows",
			"The **ferry** of [Torven Lines](https://example.org/a-b) sank.",
			"The **ferry** of [Torven Lines](https://example.org/a-b) sank.",
			["The", "sank"],
		],
		["no soft hyphens", "The har\u00ADbor froze.", "The har\u00ADbor froze.", ["The harbor froze"]],
		[
			"one space for many",
			"The\u00a0 harbor\tfroze.",
			"The\u00a0 harbor\tfroze.",
			["The harbor froze"],
		],
	])("%s", (_, body, words, expected) => {
		expect(termsOf(textFragmentLink(PAGE, body, spanOf(body, words)))).toEqual(expected);
	});

	const repeated = "It sank. Nobody was hurt. It burned – Nobody was hurt. All said so.";
	test("context, when the same words stand before it on the page", () => {
		const link = textFragmentLink(PAGE, repeated, spanOf(repeated, "Nobody was hurt.", 20));
		expect(link).toContain(
			":~:text=hurt.%20It%20burned%20%E2%80%93-,Nobody%20was%20hurt.,-All%20said%20so.",
		);
	});

	test("the block before it, when the words alone stand there too", () => {
		const twice = "Nobody was hurt.\n\nNobody was hurt.";
		expect(termsOf(textFragmentLink(PAGE, twice, { start: 18, end: twice.length }))).toEqual([
			"Nobody was hurt.-",
			"Nobody was hurt",
		]);
	});

	test("the first of places that nothing tells apart", () => {
		const often = "Nobody was hurt.\n\n".repeat(9);
		const link = textFragmentLink(PAGE, often, { start: 72, end: 88 });
		expect(termsOf(link)).toEqual(["Nobody was hurt"]);
	});
});

describe("an address", () => {
	const body = "Nobody was hurt.";
	test.each([
		[PAGE, `${PAGE}#:~:text=Nobody%20was%20hurt`],
		[`${PAGE}#`, `${PAGE}#:~:text=Nobody%20was%20hurt`],
		[`${PAGE}#comments`, `${PAGE}#comments:~:text=Nobody%20was%20hurt`],
		[`${PAGE}?a=1&b=2`, `${PAGE}?a=1&b=2#:~:text=Nobody%20was%20hurt`],
		[`${PAGE}#:~:text=other`, `${PAGE}#:~:text=Nobody%20was%20hurt`],
		[`${PAGE}#top:~:text=other`, `${PAGE}#top:~:text=Nobody%20was%20hurt`],
	])("%s gets its directive", (url, expected) => {
		expect(textFragmentLink(url, body, { start: 0, end: body.length })).toBe(expected);
	});

	test.each([
		["a span behind the text", "Yes.", { start: 10, end: 12 }],
		["a text without words", "— …", { start: 0, end: 3 }],
	])("stays as it is for %s", (_, text, span) => {
		expect(textFragmentLink(PAGE, text, span)).toBe(PAGE);
		expect(textFragmentLink(`${PAGE}#`, text, span)).toBe(PAGE);
	});
});

test.each([
	["-", "%2D"],
	[",", "%2C"],
	["&", "%26"],
	["(", "%28"],
	["_", "%5F"],
	["’", "%E2%80%99"],
	["#", "%23"],
	["%", "%25"],
	["é", "%C3%A9"],
	["😀", "%F0%9F%98%80"],
	["\uD800", "%EF%BF%BD"],
])("%s is encoded", (mark, encoded) => {
	const body = `one x${mark}y two`;
	expect(textFragmentLink(PAGE, body, { start: 0, end: body.length })).toBe(
		`${PAGE}#:~:text=one%20x${encoded}y%20two`,
	);
});

/** Whether a term stands at a place of the page as whole words. */
function standsAt(page: string, term: string, at: number): boolean {
	const isEdge = (edge: number) =>
		!/[\p{L}\p{N}]{2}/u.test(page.slice(Math.max(0, edge - 1), edge + 1));
	return page.startsWith(term, at) && isEdge(at) && isEdge(at + term.length);
}

function placesOf(page: string, term: string, from: number): readonly number[] {
	const places = Array.from({ length: page.length - from + 1 }, (_, index) => from + index);
	return places.filter(at => standsAt(page, term, at));
}

function afterSpace(page: string, at: number): number {
	return page.length - page.slice(at).trimStart().length;
}

/** What a browser highlights: the first match, by the specification. */
function highlighted(body: string, link: string): Span | null {
	const page = body.replaceAll(/\s/gu, " ").toLowerCase();
	const parts = (link.split(":~:text=")[1] ?? "").toLowerCase().split(",");
	const prefix = decodeURIComponent(parts.find(part => part.endsWith("-"))?.slice(0, -1) ?? "");
	const suffix = decodeURIComponent(parts.find(part => part.startsWith("-"))?.slice(1) ?? "");
	const [first = "", last] = parts
		.filter(part => !part.startsWith("-") && !part.endsWith("-"))
		.map(decodeURIComponent);
	const starts = placesOf(page, prefix + (prefix === "" ? first : ""), 0)
		.map(at => (prefix === "" ? at : afterSpace(page, at + prefix.length)))
		.filter(at => standsAt(page, first, at));
	for (const start of starts) {
		const behind = start + first.length;
		const ends =
			last === undefined ? [behind] : placesOf(page, last, behind).map(at => at + last.length);
		const end = ends.find(at => standsAt(page, suffix, afterSpace(page, at)));
		if (end !== undefined) return { start, end };
	}
	return null;
}

const words = fc.array(
	fc.constantFrom(
		"ferry",
		"harbor",
		"Torven’s",
		"co-pilot",
		"rain,",
		"$7",
		"Zoë",
		"–",
		"(late)",
		"R&D",
	),
	{ minLength: 1, maxLength: 12 },
);
const sentences = fc.array(fc.tuple(words, words, fc.constantFrom(" ", "\n\n", "\n")), {
	minLength: 1,
	maxLength: 12,
});

test("a browser lands on the very sentence, however much others are like it", () => {
	fc.assert(
		fc.property(sentences, fc.nat(), (list, choice) => {
			const parts = list.map(([before, after, gap], index) => ({
				text: `Then ${before.join(" ")} no${index} ${after.join(" ")} ended.`,
				gap,
			}));
			const chosen = choice % parts.length;
			const whole = (from: number, to: number) =>
				parts.slice(from, to).map(({ text, gap }) => text + gap);
			const start = whole(0, chosen).join("").length;
			const body = whole(0, parts.length).join("");
			const text = parts[chosen]?.text ?? "";
			const found = highlighted(
				body,
				textFragmentLink(PAGE, body, { start, end: start + text.length }),
			);
			expect(found && slice(body, found)).toBe(text.slice(0, -1));
			expect(found?.start).toBe(start);
		}),
		{ numRuns: 300 },
	);
});
