import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { partFrontMatter } from "../../../src/corpus/front-matter.ts";
import { type FetchedFor, shownInstead } from "../../../src/shell/moderation/same-article.ts";

const STORY = join(import.meta.dirname, "../../../corpus/thorn-decentralization");

const texts = readdirSync(STORY)
	.filter(file => file.endsWith(".md"))
	.map(file => {
		const parts = partFrontMatter(readFileSync(join(STORY, file), "utf8"));
		if (parts.kind !== "parts") throw new Error(`${file} cannot be read`);
		return { file, body: parts.body };
	});

const pairs = texts.flatMap(one =>
	texts.filter(other => other !== one).map(other => [one.file, other.file, one.body, other.body]),
) as readonly (readonly [string, string, string, string])[];

const ADDRESS = "https://www.post.example/news/a/";

function fetched(body: string, page: Partial<FetchedFor["page"]>): FetchedFor {
	return {
		held: { outlet: "Post", url: null, body },
		address: ADDRESS,
		others: [
			{
				article: { outlet: "Gazette", title: "The bridge" },
				addresses: ["http://gazette.example/b"],
			},
		],
		page: { outlet: "Post", title: "A", address: null, final: ADDRESS, text: body, ...page },
	};
}

describe("real articles of different outlets on one story", () => {
	it.each(pairs)("%s is not edited into %s", (_one, _other, body, text) => {
		expect(shownInstead(fetched(body, { text }))).toContain("shows another text");
	});
});

describe("real articles with edits", () => {
	const sentences = /[^.!?\n]+[.!?]/gu;

	it.each(texts)("$file", ({ body }) => {
		const edits: readonly ((body: string) => string)[] = [
			text => text.replaceAll(/\d+/gu, "7"),
			text => text.replaceAll(sentences, sentence => sentence.replace(/\s\w+/u, " anew")),
			text => text.slice(0, text.length / 2),
			text => `Update: the mayor has answered since. ${text}\n\nShe said that it will be built.`,
			text => `${text}\n${text.split("").toReversed().join("")}`,
		];
		for (const edit of edits) {
			expect(shownInstead(fetched(body, { text: edit(body) }))).toBeNull();
		}
	});
});

describe("a page of nearly the same words", () => {
	const body = texts[0]?.body ?? "";
	const shows = (page: Partial<FetchedFor["page"]>) => shownInstead(fetched(body, page));

	it.each<readonly [string, Partial<FetchedFor["page"]>]>([
		["at its own address", {}],
		["at its own address, written otherwise", { final: "http://post.example/news/a?utm_source=x" }],
		["moved on its site", { final: "https://post.example/archive/a" }],
		["moved with its outlet", { final: "https://post-news.example/a" }],
		["at its own address, with the name of another", { outlet: "Gazette" }],
	])("%s is the same article", (_where, page) => {
		expect(shows(page)).toBeNull();
	});

	it.each<readonly [string, Partial<FetchedFor["page"]>, string]>([
		["at another's address", { final: "https://gazette.example/b" }, "held now (Gazette"],
		["whose own address is another's", { address: "https://gazette.example/b" }, "(Gazette"],
		["moved, of another outlet", { final: "https://x.example/b", outlet: "GAZETTE" }, "(Gazette"],
		[
			"moved, under another's headline",
			{ final: "https://x.example/b", outlet: null, title: "The Bridge" },
			"(Gazette",
		],
		["moved to a strange outlet", { final: "https://x.example/b", outlet: "Echo" }, "one of Echo"],
		["moved to a strange site", { final: "https://x.example/b", outlet: null }, "one of x.example"],
	])("%s is another", (_where, page, says) => {
		expect(shows(page)).toContain(says);
	});
});
