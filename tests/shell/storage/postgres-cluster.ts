import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getuid } from "node:process";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe } from "vitest";

const run = promisify(execFile);

/** Where Debian keeps each version of the server. */
const DEBIAN = "/usr/lib/postgresql";

/** The folder of PostgreSQL's programs, the newest that there is; null when this machine has none. */
export const postgresPrograms: string | null =
	[...debianFolders(), ...configured()].find(folder => existsSync(join(folder, "initdb"))) ?? null;

function debianFolders(): readonly string[] {
	if (!existsSync(DEBIAN)) return [];
	const versions = readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a));
	return versions.map(version => join(DEBIAN, version, "bin"));
}

function configured(): readonly string[] {
	try {
		return [execFileSync("pg_config", ["--bindir"], { encoding: "utf8", stdio: "pipe" }).trim()];
	} catch {
		return [];
	}
}

/** A server of this test's own. */
export interface Cluster {
	/** Makes an empty database and gives its URL. */
	readonly createDatabase: () => Promise<string>;
	readonly stop: () => Promise<void>;
	readonly start: () => Promise<void>;
	/** Asks the server as its owner, in a database. */
	readonly query: (sql: string, database?: string) => Promise<readonly object[]>;
}

const OWNER = "presscheck";

/** Faster than a server may be whose data matter. */
const SETTINGS = ["fsync=off", "listen_addresses=127.0.0.1"];

interface OwnCluster extends Cluster {
	readonly remove: () => Promise<void>;
}

async function startCluster(programs: string): Promise<OwnCluster> {
	const base = mkdtempSync(join(tmpdir(), "presscheck-postgres-"));
	const user = unprivileged();
	if (user !== null) chownSync(base, user.uid, user.gid);
	const call = (program: string, args: readonly string[]): Promise<unknown> =>
		run(join(programs, program), [...args], { cwd: base, ...user });
	const data = join(base, "data");
	await call("initdb", ["-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]);
	const port = await freePort();
	const options = [...SETTINGS, `port=${port}`, `unix_socket_directories=${base}`];
	const flags = options.map(option => `-c ${option}`).join(" ");
	const url = `postgresql://${OWNER}@127.0.0.1:${port}`;
	const query: Cluster["query"] = (sql, database = "postgres") => ask(`${url}/${database}`, sql);
	let databases = 0;
	const stop = (): Promise<void> => call("pg_ctl", ["-D", data, "-m", "immediate", "stop"]).then();
	const start = async (): Promise<void> => {
		const log = join(base, "log");
		await call("pg_ctl", ["-D", data, "-l", log, "-t", "60", "-w", "-o", flags, "start"]);
	};
	await start();
	return {
		createDatabase: async () => {
			databases += 1;
			await query(`create database test_${databases}`);
			return `${url}/test_${databases}`;
		},
		stop: async () => void (await stop()),
		start,
		query,
		remove: async () => {
			await stop().catch(() => undefined);
			rmSync(base, { recursive: true, force: true });
		},
	};
}

async function ask(url: string, sql: string): Promise<readonly object[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	const { rows } = await client.query<object>(sql).finally(() => client.end());
	return rows;
}

/** Whom a server may run as, where this is root, which it refuses; null where it runs as we do. */
function unprivileged(): { readonly uid: number; readonly gid: number } | null {
	if (getuid?.() !== 0) return null;
	const ids = ["-u", "-g"].map(flag => {
		try {
			return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
		} catch {
			return 65_534;
		}
	});
	const [uid = 65_534, gid = 65_534] = ids;
	return { uid, gid };
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, "close");
	return port;
}

/**
 * A group of tests with one server, which is left out, saying so, where there is none.
 *
 * @param define is given a function that returns the server, for use inside tests
 */
export function describeInPostgres(name: string, define: (cluster: () => Cluster) => void): void {
	if (postgresPrograms === null)
		process.stderr.write(
			`\n"${name}": database tests left out, no PostgreSQL server found. Install it (Debian: apt-get install postgresql) or put pg_config on the path.\n`,
		);
	describe.skipIf(postgresPrograms === null)(name, () => {
		let running: OwnCluster | null = null;
		beforeAll(async () => {
			running = await startCluster(postgresPrograms ?? "");
		}, 90_000);
		afterAll(() => running?.remove(), 60_000);
		define(() => {
			if (running === null) throw new Error("The server has not been started");
			return running;
		});
	});
}
