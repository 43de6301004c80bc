import type { Claim, Form, Report } from "../claims/claim.ts";
import { compareWording } from "../quotations/wording.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer, Entry, Section } from "./answer.ts";
import { answerNothing, checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import { matchClaims } from "./match.ts";
import { entryOf } from "./sections.ts";
import { sourcesOf } from "./sources-named.ts";
import { counted, listed, nameOf, outletsReporting, unique } from "./wording.ts";

const WAYS: readonly { readonly form: Form; readonly heading: string; readonly words: string }[] = [
	{ form: "exact", heading: "Word for word", words: "word for word in" },
	{ form: "folded", heading: "Same words, other spelling or marks", words: "in other spelling in" },
	{ form: "changed", heading: "Other words inside the marks", words: "with other words in" },
	{ form: "paraphrase", heading: "In the outlet's own words", words: "paraphrased by" },
];

function withForm(claim: Claim, form: Form): readonly Report[] {
	return claim.reports.filter(report => report.form === form);
}

function entryOfQuotation(story: Story, claim: Claim, report: Report): Entry {
	const entry = entryOf(story, report);
	if (report.form !== "changed") return entry;
	return { ...entry, changes: compareWording(claim.label, report.printed).changes };
}

/** A quotation laid out by how its outlets word it. */
export function sectionsOfQuotation(story: Story, claim: Claim): readonly Section[] {
	return WAYS.map(({ form, heading }) => ({
		// What stands under other words is not the label.
		heading: form === "changed" ? heading : `${heading}: “${claim.label}”`,
		entries: withForm(claim, form).map(report => entryOfQuotation(story, claim, report)),
	})).filter(({ entries }) => entries.length > 0);
}

/** A quotation in one line: who prints it in which way. */
export function quotationInWords(story: Story, claim: Claim): string {
	const ways = WAYS.flatMap(({ form, words }) => {
		const outlets = unique(withForm(claim, form).map(nameOf));
		return outlets.length === 0 ? [] : [`${words} ${listed(outlets)}`];
	});
	const found = `found in ${outletsReporting(claim).length} of ${counted(outletsOf(story).length, "outlet")}`;
	const speakers = sourcesOf([claim]);
	const credit = speakers.length === 0 ? "credited to nobody" : `credited to ${listed(speakers)}`;
	return `“${claim.label}”: ${[found, ...ways, credit].join("; ")}.`;
}

/** A quotation across outlets: who prints it word for word, who changed which words, who paraphrases. */
export function showQuotation(story: Story, claims: readonly Claim[]): Answer {
	const sections = claims.flatMap(claim => sectionsOfQuotation(story, claim));
	const differs = claims.some(({ agreement }) => agreement === "differ");
	const silent = claims.length === 1 ? (claims[0]?.silent ?? []) : [];
	return {
		...emptyAnswer(story, null),
		kind: differs ? "differ" : "found",
		text: claims.map(claim => quotationInWords(story, claim)).join(" "),
		claims,
		excerpts: excerptsIn(sections),
		silent,
		checks: checksOf(claims),
		sections,
	};
}

const MAX_CHOICES = 10;

/** `/quote text`: the quotation that fits best, the others that fit offered beside it. */
export function answerQuote(story: Story, text: string): Answer {
	const fitting = matchClaims(story, text)
		.map(({ claim }) => claim)
		.filter(({ kind }) => kind === "quotation");
	const [best, ...others] = fitting;
	if (best === undefined) return { ...answerNothing(story, text), question: text };
	return {
		...showQuotation(story, [best]),
		question: text,
		choices: others.slice(0, MAX_CHOICES).map(claim => ({
			label: claim.label,
			command: "quote",
			values: { text: claim.label },
		})),
	};
}
