import { readFileSync } from "node:fs";
import path from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { serve } from "../src/shell/discord/serve.ts";
import { describeInChromium } from "./shell/page/chromium.ts";

// A person who has just started the project: the bot as `npm start` runs it, with the story that comes
// with it, and a browser.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STEP = 20_000;

/** The files of the outlets that print what the edge AI market was in 2025. */
const PRINTED: Readonly<Record<string, string>> = {
	Coinalertnews: "coinalertnews.md",
	DeyThere: "deythere.md",
	"Invest Insider News": "invest-insider-news.md",
	"Unnamed blog (002)": "unnamed-blog-002.md",
};

function articleOf(file: string): string {
	return readFileSync(path.join(ROOT, "corpus", "thorn-decentralization", file), "utf8");
}

function collector() {
	const written: string[] = [];
	const stream = new Writable({
		write: (chunk, _encoding, done) => {
			written.push(String(chunk));
			done();
		},
	});
	return { stream, text: () => written.join("") };
}

interface Running {
	/** What the bot wrote to its error output. */
	readonly errors: () => string;
	readonly address: string;
	/** Ends the bot as Ctrl+C does; gives its exit code. */
	readonly stop: () => Promise<number>;
}

async function startBot(): Promise<Running> {
	const out = collector();
	const errors = collector();
	let interrupt = (_signal: string): void => undefined;
	const stopping = new Promise<string>(resolve => {
		interrupt = resolve;
	});
	const ended = serve({
		environment: {},
		root: ROOT,
		api: null,
		stdout: out.stream,
		stderr: errors.stream,
		clock: () => new Date(),
		every: () => () => undefined,
		stopping,
	});
	await vi.waitUntil(() => out.text().includes("Ctrl+C"), { timeout: 60_000 });
	const [address = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(out.text()) ?? [];
	return {
		errors: errors.text,
		address,
		stop: () => {
			interrupt("SIGINT");
			return ended;
		},
	};
}

describeInChromium("the bot in its playground, in a browser", browser => {
	let bot: Running | null = null;

	beforeAll(async () => {
		bot = await startBot();
	});

	afterAll(async () => {
		expect(await bot?.stop()).toBe(0);
		expect(bot?.errors()).toBe("");
	});

	/** A page of its own for each test; what the page complains of fails the test. */
	function visit(name: string, act: (page: Page) => Promise<void>): void {
		test(name, async () => {
			const page = await browser().newPage({ viewport: { width: 1200, height: 800 } });
			const complaints: string[] = [];
			page.setDefaultTimeout(STEP);
			page.on("pageerror", error => complaints.push(String(error)));
			page.on("console", message => {
				if (message.type() === "error") complaints.push(message.text());
			});
			await page.goto(bot?.address ?? "");
			await page.locator("#message-input:focus").waitFor();
			await act(page).finally(() => page.close());
			expect(complaints).toEqual([]);
		});
	}

	/** The newest message, once it holds the words. */
	async function answer(page: Page, words: string): Promise<Locator> {
		const last = page.locator(".messages > .message").last();
		await last.filter({ hasText: words }).waitFor();
		return last;
	}

	async function sentenceOf(message: Locator, outlet: string): Promise<string> {
		const name = message.locator("strong", { hasText: outlet }).first();
		return (await name.locator("xpath=following::blockquote[1]").textContent()) ?? "";
	}

	visit("/claim is typed and picked, and its answer names every outlet", async page => {
		await page.keyboard.type("/claim edge AI market");
		const offered = page.getByRole("option", { name: /edge AI market.*2025/i }).first();
		await offered.click();
		await page.keyboard.press("Enter");
		const message = await answer(page, "5 articles of 5 outlets");
		expect(await message.textContent()).toContain("$25 billion");
		for (const [outlet, file] of Object.entries(PRINTED)) {
			const sentence = await sentenceOf(message, outlet);
			expect(sentence, outlet).toContain("$25 billion");
			expect(articleOf(file), outlet).toContain(sentence);
		}
		await message.getByText("No report found in the 1 article held of A47 News.").waitFor();
		const link = message.getByRole("link", { name: "read it there" }).first();
		expect(await link.getAttribute("href")).toContain("#:~:text=");
	});

	visit("a button below an answer leads to the next", async page => {
		await page.keyboard.type("/claim edge AI market, 2025");
		await page.getByRole("option").first().waitFor();
		await page.keyboard.press("Escape");
		await page.keyboard.press("Enter");
		const message = await answer(page, "Asked: edge AI market, 2025");
		const next = message.getByRole("button").first();
		const label = (await next.textContent()) ?? "";
		await next.click();
		const followed = await answer(page, `Asked: ${label}`);
		expect(await followed.locator("blockquote").count()).toBeGreaterThan(0);
	});

	visit("a menu asks which of several is meant", async page => {
		await page.keyboard.type("/flag mining");
		await page.getByRole("option").first().waitFor();
		await page.keyboard.press("Escape");
		await page.keyboard.press("Enter");
		const message = await answer(page, "Which claim?");
		await message.getByRole("button", { name: "Choose one" }).click();
		const next = page.getByRole("option").first();
		const label = (await next.textContent()) ?? "";
		await next.click();
		expect(await (await answer(page, "Does this look wrong?")).textContent()).toContain(label);
	});

	visit("a long answer is paged", async page => {
		await page.keyboard.type("/figures ");
		await page.keyboard.press("Enter");
		const message = await answer(page, "Page 1 of");
		const first = await message.textContent();
		await message.getByRole("button", { name: "Next" }).click();
		await answer(page, "Page 2 of");
		expect(await message.textContent()).not.toBe(first);
		await message.getByRole("button", { name: "Previous" }).click();
		await answer(page, "Page 1 of");
	});

	visit("a mention with a question is answered", async page => {
		await page.keyboard.type("@Presscheck ");
		await page.keyboard.type("What did Alex Thorn say about AI?");
		await page.keyboard.press("Enter");
		const message = await answer(page, "5 articles of 5 outlets");
		expect(await message.textContent()).toContain("Thorn");
		expect(await message.locator("blockquote").count()).toBeGreaterThan(0);
	});
});
