import type { Claim, Report } from "../claims/claim.ts";
import { extractQuotations } from "../quotations/extract.ts";
import type { Quotation } from "../quotations/quotation.ts";
import { compareWording, foldedWords } from "../quotations/wording.ts";
import type { Story } from "../snapshot.ts";
import type { Answer, Section } from "./answer.ts";
import { answerNothing } from "./compose.ts";
import { topicOf } from "./match.ts";
import { quotationInWords, showQuotation } from "./quote.ts";
import { entryOf } from "./sections.ts";
import { ANSWERS } from "./sentences.ts";
import { names, sourcesOf } from "./sources-named.ts";
import { listed, nameOf } from "./wording.ts";

// Fewer words in quotation marks are a term or a title.
const MIN_WORDS = 3;

/** The words that a text puts into somebody's mouth; null where it quotes nobody. */
function quotationIn(text: string): Quotation | null {
	const quoted = extractQuotations(text).find(
		({ kind, text: words }) => kind === "speech" && foldedWords(words).length >= MIN_WORDS,
	);
	return quoted ?? null;
}

/** Whether a printing has the words in a row, marks, case and spelling aside. */
function prints({ printed, form }: Report, words: string): boolean {
	if (form === "paraphrase") return false;
	return ` ${foldedWords(printed).join(" ")} `.includes(` ${foldedWords(words).join(" ")} `);
}

function nearestQuotation(story: Story, words: string): Claim | null {
	const fitting = story.index
		.match(topicOf(story, words))
		.filter(({ claim, score }) => claim.kind === "quotation" && score >= ANSWERS)
		.map(({ claim }) => claim);
	const printed = fitting.find(({ reports }) => reports.some(report => prints(report, words)));
	return printed ?? fitting[0] ?? null;
}

/** The answer to a text that has somebody say what others are credited with; null where it is right or says nothing of it. */
export function answerOtherSpeaker(
	story: Story,
	speaker: string | null,
	claim: Claim,
): Answer | null {
	const credited = sourcesOf([claim]);
	if (speaker === null || credited.length === 0) return null;
	if (credited.some(known => names(known, speaker) || names(speaker, known))) return null;
	return {
		...showQuotation(story, [claim]),
		kind: "contradicted",
		text: `No outlet credits ${speaker} with these words. ${quotationInWords(story, claim)}`,
	};
}

function answerOtherWords(story: Story, words: string, claim: Claim): Answer {
	const [nearest] = claim.reports.filter(({ form }) => form !== "paraphrase");
	const shown = showQuotation(story, [claim]);
	if (nearest === undefined) return shown;
	const { changes } = compareWording(words, nearest.printed);
	const compared: Section = {
		heading: "The words compared with the nearest that an outlet prints",
		entries: [{ ...entryOf(story, nearest), changes }],
	};
	return {
		...shown,
		kind: "contradicted",
		text: `No outlet prints these words. The nearest are “${nearest.printed}” (${listed([nameOf(nearest)])}).`,
		sections: [compared, ...shown.sections],
	};
}

/** What the coverage prints of the words that a text has somebody say: by whom and how; null where it quotes nobody. */
export function holdQuotation(story: Story, text: string): Answer | null {
	const quoted = quotationIn(text);
	if (quoted === null) return null;
	const claim = nearestQuotation(story, quoted.text);
	if (claim === null) {
		return { ...answerNothing(story, text), text: "No outlet prints these words." };
	}
	const other = answerOtherSpeaker(story, quoted.speaker, claim);
	if (other !== null) return other;
	const isPrinted = claim.reports.some(report => prints(report, quoted.text));
	return isPrinted ? showQuotation(story, [claim]) : answerOtherWords(story, quoted.text, claim);
}
