import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deskOf, labelsOf } from "./desk.ts";
import { CHANGED, ONE_STORY } from "./harbour.ts";
import { newsPage, openPageHost, type PageHost } from "./page-host.ts";
import { expectNoRefusals, isEphemeral, openStage, type Stage, textOf } from "./stage.ts";

let stage: Stage;
let pages: PageHost;

beforeEach(async () => {
	pages = await openPageHost();
	stage = await openStage(ONE_STORY, { allowedHosts: [pages.host] });
});

afterEach(async () => {
	expectNoRefusals(stage);
	expect(stage.logged().join()).not.toContain("a reply failed");
	await stage.close();
	await pages.close();
});

function ferryPage(crates: string): string {
	return newsPage("Quay Times", "The storm at Ellen, a week later", [
		"A week after the storm shut the port of Ellen, the harbour is at work again, and the ferry to the outer islands sails twice a day as it did before.",
		`The harbour lost ${crates} crates of fish to the storm, the fishermen's union said on Monday, when its members met in the hall behind the market.`,
		"Repairs to the north pier will cost $4.2 million, the Ellen Port Authority said, and the town council is to vote on the money before the summer.",
		"The mayor thanked the crews of the tugs, who worked through the night to bring the last of the ships behind the breakwater before the wind turned.",
	]);
}

const FERRY = "Quay Times: The storm at Ellen, a week later";
const QUESTION = { question: "How many crates of fish did the harbour lose?" };

describe("a page's way through the coverage", () => {
	it("is added, asked about, fetched again when it was edited, and taken back", async () => {
		const desk = deskOf(stage);
		const member = deskOf(stage, { as: "member" });
		const address = pages.lay("/ferry", ferryPage("310"));

		const preview = await desk.run("article add", { address }, "Add this article?");
		expect(isEphemeral(preview)).toBe(true);
		expect(textOf(preview)).toContain(FERRY);
		expect(textOf(preview)).toContain("310 crates");
		expect(labelsOf(preview)).toEqual(["Add", "Change…", "Cancel"]);
		expect(textOf(await member.run("ask", QUESTION, "coverage"))).not.toContain("310 crates");

		const added = await desk.press(preview, "Add", "Articles: 1 new");
		expect(added.id).toBe(preview.id);
		expect(labelsOf(added)).toEqual(["Undo change 1"]);
		expect(textOf(await member.run("ask", QUESTION, "310 crates"))).toContain("Quay Times");

		pages.lay("/ferry", ferryPage("450"));
		const report = await desk.run("refresh", {}, "Corpus read again");
		expect(textOf(report)).toContain("Quay Times");
		expect(textOf(report)).toContain("1 changed");
		const edited = await member.run("ask", QUESTION, "450 crates");
		expect(textOf(edited)).not.toContain("310 crates");

		const asked = await desk.run("undo", {}, "Undo change 2?");
		await desk.press(asked, "Undo it", "Change 2 is undone");
		expect(textOf(await member.run("ask", QUESTION, "310 crates"))).not.toContain("450 crates");
	});
});

describe("a refresh that cannot fetch a page", () => {
	it("says which and why before what else changed", async () => {
		const desk = deskOf(stage);
		const address = pages.lay("/ferry", ferryPage("310"));
		await desk.press(
			await desk.run("article add", { address }, "Add this article?"),
			"Add",
			"Articles: 1 new",
		);
		pages.lay("/ferry", "");
		stage.lay(CHANGED);
		const report = textOf(await desk.run("refresh", {}, "Corpus read again"));
		expect(report).toContain("1 could not be fetched again.");
		expect(report).toMatch(/### Could not be read\n[\s\S]*page is empty[\s\S]*### Articles\n/);
	});
});

describe("a preview", () => {
	it("can be changed in a form, and then says so", async () => {
		const desk = deskOf(stage);
		const address = pages.lay("/ferry", ferryPage("310"));
		const preview = await desk.run("article add", { address }, "Add this article?");
		const changed = await desk.fill(
			{ message: preview, label: "Change…" },
			{ outlet: "Quay & Tide Times", published: "2024-05-06" },
			"Quay & Tide Times",
		);
		expect(changed.id).toBe(preview.id);
		expect(textOf(changed)).toContain("6 May 2024");
		await desk.press(changed, "Add", "Articles: 1 new");
		const list = await desk.run("article list", {}, "4 articles");
		expect(textOf(list)).toContain("Quay & Tide Times");
	});

	it.each([
		["a day that is none", { published: "yesterday" }, 'Published: not a date ("yesterday")'],
		["a day of no calendar", { published: "2031-02-31" }, "no such day or time"],
		["a day to come", { published: "2131-02-28" }, 'Published: in the future ("2131-02-28")'],
		["a story that is none", { story: "nope" }, 'There is no story "nope"; see /stories.'],
	])("keeps what it shows and what was typed beside %s", async (_what, slip, why) => {
		const desk = deskOf(stage);
		const address = pages.lay("/ferry", ferryPage("310"));
		const preview = await desk.run("article add", { address }, "Add this article?");
		const change = { message: preview, label: "Change…" };
		const again = await desk.fill(change, { outlet: "Tide Times", ...slip }, "was not taken");
		expect(again.id).toBe(preview.id);
		expect(textOf(again)).toContain(why);
		expect(textOf(again)).not.toContain("?.");
		expect(textOf(again)).toContain(FERRY);
		expect(labelsOf(again)).toEqual(["Add", "Change…", "Cancel"]);
		const right = { published: "2024-05-06", story: "the STORM at Ellen" };
		// The outlet stands in the form as it was typed before.
		const changed = await desk.fill({ message: again, label: "Change…" }, right, "6 May 2024");
		expect(textOf(changed)).toMatch(/## Add this article\?\nTide Times: /);
		await desk.press(changed, "Add", "Articles: 1 new");
	});

	it("of a file that names no outlet asks for it in a form before it can be added", async () => {
		const desk = deskOf(stage);
		const text = `# The ferry\n\n${"The ferry carried 512 cars across the strait on Sunday. ".repeat(6)}`;
		const base64 = Buffer.from(text).toString("base64");
		const file = { name: "ferry.md", content_type: "text/markdown", base64 };
		const preview = await desk.run("article add", { file }, "Who published this?");
		expect(labelsOf(preview)).toEqual(["Name the outlet…", "Cancel"]);
		expect(textOf(preview)).toContain("512");
		const changed = await desk.fill(
			{ message: preview, label: "Name the outlet…" },
			{ outlet: "Strait Herald", published: "2024-05-07" },
			"Add this article?",
		);
		expect(changed.id).toBe(preview.id);
		expect(labelsOf(changed)).toEqual(["Add", "Change…", "Cancel"]);
		await desk.press(changed, "Add", "Articles: 1 new");
		await desk.run("article show", { article: "strait-herald" }, "Strait Herald");
		const member = deskOf(stage, { as: "member" });
		const question = "How many cars did the ferry carry?";
		expect(textOf(await member.run("ask", { question }, "512 cars"))).toContain("Strait Herald");
	});

	it("that is cancelled changes nothing, and is gone", async () => {
		const desk = deskOf(stage);
		const address = pages.lay("/ferry", ferryPage("310"));
		const preview = await desk.run("article add", { address }, "Add this article?");
		const cancelled = await desk.press(preview, "Cancel", "Nothing was changed");
		expect(cancelled.id).toBe(preview.id);
		expect(labelsOf(cancelled)).toEqual([]);
		await desk.run("article list", {}, "3 articles");
	});

	it("shown in the channel obeys its asker, and gives others an answer of their own", async () => {
		const desk = deskOf(stage);
		const address = pages.lay("/ferry", ferryPage("310"));
		const preview = await desk.run(
			"article add",
			{ address, show: "channel" },
			"Add this article?",
		);
		expect(isEphemeral(preview)).toBe(false);
		const member = deskOf(stage, { as: "member" });
		const refused = await member.press(preview, "Add", "For moderators");
		expect(isEphemeral(refused)).toBe(true);
		await desk.press(preview, "Add", "Articles: 1 new");
	});

	it("names near copies, and where it meets what is held", async () => {
		const desk = deskOf(stage);
		await desk.press(
			await desk.run("article add", { address: pages.lay("/a", ferryPage("310")) }, "Add this"),
			"Add",
			"Articles: 1 new",
		);
		const address = pages.lay("/b", ferryPage("310").replaceAll("Quay Times", "Pier Post"));
		const preview = await desk.run("article add", { address }, "Add this article?");
		expect(textOf(preview)).toMatch(/Near copies held[\s\S]*Quay Times/);
		expect(textOf(preview)).toMatch(/Where it meets what is held[\s\S]*Quay Times/);
	});
});

describe("several addresses", () => {
	it("are read one after the other, looked at one by one, and each is added or not", async () => {
		const desk = deskOf(stage);
		const read = ["310", "311", "312"].map((crates, at) => {
			const page = ferryPage(crates).replaceAll("Quay Times", `Paper ${at + 1}`);
			return pages.lay(`/${at}`, page);
		});
		const address = [`http://${pages.host}/gone`, ...read].join(" ");
		const progress = stage.hears(
			event => event.kind === "message-updated" && textOf(event.message).includes("Reading 2 of 4"),
			"moderator",
		);
		const preview = await desk.run("article add", { address }, "Add these articles?");
		await progress;
		expect(textOf(preview)).toMatch(/3 articles were read, 1 could not be/);
		expect(labelsOf(preview)[0]).toBe("Add all 3");
		const second = await desk.press(preview, "Preview: Paper 2", "Add this article?");
		expect(second.id).toBe(preview.id);
		expect(textOf(second)).toContain("311 crates");
		expect(labelsOf(second)).toEqual(["Add", "Change…", "Cancel", "Back to all 3"]);
		const back = await desk.press(second, "Back to all 3", "Add these articles?");
		expect(labelsOf(back)).toEqual(labelsOf(preview));
		const again = await desk.press(back, "Preview: Paper 2", "Add this article?");
		const one = await desk.press(again, "Add", "Articles: 1 new");
		expect(one.id).toBe(preview.id);
		expect(labelsOf(one).slice(0, 2)).toEqual(["Undo change 1", "Add all 2"]);
		expect(textOf(one)).toMatch(/not added yet\n[\s\S]*Paper 1[\s\S]*Paper 3[\s\S]*Articles\n/);
		const third = await desk.press(one, "Preview: Paper 3", "Add this article?");
		const left = await desk.press(third, "Cancel", "Nothing was changed.");
		const last = "Paper 1: The storm at Ellen, a week later";
		expect(textOf(left)).toContain(last);
		expect(labelsOf(left)).toEqual([`Preview: ${last}`, `Do not add: ${last}`]);
		const shown = await desk.press(left, "Preview: Paper 1", "Add this article?");
		expect(labelsOf(shown)).toEqual(["Add", "Change…", "Cancel"]);
		const done = await desk.press(shown, "Add", "Articles: 1 new");
		expect(labelsOf(done)).toEqual(["Undo change 2"]);
		await desk.run("article list", {}, "5 articles");
	});

	it("are read once each, with commas between and in angle brackets", async () => {
		const [first = "", second = ""] = ["310", "311"].map((crates, at) =>
			pages.lay(`/${at}`, ferryPage(crates).replaceAll("Quay Times", `Paper ${at + 1}`)),
		);
		const address = `<${first}>, ${second}, ${first}`;
		const preview = await deskOf(stage).run("article add", { address }, "Add these articles?");
		expect(textOf(preview)).toContain("2 articles were read.");
		expect(labelsOf(preview)[0]).toBe("Add all 2");
	});

	it("are added together, without all their names in one line", async () => {
		const desk = deskOf(stage);
		const papers = ["One", "Two", "Three", "Four", "Five"];
		const address = papers
			.map(name => pages.lay(`/${name}`, ferryPage("310").replaceAll("Quay Times", name)))
			.join(" ");
		const preview = await desk.run("article add", { address }, "Add these articles?");
		const added = await desk.press(preview, "Add all 5", "Articles: 5 new");
		expect(textOf(added)).toMatch(/## Added\n5 articles\. Articles: 5 new/);
		const history = textOf(await desk.run("history", {}, "1 change on record"));
		expect(history).toMatch(/Added One: [^;]*; Two: [^;]*; Three: .* and 2 more/);
	});
});

describe("what cannot be read", () => {
	it.each([
		["a private address", "http://10.0.0.7/x", "10.0.0.7"],
		["this machine", "http://localhost:1/x", "localhost"],
		["no address", "not-an-address", "not-an-address"],
	])("%s is refused to the moderator alone, with the reason", async (_what, address, named) => {
		const reply = await deskOf(stage).run("article add", { address }, "cannot be added");
		expect(isEphemeral(reply)).toBe(true);
		expect(textOf(reply)).toContain(named);
	});

	it.each([
		["empty.md", "text/markdown", ""],
		["binary.txt", "text/plain", "\0\u0001\u0002\u0003".repeat(300)],
		["empty.html", "text/html", "<html><body><p>Hi.</p></body></html>"],
	])("is told of the file %s, and not of a page", async (name, content_type, content) => {
		const file = { name, content_type, base64: Buffer.from(content).toString("base64") };
		const given = { file, outlet: "Quay Times" };
		const reply = await deskOf(stage).run("article add", given, "The file cannot be added");
		expect(textOf(reply)).not.toMatch(/server|[Ss]ave the page|[Pp]aste all/);
	});
});

describe("what is handed over", () => {
	const text = "The harbour lost 310 crates of fish to the storm, the fishermen's union said.";

	it.each([
		["a Markdown file", "quay.md", "text/markdown", `# The catch\n\n${text}\n`],
		["a page", "quay.html", "text/html", ferryPage("310")],
		["a text file", "quay.txt", "text/plain", `${text}\n\nIt was a quiet week otherwise.\n`],
	])("%s is shown, and added", async (_what, name, content_type, content) => {
		const desk = deskOf(stage);
		const file = { name, content_type, base64: Buffer.from(content).toString("base64") };
		const preview = await desk.run(
			"article add",
			{ file, outlet: "Quay Times" },
			"Add this article?",
		);
		await desk.press(preview, "Add", "Articles: 1 new");
		await deskOf(stage, { as: "member" }).run("ask", QUESTION, "310 crates");
	});

	it("a date that is guessed from the text is shown as not confirmed until it is edited", async () => {
		const page = `<html><body><article><p>Ellen, 2 May 2026</p><p>${text}</p><p>${text}</p></article></body></html>`;
		const base64 = Buffer.from(page).toString("base64");
		const file = { name: "quay.html", content_type: "text/html", base64 };
		const desk = deskOf(stage);
		const preview = await desk.run(
			"article add",
			{ file, outlet: "Quay Times" },
			"Add this article?",
		);
		expect(textOf(preview)).toContain("not confirmed: guessed");
		await desk.press(preview, "Add", "Articles: 1 new");
		const member = deskOf(stage, { as: "member" });
		const claim = { text: "crates of fish" };
		const day = "2 May 2026 (not confirmed)";
		expect(textOf(await member.run("claim", claim, "310 crates"))).toContain(day);
		await member.run("source", { outlet: "Quay Times" }, day);
		await desk.run("article list", {}, "2026-05-02 (not confirmed)");
		const article = { article: "quay-times" };
		const shown = await desk.run("article show", article, "2026-05-02 (not confirmed)");
		const form = { message: shown, label: "Edit" };
		await desk.fill(form, { title: "The catch" }, "Edited");
		const still = await desk.run("article show", article, "The catch");
		expect(textOf(still)).toContain("2026-05-02 (not confirmed)");
		await desk.fill({ ...form, message: still }, { published: "2026-05-02" }, "Edited");
		expect(textOf(await desk.run("article show", article, "2026-05-02"))).not.toContain(
			"not confirmed",
		);
		expect(textOf(await member.run("claim", claim, "310 crates"))).not.toContain("not confirmed");
	});

	it("a pasted text is not lost by a slip beside it", async () => {
		const desk = deskOf(stage);
		const kept = await desk.fill(
			{ command: "article add", values: {} },
			{ outlet: "Quay Times", published: "yesterday", story: "nope", text: `${text}\n\n${text}` },
			"was not taken",
		);
		expect(textOf(kept)).toContain("310 crates");
		const right = { published: "", story: "The storm at Ellen" };
		const form = { message: kept, label: "Change…" };
		await desk.press(await desk.fill(form, right, "Add this article?"), "Add", "1 new");
	});

	it("a pasted text is too", async () => {
		const desk = deskOf(stage);
		const preview = await desk.fill(
			{ command: "article add", values: { title: "The catch" } },
			{
				outlet: "Quay Times",
				published: "2024-05-05",
				text: `${text}\n\nIt was a quiet week otherwise.`,
			},
			"Add this article?",
		);
		expect(textOf(preview)).toContain("Quay Times: The catch");
		expect(isEphemeral(preview)).toBe(true);
		await desk.press(preview, "Add", "Articles: 1 new");
		await deskOf(stage, { as: "member" }).run("ask", QUESTION, "310 crates");
	});
});

describe("an article held", () => {
	it("is shown with its figures, and edited in a form", async () => {
		const desk = deskOf(stage);
		const list = await desk.run("article list", {}, "3 articles");
		const shown = await desk.press(list, "Coast Daily", "Front matter");
		expect(textOf(shown)).toContain("Repairs to the north pier will cost $4.2 million");
		const edited = await desk.fill(
			{ message: shown, label: "Edit" },
			{ outlet: "Coast Weekly", title: "" },
			"Edited",
		);
		expect(labelsOf(edited)).toEqual(["Undo change 1"]);
		const claim = await deskOf(stage, { as: "member" }).run(
			"claim",
			{ text: "north pier" },
			"Coast",
		);
		expect(textOf(claim)).toContain("Coast Weekly");
		const asked = await desk.press(edited, "Undo change 1", "Undo change 1?");
		await desk.press(asked, "Undo it", "Change 1 is undone");
		await desk.run("article show", { article: "coast-daily" }, "Ellen counts the cost");
	});

	it("stays as it is where what was typed cannot be taken, and the form opens again", async () => {
		const desk = deskOf(stage);
		const shown = await desk.run("article show", { article: "coast-daily" }, "Front matter");
		const typed = { outlet: "Coast Weekly", published: "2031-02-30" };
		const refused = await desk.fill({ message: shown, label: "Edit" }, typed, "was not taken");
		expect(isEphemeral(refused)).toBe(true);
		expect(textOf(refused)).toMatch(/no such day or time[\s\S]*Coast Weekly[\s\S]*2031-02-30/);
		expect(labelsOf(refused)).toEqual(["Fill it in again…"]);
		const again = { message: refused, label: "Fill it in again…" };
		const edited = await desk.fill(again, { published: "2024-05-09" }, "Edited");
		expect(textOf(edited)).toContain("Coast Weekly: Ellen counts the cost, published 2024-05-09");
	});

	it("is removed when that is confirmed, and comes back", async () => {
		const desk = deskOf(stage);
		const asked = await desk.run(
			"article remove",
			{ article: "coast-daily" },
			"Remove this article?",
		);
		const removed = await desk.press(asked, "Remove", "1 gone");
		expect(removed.id).toBe(asked.id);
		await desk.run("article list", {}, "2 articles");
		const again = await desk.press(removed, "Undo change 1", "Undo change 1?");
		await desk.press(again, "Undo it", "1 new");
		await desk.run("article list", {}, "3 articles");
	});

	it("is removed for good when that is confirmed twice, and does not come back", async () => {
		const desk = deskOf(stage);
		const asked = await desk.run(
			"article remove",
			{ article: "coast-daily" },
			"Remove this article?",
		);
		const warned = await desk.press(asked, "Remove for good…", "Remove for good?");
		expect(warned.id).toBe(asked.id);
		const removed = await desk.press(warned, "Yes, remove for good", "1 gone");
		expect(labelsOf(removed)).toEqual([]);
		const refused = await desk.run("undo", { change: "1" }, "This cannot be undone");
		expect(textOf(refused)).toContain("was removed for good");
		const history = await desk.run("history", {}, "1 change on record");
		expect(textOf(history)).toContain("Removed for good Coast Daily");
		expect(textOf(history)).toContain(`by member ${stage.playground.people.moderator}`);
	});
});
