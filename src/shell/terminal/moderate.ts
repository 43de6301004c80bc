import type { Change, Notice } from "../../../commands/command.ts";
import { commands } from "../../../commands/index.ts";
import { YES } from "../../../commands/options.ts";
import { perform } from "../../../commands/perform.ts";
import type { Choice } from "../../answers/answer.ts";
import { harmlessLine } from "../../present/harmless.ts";
import type { Workplace } from "../workplace.ts";
import type { Run } from "./command-line-arguments.ts";
import { EXIT } from "./exit-codes.ts";
import { printAnswer, printNotice, refusalOfForm } from "./print-notice.ts";
import type { Program, Session } from "./session.ts";

/** Runs a command that reads or changes what moderators keep. */
export const moderate: Program = async session => {
	const workplace = await session.workplace();
	try {
		return await moderateAt(workplace, session);
	} finally {
		await workplace.close();
	}
};

async function moderateAt(workplace: Workplace, session: Session): Promise<number> {
	const { library, moderation } = workplace;
	const { command, values, server } = session.run;
	const snapshot = library.current(moderation.realmOf(server));
	const records = moderation.records(server);
	const call = { name: command.name, snapshot, values, records, channel: null };
	const outcome = perform(call);
	if (outcome.kind === "answer") return printAnswer(session, snapshot, outcome.answer);
	if (outcome.kind === "change") return carryOut(workplace, session, outcome.change);
	const notice = outcome.kind === "form" ? refusalOfForm(outcome.form, session) : outcome.notice;
	await printNotice(session, snapshot, typable(notice, session.run));
	return notice.refusal ? EXIT.misused : EXIT.answered;
}

async function carryOut(
	{ library, moderation }: Workplace,
	session: Session,
	change: Change,
): Promise<number> {
	const { run, errors } = session;
	const realm = moderation.realmOf(run.server);
	let printed = Promise.resolve();
	const asker = { by: "terminal", server: run.server, channel: null };
	const notice = await moderation.carryOut(change, asker, ({ title, text }) => {
		const line = `presscheck: ${harmlessLine(`${title}: ${text}`)}\n`;
		printed = printed.then(() => errors.print(line));
	});
	await printed;
	const snapshot = library.current(realm);
	await printNotice(session, snapshot, typable(notice, run));
	const isUnread = change.kind === "refresh" && snapshot.problems.length > 0;
	return notice.refusal || notice.isPartial === true || isUnread ? EXIT.failed : EXIT.answered;
}

/** Whether a choice can be typed: what only buttons and forms carry cannot. */
function isTypable({ command: name, values }: Choice): boolean {
	const options = commands.find(command => command.name === name)?.options ?? [];
	return options.every(({ name, kind }) => kind !== "kept" || values[name] === undefined);
}

/**
 * A notice whose buttons can be typed. A preview is gone with the process that showed it: what was typed,
 * with a yes, adds the same.
 */
function typable(notice: Notice, { command, values }: Run): Notice {
	const isPreview = notice.choices.some(choice => choice.values["draft"] !== undefined);
	const isNamed = notice.choices.some(choice => choice.values["deed"] === "add");
	const again: Choice = isNamed
		? { label: "Add it", command: command.name, values: { ...values, yes: YES } }
		: { label: "Name the outlet", command: command.name, values: { ...values, outlet: "NAME" } };
	return { ...notice, choices: isPreview ? [again] : notice.choices.filter(isTypable) };
}
