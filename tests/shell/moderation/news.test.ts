import { describe, expect, it } from "vitest";
import type { Watch } from "../../../src/records/records.ts";
import { joinedByWords, newsOf } from "../../../src/shell/moderation/news.ts";
import { noticeOfNews } from "../../../src/shell/moderation/news-notice.ts";
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
	return told(after, watches).flatMap(({ news }) =>
		news.map(({ sayings, turn }) => [...sayings.map(({ text }) => text), turn].join(" ").trim()),
	);
}

describe("newsOf", () => {
	it("tells of a changed figure, with the one before, and that outlets differ", () => {
		expect(
			leads({ ...BEFORE, Courier: BEFORE["Courier"]?.replace("12", "15") ?? "" }, wholeStory),
		).toEqual(["Courier now prints “$15 million”; before, “$12 million”. The outlets now differ."]);
	});

	it("tells of an outlet that was silent and speaks", () => {
		const beacon = `The canal was in the council's papers all along. ${cost("12")}`;
		expect(leads({ ...BEFORE, Beacon: beacon }, watchOf("$12 million"))).toEqual([
			"Beacon now prints “$12 million”.",
		]);
	});

	it("tells of what is printed for the first time to who watches the story", () => {
		const ledger = `${cost("12")} The canal will have 14 locks.`;
		expect(leads({ ...BEFORE, Ledger: ledger }, wholeStory)).toEqual(["Ledger prints “14”."]);
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

	it("tells of no turn that no outlet's words brought", () => {
		const [before, now] = [BEFORE, { ...BEFORE, Courier: cost("15") }].map(texts =>
			snapshotOf(texts),
		);
		if (before === undefined || now === undefined) throw new Error("no snapshots");
		const diff = compareSnapshots(before, now);
		expect(diff.claims.changed).not.toEqual([]);
		expect(diff.turns).not.toEqual([]);
		const articles = { new: [], changed: [], gone: [] };
		const corrected = { before, after: now, diff: { ...diff, articles } };
		expect(newsOf(corrected, [wholeStory, watchOf("9 kilometers")])).toEqual([]);
	});

	it("tells nothing of the same figure in other words", () => {
		const ledger = "The bill: digging the new canal will cost $12 million, all told.";
		expect(leads({ ...BEFORE, Ledger: ledger }, watchOf("$12 million"))).toEqual([]);
	});

	it("tells a channel once that watches a claim and its story, and each channel", () => {
		const after = { ...BEFORE, Ledger: cost("15") };
		const other = { ...wholeStory, channel: "8" };
		const news = told(after, [wholeStory, watchOf("$12 million"), other]);
		expect(news.map(({ channel, news }) => [channel, news.length])).toEqual([
			["7", 1],
			["8", 1],
		]);
	});

	it("tells figures before the words around them", () => {
		const beacon = `The canal was in the council's papers all along. ${cost("12")} “It must be dug,” said Mayor Ida Holm.`;
		const [channel] = told({ ...BEFORE, Beacon: beacon }, [wholeStory]);
		expect(channel?.news[0]?.kind).toBe("figure");
	});
});

const ALL = () => true;

describe("what is told at once", () => {
	function noticeAfter(after: Texts, fits: () => boolean = ALL) {
		const [channel] = told(after, [wholeStory]);
		return noticeOfNews(channel?.news ?? [], fits);
	}

	it("a sentence that changed is one thing, however many claims rest on it", () => {
		const before = "The ferry company carried 410 passengers and 36 cars to Holm on Sunday.";
		const after = "The ferry company carried 440 passengers and 39 cars to Holm on Sunday.";
		const texts = (body: string) => ({ Ledger: body, Courier: before });
		const old = snapshotOf(texts(before));
		const now = snapshotOf(texts(after), old);
		const diff = compareSnapshots(old, now);
		const [channel] = newsOf({ before: old, after: now, diff }, [wholeStory]);
		const news = channel?.news ?? [];
		expect(news.length).toBeGreaterThan(1);
		expect(joinedByWords(news)).toHaveLength(1);
		const [section, ...others] = noticeOfNews(news, ALL).sections;
		expect(others).toEqual([]);
		const excerpts = section?.entries.filter(({ excerpt }) => excerpt?.text === after) ?? [];
		expect(excerpts).toHaveLength(1);
		expect(excerpts[0]?.remarks.join("\n")).toMatch(/“410.*\n.*“36|“36.*\n.*“410/su);
	});

	it("a changed figure stands above the sentence, and beside it what the others print", () => {
		const notice = noticeAfter({ ...BEFORE, Ledger: cost("15") });
		expect(notice.title).toBe("New in Canal");
		expect(notice.text).toBe(
			"Ledger now prints “$15 million”; before, “$12 million”. The outlets now differ.",
		);
		const [section] = notice.sections;
		const shown = section?.entries.map(({ label, excerpt }) => [label, excerpt?.text ?? null]);
		expect(shown).toEqual([
			["Ledger", cost("15")],
			["Courier", cost("12")],
			["The outlets now differ.", null],
		]);
		expect(notice.choices.map(({ command }) => command)).toEqual(["claim", "flag"]);
	});

	const goods = ["barges", "locks", "bridges", "tugs", "cranes", "quays", "lamps"];
	const many = goods.map((good, at) => `The canal has ${at + 21} ${good}.`).join("\n\n");
	const crowded = { ...BEFORE, Ledger: `${cost("15")}\n\n${many}` };

	it("is five things at most, with how many more there are", () => {
		const { sections, text } = noticeAfter(crowded);
		expect(sections.map(({ heading }) => heading)).toHaveLength(6);
		expect(sections.at(-1)?.heading).toBe("And 3 more");
		expect(text).toContain("And 7 other things are new.");
	});

	it("is as much as fits, and never nothing", () => {
		const { sections } = noticeAfter(crowded, () => false);
		expect(sections.map(({ heading }) => heading).slice(1)).toEqual(["And 7 more"]);
	});
});
