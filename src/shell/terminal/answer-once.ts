import type { Form, Notice, Outcome } from "../../../commands/command.ts";
import { perform } from "../../../commands/perform.ts";
import type { Answer } from "../../answers/answer.ts";
import { counted } from "../../answers/wording.ts";
import { documentOfAnswer, documentOfNotice } from "../../present/document-of.ts";
import { type Json, jsonOfAnswer, jsonOfClaims } from "../../present/json.ts";
import { problemSection } from "../../present/refresh-notice.ts";
import { renderTerminal } from "../../present/terminal.ts";
import { NO_RECORDS } from "../../records/records.ts";
import { outletsOf, type Snapshot } from "../../snapshot.ts";
import { noticeOfClaims } from "./claims-notice.ts";
import { EXIT, EXIT_OF_ANSWER } from "./exit-codes.ts";
import { findStory } from "./find-story.ts";
import { writePretty } from "./json-lines.ts";
import type { Program, Session } from "./session.ts";

/** Runs a command that Discord has too, on what was typed. */
export const answerOnce: Program = async session => {
	const { command, values } = session.run;
	const snapshot = await session.snapshot();
	const outcome = perform({
		name: command.name,
		snapshot,
		values,
		records: NO_RECORDS,
		channel: null,
	});
	if (outcome.kind === "answer") return printAnswer(session, snapshot, outcome.answer);
	const notice = noticeOf(outcome, snapshot);
	await printNotice(session, snapshot, notice);
	if (snapshot.stories.length === 0) return EXIT.failed;
	if (outcome.kind === "change") return snapshot.problems.length > 0 ? EXIT.failed : EXIT.answered;
	return notice.refusal ? EXIT.misused : EXIT.answered;
};

/** Prints every claim of a story. */
export const printClaims: Program = async session => {
	const snapshot = await session.snapshot();
	const story = findStory(snapshot, session.run.values["story"] ?? null);
	if ("refusal" in story) {
		await printNotice(session, snapshot, story);
		return snapshot.stories.length === 0 ? EXIT.failed : EXIT.misused;
	}
	if (session.run.json) await session.out.print(writePretty(jsonOfClaims(story, snapshot)));
	else await printNotice(session, snapshot, noticeOfClaims(story));
	return EXIT.answered;
};

async function printAnswer(session: Session, snapshot: Snapshot, answer: Answer): Promise<number> {
	const { run, out, style, clock } = session;
	const document = (): string => renderTerminal(documentOfAnswer(answer, snapshot, clock()), style);
	await out.print(run.json ? writePretty(jsonOfAnswer(answer)) : document());
	return EXIT_OF_ANSWER[answer.kind];
}

async function printNotice(session: Session, snapshot: Snapshot, notice: Notice): Promise<void> {
	const { run, out, errors, style, clock } = session;
	const document = (): string => renderTerminal(documentOfNotice(notice, snapshot, clock()), style);
	// A script that reads answers must not take a refusal for one.
	const printer = notice.refusal && !run.json ? errors : out;
	await printer.print(run.json ? writePretty(jsonOfNotice(notice)) : document());
}

function noticeOf(outcome: Exclude<Outcome, { kind: "answer" }>, snapshot: Snapshot): Notice {
	if (outcome.kind === "form") return refusalOfForm(outcome.form);
	return outcome.kind === "notice" ? outcome.notice : noticeOfReading(snapshot);
}

/** A terminal has no forms: what their fields fill are options there. */
function refusalOfForm({ title, command, fields }: Form): Notice {
	const options = fields.map(({ option, label }) => `--${option} (${label.toLowerCase()})`);
	const text = `give ${options.join(", ")}; presscheck ${command} --help shows how.`;
	return { title, text, sections: [], choices: [], refusal: true };
}

/** In a terminal each command reads the corpus anew: a refresh is to read it and tell what is wrong. */
function noticeOfReading({ stories, problems }: Snapshot): Notice {
	const articles = stories.flatMap(story => story.articles);
	const outlets = new Set(stories.flatMap(outletsOf));
	const text = `${counted(stories.length, "story", "stories")}, ${counted(articles.length, "article")} of ${counted(outlets.size, "outlet")}, ${counted(problems.length, "problem")}.`;
	const sections = problems.length === 0 ? [] : [problemSection(problems)];
	return { title: "Corpus read", text, sections, choices: [], refusal: false };
}

function jsonOfNotice({ title, text, sections, refusal }: Notice): Json {
	const lines = sections.flatMap(({ entries }) =>
		entries.map(({ label, remarks }) => ({ label, remarks })),
	);
	return { kind: "notice", title, text, refusal, lines };
}
