import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { commands, GROUPS } from "../../../commands/index.ts";
import { commandLine } from "../../../src/present/command-line.ts";
import { listCommands } from "../../../src/shell/terminal/listed.ts";
import { runTerminal, type World } from "../../../src/shell/terminal/run.ts";
import { buildSnapshot, type Snapshot } from "../../../src/snapshot.ts";
import {
	answerSchema,
	askedSchema,
	claimsSchema,
	errorSchema,
	extractSchema,
	hitsSchema,
} from "../../present/json-contract.ts";

// Reading a whole corpus takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

interface Result {
	readonly code: number;
	readonly out: string;
	readonly errors: string;
}

interface Surroundings {
	readonly input?: string;
	readonly isTTY?: boolean;
	readonly columns?: number;
	readonly root?: string;
}

function sinkOf(lines: string[], terminal: Surroundings = {}): World["stdout"] {
	const sink = new Writable({
		write: (chunk, _encoding, done) => {
			lines.push(String(chunk));
			done();
		},
	});
	return Object.assign(sink, terminal);
}

const snapshots = new Map<string, Snapshot>();

/** Reading the project's own corpus takes a second; one reading of it does for all tests. */
const build: World["build"] = input => {
	const key = JSON.stringify(input);
	const snapshot = snapshots.get(key) ?? buildSnapshot(input, null);
	snapshots.set(key, snapshot);
	return snapshot;
};

async function run(argv: readonly string[], surroundings: Surroundings = {}): Promise<Result> {
	const { input, root = ROOT, ...terminal } = surroundings;
	const out: string[] = [];
	const errors: string[] = [];
	const stdin: World["stdin"] = Object.assign(Readable.from([Buffer.from(input ?? "")]), {
		isTTY: input === undefined,
	});
	const code = await runTerminal({
		argv,
		root,
		stdin,
		stdout: sinkOf(out, terminal),
		stderr: sinkOf(errors),
		clock: () => new Date("2031-05-04T12:00:00Z"),
		build,
	});
	return { code, out: out.join(""), errors: errors.join("") };
}

let base = "";
let corpus = "";

function put(file: string, text: string): string {
	const path = join(base, file);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
	return path;
}

function article(outlet: string, title: string, body: string): string {
	return `---\noutlet: "${outlet}"\ntitle: "${title}"\nlanguage: "en"\n---\n\n${body}\n`;
}

beforeAll(() => {
	base = mkdtempSync(join(tmpdir(), "presscheck-terminal-"));
	corpus = join(base, "corpus");
	// What was changed on this machine is not the project's own.
	vi.stubEnv("DATA_DIR", join(base, "kept"));
	put(
		"corpus/reservoir/north.md",
		article(
			"North Post",
			"Council repairs the dam",
			"The council will spend $12 million on the Halden dam.\n\nThe reservoir holds 40 million litres.",
		),
	);
	put(
		"corpus/reservoir/shore.md",
		article(
			"Shore Daily",
			"Halden dam repairs",
			'Repairs of the Halden dam will cost the council $15 million.\n\n"Nobody swims here," said Vera Lund.',
		),
	);
	put("corpus/reservoir/broken.md", "---\noutlet: [\n---\n\nNothing.\n");
	put("two/a/one.md", article("One", "First", "The bridge cost $3 million."));
	put("two/b/two.md", article("Two", "Second", "The tower cost $4 million."));
	put(
		"documents.jsonl",
		'{"id": 1, "title": "Dams", "text": "A dam holds water."}\n\n{"id": "b", "text": "Bridges."}\n',
	);
	put("twice.jsonl", '{"id": 1, "text": "a"}\n{"id": "1", "text": "b"}\n');
	put("broken.jsonl", '{"id": 1, "text": "fine"}\n{"id": 2}\n');
});
afterAll(() => {
	vi.unstubAllEnvs();
	vi.unstubAllEnvs();
	rmSync(base, { recursive: true });
});

describe("every command answers by the contract", () => {
	test.each([
		[["claim", "Halden", "dam"]],
		[["source", "North Post"]],
		[["compare", "North Post", "Shore Daily", "Halden dam"]],
		[["ask", "What will the Halden dam cost?"]],
		[["figures"]],
		[["quote", "Nobody swims here"]],
		[["check", "The Halden dam will cost $90 million."]],
	])("%j --json", async words => {
		const { code, out } = await run([...words, "--corpus", corpus, "--json"]);
		const answer = answerSchema.parse(JSON.parse(out));
		expect(answer.story).toBe("reservoir");
		expect([0, 3, 4, 5]).toContain(code);
	});

	test("claims --json", async () => {
		const { code, out } = await run(["claims", "--corpus", corpus, "--json"]);
		const { articles, claims, asOf } = claimsSchema.parse(JSON.parse(out));
		expect(code).toBe(0);
		expect(asOf).toBe("2031-05-04T12:00:00.000Z");
		expect(articles.map(({ file }) => file)).toEqual(["north.md", "shore.md"]);
		expect(claims.flatMap(({ reports }) => reports.map(({ printed }) => printed))).toContain(
			"$12 million",
		);
	});

	test("extract", async () => {
		const input = '{"id": 1, "text": "Rents rose 4%. Then they fell by 5%."}\n';
		const { code, out } = await run(["extract"], { input });
		const { id, figures } = extractSchema.parse(JSON.parse(out));
		expect([code, id]).toEqual([0, 1]);
		expect(figures.map(({ start, end }) => input.slice(19).slice(start, end))).toEqual([
			"4%",
			"5%",
		]);
	});

	test("search", async () => {
		const documents = join(base, "documents.jsonl");
		const input = '{"id": "q1", "text": "water behind a dam"}\n';
		const { code, out } = await run(["search", "--documents", documents], { input });
		const { id, hits } = hitsSchema.parse(JSON.parse(out));
		expect([code, id, hits[0]?.document]).toEqual([0, "q1", "1"]);
	});
});

describe("answers for people", () => {
	test("a claim with its outlets, wrapped to the terminal, in color", async () => {
		const words = ["claim", "Halden", "dam", "--corpus", corpus];
		const { out } = await run(words, { isTTY: true, columns: 40 });
		const plain = await run(words);
		expect(out).toContain("\u001B[");
		expect(plain.out).not.toContain("\u001B");
		expect(plain.out).toMatch(/North Post|Shore Daily/);
		expect(plain.out).toMatch(/2 articles of 2 outlets · read just now\n$/);
	});

	test("what to type next is of the same story and the same corpus", async () => {
		const two = join(base, "two");
		const { out } = await run(["claim", "bridge cost", "--corpus", two, "--story", "a"]);
		const typed = /presscheck (flag .+)/.exec(out)?.[1] ?? "";
		expect(typed).toContain(` --corpus ${two} --story a`);
		expect((await run(typed.split(" "))).out).toContain("Does this look wrong?");
		const which = await run(["claim", "bridge cost", "--corpus", two]);
		expect(which.errors).toContain(`presscheck claim 'bridge cost' --corpus ${two} --story a\n`);
	});

	test("claims are listed by kind", async () => {
		const { out } = await run(["claims", "--corpus", corpus]);
		expect(out).toContain("Claims of Reservoir");
		expect(out).toMatch(/Figures \(\d+\)/);
	});

	test("a refresh reads the corpus and tells what is wrong with it", async () => {
		const { code, out, errors } = await run(["refresh", "--corpus", corpus]);
		expect(out).toContain("1 story, 2 articles of 2 outlets, 1 problem.");
		expect(out).toContain("reservoir/broken.md");
		expect([code, errors]).toEqual([1, ""]);
		expect((await run(["refresh", "--corpus", join(base, "two")])).code).toBe(0);
	});

	test("a file that cannot be read is named beside the answer", async () => {
		const { code, errors } = await run(["stories", "--corpus", corpus]);
		expect(code).toBe(0);
		expect(errors).toMatch(/^presscheck: reservoir\/broken\.md: .+; .+\n$/);
	});

	test("a notice as JSON", async () => {
		const { out } = await run(["stories", "--corpus", corpus, "--json"]);
		expect(JSON.parse(out)).toMatchObject({ kind: "notice", title: "Stories", refusal: false });
	});
});

describe("lines of questions", () => {
	test("are answered one by one, and a bad line does not stop the others", async () => {
		const input = [
			'{"id": "q1", "text": "What will the Halden dam cost?"}',
			"",
			"not JSON",
			'{"id": "q3"}',
			'{"text": "no id"}',
			`{"id": "q5", "text": "${"why ".repeat(2_000)}"}`,
			'{"id": 6, "text": "Who is Vera Lund?"}',
		].join("\n");
		const { code, out } = await run(["ask", "--corpus", corpus], { input });
		const lines = out
			.trimEnd()
			.split("\n")
			.map(line => JSON.parse(line));
		expect(lines.map(({ id }) => id)).toEqual(["q1", null, "q3", null, "q5", 6]);
		expect(code).toBe(1);
		askedSchema.parse(lines[0]);
		askedSchema.parse(lines[5]);
		expect(lines.slice(1, 5).map(line => errorSchema.parse(line).error)).toEqual([
			"line 3: not JSON",
			expect.stringMatching(/^line 4: text: /),
			expect.stringMatching(/^line 5: id: /),
			expect.stringMatching(/^Too long/),
		]);
	});

	test("take the story from the option", async () => {
		const two = join(base, "two");
		const input = '{"id": 1, "text": "What did it cost?"}\n';
		const named = await run(["ask", "--corpus", two, "--story", "b"], { input });
		expect(askedSchema.parse(JSON.parse(named.out)).answer.story).toBe("b");
		const unnamed = await run(["ask", "--corpus", two], { input });
		expect(errorSchema.parse(JSON.parse(unnamed.out)).error).toMatch(/^Which story\?/);
	});

	test("end when nobody reads the answers any more", async () => {
		const stdin = new PassThrough();
		const stdout = new Writable({
			write: (_chunk, _encoding, done) =>
				done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
		});
		const ended = runTerminal({
			argv: ["extract"],
			root: ROOT,
			stdin,
			stdout,
			stderr: sinkOf([]),
			clock: () => new Date(0),
			build,
		});
		stdin.write('{"id": 1, "text": "x"}\n');
		expect(await ended).toBe(0);
		expect(stdin.destroyed).toBe(true);
	});
});

describe("what cannot be done is said, with an exit code", () => {
	test.each<[readonly string[], number, RegExp]>([
		[["clam", "x"], 2, /no command "clam"; did you mean "claim"\?/],
		[["quite unlike anything"], 2, /no command "quite unlike anything"\n/],
		[["claim", "x", "--jsn"], 2, /no option --jsn; did you mean --json\?/],
		[["claim", "x", "--topic", "y"], 2, /"claim" takes no option --topic/],
		[["claim", "x", "--corpus"], 2, /--corpus needs a value/],
		[["claim", "x", "--story", "--json"], 2, /--story needs a value/],
		[["claim", "x", "--story="], 2, /--story needs a value/],
		[["claim", "x", "--json=yes"], 2, /--json takes no value/],
		[["claim", "-x"], 2, /no option -x .*write --/],
		[["claim"], 2, /"claim" needs TEXT: .*\n.*claim --help/],
		[["stories", "of", "old"], 2, /"stories" takes no more text \("of old"\)/],
		[["help", "clam"], 2, /did you mean "claim"/],
		[["feed"], 2, /no command "feed"; behind "feed" stands one of add, list, dismiss, remove\n/],
		[["help", "feed", "lst"], 2, /no command "feed lst"; .*\n.*presscheck feed --help/],
		[["ask"], 2, /"ask" reads JSON Lines/],
		[["extract"], 2, /"extract" reads JSON Lines/],
		[["search"], 2, /"search" reads JSON Lines|"search" needs DOCUMENTS/],
		[["claims", "--story", "reservior"], 2, /no story "reservior"/],
		[["claims", "--story", "zzz"], 2, /no story "zzz"[\s\S]*there are reservoir/],
		[["claim", "x", "--story", "nowhere"], 2, /There is no story/],
	])("%j gives %i", async (words, code, message) => {
		const result = await run([
			...words,
			...(words.includes("--story") ? ["--corpus", corpus] : []),
		]);
		expect(result.errors).toMatch(message);
		expect([result.code, result.out]).toEqual([code, ""]);
	});

	test.each([["claims"], ["figures"], ["refresh"], ["ask", "What is it?"]])(
		"%s without a corpus",
		async (...words) => {
			const { code, out, errors } = await run([...words, "--corpus", join(base, "gone")]);
			expect(code).toBe(1);
			expect(out + errors).toMatch(/no such folder/);
		},
	);

	test("several stories, none named", async () => {
		const { code, errors } = await run(["claims", "--corpus", join(base, "two")]);
		expect(code).toBe(2);
		expect(errors).toContain("--story takes a, b");
	});

	test("a story by its title", async () => {
		expect((await run(["claims", "--corpus", join(base, "two"), "--story", "B"])).code).toBe(0);
	});

	test.each([
		["gone.jsonl", /--documents .*gone\.jsonl: cannot be read \(ENOENT\)/],
		["twice.jsonl", /twice\.jsonl: line 2: id: there is a document "1" already/],
		["broken.jsonl", /broken\.jsonl: line 2: text: /],
	])("documents that cannot be read: %s", async (file, message) => {
		const { code, errors } = await run(["search", "--documents", join(base, file)], { input: "" });
		expect(code).toBe(1);
		expect(errors).toMatch(message);
	});

	test("settings that cannot be read", async () => {
		const root = join(base, "root");
		mkdirSync(join(root, ".env"), { recursive: true });
		const { code, errors } = await run(["stories"], { root });
		expect(code).toBe(1);
		expect(errors).toMatch(/^presscheck: \.env: cannot be read/);
	});

	test("a version that cannot be told fails without a stack trace", async () => {
		const { code, errors } = await run(["--version"], { root: join(base, "nowhere") });
		expect(code).toBe(1);
		expect(errors).toMatch(/^presscheck: failed: ENOENT.*\n$/);
	});

	test("a disk that is full", async () => {
		const errors: string[] = [];
		const stdout = new Writable({
			write: (_chunk, _encoding, done) =>
				done(Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" })),
		});
		const world = { root: ROOT, build, stdin: Readable.from([]), stderr: sinkOf(errors) };
		const clock = (): Date => new Date(0);
		expect(await runTerminal({ ...world, argv: ["--help"], stdout, clock })).toBe(1);
		expect(errors.join("")).toMatch(/output cannot be written \(ENOSPC/);
	});
});

describe("help", () => {
	const listed = listCommands(commands);

	test("names every command, option and exit code", async () => {
		const { code, out } = await run([]);
		expect(code).toBe(0);
		for (const { name } of listed) expect(out).toContain(`\n  ${name} `);
		for (const option of ["--story", "--corpus", "--server", "--json", "--help", "--version"]) {
			expect(out).toContain(option);
		}
		for (const exit of [0, 1, 2, 3, 4, 5]) expect(out).toContain(`\n  ${exit}  `);
		expect(await run(["--help"])).toEqual({ code, out, errors: "" });
		expect(await run(["help"])).toEqual({ code, out, errors: "" });
	});

	test.each(listed.map(({ name }) => name))("%s --help has a usage and examples", async name => {
		const { code, out } = await run([name, "--help"]);
		expect(code).toBe(0);
		expect(out).toMatch(new RegExp(`^Usage: presscheck ${name}`));
		expect(out).toMatch(/Examples\n {2}\S/);
		expect(await run(["help", name])).toEqual({ code, out, errors: "" });
	});

	test.each(Object.keys(GROUPS))("%s --help lists the commands that begin with it", async group => {
		const { code, out } = await run([group, "--help"]);
		expect(code).toBe(0);
		expect(out).toMatch(new RegExp(`^Usage: presscheck ${group} `));
		for (const { name } of commands) {
			if (name.startsWith(`${group} `)) expect(out).toContain(`\n  ${name}`);
		}
		expect(await run(["help", group])).toEqual({ code, out, errors: "" });
	});

	test("of the reading of files stays beside that of the commands for articles", async () => {
		const { out } = await run(["help", "article"]);
		expect(out).toMatch(/^Usage: presscheck article FILE/);
		expect(out).toContain("presscheck article page.html report.pdf");
	});

	test.each(listed.map(({ name, options }) => [name, options] as const))(
		"the usage of %s has every option that is listed below it",
		async (command, options) => {
			const [usage = ""] = (await run([command, "--help"])).out.split("\n");
			for (const { name, kind } of options) {
				expect(usage).toContain(kind === "yes" ? `--${name}` : name.toUpperCase());
			}
		},
	);

	// What moderators run changes what is kept, and has tests of its own.
	const open = listed.filter(({ name, access }) => access === "everyone" && name !== "flag");
	const examples = open.flatMap(({ name, examples: own }) =>
		own.map(values => [commandLine(name, values), name, values] as const),
	);

	test.each(examples)("%s runs and finds something", async (_, name, values) => {
		const words = Object.entries(values).flatMap(([option, value]) => [`--${option}`, value]);
		const { code, out } = await run(
			name === "help" ? [name, ...Object.values(values)] : [name, ...words],
		);
		// The example of "check" is a sentence that the coverage contradicts.
		expect([0, 4]).toContain(code);
		expect(out).not.toBe("");
	});

	test("the version is the package's", async () => {
		expect((await run(["--version"])).out).toMatch(/^presscheck \d+\.\d+\.\d+\n$/);
	});
});
