import { type APIMessage, ComponentType, MessageFlags, REST, Routes } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskOf, type Seat } from "./desk.ts";
import { ONE_STORY } from "./harbour.ts";
import { expectNoRefusals, isEphemeral, openStage, type Stage, textOf } from "./stage.ts";

/** Of the two servers the first has a story, an article, records and a preview of its own. */
let stage: Stage;
let preview = "";

const OWN = "Quarry dispute";
const SENTENCE = "The quarry owes the village 870 sheep, the elders said.";

const fileOf = (text: string) => ({
	name: "quarry.md",
	content_type: "text/markdown",
	base64: Buffer.from(text).toString("base64"),
});

const PAGE = `# The quarry\n\n${SENTENCE}\n\nThe elders met in the hall and spoke for two hours about the road.`;

beforeAll(async () => {
	stage = await openStage(ONE_STORY, { isKeeper: false });
	const desk = deskOf(stage);
	await desk.run("story create", { title: OWN }, "Story begun");
	const values = { file: fileOf(PAGE), outlet: "Moor Courier", story: "quarry-dispute" };
	const asked = await desk.run("article add", values, "Add this article?");
	await desk.press(asked, "Add", "Articles: 1 new");
	await desk.run("story use", { story: "quarry-dispute" }, "Channel tied");
	await desk.run("watch story", { story: "quarry-dispute" }, "Watched");
	const waiting = await desk.run(
		"article add",
		{ ...values, outlet: "Fell Post" },
		"Add this article?",
	);
	preview = idsOf(waiting)[0] ?? "";
});

afterAll(async () => {
	expectNoRefusals(stage);
	await stage.close();
});

function idsOf(message: APIMessage): readonly string[] {
	const text = JSON.stringify(message.components ?? []);
	return [...text.matchAll(/"custom_id":"(.*?)"/g)].map(([, id = ""]) => id);
}

/** A message of the bot's with a button of this id, as somebody might forge it, and what a tap on it gives. */
async function tapForged(custom_id: string, seat: Seat, says: string): Promise<APIMessage> {
	const { api, token, channels, otherServer } = stage.playground;
	const rest = new REST({ api }).setToken(token);
	const button = { type: ComponentType.Button, style: 2, label: "Forged", custom_id };
	const row = { type: ComponentType.ActionRow, components: [button] };
	const container = { type: ComponentType.Container, components: [row] };
	const body = { flags: MessageFlags.IsComponentsV2, components: [container] };
	const place =
		seat.elsewhere === true ? otherServer.channels.text["late-shift"] : channels.text["newsroom"];
	const message = (await rest.post(Routes.channelMessages(place ?? ""), { body })) as APIMessage;
	return deskOf(stage, seat).press(message, "Forged", says);
}

const ELSEWHERE: Seat = { elsewhere: true };

const seats: readonly (readonly [string, Seat])[] = [
	["another server's moderator", ELSEWHERE],
	["a member of both servers, in the other", { as: "member", elsewhere: true }],
	["a direct message", { direct: true }],
];

describe("a story of a server's own", () => {
	it("is answered from there", async () => {
		const member = deskOf(stage, { as: "member" });
		expect(textOf(await member.run("stories", {}, "Stories"))).toContain(OWN);
		await member.run("ask", { question: "How many sheep does the quarry owe?" }, "870 sheep");
		expect(await member.complete("figures", "story", { story: "" })).toContain("quarry-dispute");
	});

	it.each(seats)("is nothing to %s", async (_who, seat) => {
		const desk = deskOf(stage, seat);
		expect(textOf(await desk.run("stories", {}, "Stories"))).not.toContain(OWN);
		await desk.run("figures", { story: "quarry-dispute" }, "There is no story");
		const asked = await desk.run(
			"ask",
			{ question: "How many sheep does the quarry owe?" },
			"coverage",
		);
		expect(textOf(asked)).not.toContain("870");
		expect(await desk.complete("figures", "story", { story: "" })).toEqual(["ellen-storm"]);
		expect(
			await desk.complete("claim", "text", { text: "sheep", story: "quarry-dispute" }),
		).toEqual([]);
	});
});

describe("what another server keeps", () => {
	it.each([
		[
			"an article",
			"article show",
			{ article: "moor-courier", story: "quarry-dispute" },
			"There is no story",
		],
		[
			"a removal",
			"article remove",
			{ article: "moor-courier", story: "quarry-dispute" },
			"There is no story",
		],
		["its record of changes", "history", {}, "Nothing was changed"],
		["its changes", "undo", { change: "1" }, "No such change"],
		["its watches", "watch list", {}, "Nothing is watched"],
		["a watch on its story", "watch story", { story: "quarry-dispute" }, "There is no story"],
		["its story for a channel", "story use", { story: "quarry-dispute" }, "no story"],
		["a refresh of its story", "refresh", { story: "quarry-dispute" }, "There is no story"],
	])("%s cannot be reached by command", async (_what, name, values, says) => {
		const reply = await deskOf(stage, ELSEWHERE).run(name, values, says);
		expect(isEphemeral(reply)).toBe(true);
		expect(textOf(reply)).not.toContain(OWN);
	});

	it.each([
		["a preview", () => preview, "not held any more"],
		["a preview's form", () => preview.replace("deed=add", "deed=ask"), "not held any more"],
		["dropping a preview", () => preview.replace("deed=add", "deed=drop"), "Not added"],
		["an undo", () => "r~undo~change=2~yes=yes", "No such change"],
		[
			"a removal",
			() => "r~article remove~article=moor-courier~story=quarry-dispute~yes=yes",
			"There is no story",
		],
		["a page", () => "p~0~00000000~figures~story=quarry-dispute", "There is no story"],
		["a page of a change", () => "p~0~00000000~undo~change=1~yes=yes", "No such change"],
		["a page of what changes", () => "p~0~00000000~refresh", "cannot be used any more"],
		["a stop", () => "r~watch list~stop=quarry-dispute", "Nothing to stop"],
	])("%s cannot be reached by a forged button", async (_what, id, says) => {
		await tapForged(id(), ELSEWHERE, says);
	});

	it("stands as it stood after all that", async () => {
		const desk = deskOf(stage);
		expect(textOf(await desk.run("history", {}, "4 changes on record"))).toContain("Moor Courier");
		await desk.run("article list", { story: "quarry-dispute" }, "1 article");
		await desk.run("watch list", {}, "1 watched here");
		await tapForged(preview, {}, "Articles: 1 new");
	});
});

describe("the installation's story", () => {
	it.each([
		["added to", "article add", { file: fileOf(PAGE), outlet: "Fell Post", story: "ellen-storm" }],
		["edited", "article edit", { article: "coast-daily", title: "Mine", story: "ellen-storm" }],
		["renamed", "story rename", { title: "Mine", story: "ellen-storm" }],
		[
			"corrected",
			"correct rename",
			{ claim: "pier (Repairs)", label: "Mine", story: "ellen-storm" },
		],
		["refreshed", "refresh", { story: "ellen-storm" }],
		["removed from", "article remove", { article: "coast-daily", story: "ellen-storm" }],
		["rid of a report", "correct misread", { claim: "pier (Repairs)", story: "ellen-storm" }],
		["split", "correct split", { claim: "pier (Repairs)", story: "ellen-storm" }],
		["given a feed", "feed add", { address: "https://feeds.example/x", story: "ellen-storm" }],
	])("is read-only to a server that does not keep it: %s", async (_what, name, values) => {
		await deskOf(stage, ELSEWHERE).run(name, values, "read-only here");
	});

	it("is shown there without a button that would be refused", async () => {
		const desk = deskOf(stage, ELSEWHERE);
		const values = { article: "coast-daily", story: "ellen-storm" };
		const shown = await desk.run("article show", values, "Front matter");
		expect(idsOf(shown).filter(id => /article (?:edit|remove)/u.test(id))).toEqual([]);
		expect(await desk.complete("article remove", "story", { story: "" })).toEqual([]);
		expect(await desk.complete("article show", "story", { story: "" })).toEqual(["ellen-storm"]);
		await tapForged(
			"r~article remove~article=coast-daily~story=ellen-storm~yes=yes",
			ELSEWHERE,
			"read-only here",
		);
		await desk.run("article list", { story: "ellen-storm" }, "3 articles");
	});

	it("can be watched and doubted there, without anybody else's hearing of it", async () => {
		const desk = deskOf(stage, ELSEWHERE);
		await desk.run("watch story", { story: "ellen-storm" }, "Watched");
		const doubt = await desk.run(
			"flag",
			{ claim: "pier (Repairs)", story: "ellen-storm" },
			"look wrong?",
		);
		await desk.press(doubt, "Tell the moderators", "Thank you");
		await desk.run("correct list", { story: "ellen-storm" }, "said once");
		await deskOf(stage).run("correct list", { story: "ellen-storm" }, "Nothing was corrected");
	});
});

describe("a member", () => {
	it.each([
		"r~undo~change=1~yes=yes",
		"r~article remove~article=moor-courier~story=quarry-dispute~yes=yes",
		"p~0~00000000~history",
		"k~0~00000000~article list~story=quarry-dispute",
	])("is refused what %s would do", async id => {
		const refused = await tapForged(id, { as: "member" }, "For moderators");
		expect(isEphemeral(refused)).toBe(true);
	});
});

describe("somebody who brought the bot along", () => {
	it("sees the installation's stories alone, and changes nothing", async () => {
		const { playground } = stage;
		const { moderator, member } = playground.people;
		playground.installForSelf(moderator);
		const place = playground.openPrivateChannel([moderator, member]);
		for (const desk of [deskOf(stage), deskOf(stage, { place })]) {
			expect(textOf(await desk.run("stories", {}, "Stories"))).not.toContain(OWN);
			const question = "How many sheep does the quarry owe?";
			expect(textOf(await desk.run("ask", { question }, "coverage"))).not.toContain("870");
			const doubt = await desk.run("flag", { claim: "pier (Repairs)" }, "look wrong?");
			await desk.press(doubt, "Tell the moderators", "Not here");
		}
		const refused = await tapForged("r~undo~change=1~yes=yes", {}, "For moderators");
		expect(isEphemeral(refused)).toBe(true);
	});
});
