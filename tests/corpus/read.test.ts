import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Article, parseArticle } from "../../src/corpus/article.ts";
import type { ArticleText } from "../../src/corpus/passage.ts";
import { readArticle } from "../../src/corpus/read.ts";
import { contains, slice } from "../../src/text/span.ts";

function read(body: string, front: Partial<Article> = {}): ArticleText {
	return readArticle({
		id: "post",
		story: "bridge",
		outlet: "The Harbour Post",
		title: null,
		url: null,
		published: null,
		retrieved: null,
		language: "en",
		...front,
		body,
	});
}

/** Each passage as "kind/furniture/via: words", without what is null. */
function outline(body: string, front: Partial<Article> = {}): readonly string[] {
	const { article, passages } = read(body, front);
	return passages.map(passage => {
		const { kind, furniture, via } = passage;
		return `${[kind, furniture, via].filter(Boolean).join("/")}: ${slice(article.body, passage)}`;
	});
}

/** The sentences that are furniture, as "furniture: words". */
function furniture(body: string, front: Partial<Article> = {}): readonly string[] {
	return read(body, front).sentences.flatMap(sentence =>
		sentence.furniture === null ? [] : [`${sentence.furniture}: ${sentence.text}`],
	);
}

const PROSE = [
	"The bridge over the Tarn reopened on Monday after two years of repairs.",
	"Engineers replaced 40 cables and painted both towers.",
	"Drivers will pay a toll of $3 until the loan is paid back.",
];

describe("passages", () => {
	test("are lines, with list marks outside", () => {
		const body = `\n${PROSE[0]}\n\n- one thing\n  • another thing\n* a third\n2. a fourth\n> quoted words, said she.\n***\n`;
		expect(outline(body)).toEqual([
			`paragraph: ${PROSE[0]}`,
			"item: one thing",
			"item: another thing",
			"item: a third",
			"item: a fourth",
			"paragraph: quoted words, said she.",
		]);
	});

	test("have headings, questions and lead-ins", () => {
		const body = [
			"## A marked heading.",
			PROSE[0],
			"Tolls to rise by 20% within three years",
			PROSE[1],
			"Who will pay for it?",
			PROSE[2],
			"The mayor adds:",
			"“It will be paid for by those who use it, and by no others at all,”",
			"In a statement that was sent out late the ministry said the following:",
			"“We shall see.”",
		].join("\n");
		expect(outline(body)).toEqual([
			"heading: A marked heading.",
			`paragraph: ${PROSE[0]}`,
			"heading: Tolls to rise by 20% within three years",
			`paragraph: ${PROSE[1]}`,
			"question: Who will pay for it?",
			`paragraph: ${PROSE[2]}`,
			"heading: The mayor adds:",
			"paragraph: “It will be paid for by those who use it, and by no others at all,”",
			"paragraph: In a statement that was sent out late the ministry said the following:",
			"paragraph: “We shall see.”",
		]);
	});

	test("take definitions for items", () => {
		const body = `Glossary\nPylon: A tower that carries cables\nToll: A price for passing\n${PROSE[0]}`;
		expect(outline(body)).toEqual([
			"title/contents: Glossary",
			"item: Pylon: A tower that carries cables",
			"item: Toll: A price for passing",
			`paragraph: ${PROSE[0]}`,
		]);
	});

	test("join lines that were wrapped at a column", () => {
		const body = [
			"The bridge over the Tarn reopened on Monday after two",
			"years of repairs, and drivers were charged a toll that",
			"Mayor Costa called small.",
			"",
			"A heading of its own",
			"The bridge is long and it is wide.",
		].join("\r\n");
		expect(outline(body)).toEqual([
			`paragraph: ${body.slice(0, body.indexOf("small.") + 6)}`,
			"heading: A heading of its own",
			"paragraph: The bridge is long and it is wide.",
		]);
	});

	test("leave share buttons before a caption outside", () => {
		const body = `${PROSE[0]}\nFacebook Twitter Email Mayor Costa cuts a ribbon on Monday. Photograph: Jo Lind/Agency\n${PROSE[1]}`;
		expect(outline(body)[1]).toBe(
			"caption: Mayor Costa cuts a ribbon on Monday. Photograph: Jo Lind/Agency",
		);
	});
});

describe("titles", () => {
	test("count once", () => {
		const body = `Bridge Reopens After Repairs\n\nBridge reopens after repairs\n\n${PROSE[0]}`;
		expect(outline(body)).toEqual([
			"title: Bridge Reopens After Repairs",
			"title/repeat: Bridge reopens after repairs",
			`paragraph: ${PROSE[0]}`,
		]);
	});

	test("are known from the front matter, with or without what the outlet adds", () => {
		const title = "Bridge over Tarn reopens | The Harbour Post";
		const [first, second] = outline(`News\nBridge over Tarn reopens\n${PROSE[0]}`, { title });
		expect(first).toBe("heading: News");
		expect(second).toBe("title: Bridge over Tarn reopens");
	});

	test("give way to a sentence that says the same", () => {
		const title = "The bridge over the Tarn reopened on Monday";
		expect(outline(`${title}\n\n${PROSE[0]}`, { title })[0]).toBe(`title/repeat: ${title}`);
	});
});

describe("contents", () => {
	const sections = ["How long did it take?", "Tolls to rise by 20%", "Conclusion"];
	const body = [
		PROSE[0],
		...sections.map(section => `- ${section}`),
		...sections.flatMap((section, index) => [section, PROSE[index] ?? ""]),
	].join("\n");

	test("are furniture, and the headings that they list are not", () => {
		expect(outline(body)).toEqual([
			`paragraph: ${PROSE[0]}`,
			"question/contents: How long did it take?",
			"item/contents: Tolls to rise by 20%",
			"item/contents: Conclusion",
			"question: How long did it take?",
			`paragraph/repeat: ${PROSE[0]}`,
			"heading: Tolls to rise by 20%",
			`paragraph: ${PROSE[1]}`,
			"heading/contents: Conclusion",
			`paragraph: ${PROSE[2]}`,
		]);
	});

	test("need three lines", () => {
		expect(furniture(`Tolls\nTowers\n${PROSE[0]}\nTolls\n${PROSE[1]}`)).toEqual(["repeat: Tolls"]);
	});
});

describe("repeats", () => {
	test("in a FAQ count where they stand first, and its new answers count", () => {
		const body = [
			"What opened (and when)",
			...PROSE.slice(0, 2),
			"FAQ",
			"- What opened (and when)?",
			`- ${PROSE[0]} ${PROSE[1]}`,
			"- Who owns it?",
			"- Yes. The county owns it.",
		].join("\n");
		expect(outline(body, { title: "Bridge" })).toEqual([
			"heading/repeat: What opened (and when)",
			`paragraph: ${PROSE[0]}`,
			`paragraph: ${PROSE[1]}`,
			"heading/contents: FAQ",
			"question/repeat: What opened (and when)?",
			`item/repeat: ${PROSE[0]} ${PROSE[1]}`,
			"question: Who owns it?",
			"item: Yes. The county owns it.",
		]);
	});

	test("may differ in marks and case, or stand within a longer sentence", () => {
		const body = `“Engineers replaced forty cables in two years,” she said.\n${PROSE[0]}\n“ENGINEERS replaced forty cables in two years”\n${PROSE[1]}`;
		expect(furniture(body)).toEqual(["repeat: “ENGINEERS replaced forty cables in two years”"]);
	});

	test("are not made of a few words that any paragraph may hold", () => {
		expect(furniture(`It rose. ${PROSE[0]}\nIt rose. ${PROSE[1]}`)).toEqual([]);
	});

	test("take a few words with them when all else around repeats", () => {
		expect(outline(`Yes. ${PROSE[0]}\n${PROSE[1]}\nNo. ${PROSE[0]}`)[2]).toBe(
			`paragraph/repeat: No. ${PROSE[0]}`,
		);
	});

	test("in a card give way to the article's own words", () => {
		const card = [
			"Stories on roads and rails for people on the move.",
			"“Road Wire delivers stories on roads and rails for people on the move.”",
			"— Desk Editor",
			"Bridge is open",
			`${PROSE[0]} Cars came ...`,
		];
		expect(outline([...card, PROSE[1], PROSE[0]].join("\n"), { title: "x" })).toEqual([
			`paragraph/blurb: ${card[0]}`,
			`paragraph/blurb: ${card[1]}`,
			"paragraph/blurb: — Desk Editor",
			"heading/Road Wire: Bridge is open",
			`paragraph/repeat/Road Wire: ${PROSE[0]} Cars came ...`,
			`paragraph: ${PROSE[1]}`,
			`paragraph: ${PROSE[0]}`,
		]);
	});
});

describe("cuts", () => {
	test.each([
		[
			"in mid-word, where the whole stands elsewhere",
			`${PROSE[0]}\n- ${PROSE[1]} ${PROSE[2]?.slice(0, 41)}\n${PROSE[1]} ${PROSE[2]}`,
			PROSE[2]?.slice(0, 41),
		],
		[
			"before a heading, with an ellipsis",
			`${PROSE[0]} It will be ...\nA heading\n${PROSE[1]}`,
			"It will be ...",
		],
		[
			"at the end, for want of a stop",
			`${PROSE.join("\n")}\nThe mayor said on Sunday that it would take until late`,
			"The mayor said on Sunday that it would take until late",
		],
		[
			"at the end, before a byline",
			`${PROSE.join("\n")}\nThe mayor said that the\nReporting by Jo Lind`,
			"The mayor said that the",
		],
	])("%s", (_, body, expected) => {
		const cuts = furniture(body).filter(each => each.startsWith("cut"));
		expect(cuts).toEqual([`cut: ${expected}`]);
	});

	test.each([
		["an ellipsis before more prose", `${PROSE[0]} And yet ...\n${PROSE[1]}`],
		["a lead-in", `${PROSE.join("\n")}\nThis is what the mayor of the town told us on Sunday:`],
		["an only line", "The bridge over the Tarn reopened on Monday after two years"],
		[
			"an article that uses no stops",
			"one long line of words that does not stop\n" +
				"another long line of words that has no stop\nyet another long line of words with no stop at all",
		],
		["a short last line", `${PROSE.join("\n")}\nJo Lind, Tarn`],
	])("are not %s", (_, body) => {
		expect(furniture(body)).toEqual([]);
	});
});

describe("cards", () => {
	const page = (blurb: readonly string[]) =>
		[PROSE[0], ...blurb, "Tolls: who gains?", PROSE[1], PROSE[2]].join("\n");

	test.each([
		["Road Wire", ["“Road Wire is a leading source of news on roads.”", "— Page Editor"]],
		[
			"The Toll & Road Report",
			["The Toll & Road Report publishes daily analysis.", "– The Page Team"],
		],
		["tolls.example", ["“tolls.example tracks news of tolls.”", "- Staff"]],
		[
			"Road Wire",
			[
				"News and guides for careful drivers.",
				"Road Wire offers news and guides for careful drivers everywhere.",
			],
		],
	])("of %s end with the teaser", (via, blurb) => {
		const { passages } = read(page(blurb));
		expect(passages.map(passage => passage.via)).toEqual([
			null,
			...blurb.map(() => null),
			via,
			via,
			null,
		]);
		expect(passages.slice(1, 3).map(passage => passage.furniture)).toEqual(["blurb", "blurb"]);
	});

	test.each([
		["a quotation that a speaker signed", ["“Bridges are good news.”", "— Ana Costa"]],
		["a signature alone", ["“We open on Monday.”", "— The Editors"]],
		["prose about an outlet", ["Road Wire publishes news and stories every day of the week."]],
		["the outlet itself", ["“The Harbour Post delivers local news.”", "— Page Editor"]],
		[
			"a heading that names what follows",
			["Road Wire publishes its own news", "Road Wire publishes its own news on Mondays."],
		],
	])("are not %s", (_, lines) => {
		expect(read(page(lines)).passages.every(({ via }) => via === null)).toBe(true);
	});

	test("may be a paragraph alone, at the end", () => {
		const body = `${PROSE[0]}\n“Road Wire offers news.”\n— Page Editor\nCars came back to the bridge and ...`;
		const { passages, sentences } = read(body);
		expect(passages.at(-1)).toMatchObject({ via: "Road Wire", furniture: "cut" });
		expect(sentences.at(-1)?.furniture).toBe("cut");
	});
});

describe("disclaimers", () => {
	const legal = "This page is for informational purposes only and is not financial advice.";

	test("close a page under their title", () => {
		const body = [...PROSE, "Disclaimer", `${legal} Cars may differ.`, "Ask the county."].join(
			"\n",
		);
		expect(outline(body).slice(3)).toEqual([
			"heading/disclaimer: Disclaimer",
			`paragraph/disclaimer: ${legal} Cars may differ.`,
			"paragraph/disclaimer: Ask the county.",
		]);
	});

	test("at the top leave the article below alone", () => {
		expect(furniture(["Disclaimer", legal, ...PROSE].join("\n"))).toEqual([
			"disclaimer: Disclaimer",
			`disclaimer: ${legal}`,
		]);
		expect(furniture(["Disclaimer", ...PROSE, "Cars came.", "Birds flew."].join("\n"))).toEqual([
			"disclaimer: Disclaimer",
		]);
	});

	test("glued to an article's sentences are told one by one", () => {
		expect(furniture(`${legal} ${PROSE.join(" ")}`)).toEqual([`disclaimer: ${legal}`]);
	});

	test("that somebody speaks are reports", () => {
		expect(furniture(`“This is not financial advice,” she said.\n${PROSE[0]}`)).toEqual([]);
	});
});

describe("boilerplate", () => {
	test.each([
		["navigation", "5 hours ago 12 sources positive"],
		["navigation", "3 min read · 14 comments"],
		["navigation", "← Back to all posts"],
		["navigation", "Volver al inicio"],
		["navigation", "Home > News > Tarn"],
		["navigation", "Share on Facebook"],
		["navigation", "Share this article"],
		["navigation", "Tweet | Email | Print"],
		["navigation", "Advertisement"],
		["navigation", "Story continues below"],
		["navigation", "Related Articles"],
		["navigation", "Read more: Who pays the toll?"],
		["navigation", "Toll plan: council split over price Read more"],
		["navigation", "Click here for a map of the detours"],
		["navigation", "Sign up for our daily newsletter and never miss a story."],
		["navigation", "We use cookies to give you the best experience."],
		["navigation", "Tags: bridges, tolls"],
		["navigation", "Update at 10:15 a.m. The mayor speaks:"],
		["navigation", "Sentiment: Neutral"],
		["navigation", "Tarncoin (TRN) $1,234.50 -2.1% Saltcoin $0.98 +0.4%"],
		["navigation", "Let us know what you think in the comments."],
		["blurb", "Written by"],
		["blurb", "Featured image from Tarn County, chart from Road Wire"],
		["blurb", "Editorial process: each page is read twice. We keep strict standards."],
		["blurb", "Jo Lind is a senior reporter at The Harbour Post who covers roads."],
		["disclaimer", "Ad Disclosure"],
		["blurb", "By Jo Lind and Ana Costa"],
		["blurb", "May 6, 2024 7:08 AM EST"],
		["blurb", "(Reporting by Jo Lind; Editing by Ana Costa)"],
		["blurb", "Jo Lind contributed to this report."],
		["blurb", "© 2024 Harbour Media. All rights reserved."],
		["blurb", "This article was originally published by Road Wire."],
		["blurb", "— Ana Costa (@anacosta) May 6, 2024"],
		["disclaimer", "We may earn a small commission when you buy through our links."],
		["contents", "Key Takeaways:"],
		["contents", "Why it matters"],
	])("%s: %s", (kind, line) => {
		const { article, passages } = read([PROSE[0], line, ...PROSE.slice(1)].join("\n\n"));
		const marked = passages.filter(passage => passage.furniture !== null);
		expect(marked.map(passage => slice(article.body, passage))).toEqual([line]);
		expect(marked[0]?.furniture).toBe(kind);
	});

	test.each([
		"The story of two sources of salt",
		"Tolls 3% 4% 5%",
		"Jo Lind is a reporter whom the county sued.",
		"Share prices in Tarn fell 4%",
		"By contrast, tolls elsewhere have stayed at 5 percent.",
		"Get there before the bridge closes.",
		"Follow the money, the mayor said.",
		"Subscribe numbers rose.",
		"Exports contributed two points to growth.",
		"More than 300 cars crossed on Monday",
		"On May 6, 2024, the county paid.",
		"Children should read more.",
		"May was wet",
		"Why the toll will rise by 20%",
		"You could lose your place in the queue.",
		"The map was made for educational purposes.",
	])("is not: %s", line => {
		expect(furniture([PROSE[0], line, ...PROSE.slice(1)].join("\n\n"))).toEqual([]);
	});

	test("at the end of a paragraph is told by itself", () => {
		expect(furniture(`${PROSE[0]} Sign up for our newsletter.\n${PROSE[1]}`)).toEqual([
			"navigation: Sign up for our newsletter.",
		]);
	});
});

describe("captions", () => {
	test("count, their credits and the picture's label do not", () => {
		const body = [
			PROSE[0],
			"Bridge at night comparison",
			"The bridge carries 9,000 cars a day. Source: Tarn County",
			PROSE[1],
			"Cars on the bridge on Monday. (Photo: Jo Lind/Agency)",
			"Mayor Costa at the bridge. REUTERS/Jo Lind",
		].join("\n");
		expect(outline(body).filter(each => each.startsWith("caption"))).toEqual([
			"caption/repeat: Bridge at night comparison",
			"caption: The bridge carries 9,000 cars a day. Source: Tarn County",
			"caption: Cars on the bridge on Monday. (Photo: Jo Lind/Agency)",
			"caption: Mayor Costa at the bridge. REUTERS/Jo Lind",
		]);
		expect(furniture(body)).toContain("blurb: Source: Tarn County");
	});

	test("a label with a figure counts", () => {
		const body = `${PROSE[0]}\nToll rises 20% by 2030\nA chart of tolls. Source: Tarn County`;
		expect(outline(body)[1]).toBe("caption: Toll rises 20% by 2030");
	});
});

describe("the corpus", () => {
	const load = (name: string) => {
		const file = `corpus/thorn-decentralization/${name}.md`;
		const text = readFileSync(file, "utf8");
		const parsed = parseArticle({ story: "thorn-decentralization", file, text });
		if (parsed.kind !== "article") throw new Error(parsed.problem.reason);
		return readArticle(parsed.article);
	};
	const marks = (name: string, words: string) =>
		load(name)
			.sentences.filter(({ text }) => text.startsWith(words))
			.map(sentence => sentence.furniture);

	test.each([
		["coinalertnews", "3 hour ago 4 sources neutral", ["navigation"]],
		["coinalertnews", "Crypto assets are high-risk", ["disclaimer"]],
		["deythere", "How is Bitcoin mining centralization reshaping", ["contents", null]],
		["deythere", "Bitcoin mining centralization means", [null]],
		["unnamed-blog-002", "AI and Bitcoin Mining Heading Toward", [null, "repeat"]],
		["unnamed-blog-002", "AI and Bitcoin mining decentralization comparison", ["repeat"]],
		["unnamed-blog-002", "Market for Edge AI projected to expand 300%", [null]],
		["unnamed-blog-002", "← Volver al blog", ["navigation"]],
		["a47-news", "What happened (in 30 seconds)", ["repeat", "repeat"]],
		["a47-news", "On April 13, 2026", [null, "repeat"]],
		["a47-news", "This shift has led to", [null, "cut"]],
		["a47-news", "This has prompted operators to relocate ...", ["cut"]],
		["a47-news", "— A47 Editor", ["blurb", "blurb"]],
		["a47-news", '"Bitcoinist delivers', ["blurb"]],
	])("%s: %s", (name, words, expected) => {
		expect(marks(name, words)).toEqual(expected);
	});

	test("a page's cards are via their outlets", () => {
		const { passages } = load("a47-news");
		expect(passages.flatMap(({ via }) => via ?? [])).toEqual([
			"Bitcoinist",
			"Bitcoinist",
			"Crypto News",
			"Crypto News",
		]);
	});

	test.each(["a47-news", "coinalertnews", "deythere", "invest-insider-news", "unnamed-blog-002"])(
		"%s: spans slice to their own words",
		name => expectOrder(load(name)),
	);
});

/** Passages and sentences lie in order, apart from each other, each sentence in its passage. */
function expectOrder({ article, passages, sentences }: ArticleText): void {
	let end = 0;
	for (const passage of passages) {
		expect(passage.start).toBeGreaterThanOrEqual(end);
		end = passage.end;
		expect(slice(article.body, passage).trim()).toBe(slice(article.body, passage));
	}
	end = 0;
	for (const sentence of sentences) {
		expect(slice(article.body, sentence)).toBe(sentence.text);
		expect(contains(sentence.passage, sentence)).toBe(true);
		expect(sentence.start).toBeGreaterThanOrEqual(end);
		end = sentence.end;
		if (sentence.passage.furniture !== null) expect(sentence.furniture).not.toBeNull();
		expect(passages).toContain(sentence.passage);
	}
	const spoken = new Set(sentences.map(({ passage }) => passage));
	expect(passages.every(passage => spoken.has(passage))).toBe(true);
}

test("spans hold in any body", () => {
	const piece = fc.oneof(
		fc.constantFrom(
			...PROSE,
			"\n",
			"\r\n\r\n",
			"- ",
			"Disclaimer\n",
			"FAQ\n",
			" ...\n",
			"? ",
			"— Desk Editor\n",
		),
		fc.string({ unit: "grapheme", maxLength: 20 }),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 30 }), pieces => expectOrder(read(pieces.join("")))),
	);
});

test.each(["!", "?", "a ", "\n", "- \n", "x\n", "( ", ": ", "The A ", "…", "not "])(
	"takes a long run of %j in its stride",
	run => {
		const before = performance.now();
		read(`${run.repeat(30_000)}x`);
		expect(performance.now() - before).toBeLessThan(4_000);
	},
);
