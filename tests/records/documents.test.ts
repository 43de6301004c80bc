import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type ListName,
	parseList,
	pathOfList,
	type Row,
	writeList,
} from "../../src/records/documents.ts";

const text = fc.string({ unit: "grapheme", minLength: 1 });

const feed: fc.Arbitrary<Row<"feeds">> = fc.record({
	id: text,
	address: text,
	words: fc.array(text),
	trusted: fc.boolean(),
	waiting: fc.array(
		fc.record({ id: text, title: fc.string(), address: text, published: fc.option(text) }),
	),
	seen: fc.array(text),
});

const watch: fc.Arbitrary<Row<"watches">> = fc.record({
	channel: text,
	story: text,
	claim: fc.option(fc.constantFrom("figure-a1" as const, "statement-b2" as const)),
});

describe("lists", () => {
	test("of feeds read back as they were written", () => {
		fc.assert(
			fc.property(fc.array(feed), rows => {
				expect(parseList("feeds", writeList<"feeds">(rows))).toEqual({ kind: "list", rows });
			}),
		);
	});

	test("of watches read back as they were written", () => {
		fc.assert(
			fc.property(fc.array(watch), rows => {
				expect(parseList("watches", writeList<"watches">(rows))).toEqual({ kind: "list", rows });
			}),
		);
	});

	test("without a document are empty", () => {
		expect(parseList("flags", null)).toEqual({ kind: "list", rows: [] });
		expect(parseList("flags", "")).toEqual({ kind: "list", rows: [] });
	});

	test.each<readonly [string, ListName, string, string]>([
		["text", "channels", "hello", "not a list of channels"],
		["a row too few", "channels", '- channel: "1"\n', "not a list of channels"],
		[
			"a row too many",
			"channels",
			'- {channel: "1", story: "a", by: "2"}\n',
			"not a list of channels",
		],
		[
			"a count of nothing",
			"flags",
			'- {story: a, claim: "figure-1", times: 0}\n',
			"not a list of flags",
		],
		["no claim's id", "flags", '- {story: a, claim: "x", times: 1}\n', "not a list of flags"],
		["broken YAML", "flags", '- "', "not valid YAML"],
		["a nest", "flags", "[".repeat(5_000), "nested too deep"],
	])("refuse %s", (_, list, text, reason) => {
		expect(parseList(list, text)).toMatchObject({ kind: "fault", fault: { reason } });
	});

	test.each<readonly [ListName, string]>([
		["feeds", "thorn/feeds.yaml"],
		["fetched", "thorn/fetched.yaml"],
		["flags", "flags.yaml"],
		["channels", "channels.yaml"],
		["watches", "watches.yaml"],
	])("of %s stand in %s", (list, path) => {
		expect(pathOfList(list, "thorn")).toBe(path);
	});
});
