import type { Notice } from "../../../commands/command.ts";
import { changeSections, summaryOf } from "../../present/refresh-notice.ts";
import { type Job, refused, told } from "./job.ts";

/** A change that was kept, and how it is told. */
export interface Kept {
	readonly title: string;
	readonly text: string;
	readonly story: string;
	/** Its number in the record; null where it cannot be taken back. */
	readonly number: number | null;
}

/**
 * Serves a story as it is after a change that was kept, and tells what became of its claims, with a
 * button that takes the change back.
 */
export async function afterwards(job: Job, { title, text, story, number }: Kept): Promise<Notice> {
	const { library, realm, log } = job;
	const before = library.current(realm);
	const outcome = await library.reload(realm, [story]);
	await job.kept(realm);
	if (outcome.kind !== "refreshed") {
		log.error({ error: outcome.error }, "a change was kept and could not be read");
		const served = `The change is kept, but what was read before serves on: ${outcome.reason}; ${outcome.remedy}.`;
		return refused(title, served, { choices: undoOf(number) });
	}
	await job.changed({ realm, before, diff: outcome.diff });
	return told(title, `${text} ${summaryOf(outcome)}`, {
		sections: changeSections(outcome),
		choices: undoOf(number),
	});
}

/** The button that takes a change back; none where it cannot be. */
export function undoOf(number: number | null) {
	return number === null
		? []
		: [{ label: `Undo change ${number}`, command: "undo", values: { change: `${number}` } }];
}
