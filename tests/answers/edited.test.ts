import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answers/ask.ts";
import { answerClaim } from "../../src/answers/claim.ts";
import { hiddenNotes } from "../../src/answers/edited.ts";
import { answerFigures } from "../../src/answers/figures.ts";
import { answerSource } from "../../src/answers/source.ts";
import { anchorOf, writeCorrections } from "../../src/claims/corrections.ts";
import { buildSnapshot, outletsOf, type Story, type StoryFile } from "../../src/snapshot.ts";

function storyOf(files: readonly StoryFile[]): Story {
	const input = { id: "pier", storyText: null, files };
	const asOf = "2031-06-01T08:00:00Z";
	const [story] = buildSnapshot({ stories: [input], problems: [], asOf }, null).stories;
	if (story === undefined) throw new Error("no story");
	return story;
}

function article(outlet: string, body: string, until: string | null = null): string {
	const earlier = until === null ? "" : `until: "${until}"\n`;
	return `---\n${earlier}outlet: "${outlet}"\npublished: "2031-04-12"\n---\n${body}\n`;
}

test("figures that were exchanged are told whole", () => {
	const told = (body: string) => `The dam will cost ${body} to mend, the council said on Friday.`;
	const story = storyOf([
		{ file: "herald.md", text: article("Herald", told("$8.6 million")) },
		{
			file: "revisions/herald@1.md",
			text: article("Herald", told("$9.1 million"), "2031-04-13T07:00:00Z"),
		},
	]);
	const entries = answerClaim(story, "dam").sections.flatMap(section => section.entries);
	expect(entries.flatMap(({ remarks }) => remarks)).toContain(
		"edited since 13 April 2031: “$9.1 million” became “$8.6 million”",
	);
});

const HERALD = "The north pier will cost $90,000 to repair. The council votes in June.";
const BEFORE = "The north pier will cost $100,000 to repair. The council votes in June.";
const ECHO = "Repairs to the north pier will cost $90,000, the council said.";

const edited = storyOf([
	{ file: "herald.md", text: article("Herald", HERALD) },
	{ file: "echo.md", text: article("Echo", ECHO) },
	{ file: "revisions/herald@1.md", text: article("Herald", BEFORE, "2031-04-13T07:00:00Z") },
]);

describe("a sentence that was edited", () => {
	const remark = "edited since 13 April 2031: “$100,000” became “$90,000”";

	test("is told as such beside its report, and the excerpt is the one that stands", () => {
		const { sections } = answerClaim(edited, "north pier repair cost");
		const entries = sections.flatMap(section => section.entries);
		const herald = entries.find(({ label }) => label === "Herald");
		expect(herald?.remarks).toContain(remark);
		expect(herald?.excerpt?.text).toBe("The north pier will cost $90,000 to repair.");
		const echo = entries.find(({ label }) => label === "Echo");
		expect(echo?.remarks.join()).not.toContain("edited");
	});

	test("is told of its outlet", () => {
		const told = answerSource(edited, "Herald").sections.flatMap(({ entries }) => entries);
		expect(told.flatMap(({ remarks }) => remarks)).toContain(remark);
	});
});

describe("a report that a moderator marked as misread", () => {
	test("is hidden, and counted as hidden", () => {
		const claim = edited.claims.find(({ reports }) => reports.length === 2);
		if (claim === undefined) throw new Error("no claim of two reports");
		const [report] = claim.reports;
		if (report === undefined) throw new Error("no report");
		const text = writeCorrections([{ kind: "misread", ...anchorOf(claim, [report]) }]);
		const story = storyOf([...edited.input.files, { file: "corrections.yaml", text }]);
		const left = story.claims.find(({ id }) => id === claim.id);
		expect(left?.reports).toHaveLength(1);
		const note = "1 report is hidden, marked by a moderator as misread.";
		expect(hiddenNotes(story, hidden => hidden.claim === claim.id)).toEqual([note]);
		expect(hiddenNotes(story, hidden => hidden.claim !== claim.id)).toEqual([]);
		for (const answer of [
			answerClaim(story, claim.label),
			answerQuestion(story, "How much will it cost to repair the north pier?"),
			answerFigures(story, null),
			answerFigures(story, "north pier"),
			answerSource(story, report.outlet),
		])
			expect(answer.notes).toContain(note);
		const [other] = outletsOf(story).filter(outlet => outlet !== report.outlet);
		expect(answerSource(story, other ?? "").notes).not.toContain(note);
	});
});
