import fc from "fast-check";
import { expect, test } from "vitest";
import { createSnowflakes, isSnowflake, timeOf } from "../../../src/shell/playground/snowflakes.ts";

const times = fc.array(fc.integer({ min: 1_420_070_400_000, max: 4_000_000_000_000 }), {
	minLength: 1,
});

test("ids always rise, whatever the clock does", () => {
	fc.assert(
		fc.property(times, clock => {
			const rest = [...clock];
			const next = createSnowflakes({ now: () => rest.shift() ?? 0 });
			const ids = clock.map(() => BigInt(next()));
			expect(ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? id))).toBe(true);
		}),
	);
});

test("an id holds the time at which it was made", () => {
	fc.assert(
		fc.property(times, ([now = 0]) => {
			expect(timeOf(createSnowflakes({ now: () => now })())).toBe(now);
		}),
	);
});

test.each([
	["175928847299117063", true],
	["0", true],
	["@me", false],
	["-1", false],
	["", false],
])("%j is an id: %j", (text, expected) => {
	expect(isSnowflake(text)).toBe(expected);
});
