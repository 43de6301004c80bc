import type { Answer, AnswerKind } from "../../answers/answer.ts";

/** What the program's end says to a script. */
export const EXIT = {
	answered: 0,
	failed: 1,
	misused: 2,
	notInCoverage: 3,
	contradicted: 4,
	several: 5,
} as const;

/** What each exit code means, in the words of the help. */
export const EXIT_MEANINGS: readonly (readonly [code: number, meaning: string])[] = [
	[EXIT.answered, "answered"],
	[EXIT.failed, "failed: a file, the corpus or a line of input could not be read"],
	[EXIT.misused, "misused: no such command, option, outlet or story"],
	[EXIT.notInCoverage, "the coverage does not say it, or nobody reported that figure"],
	[EXIT.contradicted, "the coverage says otherwise"],
	[EXIT.several, "several things fit: choose"],
];

const EXIT_OF_ANSWER: Readonly<Record<AnswerKind, number>> = {
	found: EXIT.answered,
	differ: EXIT.answered,
	"not-covered": EXIT.notInCoverage,
	"not-reported": EXIT.notInCoverage,
	contradicted: EXIT.contradicted,
	several: EXIT.several,
};

/** The exit code of an answer; one that offers outlets instead was asked for an outlet that is not held. */
export function exitOfAnswer({ kind, choices }: Answer): number {
	const isOtherOutlet = choices.some(({ command }) => command === "source");
	return kind === "not-covered" && isOtherOutlet ? EXIT.misused : EXIT_OF_ANSWER[kind];
}
