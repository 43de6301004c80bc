import { describe, expect, test } from "vitest";
import { readRetryAfter } from "../../../src/ingest/fetch/retry-after.ts";

describe("how long a server wants to be left alone", () => {
	const now = new Date("2026-04-06T08:00:00Z");

	test.each([
		[null, null],
		["", null],
		["soon", null],
		["-5", null],
		["1.5", null],
		["0", 0],
		[" 120 ", 120],
		["99999999999999999999", 86_400],
		["Mon, 06 Apr 2026 08:02:00 GMT", 120],
		["Mon, 06 Apr 2026 07:00:00 GMT", 0],
		["Mon, 06 Apr 2099 07:00:00 GMT", 86_400],
	])("%j is %j", (header, seconds) => {
		expect(readRetryAfter(header, now)).toBe(seconds);
	});
});
