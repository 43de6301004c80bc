import type { APIMessage } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../../commands/command.ts";
import { type Desk, deskOf, labelsOf } from "./desk.ts";
import { CHANGED, CROWDED, ONE_STORY, TURNED, TWO_STORIES } from "./harbour.ts";
import { buttonsOf, isEphemeral, openStage, pause, type Stage, textOf } from "./stage.ts";

let stage: Stage;
let desk: Desk;
let member: Desk;

async function open(files = ONE_STORY): Promise<void> {
	stage = await openStage(files);
	desk = deskOf(stage);
	member = deskOf(stage, { as: "member" });
}

afterEach(async () => {
	// A channel that is gone is refused as such, once.
	expect(stage.playground.refusals().filter(({ code }) => code !== 10003)).toEqual([]);
	expect(stage.logged().join()).not.toContain("a reply failed");
	await stage.close();
});

describe("corrections", () => {
	beforeEach(() => open());

	it("hide a report that was misread, count it, and are taken back", async () => {
		const which = await desk.run(
			"correct misread",
			{ claim: "pier (Repairs)" },
			"Which report was misread?",
		);
		expect(textOf(which)).toContain("> Repairs to the north pier will cost $4.2 million");
		const corrected = await desk.press(which, "Coast Daily", "Corrected");
		expect(textOf(corrected)).toContain(
			"Hid as misread “$4.2 million” of Coast Daily, a report of “pier (Repairs)”.",
		);
		const claim = await member.run("claim", { text: "north pier" }, "$3.5 million");
		expect(textOf(claim)).not.toContain("$4.2 million");
		await desk.run("correct list", {}, "1 report is hidden");
		const asked = await desk.press(corrected, "Undo change 1", "Undo change 1?");
		await desk.press(asked, "Undo it", "Change 1 is undone");
		await member.run("claim", { text: "north pier" }, "$4.2 million");
		await desk.run("correct list", {}, "Nothing was corrected");
	});

	it("rename a claim, and stay when the corpus is read again", async () => {
		const renamed = await desk.run(
			"correct rename",
			{ claim: "pier (Repairs)", label: "bill for the pier" },
			"Corrected",
		);
		expect(textOf(renamed)).toContain("Renamed “pier (Repairs)”, now “bill for the pier”.");
		stage.lay(CHANGED);
		await desk.run("refresh", {}, "Corpus read again");
		const claim = await member.run("claim", { text: "bill for the pier" }, "$4.6 million");
		expect(textOf(claim)).toContain("bill for the pier");
	});

	it("split and merge claims", async () => {
		const which = await desk.run("correct split", { claim: "pier (Repairs)" }, "of another thing?");
		await desk.press(which, "Coast Daily", "Corrected");
		const split = await member.run("claim", { text: "north pier" }, "million");
		expect(textOf(split)).toMatch(/Only (?:Harbour Post|Coast Daily)/);
		const list = await desk.run("correct list", {}, "Made a claim of its own");
		expect(isEphemeral(list)).toBe(true);
		const refused = await desk.run(
			"correct merge",
			{ claim: "ships outside the harbour", into: "ships outside the harbour" },
			"same claim",
		);
		expect(isEphemeral(refused)).toBe(true);
		await desk.run(
			"correct merge",
			{ claim: "ships outside the harbour", into: "homes" },
			"Joined “ships outside",
		);
		const both = await desk.run("correct list", {}, "Joined");
		const asked = await desk.press(both, "Undo 1: Made a claim", "Undo change 1?");
		await desk.press(asked, "Undo it", "Change 1 is undone");
		const left = await desk.run("correct list", {}, "Joined");
		expect(textOf(left)).not.toContain("Made a claim of its own");
	});

	it("that say nothing new show none of what was typed in the place of a question", async () => {
		const label = "ships outside the harbour";
		const values = { claim: label, label, story: "ellen-storm" };
		const refused = await desk.run("correct rename", values, "called so");
		expect(textOf(refused)).not.toContain("Asked:");
	});

	it("are asked for by members, of whom nothing is kept", async () => {
		const doubt = await member.run("flag", { claim: "pier (Repairs)" }, "Does this look wrong?");
		expect(isEphemeral(doubt)).toBe(true);
		const thanks = await member.press(doubt, "Tell the moderators", "Thank you");
		expect(thanks.id).toBe(doubt.id);
		const list = await desk.run("correct list", {}, "Members say that these look wrong");
		expect(textOf(list)).toContain("said once");
		await desk.press(list, "pier (Repairs)", "Which report was misread?");
		await desk.run("history", {}, "Nothing was changed");
		const query = { story: null, below: null, limit: 9 };
		const kept = JSON.stringify(await stage.house.keeper.history("installation", query));
		expect(kept).toContain("A member said that this looks wrong");
		expect(kept).not.toContain(stage.playground.people.member);
	});
});

function withoutPier(story: (typeof ONE_STORY.stories)[number]) {
	const files = story.files.map(({ file, text }) => {
		return {
			file,
			text: text.replaceAll(/Repairs to the north pier [^\n]*/gu, "Nothing is known."),
		};
	});
	return { ...story, files };
}

describe("what members say looks wrong", () => {
	beforeEach(() => open());

	const doubt = async () => {
		const asked = await member.run("flag", { claim: "pier (Repairs)" }, "Does this look wrong?");
		await member.press(asked, "Tell the moderators", "Thank you");
	};

	it("is dismissed, which is on record and can be taken back", async () => {
		await doubt();
		await doubt();
		const list = await desk.run("correct list", {}, "said 2 times");
		const dismissed = await desk.press(list, "Looked at: pier (Repairs)", "stays as it is");
		await desk.run("correct list", {}, "Nobody said that a claim looks wrong");
		const history = textOf(await desk.run("history", {}, "1 change on record"));
		expect(history).toContain("Looked at what members say looks wrong: “pier (Repairs)”");
		const asked = await desk.press(dismissed, "Undo change 3", "Undo change 3?");
		await desk.press(asked, "Undo it", "Change 3 is undone");
		await desk.run("correct list", {}, "said 2 times");
	});

	it("goes with its claim, when something else is said", async () => {
		await doubt();
		stage.lay({ ...ONE_STORY, stories: ONE_STORY.stories.map(withoutPier) });
		await desk.run("refresh", {}, "Corpus read again");
		const asked = await member.run(
			"flag",
			{ claim: "ships outside the harbour" },
			"Does this look wrong?",
		);
		await member.press(asked, "Tell the moderators", "Thank you");
		expect(stage.house.moderation.records(stage.playground.guildId).flags).toHaveLength(1);
	});

	it("is no change that a moderator takes back", async () => {
		await desk.run(
			"correct rename",
			{ claim: "ships outside the harbour", label: "vessels" },
			"Corrected",
		);
		await doubt();
		const asked = await desk.run("undo", {}, "Undo change 1?");
		await desk.press(asked, "Undo it", "Change 1 is undone");
		await doubt();
		await desk.run("undo", {}, "Undo change 3?");
		await desk.run("undo", { change: "2" }, "There is no change 2 on record");
	});

	it("is dismissed by a command, of which members are refused", async () => {
		await desk.run("correct dismiss", { claim: "pier (Repairs)" }, "Nobody doubts this");
		await doubt();
		expect(await desk.complete("correct dismiss", "claim", { claim: "" })).toEqual([
			"pier (Repairs)",
		]);
		await expect(
			member.run("correct dismiss", { claim: "pier (Repairs)" }, "moderators"),
		).rejects.toThrow();
		await desk.run("correct dismiss", { claim: "pier (Repairs)" }, "Looked at");
		await doubt();
		await desk.run("correct list", {}, "said once");
	});
});

describe("stories", () => {
	beforeEach(() => open(TWO_STORIES));

	it("are begun, filled and renamed", async () => {
		await desk.run("story create", { title: "Bridge repairs" }, "Story begun");
		const file = {
			name: "a.md",
			content_type: "text/markdown",
			base64: Buffer.from(
				`# Bridge\n\n${"The bridge needs 12 new beams before winter. ".repeat(6)}`,
			).toString("base64"),
		};
		const values = { file, outlet: "Quay Times", story: "bridge-repairs" };
		const preview = await desk.run("article add", values, "Add this article?");
		expect(textOf(preview)).toContain("Bridge repairs");
		await desk.press(preview, "Add", "Articles: 1 new");
		await member.run("stories", {}, "Bridge repairs");
		await desk.run("story rename", { story: "bridge-repairs", title: "The old bridge" }, "Renamed");
		await member.run("stories", {}, "The old bridge");
	});

	it("are tied to a channel, whose questions are then meant for them", async () => {
		await member.run("claim", { text: "litres" }, "Which story?");
		await desk.run("story use", { story: "reservoir" }, "Channel tied");
		await member.run("claim", { text: "litres" }, "44 million litres");
		const elsewhere = deskOf(stage, { as: "member", channel: "fact-desk" });
		await elsewhere.run("claim", { text: "litres" }, "Which story?");
		await desk.run("story use", {}, "Channel untied");
		await member.run("figures", {}, "Which story?");
	});

	it("that do not exist are refused", async () => {
		const refused = await desk.run("story use", { story: "tram" }, "no story");
		expect(isEphemeral(refused)).toBe(true);
	});
});

describe("watches", () => {
	beforeEach(() => open());

	const isNews = (message: APIMessage) => textOf(message).startsWith("## New in ");

	/** The one message that a refresh brings to a channel that watches. */
	async function newsAfterRefresh(): Promise<APIMessage> {
		await desk.run("refresh", {}, "Corpus read again");
		await stage.logs("told a channel what is new");
		await pause(200);
		const news = desk.messages().filter(isNews);
		expect(news).toHaveLength(1);
		const [message] = news;
		if (message === undefined) throw new Error("no message");
		return message;
	}

	it("tell the channel once of a changed figure, with the excerpts, and ping nobody", async () => {
		await desk.run("watch claim", { claim: "pier (Repairs)" }, "Watched");
		await desk.run("watch story", {}, "Watched");
		stage.lay(CHANGED);
		const message = await newsAfterRefresh();
		expect(textOf(message)).toContain(
			"Coast Daily now prints “$4.6 million”; before, “$4.2 million”.",
		);
		expect(textOf(message)).toContain("> Repairs to the north pier will cost $4.6 million");
		expect(textOf(message)).toContain("> Repairs to the north pier will cost $3.5 million");
		expect(isEphemeral(message)).toBe(false);
		expect(message.mention_everyone).toBe(false);
		expect(labelsOf(message)).toEqual(["pier (Repairs)", "This looks wrong"]);
		await member.press(message, "pier (Repairs)", "The outlets differ");
	});

	it("tell all that one refresh brought in one message", async () => {
		await desk.run("watch claim", { claim: "pier (Repairs)" }, "Watched");
		await desk.run("watch claim", { claim: "ships outside the harbour" }, "Watched");
		await desk.run("watch story", {}, "Watched");
		stage.lay(TURNED);
		const text = textOf(await newsAfterRefresh());
		for (const words of ["“$4.6 million”", "“44”", "“9,600”"]) {
			expect(text).toContain(words);
		}
		expect(text).toContain("And 2 other things are new.");
		// It stood there before, in the sentence whose figure was edited.
		expect(text).not.toContain("Coast Daily prints “Friday”");
		expect(text.match(/> Repairs to the north pier will cost \$4\.6 million/g)).toHaveLength(1);
	});

	it("hear nothing of what moderators correct, edit, remove or take back", async () => {
		await desk.run("watch story", {}, "Watched");
		await desk.run("watch claim", { claim: "pier (Repairs)" }, "Watched");
		const { carryOut } = stage.house.moderation;
		const asker = { by: "1", server: stage.playground.guildId, channel: null };
		const does = async (change: Change) => {
			const notice = await carryOut(change, asker, () => undefined);
			expect(notice.refusal).toBe(false);
		};
		await desk.run(
			"correct merge",
			{ claim: "ships outside the harbour", into: "homes" },
			"Corrected",
		);
		await does({ kind: "undo", number: 3 });
		stage.lay(CHANGED);
		await newsAfterRefresh();
		await does({ kind: "undo", number: 5 });
		const article = { story: "ellen-storm", article: "coast-daily" };
		await does({ kind: "edit article", ...article, fields: { outlet: "Shore Daily" } });
		await does({ kind: "remove article", ...article, forever: false });
		await does({ kind: "undo", number: 8 });
		await pause(300);
		expect(desk.messages().filter(isNews)).toHaveLength(1);
	});

	it("keep to Discord's limits, however much is new", async () => {
		await desk.run("watch story", {}, "Watched");
		stage.lay(CROWDED);
		const text = textOf(await newsAfterRefresh());
		expect(text.length).toBeLessThanOrEqual(4_000);
		expect(text).toMatch(/### And \d+ more/);
	});

	it("are listed and stopped", async () => {
		await desk.run("watch claim", { claim: "pier (Repairs)" }, "Watched");
		await desk.run("watch story", {}, "Watched");
		const list = await desk.run("watch list", {}, "2 watched here");
		expect(labelsOf(list)).toEqual([
			"Stop: pier (Repairs) (The storm at Ellen)",
			"Stop: Everything of The storm at Ellen",
		]);
		await desk.press(list, "Stop: Everything", "Not watched any more");
		const rest = await desk.run("watch list", {}, "1 watched here");
		expect(buttonsOf(rest)).toHaveLength(1);
		const history = textOf(await desk.run("history", {}, "3 changes on record"));
		expect(history).toContain("Stopped watching The storm at Ellen");
		expect(history).toContain("Began watching “pier (Repairs)”");
	});

	it("end where the channel is gone", async () => {
		const gone = { by: "1", server: stage.playground.guildId, channel: "300000000000000009" };
		const change = { kind: "watch", story: "ellen-storm", claim: null } as const;
		await stage.house.moderation.carryOut(change, gone, () => undefined);
		stage.lay(CHANGED);
		await desk.run("refresh", {}, "Corpus read again");
		await stage.logs("watches no more");
		expect(textOf(await desk.run("history", {}, "3 changes on record"))).toContain(
			"by the bot itself",
		);
		expect(stage.playground.refusals().map(({ code }) => code)).toEqual([10003]);
	});

	it("in another server hear of the installation's story, and of no other's", async () => {
		const other = deskOf(stage, { elsewhere: true });
		await other.run("watch story", {}, "Watched");
		await desk.run("story create", { title: "Quarry" }, "Story begun");
		stage.lay(CHANGED);
		const told = new Promise<string>(resolve => {
			const { side, otherServer } = stage.playground;
			side.listen(otherServer.people.moderator, event => {
				if (event.kind === "message-created") resolve(textOf(event.message));
			});
		});
		await desk.run("refresh", {}, "Corpus read again");
		expect(await told).toContain("Coast Daily now prints “$4.6 million”");
		expect(desk.messages().map(textOf).join()).not.toContain("New in ");
	});
});
