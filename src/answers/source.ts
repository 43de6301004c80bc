import type { Claim, ClaimKind, Report } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import { nearestNames } from "../text/nearest-names.ts";
import type { Answer, Entry, Section } from "./answer.ts";
import { emptyAnswer, excerptsIn } from "./compose.ts";
import { copiesIn, independentOf, sharedTextOf } from "./copies.ts";
import { hiddenNotes } from "./edited.ts";
import { restingIn } from "./resting.ts";
import { entryOf } from "./sections.ts";
import { counted, listed, outletsReporting, unique } from "./wording.ts";

interface Part {
	readonly heading: (outlet: string) => string;
	readonly kind: ClaimKind;
	/** Whether only claims that no other outlet reports are meant, or only the others. */
	readonly alone: boolean | null;
}

const PARTS: readonly Part[] = [
	{ heading: outlet => `Figures that only ${outlet} has`, kind: "figure", alone: true },
	{ heading: () => "Figures that others have too", kind: "figure", alone: false },
	{ heading: () => "Dates", kind: "date", alone: null },
	{ heading: () => "Quotations", kind: "quotation", alone: null },
	{ heading: () => "Whom it credits", kind: "attribution", alone: null },
	{ heading: outlet => `Statements that only ${outlet} has`, kind: "statement", alone: true },
];

function isAlone(claim: Claim): boolean {
	return outletsReporting(claim).length === 1;
}

/** A term in quotation marks that nobody says, and words printed without a speaker, quote nobody. */
function isQuoted({ kind }: Claim, report: Report): boolean {
	return kind !== "quotation" || report.attribution !== null;
}

/** What an entry is about: a quotation in the outlet's own words, else the claim and what is printed for it. */
function labelOf({ kind, label }: Claim, { printed }: Report): string {
	if (kind === "quotation") return `“${printed}”`;
	return kind === "statement" || label.endsWith(printed) ? label : `${label}: “${printed}”`;
}

function entriesOf(story: Story, claim: Claim, outlet: string): readonly Entry[] {
	const own = (report: Report) => report.outlet === outlet && isQuoted(claim, report);
	return claim.reports.filter(own).map(report => {
		const entry = entryOf(story, report);
		return { ...entry, label: labelOf(claim, report) };
	});
}

function sectionFor(story: Story, outlet: string, part: Part): Section {
	const fits = (claim: Claim) =>
		claim.kind === part.kind &&
		(part.alone === null || part.alone === isAlone(claim)) &&
		claim.reports.some(report => report.outlet === outlet);
	return {
		heading: part.heading(outlet),
		entries: story.claims.filter(fits).flatMap(claim => entriesOf(story, claim, outlet)),
	};
}

/**
 * Claims that more than half of the other outlets report and this one does not: counted each, and also
 * where those that print nearly the same text count as one.
 */
function leftOut(story: Story, outlet: string): readonly Claim[] {
	const copies = copiesIn(story);
	const others = outletsOf(story).filter(other => other !== outlet);
	const areMost = (reporting: readonly string[]): boolean =>
		reporting.length * 2 > others.length &&
		independentOf(reporting, copies) * 2 > independentOf(others, copies);
	return story.claims.filter(
		claim => claim.silent.includes(outlet) && areMost(outletsReporting(claim)),
	);
}

function leftOutSection(story: Story, outlet: string): Section {
	const entries = leftOut(story, outlet).flatMap(claim => {
		const [first] = claim.reports;
		if (first === undefined) return [];
		const entry = entryOf(story, first);
		const resting = restingIn(claim, [...claim.reports.keys()]);
		const remark = `reported by ${listed(outletsReporting(claim))}${resting}`;
		return [{ ...entry, label: `${claim.label}, in ${entry.label}`, remarks: [remark] }];
	});
	return { heading: `Reported by most others, no report found in ${outlet}`, entries };
}

function unknownOutlet(story: Story, name: string): Answer {
	const known = outletsOf(story);
	const nearest = nearestNames(name, known);
	const offered = nearest.length > 0 ? nearest : known;
	return {
		...emptyAnswer(story, name),
		text: `No article of “${name}” is held on “${story.title}”. Outlets held: ${listed(known)}.`,
		choices: offered.map(outlet => ({ label: outlet, command: "source", values: { outlet } })),
	};
}

/** The story's outlet of that name, whatever its case; null when there is none. */
export function findOutlet(story: Story, name: string): string | null {
	const wanted = name.toLowerCase();
	return outletsOf(story).find(outlet => outlet.toLowerCase() === wanted) ?? null;
}

function summary(story: Story, outlet: string): string {
	const articles = story.articles.filter(({ article }) => article.outlet === outlet).length;
	const claims = story.claims.filter(claim => outletsReporting(claim).includes(outlet));
	const figures = claims.filter(({ kind }) => kind === "figure");
	const alone = figures.filter(isAlone).length;
	const credited = unique(
		claims.flatMap(({ reports }) =>
			reports.flatMap(report =>
				report.outlet === outlet && report.attribution ? [report.attribution.source] : [],
			),
		),
	);
	const credits = credited.length === 0 ? "nobody by name" : listed(credited);
	return `${outlet}: ${counted(articles, "article")}, ${counted(figures.length, "figure")} (${alone} that no other outlet has); it credits ${credits}.`;
}

/** `/source outlet`: what one outlet printed, what only it has, and what it leaves out. */
export function answerSource(story: Story, name: string): Answer {
	const outlet = findOutlet(story, name);
	if (outlet === null) return unknownOutlet(story, name);
	const sections = [
		...PARTS.map(part => sectionFor(story, outlet, part)),
		leftOutSection(story, outlet),
	].filter(({ entries }) => entries.length > 0);
	return {
		...emptyAnswer(story, null),
		kind: "found",
		text: summary(story, outlet),
		claims: story.claims.filter(claim => outletsReporting(claim).includes(outlet)),
		excerpts: excerptsIn(sections),
		notes: [
			...sharedTextOf(story, outlet),
			...hiddenNotes(story, ({ report }) => report.outlet === outlet),
		],
		sections,
	};
}
