import type { Claim, Report } from "../claims/claim.ts";
import { extractQuotations } from "../quotations/extract.ts";
import type { Quotation } from "../quotations/quotation.ts";
import { compareWording, foldedWords } from "../quotations/wording.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import type { Story } from "../snapshot.ts";
import type { Answer, Section } from "./answer.ts";
import { answerNothing, excerptsIn } from "./compose.ts";
import { topicOf } from "./match.ts";
import { quotationInWords, showQuotation } from "./quote.ts";
import { entryOf } from "./sections.ts";
import { ANSWERS, entryOfSentence, firstTelling } from "./sentences.ts";
import { names, sourcesOf } from "./sources-named.ts";
import { listed, nameOf, unique } from "./wording.ts";

// Fewer words in quotation marks are a term or a title.
const MIN_WORDS = 3;

/** Whether words in quotation marks are so many that somebody says them. */
export function isSpeech(words: string): boolean {
	return foldedWords(words).length >= MIN_WORDS;
}

/** The words that a text puts into somebody's mouth; null where it quotes nobody. */
function quotationIn(text: string): Quotation | null {
	const quoted = extractQuotations(text).find(
		({ kind, text: words }) => kind === "speech" && isSpeech(words),
	);
	return quoted ?? null;
}

/** Whether a printing has the words in a row, marks, case and spelling aside. */
function prints({ printed, form }: Report, words: string): boolean {
	if (form === "paraphrase") return false;
	return ` ${foldedWords(printed).join(" ")} `.includes(` ${foldedWords(words).join(" ")} `);
}

// Of less of their words nobody would say that they are the same, put otherwise.
const NEARLY_SAID = 0.75;

function nearestQuotation(story: Story, words: string): Claim | null {
	const fitting = story.index
		.match(topicOf(story, words))
		.filter(({ claim, score }) => claim.kind === "quotation" && score >= ANSWERS);
	const printed = fitting.find(({ claim }) => claim.reports.some(report => prints(report, words)));
	return (printed ?? fitting.find(({ score }) => score >= NEARLY_SAID))?.claim ?? null;
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

/** The first sentence of each outlet that prints some words in a row, in quotation marks or not. */
function sentencesWith(story: Story, words: string): readonly SentenceMatch[] {
	const row = ` ${foldedWords(words).join(" ")} `;
	return firstTelling(story, text => ` ${foldedWords(text).join(" ")} `.includes(row));
}

/** The answer where no quotation has the words: who prints them otherwise, or that nobody does. */
function answerUnquoted(story: Story, words: string): Answer {
	const found = sentencesWith(story, words);
	const nobody = { ...answerNothing(story, ""), text: "No outlet prints these words." };
	if (found.length === 0) return nobody;
	const sections = [{ heading: "Where the words stand", entries: found.map(entryOfSentence) }];
	const outlets = unique(found.map(({ source }) => source.article.outlet));
	return {
		...nobody,
		kind: "not-reported",
		text: `No outlet prints these words as a quotation that was read as one; they stand in ${listed(outlets)}.`,
		excerpts: excerptsIn(sections),
		silent: nobody.silent.filter(outlet => !outlets.includes(outlet)),
		sections,
	};
}

/** What the coverage prints of the words that somebody is to have said: by whom and how, or in which other words. */
export function holdWords(story: Story, words: string, speaker: string | null): Answer {
	const claim = nearestQuotation(story, words);
	if (claim === null) return answerUnquoted(story, words);
	const isPrinted = claim.reports.some(report => prints(report, words));
	if (!isPrinted && sentencesWith(story, words).length > 0) return answerUnquoted(story, words);
	const other = answerOtherSpeaker(story, speaker, claim);
	if (other !== null) return other;
	return isPrinted ? showQuotation(story, [claim]) : answerOtherWords(story, words, claim);
}

/** What the coverage prints of the words that a text has somebody say: by whom and how; null where it quotes nobody. */
export function holdQuotation(story: Story, text: string): Answer | null {
	const quoted = quotationIn(text);
	return quoted === null ? null : holdWords(story, quoted.text, quoted.speaker);
}
