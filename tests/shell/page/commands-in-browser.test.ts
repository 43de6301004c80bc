import { expect } from "vitest";
import { describeInChromium } from "./chromium.ts";
import { visiting } from "./visit.ts";

describeInChromium("commands and their replies, in a browser", browser => {
	const visit = visiting(browser);

	visit(
		"a command is typed, completed by the bot, sent and answered",
		async ({ page, reply, suggestion }) => {
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
		},
	);

	visit(
		"an optional option is added by its button, and its choices are offered",
		async ({ page, reply, suggestion }) => {
			await page.keyboard.type("/echo Birch");
			await suggestion("Birch Water").waitFor();
			await page.keyboard.press("Escape");
			await page.keyboard.press("Tab");
			await page.keyboard.press("Enter");
			await suggestion("Loud voice").waitFor();
			await page.keyboard.press("Enter");
			await page.keyboard.press("Enter");
			await reply("heard Birch in loud");
		},
	);

	visit(
		"Enter sends a command that needs nothing, and an arrow key chooses before",
		async ({ page, reply, suggestion, run }) => {
			await run("/hum");
			await reply("hums idly");
			await page.keyboard.type("/hum");
			await page.keyboard.press("Enter");
			await suggestion("Soft voice").waitFor();
			await page.keyboard.press("ArrowUp");
			await page.keyboard.press("Enter");
			await page.keyboard.press("Enter");
			await reply("hums soft");
		},
	);

	visit("an answer to what was typed before is dropped", async ({ page, suggestion }) => {
		await page.keyboard.type("/echo b");
		await page.waitForTimeout(250);
		await page.keyboard.press("Backspace");
		await page.keyboard.type("cold");
		await suggestion("Cold Ferry").waitFor();
		await page.waitForTimeout(600);
		expect(await page.getByRole("option").allTextContents()).toEqual(["Cold Ferry"]);
	});

	visit("a missing option is asked for, and nothing is sent", async ({ page, reply }) => {
		await page.keyboard.type("/say ");
		await page.keyboard.press("Enter");
		await page.getByRole("alert").filter({ hasText: "This option is required" }).waitFor();
		const field = page.getByRole("combobox", { name: "words: the words" });
		expect(await field.getAttribute("aria-invalid")).toBe("true");
		await page.keyboard.type("now");
		await page.keyboard.press("Enter");
		await reply("now");
	});

	visit("Escape cancels, Backspace goes back, Up recalls", async ({ page, reply }) => {
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

	visit("a file goes with a command", async ({ page, reply }) => {
		await page.keyboard.type("/measure ");
		await page.locator('input[type="file"]').setInputFiles({
			name: "river.txt",
			mimeType: "text/plain",
			buffer: Buffer.from("twelve bytes"),
		});
		await page.getByRole("button", { name: "Send" }).click();
		await reply("river.txt has 12 bytes");
	});

	visit("a file is dropped on the page, and Enter sends it", async ({ page, reply }) => {
		const drop = (size: number) =>
			page.evaluate(
				`(() => {
					const dataTransfer = new DataTransfer();
					dataTransfer.items.add(new File(["x".repeat(${size})], "delta.txt"));
					const told = { dataTransfer, bubbles: true, cancelable: true };
					return document.body.dispatchEvent(new DragEvent("drop", told));
				})()`,
			);
		const alert = page.getByRole("alert");
		expect(await drop(5)).toBe(false);
		await alert.filter({ hasText: "Type a command that takes a file" }).waitFor();
		await page.keyboard.type("/measure ");
		await drop(10 * 1024 * 1024 + 1);
		await page.getByRole("button", { name: "Send" }).click();
		await alert.filter({ hasText: "file: at most 10 MiB" }).waitFor();
		await drop(5);
		await expect.poll(() => alert.isVisible()).toBe(false);
		await page.locator('input[type="file"]').press("Enter");
		await reply("delta.txt has 5 bytes");
		await page.keyboard.press("ArrowUp");
		await page.locator('input[type="file"]').press("Enter");
		await expect.poll(() => page.getByText("delta.txt has 5 bytes").count()).toBe(2);
	});

	visit(
		"buttons and menus act, and the focus stays where it was",
		async ({ page, lastMessage, reply, run }) => {
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
		},
	);

	visit("several are chosen and sent when the menu closes", async ({ page, reply, run }) => {
		await run("/panel");
		const shown = await reply("Page 1 of many");
		await shown.getByRole("button", { name: "Which rivers?" }).click();
		await page.getByRole("option", { name: "Amber Brook" }).click();
		await page.getByRole("option", { name: "Cold Ferry" }).click();
		await page.keyboard.press("Escape");
		await reply("chose Amber Brook and Cold Ferry");
	});

	visit(
		"a form is filled in by keyboard, and stays open while it lacks something",
		async ({ page, reply, run }) => {
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
			await run("/say typed at once");
			await reply("typed at once");
		},
	);

	visit("the focus stays in a form until it is closed", async ({ page, run }) => {
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

	visit(
		"what only one sees says so, and can be dismissed",
		async ({ page, lastMessage, reply, run, become, settled }) => {
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
			await settled();
			expect(await page.getByText("between us").count()).toBe(0);
		},
	);

	visit("a bot that thinks says so until it answers", async ({ page, reply, run }) => {
		await run("/slow");
		await reply("Presscheck is thinking…");
		await reply("thought through");
		expect(await page.getByText("is thinking").count()).toBe(0);
	});

	visit("a bot that does not answer is said not to have", async ({ page, reply, run }) => {
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
});
