import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseArticle } from "../../src/corpus/article.ts";
import { readArticle } from "../../src/corpus/read.ts";
import { extractQuotations } from "../../src/quotations/extract.ts";
import { groupQuotations, type QuotedArticle } from "../../src/quotations/groups.ts";

const folder = new URL("../../corpus/thorn-decentralization/", import.meta.url);

function read(file: string): readonly QuotedArticle[] {
	const text = readFileSync(new URL(file, folder), "utf8");
	const parsed = parseArticle({ story: "thorn-decentralization", file, text });
	if (parsed.kind !== "article") return [];
	const { article, sentences } = readArticle(parsed.article);
	return [
		{
			article: article.id,
			outlet: article.id,
			body: article.body,
			sentences: sentences.filter(({ furniture }) => furniture === null),
			quotations: extractQuotations(article.body),
		},
	];
}

const articles = readdirSync(folder)
	.filter(file => file.endsWith(".md"))
	.flatMap(read);
const groups = groupQuotations(articles);

/** Each printing as the outlet's first letters and its form: "coin exact", "a47 paraphrase". */
test.each([
	[
		"AI may follow the opposite path",
		"Alex Thorn",
		"coin exact, deyt exact, inve exact, unna changed",
	],
	[
		"data scarcity, context limits",
		"Alex Thorn",
		"coin exact, deyt exact, inve paraphrase, unna exact",
	],
	[
		"If local models keep getting",
		"Alex Thorn",
		"coin exact, deyt paraphrase, inve paraphrase, unna exact",
	],
	[
		"Bitcoin mining began",
		"Alex Thorn",
		"a47- paraphrase, coin paraphrase, deyt paraphrase, inve exact, unna paraphrase",
	],
	["this decentralization of mining", "KuCoin", "coin exact, deyt paraphrase, unna folded"],
	["This could help to decentralize", "KuCoin", "deyt exact, unna paraphrase"],
	["crypto’s core promise", "Alex Thorn", "coin paraphrase, deyt exact, unna paraphrase"],
	[
		"rising focus on data privacy",
		"Grand View Research",
		"a47- paraphrase, coin exact, deyt paraphrase, inve paraphrase, unna exact",
	],
	[
		"rapid expansion of IoT",
		"Grand View Research",
		"a47- paraphrase, coin paraphrase, inve paraphrase, unna exact",
	],
	["Global South", null, "a47- exact, coin exact, deyt exact, unna exact"],
	["at the edge", null, "unna exact"],
])("%s", (start, speaker, wanted) => {
	const group = groups.find(({ text }) => text.startsWith(start));
	expect(group?.speaker).toBe(speaker);
	const printings = (group?.printings ?? []).map(
		({ article, form }) => `${article.slice(0, 4)} ${form}`,
	);
	expect(printings.sort().join(", ")).toBe(wanted);
});

test("there are no other quotations", () => {
	expect(groups).toHaveLength(11);
});
