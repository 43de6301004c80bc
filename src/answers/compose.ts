import type { Check, Claim, Excerpt } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer, AnswerKind, Section } from "./answer.ts";
import { counted, unique } from "./wording.ts";

/** Every excerpt of the sections, each once, in the order of reading. */
export function excerptsIn(sections: readonly Section[]): readonly Excerpt[] {
	const excerpts = new Map<string, Excerpt>();
	for (const { excerpt } of sections.flatMap(({ entries }) => entries)) {
		if (excerpt === null) continue;
		const key = `${excerpt.article} ${excerpt.start} ${excerpt.end}`;
		if (!excerpts.has(key)) excerpts.set(key, excerpt);
	}
	return [...excerpts.values()];
}

/** The checks of some claims, each once: one check may stand with several. */
export function checksOf(claims: readonly Claim[]): readonly Check[] {
	const checks = new Map(
		claims.flatMap(claim => claim.checks.map(check => [check.text, check] as const)),
	);
	return [...checks.values()];
}

/** An answer with nothing in it yet, to be spread and filled. */
export function emptyAnswer(story: Story, question: string | null): Answer {
	return {
		kind: "not-covered",
		story: story.id,
		question,
		text: "",
		claims: [],
		excerpts: [],
		silent: [],
		checks: [],
		notes: [],
		sections: [],
		choices: [],
	};
}

/** The answer when nothing in the articles fits what was asked. */
export function answerNothing(story: Story, question: string): Answer {
	const outlets = outletsOf(story);
	const held = `${counted(story.articles.length, "article")} of ${counted(outlets.length, "outlet")}`;
	return {
		...emptyAnswer(story, question),
		text: `The coverage does not say. Nothing that answers this was found in the ${held} held on “${story.title}”.`,
		silent: outlets,
	};
}

// What most deserves to be seen first.
const GRAVITY: readonly AnswerKind[] = [
	"contradicted",
	"not-reported",
	"differ",
	"found",
	"several",
	"not-covered",
];

function gravestKind(answers: readonly Answer[]): AnswerKind {
	return GRAVITY.find(kind => answers.some(answer => answer.kind === kind)) ?? "not-covered";
}

/** Several answers to the parts of one text as one, of the gravest kind among them. */
export function joinAnswers(story: Story, text: string, answers: readonly Answer[]): Answer {
	const sections = answers.flatMap(answer => answer.sections);
	const claims = unique(answers.flatMap(answer => answer.claims));
	return {
		...emptyAnswer(story, text),
		kind: gravestKind(answers),
		text: unique(answers.map(answer => answer.text)).join(" "),
		claims,
		excerpts: excerptsIn(sections),
		// Who is silent on one part may speak of another.
		silent: answers.length === 1 ? (answers[0]?.silent ?? []) : [],
		checks: checksOf(claims),
		notes: unique(answers.flatMap(answer => answer.notes)),
		sections,
	};
}
