import type { Article } from "./article.ts";
import { boilerplateOfLine, boilerplateOfSentence } from "./boilerplate.ts";
import { type CardPart, findAuthors, findCards } from "./cards.ts";
import { findContents, findPictureLabels, findRecurringQuestions } from "./contents.ts";
import { findCuts } from "./cuts.ts";
import { findDisclaimers } from "./disclaimers.ts";
import { type Draft, type DraftSentence, draftPassages, isEnded, type Marks } from "./draft.ts";
import type { ArticleText, Furniture, Passage, Sentence } from "./passage.ts";
import { findRepeats } from "./repeats.ts";

const FEW_WORDS = 4;

/** What each sentence of each passage is; as many as there are drafts, and sentences in each. */
type SentenceMarks = readonly Marks[];

/**
 * An article with its passages and sentences in the order of the body, and with what is furniture
 * marked as such. A sentence lies in exactly one passage and slices to its own words. A passage is
 * furniture where all its sentences are.
 */
export function readArticle(article: Article): ArticleText {
	const drafts = draftPassages(article.body, article.title);
	const cards = findCards(drafts, article.outlet);
	const marks = markSentences(drafts, cards, markPassages(drafts, cards));
	const passages = drafts.map((draft, index) =>
		passageOf(draft, marks[index] ?? [], cards[index]?.via ?? null),
	);
	const sentences = drafts.flatMap((draft, index) =>
		sentencesOf(draft, passages[index], marks[index] ?? []),
	);
	return { article, passages, sentences };
}

/** What whole passages are: a card's words first, since a card may hold anything, then as listed. */
function markPassages(drafts: readonly Draft[], cards: readonly CardPart[]): Marks {
	const contents = findContents(drafts);
	const marks: readonly Marks[] = [
		cards.map(({ furniture }) => furniture),
		contents,
		findDisclaimers(drafts).map((mark, index) => (cards[index]?.via === null ? mark : null)),
		drafts.map(({ text }) => boilerplateOfLine(text)),
		findRecurringQuestions(drafts, contents),
		findPictureLabels(drafts),
		findAuthors(drafts),
	];
	return drafts.map((_, index) => firstMark(marks.map(each => each[index] ?? null)));
}

/** What each sentence is: as its passage, else boilerplate, cut or repeat by itself. */
function markSentences(
	drafts: readonly Draft[],
	cards: readonly CardPart[],
	passages: Marks,
): SentenceMarks {
	const inCard = cards.map(({ via }) => via !== null);
	const isOwn = passages.map((mark, index) => mark === null && inCard[index] === false);
	const cuts = findCuts(drafts, isOwn, inCard);
	const known = drafts.map(({ sentences }, index) =>
		sentences.map(({ text }, at) => {
			const cut = at === sentences.length - 1 ? (cuts[index] ?? null) : null;
			return firstMark([passages[index] ?? null, boilerplateOfSentence(text), cut]);
		}),
	);
	const repeats = findRepeats(
		drafts.flatMap(({ kind, sentences }, index) =>
			sentences.map(({ words, text }, at) => ({
				words,
				ended: isEnded(text),
				kind,
				alone: sentences.length === 1,
				inCard: inCard[index] ?? false,
				furniture: known[index]?.[at] ?? null,
			})),
		),
	).values();
	return known
		.map(marks => marks.map(mark => firstMark([mark, repeats.next().value ?? null])))
		.map((marks, index) => spread(marks, drafts[index]?.sentences ?? []));
}

/** Gives a few words ("Yes.") the mark of the sentences around them, where all of those have one. */
function spread(marks: Marks, sentences: readonly DraftSentence[]): Marks {
	const isFew = sentences.map(({ words }) => words.split(" ").length < FEW_WORDS);
	const rest = marks.filter((_, at) => isFew[at] === false);
	if (rest.length === 0 || rest.includes(null)) return marks;
	return marks.map(mark => mark ?? firstMark(rest));
}

function passageOf({ kind, start, end }: Draft, marks: Marks, via: string | null): Passage {
	const furniture = marks.every(mark => mark !== null) ? firstMark(marks) : null;
	return { kind, start, end, furniture, via };
}

function sentencesOf(
	{ sentences }: Draft,
	passage: Passage | undefined,
	marks: Marks,
): readonly Sentence[] {
	if (passage === undefined) return [];
	return sentences.map(({ start, end, text }, at) => {
		return { start, end, text, passage, furniture: marks[at] ?? null };
	});
}

function firstMark(marks: Marks): Furniture | null {
	return marks.find(mark => mark !== null) ?? null;
}
