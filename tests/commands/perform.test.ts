import { describe, expect, test } from "vitest";
import type { Notice, Outcome, Values } from "../../commands/command.ts";
import { commands } from "../../commands/index.ts";
import { type Call, cleanValue, complete, perform } from "../../commands/perform.ts";
import { NO_RECORDS } from "../../src/records/records.ts";
import { buildSnapshot } from "../../src/snapshot.ts";
import { bridgeDrafts, seedSnapshot, snapshotOf } from "../answers/stories.ts";

const one = snapshotOf({ "harbor-bridge": bridgeDrafts });
const two = snapshotOf({
	"harbor-bridge": bridgeDrafts,
	"river-ferry": [["Ledger", null, "The river ferry carries 90 cars."]],
});
const none = buildSnapshot({ stories: [], problems: [], asOf: "2031-06-01T08:00:00Z" }, null);

function callOf(name: string, values: Values = {}, known: Partial<Call> = {}): Call {
	return { name, snapshot: one, values, records: NO_RECORDS, channel: null, ...known };
}

function noticeOf(outcome: Outcome): Notice {
	if (outcome.kind !== "notice") throw new Error(`expected a notice, got ${outcome.kind}`);
	return outcome.notice;
}

function answerOf(outcome: Outcome) {
	if (outcome.kind !== "answer") throw new Error(`expected an answer, got ${outcome.kind}`);
	return outcome.answer;
}

describe("perform", () => {
	test("runs a command on the only story", () => {
		const answer = answerOf(
			perform(callOf("ask", { question: "How much will the harbor bridge cost?" })),
		);
		expect(answer.story).toBe("harbor-bridge");
		expect(answer.kind).toBe("found");
	});

	test.each(["bridge", "xyzzy", "Ask", ""])("knows no command %j", name => {
		const notice = noticeOf(perform(callOf(name)));
		expect(notice).toMatchObject({ title: "No such command", refusal: true });
	});

	test("offers the command that a misspelt one is nearest to", () => {
		expect(noticeOf(perform(callOf("clam"))).text).toContain("Did you mean /claim?");
	});

	const required = commands.flatMap(command =>
		command.options
			.filter(option => option.required)
			.map(({ name, maxLength }) => {
				return [command.name, name, command.examples[0] ?? {}, maxLength] as const;
			}),
	);
	test.each(required)("/%s without its %s says what it needs, with an example", (...row) => {
		const [name, option, example] = row;
		const { [option]: _left, ...others } = example;
		for (const value of [undefined, "", "  \n\t", "\u0000\u202e\u200b"]) {
			const values = value === undefined ? others : { ...others, [option]: value };
			const notice = noticeOf(perform(callOf(name, values)));
			expect(notice.refusal).toBe(true);
			expect(notice.title).toBe(`Nothing in "${option}"`);
			expect(notice.text).toMatch(/For example: .+/);
		}
	});

	test.each(required)("/%s takes no 6,000 characters in its %s", (name, option, example, most) => {
		const notice = noticeOf(perform(callOf(name, { ...example, [option]: "x".repeat(6000) })));
		expect(notice).toMatchObject({ title: "Too long", refusal: true });
		expect(notice.text).toContain(`6,000 characters; ${most} can be read`);
	});

	test("takes as many characters as it says", () => {
		const question = `How much will the harbor bridge cost? ${"?".repeat(462)}`;
		expect(question.length).toBe(500);
		expect(perform(callOf("ask", { question })).kind).toBe("answer");
	});

	test("asks which story is meant, with a choice that runs the same on each", () => {
		const values = { question: "How many cars?" };
		const notice = noticeOf(perform(callOf("ask", values, { snapshot: two })));
		expect(notice).toMatchObject({ title: "Which story?", refusal: true });
		expect(notice.choices.map(choice => [choice.command, choice.values])).toEqual([
			["ask", { ...values, story: "harbor-bridge" }],
			["ask", { ...values, story: "river-ferry" }],
		]);
	});

	test.each(["river-ferry", "RIVER-FERRY", "River ferry"])(
		"finds the story %j by id or title",
		story => {
			const call = callOf("figures", { story }, { snapshot: two });
			expect(answerOf(perform(call)).story).toBe("river-ferry");
		},
	);

	test("takes the story that the channel is tied to, and one that is named before it", () => {
		const ties = [{ channel: "7", story: "river-ferry" }];
		const tied = { snapshot: two, records: { ...NO_RECORDS, ties }, channel: "7" };
		expect(answerOf(perform(callOf("figures", {}, tied))).story).toBe("river-ferry");
		const named = callOf("figures", { story: "harbor-bridge" }, tied);
		expect(answerOf(perform(named)).story).toBe("harbor-bridge");
	});

	test("offers the nearest name for a story that there is not", () => {
		const notice = noticeOf(perform(callOf("figures", { story: "river-fery" })));
		expect(notice.text).toBe('There is no story "river-fery".');
		const of2 = noticeOf(perform(callOf("figures", { story: "river-fery" }, { snapshot: two })));
		expect(of2.text).toBe('There is no story "river-fery". Did you mean "river-ferry"?');
	});

	test("says what to do where the corpus holds nothing", () => {
		const notice = noticeOf(perform(callOf("figures", {}, { snapshot: none })));
		expect(notice).toMatchObject({ title: "No story to answer from", refusal: true });
		expect(notice.text).toContain("/refresh");
	});

	test("runs commands that need no story on an empty corpus", () => {
		expect(noticeOf(perform(callOf("help", {}, { snapshot: none }))).refusal).toBe(false);
		expect(noticeOf(perform(callOf("stories", {}, { snapshot: none }))).text).toBe(
			"0 stories to ask about.",
		);
	});

	test("describes a refresh for the shell to carry out", () => {
		expect(perform(callOf("refresh"))).toEqual({
			kind: "change",
			change: { kind: "refresh", story: null },
		});
		expect(perform(callOf("refresh", { story: "river-ferry" }))).toEqual({
			kind: "change",
			change: { kind: "refresh", story: "river-ferry" },
		});
	});

	test.each([
		["a\u0000b", "a b"],
		["  two \n lines\u2028 ", "two lines"],
		["\u202eevil\u202c \u200bword\u2060", "evil word"],
		["plain, with marks: $4.50 & “quotes”", "plain, with marks: $4.50 & “quotes”"],
	])("cleans %j to %j", (typed, cleaned) => {
		expect(cleanValue(typed)).toBe(cleaned);
	});

	test("answers what was cleaned as what was typed plainly", () => {
		const plain = answerOf(perform(callOf("claim", { text: "signatures" })));
		const marked = { text: "\u202esigna\u00adtu\u200bres\u0007" };
		expect(answerOf(perform(callOf("claim", marked)))).toEqual(plain);
	});

	test("names the nearest outlets for one that holds no article", () => {
		const answer = answerOf(perform(callOf("source", { outlet: "Harbour Heralds" })));
		expect(answer.kind).toBe("not-covered");
		expect(answer.choices).toEqual([
			{ label: "Harbor Herald", command: "source", values: { outlet: "Harbor Herald" } },
		]);
	});

	test("leaves the values of a call as they were", () => {
		const values = Object.freeze({ question: "\u0007How long is the bridge?" });
		perform(callOf("ask", values));
		expect(values).toEqual({ question: "\u0007How long is the bridge?" });
	});
});

describe("complete", () => {
	const labels = (name: string, option: string, typed: string, known: Partial<Call> = {}) =>
		complete(callOf(name, { [option]: typed }, known), option);

	test("offers claims by relevance, or those most widely reported", () => {
		expect(labels("claim", "text", "signatures")[0]).toBe("signatures against the bridge");
		expect(labels("claim", "text", "")[0]).toBe("new harbor bridge costs");
	});

	test("offers outlets that begin with what is typed before those that hold it", () => {
		expect(labels("source", "outlet", "wi")).toEqual(["Wired Bay"]);
		expect(labels("compare", "first", "er")).toEqual(["Harbor Herald", "Daily Lantern"]);
		expect(labels("source", "outlet", "")).toHaveLength(4);
	});

	test("offers quotations only for /quote", () => {
		expect(labels("quote", "text", "cut corners")).toEqual([
			"We will not cut corners on a bridge that thousands cross",
		]);
	});

	test("offers stories by id or title", () => {
		expect(labels("ask", "story", "ferry", { snapshot: two })).toEqual(["river-ferry"]);
		expect(labels("refresh", "story", "", { snapshot: two })).toEqual([
			"harbor-bridge",
			"river-ferry",
		]);
	});

	test.each([
		["xyzzy", "text", {}],
		["help", "text", {}],
		["ask", "question", {}],
		["figures", "topic", {}],
		["check", "text", {}],
		["claim", "text", { snapshot: two }],
		["claim", "text", { snapshot: none }],
	] as const)("offers nothing for /%s %s where nothing is known to fit", (name, option, known) => {
		expect(labels(name, option, "bridge", known)).toEqual([]);
	});

	test("offers 25 at most", () => {
		const known = { snapshot: seedSnapshot };
		for (const typed of ["", "mining", "a"]) {
			expect(labels("claim", "text", typed, known).length).toBeLessThanOrEqual(25);
		}
	});
});
