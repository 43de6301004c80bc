import type { Form, Notice } from "../../../commands/command.ts";
import type { Answer } from "../../answers/answer.ts";
import type { Document } from "../../present/document.ts";
import { documentOfAnswer, documentOfNotice } from "../../present/document-of.ts";
import { type Json, jsonOfAnswer } from "../../present/json.ts";
import { renderTerminal } from "../../present/terminal.ts";
import type { Snapshot } from "../../snapshot.ts";
import type { Run } from "./command-line-arguments.ts";
import { exitOfAnswer } from "./exit-codes.ts";
import { writePretty } from "./json-lines.ts";
import type { Session } from "./session.ts";

/** Prints an answer as it is wanted; gives its exit code. */
export async function printAnswer(
	{ run, out, style, clock }: Session,
	snapshot: Snapshot,
	answer: Answer,
): Promise<number> {
	const document = (): string =>
		renderTerminal(typedHere(documentOfAnswer(answer, snapshot, clock()), run), style);
	await out.print(run.json ? writePretty(jsonOfAnswer(answer)) : document());
	return exitOfAnswer(answer);
}

/** Prints a notice as it is wanted, a refusal on the error output. */
export async function printNotice(
	{ run, out, errors, style, clock }: Session,
	snapshot: Snapshot,
	notice: Notice,
): Promise<void> {
	const document = (): string =>
		renderTerminal(typedHere(documentOfNotice(notice, snapshot, clock()), run), style);
	// A script that reads answers must not take a refusal for one.
	const printer = notice.refusal && !run.json ? errors : out;
	await printer.print(run.json ? writePretty(jsonOfNotice(notice)) : document());
}

/** A document whose choices, as they are to be typed, are of the same stories as what was typed. */
function typedHere(document: Document, { server, corpus }: Run): Document {
	const place = { ...(corpus === null ? {} : { corpus }), ...(server === null ? {} : { server }) };
	const choices = document.choices.map(choice => {
		return { ...choice, values: { ...choice.values, ...place } };
	});
	return { ...document, choices };
}

function jsonOfNotice({ title, text, sections, refusal }: Notice): Json {
	const lines = sections.flatMap(({ entries }) =>
		entries.map(({ label, remarks }) => ({ label, remarks })),
	);
	return { kind: "notice", title, text, refusal, lines };
}

/** A terminal has no forms: what their fields fill are options there, and more may be. */
export function refusalOfForm({ title, command }: Form, { run }: Pick<Session, "run">): Notice {
	const { options, words } = run.command;
	const open = options.filter(({ name, kind }) => kind !== "yes" && run.values[name] === undefined);
	const names = open.map(({ name }) => (words.includes(name) ? name.toUpperCase() : `--${name}`));
	const text = `A terminal has no form for it: give some of ${names.join(", ")}; presscheck ${command} --help shows how.`;
	return { title, text, sections: [], choices: [], refusal: true };
}
