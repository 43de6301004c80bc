import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { ONE_STORY } from "../discord/harbour.ts";
import { newsPage, openPageHost, type PageHost } from "../discord/page-host.ts";
import { openStage } from "../discord/stage.ts";
import { describeInChromium } from "./chromium.ts";
import { type Visit, visiting } from "./visit.ts";

/** A bot that reads a page takes longer than one that only answers. */
const patience = { timeout: 20_000 };

describeInChromium("a moderator at work, in a browser", browser => {
	let host: PageHost | null = null;
	beforeAll(async () => {
		host = await openPageHost();
	});
	afterAll(() => host?.close());
	const opened = (): PageHost => {
		if (host === null) throw new Error("no pages are served");
		return host;
	};
	const visit = visiting(browser, () => openStage(ONE_STORY, { allowedHosts: [opened().host] }));

	visit("adds a page by its address, asks about its figure, and undoes it", async visit => {
		const told =
			"The breakwater at Ellen will cost $8.6 million, the port authority said on Monday.";
		const page = newsPage("Quay Herald", "Stone for the bay", [told, LONG_ENOUGH]);
		await write(visit, `/article add ${opened().lay("/breakwater", page)}`);
		const preview = await shows(visit, "Add this article?");
		expect(await preview.textContent()).toContain("$8.6 million");
		expect(await preview.textContent()).toContain("Mira used /article add");
		await preview.getByRole("button", { name: "Add", exact: true }).click();
		await shows(visit, "Articles: 1 new");
		await write(visit, "/ask question:How much will the breakwater at Ellen cost?");
		expect(await (await shows(visit, "Quay Herald")).textContent()).toContain("$8.6 million");
		await write(visit, "/undo ");
		await (await shows(visit, "Undo change 1?")).getByRole("button", { name: "Undo it" }).click();
		await shows(visit, "is undone");
		await write(visit, "/ask question:How much will the breakwater at Ellen cost?");
		const after = await shows(visit, "Asked: How much will the breakwater");
		expect(await after.textContent()).not.toContain("$8.6 million");
	});

	visit("pastes a text into the form, changes its outlet, and cancels", async visit => {
		await write(visit, "/article add ");
		const form = visit.page.getByRole("dialog", { name: "Add an article" });
		await form.getByLabel("Outlet").fill("Mole Gazette");
		const text = "The ferry to Ellen carried 5,310 passengers in May, the line said.";
		await form.getByLabel("Text of the article").fill(`${text}\n\n${LONG_ENOUGH}`);
		await form.getByRole("button", { name: "Submit" }).click();
		const preview = await shows(visit, "Add this article?");
		expect(await preview.textContent()).toContain("5,310");
		await preview.getByRole("button", { name: /^Change/ }).click();
		const change = visit.page.getByRole("dialog", { name: "Change the article" });
		expect(await change.getByLabel("Outlet").inputValue()).toBe("Mole Gazette");
		await change.getByLabel("Outlet").fill("Pier Gazette");
		await visit.page.keyboard.press("Enter");
		const changed = await shows(visit, "Pier Gazette");
		await changed.getByRole("button", { name: "Cancel" }).click();
		await expect.poll(() => changed.getByRole("button", { name: "Cancel" }).count()).toBe(0);
	});

	visit("attaches a file, and removes the article again", async visit => {
		const { page, suggestion } = visit;
		await page.keyboard.type("/article add ");
		await page.getByRole("button", { name: "+ file" }).click();
		const buffer = Buffer.from(
			`# The lock\n\nThe lock at Ellen lifts 2,400 boats a year, its keeper said.\n\n${LONG_ENOUGH}`,
		);
		const file = { name: "lock.md", mimeType: "text/markdown", buffer };
		await page.locator('input[type="file"]').setInputFiles(file);
		await page.getByRole("button", { name: "+ outlet" }).click();
		await page.keyboard.type("Lock Letter");
		await page.keyboard.press("Enter");
		const preview = await shows(visit, "Add this article?");
		await preview.getByRole("button", { name: "Add", exact: true }).click();
		await shows(visit, "Articles: 1 new");
		await page.locator("#message-input").focus();
		await page.keyboard.type("/article remove lock");
		await suggestion("lock-letter").waitFor();
		await page.keyboard.press("Enter");
		await page.keyboard.press("Enter");
		const asked = await shows(visit, "Remove this article?");
		await asked.getByRole("button", { name: "Remove", exact: true }).click();
		await shows(visit, "Articles: 1 gone");
	});

	visit("does it in another server without anybody's seeing it here", async visit => {
		const { page, become, reply } = visit;
		await become("Lena");
		await page.getByRole("heading", { name: "late-shift", level: 2 }).waitFor();
		await write(visit, "/story create title:The tide mill");
		await reply("Story begun");
		await become("Mira");
		await write(visit, "/history ");
		const history = await shows(visit, "on record");
		expect(await history.textContent()).not.toContain("tide mill");
	});

	visit("hears of a change in a channel that watches, under the bot's own name", async visit => {
		await write(visit, "/watch story ");
		await shows(visit, "Watched");
		const told = "Repairs to the north pier will cost $5.9 million, the Ellen Port Authority said.";
		const page = newsPage("Pier Almanac", "The north pier again", [told, LONG_ENOUGH]);
		await write(visit, `/article add ${opened().lay("/pier", page)}`);
		const preview = await shows(visit, "Add this article?");
		await preview.getByRole("button", { name: "Add", exact: true }).click();
		const announced = visit.page
			.locator(".message:not(.ephemeral)")
			.filter({ hasText: "New in " })
			.filter({ hasText: "$5.9 million" })
			.first();
		await announced.waitFor(patience);
		expect(await announced.locator(".author").textContent()).toBe("Presscheck");
	});
});

/** With it a page is long enough to be taken for an article. */
const LONG_ENOUGH =
	"People on the quay spoke of little else that week, and the harbour office kept its doors open late so that everybody could look at the drawings, ask the engineers about them and go home in time.";

/** Writes a whole command and sends it, whatever is offered on the way. */
async function write({ page }: Visit, line: string): Promise<void> {
	await page.locator("#message-input").focus();
	await page.keyboard.insertText(line);
	await page.getByRole("button", { name: "Send", exact: true }).click();
}

/** The last message, once it holds the words. */
async function shows({ lastMessage }: Visit, words: string): Promise<Locator> {
	const message = lastMessage().filter({ hasText: words });
	await message.waitFor(patience);
	return message;
}
