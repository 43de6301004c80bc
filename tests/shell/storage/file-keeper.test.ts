import { execFileSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import {
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rename,
	rm,
	symlink,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Disk, machineDisk } from "../../../src/shell/storage/disk.ts";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import type { Draft, Keeper, KeeperNotice, LockHolder } from "../../../src/shell/storage/keeper.ts";
import {
	ABSENT,
	commit,
	documents,
	draft,
	HIDDEN,
	history,
	sound,
	text,
	write,
} from "./drafting.ts";
import { describeKeeper } from "./keeper-contract.ts";

let base = "";
let data = "";
let keeper: Keeper;

beforeEach(async () => {
	base = await mkdtemp(join(tmpdir(), "presscheck-keeper-"));
	data = join(base, "data");
	keeper = await openFileKeeper(data);
});
afterEach(async () => {
	await keeper.close();
	await rm(base, { recursive: true, force: true });
});

async function put(file: string, words: string | Uint8Array): Promise<string> {
	const path = join(data, file);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, words);
	return path;
}

const FIRST = draft([
	write("lake/a.md", ABSENT, text("one\n")),
	write("lake/b.md", ABSENT, HIDDEN),
	write("channels.yaml", ABSENT, text("{}\n")),
]);

const HOLDER: LockHolder = { what: "refresh", by: "schedule", since: "2026-03-01T12:00:00.000Z" };

describe("a keeper of files", { timeout: 30_000 }, () => {
	describeKeeper(async () => {
		const place = await mkdtemp(join(tmpdir(), "presscheck-keeper-"));
		return {
			open: () => openFileKeeper(join(place, "data")),
			end: () => rm(place, { recursive: true, force: true }),
		};
	});
});

describe("the data directory", { timeout: 30_000 }, () => {
	test("is made by the first commit, and can be read by people", async () => {
		await keeper.read("installation", null);
		expect(existsSync(data)).toBe(false);
		await commit(keeper, "installation", FIRST);
		expect((await readdir(data, { recursive: true })).toSorted()).toEqual([
			"format.json",
			"installation",
			"installation/documents",
			"installation/documents/channels.yaml",
			"installation/documents/lake",
			"installation/documents/lake/a.md",
			"installation/documents/lake/b.md.hidden",
			"installation/incoming",
			"installation/journal",
			"installation/journal/000001.json",
			"installation/journal/applied.json",
			"locks",
			"locks/format.lock",
			"locks/installation.lock",
		]);
		const read = (file: string): Promise<string> =>
			readFile(join(data, "installation", file), "utf8");
		expect(await read("documents/lake/a.md")).toBe("one\n");
		expect(await read("documents/lake/b.md.hidden")).toContain("does not serve");
		expect(await read("journal/applied.json")).toBe('{"number":1}\n');
		expect(JSON.parse(await read("journal/000001.json"))).toEqual({ number: 1, ...FIRST });
	});

	test("serves what was edited by hand, and refuses commits that did not see it", async () => {
		await commit(keeper, "installation", FIRST);
		await put("installation/documents/lake/a.md", "\uFEFFmended\n");
		await put("installation/documents/lake/c.md", "new\n");
		await rm(join(data, "installation/documents/lake/b.md.hidden"));
		const late = draft([write("lake/a.md", text("one\n"), text("two\n"))]);
		expect(await keeper.commit("installation", late)).toEqual({
			kind: "conflict",
			paths: ["lake/a.md"],
		});
		await commit(
			keeper,
			"installation",
			draft([write("lake/a.md", text("mended\n"), text("two\n"))]),
		);
		expect(await documents(await openFileKeeper(data), "installation")).toEqual([
			{ path: "channels.yaml", state: text("{}\n") },
			{ path: "lake/a.md", state: text("two\n") },
			{ path: "lake/c.md", state: text("new\n") },
		]);
	});

	test("may hold other files, which are passed over", async () => {
		await commit(keeper, "installation", FIRST);
		await put("installation/documents/README", "notes");
		await put("installation/documents/.hidden.md", "x");
		await put("installation/documents/.trash/a.md", "x");
		await put("installation/documents/lake/x/y/z.md", "too deep");
		await put("backup/documents/lake/a.md", "no realm");
		await put("outside.md", "x");
		await symlink(join(data, "outside.md"), join(data, "installation/documents/lake/linked.md"));
		expect(await documents(keeper, "installation")).toHaveLength(3);
		expect(await keeper.realms()).toEqual({ kind: "read", realms: ["installation"] });
	});

	test.each<[string, Uint8Array, string]>([
		["is no UTF-8", new Uint8Array([0x63, 0xe9]), "not UTF-8"],
		["is no text", new Uint8Array([1, 0, 2]), "not a text"],
		["is too long", new Uint8Array(2 * 1024 * 1024 + 1).fill(97), "too long (over 2097152 bytes)"],
	])("names a document that %s, and cannot change it", async (_, bytes, reason) => {
		await commit(keeper, "installation", FIRST);
		const file = "installation/documents/lake/c.md";
		await put(file, bytes);
		const { documents: found, problems } = sound(await keeper.read("installation", null));
		expect(found).toHaveLength(3);
		expect(problems).toEqual([{ file, reason, remedy: expect.stringMatching(/\w/) }]);
		const over = draft([write("lake/c.md", ABSENT, text("new"))]);
		expect(await keeper.commit("installation", over)).toMatchObject({
			kind: "failed",
			reason: `${file}: ${reason}`,
		});
	});

	test("is not written to through a link", async () => {
		await commit(keeper, "installation", FIRST);
		await mkdir(join(base, "elsewhere"));
		await writeFile(join(base, "elsewhere", "a.md"), "one\n");
		await symlink(join(base, "elsewhere"), join(data, "installation/documents/linked"));
		for (const some of [
			write("linked/b.md", ABSENT, text("x")),
			write("linked/a.md", text("one\n"), ABSENT),
		]) {
			expect(await keeper.commit("installation", draft([some]))).toMatchObject({
				kind: "failed",
				reason: "installation/documents/linked is a link to elsewhere",
			});
		}
		expect(await readdir(join(base, "elsewhere"))).toEqual(["a.md"]);
	});

	test.each<[string, string, string]>([
		["an entry", "installation/journal/000001.json", "is no entry of a journal"],
		["the mark", "installation/journal/applied.json", "is no mark of a journal"],
		["the format", "format.json", "is not of this version of the program"],
	])("says which file is spoilt: %s", async (_, file, reason) => {
		await commit(keeper, "installation", FIRST);
		await put(file, '{"number": "one", "format": 2');
		const query = { story: null, below: null, limit: 9 };
		const failed = await Promise.all([
			keeper.history("installation", query),
			keeper.forget("2099-01-01T00:00:00.000Z"),
		]);
		expect(failed.map(outcome => "reason" in outcome && outcome.reason)).toContainEqual(
			expect.stringContaining(reason),
		);
	});

	test("is missed when it is taken away, and found again", async () => {
		await commit(keeper, "installation", FIRST);
		const notices: KeeperNotice[] = [];
		keeper.watch(notice => void notices.push(notice));
		await keeper.read("installation", null);
		await rename(data, `${data}-away`);
		const gone = { kind: "failed", reason: `The data directory ${data} is not where it was` };
		expect(await keeper.read("installation", null)).toMatchObject(gone);
		expect(await keeper.realms()).toMatchObject(gone);
		expect(await keeper.commit("installation", draft([]))).toMatchObject(gone);
		expect(await keeper.lock("installation", "lake", HOLDER)).toMatchObject(gone);
		expect(existsSync(data)).toBe(false);
		await vi.waitFor(() => expect(notices).toEqual([expect.objectContaining(gone)]), 3_000);
		await rename(`${data}-away`, data);
		await vi.waitFor(() => expect(notices.at(-1)).toEqual({ kind: "unknown" }), 3_000);
		expect(await documents(keeper, "installation")).toHaveLength(3);
	});

	test("cannot lie where a file is", async () => {
		await writeFile(data, "a file");
		const outcome = await keeper.commit("installation", FIRST);
		expect(outcome).toMatchObject({
			kind: "failed",
			reason: expect.stringContaining("data directory"),
		});
	});

	test.skipIf(process.getuid?.() === 0)(
		"that may not be written to is read all the same",
		async () => {
			await commit(keeper, "installation", FIRST);
			const folders = ["", "installation", "installation/incoming", "installation/journal"];
			for (const folder of folders) chmodSync(join(data, folder), 0o500);
			const reader = await openFileKeeper(data);
			expect(await documents(reader, "installation")).toHaveLength(3);
			expect(await reader.commit("installation", draft([]))).toMatchObject({
				kind: "failed",
				reason: "The data directory cannot be used",
			});
			for (const folder of folders) chmodSync(join(data, folder), 0o700);
		},
	);
});

/** A disk that fails from some operation on, as a full one does or one that is torn out. */
function failingDisk(
	soundOperations: number,
	code: string,
): Disk & { readonly calls: () => number } {
	let calls = 0;
	const failing =
		<A extends readonly string[]>(deed: (...args: A) => Promise<void>) =>
		async (...args: A): Promise<void> => {
			calls += 1;
			if (calls > soundOperations) throw Object.assign(new Error(code), { code });
			await deed(...args);
		};
	return {
		create: failing(machineDisk.create),
		link: failing(machineDisk.link),
		rename: failing(machineDisk.rename),
		remove: failing(machineDisk.remove),
		makeFolder: failing(machineDisk.makeFolder),
		syncFolder: failing(machineDisk.syncFolder),
		calls: () => calls,
	};
}

const SECOND: Draft = draft(
	[
		write("lake/a.md", text("one\n"), ABSENT),
		write("lake/b.md", HIDDEN, text("two\n")),
		write("dam/c.md", ABSENT, text("three\n")),
		write("channels.yaml", text("{}\n"), HIDDEN),
	],
	{ purges: ["lake/a.md"] },
);

const BEFORE = [
	{ path: "channels.yaml", state: text("{}\n") },
	{ path: "lake/a.md", state: text("one\n") },
	{ path: "lake/b.md", state: HIDDEN },
];

const AFTER = [
	{ path: "channels.yaml", state: HIDDEN },
	{ path: "dam/c.md", state: text("three\n") },
	{ path: "lake/b.md", state: text("two\n") },
];

describe("a disk that fails", { timeout: 60_000 }, () => {
	test("at any of its operations leaves the state before, or the state after", async () => {
		const counting = failingDisk(1_000, "ENOSPC");
		await commit(keeper, "installation", FIRST);
		const template = `${data}-template`;
		execFileSync("cp", ["-r", data, template]);
		await commit(await openFileKeeper(data, counting), "installation", SECOND);
		const kinds = new Set<string>();
		for (let operations = 0; operations < counting.calls(); operations += 1) {
			await rm(data, { recursive: true });
			execFileSync("cp", ["-r", template, data]);
			const failing = await openFileKeeper(data, failingDisk(operations, "ENOSPC"));
			const outcome = await failing.commit("installation", SECOND);
			kinds.add(outcome.kind);
			if (outcome.kind === "failed") {
				expect(outcome.reason).toBe("The disk of the data directory is full");
				expect(outcome.remedy).toMatch(/make room/);
			}
			const expected = outcome.kind === "committed" ? AFTER : BEFORE;
			expect(await documents(failing, "installation")).toEqual(expected);
			const seen = JSON.stringify(await history(failing, "installation"));
			expect(seen.includes("one\\n")).toBe(outcome.kind === "failed");
			const next = await openFileKeeper(data);
			expect(await documents(next, "installation")).toEqual(expected);
			expect(await history(next, "installation")).toEqual(JSON.parse(seen));
			expect(await readdir(join(data, "installation/incoming"))).toEqual([]);
			await commit(next, "installation", draft([write("d.md", ABSENT, text("four"))]));
		}
		expect(kinds).toEqual(new Set(["failed", "committed"]));
	});

	test("at any of its operations makes no first commit by halves", async () => {
		const counting = failingDisk(1_000, "EIO");
		await commit(await openFileKeeper(join(base, "counted"), counting), "installation", FIRST);
		for (let operations = 0; operations < counting.calls(); operations += 1) {
			const place = join(base, String(operations));
			const failing = await openFileKeeper(place, failingDisk(operations, "EIO"));
			const { kind } = await failing.commit("installation", FIRST);
			const next = await openFileKeeper(place);
			expect(await documents(next, "installation")).toEqual(kind === "committed" ? BEFORE : []);
			if (kind === "failed") await commit(next, "installation", FIRST);
			expect(await documents(next, "installation")).toEqual(BEFORE);
		}
	});

	test("during an erasure leaves all or nothing", async () => {
		const counting = failingDisk(1_000, "EIO");
		await commit(keeper, "server-1", FIRST);
		const template = `${data}-template`;
		execFileSync("cp", ["-r", data, template]);
		expect(await (await openFileKeeper(data, counting)).erase("server-1")).toMatchObject({
			entries: 1,
		});
		for (let operations = 0; operations < counting.calls(); operations += 1) {
			await rm(data, { recursive: true });
			execFileSync("cp", ["-r", template, data]);
			const failing = await openFileKeeper(data, failingDisk(operations, "EIO"));
			expect(await failing.erase("server-1")).toMatchObject({ kind: "failed" });
			const next = await openFileKeeper(data);
			const found = await documents(next, "server-1");
			expect([BEFORE, []]).toContainEqual(found);
			const names = await readdir(data);
			expect(names.includes("server-1")).toBe(found.length > 0);
			expect(names.filter(name => name.startsWith(".erased"))).toEqual([]);
		}
	});
});

describe("locks of files", { timeout: 60_000 }, () => {
	const LOCKER = `
		import { openFileKeeper } from ${JSON.stringify(new URL("../../../src/shell/storage/file-keeper.ts", import.meta.url).href)};
		const keeper = await openFileKeeper(process.argv[1]);
		const outcome = await keeper.lock("installation", "lake", ${JSON.stringify(HOLDER)});
		console.log(outcome.kind);
		process.kill(process.pid, "SIGKILL");
	`;

	test("are free again when their process was killed, whoever has its number now", async () => {
		await commit(keeper, "installation", FIRST);
		const root = fileURLToPath(new URL("../../..", import.meta.url));
		const call = (): string => {
			try {
				return execFileSync(
					execPath,
					["--import", "tsx", "--input-type=module", "-e", LOCKER, data],
					{
						cwd: root,
						encoding: "utf8",
						stdio: "pipe",
					},
				);
			} catch (error) {
				return String((error as { readonly stdout?: string }).stdout);
			}
		};
		expect(call()).toBe("locked\n");
		const lock = sound(await keeper.lock("installation", "lake", { ...HOLDER, by: "terminal" }));
		expect(lock.kind).toBe("locked");
		expect(call()).toBe("held\n");
	});
});
