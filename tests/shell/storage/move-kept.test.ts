import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import type { Keeper } from "../../../src/shell/storage/keeper.ts";
import { moveKept } from "../../../src/shell/storage/move-kept.ts";
import { runMove } from "../../../src/shell/storage/move-to-database.ts";
import { createPostgresKeeper } from "../../../src/shell/storage/postgres-keeper.ts";
import { ABSENT, commit, documents, draft, HIDDEN, history, text, write } from "./drafting.ts";
import { describeInPostgres } from "./postgres-cluster.ts";

const AT = "2031-05-02T08:00:00.000Z";
const SERVER = "server-123456789012345678";

let directory = "";

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "presscheck-move-"));
});

afterEach(() => rm(directory, { recursive: true }));

/** A keeper of files with two realms, of which one was changed twice. */
async function filled(): Promise<Keeper> {
	const keeper = await openFileKeeper(join(directory, "data"));
	const first = [write("ferry/a.md", ABSENT, text("one")), write("ferry/b.md", ABSENT, HIDDEN)];
	await commit(keeper, "installation", draft(first));
	await commit(
		keeper,
		"installation",
		draft([write("ferry/a.md", text("one"), text("two\n“three”"))]),
	);
	await commit(keeper, SERVER, draft([write("channels.yaml", ABSENT, text("- {}\n"))]));
	return keeper;
}

describe("moveKept", () => {
	test("copies what stands in every realm, and begins the record anew", async () => {
		const from = await filled();
		const to = await openFileKeeper(join(directory, "elsewhere"));
		expect(await moveKept(from, to, AT)).toEqual({
			kind: "moved",
			realms: [
				{ realm: "installation", documents: 2 },
				{ realm: SERVER, documents: 1 },
			],
		});
		for (const realm of ["installation", SERVER] as const) {
			expect(await documents(to, realm)).toEqual(await documents(from, realm));
			expect(await history(to, realm)).toMatchObject([
				{ number: 1, at: AT, by: "terminal", deed: { kind: "Moved" } },
			]);
		}
	});

	test("brings along what channels were told, as told of what was moved", async () => {
		const from = await filled();
		const tidings = [{ marks: ["a", "b"], since: 1, number: 2 }];
		await from.claim("installation", { channel: "7", tidings });
		const to = await openFileKeeper(join(directory, "elsewhere"));
		expect(await moveKept(from, to, AT)).toMatchObject({ kind: "moved" });
		const marks = ["a", "b"].map(mark => ({ mark, number: 1 }));
		expect(await to.claimed("installation")).toEqual({
			kind: "read",
			channels: new Map([["7", marks]]),
		});
		expect(await to.claimed(SERVER)).toEqual({ kind: "read", channels: new Map() });
		const again = { marks: ["b"], since: 0, number: 1 };
		const later = { marks: ["b"], since: 1, number: 2 };
		const claim = (some: typeof again) =>
			to.claim("installation", { channel: "7", tidings: [some] });
		expect(await claim(again)).toEqual({ kind: "claimed", places: [] });
		expect(await claim(later)).toEqual({ kind: "claimed", places: [0] });
	});

	test("leaves what is kept there already", async () => {
		const from = await filled();
		const to = await openFileKeeper(join(directory, "elsewhere"));
		await commit(to, "installation", draft([write("quay/a.md", ABSENT, text("mine"))]));
		const before = await documents(to, "installation");
		expect(await moveKept(from, to, AT)).toMatchObject({
			kind: "failed",
			reason: "Something is kept there already",
		});
		expect(await documents(to, "installation")).toEqual(before);
	});

	test("says that there is nothing to move", async () => {
		const from = await openFileKeeper(join(directory, "nowhere"));
		const to = await openFileKeeper(join(directory, "elsewhere"));
		expect(await moveKept(from, to, AT)).toMatchObject({
			kind: "failed",
			remedy: "see that DATA_DIR leads to it",
		});
	});

	test("moves nothing of a realm that somebody spoilt by hand", async () => {
		const from = await filled();
		const spoilt = join(directory, "data", "installation", "documents", "ferry", "a.md");
		await writeFile(spoilt, new Uint8Array([0xff, 0x00, 0xff]));
		const to = await openFileKeeper(join(directory, "elsewhere"));
		expect(await moveKept(from, to, AT)).toMatchObject({
			kind: "failed",
			reason: expect.stringContaining("ferry/a.md"),
		});
		expect(await documents(to, "installation")).toEqual([]);
	});

	test("passes on what either keeper cannot do", async () => {
		const failure = { kind: "failed", reason: "Full", remedy: "make room", error: null } as const;
		const from = await filled();
		const to = await openFileKeeper(join(directory, "elsewhere"));
		const fails = () => Promise.resolve(failure);
		expect(await moveKept({ ...from, realms: fails }, to, AT)).toBe(failure);
		expect(await moveKept({ ...from, read: fails }, to, AT)).toBe(failure);
		expect(await moveKept(from, { ...to, realms: fails }, AT)).toBe(failure);
		expect(await moveKept(from, { ...to, commit: fails }, AT)).toBe(failure);
	});
});

async function run(variables: Readonly<Record<string, string>>) {
	const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
	await writeFile(join(directory, ".env"), lines.join(""));
	const written: string[] = [];
	const stream = new Writable({
		write: (chunk, _encoding, done) => {
			written.push(String(chunk));
			done();
		},
	});
	const clock = () => new Date(AT);
	const code = await runMove({ root: directory, stdout: stream, stderr: stream, clock });
	return { code, said: written.join("") };
}

describe("runMove", () => {
	test("wants a database", async () => {
		const { code, said } = await run({ DATA_DIR: "data" });
		expect(code).toBe(2);
		expect(said).toMatch(/^presscheck: DATABASE_URL: missing; set it to the database/);
	});

	test("names a database that it cannot use", async () => {
		const { code, said } = await run({ DATABASE_URL: "sqlite:kept.db" });
		expect(code).toBe(2);
		expect(said).toMatch(/^presscheck: DATABASE_URL: not the address of a PostgreSQL database/);
	});

	test("says that a database cannot be reached", async () => {
		const { code, said } = await run({ DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" });
		expect(code).toBe(1);
		expect(said).toMatch(/^presscheck: The database cannot be reached; see that it runs/);
	});
});

describeInPostgres("moving to a database", cluster => {
	test("is done once, and says how much was moved", async () => {
		const from = await filled();
		const url = await cluster().createDatabase();
		const variables = { DATA_DIR: "data", DATABASE_URL: url };
		const { code, said } = await run(variables);
		expect(said).toBe(
			`installation: 2\n${SERVER}: 1\nMoved. The files stay in ${join(directory, "data")}.\n`,
		);
		expect(code).toBe(0);
		const to = createPostgresKeeper(url);
		for (const realm of ["installation", SERVER] as const) {
			expect(await documents(to, realm)).toEqual(await documents(from, realm));
		}
		await to.close();
		expect(await run(variables)).toMatchObject({
			code: 1,
			said: expect.stringContaining("Something is kept there already"),
		});
	});
});
