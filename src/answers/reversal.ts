import { type Context, contextOf, coverageOf } from "../claims/context.ts";
import { isReportable } from "../claims/reading.ts";
import type { ArticleText, Sentence } from "../corpus/passage.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { emptyAnswer, excerptsIn } from "./compose.ts";
import { topicOf } from "./match.ts";
import { opposite } from "./opposites.ts";
import type { Question } from "./question.ts";
import { entryOfSentence } from "./sentences.ts";
import { counted, listed, unique } from "./wording.ts";

/** A part of a text that says where something goes: "bitcoin mining decentralizes". */
interface Movement {
	/** What goes there. */
	readonly subject: Context;
	/** The word that says where, in lower case. */
	readonly direction: string;
}

const CLAUSES = /[,;:—–]|\b(?:while|whereas|but|and|although|as|because)\b/iu;

function movementsIn(
	story: Story,
	text: string,
	isDirection: (word: string) => boolean,
): readonly Movement[] {
	return text.split(CLAUSES).flatMap(clause => {
		const terms = topicOf(story, clause);
		const direction = terms.find(({ word }) => isDirection(word));
		if (direction === undefined) return [];
		const subject = terms.filter(term => term !== direction);
		return subject.length === 0 ? [] : [{ subject, direction: direction.word }];
	});
}

// How a thing began says nothing of where it goes.
const ONCE =
	/\b(?:began|begun|beginning|start(?:ed|s)?|initially|early|once|emerged|originally|used to|was|were)\b/iu;
// "Less dependent on centralized servers" goes the other way than its words.
const TURNED =
	/\b(?:less|instead|without|not|no longer|never|rather than|unlike|from)\b|n[’']t\b/iu;
// How much of a subject a clause must name to be about it, from 0 to 1.
const ABOUT = 0.7;

interface Stand {
	readonly source: ArticleText;
	readonly sentence: Sentence;
	/** Whether the sentence has the subject go where the question says, or the other way. */
	readonly same: boolean;
}

function standOf(
	clause: string,
	direction: string,
	about: (terms: Context) => number,
): boolean | null {
	if (ONCE.test(clause) || TURNED.test(clause)) return null;
	const terms = contextOf(clause);
	if (about(terms) < ABOUT) return null;
	if (terms.some(({ word }) => opposite(word, direction))) return false;
	const same = contextOf(direction)[0]?.stem;
	return terms.some(({ stem }) => stem === same) ? true : null;
}

function standsOn(story: Story, { subject, direction }: Movement): readonly Stand[] {
	const about = coverageOf(subject, story.index.weigh);
	return story.articles.flatMap(source =>
		source.sentences.filter(isReportable).flatMap(sentence =>
			sentence.text.split(CLAUSES).flatMap(clause => {
				const same = standOf(clause, direction, about);
				return same === null ? [] : [{ source, sentence, same }];
			}),
		),
	);
}

function outletsOfStands(stands: readonly Stand[]): readonly string[] {
	return unique(stands.map(({ source }) => source.article.outlet));
}

/** The sentences against a movement, one an outlet, where no outlet is for it and two are against. */
function against(story: Story, movement: Movement): readonly Stand[] {
	const stands = standsOn(story, movement);
	const opposed = stands.filter(({ same }) => !same);
	const outlets = outletsOfStands(opposed);
	const agreeing = outletsOfStands(stands.filter(({ same }) => same));
	if (outlets.length < 2 || agreeing.length > 0) return [];
	return outlets.flatMap(
		outlet => opposed.find(({ source }) => source.article.outlet === outlet) ?? [],
	);
}

function hasOpposite(story: Story, word: string): boolean {
	return story.index.words().some(known => opposite(known, word));
}

/**
 * The answer to a question that has something go one way where the coverage has it go the other:
 * no outlet reports that, and these say the opposite. null where the question has no such premise,
 * or any outlet bears it out.
 */
export function answerReversed(story: Story, { text }: Question): Answer | null {
	const movements = movementsIn(story, text, word => hasOpposite(story, word));
	const stands = movements.flatMap(movement => against(story, movement));
	if (stands.length === 0) return null;
	const outlets = outletsOfStands(stands);
	const entries = stands.map(({ source, sentence }) => entryOfSentence({ source, sentence }));
	const sections = [{ heading: "What the outlets print instead", entries }];
	const all = outletsOf(story);
	return {
		...emptyAnswer(story, text),
		kind: "contradicted",
		text: `No outlet reports that. ${counted(outlets.length, "outlet")} of ${all.length} print the opposite: ${listed(outlets)}.`,
		excerpts: excerptsIn(sections),
		silent: all.filter(outlet => !outlets.includes(outlet)),
		sections,
	};
}
