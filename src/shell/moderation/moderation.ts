import type { Change, Notice } from "../../../commands/command.ts";
import { noticeOfRefresh } from "../../present/refresh-notice.ts";
import { NO_RECORDS, type Records } from "../../records/records.ts";
import type { Library, RefreshStage } from "../library.ts";
import type { Log } from "../log.ts";

/** Who asks for a change, and where. */
export interface Asker {
	/** A member's id, "terminal" for the command line, "schedule" for the bot itself. */
	readonly by: string;
	/** The Discord server in which it is asked; null in the terminal and in direct messages. */
	readonly server: string | null;
	/** null in the terminal. */
	readonly channel: string | null;
}

/** Told how far a change is, as something to show in the place of what was shown before. */
export type Progress = (notice: Notice) => void;

/** Carries out what moderators ask for, one change at a time and story. */
export interface Moderation {
	/** Gives what came of it, to be shown to who asked. Rejects for bugs alone. */
	readonly carryOut: (change: Change, asker: Asker, progress: Progress) => Promise<Notice>;
	/** What is kept for a server beside the articles, as of now; null is for the installation. */
	readonly records: (server: string | null) => Records;
}

/** What moderation works with. */
export interface Tools {
	readonly library: Library;
	readonly log: Log;
}

const STAGES: Readonly<Record<RefreshStage, string>> = {
	reading: "Step 1 of 3: reading the articles.",
	building: "Step 2 of 3: reading the claims out of them.",
	comparing: "Step 3 of 3: comparing with what was read before.",
};

/** Moderation of the stories that a library serves. */
export function createModeration(tools: Tools): Moderation {
	return {
		carryOut: (change, _asker, progress) => {
			if (change.kind !== "refresh") throw new Error(`no way to carry out: ${change.kind}`);
			return refresh(tools, change.story, progress);
		},
		records: () => NO_RECORDS,
	};
}

async function refresh(
	{ library, log }: Tools,
	story: string | null,
	progress: Progress,
): Promise<Notice> {
	const outcome = await library.refresh(story, stage => progress(progressNotice(stage)));
	log.info({ command: "refresh", outcome: outcome.kind }, "read the corpus again");
	if (outcome.kind === "failed") log.error({ error: outcome.error }, "the refresh failed");
	return noticeOfRefresh(outcome);
}

function progressNotice(stage: RefreshStage): Notice {
	const text = STAGES[stage];
	return { title: "Reading the corpus again", text, sections: [], choices: [], refusal: false };
}
