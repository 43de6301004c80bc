import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ArticleFields, Change, Notice } from "../../../commands/command.ts";
import { perform } from "../../../commands/perform.ts";
import type { Report } from "../../../src/claims/claim.ts";
import { anchorOf } from "../../../src/claims/corrections.ts";
import type { CorpusFiles } from "../../../src/shell/corpus-store.ts";
import { type House, openHouse } from "../discord/bot-house.ts";
import { CHANGED, ONE_STORY } from "../discord/harbour.ts";
import { newsPage, openPageHost, type PageHost } from "../discord/page-host.ts";

// Extraction begins with a worker, which takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let house: House;
let pages: PageHost;

beforeEach(async () => {
	pages = await openPageHost();
	house = await openHouse(ONE_STORY, {
		allowedHosts: [pages.host],
		keeperServer: null,
		api: "http://127.0.0.1:1/api",
	});
});

afterEach(async () => {
	await house.close();
	await pages.close();
});

const asker = { by: "1", server: null, channel: "7" };

function does(change: Change): Promise<Notice> {
	return house.moderation.carryOut(change, asker, () => undefined);
}

function rename(title: string): Promise<Notice> {
	return does({ kind: "rename story", story: "ellen-storm", title });
}

function undo(number: number): Promise<Notice> {
	return does({ kind: "undo", number });
}

function storyTitle(): string | undefined {
	return house.library.current().stories[0]?.title;
}

function printed(): string {
	const [story] = house.library.current().stories;
	return story?.articles.map(({ article }) => article.body).join() ?? "";
}

function heldOf(outlet: string): readonly string[] {
	const articles = house.library.current().stories[0]?.articles ?? [];
	return articles
		.flatMap(({ article }) => (article.outlet === outlet ? [article.id] : []))
		.toSorted();
}

async function documentAt(path: string): Promise<string> {
	const read = await house.keeper.read("installation", null);
	if (read.kind === "failed") throw new Error(read.reason);
	const kept = read.documents.find(document => document.path === path)?.state;
	return kept?.kind === "text" ? kept.text : "";
}

/** Gives claims of the story other names, one after the other. */
async function renameClaims(...labels: readonly string[]): Promise<void> {
	for (const [at, label] of labels.entries()) {
		const claim = house.library
			.current()
			.stories[0]?.claims.filter(({ kind }) => kind === "figure")[at];
		if (claim === undefined) throw new Error("no claim");
		const correction = { kind: "rename", ...anchorOf(claim), label } as const;
		const corrected = await does({ kind: "correct", story: "ellen-storm", correction });
		expect(corrected.refusal).toBe(false);
	}
}

function labelsGiven(): readonly string[] {
	const list = house.library.current().stories[0]?.corrections.list ?? [];
	return list.flatMap(correction => (correction.kind === "rename" ? [correction.label] : []));
}

function isDear({ printed }: Report): boolean {
	return printed === "$4.2 million";
}

/** What /correct list says of each correction: its new name, its change, and what its button takes back. */
function corrections() {
	const outcome = perform({
		name: "correct list",
		snapshot: house.library.current(),
		values: {},
		channel: null,
		records: house.moderation.records(null),
	});
	if (outcome.kind !== "notice") throw new Error(outcome.kind);
	const { sections, choices } = outcome.notice;
	return (sections[0]?.entries ?? []).map(({ remarks }, at) => [
		remarks[0],
		remarks[1],
		choices[at]?.values["change"],
	]);
}

async function addPage(path: string, paragraphs: readonly string[]): Promise<void> {
	const address = pages.lay(path, newsPage("Quay Times", "A week later", paragraphs));
	const added = await does({
		kind: "add article",
		story: "ellen-storm",
		origin: { kind: "addresses", addresses: [address] },
		fields: {},
		confirmed: true,
	});
	expect(added.title).toBe("Added");
}

const PARAGRAPHS = [
	"A week after the storm shut the port of Ellen, the harbour is at work again, and the ferry to the outer islands sails twice a day as it did before.",
	"The harbour lost 310 crates of fish to the storm, the fishermen's union said on Monday, when its members met in the hall behind the market.",
];

describe("taking back", () => {
	it("names the change that has to be taken back first", async () => {
		await rename("The gale");
		await rename("The great gale");
		const refused = await undo(1);
		expect(refused).toMatchObject({ refusal: true, title: "This cannot be undone yet" });
		expect(refused.text).toContain("Change 2");
		expect(refused.choices).toEqual([
			{ label: "Undo change 2", command: "undo", values: { change: "2" } },
		]);
		expect((await undo(2)).refusal).toBe(false);
		expect((await undo(1)).refusal).toBe(false);
		expect(storyTitle()).toBe("The storm at Ellen");
	});

	it("can itself be taken back", async () => {
		await rename("The gale");
		await undo(1);
		await undo(2);
		expect(storyTitle()).toBe("The gale");
	});

	it("says so where a change is taken back already, and what each taking back did", async () => {
		await rename("The gale");
		await undo(1);
		const refused = await undo(1);
		expect(refused).toMatchObject({ refusal: true, title: "Change 1 is undone already" });
		expect(refused.text).toContain("Change 2 did that (Took back: Renamed the story");
		expect(refused.choices).toMatchObject([{ label: "Undo change 2" }]);
		expect((await undo(2)).text).toContain("Put back: Renamed the story");
		expect((await undo(3)).text).toContain("Took back: Renamed the story");
		const told = house.moderation.records(null).history;
		expect(told.map(({ deed, undoneBy }) => [deed.split(":")[0], undoneBy])).toEqual([
			["Took back", null],
			["Put back", 4],
			["Took back", null],
			["Renamed the story The storm at Ellen, now The gale", 2],
		]);
	});

	it("takes an addition out from among later ones of the same story", async () => {
		const others = PARAGRAPHS.map(text => text.replaceAll("harbour", "tram line"));
		await addPage("/ferry", PARAGRAPHS);
		await addPage("/tram", others);
		const third = PARAGRAPHS.map(text => text.replaceAll("harbour", "sea wall"));
		await addPage("/wall", third);
		expect((await undo(2)).refusal).toBe(false);
		expect((await undo(1)).refusal).toBe(false);
		expect(heldOf("Quay Times")).toEqual(["quay-times-3"]);
		const fetched = await documentAt("ellen-storm/fetched.yaml");
		expect(fetched).toContain("/wall");
		expect(fetched).not.toMatch(/\/ferry|\/tram/);
		expect((await undo(5)).text).toContain("Put back: Added Quay Times");
		expect(heldOf("Quay Times")).toEqual(["quay-times", "quay-times-3"]);
		expect(await documentAt("ellen-storm/fetched.yaml")).toMatch(/\/ferry[\s\S]*\/wall/);
	});

	it("names the later change of the very same article, and not one of another", async () => {
		await addPage("/ferry", PARAGRAPHS);
		await does({
			kind: "edit article",
			story: "ellen-storm",
			article: "quay-times",
			fields: { outlet: "Quay Weekly" },
		});
		await addPage(
			"/tram",
			PARAGRAPHS.map(text => text.replaceAll("harbour", "tram line")),
		);
		const refused = await undo(1);
		expect(refused).toMatchObject({ refusal: true, title: "This cannot be undone yet" });
		expect(refused.text).toContain("Change 2 (Edited");
	});

	it("takes a correction out from among later ones, and they stay in their order", async () => {
		await renameClaims("one", "two", "three");
		expect((await undo(2)).refusal).toBe(false);
		expect(labelsGiven()).toEqual(["one", "three"]);
		expect((await undo(1)).refusal).toBe(false);
		expect(labelsGiven()).toEqual(["three"]);
		expect((await undo(4)).text).toContain("Put back: Renamed");
		expect(labelsGiven()).toEqual(["two", "three"]);
	});

	it("is offered beside each correction that stands", async () => {
		await renameClaims("one", "two", "three");
		await undo(2);
		expect(corrections()).toEqual([
			["now “one”", "change 1", "1"],
			["now “three”", "change 3", "3"],
		]);
		await undo(4);
		expect(corrections().map(([, , number]) => number)).toEqual(["1", "5", "3"]);
		expect((await undo(5)).refusal).toBe(false);
		expect(corrections().map(([, , number]) => number)).toEqual(["1", "3"]);
	});

	it("of a correction refuses nothing for one of the same claim", async () => {
		await renameClaims("one");
		const [claim] =
			house.library.current().stories[0]?.claims.filter(({ label }) => label === "one") ?? [];
		if (claim === undefined) throw new Error("no claim");
		const correction = { kind: "rename", ...anchorOf(claim), label: "another" } as const;
		await does({ kind: "correct", story: "ellen-storm", correction });
		expect((await undo(1)).refusal).toBe(false);
		expect(labelsGiven()).toEqual(["another"]);
	});

	it("keeps the beginning of a story until its articles are gone", async () => {
		await does({ kind: "create story", title: "The mill" });
		const text = "The wheel of the mill weighs 612 kilograms, and has turned for years. ".repeat(4);
		const fields = { outlet: "Mill Post" };
		const origin = { kind: "text", text } as const;
		await does({ kind: "add article", story: "the-mill", origin, fields, confirmed: true });
		const refused = await undo(1);
		expect(refused).toMatchObject({ refusal: true, title: "This cannot be undone yet" });
		expect(refused.text).toContain("The story holds 1 article");
		expect((await undo(2)).refusal).toBe(false);
		expect((await undo(1)).refusal).toBe(false);
		expect((await undo(4)).text).toContain("Put back: Began the story The mill");
	});

	it("refuses what is not on record", async () => {
		expect(await undo(9)).toMatchObject({ refusal: true, title: "No such change" });
	});

	it("brings back the text that the corpus directory had before a refresh", async () => {
		house.lay(CHANGED);
		const read = await does({ kind: "refresh", story: null });
		expect(read.choices.map(({ label }) => label)).toEqual(["Undo change 1"]);
		expect(printed()).toContain("$4.6 million");
		await undo(1);
		expect(printed()).toContain("$4.2 million");
		expect(printed()).not.toContain("$4.6 million");
	});
});

describe("a refresh", () => {
	it("says which corrections no longer apply, and its undoing that they do again", async () => {
		const claim = house.library
			.current()
			.stories[0]?.claims.find(({ reports }) => reports.some(isDear));
		const report = claim?.reports.find(isDear);
		if (claim === undefined || report === undefined) throw new Error("no report");
		const correction = { kind: "misread", ...anchorOf(claim, [report]) } as const;
		await does({ kind: "correct", story: "ellen-storm", correction });
		house.lay(CHANGED);
		const read = await does({ kind: "refresh", story: null });
		expect(read.text).toContain("1 correction no longer applies; see /correct list.");
		expect(read.sections[0]).toMatchObject({
			heading: "Corrections",
			entries: [{ label: "Hidden as misread: $4.2 million (coast-daily)" }],
		});
		expect((await undo(2)).text).toContain("1 correction applies again.");
	});

	it("keeps the text of a page that the outlet took away, and says so", async () => {
		await addPage("/ferry", PARAGRAPHS);
		pages.remove("/ferry");
		const read = await does({ kind: "refresh", story: "The storm at Ellen" });
		expect(read.text).toContain("1 could not be fetched again.");
		expect(JSON.stringify(read.sections)).toMatch(/Quay Times.*taken the page away \(404\)/);
		expect(printed()).toContain("310 crates");
	});

	it("keeps the text of a page that cannot be read any more", async () => {
		await addPage("/ferry", PARAGRAPHS);
		pages.lay("/ferry", "<html><body><p>Moved.</p></body></html>");
		const read = await does({ kind: "refresh", story: null });
		expect(read.text).toContain("1 could not be fetched again.");
		expect(printed()).toContain("310 crates");
	});

	const page = (title: string, day: string) =>
		newsPage("Quay Times", title, PARAGRAPHS).replace("2024-05-05", day);

	const frontMatter = () => {
		const [story] = house.library.current().stories;
		const held = story?.articles.find(({ article }) => article.id === "quay-times")?.article;
		return [held?.title, held?.published];
	};

	it("follows a headline and a date that the page says otherwise, and tells both", async () => {
		await addPage("/ferry", PARAGRAPHS);
		pages.lay("/ferry", page("Ferry to be scrapped", "2024-05-07"));
		const read = await does({ kind: "refresh", story: null });
		expect(read.text).toContain("Articles: 1 changed.");
		expect(read.sections[0]).toMatchObject({
			heading: "Titles and dates",
			entries: [
				{
					label: "Quay Times (ellen-storm/quay-times)",
					remarks: [
						"title: “A week later” became “Ferry to be scrapped”",
						"published: “2024-05-05” became “2024-05-07”",
					],
				},
			],
		});
		expect(frontMatter()).toEqual(["Ferry to be scrapped", "2024-05-07"]);
		expect((await does({ kind: "refresh", story: null })).text).toContain("No article changed.");
		await undo(2);
		expect(frontMatter()).toEqual(["A week later", "2024-05-05"]);
	});

	it("leaves a field that a moderator has edited, and follows the others", async () => {
		await addPage("/ferry", PARAGRAPHS);
		const meant = { story: "ellen-storm", article: "quay-times" };
		await does({ kind: "edit article", ...meant, fields: { title: "The ferry sails" } });
		pages.lay("/ferry", page("Ferry to be scrapped", "2024-05-05"));
		const unread = await does({ kind: "refresh", story: null });
		expect(unread.text).toBe("No article changed. No claim changed.");
		pages.lay("/ferry", page("Ferry to be scrapped", "2024-05-07"));
		await does({ kind: "refresh", story: null });
		expect(frontMatter()).toEqual(["The ferry sails", "2024-05-07"]);
	});

	it("of the same page changes nothing", async () => {
		await addPage("/ferry", PARAGRAPHS);
		const read = await does({ kind: "refresh", story: null });
		expect(read.text).toBe("No article changed. No claim changed.");
		expect(read.choices).toEqual([]);
	});
});

describe("a page that shows another article now", () => {
	const OTHERS = [
		"The island ferry is back in service, said a spokeswoman of the line, who counted 212 passengers on the first day after the storm.",
		"The fishermen's union of Ellen put its loss at 450 crates of fish, and asks the town for a loan until the autumn.",
	];

	const refreshes = async (says: RegExp): Promise<void> => {
		const read = await does({ kind: "refresh", story: null });
		expect(read.text).toContain("1 could not be fetched again.");
		expect(JSON.stringify(read.sections)).toMatch(says);
		expect(printed()).toContain("310 crates");
		expect(printed()).not.toContain("450 crates");
	};

	it.each([
		["another outlet's", "Mole Gazette", OTHERS, /leads to one of|shows another text/],
		["another of the same outlet", "Quay Times", OTHERS, /shows another text/],
	])("%s is not put in its place", async (_whose, outlet, paragraphs, says) => {
		await addPage("/ferry", PARAGRAPHS);
		pages.lay("/other", newsPage(outlet, "The ferry is back", paragraphs));
		pages.lead("/ferry", "/other");
		await refreshes(says);
	});

	it("nor is one that is laid under the very same address", async () => {
		await addPage("/ferry", PARAGRAPHS);
		pages.lay("/ferry", newsPage("Quay Times", "The ferry is back", OTHERS));
		await refreshes(/shows another text/);
	});

	it("nor is one that is held already, however alike", async () => {
		await addPage("/ferry", PARAGRAPHS);
		await addPage("/copy", [...PARAGRAPHS, "The ferry sails at nine."]);
		pages.lead("/copy", "/ferry");
		await refreshes(/leads to another article that is held now \(Quay Times, A week later\)/);
		expect(printed()).toContain("sails at nine");
	});

	it("but an edit of a page that has moved is", async () => {
		await addPage("/ferry", PARAGRAPHS);
		const edited = PARAGRAPHS.map(text => text.replace("310", "320"));
		pages.lay("/ferry-2", newsPage("Quay Times", "A week later", edited));
		pages.lead("/ferry", "/ferry-2");
		await does({ kind: "refresh", story: null });
		expect(printed()).toContain("320 crates");
		const [told] = house.moderation.records(null).history;
		expect(told?.deed).toBe("Fetched anew Quay Times: A week later");
	});
});

describe("a new title of a story", () => {
	it("is told without a word on articles and claims, of which none changed", async () => {
		await rename("Storm at Ellen");
		const renamed = await rename("What a storm!");
		expect(renamed.text).toBe("“Storm at Ellen” is now called “What a storm!”.");
	});

	it("is not one that another story has, served or begun", async () => {
		await does({ kind: "create story", title: "Bridge repairs" });
		const taken = await rename("bridge REPAIRS");
		expect(taken).toMatchObject({ refusal: true, title: "There is such a story" });
		expect(storyTitle()).toBe("The storm at Ellen");
		const again = await does({ kind: "create story", title: "Bridge Repairs" });
		expect(again).toMatchObject({ refusal: true, title: "There is such a story" });
	});
});

describe("a story's name in commands", () => {
	it.each([
		["日本", "story"],
		["../../..", "story-2"],
		["Bridge repairs", "bridge-repairs"],
	])("of %s is %s", async (title, name) => {
		if (name === "story-2") await does({ kind: "create story", title: "東京" });
		const begun = await does({ kind: "create story", title });
		expect(begun.text).toContain(`is called ${name} in commands`);
	});
});

describe("an edit", () => {
	const edit = (fields: ArticleFields) =>
		does({ kind: "edit article", story: "ellen-storm", article: "coast-daily", fields });

	const held = () =>
		house.library.current().stories[0]?.articles.find(({ article }) => article.id === "coast-daily")
			?.article;
	const without = (file: string): CorpusFiles => {
		const [story] = ONE_STORY.stories;
		if (story === undefined) throw new Error("there is no story");
		const files = story.files.filter(known => known.file !== file);
		return { ...ONE_STORY, stories: [{ ...story, files }] };
	};

	it("lies over a file that is followed, and can be taken back", async () => {
		await edit({ title: "The cost" });
		house.lay(CHANGED);
		const read = await does({ kind: "refresh", story: null });
		expect(read.text).toContain("1 changed");
		expect(read.choices.map(({ label }) => label)).toEqual(["Undo change 2"]);
		expect(held()).toMatchObject({ title: "The cost", published: "2031-05-03" });
		expect(printed()).toContain("$4.6 million");
		await edit({ outlet: "Shore Daily" });
		const conflict = await undo(1);
		expect(conflict.text).toContain(
			"Change 3 (Edited Coast Daily: The cost (outlet “Coast Daily” became",
		);
		await undo(3);
		await undo(1);
		expect(held()).toMatchObject({ title: "Ellen counts the cost", outlet: "Coast Daily" });
		expect(printed()).toContain("$4.6 million");
	});

	it("goes with its file, and is there when that comes back", async () => {
		await edit({ title: "The cost" });
		house.lay(without("coast-daily.md"));
		const read = await does({ kind: "refresh", story: null });
		expect(read.text).toContain("1 gone");
		expect(held()).toBeUndefined();
		house.lay(ONE_STORY);
		await does({ kind: "refresh", story: null });
		expect(held()).toMatchObject({ title: "The cost" });
	});

	it("stands with the earlier text where what a refresh found is taken back", async () => {
		await edit({ title: "The cost" });
		house.lay(CHANGED);
		await does({ kind: "refresh", story: null });
		await undo(2);
		expect(printed()).toContain("$4.2 million");
		expect(held()).toMatchObject({ title: "The cost" });
		await undo(3);
		expect(printed()).toContain("$4.6 million");
		expect(held()).toMatchObject({ title: "The cost" });
	});

	it("is removed with its article, and comes back with it", async () => {
		await edit({ title: "The cost" });
		const removing = { kind: "remove article", story: "ellen-storm" } as const;
		await does({ ...removing, article: "coast-daily", forever: false });
		expect(held()).toBeUndefined();
		await undo(2);
		expect(held()).toMatchObject({ title: "The cost" });
		const purged = await does({ ...removing, article: "coast-daily", forever: true });
		expect(purged.text).toContain("Its file in the corpus directory stays");
		expect(held()).toBeUndefined();
		expect(JSON.stringify(house.moderation.records(null).history)).not.toContain("The cost");
	});

	it("takes no day to come, but leaves one that stands", async () => {
		const notice = await edit({ title: "Other", published: "2131-05-03" });
		expect(notice.text).toBe(
			'Published: in the future ("2131-05-03"). Write the day on which it was published, YYYY-MM-DD.',
		);
		expect(house.moderation.records(null).history).toEqual([]);
		expect((await edit({ title: "Other", published: "2031-05-03" })).title).toBe("Edited");
	});

	it("that says what is said already is no change", async () => {
		const notice = await edit({ outlet: "Coast Daily", published: "2031-05-03" });
		expect(notice).toMatchObject({ refusal: true, title: "Nothing was changed" });
		expect(house.moderation.records(null).history).toEqual([]);
		expect((await edit({ outlet: "Shore Daily" })).title).toBe("Edited");
	});

	it.each<readonly [ArticleFields, string]>([
		[{ published: "2021-05-04" }, "date 3 May 2031 became 4 May 2021"],
		[{ published: "" }, "date 3 May 2031 was taken out"],
		[
			{ outlet: "Shore Daily", title: "The cost" },
			"outlet “Coast Daily” became “Shore Daily”; title “Ellen counts the cost” became “The cost”",
		],
	])("of %j is told with what it was before", async (fields, says) => {
		await edit(fields);
		const [told] = house.moderation.records(null).history;
		expect(told?.deed).toBe(`Edited Coast Daily: Ellen counts the cost (${says})`);
	});
});

describe("a page that the story holds already", () => {
	const again = (address: string) =>
		does({
			kind: "add article",
			story: "ellen-storm",
			origin: { kind: "addresses", addresses: [address] },
			fields: {},
			confirmed: true,
		});

	it("is not added twice, until it is removed", async () => {
		await addPage("/ferry", PARAGRAPHS);
		const address = `http://${pages.host}/ferry`;
		pages.lead("/ferry?utm_source=x", "/ferry");
		for (const same of [address, `${address}#top`, `${address}?utm_source=x`]) {
			const refused = await again(same);
			expect(refused.refusal).toBe(true);
			expect(`${refused.title} ${refused.text}`).toContain("as quay-times (Quay Times)");
		}
		expect(house.moderation.records(null).history).toHaveLength(1);
		await does({
			kind: "remove article",
			story: "ellen-storm",
			article: "quay-times",
			forever: false,
		});
		expect((await again(address)).title).toBe("Added");
	});
});

describe("an article for which no story is named", () => {
	const TEXT = "The harbour lost 310 crates of fish to the storm, the union said. ".repeat(4);
	const adding = (text: string, confirmed = false): Promise<Notice> =>
		does({
			kind: "add article",
			story: null,
			origin: { kind: "text", text },
			fields: { outlet: "Quay Times" },
			confirmed,
		});

	it("goes to the only story without a word on that", async () => {
		expect(JSON.stringify(await adding(TEXT))).not.toContain("proposed");
	});

	it("is proposed for the story that was begun last, while that is empty", async () => {
		await does({ kind: "create story", title: "The tram" });
		await does({ kind: "create story", title: "The bridge" });
		const preview = await adding(TEXT);
		expect(preview.text).toBe(
			"Quay Times. No story was named; “The bridge” is proposed, and Change… takes it to another.",
		);
		const why = "proposed: it was begun last, and has no article yet";
		expect(JSON.stringify(preview.sections)).toContain(why);
		const draft = preview.choices[0]?.values["draft"] ?? "";
		const named = await does({ kind: "change draft", draft, story: "The tram", fields: {} });
		expect(JSON.stringify(named)).not.toContain("proposed");
		const added = await adding(TEXT, true);
		expect(added.text).toContain("The story is the-bridge, since none was named.");
		const next = await adding(TEXT.replaceAll("310", "311"));
		expect(next.text).toContain("“The bridge” is proposed");
		expect(JSON.stringify(next.sections)).toContain("share most words");
	});

	it("is proposed for the story of the channel", async () => {
		await does({ kind: "create story", title: "The bridge" });
		await does({ kind: "use story", story: "ellen-storm" });
		const preview = await adding(TEXT);
		expect(preview.text).toContain("“The storm at Ellen” is proposed");
		expect(JSON.stringify(preview.sections)).toContain("this channel is tied to it");
	});
});

describe("several pages at once", () => {
	const adding = (addresses: readonly string[], confirmed: boolean): Promise<Notice> =>
		does({
			kind: "add article",
			story: "ellen-storm",
			origin: { kind: "addresses", addresses },
			fields: {},
			confirmed,
		});
	const pageOf = (path: string, crates: string): string => {
		const paragraphs = PARAGRAPHS.map(text => text.replace("310", crates));
		return pages.lay(path, newsPage("Quay Times", `After ${crates}`, paragraphs));
	};
	const names = () =>
		house.library.current().stories[0]?.articles.map(({ article }) => article.id) ?? [];

	it("of one outlet have names of their own", async () => {
		const shown = await adding([pageOf("/a", "310"), pageOf("/b", "311")], false);
		const all = shown.choices[0]?.values["draft"] ?? "";
		expect((await does({ kind: "keep draft", draft: all })).text).toContain("2 articles.");
		await adding([pageOf("/c", "312"), pageOf("/d", "313")], true);
		expect(
			names()
				.filter(name => name.startsWith("quay"))
				.toSorted(),
		).toEqual(["quay-times", "quay-times-2", "quay-times-3", "quay-times-4"]);
		expect(house.moderation.records(null).history).toHaveLength(2);
	});

	it("that are one page are read once", async () => {
		const address = pageOf("/a", "310");
		pages.lay(
			"/b",
			newsPage("Quay Times", "After 310", PARAGRAPHS).replace(
				"<head>",
				`<head><link rel=canonical href="${address}">`,
			),
		);
		const shown = await adding([address, `http://${pages.host}/b`], false);
		expect(JSON.stringify(shown.sections)).toContain("it leads to the same page as");
		expect(shown.text).toContain("1 article was read, 1 could not be");
	});

	it("that were read twice are added once", async () => {
		const address = pageOf("/a", "310");
		const [first, second] = [await adding([address], false), await adding([address], false)].map(
			({ choices }) => choices[0]?.values["draft"] ?? "",
		);
		expect((await does({ kind: "keep draft", draft: first ?? "" })).refusal).toBe(false);
		const refused = await does({ kind: "keep draft", draft: second ?? "" });
		expect(refused).toMatchObject({ refusal: true, title: "Added meanwhile" });
		expect(refused.text).toContain("as quay-times (Quay Times)");
		expect(refused.choices).toEqual([]);
	});
});

describe("what does not fit", () => {
	it.each<readonly [string, Change, string]>([
		[
			"a day that is none",
			{
				kind: "edit article",
				story: "ellen-storm",
				article: "coast-daily",
				fields: { published: "last week" },
			},
			"not a date",
		],
		[
			"an article that is gone",
			{ kind: "edit article", story: "ellen-storm", article: "gone", fields: {} },
			"Which article?",
		],
		[
			"the removal of an article that is gone",
			{ kind: "remove article", story: "ellen-storm", article: "gone", forever: false },
			"Which article?",
		],
		[
			"a story that is none",
			{ kind: "rename story", story: "tram", title: "The tram" },
			"Which story?",
		],
		[
			"a title that is taken",
			{ kind: "create story", title: "the STORM at ellen" },
			"such a story",
		],
		["a draft that is gone", { kind: "keep draft", draft: "d1" }, "not held any more"],
		["a look at a draft that is gone", { kind: "show draft", draft: "d1" }, "not held any more"],
		[
			"a change to a draft that is gone",
			{ kind: "change draft", draft: "d1", story: null, fields: {} },
			"not held any more",
		],
	])("%s is refused, and nothing is on record", async (_what, change, says) => {
		const notice = await does(change);
		expect(notice.refusal).toBe(true);
		expect(`${notice.title} ${notice.text}`).toContain(says);
		expect(house.moderation.records(null).history).toEqual([]);
	});

	it.each<readonly [string, Change]>([
		["a tie", { kind: "use story", story: "ellen-storm" }],
		["a watch", { kind: "watch", story: "ellen-storm", claim: null }],
		["the end of a watch", { kind: "unwatch", story: "ellen-storm", claim: null }],
	])("%s needs a channel", async (_what, change) => {
		const nowhere = { ...asker, channel: null };
		const notice = await house.moderation.carryOut(change, nowhere, () => undefined);
		expect(notice).toMatchObject({ refusal: true, title: "No channel here" });
	});

	it("a file whose outlet nobody has named cannot be added", async () => {
		const text = "The harbour lost 310 crates of fish to the storm. ".repeat(8);
		const adding = { kind: "add article", story: "ellen-storm", fields: {} } as const;
		const origin = { kind: "text", text } as const;
		const unseen = await does({ ...adding, origin, confirmed: true });
		expect(unseen).toMatchObject({ refusal: true, text: expect.stringContaining("which outlet") });
		const preview = await does({ ...adding, origin, confirmed: false });
		const draft = preview.choices[0]?.values["draft"] ?? "";
		const refused = await does({ kind: "keep draft", draft });
		expect(refused).toMatchObject({ refusal: true, title: "Who published this?" });
		const dated = {
			kind: "change draft",
			draft,
			story: null,
			fields: { title: "Crates" },
		} as const;
		expect((await does(dated)).title).toBe("Who published this?");
		expect(house.moderation.records(null).history).toEqual([]);
		const named = await does({ ...dated, fields: { outlet: "Quay Times" } });
		expect(named).toMatchObject({ title: "Add this article?", text: "Quay Times: Crates" });
		expect((await does({ kind: "keep draft", draft })).title).toBe("Added");
	});

	it.each([
		["nope", null, '"nope" is no web address. Give the address'],
		["/tmp/note.txt", null, "a file goes into --file."],
		["note.txt", "7", 'a file goes into "file".'],
		["printer.local/a", "7", "printer.local is a reserved name. If the host"],
		["http://printer/a", "7", '"printer" is a name without a domain. If the host'],
	])("what is no page's address is said to be none: %s", async (address, channel, says) => {
		const origin = { kind: "addresses", addresses: [address] } as const;
		const adding = { kind: "add article", story: "ellen-storm", fields: {} } as const;
		const change = { ...adding, origin, confirmed: true };
		const by = { ...asker, channel };
		const notice = await house.moderation.carryOut(change, by, () => undefined);
		expect(notice).toMatchObject({ refusal: true, title: `${address} cannot be added` });
		expect(notice.text).toContain(says);
	});

	it.each(["feed", "/tmp/feed.xml"])("nor is a feed's: %s", async address => {
		const adding = { kind: "add feed", story: "ellen-storm", words: [], trusted: false } as const;
		const notice = await does({ ...adding, address });
		expect(notice).toMatchObject({ refusal: true, title: "This feed cannot be read" });
		expect(notice.text).toContain(`"${address}" is no web address; give`);
	});

	it("more addresses than are read at once are told of", async () => {
		const addresses = Array.from({ length: 22 }, (_, at) => `http://10.0.0.${at}/`);
		const notice = await does({
			kind: "add article",
			story: null,
			origin: { kind: "addresses", addresses },
			fields: {},
			confirmed: false,
		});
		expect(notice.refusal).toBe(true);
		expect(notice.sections[0]?.entries).toHaveLength(21);
		expect(notice.sections[0]?.entries.at(-1)?.label).toBe("2 further addresses");
	});

	it("a story that somebody is at work on is left to them", async () => {
		const holder = { what: "refresh", by: "2", since: "2031-01-01T00:00:00.000Z" };
		const lock = await house.keeper.lock("installation", "ellen-storm", holder);
		const refused = await rename("The gale");
		expect(refused).toMatchObject({ refusal: true, title: "This story is being changed" });
		expect(refused.text).toBe(
			'"refresh" is under way, begun by member 2 (1 January 2031, 00:00 UTC); try again when it is done.',
		);
		if (lock.kind === "locked") await lock.release();
		expect((await rename("The gale")).refusal).toBe(false);
	});
});
