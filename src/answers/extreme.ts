import type { Claim, Report } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { answerNothing, checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import { fitting } from "./fitting.ts";
import { type Question, readQuestion } from "./question.ts";
import { sectionsOf } from "./sections.ts";
import { listed, nameOf, unique } from "./wording.ts";

const HIGHEST = "highest|largest|biggest|greatest|most";
const LOWEST = "lowest|smallest|least|fewest";
const ASKED =
	/^\W*(?:which|what|whose) (?:outlet|paper|newspaper|article|site|website|report)s?(?: of (?:the|these) \p{L}+)? (?:puts?|gives?|prints?|reports?|has|have|quotes?|cites?|carr(?:y|ies)|names?|states?|says?|mentions?)\b(?<rest>.+)$/iu;
const EXTREME = new RegExp(String.raw`\b(?:the )?(?:${HIGHEST}|${LOWEST})\b`, "iu");
const IS_LOWEST = new RegExp(String.raw`\b(?:${LOWEST})\b`, "iu");
const FIGURE_OF = /\b(?:figures?|numbers?|estimates?|values?|counts?|totals?)(?: (?:of|for))?\b/giu;
const IN_MONEY = /\b(?:costs?|prices?|worth|budget|revenues?|profits?|value)\b/iu;
const MONEY = /^[A-Z]{3}\b/;

/** What a question asks which outlet has the highest or lowest figure of; null for another question. */
function figureAsked(text: string): string | null {
	const rest = ASKED.exec(text)?.groups?.["rest"];
	if (rest === undefined || !EXTREME.test(rest)) return null;
	const thing = rest.replace(EXTREME, " ").replace(FIGURE_OF, " ");
	return /\p{L}{3}/u.test(thing) ? thing : null;
}

interface Valued {
	readonly report: Report;
	readonly value: number;
}

/** "$4 a coin" is $4 where all of a claim is told of a coin. */
function withoutRate(unit: string | null): string | null {
	return unit?.replace(/ per .*$/u, "") ?? null;
}

/** The reports of a claim that have a value in its unit, the highest first. */
function ranked({ reports, unit }: Claim): readonly Valued[] {
	return reports
		.filter(report => withoutRate(report.unit ?? unit) === withoutRate(unit))
		.flatMap(report => {
			const value = typeof report.value === "number" ? report.value : report.value?.[1];
			return value === undefined ? [] : [{ report, value }];
		})
		.toSorted((a, b) => b.value - a.value);
}

/** Who prints one value, each under its own words for it. */
function printedBy(valued: readonly Valued[]): string {
	const reports = valued.map(({ report }) => report);
	const each = unique(reports.map(({ printed }) => printed)).map(printed => {
		const outlets = reports.filter(report => report.printed === printed).map(nameOf);
		return `“${printed}” (${listed(unique(outlets))})`;
	});
	return listed(each);
}

function inWords(valued: readonly Valued[], isLowest: boolean): string {
	const values = unique(valued.map(({ value }) => value));
	const rows = values.map(wanted => printedBy(valued.filter(({ value }) => value === wanted)));
	const [first, ...others] = isLowest ? rows.toReversed() : rows;
	if (others.length === 0) return `no outlet prints another value than ${first}.`;
	return `${isLowest ? "lowest" : "highest"} of what is printed (computed) is ${first}; beside it stand ${listed(others)}.`;
}

/** The answer to a question which outlet has the highest or lowest figure of something; null for another question. */
export function answerExtreme(story: Story, question: Question): Answer | null {
	const thing = figureAsked(question.text);
	if (thing === null) return null;
	const found = fitting(story, { ...readQuestion(story, thing), want: "amount" });
	const claims = found.matches
		.map(({ claim }) => claim)
		.filter(({ unit }) => !IN_MONEY.test(thing) || MONEY.test(unit ?? ""));
	const [claim] = found.kind === "matches" ? claims : [];
	const valued = claim === undefined ? [] : ranked(claim);
	if (claim === undefined || valued.length === 0) return answerNothing(story, question.text);
	const sections = sectionsOf(story, claim);
	const printing = unique(claim.reports.map(({ outlet }) => outlet));
	return {
		...emptyAnswer(story, question.text),
		kind: claim.agreement === "differ" ? "differ" : "found",
		text: `${claim.label}: ${inWords(valued, IS_LOWEST.test(question.text))}`,
		claims: [claim],
		excerpts: excerptsIn(sections),
		silent: outletsOf(story).filter(outlet => !printing.includes(outlet)),
		checks: checksOf([claim]),
		sections,
	};
}
