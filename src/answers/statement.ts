import type { Claim, Report } from "../claims/claim.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import { actsIn, agentIn } from "./agent.ts";
import type { Section } from "./answer.ts";
import { copiesCounted } from "./copies.ts";
import { speaksOfAll } from "./hinges.ts";
import { tellsWhere } from "./movement.ts";
import type { Question } from "./question.ts";
import { entryOf } from "./sections.ts";
import { ANSWERS, BESIDE, entryOfSentence } from "./sentences.ts";
import { nameOf, shareSpeaking, unique } from "./wording.ts";

/** The reports of a statement that speak of what was asked, best first, and those that only stand near it. */
interface Spoken {
	readonly speaking: readonly Report[];
	/** Sentences of other outlets that have as much of what was asked. */
	readonly sentences: readonly SentenceMatch[];
	readonly others: readonly Report[];
	/** Every outlet that speaks of it, each once. */
	readonly outlets: readonly string[];
}

// A sentence that has less of a question than this share of what the best has speaks of something else.
const OF_THE_BEST = 0.66;

function covering(story: Story, question: Question, claim: Claim) {
	const speaks = speaksOfAll(story, question);
	const read = ({ excerpt }: Report) =>
		speaks(excerpt.text) ? story.index.covers(question.topic, excerpt.text) : 0;
	return claim.reports
		.map(report => ({ report, share: read(report) }))
		.toSorted((a, b) => b.share - a.share);
}

/** Whether any one report of a claim has, with its label, what a question is about: together they may have what none says. */
export function isSpoken(story: Story, question: Question, claim: Claim): boolean {
	const about = claim.kind === "statement" ? "" : `${claim.label} ${claim.measure}`;
	const speaks = speaksOfAll(story, question);
	const goes = claim.kind === "statement" ? tellsWhere(story, question) : () => true;
	// A reason is asked of what somebody did; what others did has reasons of its own.
	const agent = question.want === "reason" ? agentIn(story, question.text) : null;
	const isDone = (text: string) => agent === null || actsIn(story, agent, text) !== false;
	return claim.reports.some(({ excerpt, attribution }) => {
		const words = `${about} ${excerpt.text} ${attribution?.source ?? ""}`;
		return (
			story.index.covers(question.topic, words) >= BESIDE &&
			speaks(words) &&
			goes(excerpt.text) &&
			isDone(excerpt.text)
		);
	});
}

// What stands in no report of the statement must fit nearly as well as the best to speak of the same.
const AS_WELL = 0.8;

/** Sentences of outlets beyond some that have nearly as much of a question as the best. */
function sentencesBeyond(
	story: Story,
	{ topic }: Question,
	outlets: readonly string[],
): readonly SentenceMatch[] {
	const found = story.index.sentences(topic);
	const needed = Math.max(ANSWERS, (found[0]?.covered ?? 0) * AS_WELL);
	return found.filter(
		({ covered, source }) => covered >= needed && !outlets.includes(source.article.outlet),
	);
}

/** What speaks of a question: the reports of a statement that have it, since those that share one phrase need not, and sentences beside them. */
export function spokenIn(story: Story, question: Question, claim: Claim): Spoken {
	const covered = covering(story, question, claim);
	const needed = (covered[0]?.share ?? 0) * OF_THE_BEST;
	const reports = (speaks: boolean) =>
		covered
			.filter(({ share }) => (share > 0 && share >= needed) === speaks)
			.map(({ report }) => report);
	const speaking = reports(true);
	const outlets = unique(speaking.map(({ outlet }) => outlet));
	const sentences = sentencesBeyond(story, question, outlets);
	return {
		speaking,
		sentences,
		others: reports(false),
		outlets: unique([...outlets, ...sentences.map(({ source }) => source.article.outlet)]),
	};
}

const MAX_QUOTED = 260;

function shortest(reports: readonly Report[]): Report | undefined {
	return reports.toSorted((a, b) => a.excerpt.text.length - b.excerpt.text.length)[0];
}

/** The sentence that fits best, quoted, and how many outlets speak of what was asked. */
export function statementInWords(
	story: Story,
	{ speaking, outlets }: Spoken,
	label: string,
): string {
	const beside = copiesCounted(story, outlets);
	const share = shareSpeaking({ outlets, all: outletsOf(story), beside });
	const best =
		speaking.find(({ excerpt }) => excerpt.text.length <= MAX_QUOTED) ?? shortest(speaking);
	if (best === undefined) return `${label}. ${share}`;
	return `${nameOf(best)}: “${best.excerpt.text}” ${share}`.trimEnd();
}

/** A statement laid out: what speaks of the question, then what stands near it. */
export function sectionsOfStatement(
	story: Story,
	{ speaking, sentences, others }: Spoken,
): readonly Section[] {
	const entries = (reports: readonly Report[]) => reports.map(report => entryOf(story, report));
	return [
		{
			heading: "What the outlets print",
			entries: [...entries(speaking), ...sentences.map(entryOfSentence)],
		},
		{ heading: "On the same subject", entries: entries(others) },
	].filter(section => section.entries.length > 0);
}
