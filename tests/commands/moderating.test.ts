import { describe, expect, test } from "vitest";
import type { Change, Form, Notice, Outcome, Values } from "../../commands/command.ts";
import { YES } from "../../commands/options.ts";
import { complete, perform } from "../../commands/perform.ts";
import { type Feed, NO_RECORDS, type Records } from "../../src/records/records.ts";
import { buildSnapshot, type Snapshot } from "../../src/snapshot.ts";
import { bridgeDrafts, snapshotOf } from "../answers/stories.ts";

const bridge = snapshotOf({ "harbor-bridge": bridgeDrafts });
const two = snapshotOf({
	"harbor-bridge": bridgeDrafts,
	"river-ferry": [["Ledger", null, "The river ferry carries 90 cars."]],
});
const [story] = bridge.stories;
if (story === undefined) throw new Error("no story");
const [first, second] = story.articles.map(({ article }) => article);
if (first === undefined || second === undefined) throw new Error("no articles");

const feed: Feed = {
	id: "f1",
	story: "harbor-bridge",
	address: "https://ledger.example/feed.xml",
	words: ["bridge"],
	trusted: false,
	lookedAt: "2031-05-02T09:07:21.000Z",
	problem: null,
	waiting: [
		{
			id: "i1",
			title: "Bridge opens late",
			address: "https://ledger.example/late",
			published: "2031-05-02",
		},
	],
};

interface Known {
	readonly records?: Partial<Records>;
	readonly channel?: string | null;
	readonly snapshot?: Snapshot;
}

function run(name: string, values: Values = {}, known: Known = {}): Outcome {
	const { records = {}, channel = "7", snapshot = bridge } = known;
	return perform({ name, snapshot, values, channel, records: { ...NO_RECORDS, ...records } });
}

function changeOf(outcome: Outcome): Change {
	if (outcome.kind !== "change") throw new Error(`expected a change, got ${outcome.kind}`);
	return outcome.change;
}

function noticeOf(outcome: Outcome): Notice {
	if (outcome.kind !== "notice") throw new Error(`expected a notice, got ${outcome.kind}`);
	return outcome.notice;
}

function formOf(outcome: Outcome): Form {
	if (outcome.kind !== "form") throw new Error(`expected a form, got ${outcome.kind}`);
	return outcome.form;
}

/** What a button of a notice runs. */
function tap(notice: Notice, label: string, known: Known = {}): Outcome {
	const choice = notice.choices.find(each => each.label === label);
	if (choice === undefined) throw new Error(`no button "${label}"`);
	return run(choice.command, choice.values, known);
}

describe("/article add", () => {
	test("takes one address or several", () => {
		const change = changeOf(run("article add", { address: "https://a.example/1  b.example/2" }));
		expect(change).toEqual({
			kind: "add article",
			story: null,
			origin: { kind: "addresses", addresses: ["https://a.example/1", "b.example/2"] },
			fields: {},
			confirmed: false,
		});
	});

	test("takes a file, with what is known of it", () => {
		const file = "https://cdn.discordapp.com/attachments/1/2/a.pdf";
		const values = { file, outlet: "Ledger", story: "harbor-bridge", yes: YES };
		expect(changeOf(run("article add", values))).toEqual({
			kind: "add article",
			story: "harbor-bridge",
			origin: { kind: "file", place: file },
			fields: { outlet: "Ledger" },
			confirmed: true,
		});
	});

	test("takes an address or a file, and drops neither", () => {
		const values = { address: "https://a.example/1", file: "a.pdf" };
		expect(noticeOf(run("article add", values))).toMatchObject({
			refusal: true,
			title: "One at a time",
		});
	});

	test("asks for a text where nothing is given, and keeps its paragraphs", () => {
		const form = formOf(run("article add", { story: "harbor-bridge" }));
		expect(form.fields.map(({ option }) => option)).toEqual([
			"outlet",
			"title",
			"published",
			"story",
			"text",
		]);
		const filled = Object.fromEntries(form.fields.map(({ option, value }) => [option, value]));
		const values = { ...form.values, ...filled, outlet: "Ledger", text: "One.\n\nTwo." };
		expect(changeOf(run(form.command, values))).toMatchObject({
			origin: { kind: "text", text: "One.\n\nTwo." },
			story: "harbor-bridge",
			fields: { outlet: "Ledger" },
		});
	});

	const draft = {
		id: "d1",
		story: "harbor-bridge",
		outlet: "Ledger",
		title: "Late",
		published: null,
		mistyped: null,
	};
	const records = { drafts: [draft] };

	test.each([
		["show", { kind: "show draft", draft: "d1" }],
		["add", { kind: "keep draft", draft: "d1" }],
		["drop", { kind: "drop draft", draft: "d1" }],
	])("of a preview can %s it", (deed, change) => {
		expect(changeOf(run("article add", { draft: "d1", deed }, { records }))).toEqual(change);
	});

	test("of a preview can change what is said of it", () => {
		const form = formOf(run("article add", { draft: "d1", deed: "ask" }, { records }));
		expect(form.fields.map(({ option, value }) => [option, value])).toEqual([
			["outlet", "Ledger"],
			["title", "Late"],
			["published", ""],
			["story", "harbor-bridge"],
		]);
		const values = { ...form.values, outlet: "Ledger & Post", published: "2031-05-02" };
		expect(changeOf(run(form.command, values, { records }))).toEqual({
			kind: "change draft",
			draft: "d1",
			story: null,
			fields: { outlet: "Ledger & Post", published: "2031-05-02" },
		});
	});

	test("of a preview opens the form again with what was typed and could not be taken", () => {
		const values = { outlet: "Ledger & Post", published: "yesterday" };
		const mistyped = { values, reason: "not a date", remedy: "write YYYY-MM-DD" };
		const known = { records: { drafts: [{ ...draft, mistyped }] } };
		const form = formOf(run("article add", { draft: "d1", deed: "ask" }, known));
		expect(form.fields.map(({ value }) => value)).toEqual([
			"Ledger & Post",
			"Late",
			"yesterday",
			"harbor-bridge",
		]);
	});

	test("of a preview that is forgotten says so", () => {
		const notice = noticeOf(run("article add", { draft: "d9", deed: "ask" }, { records }));
		expect(notice).toMatchObject({ refusal: true, title: /not held any more/ });
	});

	test("adds several previews at once", () => {
		const other = { ...draft, id: "d2" };
		const values = { draft: "d1,d2", deed: "add" };
		const outcome = run("article add", values, { records: { drafts: [draft, other] } });
		expect(changeOf(outcome)).toEqual({ kind: "keep draft", draft: "d1,d2" });
	});
});

describe("an article", () => {
	test("is found by its name, its title or its outlet", () => {
		const ways = [first.id, first.title, first.outlet.toUpperCase()];
		for (const article of ways.filter(way => way !== null)) {
			expect(noticeOf(run("article show", { article })).refusal).toBe(false);
		}
	});

	test("that there is not is offered by name", () => {
		const notice = noticeOf(run("article show", { article: "Nobody" }));
		expect(notice).toMatchObject({ refusal: true, title: "Which article?" });
		expect(notice.choices).toHaveLength(story.articles.length);
		expect(tap(notice, notice.choices[0]?.label ?? "")).toMatchObject({ kind: "notice" });
	});

	test("is shown with its front matter and figures, and can be edited and removed from there", () => {
		const notice = noticeOf(run("article show", { article: first.id }));
		const [matter, figures] = notice.sections;
		expect(matter?.entries.map(({ label }) => label)).toContain("Outlet");
		for (const { excerpt } of figures?.entries ?? []) expect(excerpt?.article).toBe(first.id);
		expect(figures?.entries.length).toBeGreaterThan(0);
		expect(tap(notice, "Edit").kind).toBe("form");
		expect(noticeOf(tap(notice, "Remove")).title).toBe("Remove this article?");
	});

	test("is shown with the texts that it had before", () => {
		const until = `---\nuntil: "2031-05-07T08:00:00Z"\noutlet: "${first.outlet}"\n---\nBefore.\n`;
		const files = [...story.input.files, { file: `revisions/${first.id}@1.md`, text: until }];
		const input = { ...story.input, files };
		const snapshot = buildSnapshot({ stories: [input], problems: [], asOf: bridge.asOf }, null);
		const notice = noticeOf(run("article show", { article: first.id }, { snapshot }));
		expect(notice.sections.map(({ heading }) => heading)).toEqual([
			"Front matter",
			"Earlier texts",
			"Figures",
		]);
		expect(notice.sections[1]?.entries).toMatchObject([{ remarks: ["stood until 7 May 2031"] }]);
	});

	test("stands in the list of its story", () => {
		const notice = noticeOf(run("article list"));
		expect(notice.sections[0]?.entries).toHaveLength(story.articles.length);
		expect(notice.choices.map(({ values }) => values["article"])).toContain(first.id);
	});

	test("is edited by a form, or at once by what is given", () => {
		const form = formOf(run("article edit", { article: first.id }));
		expect(form.fields[0]).toMatchObject({ option: "outlet", value: first.outlet });
		const values = { ...form.values, outlet: "Ledger", title: "", published: "" };
		expect(changeOf(run(form.command, values))).toEqual({
			kind: "edit article",
			story: "harbor-bridge",
			article: first.id,
			fields: { outlet: "Ledger", title: "", published: "" },
		});
		const change = changeOf(run("article edit", { article: first.id, title: "Other" }));
		expect(change).toMatchObject({ fields: { title: "Other" } });
	});

	test("is removed after one question, and for good after two", () => {
		const meant = { story: "harbor-bridge", article: first.id };
		const asked = noticeOf(run("article remove", { article: first.id }));
		expect(changeOf(tap(asked, "Remove"))).toEqual({
			kind: "remove article",
			...meant,
			forever: false,
		});
		const again = noticeOf(tap(asked, "Remove for good…"));
		expect(again.text).toContain("cannot be undone");
		expect(changeOf(tap(again, "Yes, remove for good"))).toEqual({
			kind: "remove article",
			...meant,
			forever: true,
		});
	});
});

describe("an article that was removed", () => {
	const records = { removed: [{ story: "harbor-bridge", id: "gone-paper" }] };

	test.each(["gone-paper", "Gone-Paper", "gone-paper (removed)"])(
		"is removed for good by %s, after two questions",
		article => {
			const told = noticeOf(run("article remove", { article }, { records }));
			expect(told).toMatchObject({ title: "Removed already", refusal: false });
			const asked = noticeOf(tap(told, "Remove for good…", { records }));
			expect(asked.text).toContain("“gone-paper”, which was removed");
			expect(changeOf(tap(asked, "Yes, remove for good", { records }))).toEqual({
				kind: "remove article",
				story: "harbor-bridge",
				article: "gone-paper",
				forever: true,
			});
		},
	);

	test("is completed behind those that are held, marked so, and for no other command", () => {
		const call = { snapshot: bridge, values: {}, channel: null };
		const known = { ...NO_RECORDS, ...records };
		const completed = complete({ ...call, name: "article remove", records: known }, "article");
		expect(completed.at(-1)).toBe("gone-paper (removed)");
		expect(completed).toHaveLength(story.articles.length + 1);
		const shown = complete({ ...call, name: "article show", records: known }, "article");
		expect(shown).toHaveLength(story.articles.length);
	});

	test("is not meant by the outlet of one that is held, nor once it is held again", () => {
		const known = (id: string) => ({ records: { removed: [{ story: "harbor-bridge", id }] } });
		const byOutlet = run("article remove", { article: first.outlet }, known(first.outlet));
		expect(noticeOf(byOutlet).title).toBe("Remove this article?");
		const heldAgain = run("article remove", { article: first.id }, known(first.id));
		expect(noticeOf(heldAgain).title).toBe("Remove this article?");
	});
});

describe("a feed", () => {
	const records = { feeds: [feed] };

	test("is added with words that must occur, and asks unless it is trusted", () => {
		const address = "https://ledger.example/feed.xml";
		const values = { address, words: "bridge, cost ,", trusted: "no" };
		expect(changeOf(run("feed add", values))).toEqual({
			kind: "add feed",
			story: "harbor-bridge",
			address,
			words: ["bridge", "cost"],
			trusted: false,
		});
		expect(changeOf(run("feed add", { address, trusted: "yes" }))).toMatchObject({ trusted: true });
	});

	test.each([
		["trusted by a word that is neither yes nor no", { trusted: "maybe" }, "takes yes or no"],
		["of two addresses", { address: "https://a.example/1 b.example/2" }, "Several addresses"],
	])("%s is refused", (_what, values, says) => {
		const refused = noticeOf(run("feed add", { address: "https://a.example/1", ...values }));
		expect(refused.refusal).toBe(true);
		expect(refused.text).toContain(says);
	});

	test("is listed with what waits, to be added or dismissed", () => {
		const notice = noticeOf(run("feed list", {}, { records }));
		expect(notice.text).toBe("1 feed, 1 page waits.");
		expect(changeOf(tap(notice, "Add: Bridge opens late", { records }))).toMatchObject({
			origin: { addresses: ["https://ledger.example/late"] },
			story: "harbor-bridge",
		});
		expect(changeOf(tap(notice, "Dismiss: Bridge opens late", { records }))).toEqual({
			kind: "dismiss item",
			story: "harbor-bridge",
			feed: "f1",
			item: "i1",
			title: "Bridge opens late",
		});
	});

	test("of another story is not listed", () => {
		const known = { records, snapshot: two };
		const notice = noticeOf(run("feed list", { story: "river-ferry" }, known));
		expect(notice.sections).toEqual([]);
	});

	test("is removed after a question", () => {
		const asked = noticeOf(run("feed remove", { feed: feed.address }, { records }));
		expect(asked.text).toContain("1 page that waited");
		expect(changeOf(tap(asked, "Remove", { records }))).toEqual({
			kind: "remove feed",
			story: "harbor-bridge",
			feed: "f1",
		});
	});

	test("or a page that there is not is refused", () => {
		expect(noticeOf(run("feed remove", { feed: "f9" }, { records })).choices).toHaveLength(1);
		expect(noticeOf(run("feed remove", { feed: "f9" })).text).toBe("This story has no feed.");
		const values = { feed: "f1", item: "i9" };
		expect(noticeOf(run("feed dismiss", values, { records })).refusal).toBe(true);
	});
});

describe("the record of changes", () => {
	const change = {
		number: 2,
		at: "2031-05-02T08:00:00.000Z",
		by: "41",
		story: "harbor-bridge",
		deed: "Added Ledger: Late",
		undoes: null,
		undoneBy: null,
		isFinal: false,
		begins: false,
		corrections: [],
	};
	const undoing = { ...change, number: 3, by: "terminal", story: null, undoes: 2 };
	const records = { history: [undoing, { ...change, undoneBy: 3 }] };

	test("tells who did what, newest first, and offers to undo the newest", () => {
		const notice = noticeOf(run("history", {}, { records }));
		expect(notice.sections[0]?.entries).toMatchObject([
			{
				label: "3. Added Ledger: Late",
				remarks: ["08:00 UTC", "in the terminal", "takes back change 2"],
			},
			{
				label: "2. Added Ledger: Late",
				remarks: ["08:00 UTC", "by member 41", "story harbor-bridge", "taken back by change 3"],
			},
		]);
		expect(noticeOf(tap(notice, "Undo the newest…", { records })).title).toBe("Undo change 3?");
	});

	test("can be asked of one story", () => {
		const notice = noticeOf(run("history", { story: "harbor-bridge" }, { records }));
		expect(notice.sections[0]?.entries).toHaveLength(1);
	});

	test("is empty at first", () => {
		expect(noticeOf(run("history")).title).toBe("Nothing was changed");
		expect(noticeOf(run("undo")).title).toBe("Nothing to undo");
	});

	test("is undone by number, after a question", () => {
		const asked = noticeOf(run("undo", { change: "#3" }, { records }));
		expect(changeOf(tap(asked, "Undo it", { records }))).toEqual({ kind: "undo", number: 3 });
		expect(noticeOf(run("undo", { change: "9" }, { records })).refusal).toBe(true);
	});

	test("is not undone twice", () => {
		const refused = noticeOf(run("undo", { change: "2" }, { records }));
		expect(refused).toMatchObject({ refusal: true, title: "Change 2 is undone already" });
		expect(noticeOf(tap(refused, "Undo change 3…", { records })).title).toBe("Undo change 3?");
		const both = {
			records: {
				history: [
					{ ...undoing, undoneBy: 4 },
					{ ...change, undoneBy: 3 },
				],
			},
		};
		expect(noticeOf(run("undo", {}, both)).title).toBe("Nothing to undo");
	});

	test("keeps the beginning of a story that has articles, and says so", () => {
		const began = { ...change, deed: "Began the story Bridge", begins: true };
		const known = { records: { history: [began] } };
		expect(noticeOf(run("undo", { change: "2" }, known))).toMatchObject({
			refusal: true,
			title: "This cannot be undone yet",
			text: expect.stringContaining("The story holds"),
			choices: [],
		});
		expect(noticeOf(run("undo", {}, known)).title).toBe("Nothing to undo");
		expect(noticeOf(run("history", {}, known)).choices).toEqual([]);
		const other = { records: { history: [{ ...began, story: "mill" }] } };
		expect(noticeOf(run("undo", {}, other)).title).toBe("Undo change 2?");
	});

	test("is not undone where a text was removed for good", () => {
		const final = { ...change, number: 4, deed: "Removed for good Ledger: Late", isFinal: true };
		const known = { records: { history: [final, change] } };
		const told = noticeOf(run("history", {}, known));
		expect(told.sections[0]?.entries[0]?.remarks).toContain("cannot be undone");
		expect(noticeOf(tap(told, "Undo the newest…", known)).title).toBe("Undo change 2?");
		expect(noticeOf(run("undo", {}, known)).title).toBe("Undo change 2?");
		expect(noticeOf(run("undo", { change: "4" }, known)).title).toBe("This cannot be undone");
	});
});

describe("corrections", () => {
	const claim = story.claims.find(({ reports }) => reports.length > 1);
	if (claim === undefined) throw new Error("no claim of two reports");
	const other = story.claims.find(({ kind, id }) => kind === claim.kind && id !== claim.id);
	if (other === undefined) throw new Error("no other claim");

	test.each([
		["correct misread", "misread"],
		["correct split", "split"],
	])("/%s offers the claim's reports", (name, kind) => {
		const notice = noticeOf(run(name, { claim: claim.id }));
		expect(notice.choices).toHaveLength(claim.reports.length);
		const [report] = claim.reports;
		const change = changeOf(tap(notice, `${report?.outlet}: ${report?.printed}`));
		expect(change).toMatchObject({
			kind: "correct",
			story: "harbor-bridge",
			correction: { kind, of: claim.kind, reports: [{ printed: report?.printed }] },
		});
	});

	test("join two claims of a kind", () => {
		const change = changeOf(run("correct merge", { claim: claim.id, into: other.id }));
		expect(change).toMatchObject({ correction: { kind: "merge" } });
		const same = noticeOf(run("correct merge", { claim: claim.id, into: claim.id }));
		expect(same.refusal).toBe(true);
	});

	test("rename", () => {
		const change = changeOf(run("correct rename", { claim: claim.id, label: "bridge bill" }));
		expect(change).toMatchObject({ correction: { kind: "rename", label: "bridge bill" } });
		const taken = run("correct rename", { claim: claim.id, label: other.label.toUpperCase() });
		expect(noticeOf(taken)).toMatchObject({ refusal: true, title: "There is such a claim" });
		const same = run("correct rename", { claim: claim.id, label: claim.label });
		expect(noticeOf(same)).toMatchObject({ refusal: true, title: "It is called so" });
	});

	test("are listed with what members say looks wrong", () => {
		expect(noticeOf(run("correct list")).text).toContain("Nothing was corrected");
		const flags = [{ story: "harbor-bridge", claim: claim.id, times: 2 }];
		const notice = noticeOf(run("correct list", {}, { records: { flags } }));
		expect(notice.sections[0]?.entries[0]).toMatchObject({ remarks: ["said 2 times"] });
		expect(noticeOf(tap(notice, claim.label, { records: { flags } })).title).toBe(
			"Which report was misread?",
		);
	});

	test("of several stories tell which has something to look at", () => {
		const flags = [{ story: "harbor-bridge", claim: claim.id, times: 2 }];
		const known = { records: { flags }, snapshot: two };
		const asked = noticeOf(run("correct list", {}, known));
		expect(asked).toMatchObject({ refusal: true, title: "Which story?" });
		expect(asked.sections.flatMap(({ entries }) => entries)).toMatchObject([
			{ label: "Harbor bridge", remarks: ["1 claim that members say looks wrong"] },
		]);
		expect(asked.choices).toHaveLength(2);
		expect(noticeOf(run("article list", {}, known)).sections).toEqual([]);
	});

	test("a member's doubt is told after a question", () => {
		const asked = noticeOf(run("flag", { claim: claim.id }));
		expect(changeOf(tap(asked, "Tell the moderators"))).toEqual({
			kind: "flag",
			story: "harbor-bridge",
			claim: claim.id,
		});
	});

	test("a claim that is not one alone is asked for", () => {
		const notice = noticeOf(run("correct misread", { claim: "nothing of the kind" }));
		expect(notice).toMatchObject({ refusal: true, title: "Which claim?" });
	});
});

describe("stories and channels", () => {
	const name = (length: number) => "bridge".repeat(60).slice(0, length);
	const [claim] = story.claims.map(({ id }) => id);

	test.each<readonly [string, string, Values, number]>([
		["a new story's title", "story create", { title: name(101) }, 100],
		["a story's other title", "story rename", { title: name(101) }, 100],
		["a claim's label", "correct rename", { claim: claim ?? "", label: name(101) }, 100],
		["an article's title", "article edit", { article: first.id, title: name(301) }, 300],
		["an article's outlet", "article edit", { article: first.id, outlet: name(301) }, 300],
		["the title of one to add", "article add", { address: "a.example", title: name(301) }, 300],
	])("%s is not longer than lists can show", (_what, command, values, most) => {
		const refused = noticeOf(run(command, values));
		expect(refused).toMatchObject({ refusal: true, title: "Too long" });
		expect(refused.text).toContain(`${most} can be read. Make it shorter.`);
		const [longest = ""] = Object.keys(values).toSorted(
			(a, b) => (values[b]?.length ?? 0) - (values[a]?.length ?? 0),
		);
		const shorter = { ...values, [longest]: values[longest]?.slice(0, most) ?? "" };
		expect(run(command, shorter).kind).toBe("change");
	});

	test("a story is begun and renamed", () => {
		expect(changeOf(run("story create", { title: "Bridge repairs" }))).toEqual({
			kind: "create story",
			title: "Bridge repairs",
		});
		expect(changeOf(run("story rename", { title: "The bridge" }))).toEqual({
			kind: "rename story",
			story: "harbor-bridge",
			title: "The bridge",
		});
	});

	test("a channel is tied to a story by its name, or to none", () => {
		const change = changeOf(run("story use", { story: "HARBOR-BRIDGE" }));
		expect(change).toEqual({ kind: "use story", story: "harbor-bridge" });
		expect(changeOf(run("story use"))).toEqual({ kind: "use story", story: null });
		expect(noticeOf(run("story use", { story: "x" })).refusal).toBe(true);
		expect(noticeOf(run("story use", {}, { channel: null })).refusal).toBe(true);
	});

	test("a channel watches a claim or a story, and stops", () => {
		const [claim] = story.claims;
		if (claim === undefined) throw new Error("no claim");
		const watched = changeOf(run("watch claim", { claim: claim.id }));
		expect(watched).toEqual({ kind: "watch", story: "harbor-bridge", claim: claim.id });
		expect(changeOf(run("watch story"))).toMatchObject({ kind: "watch", claim: null });
		expect(noticeOf(run("watch list")).title).toBe("Nothing is watched");
		const watches = [
			{ channel: "7", story: "harbor-bridge", claim: claim.id },
			{ channel: "7", story: "harbor-bridge", claim: null },
			{ channel: "8", story: "harbor-bridge", claim: null },
		];
		const known = { records: { watches } };
		const notice = noticeOf(run("watch list", {}, known));
		expect(notice.choices).toHaveLength(2);
		const stops = notice.choices.map(({ label }) => changeOf(tap(notice, label, known)));
		expect(stops).toEqual([
			{ kind: "unwatch", story: "harbor-bridge", claim: claim.id },
			{ kind: "unwatch", story: "harbor-bridge", claim: null },
		]);
	});

	test.each(["watch claim", "watch story", "watch list"])("/%s needs a channel", name => {
		const values = name === "watch claim" ? { claim: "x" } : {};
		expect(noticeOf(run(name, values, { channel: null })).refusal).toBe(true);
	});
});

describe("stories that are read-only here", () => {
	const readOnly = ["harbor-bridge", "river-ferry"];

	test("are not offered to what would change them", () => {
		const known = { snapshot: two, records: { readOnly: readOnly.slice(0, 1) } };
		const asked = noticeOf(run("story rename", { title: "The bridge" }, known));
		expect(asked.choices.map(({ values }) => values["story"])).toEqual(["river-ferry"]);
		const shown = noticeOf(run("article list", {}, known));
		expect(shown.choices).toHaveLength(2);
	});

	test("are said to be so at once where there is no other", () => {
		const records = { readOnly };
		const refused = noticeOf(
			run("story rename", { title: "The bridge" }, { snapshot: two, records }),
		);
		expect(refused).toMatchObject({ refusal: true, title: "This story is read-only here" });
		expect(refused.text).toMatch(/^Every story here comes with the installation\./u);
	});

	test("offer no correction of what members say looks wrong", () => {
		const [claim] = story.claims;
		if (claim === undefined) throw new Error("no claim");
		const flags = [{ story: story.id, claim: claim.id, times: 1 }];
		const labels = (records: Partial<Records>) =>
			noticeOf(run("correct list", {}, { records })).choices.map(({ command }) => command);
		expect(labels({ flags })).toEqual(["correct misread", "correct dismiss"]);
		expect(labels({ flags, readOnly })).toEqual(["correct dismiss"]);
	});
});
