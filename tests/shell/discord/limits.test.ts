import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type Asking,
	createLimits,
	type Limits,
	refusalToWait,
	waitInWords,
} from "../../../src/shell/discord/limits.ts";

const config = {
	questionsPerMinute: { member: 3, server: 5 },
	additionsPerHour: { member: 4, server: 6 },
};

function timed() {
	let now = 0;
	const limits = createLimits(config, () => new Date(now));
	const wait = (milliseconds: number) => {
		now += milliseconds;
	};
	return { limits, wait };
}

const ada = { member: "1", server: "9" };
const ben = { member: "2", server: "9" };
const elsewhere = { member: "1", server: null };

function ask(limits: Limits, asking: Asking, times: number) {
	return Array.from({ length: times }, () => limits.question(asking).kind);
}

describe("questions", () => {
	it("are let through up to the member's limit, and come back one by one", () => {
		const { limits, wait } = timed();
		expect(ask(limits, ada, 4)).toEqual(["go", "go", "go", "wait"]);
		expect(limits.question(ada)).toEqual({
			kind: "wait",
			milliseconds: 20_000,
			isFirst: false,
			whose: "member",
			wanted: 1,
			most: 3,
			left: 0,
		});
		wait(19_999);
		expect(ask(limits, ada, 1)).toEqual(["wait"]);
		wait(1);
		expect(ask(limits, ada, 2)).toEqual(["go", "wait"]);
	});

	it("are counted for the whole server too, and not against who is refused", () => {
		const { limits } = timed();
		expect(ask(limits, ada, 3)).toEqual(["go", "go", "go"]);
		expect(ask(limits, ben, 3)).toEqual(["go", "go", "wait"]);
		expect(ask(limits, { member: "2", server: null }, 1)).toEqual(["go"]);
	});

	it("in direct messages count for the member alone", () => {
		const { limits } = timed();
		expect(ask(limits, elsewhere, 3)).toEqual(["go", "go", "go"]);
		expect(limits.question(ada)).toMatchObject({ kind: "wait", isFirst: true });
		expect(limits.question(ada)).toMatchObject({ kind: "wait", isFirst: false });
	});

	it("are as many in a long time as the limit and what came back in it", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 }), pauses => {
				const { limits, wait } = timed();
				const gone = pauses.filter(pause => {
					wait(pause);
					return limits.question(elsewhere).kind === "go";
				});
				const passed = pauses.reduce((sum, pause) => sum + pause, 0);
				expect(gone.length).toBeLessThanOrEqual(3 + (passed * 3) / 60_000);
			}),
		);
	});
});

describe("additions", () => {
	it("that came to nothing do not count", () => {
		const { limits } = timed();
		expect(limits.addition(ada, 4)).toEqual({ kind: "go" });
		expect(limits.addition(ada, 1)).toMatchObject({ kind: "wait", whose: "member" });
		limits.giveBack(ada, 4);
		expect(limits.addition(ada, 4)).toEqual({ kind: "go" });
		expect(limits.addition(ben, 3)).toMatchObject({ kind: "wait", whose: "server" });
	});

	it("count each article", () => {
		const { limits, wait } = timed();
		expect(limits.addition(ada, 3)).toEqual({ kind: "go" });
		const late = { kind: "wait", milliseconds: 900_000, wanted: 2, most: 4, left: 1 };
		expect(limits.addition(ada, 2)).toMatchObject(late);
		wait(900_000);
		expect(limits.addition(ada, 2)).toEqual({ kind: "go" });
	});

	it("of more at once than an hour allows are refused, and take nothing", () => {
		const { limits, wait } = timed();
		const never = { kind: "wait", wanted: 5, most: 4 };
		expect(limits.addition(ada, 5)).toMatchObject({ ...never, left: 4, milliseconds: 0 });
		expect(limits.addition(ada, 4)).toEqual({ kind: "go" });
		const later = { ...never, left: 0, milliseconds: 900_000 };
		expect(limits.addition(ada, 5)).toMatchObject(later);
		wait(3_600_000);
		expect(limits.addition(ada, 5)).toMatchObject({ ...never, left: 4 });
	});

	it("are no questions", () => {
		const { limits } = timed();
		limits.addition(ada, 4);
		expect(limits.question(ada)).toEqual({ kind: "go" });
	});
});

describe("what is said of a wait", () => {
	it.each([
		[1, "1 second"],
		[1_001, "2 seconds"],
		[119_000, "119 seconds"],
		[120_000, "2 minutes"],
		[3_599_000, "60 minutes"],
	])("%d milliseconds are %s", (milliseconds, words) => {
		expect(waitInWords(milliseconds)).toBe(words);
	});

	it("is a refusal that says when", () => {
		const one = { milliseconds: 3_000, whose: "server", wanted: 1, most: 3, left: 0 } as const;
		const notice = refusalToWait("questions", one);
		expect(notice.refusal).toBe(true);
		expect(notice.text).toBe(
			"There were too many questions here in a short while. Try again in 3 seconds.",
		);
	});

	it.each([
		[
			4,
			1,
			1,
			"These are 4 articles, and 1 an hour can be added by one moderator. 1 of them can be added now.",
		],
		[
			4,
			1,
			0,
			"These are 4 articles, and 1 an hour can be added by one moderator. One can be added in 12 minutes.",
		],
		[
			4,
			9,
			2,
			"There were too many additions of yours in a short while. 2 of these 4 can be added now, all of them in 12 minutes.",
		],
		[
			4,
			9,
			0,
			"There were too many additions of yours in a short while. All 4 can be added in 12 minutes.",
		],
	])(
		"of %d at once, of %d an hour and %d now, says what can be done",
		(wanted, most, left, text) => {
			const wait = { milliseconds: 720_000, whose: "member", wanted, most, left } as const;
			expect(refusalToWait("additions", wait).text).toBe(text);
		},
	);
});
