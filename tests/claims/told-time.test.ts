import { describe, expect, test } from "vitest";
import { claimsOf } from "./coverage.ts";

describe("the time of a figure", () => {
	test.each<readonly [body: string, printed: string, asOf: string]>([
		["The Moens earned $139 million from 2031 to 2038.", "$139 million", "2031/2038"],
		["Between May 2031 and June 2033 the yard built 40 boats.", "40", "2031-05/2033-06"],
		["Fares rose from $3 in 2031 to $5 in 2038.", "$5", "2038"],
		["Fares rose to $5 from $3 from 2031 to 2038.", "$5", "2038"],
		["The yard built 40 boats in 2031 and 2038.", "40", "2031"],
	])("%s %s: %s", (body, printed, asOf) => {
		const reports = claimsOf("figure", ["Herald", body]).flatMap(claim => claim.reports);
		expect(reports.find(report => report.printed === printed)?.asOf).toBe(asOf);
	});
});
