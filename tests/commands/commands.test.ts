import { describe, expect, test } from "vitest";
import { typed } from "../../commands/help.ts";
import { commands } from "../../commands/index.ts";
import { perform } from "../../commands/perform.ts";
import { NO_RECORDS } from "../../src/records/records.ts";
import { seedSnapshot } from "../answers/stories.ts";

/** The commands that answer from the coverage. */
const ANSWERING = new Set(["ask", "claim", "source", "compare", "figures", "quote", "check"]);
const OPEN = [...ANSWERING, "stories", "flag", "help"];

const examples = commands.flatMap(command =>
	command.examples.map(values => ({ name: typed(command, values), command, values })),
);

function run(name: string, values: Readonly<Record<string, string>>) {
	return perform({ name, snapshot: seedSnapshot, values, records: NO_RECORDS, channel: null });
}

describe("the examples of the commands, on the story that comes with the project", () => {
	test.each(examples)("$name", ({ command, values }) => {
		const outcome = run(command.name, values);
		if (!ANSWERING.has(command.name)) {
			expect(outcome.kind).not.toBe("answer");
			return;
		}
		if (outcome.kind !== "answer") throw new Error(`expected an answer, got ${outcome.kind}`);
		const expected = command.name === "check" ? ["contradicted"] : ["found", "differ"];
		expect(expected).toContain(outcome.answer.kind);
		expect(outcome.answer.excerpts.length).toBeGreaterThan(0);
	});

	test("are at least one for each command, and fill in what is required", () => {
		for (const { examples: of, options } of commands) {
			expect(of.length).toBeGreaterThan(0);
			const required = options.filter(option => option.required).map(({ name }) => name);
			for (const values of of)
				expect(Object.keys(values)).toEqual(expect.arrayContaining(required));
		}
	});
});

describe("the commands", () => {
	test("have names, descriptions and options that Discord takes", () => {
		for (const { name, description, options } of commands) {
			expect(name).toMatch(/^[a-z]{1,32}(?: [a-z]{1,32})?$/);
			expect(description.length).toBeLessThanOrEqual(100);
			for (const option of options) {
				expect(option.name).toMatch(/^[a-z]{1,32}$/);
				expect(option.description.length).toBeLessThanOrEqual(100);
			}
			const order = options.map(({ required }) => Number(required));
			expect(order).toEqual(order.toSorted((a, b) => b - a));
		}
	});

	test("are each told by /help, with examples that run", () => {
		const outcome = run("help", {});
		if (outcome.kind !== "notice") throw new Error("help is a notice");
		const told = outcome.notice.sections.flatMap(({ entries }) =>
			entries.map(({ label }) => label),
		);
		expect(told).toEqual(
			commands.filter(({ name }) => name !== "help").map(({ name }) => `/${name}`),
		);
		for (const choice of outcome.notice.choices) {
			expect(run(choice.command, choice.values)).not.toMatchObject({ notice: { refusal: true } });
		}
		expect(outcome.notice.choices.map(({ command }) => command)).not.toContain("refresh");
	});

	test("all but those that ask are for moderators, and only /check stands in the message menu", () => {
		const named = (wanted: (command: (typeof commands)[number]) => boolean) =>
			commands.filter(wanted).map(({ name }) => name);
		expect(named(({ access }) => access === "everyone")).toEqual(OPEN);
		expect(named(({ messageMenu }) => messageMenu !== null)).toEqual(["check"]);
	});

	test("/stories tells how much each story holds", () => {
		const outcome = run("stories", {});
		if (outcome.kind !== "notice") throw new Error("stories is a notice");
		expect(outcome.notice.text).toBe("1 story to ask about.");
		expect(outcome.notice.sections[0]?.entries[0]?.remarks[0]).toMatch(
			/^5 articles of 5 outlets, \d+ claims \(story: thorn-decentralization/,
		);
	});
});
