import { expect, test } from "vitest";
import { readTypedDate, typedDate } from "../../src/corpus/typed-date.ts";

test.each([
	["2026-11-03", "2026-11-03", false],
	["2026-11-03?", "2026-11-03", true],
	["", null, false],
])("%j is typed for a date, and read as it", (typed, published, dateIsUnconfirmed) => {
	expect(readTypedDate(typed)).toEqual({ published, dateIsUnconfirmed });
	expect(typedDate({ published, dateIsUnconfirmed })).toBe(typed);
});

test.each(["?", " ?"])("%j is no date", typed => {
	expect(readTypedDate(typed)).toEqual({ published: null, dateIsUnconfirmed: false });
});
