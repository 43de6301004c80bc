import type { Claim, Position, Report } from "../claims/claim.ts";
import type { DateOfArticle } from "../corpus/typed-date.ts";
import type { Story } from "../snapshot.ts";
import type { Entry, Section } from "./answer.ts";
import { editRemarks } from "./edited.ts";
import { outletsResting } from "./resting.ts";
import { exactnessOf } from "./times.ts";
import { listed, nameOf, unique } from "./wording.ts";

const FORMS = {
	exact: "word for word",
	folded: "same words, other spelling or marks",
	changed: "other words inside the quotation marks",
	paraphrase: "in the outlet's own words",
} as const;

/** When an article was published, as its front matter has it; null where unknown. */
export function dateOf({
	published,
	dateIsUnconfirmed = false,
}: DateOfArticle): Pick<Entry, "published" | "dateIsUnconfirmed"> {
	return { published, ...(dateIsUnconfirmed ? { dateIsUnconfirmed } : {}) };
}

const UNDATED: DateOfArticle = { published: null };

function remarksOf(report: Report): readonly string[] {
	const remarks: string[] = [];
	if (report.form !== null) remarks.push(FORMS[report.form]);
	if (report.bound !== "exactly") remarks.push(report.bound);
	if (report.trend !== null) remarks.push(`going ${report.trend}`);
	if (report.asOf !== null) remarks.push(`for ${report.asOf}`);
	if (report.attribution !== null) remarks.push(`credits ${report.attribution.source}`);
	return remarks;
}

/** A report as a line of a section: who, when, the sentence, and what is worth saying beside it. */
export function entryOf(story: Story, report: Report): Entry {
	const held = story.articles.find(({ article }) => article.id === report.article);
	return {
		label: nameOf(report),
		...dateOf(held?.article ?? UNDATED),
		excerpt: report.excerpt,
		remarks: [...remarksOf(report), ...editRemarks(story, report)],
		changes: [],
	};
}

function reportsAt(claim: Claim, position: Position): readonly Report[] {
	return position.reports.map(index => claim.reports[index]).filter(report => report !== undefined);
}

/**
 * The words that stand for a position: the first of those that most of its reports bound alike, for one
 * "about" is not all; of a date the most exact, for "Sunday" and "four years ago" hang on the article.
 */
export function printedAt(claim: Claim, position: Position): string {
	const reports = reportsAt(claim, position);
	if (claim.kind === "date") {
		const [exactest] = reports.toSorted((a, b) => exactnessOf(b.printed) - exactnessOf(a.printed));
		return exactest?.printed ?? "";
	}
	const alike = ({ bound }: Report) => reports.filter(other => other.bound === bound).length;
	const most = Math.max(...reports.map(alike));
	return reports.find(report => alike(report) === most)?.printed ?? "";
}

/** What each outlet prints of a position: the words that stand for it where it has them, else its own. */
function wordsOfEach(claim: Claim, position: Position): ReadonlyMap<string, Report> {
	const words = printedAt(claim, position);
	const own = new Map<string, Report>();
	for (const report of reportsAt(claim, position)) {
		if (report.printed === words || !own.has(report.outlet)) own.set(report.outlet, report);
	}
	return own;
}

/** The outlets whose reports of some are so, each by its name, under the words that they print. */
function printedBy(reports: readonly Report[]): readonly string[] {
	return unique(reports.map(({ printed }) => printed)).map(printed => {
		const outlets = reports.filter(report => report.printed === printed).map(nameOf);
		return `as “${printed}” ${listed(unique(outlets))}`;
	});
}

/**
 * A position in a few words, each outlet with its own: `"$25 billion" (A and B; as "about $25 billion" C)`.
 */
export function positionInWords(claim: Claim, position: Position): string {
	const words = printedAt(claim, position);
	const each = [...wordsOfEach(claim, position).values()];
	const outlets = each.filter(({ printed }) => printed === words).map(({ outlet }) => outlet);
	const others = printedBy(each.filter(({ printed }) => printed !== words));
	return `“${words}” (${[listed(outlets), ...others].join("; ")})`;
}

/** The outlets that print another number for a position than its words have, as one that rounds it; "" where none does. */
export function roundedAt(claim: Claim, position: Position): string {
	const words = printedAt(claim, position);
	const each = [...wordsOfEach(claim, position).values()];
	const shown = each.find(({ printed }) => printed === words)?.value ?? null;
	const rounded = each.filter(({ value }) => String(value) !== String(shown));
	return shown === null || rounded.length === 0 ? "" : ` (${printedBy(rounded).join("; ")})`;
}

function headingOf(claim: Claim, position: Position): string {
	const outlets = outletsResting(claim, position.reports);
	if (claim.kind === "statement") return `${claim.label}: ${outlets}`;
	return `“${printedAt(claim, position)}”: ${outlets}`;
}

/** A claim laid out position by position, each report with its sentence. */
export function sectionsOf(story: Story, claim: Claim): readonly Section[] {
	return claim.positions.map(position => ({
		heading: headingOf(claim, position),
		entries: reportsAt(claim, position).map(report => entryOf(story, report)),
	}));
}

/** Several claims laid out one after the other, each under its label, one line a report. */
export function sectionOf(story: Story, claim: Claim): Section {
	return { heading: claim.label, entries: claim.reports.map(report => entryOf(story, report)) };
}
