import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { PermissionFlagsBits } from "discord.js";
import { parse as parseVariables } from "dotenv";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commands } from "../../commands/index.ts";
import { readConfig } from "../../src/shell/config.ts";
import { createMetrics } from "../../src/shell/metrics/metrics.ts";
import { createPostgresKeeper } from "../../src/shell/storage/postgres-keeper.ts";
import { ABSENT, commit, documents, draft, text, write } from "../shell/storage/drafting.ts";
import { describeInPostgres, postgresPrograms } from "../shell/storage/postgres-cluster.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function read(file: string): string {
	return readFileSync(path.join(ROOT, file), "utf8");
}

const page = read("docs/operating.md");

/** The rows of the table below this header, by their cells. */
function tableBelow(header: string): readonly (readonly string[])[] {
	const lines = page.slice(page.indexOf(`| ${header} |`)).split("\n");
	const rows = lines.slice(2, lines.indexOf(""));
	return rows.map(row =>
		row
			.split("|")
			.slice(1, -1)
			.map(cell => cell.trim()),
	);
}

describe("the invitation in docs/operating.md", () => {
	const rows = tableBelow("permission | value | what for");
	const named = rows.filter(([name]) => name !== "together");
	const total = named.reduce((sum, [, value = ""]) => sum | BigInt(value), 0n);

	test("names permissions by their values", () => {
		const flags = new Map(Object.entries(PermissionFlagsBits));
		for (const [name = "", value = ""] of named) {
			const flag = { "View Channels": "ViewChannel" }[name] ?? name.replace(/\bin\b/g, "In");
			expect(flags.get(flag.replaceAll(" ", "")), name).toBe(BigInt(value));
		}
	});

	test.each(["docs/operating.md", "README.md"])("asks for these and no other in %s", file => {
		const links = [...read(file).matchAll(/https:\/\/discord\.com\/oauth2\/authorize\?[^\s`]+/g)];
		expect(links).toHaveLength(1);
		const asked = new URL(links[0]?.[0] ?? "").searchParams;
		expect(asked.get("permissions")).toBe(`${total}`);
		expect(asked.get("scope")).toBe("bot applications.commands");
	});

	test("adds them up", () => {
		expect(rows.at(-1)?.slice(0, 2)).toEqual(["together", `${total}`]);
	});
});

describe("the variables in docs/operating.md", () => {
	const rows = tableBelow("variable | without it | what it is");

	test("are all that there are", () => {
		const told = rows.flatMap(([cell = ""]) =>
			[...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
		);
		expect(told.toSorted()).toEqual(Object.keys(parseVariables(read(".env.example"))).toSorted());
	});

	test("are what they are said to be without being set", () => {
		const set = Object.fromEntries(
			rows
				.filter(([, without = ""]) => /^[\d,.]+$|^info$/.test(without))
				.map(([cell = "", without = ""]) => [cell.replaceAll("`", ""), without]),
		);
		expect(Object.keys(set).length).toBeGreaterThan(6);
		expect(readConfig(set, ROOT)).toEqual(readConfig({}, ROOT));
	});
});

/** The lines of the blocks of commands. */
const lines = [...page.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = ""]) =>
	block.trimEnd().split("\n"),
);

describe("the command lines in docs/operating.md", () => {
	test("name files that are there", () => {
		const files = [
			...lines.join("\n").matchAll(/(?:^|\s|\/opt\/presscheck\/)((?:bin|deploy)\/\S+)/gm),
		];
		const names = files.map(([, file = ""]) => file);
		expect(names).toContain("bin/move-to-database.mjs");
		expect(names.filter(file => !existsSync(path.join(ROOT, file)))).toEqual([]);
	});

	test("run commands of the terminal that there are", () => {
		const named = [...lines.join("\n").matchAll(/presscheck\.mjs (\w+)/g)];
		const names = named.map(([, name = ""]) => name);
		expect(names).toContain("history");
		expect(names.filter(name => !commands.some(command => command.name === name))).toEqual([]);
	});

	test("name services that compose.yaml has", () => {
		const { services } = parse(read("compose.yaml"));
		const named = [
			...lines.join("\n").matchAll(/docker compose (?:exec(?: -T)?|stop|start) (\w+)/g),
		];
		const names = named.map(([, name = ""]) => name);
		expect(new Set(names)).toEqual(new Set(Object.keys(services)));
	});

	test("name commands in Discord that there are", () => {
		const words = new Set(commands.map(({ name }) => name.split(" ")[0]));
		const named = [...page.matchAll(/`\/(?!healthz|metrics|opt|etc|var)(\w+)`/g)];
		const names = named.map(([, name = ""]) => name);
		expect(names).toContain("undo");
		expect(names.filter(name => !words.has(name))).toEqual([]);
	});
});

test("docs/operating.md tells every metric, and no other", async () => {
	const exposition = await createMetrics().exposition({ snapshots: [], now: new Date(0) });
	const named = [...exposition.matchAll(/^# TYPE (presscheck_\w+)/gm)].map(([, name]) => name);
	const told = tableBelow("metric | what").flatMap(([cell = ""]) =>
		[...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
	);
	expect(told.toSorted()).toEqual(named.toSorted());
});

test("docs/operating.md quotes what the program says", () => {
	const files = readdirSync(path.join(ROOT, "src/shell"), { recursive: true, encoding: "utf8" });
	const program = files.filter(file => file.endsWith(".ts")).map(file => read(`src/shell/${file}`));
	const said = tableBelow("what is said | cause | what to do").flatMap(([cell = ""]) =>
		[...cell.matchAll(/^`([^`]+)`$/g)].map(([, words = ""]) => words),
	);
	expect(said.length).toBeGreaterThan(15);
	expect(said.filter(words => !program.some(code => code.includes(words)))).toEqual([]);
});

const run = promisify(execFile);

describeInPostgres("the backup in docs/operating.md", cluster => {
	let directory = "";

	beforeEach(async () => {
		directory = await mkdtemp(path.join(tmpdir(), "presscheck-backup-"));
	});

	afterEach(() => rm(directory, { recursive: true }));

	/** The options that the page gives a program of PostgreSQL's, but for whose database it is. */
	function optionsOf(program: string): readonly string[] {
		const line = lines.find(each => each.includes(` ${program} `)) ?? "";
		const [, options = ""] = new RegExp(`${program} ([^<>]*)`).exec(line) ?? [];
		const own = options.split(" ").filter(option => /^--(?!username|dbname)/.test(option));
		expect(own, program).not.toEqual([]);
		return own;
	}

	test("brings back what was kept when it was made", async () => {
		const url = await cluster().createDatabase();
		const file = path.join(directory, "presscheck.dump");
		const call = (program: string, ...words: readonly string[]) =>
			run(path.join(postgresPrograms ?? "", program), [...optionsOf(program), ...words]);

		const before = createPostgresKeeper(url);
		await commit(before, "installation", draft([write("ferry/a.md", ABSENT, text("one"))]));
		const kept = await documents(before, "installation");
		await call("pg_dump", `--file=${file}`, `--dbname=${url}`);
		const later = [write("ferry/a.md", text("one"), text("two"))];
		await commit(before, "installation", draft(later));
		await before.close();

		await call("pg_restore", `--dbname=${url}`, file);
		const after = createPostgresKeeper(url);
		expect(await documents(after, "installation")).toEqual(kept);
		await commit(after, "installation", draft(later));
		await after.close();
	});
});
