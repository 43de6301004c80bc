import type { Answer, Entry } from "../../src/answers/answer.ts";
import type { Claim, Excerpt, Report } from "../../src/claims/claim.ts";
import type { Article } from "../../src/corpus/article.ts";
import type { Snapshot, Story } from "../../src/snapshot.ts";

function articleOf(outlet: string, published: string | null, body: string): Article {
	const id = outlet.toLowerCase().replace(" ", "-");
	const url = published === null ? null : `https://${id}.example/lake`;
	return {
		id,
		story: "lake",
		outlet,
		title: `The lake, by ${outlet}`,
		url,
		published,
		retrieved: null,
		language: "en",
		body,
	};
}

export const ARTICLES: readonly Article[] = [
	articleOf("North Post", "2031-05-02", "Rain fell. The lake holds about 40 million litres."),
	articleOf(
		"Shore Daily",
		"2031-05-03T09:30:00+02:00",
		"The lake holds 44 million litres, says Vera Lund.",
	),
	articleOf("Hill Radio", null, "Nobody swam in the lake on Sunday."),
];

/** An index for stories whose claims no test looks for. */
export const NO_INDEX: Story["index"] = {
	prepare: () => false,
	covers: () => 0,
	words: () => [],
	match: () => [],
	sentences: () => [],
	carried: () => [],
	weigh: () => 0,
	knows: () => false,
	correct: () => null,
	inCommonForms: text => text,
	inOwnCase: text => text,
};

/** What a story has that no moderator touched and whose files no test reads. */
export const NOTHING_KEPT = {
	input: { id: "lake", storyText: null, files: [] },
	found: [],
	corrections: { list: [], hidden: [], stale: [] },
	edits: [],
	problems: [],
} satisfies Partial<Story>;

export const STORY: Story = {
	id: "lake",
	title: "The lake",
	aliases: ["reservoir"],
	articles: ARTICLES.map(article => ({ article, passages: [], sentences: [] })),
	claims: [],
	index: NO_INDEX,
	revision: "abc123",
	...NOTHING_KEPT,
};

export const SNAPSHOT: Snapshot = {
	stories: [STORY],
	problems: [],
	revision: "def456",
	asOf: "2031-05-04T10:00:00.000Z",
};

export const NOW = new Date("2031-05-04T12:00:00.000Z");

/** The excerpt of `words` in the article of `outlet`. */
export function excerptOf(outlet: string, words: string): Excerpt {
	const article = ARTICLES.find(known => known.outlet === outlet);
	const start = article?.body.indexOf(words) ?? -1;
	if (article === undefined || start < 0) throw new Error(`no such words in ${outlet}: ${words}`);
	const link = article.url && `${article.url}#:~:text=The%20lake`;
	const { url } = article;
	return { outlet, article: article.id, text: words, start, end: start + words.length, url, link };
}

function reportOf(excerpt: Excerpt, printed: string, value: number): Report {
	return {
		outlet: excerpt.outlet,
		article: excerpt.article,
		via: null,
		printed,
		value,
		unit: "litre",
		bound: printed.startsWith("about") ? "about" : "exactly",
		trend: null,
		asOf: null,
		attribution: printed.startsWith("44") ? { source: "Vera Lund", cue: "says" } : null,
		strength: "is",
		form: null,
		excerpt,
	};
}

const NORTH = excerptOf("North Post", "The lake holds about 40 million litres.");
const SHORE = excerptOf("Shore Daily", "The lake holds 44 million litres, says Vera Lund.");

export const CLAIM: Claim = {
	id: "figure-lake-litres",
	label: "what the lake holds",
	measure: "lake",
	kind: "figure",
	unit: "litre",
	agreement: "differ",
	difference: ["contradiction"],
	positions: [
		{ value: 40_000_000, reports: [0] },
		{ value: 44_000_000, reports: [1] },
	],
	reports: [
		reportOf(NORTH, "about 40 million litres", 40_000_000),
		reportOf(SHORE, "44 million litres", 44_000_000),
	],
	silent: ["Hill Radio"],
	checks: [
		{
			kind: "arithmetic",
			text: "40 million to 44 million litres is +10%, not 4%",
			holds: false,
			reports: [0, 1],
		},
	],
};

/** A line of a section around an excerpt of the sample. */
export function entryOf(excerpt: Excerpt | null, remarks: readonly string[] = []): Entry {
	const article = ARTICLES.find(({ id }) => id === excerpt?.article);
	return {
		label: excerpt?.outlet ?? "what the lake holds",
		published: article?.published ?? null,
		excerpt,
		remarks,
		changes: [],
	};
}

export const ANSWER: Answer = {
	kind: "differ",
	story: "lake",
	question: "how much is in the lake?",
	text: "what the lake holds: the outlets print 40 and 44 million litres.",
	claims: [CLAIM],
	excerpts: [NORTH, SHORE],
	silent: ["Hill Radio"],
	checks: CLAIM.checks,
	notes: ["Only the first of two claims is shown."],
	sections: [
		{ heading: "“about 40 million litres”: 1 outlet", entries: [entryOf(NORTH, ["bound: about"])] },
		{ heading: "“44 million litres”: 1 outlet", entries: [entryOf(SHORE, ["credits Vera Lund"])] },
	],
	choices: [{ label: "who swam", command: "claim", values: { text: "who swam" } }],
};
