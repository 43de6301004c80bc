import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { describeInChromium } from "./chromium.ts";
import { type Rehearsal, startRehearsal } from "./rehearsal-bot.ts";

/** Milliseconds; a browser on a busy machine takes its time. */
const patience = 30_000;

vi.setConfig({ testTimeout: patience, hookTimeout: patience });

describeInChromium("the page in a browser", browser => {
	let rehearsal: Rehearsal;
	let page: Page;
	/** What went wrong on the page: thrown, refused by the policy, or asked of another host. */
	let complaints: string[];

	beforeAll(async () => {
		rehearsal = await startRehearsal();
	});
	afterAll(() => rehearsal?.close());

	async function open(options: BrowserContextOptions = {}): Promise<void> {
		await page?.context().close();
		const context = await browser().newContext({
			viewport: { width: 1200, height: 800 },
			locale: "en-US",
			...options,
		});
		page = await context.newPage();
		page.setDefaultTimeout(8000);
		page.on("pageerror", error => complaints.push(String(error)));
		page.on("console", message => {
			if (message.type() === "error") complaints.push(message.text());
		});
		page.on("request", request => {
			if (!request.url().startsWith(rehearsal.playground.address)) complaints.push(request.url());
		});
		await page.goto(rehearsal.playground.address);
		await page.locator("#message-input:focus").waitFor();
	}

	beforeEach(async () => {
		complaints = [];
		await open();
	});

	afterEach(async () => {
		await page.context().close();
		expect(complaints).toEqual([]);
		expect(rehearsal.playground.refusals()).toEqual([]);
	});

	function lastMessage(): Locator {
		return page.locator(".messages > .message").last();
	}

	function suggestion(name: string | RegExp): Locator {
		return page.getByRole("option", { name });
	}

	async function run(line: string): Promise<void> {
		await page.keyboard.type(line);
		await page.keyboard.press("Enter");
		await page.keyboard.press("Enter");
	}

	/** Waits until the last message holds the words, and gives it. */
	async function reply(words: string): Promise<Locator> {
		await lastMessage().filter({ hasText: words }).waitFor();
		return lastMessage();
	}

	async function become(name: string): Promise<void> {
		await page.getByRole("button", { name: /Be somebody else/ }).click();
		await page.getByRole("menuitemradio", { name }).click();
		await page.getByRole("button", { name: new RegExp(`You are ${name}`) }).waitFor();
		await page.locator("#message-input:focus").waitFor();
	}

	test("a command is typed, completed by the bot, sent and answered", async () => {
		await page.keyboard.type("/");
		await suggestion("/echo Says again what was said").waitFor();
		await suggestion("/panel").waitFor();
		await page.keyboard.type("ec");
		expect(await page.getByRole("option").count()).toBe(1);
		await page.keyboard.press("Tab");
		const river = page.getByRole("combobox", { name: "river: the river" });
		await expect.poll(() => river.evaluate(field => field.matches(":focus"))).toBe(true);
		await suggestion("Cold Ferry").waitFor();
		await page.keyboard.type("amber");
		await suggestion("Cold Ferry").waitFor({ state: "detached" });
		await page.keyboard.press("ArrowDown");
		expect(await suggestion("Amber Falls").getAttribute("aria-selected")).toBe("true");
		expect(await river.getAttribute("aria-activedescendant")).toBe(
			await suggestion("Amber Falls").getAttribute("id"),
		);
		await page.keyboard.press("Enter");
		expect(await river.inputValue()).toBe("Amber Falls");
		await page.keyboard.press("Enter");
		const answer = await reply("heard Amber Falls in plain");
		expect(await answer.textContent()).toContain("Mira used /echo");
		expect(await answer.locator(".badge").textContent()).toBe("APP");
	});

	test("an optional option is added by its button, and its choices are offered", async () => {
		await page.keyboard.type("/echo Birch");
		await suggestion("Birch Water").waitFor();
		await page.keyboard.press("Escape");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await suggestion("Loud voice").waitFor();
		await page.keyboard.press("Enter");
		await page.keyboard.press("Enter");
		await reply("heard Birch in loud");
	});

	test("Enter sends a command that needs nothing, and an arrow key chooses before", async () => {
		await run("/hum");
		await reply("hums idly");
		await page.keyboard.type("/hum");
		await page.keyboard.press("Enter");
		await suggestion("Soft voice").waitFor();
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Enter");
		await reply("hums soft");
	});

	test("an answer to what was typed before is dropped", async () => {
		await page.keyboard.type("/echo b");
		await page.waitForTimeout(250);
		await page.keyboard.press("Backspace");
		await page.keyboard.type("cold");
		await suggestion("Cold Ferry").waitFor();
		await page.waitForTimeout(600);
		expect(await page.getByRole("option").allTextContents()).toEqual(["Cold Ferry"]);
	});

	test("a missing option is asked for, and nothing is sent", async () => {
		await page.keyboard.type("/say ");
		await page.keyboard.press("Enter");
		await page.getByRole("alert").filter({ hasText: "This option is required" }).waitFor();
		const field = page.getByRole("combobox", { name: "words: the words" });
		expect(await field.getAttribute("aria-invalid")).toBe("true");
		await page.keyboard.type("now");
		await page.keyboard.press("Enter");
		await reply("now");
	});

	test("Escape cancels, Backspace goes back, Up recalls", async () => {
		await page.keyboard.type("/say recalled");
		await page.keyboard.press("Enter");
		await reply("recalled");
		await page.keyboard.press("ArrowUp");
		const field = page.getByRole("combobox", { name: "words: the words" });
		expect(await field.inputValue()).toBe("recalled");
		await page.keyboard.press("Escape");
		const message = page.getByRole("combobox", { name: /^Message #/ });
		expect(await message.inputValue()).toBe("");
		await page.keyboard.type("/say ");
		await field.waitFor();
		await page.keyboard.press("Backspace");
		expect(await message.inputValue()).toBe("/say");
	});

	test("a file goes with a command", async () => {
		await page.keyboard.type("/measure ");
		await page.locator('input[type="file"]').setInputFiles({
			name: "river.txt",
			mimeType: "text/plain",
			buffer: Buffer.from("twelve bytes"),
		});
		await page
			.getByText("river.txt")
			.or(page.getByRole("button", { name: "Send" }))
			.first()
			.waitFor();
		await page.getByRole("button", { name: "Send" }).click();
		await reply("river.txt has 12 bytes");
	});

	test("buttons and menus act, and the focus stays where it was", async () => {
		await run("/panel");
		const shown = await reply("Page 1 of many");
		await shown.getByRole("heading", { name: "Panel" }).waitFor();
		const source = shown.getByRole("link", { name: "Source" });
		expect(await source.getAttribute("href")).toBe("https://river.example/a#:~:text=amber");
		expect(await source.getAttribute("rel")).toBe("noopener noreferrer");
		expect(await shown.getByRole("button", { name: "Closed" }).isDisabled()).toBe(true);
		await shown.getByRole("link", { name: "A map of the river" }).waitFor();
		await shown.getByRole("button", { name: "Next" }).press("Enter");
		await reply("Page 2 of many");
		await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe("Next");
		await page.keyboard.press("Enter");
		await reply("Page 3 of many");
		await lastMessage().getByRole("button", { name: "Which river?" }).press("Enter");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await reply("chose Amber Falls");
	});

	test("several are chosen and sent when the menu closes", async () => {
		await run("/panel");
		const shown = await reply("Page 1 of many");
		await shown.getByRole("button", { name: "Which rivers?" }).click();
		await page.getByRole("option", { name: "Amber Brook" }).click();
		await page.getByRole("option", { name: "Cold Ferry" }).click();
		await page.keyboard.press("Escape");
		await reply("chose Amber Brook and Cold Ferry");
	});

	test("a form is filled in by keyboard, and stays open while it lacks something", async () => {
		await run("/form");
		const dialog = page.getByRole("dialog", { name: "A new river" });
		await dialog.waitFor();
		await page.keyboard.type("Amber");
		await page.keyboard.press("Enter");
		await dialog.getByRole("alert").filter({ hasText: "Course: make a selection" }).waitFor();
		await page.keyboard.press("Enter");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await reply("Amber flows south");
		expect(await dialog.count()).toBe(0);
	});

	test("the focus stays in a form until it is closed", async () => {
		await run("/form");
		await page.getByRole("dialog").waitFor();
		const inside: unknown[] = [];
		for (let presses = 0; presses < 12; presses++) {
			await page.keyboard.press("Tab");
			inside.push(await page.evaluate("document.activeElement.closest('dialog, body').localName"));
		}
		expect(inside.filter(name => name !== "dialog").length).toBeLessThanOrEqual(2);
		expect(await page.evaluate("document.activeElement.closest('#page')")).toBeNull();
		await page.keyboard.press("Escape");
		expect(await page.getByRole("dialog").count()).toBe(0);
	});

	test("what only one sees says so, and can be dismissed", async () => {
		await run("/whisper");
		const whispered = await reply("between us");
		expect(await whispered.textContent()).toContain("Only you can see this");
		await become("João");
		expect(await page.getByText("between us").count()).toBe(0);
		await become("Mira");
		await reply("between us");
		await lastMessage().getByRole("button", { name: "Dismiss message" }).click();
		expect(await page.getByText("between us").count()).toBe(0);
		await page.getByRole("button", { name: "Direct messages" }).click();
		await page.getByRole("heading", { name: "Presscheck", level: 2 }).waitFor();
		await page.getByRole("button", { name: "Newsroom" }).click();
		await page.getByRole("heading", { name: "newsroom", level: 2 }).waitFor();
		await page.locator("#message-input:focus").waitFor();
		expect(await page.getByText("between us").count()).toBe(0);
	});

	test("a bot that thinks says so until it answers", async () => {
		await run("/slow");
		await reply("Presscheck is thinking…");
		await reply("thought through");
		expect(await page.getByText("is thinking").count()).toBe(0);
	});

	test("a bot that does not answer is said not to have", async () => {
		await run("/mute");
		const note = page.locator(".notes .message");
		await note.filter({ hasText: "Sending command…" }).waitFor();
		await note.filter({ hasText: "The application did not respond" }).waitFor();
		await note.getByRole("button", { name: "Dismiss message" }).click();
		expect(await note.count()).toBe(0);
		await run("/panel");
		const shown = await reply("Page 1 of many");
		await shown.getByRole("button", { name: "Break" }).click();
		await shown.getByRole("alert").filter({ hasText: "The application did not respond" }).waitFor();
	});

	test("a message's menu opens by click, right click and key", async () => {
		await page.keyboard.type("three small words");
		await page.keyboard.press("Enter");
		await reply("three small words");
		await lastMessage().click({ button: "right" });
		await page.getByRole("menuitem", { name: "Count its words" }).click();
		await reply("3 words");
		await page.getByRole("log").focus();
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("ContextMenu");
		await page.getByRole("menuitem", { name: "Count its words" }).waitFor();
		await page.keyboard.press("Escape");
		expect(await page.getByRole("menu").count()).toBe(0);
		await expect.poll(() => page.evaluate("document.activeElement.className")).toMatch(/^message/);
		await lastMessage().hover();
		await lastMessage().getByRole("button", { name: "More" }).click();
		await page.getByRole("menuitem", { name: "Copy text" }).waitFor();
	});

	test("the bot is mentioned, and answers under the mention", async () => {
		await page.keyboard.type("@pre");
		await suggestion("@Presscheck presscheck").waitFor();
		await page.keyboard.press("Tab");
		await page.keyboard.type("are you there?");
		await page.keyboard.press("Enter");
		const answer = await reply("you called?");
		expect(await answer.locator(".context").textContent()).toContain("are you there?");
	});

	test("a member is not offered what only moderators may run", async () => {
		await page.keyboard.type("/tidy");
		await suggestion("/tidy").waitFor();
		await page.keyboard.press("Escape");
		await become("João");
		await page.keyboard.type("/tidy");
		await page.getByText("No such command").waitFor();
	});

	test("a channel stays open over a reload", async () => {
		await page.getByRole("button", { name: "Direct messages" }).click();
		await page.getByRole("heading", { name: "Presscheck", level: 2 }).waitFor();
		await page.reload();
		await page.getByRole("heading", { name: "Presscheck", level: 2 }).waitFor();
		await page.locator("#message-input:focus").waitFor();
		await run("/echo Cold");
		await reply("heard Cold");
	});

	test("a channel with news says so until it is opened, and arrows walk the list", async () => {
		const { channels, people, side } = rehearsal.playground;
		side.say(channels.text["moderation"] ?? "", { user: people.moderator, content: "look here" });
		const row = page.getByRole("button", { name: "moderation, new messages" });
		await row.waitFor();
		const names = await page.locator("#channels button").allTextContents();
		await page.locator("#channels button").first().focus();
		for (let steps = names.indexOf("moderation"); steps > 0; steps--)
			await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await reply("look here");
		expect(await row.count()).toBe(0);
	});

	test("somebody who types is shown, and what is typed anywhere goes to the composer", async () => {
		await page.getByRole("log").focus();
		await page.keyboard.type("@Presscheck take your time");
		await page.keyboard.press("Enter");
		await page.getByText("Presscheck is typing…").waitFor();
	});

	test("what cannot be sent is said", async () => {
		await page.context().setOffline(true);
		await page.keyboard.type("lost");
		await page.keyboard.press("Enter");
		await page.getByRole("alert").filter({ hasText: "The playground cannot be reached" }).waitFor();
		await page.context().setOffline(false);
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Enter");
		await reply("lost");
		complaints = complaints.filter(words => !words.includes("ERR_INTERNET_DISCONNECTED"));
	});

	test("hostile text makes no element and no link that runs", async () => {
		const hostile =
			'<img src=x onerror="document.title=1"> <b>x</b> [a](javascript:document.title=2) <script>3</script> ||<i>s</i>||';
		await page.keyboard.type("/say ");
		await page.keyboard.insertText(hostile);
		await page.keyboard.press("Enter");
		const shown = await reply("<b>x</b>");
		const content = shown.locator(".content");
		expect(await content.locator("img, b, i, script, a").count()).toBe(0);
		expect(await content.textContent()).toContain('<img src=x onerror="document.title=1">');
		expect(await page.title()).toContain("playground");
	});

	test("markdown stands as elements, and a spoiler hides until asked", async () => {
		await page.keyboard.insertText("**bold** and ||hidden|| in [words](https://river.example)");
		await page.keyboard.press("Enter");
		const shown = await reply("bold and hidden in words");
		expect(await shown.locator("strong").textContent()).toBe("bold");
		expect(await shown.getByRole("link", { name: "words" }).getAttribute("target")).toBe("_blank");
		const spoiler = shown.getByRole("button", { name: "Spoiler, show it" });
		await spoiler.press("Enter");
		await expect.poll(() => spoiler.count()).toBe(0);
	});

	test("dark and light follow the system until chosen", async () => {
		const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
		const dark = "rgb(49, 51, 56)";
		const light = "rgb(255, 255, 255)";
		await page.emulateMedia({ colorScheme: "dark" });
		expect(await background()).toBe(dark);
		await page.emulateMedia({ colorScheme: "light" });
		expect(await background()).toBe(light);
		await page.getByRole("button", { name: "Dark colours" }).click();
		expect(await background()).toBe(dark);
		await page.reload();
		expect(await background()).toBe(dark);
	});

	test("on a phone nothing sticks out, and channels are in a drawer", async () => {
		await open({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
		await run("/panel");
		await reply("Page 1 of many");
		await page.keyboard.type("/echo ");
		await suggestion("Amber Brook").waitFor();
		const width = () => page.evaluate("document.documentElement.scrollWidth");
		const logWidth = () =>
			page.evaluate(
				"document.querySelector('#log').scrollWidth - document.querySelector('#log').clientWidth",
			);
		expect(await width()).toBe(360);
		expect(await logWidth()).toBe(0);
		await page.keyboard.press("Escape");
		await page.keyboard.press("Escape");
		const direct = page.getByRole("button", { name: "Direct messages" });
		expect(await direct.isVisible()).toBe(false);
		await page.getByRole("button", { name: "Channels" }).tap();
		await direct.tap();
		await page.getByRole("heading", { name: "Presscheck", level: 2 }).waitFor();
		await expect.poll(() => direct.isVisible()).toBe(false);
		expect(await width()).toBe(360);
	});
});
