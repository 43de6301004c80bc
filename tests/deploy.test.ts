import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse as parseVariables } from "dotenv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

/*
 * Neither Docker nor systemd runs here: these tests read what is given to them, and hold it to what
 * docs/operating.md promises. CI builds and starts the image.
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));

function read(file: string): string {
	return readFileSync(path.join(ROOT, file), "utf8");
}

const VARIABLES = new Set(Object.keys(parseVariables(read(".env.example"))));
/** What other programs in the same place read. */
const OTHERS = new Set(["NODE_OPTIONS", "TSX_DISABLE_CACHE"]);

const START = ["node", "--import", "tsx", "src/main.ts"];

const manifest = JSON.parse(read("package.json"));
const lock = JSON.parse(read("package-lock.json"));

/** The instructions of the Dockerfile, in order, each on one line. */
const instructions = read("Dockerfile")
	.replace(/^#.*\n/gm, "")
	.replaceAll("\\\n", "")
	.split("\n")
	.filter(line => line.trim() !== "")
	.map(line => {
		const [word = "", ...rest] = line.split(" ");
		return { word, rest: rest.join(" ").trim() };
	});
/** Those of the image itself, behind the last FROM. */
const image = instructions.slice(instructions.findLastIndex(({ word }) => word === "FROM"));

function restsOf(word: string): readonly string[] {
	return image.filter(each => each.word === word).map(({ rest }) => rest);
}

/** What is copied from the checkout into the image. */
const copied = restsOf("COPY")
	.filter(rest => !rest.startsWith("--from"))
	.flatMap(rest => rest.split(" ").slice(0, -1));

describe("the memory that is allowed", () => {
	test.each([
		["compose.yaml", /max-old-space-size=(\d+)/, /mem_limit: (\d+)g/],
		["deploy/presscheck.service", /max-old-space-size=(\d+)/, /MemoryMax=(\d+)G/],
	])("%s leaves room beside Node's heap", (file, heap, whole) => {
		const megabytes = Number(heap.exec(read(file))?.[1]);
		const limit = Number(whole.exec(read(file))?.[1]) * 1_024;
		expect(limit - megabytes).toBeGreaterThanOrEqual(512);
	});
});

describe("the Dockerfile", () => {
	test("copies what is there and is let through", () => {
		const ignored = read(".dockerignore");
		expect(ignored).toMatch(/^\*$/m);
		const letThrough = [...ignored.matchAll(/^!(.+)$/gm)].map(([, name]) => name);
		expect(copied.filter(name => !existsSync(path.join(ROOT, name)))).toEqual([]);
		expect(letThrough.toSorted()).toEqual([...new Set(copied)].toSorted());
	});

	test("copies what the program reads of its own folder", () => {
		const code = read("src/shell/derived/code-version.ts");
		const files = [...code.matchAll(/"((?:src\/)?[\w-]+\.\w+)"/g)].map(([, file = ""]) => file);
		expect(files).toContain("package-lock.json");
		const missing = files.filter(file => !copied.some(name => `${file}/`.startsWith(`${name}/`)));
		expect(missing).toEqual([]);
	});

	test("copies no secret and nothing that is kept", () => {
		expect(copied).not.toContain(".");
		expect(copied.filter(name => /^\.|^data/.test(name))).toEqual([]);
	});

	test("runs the program by a user without rights, who owns only where things are kept", () => {
		const [user, ...others] = restsOf("USER");
		expect(user).toBe("node");
		expect(others).toEqual([]);
		const at = (word: string) => image.findIndex(each => each.word === word);
		expect(at("USER")).toBeGreaterThan(image.findLastIndex(({ word }) => word === "RUN"));
		expect(at("USER")).toBeLessThan(at("CMD"));
		expect(restsOf("COPY").filter(rest => rest.includes("--chown"))).toEqual([]);
		expect(restsOf("VOLUME")).toEqual(["/data"]);
	});

	test("starts the program without npm", () => {
		expect(restsOf("CMD").map(rest => JSON.parse(rest))).toEqual([START]);
		expect(existsSync(path.join(ROOT, "src/main.ts"))).toBe(true);
		expect(manifest.dependencies.tsx).toBeDefined();
	});

	test("sets variables that are read", () => {
		const set = restsOf("ENV").flatMap(rest =>
			Object.keys(parseVariables(rest.replaceAll(" ", "\n"))),
		);
		expect(set).toContain("DATA_DIR");
		expect(set.filter(name => !(VARIABLES.has(name) || OTHERS.has(name)))).toEqual([]);
	});

	test("runs no script of a package, for none is needed", () => {
		expect(instructions.find(({ rest }) => rest.startsWith("npm ci"))?.rest).toContain(
			"--omit=dev --ignore-scripts",
		);
		const scripted = Object.entries<{
			hasInstallScript?: boolean;
			dev?: boolean;
			optional?: boolean;
		}>(lock.packages)
			.filter(
				([, each]) => each.hasInstallScript === true && each.dev !== true && each.optional !== true,
			)
			.map(([name]) => name);
		// Its script only checks that the binary, a package of its own, is there.
		expect(scripted).toEqual(["node_modules/esbuild"]);
	});

	test("is of a Node that CI tests", () => {
		const versions = instructions
			.filter(({ word }) => word === "FROM")
			.map(({ rest }) => Number(/^node:(\d+)-bookworm-slim\b/.exec(rest)?.[1]));
		const { jobs } = parse(read(".github/workflows/ci.yml"));
		expect(new Set(versions).size).toBe(1);
		expect(jobs.check.strategy.matrix.node).toEqual(expect.arrayContaining(versions));
	});
});

describe("the image's check of health", () => {
	const [check = ""] = restsOf("HEALTHCHECK");
	const [program = "", ...words] = z
		.array(z.string())
		.parse(JSON.parse(check.slice(check.indexOf("["))));

	async function codeWhen(status: number | null): Promise<number> {
		const server = createServer((request, response) => {
			response.writeHead(request.url === "/healthz" ? (status ?? 200) : 404).end();
		}).listen(0, "127.0.0.1");
		await once(server, "listening");
		const { port } = server.address() as AddressInfo;
		if (status === null) await new Promise(resolve => server.close(resolve));
		const child = execFile(program, words, { env: { METRICS_PORT: `${port}` } });
		const [code] = await once(child, "exit");
		server.close();
		return code;
	}

	test.each([
		[200, 0],
		[503, 1],
		[null, 1],
	])("with an answer of %s it ends with %i", async (status, code) => {
		expect(program).toBe("node");
		expect(await codeWhen(status)).toBe(code);
	});
});

const compose = z
	.object({
		services: z.record(
			z.string(),
			z.object({
				build: z.string().optional(),
				image: z.string().optional(),
				user: z.string().optional(),
				environment: z.record(z.string(), z.union([z.string(), z.number()])),
				env_file: z.string().optional(),
				healthcheck: z.object({ test: z.array(z.string()) }).optional(),
				depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
				networks: z.array(z.string()),
				volumes: z.array(z.string()),
				ports: z.never().optional(),
				privileged: z.never().optional(),
				read_only: z.literal(true),
				cap_drop: z.tuple([z.literal("ALL")]),
				security_opt: z.tuple([z.literal("no-new-privileges:true")]),
			}),
		),
		networks: z.record(z.string(), z.object({ internal: z.boolean() }).nullable()),
		volumes: z.record(z.string(), z.null()),
	})
	.parse(parse(read("compose.yaml")));

describe("compose.yaml", () => {
	const { bot, database } = compose.services;

	test("gives the bot a database that only it reaches", () => {
		expect(Object.keys(compose.services)).toEqual(["bot", "database"]);
		expect(bot?.depends_on).toEqual({ database: { condition: "service_healthy" } });
		expect(database?.networks).toEqual(["inside"]);
		expect(compose.networks["inside"]).toEqual({ internal: true });
		expect(bot?.networks).toEqual(["outside", "inside"]);
		expect(database?.healthcheck?.test).toContain("pg_isready");
	});

	test("runs the database by a user without rights", () => {
		expect(database?.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
	});

	test("names volumes that are declared, and mounts the corpus to be read alone", () => {
		const named = [bot, database].flatMap(service => service?.volumes ?? []);
		const own = named.filter(volume => !volume.startsWith("./"));
		expect(own.map(volume => volume.split(":")[0]).toSorted()).toEqual(
			Object.keys(compose.volumes).toSorted(),
		);
		expect(named.filter(volume => volume.startsWith("./"))).toEqual(["./corpus:/app/corpus:ro"]);
	});

	test("sets variables that are read, and holds no secret", () => {
		const { environment = {}, env_file } = bot ?? {};
		expect(env_file).toBe(".env");
		expect(
			Object.keys(environment).filter(name => !(VARIABLES.has(name) || OTHERS.has(name))),
		).toEqual([]);
		expect(environment).not.toHaveProperty("DISCORD_TOKEN");
		const passwords = [environment["DATABASE_URL"], database?.environment["POSTGRES_PASSWORD"]];
		for (const password of passwords) expect(password).toMatch(/\$\{POSTGRES_PASSWORD:\?[^}]+\}/);
		expect(JSON.stringify(database)).not.toContain("DISCORD_TOKEN");
	});

	test("is for the folders of the image", () => {
		const set = parseVariables(restsOf("ENV").join("\n").replaceAll(" ", "\n"));
		expect(bot?.environment["DATA_DIR"]).toBe(set["DATA_DIR"]);
		expect(String(bot?.environment["METRICS_PORT"])).toBe(set["METRICS_PORT"]);
		expect(bot?.volumes).toContain(`data:${set["DATA_DIR"]}`);
		expect(restsOf("WORKDIR")).toEqual(["/app"]);
	});
});

/** The unit's directives, in order. */
const unit = [...read("deploy/presscheck.service").matchAll(/^(\w+)=(.*)$/gm)].map(
	([, name = "", value = ""]) => [name, value] as const,
);

function valuesOf(wanted: string): readonly string[] {
	return unit.filter(([name]) => name === wanted).map(([, value]) => value);
}

describe("deploy/presscheck.service", () => {
	test.each([
		["User", "presscheck"],
		["NoNewPrivileges", "yes"],
		["ProtectSystem", "strict"],
		["ProtectHome", "yes"],
		["PrivateTmp", "yes"],
		["PrivateDevices", "yes"],
		["CapabilityBoundingSet", ""],
		["RestrictNamespaces", "yes"],
		["RestrictSUIDSGID", "yes"],
		["StateDirectory", "presscheck"],
		["StateDirectoryMode", "0700"],
		["RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX"],
	])("says %s=%s", (name, value) => {
		expect(valuesOf(name)).toEqual([value]);
	});

	test("may write to no other place", () => {
		expect(valuesOf("ReadWritePaths")).toEqual([]);
	});

	test("starts the program without npm, and leaves it time to finish", () => {
		expect(valuesOf("ExecStart")).toEqual([`/usr/bin/${START.join(" ")}`]);
		expect(Number.parseInt(valuesOf("TimeoutStopSec")[0] ?? "", 10)).toBeGreaterThan(10);
	});

	test("does not start a bot again that is misconfigured", () => {
		expect(valuesOf("Restart")).toEqual(["on-failure"]);
		expect(valuesOf("RestartPreventExitStatus")).toEqual(["2"]);
	});

	test("sets variables that are read, and no secret", () => {
		const set = parseVariables(valuesOf("Environment").join(" ").replaceAll(" ", "\n"));
		expect(set["DATA_DIR"]).toBe(`/var/lib/${valuesOf("StateDirectory")[0]}`);
		expect(Object.keys(set).filter(name => !(VARIABLES.has(name) || OTHERS.has(name)))).toEqual([]);
		expect(set).not.toHaveProperty("DISCORD_TOKEN");
	});
});

describe("continuous integration", () => {
	test("runs all tests, with the database server that they want", () => {
		const { jobs } = parse(read(".github/workflows/ci.yml"));
		const steps = jobs.check.steps.map(({ run }: { run?: string }) => run);
		expect(steps).toContain(".ci/run");
		expect(statSync(path.join(ROOT, ".ci/run")).mode & 0o100).not.toBe(0);
		expect(read(".ci/run")).toMatch(/apt-get install .*\bpostgresql\b/);
		const oldest = Number(/(\d+)/.exec(manifest.engines.node)?.[1]);
		expect(jobs.check.strategy.matrix.node).toContain(oldest);
	});
});
