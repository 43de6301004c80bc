import type { ArticleFields } from "../../../commands/command.ts";
import { readTypedDate } from "../../corpus/typed-date.ts";
import { isAhead } from "../../ingest/extract/dates.ts";
import type { Fault } from "./read-origin.ts";

/** A typed date of publication, and the one that it is to take the place of. */
export interface Dating {
	readonly typed: ArticleFields["published"];
	/** null where there is none. */
	readonly held: string | null;
	readonly now: Date;
}

/** That an article cannot have been published on a day that somebody typed; null where it can, or had that day. */
export function dateAhead({ typed = "", held, now }: Dating): Fault | null {
	const { published } = readTypedDate(typed);
	if (published === null || published === held || !isAhead(published.slice(0, 10), now))
		return null;
	return {
		reason: `published: in the future (${JSON.stringify(typed)})`,
		remedy: "write the day on which it was published, YYYY-MM-DD",
	};
}
