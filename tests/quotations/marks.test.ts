import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarks } from "../../src/quotations/marks.ts";
import { slice } from "../../src/text/span.ts";

function inside(text: string): readonly string[] {
	return readMarks(text).map(marked => slice(text, marked));
}

describe("readMarks", () => {
	test.each([
		["straight marks", 'He said "we won" today.', ["we won"]],
		["curly marks", "She called it “a long shot,” then left.", ["a long shot,"]],
		["guillemets", "Il parle de «grève» ici.", ["grève"]],
		["low opening marks", "Er nennt es „Wende“ und geht.", ["Wende"]],
		["single marks", "The mayor said 'nobody was hurt' on Friday.", ["nobody was hurt"]],
		["curly single marks", "It was ‘a close call’, the pilot said.", ["a close call"]],
		["two in one sentence", '"Yes," he said, "we did."', ["Yes,", "we did."]],
		["an apostrophe inside single marks", "He said 'it isn't over' twice.", ["it isn't over"]],
		[
			"a possessive inside single marks",
			"He wants 'workers' rights first' in law.",
			["workers' rights first"],
		],
		[
			"marks inside marks",
			"“He told me ‘go home’ and left,” she said.",
			["He told me ‘go home’ and left,"],
		],
		["a bracket before the mark", 'The plan ("a stopgap") failed.', ["a stopgap"]],
		[
			"a mark that opens again after a sentence",
			'"He began. "We end," she said.',
			["He began.", "We end,"],
		],
		[
			"a mark that opens again in mid-sentence",
			'He "spoke of "a long road" ahead.',
			["a long road"],
		],
	])("finds %s", (_, text, wanted) => {
		expect(inside(text)).toEqual(wanted);
	});

	test.each([
		["apostrophes", "The workers' union isn't sure it's the firm's fault."],
		["a decade", "Back in the '90s they rode 'em hard."],
		["inches", 'The screen measures 24" across.'],
		["feet and inches", "She is 5' 11\" tall."],
		["a mark that is never closed", 'He said "we won and then left.'],
		["an unclosed curly mark", "“No end to this one"],
		["empty marks", 'The field was "" all along.'],
		["nothing", ""],
	])("finds nothing in %s", (_, text) => {
		expect(inside(text)).toEqual([]);
	});

	test("tells an inch mark inside a quotation from its end", () => {
		expect(inside('"A 24" screen is enough," he said.')).toEqual(['A 24" screen is enough,']);
	});

	test("reads a quotation whose paragraphs each open with a mark", () => {
		const text = "“First we planned.\n\n“Then we built it,” Ann Lee said.";
		expect(inside(text)).toEqual(["First we planned.", "Then we built it,"]);
		expect(readMarks(text).map(({ continues }) => continues)).toEqual([true, false]);
	});

	test("reads a quotation whose later paragraphs open with none", () => {
		const text = "“First we planned.\n\nThen we built.\n\nIt stands,” Ann Lee said.";
		expect(inside(text)).toEqual(["First we planned.", "Then we built.", "It stands,"]);
	});

	test("takes what goes on from the paragraph before, closed or not", () => {
		const text = "“First we planned\n“Then we built\nA new section begins here.";
		expect(inside(text)).toEqual(["First we planned", "Then we built"]);
	});

	test("does not let a single mark run over paragraphs", () => {
		expect(inside("He said 'we won\n\nand we lost' again.")).toEqual([]);
	});

	test("slices to words within the text, in order, whatever the text", () => {
		const text = fc.string({
			unit: fc.constantFrom('"', "“", "”", "'", "’", "a", "s", " ", "\n", "4", "."),
		});
		fc.assert(
			fc.property(text, sample => {
				let from = 0;
				for (const { start, end, outer } of readMarks(sample)) {
					expect(outer.start).toBeGreaterThanOrEqual(from);
					expect(outer.start).toBeLessThanOrEqual(start);
					expect(start).toBeLessThan(end);
					expect(end).toBeLessThanOrEqual(outer.end);
					from = outer.end;
				}
				expect(from).toBeLessThanOrEqual(sample.length);
			}),
		);
	});
});
