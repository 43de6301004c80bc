import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { env, platform } from "node:process";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

// Windows has no signals that a program could end by.
test.skipIf(platform === "win32")(
	"npm start hands SIGTERM on to the bot, which ends by itself",
	async () => {
		const data = mkdtempSync(path.join(tmpdir(), "presscheck-start-"));
		const { DISCORD_TOKEN: _, ...inherited } = env;
		const environment = {
			...inherited,
			DATA_DIR: data,
			LOG_LEVEL: "info",
			NODE_ENV: "development",
		};
		const started = spawn("npm", ["start"], { cwd: ROOT, env: environment });
		let out = "";
		started.stdout.on("data", bytes => {
			out += String(bytes);
		});
		await vi.waitUntil(() => out.includes("Ctrl+C ends it"), { timeout: 60_000, interval: 50 });
		const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? "";
		expect((await fetch(address)).status).toBe(200);
		started.kill("SIGTERM");
		expect(await once(started, "exit")).toEqual([0, null]);
		expect(out).toContain('"signal":"SIGTERM"');
		await expect(fetch(address)).rejects.toThrow("fetch failed");
		rmSync(data, { recursive: true });
	},
	120_000,
);
