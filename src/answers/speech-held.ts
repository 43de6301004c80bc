import type { Report } from "../claims/claim.ts";
import { cueKind, cueLemma } from "../quotations/cues.ts";
import type { Story } from "../snapshot.ts";
import { readWords } from "../text/words.ts";
import { stemsOf } from "./agent.ts";
import type { Answer, AnswerKind, Section } from "./answer.ts";
import { type AskedSpeech, speechIn } from "./asked-speech.ts";
import { answerNothing, emptyAnswer, excerptsIn } from "./compose.ts";
import { speaksOfAll } from "./hinges.ts";
import { weighTopic } from "./match.ts";
import { clausesIn, movementsIn, standOn } from "./movement.ts";
import type { Question } from "./question.ts";
import { answerNobody, asideFrom, withNamesKept } from "./said-by.ts";
import { entryOf } from "./sections.ts";
import { ANSWERS } from "./sentences.ts";
import { isFrom, names } from "./sources-named.ts";
import { counted, listed, nameOf, unique } from "./wording.ts";

/** The reports that outlets credit to somebody, one a sentence. */
function saidBy(story: Story, speaker: string): readonly Report[] {
	const said = new Map<string, Report>();
	for (const report of story.claims.flatMap(({ reports }) => reports)) {
		const { article, excerpt } = report;
		if (!isFrom(report, speaker)) continue;
		const key = `${article} ${excerpt.start}`;
		if (!said.has(key)) said.set(key, report);
	}
	return [...said.values()];
}

const NEGATION =
	/\b(?:not|no|never|nobody|none|without|neither|nor|cannot|den(?:y|ied|ies|ying)|wrong)\b|n['’]t\b/iu;

/** What outlets print of a speaker that bears out what a question has said, and what goes against it. */
interface Held {
	readonly along: readonly Report[];
	readonly against: readonly Report[];
}

/** By where something goes. */
function heldByMovement(story: Story, content: string, said: readonly Report[]): Held {
	const stands = movementsIn(story, content).map(movement => standOn(story, movement));
	const goes = (wanted: boolean) =>
		said.filter(({ excerpt }) => stands.some(standOf => standOf(excerpt.text) === wanted));
	const against = goes(false);
	return { along: goes(true).filter(report => !against.includes(report)), against };
}

/** Whether a clause has somebody else say what it says: "although economists say prices will rise". */
function isOthers(clause: string, speaker: string): boolean {
	const words = readWords(clause);
	const cue = words.findIndex(
		({ text, lemma, wordClass }) =>
			wordClass === "VERB" && cueKind(cueLemma(text, lemma)) === "say",
	);
	const before = words.slice(0, Math.max(0, cue));
	const isNamed = before.some(({ wordClass }) => /^(?:NOUN|PROPN)$/.test(wordClass));
	const subject = before.map(({ text }) => text).join(" ");
	return isNamed && !speaker.split(/\s+/).some(name => names(subject, name));
}

/** By the words of what is said, and whether they are denied. */
function heldByWords(
	story: Story,
	{ content, speaker, isCalling }: Pick<AskedSpeech, "content" | "speaker" | "isCalling">,
	said: readonly Report[],
): Held {
	const weighed = weighTopic(story, content, false);
	const topic = isCalling ? withNamesKept(content, weighed) : weighed;
	if (topic.length === 0) return { along: said, against: [] };
	const speaks = speaksOfAll(story, { text: content, topic, want: "anything" });
	const covered = (text: string) => story.index.covers(topic, text);
	const fitting = said
		.filter(({ excerpt: { text } }) => covered(text) >= ANSWERS && speaks(text))
		.toSorted((a, b) => covered(b.excerpt.text) - covered(a.excerpt.text));
	const clauseOf = ({ excerpt }: Report) =>
		clausesIn(excerpt.text).toSorted((a, b) => covered(b) - covered(a))[0] ?? "";
	const own = fitting.filter(report => !isOthers(clauseOf(report), speaker));
	const isDenied = (report: Report) => NEGATION.test(clauseOf(report)) !== NEGATION.test(content);
	return { along: own.filter(report => !isDenied(report)), against: own.filter(isDenied) };
}

function heldOf(story: Story, speech: AskedSpeech, said: readonly Report[]): Held {
	const { content, isDenial } = speech;
	const moved = heldByMovement(story, content, said);
	const isMoved = moved.along.length + moved.against.length > 0;
	const { along, against } = isMoved ? moved : heldByWords(story, speech, said);
	return isDenial ? { along: against, against: along } : { along, against };
}

/** What fits a question after whatever somebody said, denied or not. */
function heldOpenly(story: Story, speech: AskedSpeech, said: readonly Report[]): Held {
	const { along, against } = heldByWords(story, speech, said);
	return { along: [...along, ...against], against: [] };
}

const MAX_QUOTED = 260;

/** What is printed of a speaker, by its first sentence that is not too long to stand in a line. */
function printedOf(speaker: string, reports: readonly Report[]): string {
	const outlets = listed(unique(reports.map(nameOf)));
	const quoted = reports.find(({ excerpt }) => excerpt.text.length <= MAX_QUOTED);
	const words = quoted === undefined ? "" : ` ${nameOf(quoted)}: “${quoted.excerpt.text}”`;
	return `Printed of ${speaker} by ${outlets}.${words}`;
}

/** What is printed of a speaker, laid out; who prints it in a sentence that was not read so is not called silent. */
function answerWith(
	story: Story,
	{ kind, text }: { readonly kind: AnswerKind; readonly text: string },
	parts: readonly (readonly [heading: string, reports: readonly Report[]])[],
): Answer {
	const sections: readonly Section[] = parts.map(([heading, reports]) => ({
		heading,
		entries: reports.map(report => entryOf(story, report)),
	}));
	return {
		...emptyAnswer(story, null),
		kind,
		text,
		excerpts: excerptsIn(sections),
		sections,
	};
}

function answerHeld(
	story: Story,
	{ speaker, isDenial }: AskedSpeech,
	{ along, against }: Held,
): Answer {
	const printed = `What the outlets print of ${speaker}`;
	if (along.length === 0) {
		const text = `No outlet has ${speaker} ${isDenial ? "deny" : "say"} that. ${printedOf(speaker, against)}`;
		return answerWith(story, { kind: "contradicted", text }, [[`${printed} instead`, against]]);
	}
	if (against.length === 0) {
		const text = printedOf(speaker, along);
		return answerWith(story, { kind: "found", text }, [[printed, along]]);
	}
	const outlets = (reports: readonly Report[]) => listed(unique(reports.map(nameOf)));
	const text = `The coverage prints both of ${speaker}: so by ${outlets(along)}; the other way by ${outlets(against)}.`;
	return answerWith(story, { kind: "differ", text }, [
		["Printed so", along],
		["Printed the other way", against],
	]);
}

const MAX_NEAREST = 3;

/** The answer where nobody has a speaker say what is asked, with what comes nearest of what they say; null where nothing does. */
function answerNearest(
	story: Story,
	{ speaker, content, isDenial }: AskedSpeech,
	said: readonly Report[],
): Answer | null {
	const topic = weighTopic(story, content, false);
	const covered = ({ excerpt }: Report) => story.index.covers(topic, excerpt.text);
	const nearest = said
		.filter(report => covered(report) > 0)
		.toSorted((a, b) => covered(b) - covered(a))
		.slice(0, MAX_NEAREST);
	if (nearest.length === 0) return null;
	const text = `No outlet has ${speaker} ${isDenial ? "deny" : "say"} that. The nearest: ${printedOf(speaker, nearest)}`;
	return answerWith(story, { kind: "not-reported", text }, [
		[`What comes nearest of ${speaker}`, nearest],
	]);
}

/** The answer where nobody has the one who is asked about say anything. */
function answerUnheard(story: Story, speaker: string): Answer {
	const held = counted(story.articles.length, "article");
	return {
		...answerNothing(story, ""),
		text: `The coverage does not say: no outlet credits ${speaker} with anything in the ${held} held.`,
	};
}

/** What a question has somebody say whom the coverage names, and what outlets credit them with; null where it does not. */
function speechHeldTo(story: Story, { text, quoted }: Question) {
	const speech = quoted === null ? speechIn(text) : null;
	const isKnown = stemsOf(story, speech?.speaker ?? "").every(stem => story.index.knows(stem));
	return speech === null || !isKnown ? null : { speech, said: saidBy(story, speech.speaker) };
}

/**
 * The answer to a question that has somebody say something: the sentences that have them say it, those
 * that have them say the opposite, or that no outlet does; null for another question, and for one after
 * whatever somebody said who is credited with anything.
 */
export function answerSpeech(story: Story, question: Question): Answer | null {
	const asked = speechHeldTo(story, question);
	if (asked === null) return null;
	const { speech, said } = asked;
	const { speaker, isOpen } = speech;
	if (isOpen) return said.length === 0 ? answerUnheard(story, speaker) : null;
	const held = heldOf(story, speech, said);
	if (held.along.length + held.against.length > 0) return answerHeld(story, speech, held);
	const nobody = answerNobody(story, speaker, asideFrom(story, question, speaker));
	return nobody.kind === "not-covered" ? (answerNearest(story, speech, said) ?? nobody) : nobody;
}

/**
 * The answer to a question after what somebody said that no claim answers: their sentences on it, or that
 * no outlet has them say it; null for another question.
 */
export function answerWhatSaid(story: Story, question: Question): Answer | null {
	const asked = speechHeldTo(story, question);
	if (asked === null || !asked.speech.isOpen) return null;
	const { speech, said } = asked;
	const held = heldOpenly(story, speech, said);
	if (held.along.length > 0) return answerHeld(story, speech, held);
	return answerNobody(story, speech.speaker, asideFrom(story, question, speech.speaker));
}
