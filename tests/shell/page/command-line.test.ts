import { describe, expect, test } from "vitest";
import {
	type Entry,
	entriesOf,
	findProblem,
	lineOf,
	matchingEntries,
	optionsToSend,
	readCommandLine,
	splitOptionName,
} from "../../../src/shell/playground/page/command-line.js";
import type {
	ApplicationCommand,
	CommandOption,
} from "../../../src/shell/playground/page/discord-json.ts";

function option(name: string, more: Partial<CommandOption> = {}): CommandOption {
	return { type: 3, name, description: `the ${name}`, ...more };
}

function command(name: string, options: readonly CommandOption[] = []): ApplicationCommand {
	return { id: "1", type: 1, name, description: `about ${name}`, options };
}

const outlets = [
	{ name: "Morning Post", value: "post" },
	{ name: "Evening Star", value: "star" },
];

const commands: readonly ApplicationCommand[] = [
	command("weigh", [option("first"), option("second"), option("topic")]),
	command("tell", [option("text", { required: true, min_length: 2, max_length: 9 })]),
	command("limits", [
		option("count", { type: 4, min_value: 1, max_value: 5 }),
		option("share", { type: 10 }),
		option("loud", { type: 5 }),
		option("outlet", { choices: outlets }),
		option("member", { type: 6 }),
		option("file", { type: 11 }),
	]),
	command("paper", [
		{
			type: 1,
			name: "add",
			description: "takes one in",
			options: [option("link", { required: true })],
		},
		{
			type: 2,
			name: "feed",
			description: "feeds",
			options: [{ type: 1, name: "list", description: "lists them" }],
		},
	]),
	command("ping"),
	{ id: "9", type: 3, name: "Read this", description: "" },
];

const entries = entriesOf(commands);

function entry(name: string): Entry {
	const found = entries.find(candidate => candidate.name === name);
	if (!found) throw new Error(`no command ${name}`);
	return found;
}

test("what can be typed is every slash command and subcommand, by name", () => {
	expect(entries.map(({ name, description }) => [name, description])).toEqual([
		["limits", "about limits"],
		["paper add", "takes one in"],
		["paper feed list", "lists them"],
		["ping", "about ping"],
		["tell", "about tell"],
		["weigh", "about weigh"],
	]);
});

test.each([
	["", ["limits", "paper add", "paper feed list", "ping", "tell", "weigh"]],
	["p", ["paper add", "paper feed list", "ping"]],
	["PA", ["paper add", "paper feed list"]],
	["feed", ["paper feed list"]],
	["in", ["ping", "paper add"]],
	["zebra", []],
])("after a slash, %j offers %j", (typed, expected) => {
	expect(matchingEntries(entries, typed).map(({ name }) => name)).toEqual(expected);
});

describe("a whole line", () => {
	test.each([
		["/tell a market", { name: "tell", values: { text: "a market" } }],
		["/tell text:a market", { name: "tell", values: { text: "a market" } }],
		[
			"/weigh first:A second:B C topic:d",
			{ name: "weigh", values: { first: "A", second: "B C", topic: "d" } },
		],
		["/weigh A second: B", { name: "weigh", values: { first: "A ", second: "B" } }],
		["/weigh the first:A", { name: "weigh", values: { first: "A" } }],
		["/weigh ratio 3:1", { name: "weigh", values: { first: "ratio 3:1" } }],
		["/paper add x", { name: "paper add", values: { link: "x" } }],
		["/paper feed list ", { name: "paper feed list", values: {} }],
		["/ping ", { name: "ping", values: {} }],
		["/tell", null],
		["/paper ", null],
		["/nothing here", null],
		["tell me", null],
	])("%j is read as %j", (line, expected) => {
		const read = readCommandLine(entries, line);
		const values = Object.entries(read?.values ?? {}).map(([name, { text }]) => [name, text]);
		const short = read && { name: read.entry.name, values: Object.fromEntries(values) };
		expect(short).toEqual(expected);
	});
});

test.each([
	["first", "Post second:", { text: "Post", name: "second" }],
	["first", "second:", { text: "", name: "second" }],
	["first", "first:", { text: "", name: "first" }],
	["first", "a first:", null],
	["first", "Post third:", null],
	["first", "second", null],
	["first", "asecond:", null],
])("in the field %s, %j names another option: %j", (name, typed, expected) => {
	expect(splitOptionName(entry("weigh"), name, typed)).toEqual(expected);
});

test.each([
	["tell", {}, "This option is required"],
	["tell", { text: "   " }, "This option is required"],
	["tell", { text: "a" }, "text: at least 2 characters"],
	["tell", { text: "abcdefghij" }, "text: at most 9 characters"],
	["tell", { text: "fits" }, null],
	["limits", {}, null],
	["limits", { count: "x" }, "count: a whole number"],
	["limits", { count: "2.5" }, "count: a whole number"],
	["limits", { count: "0" }, "count: at least 1"],
	["limits", { count: "6" }, "count: at most 5"],
	["limits", { count: " 3 " }, null],
	["limits", { share: "half" }, "share: a number"],
	["limits", { share: "-0.5" }, null],
	["limits", { loud: "perhaps" }, "loud: True or False"],
	["limits", { loud: "true" }, null],
	["limits", { outlet: "Noon" }, "outlet: choose one of those offered"],
	["limits", { outlet: "morning post" }, null],
	["limits", { member: "Mira" }, "member: choose one of those offered"],
])("/%s with %j: %j", (name, texts, problem) => {
	const pairs = Object.entries(texts).map(([key, text]) => [key, { text }]);
	expect(findProblem(entry(name), Object.fromEntries(pairs))?.problem ?? null).toBe(problem);
});

test("options are sent with the values that Discord expects, and empty ones not at all", () => {
	const file = { name: "a.txt", content_type: "text/plain", base64: "YQ==" };
	const values = {
		count: { text: "4" },
		share: { text: "0.5" },
		loud: { text: "True" },
		outlet: { text: "Evening Star" },
		member: { text: "Mira", value: "77" },
		file: { text: "a.txt", file },
	};
	expect(optionsToSend(entry("limits"), values)).toEqual([
		{ name: "count", type: 4, value: 4 },
		{ name: "share", type: 10, value: 0.5 },
		{ name: "loud", type: 5, value: true },
		{ name: "outlet", type: 3, value: "star" },
		{ name: "member", type: 6, value: "77" },
		{ name: "file", type: 11, file },
	]);
	expect(optionsToSend(entry("weigh"), { first: { text: "" }, topic: { text: "t" } })).toEqual([
		{ name: "topic", type: 3, value: "t" },
	]);
});

test("a subcommand's options stand inside it and its group", () => {
	expect(optionsToSend(entry("paper add"), { link: { text: "x" } })).toEqual([
		{ name: "add", type: 1, options: [{ name: "link", type: 3, value: "x" }] },
	]);
	expect(optionsToSend(entry("paper feed list"), {})).toEqual([
		{ name: "feed", type: 2, options: [{ name: "list", type: 1, options: [] }] },
	]);
});

test("the option that is being typed is sent as it stands, empty too", () => {
	expect(optionsToSend(entry("weigh"), { first: { text: "A" } }, "topic")).toEqual([
		{ name: "first", type: 3, value: "A" },
		{ name: "topic", type: 3, value: "", focused: true },
	]);
});

test("a command is told as one would type it", () => {
	const values = { first: { text: "A" }, second: { text: "" }, topic: { text: "d e" } };
	expect(lineOf(entry("weigh"), values)).toBe("/weigh first:A topic:d e");
	expect(lineOf(entry("ping"), {})).toBe("/ping");
});
