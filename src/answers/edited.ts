import type { Report } from "../claims/claim.ts";
import type { HiddenReport } from "../claims/corrected.ts";
import { editsOfReport } from "../claims/edited.ts";
import type { Edit, WordEdit } from "../corpus/edits.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Story } from "../snapshot.ts";
import { dayInWords } from "../text/day-in-words.ts";
import { contains, overlaps } from "../text/span.ts";
import type { Answer } from "./answer.ts";
import { counted } from "./wording.ts";

/** More than this and a reader does better to look at the page. */
const MOST_WORDS = 2;

/** The figure of a sentence of which some words are a part: "$9.1 million" for "$9.1"; the words where there is none. */
function figureAround(words: string, sentence: string): string {
	const at = words === "" ? -1 : sentence.indexOf(words);
	const span = { start: at, end: at + words.length };
	const around = extractFigures(sentence).filter(figure => contains(figure, span));
	return at < 0 ? words : (around[0]?.text ?? words);
}

/** What was exchanged, as whole figures where it is a part of one on both sides. */
function wholeFigures(
	{ before, after }: WordEdit,
	[was, stands]: readonly [was: string, stands: string],
): readonly [before: string, after: string] {
	return [figureAround(before, was), figureAround(after, stands)];
}

/** How a sentence was edited: "edited since 13 April 2031: “$100,000” became “$90,000”". */
function editInWords({ since, before: was, after: stands, words }: Edit): string {
	const when = since === null ? "" : ` since ${dayInWords(since)}`;
	if (was === null) return `new in the article${when}`;
	const sentences = [was, stands?.text ?? ""] as const;
	const exchanged = words.slice(0, MOST_WORDS).map(edit => {
		const [before, after] = wholeFigures(edit, sentences);
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

/** How many of the reports that are meant are hidden, since moderators marked them as misread; nothing where none is. */
export function hiddenNotes(
	{ corrections }: Story,
	isMeant: (hidden: HiddenReport) => boolean,
): readonly string[] {
	const { length } = corrections.hidden.filter(isMeant);
	if (length === 0) return [];
	return [
		`${counted(length, "report is", "reports are")} hidden, marked by a moderator as misread.`,
	];
}

/** An answer with how many reports are hidden of what it shows: of its claims, and in its excerpts. */
export function noteHidden(story: Story, answer: Answer): Answer {
	const shown = new Set<string>(answer.claims.map(({ id }) => id));
	const isQuoted = ({ excerpt }: Report) =>
		answer.excerpts.some(({ article, ...span }) => {
			return article === excerpt.article && overlaps(span, excerpt);
		});
	const notes = hiddenNotes(story, ({ claim, report }) => shown.has(claim) || isQuoted(report));
	return { ...answer, notes: [...answer.notes, ...notes] };
}
