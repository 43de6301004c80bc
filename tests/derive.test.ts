import { describe, expect, test } from "vitest";
import { anchorOf, type Correction, writeCorrections } from "../src/claims/corrections.ts";
import { editsOfReport } from "../src/claims/edited.ts";
import {
	deriveStory,
	isStoryFile,
	type StoryFile,
	type StoryInput,
	sameInput,
} from "../src/derive.ts";

function fileOf(outlet: string, body: string, fields = ""): StoryFile {
	const file = `${outlet.toLowerCase()}.md`;
	return { file, text: `---\noutlet: ${outlet}\n${fields}---\n${body}` };
}

const HERALD = fileOf("Herald", "The harbor bridge will cost $48 million. It opens in May.");
const ECHO = fileOf("Echo", "Building the bridge across the harbor costs $48m.");

function bridge(...files: readonly StoryFile[]): StoryInput {
	return { id: "bridge", storyText: null, files };
}

describe("what of a story still holds", () => {
	const before = deriveStory(bridge(ECHO, HERALD), null);

	test("articles whose files did not change are taken over", () => {
		const changed = fileOf("Herald", "The harbor bridge will cost $49 million.");
		const after = deriveStory(bridge(ECHO, changed), before);
		expect(after.articles[0]).toBe(before.articles[0]);
		expect(after.articles[1]).not.toBe(before.articles[1]);
		expect(after).toEqual({
			...deriveStory(bridge(ECHO, changed), null),
			claims: after.claims,
			found: after.found,
		});
	});

	test("an article whose front matter changed is read again", () => {
		const named = { ...ECHO, text: ECHO.text.replace("outlet: Echo", "outlet: The Echo") };
		const after = deriveStory(bridge(named, HERALD), before);
		expect(after.articles[0]?.article.outlet).toBe("The Echo");
		expect(after.articles[1]).toBe(before.articles[1]);
	});

	test("a claim keeps its id", () => {
		const [figure] = before.claims.filter(({ kind }) => kind === "figure");
		const post = fileOf("Post", "The new harbor bridge is to cost $48 million.");
		const after = deriveStory(bridge(ECHO, HERALD, post), before);
		expect(after.claims.find(({ id }) => id === figure?.id)?.reports).toHaveLength(3);
	});
});

describe("corrections.yaml", () => {
	const plain = deriveStory(bridge(ECHO, HERALD), null);
	const cost = plain.claims.find(({ kind, reports }) => kind === "figure" && reports.length > 1);
	if (cost === undefined) throw new Error("no claim of two outlets");
	const hide: Correction = { kind: "misread", ...anchorOf(cost, cost.reports.slice(0, 1)) };
	const rename: Correction = { kind: "rename", ...anchorOf(cost), label: "what the bridge costs" };
	const corrected = (...corrections: readonly Correction[]): StoryFile => {
		return { file: "corrections.yaml", text: writeCorrections(corrections) };
	};

	test("is applied, and what was found before is kept", () => {
		const story = deriveStory(bridge(corrected(hide, rename), ECHO, HERALD), plain);
		const claim = story.claims.find(({ id }) => id === cost.id);
		expect(claim).toMatchObject({ label: "what the bridge costs", agreement: "single" });
		expect(story.corrections).toEqual({
			list: [hide, rename],
			hidden: [{ claim: cost.id, report: cost.reports[0] }],
			stale: [],
		});
		expect(story.found.find(({ id }) => id === cost.id)?.reports).toHaveLength(2);
	});

	test("survives a refresh, and its removal gives back what was", () => {
		const story = deriveStory(bridge(corrected(hide), ECHO, HERALD), plain);
		const moved = { ...ECHO, text: ECHO.text.replace("Building", "It rained.\n\nBuilding") };
		const after = deriveStory(bridge(corrected(hide), moved, HERALD), story);
		expect(after.corrections).toMatchObject({ hidden: [{ claim: cost.id }], stale: [] });
		expect(deriveStory(bridge(ECHO, HERALD), story).claims).toEqual(plain.claims);
	});

	test("says what no longer applies", () => {
		const other = fileOf("Herald", "Nothing is said of it.");
		const gone: Correction = {
			kind: "misread",
			...anchorOf(
				cost,
				cost.reports.filter(({ article }) => article === "herald"),
			),
		};
		const story = deriveStory(bridge(corrected(gone), ECHO, other), plain);
		expect(story.corrections).toEqual({ list: [gone], hidden: [], stale: [gone] });
	});

	test("that cannot be read is a problem, and the story serves", () => {
		const story = deriveStory(bridge({ file: "corrections.yaml", text: "7" }, ECHO, HERALD), null);
		expect(story.problems).toEqual([expect.objectContaining({ file: "bridge/corrections.yaml" })]);
		expect(story.claims).toEqual(plain.claims);
	});
});

describe("earlier texts", () => {
	const was = (number: number, cost: string, until: string): StoryFile => {
		const { text } = fileOf(
			"Herald",
			`The harbor bridge will cost ${cost}. It opens in May.`,
			`until: ${until}\n`,
		);
		return { file: `revisions/herald@${number}.md`, text };
	};

	test("tell how a report's sentence was edited, in the order of their numbers", () => {
		const files = [was(10, "$47 million", "2031-02-02"), was(9, "$45 million", "2031-01-01")];
		const story = deriveStory(bridge(ECHO, HERALD, ...files), null);
		expect(story.edits.map(({ since, words }) => [since, words[0]?.before])).toEqual([
			["2031-01-01", "$45"],
			["2031-02-02", "$47"],
		]);
		const reports = story.claims.flatMap(claim => (claim.kind === "figure" ? claim.reports : []));
		const edited = reports.map(report => [
			report.outlet,
			editsOfReport(report, story.edits).length,
		]);
		expect(edited).toEqual(
			expect.arrayContaining([
				["Herald", 2],
				["Echo", 0],
			]),
		);
	});

	test("make no claims, and one that cannot be read tells nothing", () => {
		const torn = { file: "revisions/herald@1.md", text: "no front matter" };
		const story = deriveStory(
			bridge(HERALD, torn, { ...was(2, "$1", "x"), file: "revisions/gone@2.md" }),
			null,
		);
		expect([story.edits, story.problems]).toEqual([[], []]);
		expect(story.articles).toHaveLength(1);
	});
});

test.each([
	["a47.md", true],
	["revisions/a47@2.md", true],
	["corrections.yaml", true],
	["story.yaml", false],
	["feeds.yaml", false],
	["revisions/a47.md", false],
	["old/a47.md", false],
])("isStoryFile(%j) is %j", (file, is) => {
	expect(isStoryFile(file)).toBe(is);
});

test.each<[string, StoryInput, boolean]>([
	["copied", structuredClone(bridge(ECHO, HERALD)), true],
	["named otherwise", { ...bridge(ECHO, HERALD), id: "span" }, false],
	["with a title", { ...bridge(ECHO, HERALD), storyText: "title: T" }, false],
	["a file less", bridge(ECHO), false],
	["other names", bridge(ECHO, { ...HERALD, file: "b.md" }), false],
	["other texts", bridge(ECHO, { ...HERALD, text: "b" }), false],
])("sameInput: %s", (_, other, same) => {
	expect(sameInput(bridge(ECHO, HERALD), other)).toBe(same);
});
