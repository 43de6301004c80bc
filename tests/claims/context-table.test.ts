import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ContextTerm, contextOf, coverageOf } from "../../src/claims/context.ts";
import { buildContextTable } from "../../src/claims/context-table.ts";

const word = fc.constantFrom(
	"miner",
	"mining",
	"bitcoin",
	"coin",
	"cost",
	"spend",
	"rain",
	"violin",
);
const term = fc.tuple(word, fc.constantFrom(0.2, 0.5, 1), fc.boolean()).map(
	([text, weight, needed]): ContextTerm => ({
		...(contextOf(text, weight)[0] ?? { stem: text, word: text, meaning: null, weight }),
		...(needed ? { needed } : {}),
	}),
);
const context = fc.uniqueArray(term, { maxLength: 5, selector: ({ stem }) => stem });
const weigh = (stem: string) => stem.length / 2;

describe("buildContextTable", () => {
	test("gives what coverageOf gives", () => {
		fc.assert(
			fc.property(context, fc.array(context, { maxLength: 5 }), (wanted, contexts) => {
				const covered = buildContextTable(contexts).cover(wanted, weigh);
				const one = coverageOf(wanted, weigh);
				expect(covered).toHaveLength(contexts.length);
				for (const [index, each] of contexts.entries()) {
					expect(covered[index]).toBeCloseTo(one(each), 10);
				}
			}),
			{ numRuns: 60 },
		);
	});
});
