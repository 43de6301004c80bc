import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { answerCheck } from "../../src/answers/check.ts";
import { answerClaim } from "../../src/answers/claim.ts";
import { answerComparison } from "../../src/answers/compare.ts";
import { answerFigures } from "../../src/answers/figures.ts";
import { answerQuote } from "../../src/answers/quote.ts";
import { outletsOf, type Story } from "../../src/snapshot.ts";
import { bridgeStory, seedStory } from "./stories.ts";

type Ask = (story: Story, text: string) => Answer;

const ASKS: Readonly<Record<string, Ask>> = {
	ask: answerQuestion,
	claim: answerClaim,
	check: answerCheck,
	quote: answerQuote,
	figures: answerFigures,
	compare: (story, topic) => answerComparison(story, { outlets: [], topic }),
};

/** Words that questions and the two stories are made of, so that random questions come near something. */
const WORDS =
	`who what when how much many did does say which outlets agree silent on the bridge cost mining bitcoin
	edge AI market $119 billion $480 million 4% 12 percent 2033 2034 in May April 13 Monday Thorn KuCoin
	Mara Ellison "cut corners on a bridge" Coast Echo DeyThere A47 News not less than more than rise fall
	hash rate signatures and compared with % $ ? " “ ” ( ) [ * + \\ . , 7 1,000 --`.split(/\s+/);

const questions = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map(words => words.join(" ")),
	},
	{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 80 }) },
	{ weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
);
const HELD: Readonly<Record<string, Story>> = { bridge: bridgeStory, seed: seedStory };
// By name, so that a counterexample is short.
const names = fc.constantFrom(...Object.keys(HELD));
const cases = [...Object.entries(ASKS)];

function eachAnswer(ask: Ask, hold: (story: Story, answer: Answer) => void): void {
	fc.assert(
		fc.property(names, questions, (name, text) => {
			const story = HELD[name] ?? bridgeStory;
			hold(story, ask(story, text));
		}),
		{ numRuns: 60 },
	);
}

function isVerbatim(story: Story, { excerpts, sections }: Answer): boolean {
	const shown = sections.flatMap(({ entries }) => entries.flatMap(({ excerpt }) => excerpt ?? []));
	return [...excerpts, ...shown].every(excerpt => {
		const held = story.articles.find(({ article }) => article.id === excerpt.article);
		return held?.article.body.slice(excerpt.start, excerpt.end) === excerpt.text;
	});
}

describe("whatever is asked", () => {
	test.each(cases)("/%s shows excerpts as they stand in their articles", (_name, ask) => {
		eachAnswer(ask, (story, answer) => expect(isVerbatim(story, answer)).toBe(true));
	});

	test.each(cases)("/%s shows every excerpt of its sections, and no other", (_name, ask) => {
		const keyOf = ({ article, start, end }: Answer["excerpts"][number]) =>
			`${article} ${start} ${end}`;
		eachAnswer(ask, (_story, { excerpts, sections }) => {
			const shown = sections.flatMap(({ entries }) =>
				entries.flatMap(({ excerpt }) => excerpt ?? []),
			);
			expect(new Set(excerpts.map(keyOf))).toEqual(new Set(shown.map(keyOf)));
		});
	});

	test.each(cases)("/%s calls silent only outlets of the story, none twice", (_name, ask) => {
		eachAnswer(ask, (story, { silent }) => {
			expect(new Set(silent).size).toBe(silent.length);
			expect(silent.every(outlet => outletsOf(story).includes(outlet))).toBe(true);
		});
	});

	test.each(cases)(
		"/%s calls no outlet silent on its one figure, date or quotation that reports it",
		(_name, ask) => {
			eachAnswer(ask, (_story, { claims, silent, kind }) => {
				const [claim, ...others] = claims;
				if (claim === undefined || others.length > 0 || claim.kind === "statement") return;
				if (kind === "not-covered") return;
				const reporting = claim.reports.map(({ outlet }) => outlet);
				expect(reporting.filter(outlet => silent.includes(outlet))).toEqual([]);
			});
		},
	);

	test.each(cases)("/%s has something to say, and says the same again", (_name, ask) => {
		fc.assert(
			fc.property(names, questions, (name, text) => {
				const story = HELD[name] ?? bridgeStory;
				const answer = ask(story, text);
				expect(answer.text).not.toBe("");
				expect(ask(story, text)).toEqual(answer);
			}),
			{ numRuns: 20 },
		);
	});
});

const NUMBER = /\d+(?:[.,]\d+)*/gu;
/** What the program may count itself: outlets, articles, claims and figures of the story. */
const COUNTED =
	/\b\d+ (?:(?:outlets?|articles?) )?of \d+(?: outlets?)?|\b\d+ (?:outlets?|articles?|claims?|figures?|more|only in|of them)\b|\bdiffer on \d+/gu;

describe("numbers", () => {
	test.each(cases)("/%s says none that was not asked, shown, counted or computed", (_name, ask) => {
		fc.assert(
			fc.property(names, questions, (name, text) => {
				const story = HELD[name] ?? bridgeStory;
				const answer = ask(story, text);
				if (answer.text.includes("computed")) return;
				const held = [story.title, ...outletsOf(story), ...answer.claims.map(({ label }) => label)];
				const known = [text, ...answer.excerpts.map(excerpt => excerpt.text), ...held].join(" ");
				const said = answer.text.replace(COUNTED, " ").match(NUMBER) ?? [];
				expect(said.filter(number => !known.includes(number))).toEqual([]);
			}),
			{ numRuns: 150 },
		);
	});
});
