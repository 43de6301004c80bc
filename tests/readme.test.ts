import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test, vi } from "vitest";
import { commands } from "../commands/index.ts";
import { parseArticle } from "../src/corpus/article.ts";
import { parseStory } from "../src/corpus/story.ts";
import { EXIT_MEANINGS } from "../src/shell/terminal/exit-codes.ts";
import { runTerminal, type World } from "../src/shell/terminal/run.ts";
import { buildSnapshot, type Snapshot } from "../src/snapshot.ts";

// Reading a whole corpus takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
// What somebody keeps who works on the project is not what is promised here.
vi.stubEnv("DATA_DIR", path.join(tmpdir(), "presscheck-keeps-nothing"));
afterAll(() => void vi.unstubAllEnvs());

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
const manifest = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));

function blocksOf(language: string): readonly string[] {
	const fence = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm");
	return [...readme.matchAll(fence)].map(([, text = ""]) => text);
}

/** A command as it is printed, and what is promised: runs of lines that follow each other in its output. */
interface Session {
	readonly line: string;
	readonly promised: readonly string[];
}

function sessionsIn(block: string): readonly Session[] {
	return block.split(/^\$ /m).flatMap(part => {
		const [line = "", ...output] = part.trimEnd().split("\n");
		if (line === "") return [];
		const promised = output.join("\n").split(/^…$/m);
		return [{ line, promised: promised.map(text => text.trim()).filter(text => text !== "") }];
	});
}

const LINE = /^(?:echo '(?<input>[^']*)' \| )?npx presscheck (?<words>.+)$/;

function wordsOf(line: string): readonly string[] {
	return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

const snapshots = new Map<string, Snapshot>();

/** One reading of the corpus does for all commands. */
const build: World["build"] = input => {
	const { asOf: _, ...files } = input;
	const key = JSON.stringify(files);
	const snapshot = snapshots.get(key) ?? buildSnapshot(input, null);
	snapshots.set(key, snapshot);
	return snapshot;
};

function sinkTo(written: string[]): Writable {
	return new Writable({
		write: (chunk, _encoding, done) => {
			written.push(String(chunk));
			done();
		},
	});
}

async function run(line: string): Promise<string> {
	const { input = "", words = "" } = LINE.exec(line)?.groups ?? {};
	const written: string[] = [];
	const errors: string[] = [];
	await runTerminal({
		argv: wordsOf(words),
		root: ROOT,
		stdin: Readable.from([input]),
		stdout: sinkTo(written),
		stderr: sinkTo(errors),
		clock: () => new Date(),
		build,
	});
	expect(errors.join(""), line).toBe("");
	return written.join("");
}

/** Where each text was found, one behind the other; -1 where it was not. */
function placesIn(output: string, texts: readonly string[]): readonly number[] {
	let from = 0;
	return texts.map(text => {
		const at = output.indexOf(text, from);
		if (at !== -1) from = at + text.length;
		return at;
	});
}

describe("the command lines in README.md", () => {
	const sessions = blocksOf("console").flatMap(sessionsIn);

	test("are in a form that is run here", () => {
		expect(sessions.length).toBeGreaterThan(4);
		expect(sessions.filter(({ line }) => !LINE.test(line))).toEqual([]);
	});

	test.each(sessions)("$line prints what is promised", async ({ line, promised }) => {
		const output = await run(line);
		expect(promised).not.toEqual([]);
		const missing = promised.filter((_, index) => placesIn(output, promised)[index] === -1);
		expect(missing, output.slice(0, 2_000)).toEqual([]);
	});

	test("of npm run scripts that exist", () => {
		const named = [...readme.matchAll(/\bnpm (?:run )?(?!ci\b|run\b)([a-z]+)/g)];
		const names = named.map(([, name = ""]) => name);
		expect(names).toContain("start");
		expect(names.filter(name => manifest.scripts[name] === undefined)).toEqual([]);
	});

	test("name every measurement", () => {
		const named = [...readme.matchAll(/npx tsx (bench\/[\w-]+\.ts)/g)].map(([, file = ""]) => file);
		const scripts = readdirSync(path.join(ROOT, "bench")).filter(file => file.endsWith(".ts"));
		const known = scripts
			.map(file => `bench/${file}`)
			.filter(file => manifest.scripts.measure !== `tsx ${file}`);
		expect(named.toSorted()).toEqual(known.toSorted());
	});
});

describe("what README.md lists", () => {
	test("the slash commands, as they are", () => {
		const rows = commands.map(({ name, options, description }) => {
			const words = options
				.filter(({ name, kind }) => name !== "story" && (kind === "text" || kind === "file"))
				.map(option => (option.required ? option.name : `[${option.name}]`));
			return `| \`${[`/${name}`, ...words].join(" ")}\` | ${description} |`;
		});
		const tables = readme.matchAll(/\| command \| what it \w+ \|\n\|---\|---\|\n((?:\|.*\n)+)/g);
		const told = [...tables].flatMap(([, table = ""]) => table.trim().split("\n"));
		expect(told.toSorted()).toEqual(rows.toSorted());
	});

	test("the entry in a message's menu", () => {
		for (const { messageMenu } of commands) {
			if (messageMenu !== null) expect(readme).toContain(`"${messageMenu.name}"`);
		}
	});

	test("the exit codes", () => {
		const table = /\| code \| meaning \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readme);
		const rows = EXIT_MEANINGS.map(([code, meaning]) => `| ${code} | ${meaning} |`);
		expect(table?.[1]?.trim().split("\n")).toEqual(rows);
	});

	test("every folder of the program", () => {
		const files = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" });
		const folders = files.flatMap(file => /^(\w+)[\\/].*\.ts$/.exec(file)?.[1] ?? []);
		const missing = [...new Set(folders)].filter(folder => !readme.includes(`(src/${folder})`));
		expect(missing).toEqual([]);
	});

	test("variables that .env.example explains", () => {
		const example = readFileSync(path.join(ROOT, ".env.example"), "utf8");
		const named = [...readme.matchAll(/`([A-Z][A-Z_]+)=?[a-z]*`/g)].map(([, name = ""]) => name);
		expect(named).toContain("DISCORD_TOKEN");
		expect(named.filter(name => !new RegExp(`^${name}=`, "m").test(example))).toEqual([]);
	});
});

describe("the corpus format in README.md", () => {
	test("is read", () => {
		const [text = ""] = blocksOf("markdown");
		const parsed = parseArticle({ story: "ellen", file: "harbour-post.md", text });
		expect(parsed).toMatchObject({
			kind: "article",
			article: { outlet: "Harbour Post", published: "2031-05-02", language: "en" },
		});
	});

	test("of a story is read", () => {
		const [text = ""] = blocksOf("yaml");
		expect(parseStory("ellen", text)).toMatchObject({
			kind: "story",
			story: { title: "The storm at Ellen", aliases: ["north pier"] },
		});
	});
});

const PAGES = [
	"README.md",
	"CONTRIBUTING.md",
	"CHANGELOG.md",
	"docs/json.md",
	"docs/licences.md",
	"docs/operating.md",
];

describe.each(PAGES)("%s", page => {
	const text = readFileSync(path.join(ROOT, page), "utf8");
	const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target = ""]) => target)
		.filter(target => !/^https?:/.test(target));

	test("links to what exists", () => {
		const broken = targets.filter(target => {
			const [file = "", heading] = target.split("#");
			const linked = path.join(ROOT, file === "" ? page : path.join(path.dirname(page), file));
			if (!existsSync(linked)) return true;
			return heading !== undefined && !headingsOf(linked).includes(heading);
		});
		expect(broken).toEqual([]);
	});
});

function headingsOf(file: string): readonly string[] {
	return [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, words = ""]) =>
		words
			.toLowerCase()
			.replace(/[^\w -]/g, "")
			.replaceAll(" ", "-"),
	);
}

test("the picture in README.md is small enough to load at once", () => {
	const [, file = ""] = /!\[[^\]]{40,}\]\(([^)]+\.png)\)/.exec(readme) ?? [];
	expect(readFileSync(path.join(ROOT, file)).length).toBeLessThan(300_000);
});
