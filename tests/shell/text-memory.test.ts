import type { Stats } from "node:fs";
import { expect, test } from "vitest";
import { createTextMemory } from "../../src/shell/text-memory.ts";

const STATS = { dev: 1, ino: 2, size: 3, mtimeMs: 10_000, ctimeMs: 10_000 } as Stats;
const LATER = 20_000;

test("a file that looks the same is remembered", () => {
	const memory = createTextMemory(() => LATER);
	expect(memory.recall("a.md", STATS)).toBeNull();
	memory.keep("a.md", STATS, "text");
	expect(memory.recall("a.md", { ...STATS })).toBe("text");
	expect(memory.recall("b.md", STATS)).toBeNull();
});

test.each<[string, Partial<Stats>]>([
	["longer", { size: 4 }],
	["written again", { mtimeMs: 10_001 }],
	["written again with its old time put back", { ctimeMs: 10_001 }],
	["another file with its name", { ino: 9 }],
	["on another disk", { dev: 9 }],
])("a file is read again that is %s", (_, changed) => {
	const memory = createTextMemory(() => LATER);
	memory.keep("a.md", STATS, "text");
	expect(memory.recall("a.md", { ...STATS, ...changed } as Stats)).toBeNull();
});

test.each([
	["just before it was read", 10_000],
	["two seconds before", 12_000],
	["in the future, by another clock", 9000],
])("a file that was changed %s is read again", (_, now) => {
	const memory = createTextMemory(() => now);
	memory.keep("a.md", STATS, "text");
	expect(memory.recall("a.md", STATS)).toBeNull();
});

test("what was not seen in a whole reading is forgotten", () => {
	const memory = createTextMemory(() => LATER);
	memory.keep("a.md", STATS, "A");
	memory.keep("b.md", STATS, "B");
	memory.forgetOthers();
	expect(memory.recall("a.md", STATS)).toBe("A");
	memory.forgetOthers();
	expect(memory.recall("a.md", STATS)).toBe("A");
	expect(memory.recall("b.md", STATS)).toBeNull();
});
