import { beforeAll, describe, expect, it } from "vitest";
import { buildClaims, weighBy } from "../../../src/claims/build.ts";
import { addChecks } from "../../../src/claims/checks/checks.ts";
import type { Claim } from "../../../src/claims/claim.ts";
import { readFigureMentions } from "../../../src/claims/figure-mentions.ts";
import { readForClaims } from "../../../src/claims/reading.ts";
import { parseArticle } from "../../../src/corpus/article.ts";
import { readArticle } from "../../../src/corpus/read.ts";
import { readCorpus } from "../../../src/shell/corpus-store.ts";

let claims: readonly Claim[] = [];

beforeAll(async () => {
	const { stories } = await readCorpus("corpus");
	const texts = stories
		.filter(({ id }) => id === "thorn-decentralization")
		.flatMap(({ id, files }) =>
			files.map(({ file, text }) => parseArticle({ story: id, file, text })),
		)
		.flatMap(parsed => (parsed.kind === "article" ? [readArticle(parsed.article)] : []));
	const readings = readForClaims(texts);
	const mentions = readings.flatMap(readFigureMentions);
	const bare = buildClaims(texts).map(claim => ({ ...claim, checks: [] }));
	claims = addChecks(bare, { readings, mentions, weigh: weighBy(texts) });
});

describe("the checks of the story that comes with the program", () => {
	it.each([
		[
			"arithmetic",
			/^\$25 billion to \$119 billion is \+376%, not 300% \(computed: \(119 − 25\) ÷ 25\)/u,
		],
		["strength", /about \$25 billion.*approximately \$25 billion/u],
		["strength", /roughly 300%.*nearly 300%/u],
		["date", /^13 April 2026 is a Monday, not a Sunday/u],
		["strength", /exceed \$100,000 per Bitcoin.*for “certain regions”.*near \$90,000 per Bitcoin/u],
		[
			"wording",
			/“Artificial intelligence might” for “AI may” and “a reverse trajectory” for “the opposite path”/u,
		],
		[
			"strength",
			/“are closing the performance gap”; .*“could close the gap”; .*“are narrowing the gap”/u,
		],
		[
			"credit",
			/^DeyThere quotes KuCoin; Unnamed blog \(002\) prints “mining decentralization, at minimum/u,
		],
		[
			"credit",
			/^Coinalertnews, Invest Insider News and Unnamed blog \(002\) credit Grand View Research; .*DeyThere/u,
		],
		[
			"framing",
			/^Paraguay and Ethiopia stand beside words of opposite sense: .*concentration.*decentralization/u,
		],
		["source", /^A47 News prints it in a card of Bitcoinist, not in its own text\.$/u],
		["wording", /^Titles of Alex Thorn differ: .*“leads research at Galaxy”/u],
		["date", /^“the coming eight years” counted from 2026 would end in 2034/u],
		[
			"strength",
			/“is moving towards decentralization”; .*“could move toward a more distributed model”/u,
		],
		[
			"source",
			/^Described as different kinds of source: .*“Thorn's analysis suggests”; .*announced”/u,
		],
	])("have a %s like %s", (kind, pattern) => {
		const checks = claims.flatMap(claim => claim.checks);
		expect(checks.filter(check => check.kind === kind && pattern.test(check.text))).not.toEqual([]);
	});

	it("point at reports of the claims that carry them", () => {
		for (const { checks, reports } of claims) {
			for (const check of checks) {
				expect(check.reports.length).toBeGreaterThan(0);
				expect(check.reports.every(index => reports[index] !== undefined)).toBe(true);
				expect(new Set(check.reports).size).toBe(check.reports.length);
			}
		}
	});

	it("never call anything true, false or a verdict", () => {
		const texts = claims.flatMap(({ checks }) => checks.map(({ text }) => text));
		expect(texts.filter(text => /\b(?:true|false|verdict|lie[sd]?)\b/iu.test(text))).toEqual([]);
	});
});
