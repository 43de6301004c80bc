import { join, normalize } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkStory, pathProblem, textProblem } from "../../../src/shell/storage/document-path.ts";
import { isRealm, serverRealm } from "../../../src/shell/storage/keeper.ts";

describe("pathProblem", () => {
	test.each([
		"channels.yaml",
		"thorn/a47.md",
		"thorn/revisions/a47@2.md",
		"Fähre/Größe (2).md",
		"o'neil/50% & more.MD",
		"a b/c d.md",
	])("%s can be a document's", path => {
		expect(pathProblem(path)).toBeNull();
	});

	test.each([
		["", '"" is no plain name'],
		["/etc/passwd.md", '"" is no plain name'],
		["thorn//a.md", '"" is no plain name'],
		["../a.md", '".." is no plain name'],
		["thorn/../a.md", '".." is no plain name'],
		["./a.md", '"." is no plain name'],
		["thorn/.a.md", '".a.md" is no plain name'],
		["thorn/a.md/", '"" is no plain name'],
		["thorn\\..\\a.md", String.raw`"thorn\\..\\a.md" is no plain name`],
		["C:/a.md", '"C:" is no plain name'],
		["thorn/a\0.md", String.raw`"a\u0000.md" is no plain name`],
		["thorn/a\n.md", String.raw`"a\n.md" is no plain name`],
		["thorn /a.md", '"thorn " is no plain name'],
		[`thorn/${"é".repeat(120)}.md`, `"${"é".repeat(120)}.md" is no plain name`],
		["a/b/c/d.md", '"a/b/c/d.md" has too many folders'],
		["thorn/a.txt", '"thorn/a.txt" is not a document'],
		["thorn/a.md.hidden", '"thorn/a.md.hidden" is not a document'],
		["thorn", '"thorn" is not a document'],
		["thorn.md/a.md", '"thorn.md/a.md" is not a document'],
	])("%j cannot", (path, problem) => {
		expect(pathProblem(path)).toContain(problem);
	});

	test("whatever passes stays below the folder that it is joined to", () => {
		const piece = fc.constantFrom(
			"..",
			".",
			"/",
			"\\",
			"a",
			"é",
			".md",
			".yaml",
			"~",
			" ",
			"\0",
			"%2e",
		);
		const path = fc.array(piece, { maxLength: 9 }).map(pieces => pieces.join(""));
		fc.assert(
			fc.property(path, some => {
				fc.pre(pathProblem(some) === null);
				expect(join("/base/documents", some)).toBe(`/base/documents/${some}`);
				expect(normalize(some)).toBe(some);
			}),
			{ numRuns: 2_000 },
		);
	});
});

test.each(["", "..", "a/b", ".hidden", "a.md", "x:y", "a "])("%j cannot name a story", name => {
	expect(() => checkStory(name)).toThrow("cannot name a story");
});

describe("textProblem", () => {
	test.each([
		["", null],
		["plain\r\ntext 😀", null],
		["a\uFEFFb", null],
		["\uFEFFb", "not a plain text"],
		["a\0", "not a plain text"],
		["\uDE00\uD83D", "not a plain text"],
		["x".repeat(2 * 1024 * 1024), null],
		["x".repeat(2 * 1024 * 1024 + 1), "too long (over 2097152 bytes)"],
	])("of case %#", (text, problem) => {
		expect(textProblem(text)).toBe(problem);
	});
});

test.each([
	["installation", true],
	["server-123456789012345678", true],
	["server-", false],
	["server-123456789012345678901", false],
	["server-1\n", false],
	["Installation", false],
	["server-../installation", false],
])("%j as a realm: %j", (name, expected) => {
	expect(isRealm(name)).toBe(expected);
});

test("a server's realm is made of its id alone", () => {
	expect(serverRealm("12")).toBe("server-12");
	expect(() => serverRealm("../12")).toThrow('"server-../12" is no realm');
});
