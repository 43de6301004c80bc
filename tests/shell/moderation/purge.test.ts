import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Notice } from "../../../commands/command.ts";
import { anchorOf, type Correction } from "../../../src/claims/corrections.ts";
import { type FeedHost, openFeedHost } from "./feed-host.ts";
import { type FeedHouse, openFeedHouse } from "./feed-house.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let host: FeedHost;
let house: FeedHouse;

beforeEach(async () => {
	host = await openFeedHost();
	house = await openFeedHouse([host.host]);
});

afterEach(async () => {
	await house.close();
	await host.close();
});

const REST = "It was put in when the mill was built, and has turned in every flood since then. ";

async function add(outlet: string, words: string): Promise<void> {
	const path = `/${outlet.toLowerCase()}`;
	host.lay(path, { type: "text/plain", body: `${words}\n\n${REST.repeat(3)}\n` });
	const added = await house.carryOut({
		kind: "add article",
		story: "mill",
		origin: { kind: "addresses", addresses: [host.addressOf(path)] },
		fields: { outlet, title: `${outlet} on the wheel` },
		confirmed: true,
	});
	expect(added.title).toBe("Added");
}

async function correct(kind: "rename" | "misread", article: string): Promise<void> {
	const claim = house.library
		.current()
		.stories[0]?.claims.find(({ reports }) => reports.every(one => one.article === article));
	if (claim === undefined) throw new Error("no claim");
	const anchor = anchorOf(claim);
	const correction: Correction =
		kind === "rename" ? { kind, ...anchor, label: `renamed ${article}` } : { kind, ...anchor };
	const corrected = await house.carryOut({ kind: "correct", story: "mill", correction });
	expect(corrected.refusal).toBe(false);
}

function remove(forever: boolean): Promise<Notice> {
	return house.carryOut({ kind: "remove article", story: "mill", article: "weekly", forever });
}

async function allKept(): Promise<string> {
	const query = { story: null, below: null, limit: 100 };
	const record = await house.keeper.history("installation", query);
	return JSON.stringify([record, await house.keeper.read("installation", null)]);
}

const WEEKLY = "The wheel of the mill weighs 612 kilograms, says Secretson.";
const SLUICE = "The sluice of the mill cost 77 dollars, says Otherson.";
const SECRETS = /Secretson|612 kilograms|Weekly on the wheel|:\d+\/weekly|renamed weekly/;

test("an article that is removed for good leaves nothing that it said, and takes nothing else", async () => {
	await add("Weekly", WEEKLY);
	await add("Sluice", SLUICE);
	await correct("rename", "weekly");
	await correct("rename", "sluice");
	await correct("misread", "weekly");
	expect(await allKept()).toMatch(SECRETS);
	expect(await remove(true)).toMatchObject({ refusal: false, title: "Removed for good" });
	const kept = await allKept();
	expect(kept.match(SECRETS)).toBeNull();
	expect(kept).toContain("Otherson");
	expect(kept).toContain("Sluice on the wheel");
	const [story] = house.library.current().stories;
	expect(story?.claims.map(({ label }) => label)).toContain("renamed sluice");
	const renaming = house.history().find(({ deed }) => deed.includes("renamed sluice"));
	const undone = await house.carryOut({ kind: "undo", number: renaming?.number ?? 0 });
	expect(undone.refusal).toBe(false);
	const labels = house.library.current().stories[0]?.claims.map(({ label }) => label);
	expect(labels).not.toContain("renamed sluice");
	const hidden = house.history().find(({ deed }) => deed.startsWith("Hid as misread"));
	const nothing = await house.carryOut({ kind: "undo", number: hidden?.number ?? 0 });
	expect(nothing).toMatchObject({ refusal: true, title: "This cannot be undone" });
});

test("nor is anything left of what it was called before it was edited", async () => {
	await add("Weekly", WEEKLY);
	const meant = { story: "mill", article: "weekly" };
	const edit = (title: string) =>
		house.carryOut({ kind: "edit article", ...meant, fields: { title } });
	await edit("Secretson weighs");
	await edit("A wheel");
	await house.carryOut({ kind: "undo", number: 3 });
	expect(await allKept()).toMatch(SECRETS);
	await remove(true);
	expect((await allKept()).match(SECRETS)).toBeNull();
	expect(house.history().map(({ deed }) => deed)).toEqual([
		"Removed for good Weekly",
		"Took back: Edited Weekly",
		"Edited Weekly",
		"Edited Weekly",
		"Added Weekly",
	]);
});

test("so does one that was removed before, and taken back before that", async () => {
	await add("Weekly", WEEKLY);
	const removed = await remove(false);
	expect(removed.choices.map(({ label }) => label)).toEqual(["Undo change 2", "Remove for good…"]);
	expect(house.moderation.records(null).removed).toEqual([{ story: "mill", id: "weekly" }]);
	await house.carryOut({ kind: "undo", number: 2 });
	await house.carryOut({ kind: "undo", number: 3 });
	expect(house.outlets()).toEqual(["First Paper"]);
	expect(await remove(true)).toMatchObject({ refusal: false, title: "Removed for good" });
	expect((await allKept()).match(SECRETS)).toBeNull();
	expect(house.history().map(({ isFinal }) => isFinal)).toEqual(Array(5).fill(true));
	expect(house.moderation.records(null).removed).toEqual([]);
	expect(await remove(true)).toMatchObject({ refusal: true, title: "Which article?" });
});
