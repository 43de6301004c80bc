import type { Report } from "../claims/claim.ts";
import { editsOfReport } from "../claims/edited.ts";
import type { Edit } from "../corpus/edits.ts";
import type { Story } from "../snapshot.ts";
import { dayInWords } from "../text/day-in-words.ts";
import { counted } from "./wording.ts";

/** More than this and a reader does better to look at the page. */
const MOST_WORDS = 2;

/** How a sentence was edited: "edited since 13 April 2031: “$100,000” became “$90,000”". */
function editInWords({ since, before, words }: Edit): string {
	const when = since === null ? "" : ` since ${dayInWords(since)}`;
	if (before === null) return `new in the article${when}`;
	const exchanged = words.slice(0, MOST_WORDS).map(({ before, after }) => {
		if (before === "") return `“${after}” was put in`;
		return after === "" ? `“${before}” was taken out` : `“${before}” became “${after}”`;
	});
	const left = words.length - exchanged.length;
	const more = left > 0 ? [`${counted(left, "further edit")}`] : [];
	const what = [...exchanged, ...more].join(", ");
	return what === "" ? `edited${when}` : `edited${when}: ${what}`;
}

/** What is to be said beside a report whose sentence was edited after it was first read. */
export function editRemarks({ edits }: Story, report: Report): readonly string[] {
	return editsOfReport(report, edits).map(editInWords);
}

/** How many reports of a claim are hidden, since moderators marked them as misread; nothing where none is. */
export function hiddenNotes({ corrections }: Story, claim: string): readonly string[] {
	const { length } = corrections.hidden.filter(hidden => hidden.claim === claim);
	if (length === 0) return [];
	return [
		`${counted(length, "report is", "reports are")} hidden, marked by a moderator as misread.`,
	];
}
