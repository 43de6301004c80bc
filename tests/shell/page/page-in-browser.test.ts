import { expect, vi } from "vitest";
import { describeInChromium } from "./chromium.ts";
import { visiting } from "./visit.ts";

describeInChromium("the page, in a browser", browser => {
	const visit = visiting(browser);

	visit(
		"a message's menu opens by click, right click and key",
		async ({ page, lastMessage, reply }) => {
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
			await expect
				.poll(() => page.evaluate("document.activeElement.className"))
				.toMatch(/^message/);
			await lastMessage().hover();
			await lastMessage().getByRole("button", { name: "More" }).click();
			await page.getByRole("menuitem", { name: "Copy text" }).waitFor();
		},
	);

	visit(
		"the bot is mentioned, and answers under the mention",
		async ({ page, reply, suggestion }) => {
			await page.keyboard.type("@pre");
			await suggestion("@Presscheck presscheck").waitFor();
			await page.keyboard.press("Tab");
			await page.keyboard.type("are you there?");
			await page.keyboard.press("Enter");
			const answer = await reply("you called?");
			expect(await answer.locator(".context").textContent()).toContain("are you there?");
		},
	);

	visit(
		"a member is not offered what only moderators may run",
		async ({ page, suggestion, become }) => {
			await page.keyboard.type("/tidy");
			await suggestion("/tidy").waitFor();
			await page.keyboard.press("Escape");
			await become("João");
			await page.keyboard.type("/tidy");
			await page.getByText("No such command").waitFor();
		},
	);

	visit("a channel stays open over a reload", async ({ page, reply, run, settled }) => {
		await page.getByRole("button", { name: "Direct messages" }).click();
		await page.getByRole("heading", { name: "Presscheck", level: 2 }).waitFor();
		await page.reload();
		await page.getByRole("heading", { name: "Presscheck", level: 2 }).waitFor();
		await settled();
		await run("/echo Cold");
		await reply("heard Cold");
	});

	visit(
		"a channel with news says so until it is opened, and arrows walk the list",
		async ({ page, rehearsal, reply }) => {
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
		},
	);

	visit(
		"somebody who types is shown, and what is typed anywhere goes to the composer",
		async ({ page }) => {
			await page.getByRole("log").focus();
			await page.keyboard.type("@Presscheck take your time");
			await page.keyboard.press("Enter");
			await page.getByText("Presscheck is typing…").waitFor();
		},
	);

	visit("what cannot be sent is said", async ({ page, reply, forgive }) => {
		await page.context().setOffline(true);
		await page.keyboard.type("lost");
		await page.keyboard.press("Enter");
		await page.getByRole("alert").filter({ hasText: "The playground cannot be reached" }).waitFor();
		await page.context().setOffline(false);
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Enter");
		await reply("lost");
		forgive("ERR_INTERNET_DISCONNECTED");
	});

	visit(
		"a lost line is said, and taken up again",
		async ({ page, become, forgive, run, reply }) => {
			const line = page.getByRole("status").filter({ hasText: "does not answer" });
			await page.route("**/person/events*", route => route.abort());
			await become("João");
			await line.waitFor();
			await page.unroute("**/person/events*");
			await line.waitFor({ state: "hidden" });
			forgive("ERR_FAILED");
			await page.getByRole("log").focus();
			await run("/echo Birch");
			await reply("heard Birch");
		},
	);

	visit("hostile text makes no element and no link that runs", async ({ page, reply }) => {
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

	visit("markdown stands as elements, and a spoiler hides until asked", async ({ page, reply }) => {
		await page.keyboard.insertText("**bold** and ||hidden|| in [words](https://river.example)");
		await page.keyboard.press("Enter");
		const shown = await reply("bold and hidden in words");
		expect(await shown.locator("strong").textContent()).toBe("bold");
		expect(await shown.getByRole("link", { name: "words" }).getAttribute("target")).toBe("_blank");
		const spoiler = shown.getByRole("button", { name: "Spoiler, show it" });
		await spoiler.press("Enter");
		await expect.poll(() => spoiler.count()).toBe(0);
	});

	visit("dark and light follow the system until chosen", async ({ page }) => {
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

	visit(
		"on a phone nothing sticks out, and channels are in a drawer",
		async ({ page, reply, suggestion, run }) => {
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
		},
		{
			viewport: { width: 360, height: 640 },
			hasTouch: true,
			isMobile: true,
		},
	);

	visit(
		"a finger that rests on a message opens its menu",
		async ({ page, run, reply }) => {
			await run("/echo Cold");
			const shown = await reply("heard Cold");
			const finger = { pointerType: "touch", bubbles: true, clientX: 90, clientY: 300 };
			const entry = page.getByRole("menuitem", { name: "Count its words" });
			// A message that is drawn anew under the finger takes another press.
			await vi.waitFor(
				async () => {
					await shown.getByText("heard Cold").dispatchEvent("pointerdown", finger);
					await entry.waitFor({ timeout: 2_000 });
				},
				{ timeout: 20_000 },
			);
			await entry.tap();
			await reply("4 words");
		},
		{ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
	);

	visit(
		"nothing moves for those who ask for stillness",
		async ({ page, run, reply }) => {
			await run("/slow");
			await reply("is thinking");
			const style = (selector: string) => `getComputedStyle(document.querySelector("${selector}"))`;
			expect(await page.evaluate(`${style(".dots i")}.animationPlayState`)).toBe("paused");
			const durations = await page.evaluate(`${style("#places button")}.transitionDuration`);
			expect(durations).toMatch(/^0s(, 0s)*$/);
		},
		{ reducedMotion: "reduce" },
	);
});
