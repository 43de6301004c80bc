import type { Claim } from "../claims/claim.ts";
import { type Context, contextOf, MET } from "../claims/context.ts";
import { cueKind, cueLemma } from "../quotations/cues.ts";
import type { Story } from "../snapshot.ts";
import { readWords } from "../text/words.ts";
import type { Answer } from "./answer.ts";
import { speechIn } from "./asked-speech.ts";
import { answerNothing, checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import { creditsInWords } from "./credits.ts";
import { isTheme } from "./hinges.ts";
import type { Match } from "./match.ts";
import type { Question } from "./question.ts";
import { sectionOf } from "./sections.ts";
import { BESIDE } from "./sentences.ts";
import { findSources, isFrom, sourcesOf } from "./sources-named.ts";
import { listed, outletsReporting } from "./wording.ts";

/** What fits a question that has somebody say something: what that source says, or that it is not credited. */
export type SaidBy =
	| { readonly kind: "matches"; readonly matches: readonly Match[] }
	| { readonly kind: "nobody"; readonly answer: Answer };

// "Did Acme forecast ...", "Has the Labor Department said ...": who is asked about stands first.
const SUBJECT = /^\W*(?:did|does|do|has|have|had|is|was|according to)\s+(?:the\s+)?(.{0,60})/iu;

/** Whether a question has words of crediting: what somebody attends or pays for nobody says. */
function hasCue(text: string): boolean {
	return readWords(text).some(({ text: word, lemma }) => cueKind(cueLemma(word, lemma)) !== null);
}

/** The source that a question has say something, or do it; null where it names none so. */
function speakerOf(story: Story, { text, want }: Question): string | null {
	const asked = want === "speech" ? text : SUBJECT.exec(text)?.[1];
	if (asked === undefined) return null;
	const sources = findSources(asked, sourcesOf(story.claims));
	const first = (source: string) => asked.toLowerCase().indexOf(source.toLowerCase());
	if (want === "speech") return speechIn(text)?.speaker ?? sources[0] ?? null;
	return sources.find(source => first(source) === 0) ?? null;
}

/** What a question is about besides who says it. */
export function asideFrom(story: Story, { topic }: Question, speaker: string): Context {
	const put = story.index.inCommonForms(speaker);
	const own = new Set(contextOf(`${speaker} ${put}`).map(({ stem }) => stem));
	return topic.filter(({ stem }) => !own.has(stem));
}

/** What a source says in quotation marks. */
function quotedFrom(story: Story, speaker: string): readonly Match[] {
	return story.index
		.match(contextOf(speaker))
		.filter(({ claim }) => claim.kind === "quotation" && isSaid(claim, speaker, () => true));
}

function isSaid({ reports }: Claim, speaker: string, covers: (text: string) => boolean): boolean {
	return reports.some(
		report => isFrom(report, speaker) && covers(`${report.excerpt.text} ${report.printed}`),
	);
}

// What others print of it must have each word of it, or one that stands for it.
const THE_SAME = 0.5;

function tellsAll({ index }: Story, { label, reports }: Claim, words: Context): boolean {
	return reports.some(({ excerpt }) =>
		words.every(term => index.covers([term], `${label} ${excerpt.text}`) >= THE_SAME),
	);
}

/** The answer where nobody has the source say it, in the words given for that; what others print of it, if they do. */
export function answerNobody(
	story: Story,
	speaker: string,
	rest: Context,
	nobody = `No outlet has ${speaker} say this.`,
): Answer {
	const claim = story.index
		.match(rest)
		.map(match => match.claim)
		.find(each => each.kind !== "attribution" && tellsAll(story, each, rest));
	if (claim === undefined) return { ...answerNothing(story, ""), text: nobody };
	const sections = [sectionOf(story, claim)];
	const isCredited =
		claim.kind === "figure" && claim.reports.some(({ attribution }) => attribution !== null);
	const instead = isCredited
		? creditsInWords(claim)
		: `The nearest is printed without that credit by ${listed(outletsReporting(claim))}.`;
	return {
		...emptyAnswer(story, null),
		kind: isCredited ? "contradicted" : "not-reported",
		text: `${nobody} ${instead}`,
		claims: [claim],
		excerpts: excerptsIn(sections),
		silent: claim.silent,
		checks: checksOf([claim]),
		sections,
	};
}

/** The words of a text, for whose names nothing else stands. */
export function withNamesKept(text: string, words: Context): Context {
	return words.map(term =>
		text.includes(term.word) ? term : { ...term, meaning: null, needed: true },
	);
}

// What somebody calls "the trade talks" is not what they say of some trade.
const CALLED = 0.9;

/** Of what fits a question, what the source says that it asks about; all where it asks about none. */
export function saidBy(story: Story, question: Question, matches: readonly Match[]): SaidBy {
	const speaker = speakerOf(story, question);
	if (speaker === null || matches.length === 0) return { kind: "matches", matches };
	const isCalling = speechIn(question.text)?.isCalling === true;
	const aside = asideFrom(story, question, speaker);
	// What somebody calls a thing speaks of it by its name, though the whole story does.
	const rest = isCalling
		? withNamesKept(question.text, aside)
		: aside.filter(term => !isTheme(story, [term]));
	// One word is met by itself or a near relation: "demand" is no cost.
	const least = isCalling ? CALLED : rest.length === 1 ? MET : BESIDE;
	const covers = (text: string) => rest.length === 0 || story.index.covers(rest, text) >= least;
	const said = matches.filter(
		({ claim }) => (!isCalling || claim.kind !== "figure") && isSaid(claim, speaker, covers),
	);
	if (said.length > 0) return { kind: "matches", matches: said };
	const quoted = question.want === "speech" && rest.length === 0 ? quotedFrom(story, speaker) : [];
	if (quoted.length > 0) return { kind: "matches", matches: quoted };
	const isSpeech = question.want === "speech" || hasCue(question.text);
	const nobody = isSpeech ? undefined : `No outlet says this of ${speaker}.`;
	return { kind: "nobody", answer: answerNobody(story, speaker, rest, nobody) };
}
