import { afterEach, describe, expect, it } from "vitest";
import { NO_RECORDS } from "../../../src/records/records.ts";
import type { Commands } from "../../../src/shell/discord/bot.ts";
import { ONE_STORY } from "./harbour.ts";
import {
	expectNoRefusals,
	isEphemeral,
	openStage,
	pause,
	REAL,
	type Stage,
	textOf,
} from "./stage.ts";

let stage: Stage;

afterEach(async () => {
	await stage.close();
});

const callback = { method: "POST", path: /\/callback/ };

describe("Discord in trouble", () => {
	it("is asked again after 500", async () => {
		stage = await openStage(ONE_STORY);
		stage.playground.faults.fail({ ...callback, times: 2 });
		expect(textOf(await stage.run("stories", {}))).toContain("The storm at Ellen");
		expectNoRefusals(stage);
	});

	it("is waited for when it limits the rate", async () => {
		stage = await openStage(ONE_STORY);
		stage.playground.faults.limit(0.2, callback);
		const started = Date.now();
		expect(textOf(await stage.run("stories", {}))).toContain("The storm at Ellen");
		expect(Date.now() - started).toBeGreaterThanOrEqual(200);
		stage.playground.faults.limit(0.1, { path: /messages$/ });
		const reply = await stage.mention(`<@${stage.playground.botId}>`);
		expect(textOf(reply)).toContain("What Presscheck answers");
		expectNoRefusals(stage);
	});

	it("is heard again when the socket drops, and nothing is lost", async () => {
		stage = await openStage(ONE_STORY);
		stage.playground.faults.dropSocket();
		const replies = await Promise.all([
			stage.run("stories", {}),
			stage.run("figures", {}),
			stage.run("help", {}),
		]);
		expect(replies.map(reply => textOf(reply).split("\n")[0])).toEqual([
			"## Stories",
			"## The outlets differ",
			"## What Presscheck answers",
		]);
		await stage.logs("resumed");
		expectNoRefusals(stage);
	});

	it("is come back to when it asks for a new socket", async () => {
		stage = await openStage(ONE_STORY);
		stage.playground.faults.askToReconnect();
		expect(textOf(await stage.run("stories", {}))).toContain("The storm at Ellen");
	});

	it("gets a new session when the old is invalid", async () => {
		stage = await openStage(ONE_STORY);
		stage.playground.faults.invalidateSession();
		await pause(200);
		await stage.playground.whenReady();
		expect(textOf(await stage.run("stories", {}))).toContain("The storm at Ellen");
	});

	it("cannot be told anything more when it is down", async () => {
		stage = await openStage(ONE_STORY);
		stage.playground.faults.fail({ ...callback, times: 8 });
		const { side, people, channels } = stage.playground;
		await side.interact({
			kind: "command",
			name: "stories",
			options: [],
			user: people.member,
			channel: channels.direct.member,
		});
		await stage.logs("the apology did not arrive");
		expect(textOf(await stage.run("stories", {}))).toContain("The storm at Ellen");
	});

	it("is told late, and the log says so", async () => {
		stage = await openStage(ONE_STORY);
		stage.playground.faults.delay(3_200, callback);
		const { side, people, channels } = stage.playground;
		await side.interact({
			kind: "command",
			name: "stories",
			options: [],
			user: people.member,
			channel: channels.direct.member,
		});
		await stage.logs("too late");
		expect(stage.playground.refusals().map(({ code }) => code)).toEqual([10062]);
	});
});

const broken: Commands = {
	...REAL,
	perform: call => {
		if (call.values["question"]?.includes("break")) throw new TypeError("a bug");
		return REAL.perform(call);
	},
	complete: () => {
		throw new TypeError("a bug");
	},
};

describe("a bug", () => {
	it("is apologised for and logged, without the question or who asked", async () => {
		stage = await openStage(ONE_STORY, { commands: broken });
		const reply = await stage.run("ask", { question: "does sesame break?" });
		expect(textOf(reply)).toContain("Something went wrong");
		expect(isEphemeral(reply)).toBe(true);
		const told = await stage.mention(`<@${stage.playground.botId}> break sesame`);
		expect(textOf(told)).toContain("Something went wrong");
		await stage.logs("TypeError");
		const log = stage.logged().join();
		expect(log).not.toContain("sesame");
		expect(log).not.toContain(stage.playground.people.member);
		expect(log).not.toContain(stage.playground.token);
		expectNoRefusals(stage);
	});

	it("that misquotes shows no wrong words, and is logged", async () => {
		const misquoting: Commands = {
			...REAL,
			perform: call => {
				const outcome = REAL.perform(call);
				if (outcome.kind !== "answer") return outcome;
				const sections = outcome.answer.sections.map(section => ({
					...section,
					entries: section.entries.map(entry => ({
						...entry,
						excerpt: entry.excerpt && { ...entry.excerpt, text: "It rained frogs." },
					})),
				}));
				return { kind: "answer", answer: { ...outcome.answer, sections } };
			},
		};
		stage = await openStage(ONE_STORY, { commands: misquoting });
		expect(textOf(await stage.run("figures", {}))).not.toContain("frogs");
		await stage.logs("an excerpt is not its article's words");
		expect(stage.logged().join()).toContain('"file":"coast-daily"');
	});

	it("offers nothing while an option is typed", async () => {
		stage = await openStage(ONE_STORY, { commands: broken });
		expect(await stage.type("claim", "text", "ships")).toEqual([]);
	});

	it("of another version's button is told as such", async () => {
		stage = await openStage(ONE_STORY);
		const stories = await stage.run("stories", {});
		const other: Commands = { ...REAL, list: [] };
		await stage.restart({
			...other,
			perform: () => REAL.perform({ ...call(stage), name: "gone" }),
		});
		expect(textOf(await stage.press(stories, "The storm"))).toContain("There is no /gone");
	});
});

function call({ library }: Stage) {
	return {
		name: "gone",
		snapshot: library.current(),
		values: {},
		records: NO_RECORDS,
		channel: null,
	};
}

describe("a shutdown", () => {
	it("finishes what is under way", async () => {
		stage = await openStage(ONE_STORY);
		stage.playground.faults.delay(300, callback);
		const reply = stage.run("stories", {});
		await pause(50);
		await stage.connection().stop();
		expect(textOf(await reply)).toContain("The storm at Ellen");
		expectNoRefusals(stage);
	});
});
