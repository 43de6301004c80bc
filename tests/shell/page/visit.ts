import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Rehearsal, startRehearsal } from "./rehearsal-bot.ts";

/** A person's visit to the page: what they see there, and what they do. */
export interface Visit {
	readonly page: Page;
	readonly rehearsal: Rehearsal;
	readonly lastMessage: () => Locator;
	/** Waits until the last message holds the words, and gives it. */
	readonly reply: (words: string) => Promise<Locator>;
	/** An entry of the list above the composer, or of a menu. */
	readonly suggestion: (name: string) => Locator;
	/** Types a command's name and at most its first option; the first Enter picks, the second sends. */
	readonly run: (line: string) => Promise<void>;
	/** Takes the place of another member. */
	readonly become: (name: string) => Promise<void>;
	/** Waits until the page is ready to be typed into. */
	readonly settled: () => Promise<void>;
	/** Takes complaints of the page that a test brought about itself. */
	readonly forgive: (words: string) => void;
}

type Act = (visit: Visit) => Promise<void>;

/** Milliseconds; a browser on a busy machine takes its time. */
const patience = { test: 30_000, step: 10_000 };

/**
 * Gives the tests of a group one playground and bot, and each a page of its own. A test fails too when
 * the page throws, breaks its own policy or asks anything of another host, or when the bot sent
 * something that Discord refuses.
 *
 * @param open the playground and its bot; a bot of the tests' own where left out
 */
export function visiting(browser: () => Browser, open: () => Promise<Rehearsal> = startRehearsal) {
	let rehearsal: Rehearsal | null = null;
	vi.setConfig({ testTimeout: patience.test, hookTimeout: patience.test });
	beforeAll(async () => {
		rehearsal = await open();
	});
	afterAll(() => rehearsal?.close());
	return (name: string, act: Act, options: BrowserContextOptions = {}): void => {
		test(name, async () => {
			if (rehearsal === null) throw new Error("The playground has not been started");
			const viewport = { width: 1200, height: 800 };
			const context = await browser().newContext({ viewport, locale: "en-US", ...options });
			const complaints: string[] = [];
			const page = await context.newPage();
			listen(page, rehearsal.playground.address, complaints);
			const visit = { ...steps(page, complaints), rehearsal };
			await page.goto(rehearsal.playground.address);
			await visit.settled();
			await act(visit).finally(() => context.close());
			expect(complaints).toEqual([]);
			expect(rehearsal.playground.refusals()).toEqual([]);
		});
	};
}

function listen(page: Page, address: string, complaints: string[]): void {
	page.setDefaultTimeout(patience.step);
	page.on("pageerror", error => complaints.push(String(error)));
	page.on("console", message => {
		if (message.type() === "error") complaints.push(message.text());
	});
	page.on("request", request => {
		if (!request.url().startsWith(address)) complaints.push(request.url());
	});
}

function steps(page: Page, complaints: string[]): Omit<Visit, "rehearsal"> {
	const lastMessage = () => page.locator(".messages > .message").last();
	const settled = () => page.locator("#message-input:focus").waitFor();
	return {
		page,
		lastMessage,
		settled,
		async reply(words) {
			await lastMessage().filter({ hasText: words }).waitFor();
			return lastMessage();
		},
		suggestion: name => page.getByRole("option", { name }),
		async run(line) {
			await page.keyboard.type(line);
			await page.keyboard.press("Enter");
			await page.keyboard.press("Enter");
		},
		async become(name) {
			await page.getByRole("button", { name: /Be somebody else/ }).click();
			await page.getByRole("menuitemradio", { name }).click();
			await page.getByRole("button", { name: new RegExp(`You are ${name}`) }).waitFor();
			await settled();
		},
		forgive(words) {
			const left = complaints.filter(complaint => !complaint.includes(words));
			complaints.splice(0, complaints.length, ...left);
		},
	};
}
