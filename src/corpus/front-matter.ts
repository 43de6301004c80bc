import { isMap, isScalar, isSeq, parseDocument, type YAMLError } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problem.ts";

/** What is wrong with a file and what to do, before it is known which file. */
export type Fault = Omit<Problem, "file">;

/** A file's front matter, still YAML, and everything after its closing line. */
export interface Parts {
	readonly kind: "parts";
	readonly matter: string;
	readonly body: string;
}

/** Fields by name: text, a list of texts, or null for what is neither. */
export type Fields = Readonly<Record<string, unknown>>;

type Outcome<T> = T | { readonly kind: "fault"; readonly fault: Fault };

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/u;
const CLOSING = /(?<=^|[\r\n])---[ \t]*(?:\r\n|\n|\r|$)/u;
const ABSENT: ReadonlySet<unknown> = new Set(["", "~", "null"]);
const SHOWN_CHARACTERS = 60;
const DEEPEST = 50;

/**
 * Parts a file at its front matter: a first line `---`, fields, a line `---`, the body. A byte order
 * mark before it is left out; the body is kept to the character, carriage returns included.
 */
export function partFrontMatter(text: string): Outcome<Parts> {
	const opening = OPENING.exec(text);
	if (opening === null) {
		return fault("no front matter", "begin the file with the lines ---, outlet: NAME and ---");
	}
	const rest = text.slice(opening[0].length);
	const closing = CLOSING.exec(rest);
	if (closing === null) {
		return fault("front matter: not closed", "write a line --- after its last field");
	}
	const matter = rest.slice(0, closing.index);
	return { kind: "parts", matter, body: rest.slice(closing.index + closing[0].length) };
}

/**
 * The fields of a YAML mapping. Every value is read as text, so that a date, a number or `no` keeps
 * its characters; fields that are empty, `~` or `null` are left out. `lineBefore` is the number of
 * lines that stand above the YAML in its file, for messages.
 */
export function readFields(
	yaml: string,
	lineBefore = 0,
): Outcome<{ readonly kind: "fields"; readonly fields: Fields }> {
	if (isDeep(yaml)) return fault("fields: nested too deep", "write one name: value on a line");
	const document = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
	const [error] = document.errors;
	if (error !== undefined) return notYaml(error, yaml, lineBefore);
	if (document.contents === null) return { kind: "fields", fields: {} };
	if (!isMap(document.contents)) {
		return fault("fields: not of the form name: value", "write one name: value on a line");
	}
	const entries = document.contents.items
		.map(({ key, value }) => [String(key), plain(value)] as const)
		.filter(([, value]) => !ABSENT.has(value));
	return { kind: "fields", fields: Object.fromEntries(entries) };
}

type Wrong = readonly [wrong: string, remedy: string];

/** What is wrong with a field that a schema refused, and what to do; where that depends, of its value. */
export type Rule = Wrong | ((value: unknown) => Wrong);

/** Says which field a schema refused, with its value; `rules` has what is wrong and what to do, by field. */
export function refusal(
	error: z.ZodError,
	fields: Fields,
	rules: Readonly<Record<string, Rule>>,
): Fault {
	const field = String(error.issues[0]?.path[0] ?? "");
	const value = fields[field];
	const rule = rules[field] ?? ["not readable", "correct it or leave it out"];
	const [wrong, remedy] = typeof rule === "function" ? rule(value) : rule;
	if (value === undefined) return { reason: `${field}: missing`, remedy };
	return { reason: `${field}: ${wrong} (${shorten(value)})`, remedy };
}

/** A fault as an outcome. */
export function fault(reason: string, remedy: string): { readonly kind: "fault"; fault: Fault } {
	return { kind: "fault", fault: { reason, remedy } };
}

/**
 * Whether a YAML text may nest deeper than the parser's recursion bears. A regular expression that is
 * compiled near the end of the stack ends the whole process, so this is told before parsing.
 */
export function isDeep(yaml: string): boolean {
	const opens = yaml.match(/[[{]/gu)?.length ?? 0;
	const lines = yaml.split(/[\r\n]/u);
	const isSteep = lines.some(
		line => /^\s{50}/u.test(line) || (line.match(/[-?:](?=\s)/gu)?.length ?? 0) > DEEPEST,
	);
	return opens > DEEPEST || isSteep;
}

function notYaml(error: YAMLError, yaml: string, lineBefore: number): ReturnType<typeof fault> {
	const above = yaml.slice(0, error.pos[0]).split(/\r\n|\n|\r/u);
	const line = lineBefore + above.length;
	const reason = `line ${line}: not valid YAML (${shorten(error.message).slice(1, -1)})`;
	return fault(reason, 'write name: "value", with the value in double quotes');
}

function plain(node: unknown): unknown {
	if (isScalar(node)) return node.value;
	if (isSeq(node)) return node.items.map(item => (isScalar(item) ? item.value : null));
	return null;
}

function shorten(value: unknown): string {
	const shown = JSON.stringify(value);
	return shown.length <= SHOWN_CHARACTERS ? shown : `${shown.slice(0, SHOWN_CHARACTERS - 2)}…"`;
}
