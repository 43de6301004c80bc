import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { newsPage, openPageHost, type PageHost } from "../discord/page-host.ts";
import { type Installation, makeInstallation } from "./installation.ts";

// Each change starts threads that read pages and derive stories.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const SERVER = "100000000000000001";
const OTHER = "100000000000000002";
const QUESTION = "What will the Halden weir cost?";

function weirPage(millions: number): string {
	return newsPage("Shore Daily", "Weir costs rise", [
		`Repairs of the Halden weir will cost the council $${millions} million, the mayor said on Monday.`,
		"The gates had not been moved in ten years, and the river had carried gravel into all of them.",
		"Anglers hope that the trout come back when the water is let through in the spring of next year.",
	]);
}

let host: PageHost;
let house: Installation;

beforeAll(async () => {
	host = await openPageHost();
	house = makeInstallation([`FETCH_ALLOWED_HOSTS=${host.host}`]);
});
afterAll(async () => {
	house.remove();
	await host.close();
});

/** The printed figures that an answer cites. */
async function figures(...where: readonly string[]): Promise<string> {
	const { out } = await house.run("ask", QUESTION, "--json", ...where);
	return [...new Set(out.match(/\$\d+ million/g))].toSorted().join(", ");
}

describe("an article from the terminal", () => {
	test("is shown, added, asked about, fetched anew and taken back", async () => {
		const address = host.lay("/weir", weirPage(15));
		const shown = await house.run("article", "add", address);
		expect(shown).toMatchObject({
			code: 0,
			errors: expect.stringContaining(`: Reading: ${address}\n`),
		});
		expect(shown.out).toMatch(/^Add this article\?\n\nShore Daily: Weir costs rise/);
		expect(shown.out).toContain(`\n    presscheck article add ${address} --yes\n`);
		expect(shown.out).not.toContain("Cancel");
		expect(await figures()).toBe("$12 million");

		const added = await house.run("article", "add", address, "--yes", "--json");
		expect(JSON.parse(added.out)).toMatchObject({ kind: "notice", title: "Added", refusal: false });
		expect(added.code).toBe(0);
		expect(await figures()).toBe("$12 million, $15 million");
		// A folder that is named is read as it is.
		expect(await figures("--corpus", join(house.root, "corpus"))).toBe("$12 million");

		host.lay("/weir", weirPage(19));
		const refreshed = await house.run("refresh");
		expect(refreshed).toMatchObject({ code: 0, errors: expect.stringContaining("Step 3 of 4") });
		expect(refreshed.out).toContain("presscheck undo 2\n");
		expect(await figures()).toMatch(/\$19 million/);

		const asked = await house.run("undo");
		expect(asked.out).toContain("Undo change 2?");
		expect(asked.out).toContain("presscheck undo 2 --yes\n");
		expect((await house.run("undo", "2", "--yes")).out).toContain("Change 2 is undone");
		expect(await figures()).toBe("$12 million, $15 million");
		const { out } = await house.run("history");
		expect(out).toMatch(/3\. Took back: [\s\S]*2\. Fetched anew[\s\S]*1\. Added Shore Daily/);
		expect(out).toContain("in the terminal; story weir");
	});

	test("comes from a file, as its path is given", async () => {
		const file = house.put(
			"mail.txt",
			"Divers found 3 cracks below the weir.\n\nThe oldest is 2 metres long, they said, and will be filled before the frost comes to the valley.\n",
		);
		const shown = await house.run("article", "add", "--file", file);
		expect(shown).toMatchObject({ code: 0, out: expect.stringMatching(/^Who published this\?/) });
		expect(shown.out).toContain("--outlet NAME");
		const added = await house.run(
			...[
				"article",
				"add",
				"--file",
				file,
				"--outlet",
				"Valley Mail",
				"--title",
				"Cracks",
				"--yes",
			],
		);
		expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^Added\n\nValley Mail/) });
		expect((await house.run("article", "list")).out).toContain("name: valley-mail");
		const edited = await house.run("article", "edit", "valley-mail", "--published", "2025-02-03");
		expect(edited.out).toContain("published 2025-02-03");
		const gone = await house.run("article", "remove", "valley-mail", "--yes");
		expect(gone).toMatchObject({ code: 0, out: expect.stringMatching(/^Removed\n/) });
		expect((await house.run("article", "show", "valley-mail")).code).toBe(2);
		const none = await house.run("article", "add", "--file", join(house.root, "none.txt"));
		expect(none).toMatchObject({ code: 1, out: "", errors: expect.stringContaining("ENOENT") });
	});

	test("is added beside others that cannot be had, which are told, and the program fails", async () => {
		const address = host.lay("/ferry", weirPage(21).replaceAll("Shore Daily", "Ferry Post"));
		const gone = `http://${host.host}/gone`;
		const many = Array.from({ length: 20 }, (_, at) => `http://${host.host}/many/${at}`);
		const added = await house.run("article", "add", address, gone, ...many, "--yes");
		expect(added.code).toBe(1);
		expect(added.out).toMatch(/^Added\n[\s\S]*20 could not be\s+read\./);
		expect(added.out).toContain(`${gone}\n`);
		expect(added.out).toMatch(
			/2 further addresses\n.*more than 20 addresses at once; add them next/,
		);
		expect((await house.run("undo", "--yes")).code).toBe(0);
	});

	test("that cannot be had is no misuse, but fails", async () => {
		const { code, out, errors } = await house.run("article", "add", `http://${host.host}/nowhere`);
		expect([code, out]).toEqual([1, ""]);
		expect(errors).toContain("no such page");
	});
});

describe("a server's stories", () => {
	test("are its own, beside the installation's, which are read-only there", async () => {
		const at = ["--server", SERVER];
		expect((await house.run("story", "create", "Ferry", ...at)).code).toBe(0);
		const file = house.put(
			"ferry.txt",
			`${"The ferry carries 70 cars to Halden island. ".repeat(9)}\n`,
		);
		const words = ["--file", file, "--story", "ferry", "--outlet", "Pier Post", "--title", "Ferry"];
		const shown = await house.run("article", "add", ...words, ...at);
		expect(shown.out).toMatch(new RegExp(`--server ${SERVER} --story ferry --yes\n`));
		expect((await house.run("article", "add", ...words, "--yes", ...at)).code).toBe(0);
		const asked = ["ask", "How many cars does the ferry carry?", "--story", "ferry"];
		expect((await house.run(...asked, ...at)).out).toContain("70 cars");
		expect((await house.run(...asked)).code).toBe(2);
		expect((await house.run(...asked, "--server", OTHER)).code).toBe(2);
		expect((await house.run("stories", ...at)).out).toMatch(/Weir/);
		const renamed = await house.run("story", "rename", "Mine", "--story", "weir", ...at);
		expect(renamed).toMatchObject({ code: 2, errors: expect.stringContaining("read-only here") });
	});
});

describe("what cannot be done here", () => {
	test.each<[readonly string[], RegExp]>([
		[["story", "use", "--story", "weir"], /tied in Discord/],
		[["watch", "story", "--story", "weir"], /told in Discord/],
		[["watch", "list"], /No channel here/],
		[["article", "add"], /no form for it: give some of ADDRESS, --file/],
		[["article", "edit", "north"], /give some of --story, --outlet/],
		[["article", "show", "nowhere"], /Which article\?/],
		[["refresh", "--server", "me"], /--server takes a server's id/],
		[["story", "create", "New", "--corpus", "corpus"], /^Only read/],
		[["feed", "add", "https://a.example/f", "--trusted", "maybe"], /takes yes or no \("maybe"\)/],
	])("%j is a misuse", async (words, message) => {
		const { code, out, errors } = await house.run(...words);
		expect([code, out]).toEqual([2, ""]);
		expect(errors).toMatch(message);
	});
});

describe("when others are at it, or nothing can be kept", () => {
	test("the second to change a story is told, and changes nothing", async () => {
		const script = fileURLToPath(new URL("held-lock.ts", import.meta.url));
		const args = ["--import", "tsx", script, house.dataDirectory, "weir"];
		const child = spawn(execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
		const [told] = await once(child.stdout, "data");
		expect(String(told)).toBe("locked\n");
		const renaming = ["story", "rename", "The weir", "--story", "weir"];
		const busy = await house.run(...renaming);
		expect(busy).toMatchObject({ code: 1, out: "" });
		expect(busy.errors).toMatch(/being changed[\s\S]*"refresh" is under way/);
		expect((await house.run("ask", QUESTION)).code).toBe(0);
		child.stdin.end();
		await once(child, "exit");
		expect((await house.run(...renaming)).code).toBe(0);
		expect((await house.run("stories")).out).toContain("The weir");
	});

	test("a data directory that cannot be used keeps nothing, and says so", async () => {
		const other = makeInstallation([]);
		writeFileSync(other.dataDirectory, "no folder");
		const { code, errors } = await other.run("story", "create", "New");
		expect(code).toBe(1);
		expect(errors).toContain("data directory is not where it was");
		const asked = await other.run("ask", QUESTION);
		expect(asked).toMatchObject({ code: 1, out: "" });
		// Where nothing was ever kept there is nothing to miss.
		rmSync(other.dataDirectory);
		expect((await other.run("ask", QUESTION)).code).toBe(0);
		other.remove();
	});

	test("a database that is not there answers nothing: what was removed must not come back", async () => {
		const closed = createServer().listen(0, "127.0.0.1");
		await once(closed, "listening");
		const address = closed.address();
		const port = typeof address === "object" ? address?.port : 0;
		closed.close();
		const other = makeInstallation([`DATABASE_URL=postgresql://u:secret@127.0.0.1:${port}/d`]);
		const asked = await other.run("ask", QUESTION);
		expect(asked).toMatchObject({ code: 1, out: "" });
		expect(asked.errors).toMatch(/^presscheck: installation: /);
		const changed = await other.run("story", "create", "New");
		expect(changed.code).toBe(1);
		expect(asked.errors + changed.errors + changed.out).not.toContain("secret");
		other.remove();
	});
});
