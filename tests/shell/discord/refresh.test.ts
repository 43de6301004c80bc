import { REST, Routes } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import type { PersonEvent } from "../../../src/shell/playground/protocol.ts";
import { CHANGED, ONE_STORY } from "./harbour.ts";
import { expectNoRefusals, isEphemeral, openStage, type Stage, textOf } from "./stage.ts";

let stage: Stage;

afterEach(async () => {
	expectNoRefusals(stage);
	await stage.close();
});

function updates(words: string) {
	return (event: PersonEvent) =>
		event.kind === "message-updated" && textOf(event.message).includes(words);
}

describe("a moderator's refresh", () => {
	it("tells how far it is, and what changed", async () => {
		stage = await openStage(ONE_STORY);
		stage.lay(CHANGED);
		const steps = [2, 3, 4].map(step => stage.hears(updates(`Step ${step} of 4`), "moderator"));
		const end = stage.hears(updates("Corpus read again"), "moderator");
		await stage.run("refresh", {}, { as: "moderator" });
		await Promise.all(steps);
		const done = await end;
		expect(done.kind === "message-updated" && textOf(done.message)).toContain("1 changed");
		expect(textOf(await stage.run("claim", { text: "north pier" }))).toContain("$4.6 million");
	});

	it("keeps the old snapshot when nothing can be read any more", async () => {
		stage = await openStage(ONE_STORY);
		stage.lay({
			stories: [],
			problems: [{ file: "corpus", reason: "no right to read it", remedy: "give it" }],
		});
		const end = stage.hears(updates("What was read before serves on"), "moderator");
		await stage.run("refresh", { show: "only me" }, { as: "moderator" });
		const done = await end;
		expect(done.kind === "message-updated" && isEphemeral(done.message)).toBe(true);
		expect(textOf(await stage.run("claim", { text: "north pier" }))).toContain("$4.2 million");
	});
});

describe("a refresh that meets trouble", () => {
	it("goes on when a step cannot be shown", async () => {
		stage = await openStage(ONE_STORY);
		// Each request is tried four times.
		stage.playground.faults.fail({ method: "PATCH", path: /original/, times: 4 });
		const end = stage.hears(updates("Corpus read again"), "moderator");
		await stage.run("refresh", {}, { as: "moderator" });
		await end;
		await stage.logs("progress could not be shown");
	});

	it("says that it failed, keeps the old snapshot, and logs why", async () => {
		stage = await openStage(ONE_STORY);
		stage.lay({
			get stories(): never {
				throw new TypeError("a bug");
			},
			problems: [],
		});
		const end = stage.hears(updates("What was read before serves on"), "moderator");
		await stage.run("refresh", {}, { as: "moderator" });
		await end;
		await stage.logs("the refresh failed");
		stage.lay(ONE_STORY);
	});

	it("apologises in the reply's place when the report cannot be shown", async () => {
		stage = await openStage(ONE_STORY);
		stage.playground.faults.fail({ method: "PATCH", path: /original/, times: 16 });
		const end = stage.hears(updates("Something went wrong"), "moderator");
		await stage.run("refresh", {}, { as: "moderator" });
		await end;
		await stage.logs("a reply failed");
	});
});

describe("a member's refresh", () => {
	it("is not offered", async () => {
		stage = await openStage(ONE_STORY);
		await expect(stage.run("refresh", {})).rejects.toThrow(/turned down/);
		await expect(stage.run("refresh", {}, { as: "moderator", direct: true })).rejects.toThrow(
			/turned down/,
		);
	});

	it("is refused plainly where the server's settings let it through", async () => {
		stage = await openStage(ONE_STORY);
		await openToAll(stage);
		const reply = await stage.run("refresh", { show: "channel" });
		expect(textOf(reply)).toContain("/refresh is for members who may manage this server");
		expect(isEphemeral(reply)).toBe(true);
		await stage.restart();
	});
});

/** What an administrator can do in a server's settings: let everybody run a command. */
async function openToAll({ playground }: Stage): Promise<void> {
	const rest = new REST({ api: playground.api }).setToken(playground.token);
	const route = Routes.applicationCommands(playground.applicationId);
	const registered = (await rest.get(route)) as readonly {
		readonly id: string;
		readonly name: string;
	}[];
	const id = registered.find(({ name }) => name === "refresh")?.id ?? "";
	await rest.patch(Routes.applicationCommand(playground.applicationId, id), {
		body: { default_member_permissions: null },
	});
}
