import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

/*
 * What the linter cannot tell: the order of the folders, the size of files, and names that say nothing.
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Files of code below a folder, by their paths from the project's own. */
function codeIn(folder: string): readonly string[] {
	return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
		.filter(file => /\.(?:ts|js|mjs)$/.test(file))
		.map(file => path.posix.join(folder, file.split(path.sep).join("/")));
}

const program = [...codeIn("src"), ...codeIn("commands")];
const everything = [...program, ...codeIn("bench"), ...codeIn("bin"), ...codeIn("tests")];

function textOf(file: string): string {
	return readFileSync(path.join(ROOT, file), "utf8");
}

/** The way of the data: each place may import what stands before it, and itself. */
const PLACES: readonly (readonly [name: string, pattern: RegExp])[] = [
	["src/text", /^src\/text\//],
	["src/corpus", /^src\/corpus\//],
	["src/figures", /^src\/figures\//],
	["src/quotations", /^src\/quotations\//],
	["src/claims", /^src\/claims\//],
	["src/search", /^src\/search\//],
	["src/snapshot.ts", /^src\/(?:derive|snapshot|snapshot-diff|refresh-outcome|derive)\.ts$/],
	["src/records", /^src\/records\//],
	["src/answers", /^src\/answers\//],
	["commands", /^commands\//],
	["src/present", /^src\/present\//],
	["src/ingest", /^src\/ingest\//],
	["src/shell", /^src\/shell\//],
	["entries", /^src\/(?:main|cli)\.ts$/],
];

function placeOf(file: string): number {
	return PLACES.findIndex(([, pattern]) => pattern.test(file));
}

const IMPORT = /(?:\bfrom|\bimport|\bimport\()\s*"(\.[^"]+)"/g;

function importsOf(file: string): readonly string[] {
	const folder = path.posix.dirname(file);
	return [...textOf(file).matchAll(IMPORT)].map(([, target = ""]) =>
		path.posix.join(folder, target),
	);
}

describe("the order of the folders", () => {
	test("every file of the program has its place", () => {
		expect(program.filter(file => placeOf(file) === -1)).toEqual([]);
	});

	test("nothing imports what stands behind it", () => {
		const wrong = program.flatMap(file =>
			importsOf(file)
				.filter(target => placeOf(target) > placeOf(file))
				.map(target => `${file} imports ${target}`),
		);
		expect(wrong).toEqual([]);
	});

	test("the program imports neither tests nor measurements", () => {
		const wrong = program.filter(file =>
			importsOf(file).some(target => /^(?:tests|bench)\//.test(target)),
		);
		expect(wrong).toEqual([]);
	});
});

const MOST_LINES = 300;

/** Files that are one idea all the same, and why. */
const LONG: Readonly<Record<string, string>> = {
	"src/figures/unit-table.ts": "one table, a row a unit",
};

function isLong(file: string): boolean {
	return textOf(file).split("\n").length - 1 > MOST_LINES;
}

describe("the size of files", () => {
	const built = [...program, ...codeIn("bench")];

	test("a file is one idea", () => {
		expect(built.filter(file => isLong(file) && LONG[file] === undefined)).toEqual([]);
	});

	test("every exception is needed", () => {
		expect(Object.keys(LONG).filter(file => !built.includes(file) || !isLong(file))).toEqual([]);
	});
});

/** Names that say nothing of what is inside. */
const EMPTY_NAMES = /^(?:utils?|helpers?|common|misc|managers?|data|info)$/;

const EXPORT = /^export (?:async )?(?:function|const|let|interface|type|class) (\w+)/gm;

/** The word that a name ends in, which says what the thing is: "data" of "optionData". */
function headOf(name: string): string {
	const words = name.replace(/([a-z\d])([A-Z])/g, "$1-$2").toLowerCase();
	return words.split("-").at(-1) ?? "";
}

/** The folders of a file and its own name, without endings. */
function namesOf(file: string): readonly string[] {
	return file.split("/").map(name => name.replace(/\..*$/, ""));
}

function isEmpty(name: string): boolean {
	return EMPTY_NAMES.test(headOf(name));
}

describe("names", () => {
	test("files and folders say what is inside", () => {
		const wrong = everything.filter(file => namesOf(file).some(isEmpty));
		expect(wrong).toEqual([]);
	});

	test("exports say what they are", () => {
		const wrong = program.flatMap(file =>
			[...textOf(file).matchAll(EXPORT)]
				.map(([, name = ""]) => name)
				.filter(isEmpty)
				.map(name => `${file}: ${name}`),
		);
		expect(wrong).toEqual([]);
	});

	test("nothing is called a verdict or a stance: the program reports who reported", () => {
		const wrong = program.filter(file => /\b(?:verdict|stance)s?\b/i.test(textOf(file)));
		expect(wrong).toEqual([]);
	});
});

/** Work left for later, and checkers silenced; written so that this file has none itself. */
const LEFT_OVER = /T[O]DO|F[I]XME|biome-[i]gnore|@t[s]-/;

describe("what is left over", () => {
	test("no work is left for later, and no checker is silenced", () => {
		expect(everything.filter(file => LEFT_OVER.test(textOf(file)))).toEqual([]);
	});
});
