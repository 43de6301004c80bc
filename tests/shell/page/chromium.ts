import { existsSync } from "node:fs";
import { env } from "node:process";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";

/** Where systems keep a browser of Chromium's kind; CHROMIUM_PATH names another. */
const places = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/snap/bin/chromium",
	"/opt/homebrew/bin/chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser to test in; null when this machine has none. */
export const chromiumPath: string | null =
	[env["CHROMIUM_PATH"] ?? "", ...places].find(place => place !== "" && existsSync(place)) ?? null;

/** Nothing is loaded or called from outside, and a container's root may run it. */
const args = [
	"--headless",
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/** Starts the browser; only where `chromiumPath` is not null. */
export function launchChromium(): Promise<Browser> {
	return chromium.launch({ executablePath: chromiumPath ?? "", args, timeout: 60_000 });
}

/**
 * A group of tests in one browser, which is left out, saying so, where there is none.
 *
 * @param define is given a function that returns the browser, for use inside tests
 */
export function describeInChromium(name: string, define: (browser: () => Browser) => void): void {
	if (chromiumPath === null)
		process.stderr.write(
			`\n"${name}": browser tests left out, no Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.\n`,
		);
	describe.skipIf(chromiumPath === null)(name, () => {
		let running: Browser | null = null;
		beforeAll(async () => {
			running = await launchChromium();
		}, 90_000);
		afterAll(() => running?.close());
		define(() => {
			if (running === null) throw new Error("The browser has not been started");
			return running;
		});
	});
}
