import { readCorpus } from "../../src/shell/corpus-store.ts";
import { buildSnapshot, type Snapshot, type Story } from "../../src/snapshot.ts";

/** An article of a test: its outlet, the day of its publication, its text. */
export type Draft = readonly [outlet: string, published: string | null, body: string];

const AS_OF = "2031-06-01T08:00:00Z";

function fileOf([outlet, published, body]: Draft, index: number) {
	const dated = published === null ? "" : `published: "${published}"\n`;
	const text = `---\noutlet: "${outlet}"\n${dated}---\n${body}\n`;
	return { file: `${index + 1}-${outlet.toLowerCase().replace(/[^a-z]+/g, "-")}.md`, text };
}

/** A snapshot of invented stories, each by its id and articles. */
export function snapshotOf(stories: Readonly<Record<string, readonly Draft[]>>): Snapshot {
	const inputs = Object.entries(stories).map(([id, drafts]) => ({
		id,
		storyText: null,
		files: drafts.map(fileOf),
	}));
	return buildSnapshot({ stories: inputs, problems: [], asOf: AS_OF }, null);
}

function onlyStory({ stories }: Snapshot): Story {
	const [story] = stories;
	if (story === undefined) throw new Error("the snapshot holds no story");
	return story;
}

/** One invented story. */
export function storyOf(...drafts: readonly Draft[]): Story {
	return onlyStory(snapshotOf({ story: drafts }));
}

/** A snapshot of the corpus that comes with the project. */
export const seedSnapshot: Snapshot = buildSnapshot(
	{ ...(await readCorpus("corpus")), asOf: AS_OF },
	null,
);

/** The story that comes with the project. */
export const seedStory: Story = onlyStory(seedSnapshot);

/** A bridge as four papers tell of it, who agree, differ, credit, quote and leave out. */
export const bridgeDrafts: readonly Draft[] = [
	[
		"Harbor Herald",
		"2031-05-06",
		`The new harbor bridge will cost $480 million, according to Acme Consulting.

City engineer Mara Ellison said on Monday that construction would take four years. "We will not cut corners on a bridge that thousands cross," Ellison said.

Ferry traffic fell by 12 percent in April. The bridge will be 2.4 kilometers long.

Analysts surveyed by Delta Poll had expected a cost of $350 million.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`Building the new harbor bridge costs $480 million, Acme Consulting estimates. Construction of the bridge will take six years, the Coast Echo has learned.

"We shall not cut corners on a bridge that thousands cross," city engineer Mara Ellison said.

Fishermen fear that the piers of the bridge will close the eastern channel.`,
	],
	[
		"Daily Lantern",
		"2031-05-07",
		`The harbor bridge is to cost more than $450 million in 2034 prices, the Lantern understands. Opponents gathered 9,300 signatures against the bridge.

The mayor, Tobias Renn, said the ferry company would lose 140 jobs.`,
	],
	[
		"Wired Bay",
		null,
		`A bridge across the harbor was first proposed in 1988. Mayor Tobias Renn called the bridge "a promise kept to the eastern shore".`,
	],
];

export const bridgeStory: Story = storyOf(...bridgeDrafts);
