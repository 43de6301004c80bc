import { describe, expect, test } from "vitest";
import type { CorpusFiles } from "../../src/shell/corpus-store.ts";
import { layOver, NO_FILES } from "../../src/shell/overlay.ts";
import type { KeptDocument } from "../../src/shell/storage/keeper.ts";

const CORPUS: CorpusFiles = {
	stories: [
		{ id: "dam", storyText: null, files: [{ file: "post.md", text: "D" }] },
		{
			id: "lake",
			storyText: "title: The lake",
			files: [
				{ file: "echo.md", text: "E" },
				{ file: "post.md", text: "P" },
			],
		},
	],
	problems: [{ file: "lake/torn.md", reason: "not UTF-8", remedy: "save it as UTF-8" }],
};

function text(path: string, words: string): KeptDocument {
	return { path, state: { kind: "text", text: words } };
}

function hidden(path: string): KeptDocument {
	return { path, state: { kind: "hidden" } };
}

function lay(...documents: readonly KeptDocument[]): CorpusFiles {
	return layOver(CORPUS, { documents, problems: [] });
}

/** The paths of all files with their texts. */
function filesOf({ stories }: CorpusFiles): Readonly<Record<string, string>> {
	return Object.fromEntries(
		stories.flatMap(({ id, files }) =>
			files.map(({ file, text: words }) => [`${id}/${file}`, words]),
		),
	);
}

const ALL = { "dam/post.md": "D", "lake/echo.md": "E", "lake/post.md": "P" };

describe("layOver", () => {
	test.each<[string, readonly KeptDocument[], Readonly<Record<string, string>>]>([
		["nothing", [], ALL],
		[
			"an article in the place of another",
			[text("lake/post.md", "new")],
			{ ...ALL, "lake/post.md": "new" },
		],
		["an article more", [text("lake/wire.md", "W")], { ...ALL, "lake/wire.md": "W" }],
		["a story more", [text("pier/post.md", "new")], { ...ALL, "pier/post.md": "new" }],
		["an article hidden", [hidden("lake/post.md")], { "dam/post.md": "D", "lake/echo.md": "E" }],
		[
			"an earlier text and corrections",
			[text("dam/revisions/post@1.md", "old"), text("dam/corrections.yaml", "[]")],
			{ ...ALL, "dam/revisions/post@1.md": "old", "dam/corrections.yaml": "[]" },
		],
		[
			"what makes no story",
			[
				text("channels.yaml", "c"),
				text("lake/feeds.yaml", "f"),
				text("lake/fetched.yaml", "f"),
				text("lake/old/post.md", "no"),
			],
			ALL,
		],
	])("%s", (_, documents, files) => {
		expect(filesOf(lay(...documents))).toEqual(files);
	});

	describe("an edit of a file", () => {
		const edit = "---\nedited: [outlet]\noutlet: Shore Post\ntitle: Old\n---\nOld.\n";
		const over = (file: string, ...documents: readonly KeptDocument[]) =>
			layOver(
				{ stories: [{ id: "lake", storyText: null, files: [{ file, text: FILE }] }], problems: [] },
				{ documents, problems: [] },
			);
		const FILE = "---\noutlet: Post\ntitle: New\n---\nNew.\n";

		test("is laid over it, and goes with it", () => {
			const laid = filesOf(over("post.md", text("lake/post.md", edit)));
			expect(laid["lake/post.md"]).toMatch(
				/outlet: "Shore Post"\n[\s\S]*title: "New"\n---\nNew\.\n$/,
			);
			expect(filesOf(over("echo.md", text("lake/post.md", edit)))).toEqual({
				"lake/echo.md": FILE,
			});
		});

		test("of a file that cannot be read hides no problem", () => {
			const { problems } = lay(text("lake/torn.md", edit));
			expect(problems).toEqual(CORPUS.problems);
		});
	});

	test("stories and files stand in the order of their names", () => {
		const laid = lay(text("lake/alpha.md", "A"), text("dune/post.md", "N"));
		expect(laid.stories.map(({ id }) => id)).toEqual(["dam", "dune", "lake"]);
		const lake = laid.stories.at(-1);
		expect(lake?.files.map(({ file }) => file)).toEqual(["alpha.md", "echo.md", "post.md"]);
	});

	test.each<[string, readonly KeptDocument[], string | null]>([
		["its own", [text("lake/story.yaml", "title: Tarn")], "title: Tarn"],
		["hidden", [hidden("lake/story.yaml")], null],
		["the directory's", [text("lake/wire.md", "W")], "title: The lake"],
	])("the story's name: %s", (_, documents, storyText) => {
		expect(lay(...documents).stories.at(-1)?.storyText).toBe(storyText);
	});

	test("a story of which no article is left goes", () => {
		expect(lay(hidden("dam/post.md")).stories.map(({ id }) => id)).toEqual(["lake"]);
		expect(lay(text("pier/story.yaml", "title: Pier")).stories).toHaveLength(2);
	});

	test("problems of files that something lies over are none, those of documents are told", () => {
		const spoilt = { file: "installation/documents/lake/bad.md", reason: "r", remedy: "m" };
		const { problems } = layOver(CORPUS, {
			documents: [text("lake/torn.md", "whole")],
			problems: [spoilt],
		});
		expect(problems).toEqual([spoilt]);
		expect(lay().problems).toEqual(CORPUS.problems);
	});

	test("without a directory, the documents alone serve", () => {
		const documents = [text("pier/post.md", "new")];
		expect(filesOf(layOver(NO_FILES, { documents, problems: [] }))).toEqual({
			"pier/post.md": "new",
		});
	});
});
