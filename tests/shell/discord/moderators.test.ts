import { afterEach, describe, expect, it } from "vitest";
import { serverRealm } from "../../../src/shell/storage/keeper.ts";
import { deskOf } from "./desk.ts";
import { CHANGED, ONE_STORY } from "./harbour.ts";
import { newsPage, openPageHost } from "./page-host.ts";
import { expectNoRefusals, isEphemeral, openStage, pause, type Stage, textOf } from "./stage.ts";

const EDITORS = "700000000000000007";

let stage: Stage;

afterEach(async () => {
	expectNoRefusals(stage);
	await stage.close();
});

describe("a role named in the configuration", () => {
	it("lets its members moderate, and only them", async () => {
		stage = await openStage(ONE_STORY, { roles: [EDITORS] });
		const { playground } = stage;
		const member = deskOf(stage, { as: "member" });
		const refused = await member.run("article list", {}, "For moderators");
		expect(isEphemeral(refused)).toBe(true);
		expect(await member.complete("article show", "article", { article: "coast" })).toEqual([]);
		playground.giveRole(playground.people.member, EDITORS);
		const list = await member.run("article list", {}, "3 articles");
		expect(isEphemeral(list)).toBe(true);
		expect(await member.complete("article show", "article", { article: "coast" })).toEqual([
			"coast-daily",
		]);
	});

	it("lets nobody moderate in another server or in direct messages", async () => {
		stage = await openStage(ONE_STORY, { roles: [EDITORS] });
		const { playground } = stage;
		playground.giveRole(playground.people.member, EDITORS);
		await deskOf(stage, { as: "member", elsewhere: true }).run("history", {}, "For moderators");
		const direct = deskOf(stage, { as: "member", direct: true });
		await expect(direct.run("history", {}, "For moderators")).rejects.toThrow();
	});
});

describe("what a moderator sees", () => {
	it("is theirs alone unless they show it", async () => {
		stage = await openStage(ONE_STORY);
		const desk = deskOf(stage);
		expect(isEphemeral(await desk.run("article list", {}, "3 articles"))).toBe(true);
		const shown = await desk.run("article list", { show: "channel" }, "3 articles");
		expect(isEphemeral(shown)).toBe(false);
		stage.lay(CHANGED);
		const report = await desk.run("refresh", { show: "channel" }, "Corpus read again");
		expect(isEphemeral(report)).toBe(false);
	});
});

describe("limits", () => {
	const few = { member: 3, server: 4 };
	const limits = { questionsPerMinute: few, additionsPerHour: { member: 1, server: 2 } };

	it("of a member's questions say when it is possible again, to the member alone", async () => {
		stage = await openStage(ONE_STORY, { limits });
		const member = deskOf(stage, { as: "member" });
		for (let asked = 0; asked < 3; asked += 1) await member.run("stories", {}, "Stories");
		const late = await member.run("stories", {}, "A moment, please");
		expect(isEphemeral(late)).toBe(true);
		expect(textOf(late)).toMatch(/too many questions of yours .* Try again in \d+ seconds\./);
		await deskOf(stage).run("stories", {}, "Stories");
		await deskOf(stage).run("stories", {}, "A moment, please");
		expect(stage.logged().join()).not.toContain(stage.playground.people.member);
	});

	it("of mentions are told once", async () => {
		stage = await openStage(ONE_STORY, { limits });
		const ask = `<@${stage.playground.botId}> How many ships did the port count?`;
		for (let asked = 0; asked < 3; asked += 1) await stage.mention(ask);
		expect(textOf(await stage.mention(ask))).toContain("A moment, please");
		const before = deskOf(stage).messages().length;
		stage.say(ask);
		await pause(200);
		expect(deskOf(stage).messages()).toHaveLength(before + 1);
	});

	it("of additions count articles", async () => {
		const plenty = { member: 100, server: 100 };
		stage = await openStage(ONE_STORY, { limits: { ...limits, questionsPerMinute: plenty } });
		const desk = deskOf(stage);
		const add = (name: string, text: string) => {
			const base64 = Buffer.from(text).toString("base64");
			const file = { name: `${name}.md`, content_type: "text/markdown", base64 };
			const values = { file, outlet: `${name} Times`, story: "ellen-storm" };
			return desk.run("article add", values, "dd this article?");
		};
		const page = `# Ferry\n\n${"The ferry carried 512 cars across the strait on Sunday. ".repeat(6)}`;
		// What is looked at and left counts as little as what cannot be read.
		await desk.press(await add("Quay", page), "Cancel", "Nothing was changed");
		await desk.run("article add", { address: "http://10.0.0.7/a" }, "cannot be added");
		await desk.press(await add("Quay", page), "Add", "Articles: 1 new");
		const late = await desk.press(await add("Pier", `${page} Twice.`), "Add", "A moment");
		expect(textOf(late)).toMatch(/too many additions of yours .* Try again in \d+ minutes\./);
		expect(isEphemeral(late)).toBe(true);
	});
});

describe("several articles at once", () => {
	it("are refused where there are more than an hour allows, and can be added one by one", async () => {
		const plenty = { member: 100, server: 100 };
		const few = { questionsPerMinute: plenty, additionsPerHour: { member: 1, server: 2 } };
		const pages = await openPageHost();
		stage = await openStage(ONE_STORY, { limits: few, allowedHosts: [pages.host] });
		const desk = deskOf(stage);
		const addresses = ["Quay", "Pier"].map(name => {
			const text = `${name} Times counted 512 cars on the ferry across the strait on Sunday. `;
			return pages.lay(`/${name}`, newsPage(`${name} Times`, "Ferry", [text.repeat(6)]));
		});
		const values = { address: addresses.join(" "), story: "ellen-storm" };
		const preview = await desk.run("article add", values, "Add these articles?");
		const refused = await desk.press(preview, "Add all 2", "A moment");
		expect(textOf(refused)).toContain(
			"These are 2 articles, and 1 an hour can be added by one moderator. 1 of them can be added now.",
		);
		const one = await desk.press(preview, "Preview: Quay Times: Ferry", "Add this article?");
		await desk.press(one, "Add", "Articles: 1 new");
		await pages.close();
	});
});

describe("a server that the bot is taken out of", () => {
	it("is noted, and that it came back", async () => {
		stage = await openStage(ONE_STORY, { isKeeper: false });
		const desk = deskOf(stage);
		await desk.run("watch story", {}, "Watched");
		stage.playground.setBotInServer(false);
		await stage.logs('"event":"left"');
		stage.playground.setBotInServer(true);
		await stage.logs('"event":"joined"');
		const realm = serverRealm(stage.playground.guildId);
		const query = { story: null, below: null, limit: 9 };
		const kept = JSON.stringify(await stage.house.keeper.history(realm, query));
		expect(kept).toContain("The bot left");
		expect(kept).toContain("The bot came back to");
		// That is for the bot itself, and nothing that a moderator takes back.
		await desk.run("history", {}, "1 change on record");
	});
});
