import { roleHolder } from "../claims/attribution-claims.ts";
import type { Claim, Report } from "../claims/claim.ts";
import { type Context, contextOf } from "../claims/context.ts";
import { TITLES } from "../quotations/cues.ts";
import type { Story } from "../snapshot.ts";
import { stemsOf } from "./agent.ts";
import type { Answer } from "./answer.ts";
import { showClaim } from "./claim.ts";
import { answerNothing, joinAnswers } from "./compose.ts";
import { contradicted } from "./contradicted.ts";
import type { Question } from "./question.ts";
import { isSameName } from "./same-name.ts";
import { names } from "./sources-named.ts";
import { listed, unique } from "./wording.ts";

const NAME = String.raw`\p{Lu}[\p{L}.’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+)+`;
/** "Is Ann Lee the chief executive of Acme?", "Ann Lee is the chief executive of Acme." */
const HOLDS: readonly RegExp[] = [
	new RegExp(
		String.raw`^\W*(?:[Ii]s|[Ww]as)(?:n['’]t)?\s+(?<person>${NAME})\s+(?:still\s+|now\s+)?(?<office>\P{Lu}.+)$`,
		"u",
	),
	new RegExp(String.raw`^\W*(?<person>${NAME})\s+(?:is|was)\s+(?<office>(?:the|an?)\s.+)$`, "u"),
];
/** "Who is the chief executive of Acme?", "Who is Acme's chief executive?" */
const WHO = /^\W*who(?:['’]s|\s+is|\s+was)\s+(?<office>.+)$/iu;

/** Long names of offices, put as papers shorten them. */
const OFFICES: readonly (readonly [long: RegExp, short: string])[] = [
	[/\bchief executive(?: officer)?\b/giu, "CEO"],
	[/\bchief financial officer\b/giu, "CFO"],
	[/\bchief operating officer\b/giu, "COO"],
	[/\bchief (?:technology|technical) officer\b/giu, "CTO"],
];

function inShort(text: string): string {
	return OFFICES.reduce((changed, [long, short]) => changed.replace(long, short), text);
}

/** An office as it is asked about. */
interface Office {
	/** Its words, each of which must be met. */
	readonly terms: Context;
	/** Where it is held, as stems: names. */
	readonly holders: readonly string[];
}

const CAPITALIZED = /\p{Lu}[\p{L}\p{N}.]*/gu;

function isTitle(word: string): boolean {
	return TITLES.has(word.replace(/['’]s$/u, ""));
}

/** The names in some words for an office, titles aside. */
function holdersIn(story: Story, words: string): readonly string[] {
	const put = story.index
		.inCommonForms(inShort(words))
		.replace(CAPITALIZED, word => (isTitle(word.toLowerCase()) ? word.toLowerCase() : word));
	return unique((put.match(CAPITALIZED) ?? []).flatMap(name => stemsOf(story, inShort(name))));
}

function officeIn(story: Story, words: string): Office | null {
	const terms = contextOf(story.index.inCommonForms(inShort(words)));
	const holders = holdersIn(story, words);
	const hasTitle = terms.some(({ word }) => isTitle(word));
	const rest = terms.filter(({ stem }) => !holders.includes(stem));
	return hasTitle && holders.length > 0
		? { terms: rest.map(term => ({ ...term, needed: true })), holders }
		: null;
}

function isRole(claim: Claim): boolean {
	return roleHolder(claim) !== null;
}

function personOf(claim: Claim): string {
	return roleHolder(claim) ?? "";
}

function isOf(claim: Claim, person: string): boolean {
	const known = personOf(claim);
	return names(known, person) || names(person, known);
}

// Of an office every word is needed, so that what covers it at all covers most.
const HAS = 0.6;
function hasTitle(story: Story, { printed }: Report, { terms }: Office): boolean {
	return story.index.covers(terms, inShort(printed)) >= HAS;
}

/** Whose each name of some words is besides a person's, as stems, those of the title left out. */
function holdersPrinted(story: Story, claim: Claim, printed: string, { terms }: Office) {
	const others = [...stemsOf(story, inShort(personOf(claim))), ...terms.map(({ stem }) => stem)];
	return holdersIn(story, printed).filter(name => !others.includes(name));
}

/** The name that stands nearest to the title in some words: "Acme CEO and new Bolt director". */
function nearestHolder(story: Story, printed: string, of: readonly string[], { terms }: Office) {
	const stems = stemsOf(story, inShort(printed));
	const title = stems.indexOf(terms.find(({ word }) => isTitle(word))?.stem ?? "");
	const away = (name: string) => Math.abs(stems.indexOf(name) - title);
	return of.toSorted((a, b) => away(a) - away(b))[0];
}

function hasOffice(story: Story, claim: Claim, office: Office): (report: Report) => boolean {
	const { holders } = office;
	return report => {
		const printed = holdersPrinted(story, claim, report.printed, office);
		const isMet = holders.every(name => printed.some(other => isSameName(name, other)));
		if (!isMet || !hasTitle(story, report, office)) return false;
		const nearest = nearestHolder(story, report.printed, printed, office) ?? "";
		return holders.some(name => isSameName(name, nearest));
	};
}

/** The outlets that print an office of the person of a claim, and how the first of them does. */
function printedSo(claim: Claim, prints: (report: Report) => boolean): string {
	const reports = claim.reports.filter(prints);
	const outlets = unique(reports.map(({ outlet }) => outlet));
	return `“${reports[0]?.printed ?? ""}” (${listed(outlets)})`;
}

function holdersOf(story: Story, office: Office): readonly Claim[] {
	return story.claims
		.filter(isRole)
		.filter(claim => claim.reports.some(hasOffice(story, claim, office)));
}

function showHolder(story: Story, claim: Claim, office: Office): Answer {
	const printed = printedSo(claim, hasOffice(story, claim, office));
	return { ...showClaim(story, claim), text: `Printed of ${personOf(claim)}: ${printed}.` };
}

/** The answer where a title is printed of somebody, and not whose it is. */
function answerTitleOnly(story: Story, claim: Claim, office: Office): Answer | null {
	const isAlone = (report: Report) =>
		hasTitle(story, report, office) &&
		holdersPrinted(story, claim, report.printed, office).length === 0;
	if (!claim.reports.some(isAlone)) return null;
	const text = `No outlet prints that in so many words. Printed of ${personOf(claim)}: ${printedSo(claim, isAlone)}.`;
	return { ...contradicted(story, text, [claim]), kind: "not-reported" };
}

function answerHolder(story: Story, person: string, office: Office): Answer | null {
	const own = story.claims.filter(claim => isRole(claim) && isOf(claim, person));
	const [first] = own;
	if (first === undefined) return null;
	const holders = holdersOf(story, office);
	const held = own.find(claim => holders.includes(claim));
	if (held !== undefined) return showHolder(story, held, office);
	if (holders.length === 0) {
		const titled = answerTitleOnly(story, first, office);
		if (titled !== null) return titled;
	}
	const printed = [
		`Printed of ${personOf(first)}: ${printedSo(first, () => true)}.`,
		...holders.map(claim => showHolder(story, claim, office).text),
	];
	const text = `No outlet prints that of ${personOf(first)}. ${printed.join(" ")}`;
	return contradicted(story, text, [first, ...holders]);
}

/**
 * The answer to a question that has somebody hold an office, or asks who holds it somewhere: who does,
 * what is printed of the one who does not, or that no outlet says; null where it is about no office.
 */
export function holdRole(story: Story, { text }: Question): Answer | null {
	for (const pattern of HOLDS) {
		const { person, office } = pattern.exec(text)?.groups ?? {};
		const asked = office === undefined ? null : officeIn(story, office);
		if (person !== undefined && asked !== null) return answerHolder(story, person, asked);
	}
	const asked = officeIn(story, WHO.exec(text)?.groups?.["office"] ?? "");
	if (asked === null) return null;
	const holders = holdersOf(story, asked);
	if (holders.length === 0) return answerNothing(story, text);
	const shown = holders.map(claim => showHolder(story, claim, asked));
	return joinAnswers(story, text, shown);
}
