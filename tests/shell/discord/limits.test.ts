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

	it("count each article, and more than all at once as all", () => {
		const { limits, wait } = timed();
		expect(limits.addition(ada, 3)).toEqual({ kind: "go" });
		expect(limits.addition(ada, 2)).toMatchObject({ kind: "wait", milliseconds: 900_000 });
		expect(limits.addition(ben, 20)).toMatchObject({ kind: "wait" });
		wait(3_600_000);
		expect(limits.addition(ben, 20)).toEqual({ kind: "go" });
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
		const notice = refusalToWait("questions", { milliseconds: 3_000, whose: "server" });
		expect(notice.refusal).toBe(true);
		expect(notice.text).toBe(
			"There were too many questions here in a short while. Try again in 3 seconds.",
		);
	});
});
