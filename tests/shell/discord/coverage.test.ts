import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deskOf, labelsOf } from "./desk.ts";
import { ONE_STORY } from "./harbour.ts";
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

describe("a page's way through the coverage", () => {
	it("is added, asked about, fetched again when it was edited, and taken back", async () => {
		const desk = deskOf(stage);
		const member = deskOf(stage, { as: "member" });
		const question = { question: "How many crates of fish did the harbour lose?" };
		const address = pages.lay("/ferry", ferryPage("310"));

		const preview = await desk.run("article add", { address }, "Add this article?");
		expect(isEphemeral(preview)).toBe(true);
		expect(textOf(preview)).toContain("Quay Times: The storm at Ellen, a week later");
		expect(textOf(preview)).toContain("310 crates");
		expect(labelsOf(preview)).toEqual(["Add", "Change…", "Cancel"]);
		expect(textOf(await member.run("ask", question, "coverage"))).not.toContain("310");

		const added = await desk.press(preview, "Add", "articles: 1 new");
		expect(added.id).toBe(preview.id);
		expect(labelsOf(added)).toEqual(["Undo change 1"]);
		expect(textOf(await member.run("ask", question, "310 crates"))).toContain("Quay Times");

		pages.lay("/ferry", ferryPage("450"));
		const report = await desk.run("refresh", {}, "Corpus read again");
		expect(textOf(report)).toContain("Quay Times");
		expect(textOf(report)).toContain("1 changed");
		const edited = await member.run("ask", question, "450 crates");
		expect(textOf(edited)).not.toContain("310 crates");

		const asked = await desk.run("undo", {}, "Undo change 2?");
		await desk.press(asked, "Undo it", "Change 2 is undone");
		expect(textOf(await member.run("ask", question, "310 crates"))).not.toContain("450");
	});
});
