import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type Correction,
	parseCorrections,
	type ReportAnchor,
	writeCorrections,
} from "../../src/claims/corrections.ts";

const anchor = fc.record<ReportAnchor>({
	article: fc.string({ minLength: 1 }),
	printed: fc.string({ unit: "grapheme" }),
	excerpt: fc.string({ minLength: 1, unit: "grapheme" }),
});
const reports = fc.array(anchor, { minLength: 1, maxLength: 3 });
const of = fc.constantFrom("figure", "date", "attribution", "quotation", "statement");
const label = fc.string({ minLength: 1 }).filter(text => text.trim() === text && text !== "");
const correction = fc.oneof(
	fc.record({ kind: fc.constantFrom("misread", "split"), of, reports }),
	fc.record({ kind: fc.constant("merge"), of, reports, into: reports }),
	fc.record({ kind: fc.constant("rename"), of, reports, label }),
) as fc.Arbitrary<Correction>;

describe("corrections as a file", () => {
	test("what is written reads back the same", () => {
		fc.assert(
			fc.property(fc.array(correction, { maxLength: 4 }), corrections => {
				const text = writeCorrections(corrections);
				expect(parseCorrections(text)).toEqual({ kind: "corrections", corrections });
			}),
		);
	});

	test("a person can read it", () => {
		const report = {
			article: "post",
			printed: "$100,000",
			excerpt: "It costs $100,000: too much.",
		};
		expect(
			writeCorrections([{ kind: "rename", of: "figure", reports: [report], label: "cost" }]),
		).toBe(`- kind: "rename"
  of: "figure"
  reports:
    - article: "post"
      printed: "$100,000"
      excerpt: "It costs $100,000: too much."
  label: "cost"
`);
	});

	test("brackets in an excerpt nest nothing", () => {
		const report = { article: "post", printed: "4", excerpt: `Four ${"[…] ".repeat(80)}\\" "{"` };
		const corrections: readonly Correction[] = [{ kind: "misread", of: "date", reports: [report] }];
		const read = parseCorrections(writeCorrections(corrections));
		expect(read).toEqual({ kind: "corrections", corrections });
	});

	test.each(["", "# none yet\n", "[]\n"])("no corrections: %j", text => {
		expect(parseCorrections(text)).toEqual({ kind: "corrections", corrections: [] });
	});

	test.each<[string, string, string]>([
		["not YAML", '- kind: "misread', "not valid YAML"],
		["no list", "kind: misread", "not a list of corrections"],
		["no such kind", "- kind: nonsense", "correction 1: not readable"],
		["nothing meant", "- kind: split\n  of: figure\n  reports: []", "correction 1: not readable"],
		["a field too many", "- kind: split\n  of: figure\n  by: me", "correction 1: not readable"],
		["a second that is bad", "- 7\n- 8", "correction 1: not readable"],
		["a pit", "[".repeat(100_000), "nested too deep"],
	])("a fault that says what to do: %s", (_, text, reason) => {
		expect(parseCorrections(text)).toEqual({
			kind: "fault",
			fault: { reason, remedy: expect.stringContaining("put back") },
		});
	});
});
