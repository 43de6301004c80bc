import { describe, expect, it } from "vitest";
import type { Watch } from "../../../src/records/records.ts";
import { newsOf } from "../../../src/shell/moderation/news.ts";
import { buildSnapshot, type Snapshot } from "../../../src/snapshot.ts";
import { compareSnapshots } from "../../../src/snapshot-diff.ts";

type Texts = Readonly<Record<string, string>>;

/** The canal, as papers tell of it, by their names. */
function snapshotOf(texts: Texts, previous: Snapshot | null = null): Snapshot {
	const files = Object.entries(texts).map(([outlet, body]) => ({
		file: `${outlet.toLowerCase()}.md`,
		text: `---\noutlet: "${outlet}"\n---\n${body}\n`,
	}));
	const stories = [{ id: "canal", storyText: null, files }];
	return buildSnapshot({ stories, problems: [], asOf: "2031-06-01T08:00:00Z" }, previous);
}

const cost = (millions: string) => `Digging the new canal will cost $${millions} million.`;

const BEFORE: Texts = {
	Ledger: cost("12"),
	Courier: `${cost("12")} The canal is 9 kilometers long.`,
	Beacon: "The canal was in the council's papers all along.",
};

function labelledClaim(snapshot: Snapshot, printed: string) {
	const claim = snapshot.stories[0]?.claims.find(({ reports }) =>
		reports.some(report => report.printed.includes(printed)),
	);
	if (claim === undefined) throw new Error(`nobody prints ${printed}`);
	return claim;
}

function told(after: Texts, watches: readonly Watch[]) {
	const before = snapshotOf(BEFORE);
	const now = snapshotOf(after, before);
	const diff = compareSnapshots(before, now);
	return newsOf({ before, after: now, diff }, watches);
}

const wholeStory: Watch = { channel: "7", story: "canal", claim: null };

function watchOf(printed: string): Watch {
	return { channel: "7", story: "canal", claim: labelledClaim(snapshotOf(BEFORE), printed).id };
}

function leads(after: Texts, ...watches: readonly Watch[]) {
	return told(after, watches).flatMap(({ news }) => news.map(({ lead }) => lead));
}

describe("newsOf", () => {
	it("tells of a changed figure, with the one before, and that outlets differ", () => {
		expect(
			leads({ ...BEFORE, Courier: BEFORE["Courier"]?.replace("12", "15") ?? "" }, wholeStory),
		).toEqual([
			"New in this claim: Courier now prints “$15 million”; before, “$12 million”. The outlets now differ.",
		]);
	});

	it("tells of an outlet that was silent and speaks", () => {
		const beacon = `The canal was in the council's papers all along. ${cost("12")}`;
		expect(leads({ ...BEFORE, Beacon: beacon }, watchOf("$12 million"))).toEqual([
			"New in this claim: Beacon now prints “$12 million”.",
		]);
	});

	it("tells of what is printed for the first time to who watches the story", () => {
		const ledger = `${cost("12")} The canal will have 14 locks.`;
		expect(leads({ ...BEFORE, Ledger: ledger }, wholeStory)).toEqual([
			"New in this story: Ledger prints “14”.",
		]);
		expect(leads({ ...BEFORE, Ledger: ledger }, watchOf("$12 million"))).toEqual([]);
	});

	it("tells that nobody prints a claim any more to who watches it", () => {
		const courier = cost("12");
		expect(leads({ ...BEFORE, Courier: courier }, watchOf("9 kilometers"))).toEqual([
			"No article held prints this any more.",
		]);
		expect(leads({ ...BEFORE, Courier: courier }, wholeStory)).toEqual([]);
	});

	it.each([
		["another claim", "9 kilometers", {}],
		["another story", "$12 million", { story: "tram" }],
	])("tells nothing to who watches %s", (_what, printed, other) => {
		const after = { ...BEFORE, Ledger: cost("15") };
		expect(told(after, [{ ...watchOf(printed), ...other }])).toEqual([]);
	});

	it("tells nothing of the same figure in other words", () => {
		const ledger = "The bill: digging the new canal will cost $12 million, all told.";
		expect(leads({ ...BEFORE, Ledger: ledger }, watchOf("$12 million"))).toEqual([]);
	});

	it("tells a channel once that watches a claim and its story, and each channel", () => {
		const after = { ...BEFORE, Ledger: cost("15") };
		const other = { ...wholeStory, channel: "8" };
		const news = told(after, [wholeStory, watchOf("$12 million"), other]);
		expect(news.map(({ channel, news, more }) => [channel, news.length, more])).toEqual([
			["7", 1, 0],
			["8", 1, 0],
		]);
	});

	it("tells five things at most, and how many more there are", () => {
		const goods = ["barges", "locks", "bridges", "tugs", "cranes", "quays", "lamps"];
		const ledger = goods.map((good, at) => `The canal has ${at + 21} ${good}.`).join("\n\n");
		const [channel] = told({ ...BEFORE, Ledger: `${cost("12")}\n\n${ledger}` }, [wholeStory]);
		expect(channel?.news).toHaveLength(5);
		expect(channel?.more).toBeGreaterThan(0);
	});
});
