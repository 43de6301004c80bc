/**
 * Makes the picture in README.md: starts the bot in its playground, as `npm start` does, types a command
 * into the page in Chromium, and photographs the answer.
 *
 *   npx tsx bench/picture.ts FILE.png [--command claim] [--text "edge AI market"] [--width 1000]
 *                            [--theme light] [--chromium /usr/bin/chromium]
 *
 * The picture is as high as the exchange.
 */
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium, type Locator, type Page } from "playwright-core";
import { serve } from "../src/shell/discord/serve.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		command: { type: "string", default: "claim" },
		text: { type: "string", default: "edge AI market" },
		width: { type: "string", default: "1000" },
		theme: { type: "string", default: "light" },
		chromium: { type: "string", default: "/usr/bin/chromium" },
	},
});
const [file] = positionals;
if (file === undefined) throw new Error("usage: npx tsx bench/picture.ts FILE.png");

/** The bot in its playground: where that is, and how it is ended. */
async function startBot() {
	let stop = (_signal: string): void => undefined;
	const stopping = new Promise<string>(resolve => {
		stop = resolve;
	});
	let welcome = (_address: string): void => undefined;
	const address = new Promise<string>(resolve => {
		welcome = resolve;
	});
	const stdout = new Writable({
		write: (chunk, _encoding, done) => {
			const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk)) ?? [];
			if (found !== undefined) welcome(found);
			done();
		},
	});
	const ended = serve({
		environment: {},
		root: fileURLToPath(new URL("..", import.meta.url)),
		api: null,
		stdout,
		stderr: process.stderr,
		clock: () => new Date(),
		every: () => () => undefined,
		stopping,
	});
	return { address: await address, stop: () => stop("SIGTERM"), ended };
}

/** Of a page before it is known how high the answer is, and what is left free above the answer. */
const HEIGHT = 800;
const MARGIN = 8;

/** Makes the page just so high that nothing of the answer has to be scrolled to. */
async function unroll(page: Page, answer: Locator): Promise<void> {
	const log = await page.locator("#log").boundingBox();
	const box = await answer.boundingBox();
	const hidden = Math.ceil((log?.y ?? 0) - (box?.y ?? 0)) + MARGIN;
	await page.setViewportSize({ width: Number(values.width), height: HEIGHT + Math.max(0, hidden) });
	await page.locator("#message-input").blur();
}

/** Types the command, takes none of the completions, sends it, and waits for the whole answer. */
async function ask(page: Page): Promise<Locator> {
	const { command, text } = values;
	await page.locator("#message-input:focus").waitFor();
	await page.keyboard.type(`/${command} ${text}`);
	await page.getByRole("option").first().waitFor();
	await page.keyboard.press("Escape");
	await page.keyboard.press("Enter");
	const answer = page.locator(".messages > .message").last();
	await answer.filter({ hasText: "articles of" }).waitFor();
	return answer;
}

const bot = await startBot();
const browser = await chromium.launch({
	executablePath: values.chromium,
	args: ["--headless", "--no-sandbox"],
});
try {
	const page = await browser.newPage({
		viewport: { width: Number(values.width), height: HEIGHT },
		colorScheme: values.theme === "dark" ? "dark" : "light",
		locale: "en-US",
	});
	await page.goto(bot.address);
	await unroll(page, await ask(page));
	await page.screenshot({ path: file });
} finally {
	await browser.close();
	bot.stop();
	await bot.ended;
}
