import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseStory } from "../../src/corpus/story.ts";

test.each([
	[
		"title: A bridge\naliases:\n  - Bridge\n  - the crossing\n",
		"A bridge",
		["Bridge", "the crossing"],
	],
	["\uFEFFtitle: A bridge\r\naliases: Bridge\r\n", "A bridge", ["Bridge"]],
	["aliases: [Bridge]", "Harbour bridge reopens", ["Bridge"]],
	["", "Harbour bridge reopens", []],
	["# nothing yet\n", "Harbour bridge reopens", []],
	[null, "Harbour bridge reopens", []],
])("%j gives title and aliases", (text, title, aliases) => {
	expect(parseStory("harbour-bridge_reopens", text)).toEqual({
		kind: "story",
		story: { id: "harbour-bridge_reopens", title, aliases },
	});
});

test("a name of nothing but marks is its own title", () => {
	expect(parseStory("--", null)).toMatchObject({ story: { title: "--" } });
});

test.each([
	["title: [a]", 'title: not text on one line (["a"])', "write title: TITLE on one line"],
	[
		"aliases: {a: b}",
		"aliases: not a list of names (null)",
		"write each on a line of its own, after a dash",
	],
	["- a", "fields: not of the form name: value", "write one name: value on a line"],
	["title: a: b", "line 1: not valid YAML (", "write name:"],
])("%j is a problem", (text, reason, remedy) => {
	const parsed = parseStory("bridge", text);
	if (parsed.kind !== "problem") throw new Error("was read");
	expect(parsed.problem.file).toBe("bridge/story.yaml");
	expect(parsed.problem.reason).toContain(reason);
	expect(parsed.problem.remedy).toContain(remedy);
});

test("the story of the corpus has a title", () => {
	const text = readFileSync("corpus/thorn-decentralization/story.yaml", "utf8");
	expect(parseStory("thorn-decentralization", text)).toMatchObject({
		kind: "story",
		story: {
			title: expect.stringContaining("Thorn"),
			aliases: expect.arrayContaining(["edge AI"]),
		},
	});
});
