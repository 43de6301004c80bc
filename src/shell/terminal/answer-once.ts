import type { Notice, Outcome } from "../../../commands/command.ts";
import { perform } from "../../../commands/perform.ts";
import { counted } from "../../answers/wording.ts";
import { jsonOfClaims } from "../../present/json.ts";
import { problemSection } from "../../present/refresh-notice.ts";
import { NO_RECORDS } from "../../records/records.ts";
import { outletsOf, type Snapshot } from "../../snapshot.ts";
import { noticeOfClaims } from "./claims-notice.ts";
import { EXIT } from "./exit-codes.ts";
import { findStory } from "./find-story.ts";
import { writePretty } from "./json-lines.ts";
import { moderate } from "./moderate.ts";
import { printAnswer, printNotice, refusalOfForm } from "./print-notice.ts";
import type { Program, Session } from "./session.ts";

/** Runs a command that Discord has too, on what was typed, without changing anything. */
export const answerOnce: Program = async session => {
	const { command, values, corpus } = session.run;
	const snapshot = await session.snapshot();
	const call = { name: command.name, snapshot, values, records: NO_RECORDS, channel: null };
	const outcome = perform(call);
	if (outcome.kind === "answer") return printAnswer(session, snapshot, outcome.answer);
	if (outcome.kind === "change" && corpus === null) return moderate(session);
	const notice = noticeOf(outcome, snapshot, session);
	await printNotice(session, snapshot, notice);
	if (snapshot.stories.length === 0) return EXIT.failed;
	if (notice.refusal) return EXIT.misused;
	return outcome.kind === "change" && snapshot.problems.length > 0 ? EXIT.failed : EXIT.answered;
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

function noticeOf(
	outcome: Exclude<Outcome, { kind: "answer" }>,
	snapshot: Snapshot,
	session: Session,
): Notice {
	if (outcome.kind === "form") return refusalOfForm(outcome.form, session);
	if (outcome.kind === "notice") return outcome.notice;
	return outcome.change.kind === "refresh" ? noticeOfReading(snapshot) : READ_ONLY;
}

/** Of a folder that is only read, a refresh is to read it and tell what is wrong. */
function noticeOfReading({ stories, problems }: Snapshot): Notice {
	const articles = stories.flatMap(story => story.articles);
	const outlets = new Set(stories.flatMap(outletsOf));
	const text = `${counted(stories.length, "story", "stories")}, ${counted(articles.length, "article")} of ${counted(outlets.size, "outlet")}, ${counted(problems.length, "problem")}.`;
	const sections = problems.length === 0 ? [] : [problemSection(problems)];
	return { title: "Corpus read", text, sections, choices: [], refusal: false };
}

const READ_ONLY: Notice = {
	title: "Only read",
	text: "--corpus names a folder that is only read; without it, what is held can be changed.",
	sections: [],
	choices: [],
	refusal: true,
};
