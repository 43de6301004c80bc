import { monthOf } from "../date-resolution.ts";
import type { Draft, Reading, Refiner } from "../draft.ts";
import { isRelative } from "../relative-time.ts";

/** A date that says since when something stands, or when it was said, is none that others are reckoned from. */
const NO_ANCHOR =
	/\b(?:since|until|before|founded|born|established|built|said|says|told|reported|announced|published|posted|statement|report|interview)\s(?:on\s|in\s|late\s|early\s)?(?:the\s)?$/i;
/** A sentence that tells what is to come, as far as its date: "will open in", "is due to close by". */
const AHEAD =
	/\b(?:will|shall|['’]ll|(?:due|set|expected|expects?|likely|scheduled|plans?|planned|hopes?|aims?|going|slated|intends?)\sto)\s(?:[\w'’-]+\s){1,12}$/i;
const SAID = /\b(?:said|says|told|announced|reported|since|from|after)\s(?:on\s|in\s|last\s)?$/i;
const ONE_WORD = /^[A-Z][a-z]+\.?$/;

function isAhead(draft: Draft, { text }: Reading): boolean {
	const before = text.slice(Math.max(0, draft.start - 90), draft.start);
	const isMonth = ONE_WORD.test(draft.text) && monthOf(draft.text) > 0;
	return isMonth && AHEAD.test(before) && !SAID.test(before);
}

/** The date before in the same text that a relative one hangs on. */
function anchorOf(draft: Draft, drafts: readonly Draft[], { text }: Reading): string | null {
	if (!isRelative(draft.text)) return null;
	const anchor = drafts.findLast(
		({ kind, start, end, text: words }) =>
			kind === "date" &&
			end <= draft.start &&
			!isRelative(words) &&
			!NO_ANCHOR.test(text.slice(Math.max(0, start - 40), start)),
	);
	return anchor?.text ?? null;
}

/** Says of "a year earlier" which date of the text it is reckoned from, and of "will open in March" that it is ahead. */
export const reckonTimes: Refiner = (drafts, reading) =>
	drafts.map(draft => {
		if (draft.kind !== "date" && draft.kind !== "duration") return draft;
		const anchor = anchorOf(draft, drafts, reading);
		const ahead = draft.kind === "date" && isAhead(draft, reading);
		return anchor === null && !ahead ? draft : { ...draft, anchor, ahead };
	});
