import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	linesOf,
	readDocument,
	readItem,
	writeLine,
	writePretty,
} from "../../../src/shell/terminal/json-lines.ts";

async function all(chunks: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
	const lines: string[] = [];
	for await (const line of linesOf(Readable.from(chunks, { objectMode: true }))) lines.push(line);
	return lines;
}

describe("linesOf", () => {
	test.each<[string, readonly string[], readonly string[]]>([
		["nothing", [], []],
		["a last line without an end", ["a\nb"], ["a", "b"]],
		["a last line with one", ["a\nb\n"], ["a", "b"]],
		["a line over several chunks", ["ab", "c\nd", "e\n"], ["abc", "de"]],
		["empty lines", ["\n\n"], ["", ""]],
	])("%s", async (_, chunks, lines) => {
		expect(await all(chunks)).toEqual(lines);
	});

	test("bytes may be cut anywhere, also within a character", async () => {
		const text = fc.stringMatching(/^[aé日👍\n]{0,20}$/u);
		await fc.assert(
			fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (words, size) => {
				const bytes = Buffer.from(words);
				const count = Math.ceil(bytes.length / size);
				const chunks = Array.from({ length: count }, (_, index) =>
					bytes.subarray(index * size, (index + 1) * size),
				);
				expect((await all(chunks)).join("\n")).toBe(words.replace(/\n$/, ""));
			}),
		);
	});
});

describe("readItem", () => {
	test.each<[string, object]>([
		['{"id": "a", "text": "b", "more": 1}', { kind: "item", item: { id: "a", text: "b" } }],
		['{"id": 0, "text": ""}', { kind: "item", item: { id: 0, text: "" } }],
		["{", { kind: "error", id: null, error: "line 9: not JSON" }],
		["null", { kind: "error", id: null }],
		['"text"', { kind: "error", id: null }],
		['{"id": 4, "text": 5}', { kind: "error", id: 4 }],
		['{"id": {}, "text": "x"}', { kind: "error", id: null }],
	])("%s", (line, expected) => {
		expect(readItem(line, 9)).toMatchObject(expected);
	});
});

describe("readDocument", () => {
	test.each<[string, object]>([
		['{"id": 7, "title": null, "text": "b"}', { id: "7", title: "", text: "b" }],
		['{"id": "x", "text": "b"}', { id: "x", title: "", text: "b" }],
		['{"id": "x", "title": "t", "text": "b"}', { id: "x", title: "t", text: "b" }],
	])("%s", (line, item) => {
		expect(readDocument(line, 1)).toEqual({ kind: "item", item });
	});
});

describe("writeLine and writePretty", () => {
	test("read back as what was written, in harmless characters", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), text => {
				for (const written of [writeLine({ text }), writePretty({ text })]) {
					expect(JSON.parse(written)).toEqual({ text });
					expect(written).not.toMatch(/[\u007f-\u009f\u2028\u2029\u202e]/);
				}
			}),
		);
	});

	test("a line is one line", () => {
		expect(writeLine({ a: ["\u009b31m", "b\nc", "\u{e0041}"] })).toBe(
			'{"a":["\\u009b31m","b\\nc","\\udb40\\udc41"]}\n',
		);
	});
});
