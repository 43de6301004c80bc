import type { Notice } from "../../../commands/command.ts";
import { changeSections, summaryOf } from "../../present/refresh-notice.ts";
import type { RefreshReport } from "../../refresh-outcome.ts";
import { compareSnapshots } from "../../snapshot-diff.ts";
import { type Job, refused, servedNow, told } from "./job.ts";

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
	const served = servedNow(library, realm);
	const outcome = await library.reload(realm, [story]);
	await job.kept(realm);
	if (outcome.kind !== "refreshed") {
		log.error({ error: outcome.error }, "a change was kept and could not be read");
		const instead = `The change is kept, but what was read before serves on: ${outcome.reason}; ${outcome.remedy}.`;
		return refused(title, instead, { choices: undoOf(number) });
	}
	// Two changes at once are told together in their reports; channels hear of each once.
	await job.changed({ ...served, diff: outcome.diff });
	const seen = changesSince(job, outcome);
	const sections = changeSections(seen);
	// That nothing changed would be said of articles and claims, right beside what did.
	return told(title, sections.length === 0 ? text : `${text} ${summaryOf(seen)}`, {
		sections,
		choices: undoOf(number),
	});
}

/** What is served now that was not when the change was asked for, and what cannot be read. */
export function changesSince(
	{ library, realm, before }: Pick<Job, "library" | "realm" | "before">,
	{ problems }: Pick<RefreshReport, "problems">,
): Pick<RefreshReport, "diff" | "problems"> {
	return { diff: compareSnapshots(before, library.current(realm)), problems };
}

/** The button that takes a change back; none where it cannot be. */
export function undoOf(number: number | null) {
	return number === null
		? []
		: [{ label: `Undo change ${number}`, command: "undo", values: { change: `${number}` } }];
}
