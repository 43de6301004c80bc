import { describe, expect, it } from "vitest";
import type { Document } from "../../../src/present/document.ts";
import { control, type Ground } from "../../../src/shell/discord/controls.ts";

const long = `How many ships waited outside the harbour ${"and for how long ".repeat(8)}?`;

const document: Document = {
	title: "Ships",
	question: "ships",
	lead: "41 ships.",
	blocks: [],
	choices: [{ label: "Ships", command: "claim", values: { text: "ships" } }],
	footer: "",
};

function ground(values: Ground["ask"]["values"], more: Partial<Ground> = {}): Ground {
	return {
		ask: { name: "ask", values },
		revision: "a1b2c3d4",
		leads: "beside",
		mostButtons: 5,
		repeatable: true,
		prompt: "Look at next:",
		note: null,
		...more,
	};
}

describe("control", () => {
	it("carries all in the ids where it fits", () => {
		const { controls, document: shown } = control(document, ground({ question: "ships" }));
		expect(controls.pageId?.(1)).toBe("p~1~a1b2c3d4~ask~question=ships");
		expect(controls.choiceId(document.choices[0] ?? never(), 0)).toBe("r~claim~text=ships");
		expect(controls.menuId).toBe("m");
		expect(controls.showsQuestion).toBe(false);
		expect(shown.question).toBe("ships");
	});

	it("counts on the question where it does not", () => {
		const { controls, document: shown } = control(document, ground({ question: long }));
		expect(controls.pageId?.(1)).toBe("p~1~a1b2c3d4~ask~question*");
		expect(controls.showsQuestion).toBe(true);
		expect(shown.question).toBe(long);
	});

	it.each<readonly [Ground["ask"], string]>([
		[
			{
				name: "correct rename",
				values: {
					claim: "money for the sea wall",
					label: "cost of the sea wall",
					story: "the-breakwater-at-ellen",
				},
			},
			"money for the sea wall",
		],
		[
			{
				name: "article edit",
				values: {
					story: "the-breakwater-at-ellen",
					article: "quay-herald",
					title: "Stone for the breakwater",
					published: "2026-11-05",
				},
			},
			"Stone for the breakwater",
		],
	])("shows of %j what was asked", (ask, shows) => {
		const { document: shown } = control({ ...document, choices: [] }, ground({}, { ask }));
		expect(shown.question).toBe(shows);
	});

	it("turns no pages where nothing can carry what was asked", () => {
		const { controls } = control(document, ground({ question: long, topic: long.slice(1) }));
		expect(controls.pageId).toBeNull();
	});

	it("turns no pages of what cannot be had twice", () => {
		const { controls } = control(document, ground({}, { repeatable: false }));
		expect(controls.pageId).toBeNull();
	});

	it("runs a choice by its place where its values are too long", () => {
		const choices = [{ label: "Ships", command: "claim", values: { text: long } }];
		const asked = ground({ question: "ships" }, { leads: "in place" });
		const { controls } = control({ ...document, choices }, asked);
		expect(controls.choiceId(choices[0] ?? never(), 0)).toBe("k~0~a1b2c3d4~ask~question=ships");
		expect(controls.menuId).toBe("w");
		expect(controls.mostButtons).toBe(0);
		const once = control({ ...document, choices }, { ...asked, repeatable: false });
		expect(once.controls.choiceId(choices[0] ?? never(), 0)).toBeNull();
	});
});

function never(): never {
	throw new Error("no choice");
}
