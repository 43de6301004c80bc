// Prints what Vitest's JSON report counts, on one line: "12 passed, 0 failed, 3 skipped". A test file
// that could not be loaded has no tests to count, so it is told on a line before.
import { readFileSync } from "node:fs";
import process from "node:process";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const broken = report.testResults.filter(
	({ status, assertionResults }) =>
		status === "failed" && !assertionResults.some(test => test.status === "failed"),
);
for (const { name } of broken) process.stdout.write(`test file failed as a whole: ${name}\n`);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
const skipped = numPendingTests + numTodoTests;
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped\n`);
