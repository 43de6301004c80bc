import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfAddress, readDay } from "../../../src/ingest/extract/dates.ts";

const NOW = new Date("2026-03-01T12:00:00Z");

describe("a day in a text", () => {
	test.each([
		["2026-02-03", "2026-02-03"],
		["2026-02-03T23:30:00-08:00", "2026-02-03"],
		["2026/2/3", "2026-02-03"],
		["20260203", "2026-02-03"],
		["20260203T101500Z", "2026-02-03"],
		["Published: Tue, Feb 3, 2026 10:48", "2026-02-03"],
		["February 3rd 2026", "2026-02-03"],
		["Sept. 9, 2025", "2025-09-09"],
		["3 February 2026", "2026-02-03"],
		["3 de febrero de 2026", "2026-02-03"],
		["3. Februar 2026", "2026-02-03"],
		["1er août 2025", "2025-08-01"],
		["3 marzo 2025", "2025-03-03"],
		["14 mai 2025", "2025-05-14"],
		["12 juin 2025", "2025-06-12"],
		["12 juillet 2025", "2025-07-12"],
		["3. Juli 2025", "2025-07-03"],
		["5. Mai 2025", "2025-05-05"],
		["5. Dezember 2025", "2025-12-05"],
		["18 ноября 2025", "2025-11-18"],
		["9 мая 2025", "2025-05-09"],
		["4. März 2025", "2025-03-04"],
		["2025年11月18日", "2025-11-18"],
		["18.11.2025", "2025-11-18"],
		["18/11/2025", "2025-11-18"],
		["11/18/2025", "2025-11-18"],
		["tomorrow: 2026-03-02", "2026-03-02"],
	])("%s is %s", (text, day) => {
		expect(readDay(text, NOW)).toBe(day);
	});

	test.each([
		["7/8/2025"],
		["Wed, 32 Foo 2025"],
		["31 February 2025"],
		["2025-13-01"],
		["last week"],
		["in 2025"],
		["1970-01-01"],
		["2026-03-03"],
		["9999-12-31"],
		["call 020 2025 1118"],
		[""],
	])("there is none in %j", text => {
		expect(readDay(text, NOW)).toBeNull();
	});

	test("every day since the web is read as it is written", () => {
		const days = fc.date({ min: new Date("1990-01-01"), max: NOW, noInvalidDate: true });
		fc.assert(
			fc.property(days, date => {
				const day = date.toISOString().slice(0, 10);
				const words = date.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
				expect([readDay(day, NOW), readDay(words, NOW)]).toEqual([day, day]);
			}),
		);
	});
});

describe("a day in an address", () => {
	test.each([
		["https://port.example/2026/02/03/quay", "2026-02-03"],
		["https://port.example/news/2026-02-03-quay", "2026-02-03"],
		["https://port.example/20260203/quay", "2026-02-03"],
		["https://port.example/2026/02/quay", null],
		["https://port.example/2026/14/03/quay", null],
		["https://port.example/2031/02/03/quay", null],
		["https://port.example/quay?d=2026/02/03/", null],
	])("%s: %s", (address, day) => {
		expect(dayOfAddress(address, NOW)).toBe(day);
	});
});
