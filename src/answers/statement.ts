import type { Claim, Report } from "../claims/claim.ts";
import { contextOf, coverageOf } from "../claims/context.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Section } from "./answer.ts";
import type { Question } from "./question.ts";
import { entryOf } from "./sections.ts";
import { BESIDE } from "./sentences.ts";
import { nameOf, shareSpeaking, unique } from "./wording.ts";

/** The reports of a statement that speak of what was asked, best first, and those that only stand near it. */
interface Spoken {
	readonly speaking: readonly Report[];
	readonly others: readonly Report[];
}

// A sentence that has less of a question than this share of what the best has speaks of something else.
const OF_THE_BEST = 0.66;

function covering(story: Story, { topic }: Question, claim: Claim) {
	const coverage = coverageOf(topic, story.index.weigh);
	const read = ({ excerpt }: Report) =>
		coverage(contextOf(story.index.inCommonForms(excerpt.text)));
	return claim.reports
		.map(report => ({ report, share: read(report) }))
		.toSorted((a, b) => b.share - a.share);
}

/** Whether any one report of a statement has what a question is about: together they may have what none says. */
export function isSpoken(story: Story, question: Question, claim: Claim): boolean {
	return covering(story, question, claim).some(({ share }) => share >= BESIDE);
}

/** Which reports of a statement have what a question is about: those that share one phrase need not. */
export function spokenIn(story: Story, question: Question, claim: Claim): Spoken {
	const covered = covering(story, question, claim);
	const needed = (covered[0]?.share ?? 0) * OF_THE_BEST;
	const reports = (speaks: boolean) =>
		covered.filter(({ share }) => share >= needed === speaks).map(({ report }) => report);
	return { speaking: reports(true), others: reports(false) };
}

const MAX_QUOTED = 260;

/** The sentence that fits best, quoted, and how many outlets speak of what was asked. */
export function statementInWords(story: Story, { speaking }: Spoken, label: string): string {
	const outlets = unique(speaking.map(({ outlet }) => outlet));
	const share = shareSpeaking(outlets, outletsOf(story));
	const best = speaking.find(({ excerpt }) => excerpt.text.length <= MAX_QUOTED);
	if (best === undefined) return `${label}. ${share}`;
	return `${nameOf(best)}: “${best.excerpt.text}” ${share}`.trimEnd();
}

/** A statement laid out: what speaks of the question, then what stands near it. */
export function sectionsOfStatement(
	story: Story,
	{ speaking, others }: Spoken,
): readonly Section[] {
	const section = (heading: string, reports: readonly Report[]) => ({
		heading,
		entries: reports.map(report => entryOf(story, report)),
	});
	return [
		section("What the outlets print", speaking),
		section("On the same subject", others),
	].filter(({ entries }) => entries.length > 0);
}
