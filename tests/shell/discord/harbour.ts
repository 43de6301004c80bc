import type { CorpusFiles } from "../../../src/shell/corpus-store.ts";

function article(front: Readonly<Record<string, string>>, body: string): string {
	const lines = Object.entries(front).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
	return ["---", ...lines, "---", body, ""].join("\n");
}

/** Titles and sentences with every kind of mark that Discord would act on. */
const HOSTILE = "@everyone **Storm** <@1> `shut` [port](https://bad.example) \u202Eegnahc";

const harbourPost = article(
	{
		outlet: "Harbour Post",
		title: `${HOSTILE}`,
		url: "https://harbourpost.example/storm",
		published: "2031-05-02",
	},
	[
		"A storm shut the port of Ellen on Thursday.",
		"The port counted 41 ships outside the harbour, according to the Ellen Port Authority.",
		"Repairs to the north pier will cost $3.5 million, the authority said.",
		"The mayor, Ada Brandt, said: “We have never closed the gates for so long.”",
		"@everyone should note that *the ferry* resumed on Friday <@1> at a fare of $12.",
	].join("\n\n"),
);

const coastDaily = article(
	{
		outlet: "Coast Daily",
		title: "Ellen counts the cost",
		url: "https://coastdaily.example/ellen",
		published: "2031-05-03",
	},
	[
		"Repairs to the north pier will cost $4.2 million, the Ellen Port Authority said on Friday.",
		"The port counted 41 ships outside the harbour.",
		"“We have never closed the gates for that long,” mayor Ada Brandt said.",
		"The storm cut power to 9,000 homes.",
	].join("\n\n"),
);

const islandRadio = article(
	{ outlet: "Island Radio", title: "After the storm" },
	[
		"Power failed in about 9,000 homes during the storm.",
		"Fishing boats stayed ashore for three days.",
	].join("\n\n"),
);

const files = [
	{ file: "harbour-post.md", text: harbourPost },
	{ file: "coast-daily.md", text: coastDaily },
	{ file: "island-radio.md", text: islandRadio },
];

/** A corpus of one story that three outlets cover. */
export const ONE_STORY: CorpusFiles = {
	stories: [{ id: "ellen-storm", storyText: "title: The storm at Ellen\n", files }],
	problems: [],
};

const lake = article(
	{ outlet: "Coast Daily", title: "The lake", published: "2031-06-01" },
	"The lake holds 44 million litres. The dam was built in 1962.",
);

/** The same beside another story. */
export const TWO_STORIES: CorpusFiles = {
	stories: [
		...ONE_STORY.stories,
		{
			id: "lake",
			storyText: "title: The lake\naliases: [reservoir]\n",
			files: [{ file: "coast-daily.md", text: lake }],
		},
	],
	problems: [],
};

/** The one story with other words in its articles. */
function reworded(words: Readonly<Record<string, string>>): CorpusFiles {
	const reword = (text: string) =>
		Object.entries(words).reduce((now, [old, fresh]) => now.replace(old, fresh), text);
	const stories = ONE_STORY.stories.map(story => ({
		...story,
		files: story.files.map(({ file, text }) => ({ file, text: reword(text) })),
	}));
	return { stories, problems: [] };
}

/** The one story after the Coast Daily changed a figure. */
export const CHANGED: CorpusFiles = reworded({ "$4.2 million": "$4.6 million" });

/** After it changed all its figures. */
export const TURNED: CorpusFiles = reworded({
	"$4.2 million": "$4.6 million",
	"counted 41 ships outside the harbour.": "counted 44 ships outside the harbour.",
	"to 9,000 homes": "to 9,600 homes",
});

/** After it printed a long sentence about each of a dozen things. */
export const CROWDED: CorpusFiles = reworded({
	"$4.2 million": "$4.6 million",
	"The storm cut power": [
		...["boats", "cranes", "sheds", "trucks", "lamps", "nets", "buoys", "carts"].map(
			(thing, at) =>
				`The storm broke ${at + 21} ${thing}, which ${"stood along the old quay and ".repeat(20)}were not insured.`,
		),
		"The storm cut power",
	].join("\n\n"),
});

/** A story with enough figures for several pages. */
export const MANY_FIGURES: CorpusFiles = {
	stories: [
		{
			id: "quays",
			storyText: "title: The quays\n",
			files: ["North", "South"].map(name => ({
				file: `${name.toLowerCase()}.md`,
				text: article(
					{ outlet: `${name} Gazette`, title: "Quays", published: "2031-07-01" },
					QUAYS().join("\n\n"),
				),
			})),
		},
	],
	problems: [],
};

function QUAYS(): readonly string[] {
	const goods = ["timber", "salt", "wool", "iron", "grain", "glass", "paper", "coal", "cement"];
	const towns = ["Ellen", "Marr", "Tolk", "Venn"];
	return towns.flatMap((town, row) =>
		goods.map(
			(good, column) =>
				`The ${good} quay of ${town} handled ${(row + 2) * 100 + (column + 1) * 7} tonnes of ${good} in June.`,
		),
	);
}
