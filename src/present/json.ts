import type { Answer } from "../answers/answer.ts";
import type { Attribution, Check, Claim, Excerpt, Position, Report } from "../claims/claim.ts";
import type { Article } from "../corpus/article.ts";
import type { Figure } from "../figures/figure.ts";
import type { Quotation } from "../quotations/quotation.ts";
import type { Snapshot, Story } from "../snapshot.ts";

/** A value as `JSON.stringify` takes it; keys stand in the order of docs/json.md. */
export type Json =
	| string
	| number
	| boolean
	| null
	| readonly Json[]
	| { readonly [key: string]: Json };

type JsonObject = { readonly [key: string]: Json };

/** Keys of `T`, each with how its value is written; the order of the rows is the order of the keys. */
type Rows<T> = readonly {
	readonly key: string;
	readonly of: (value: T) => Json;
}[];

function write<T>(rows: Rows<T>, value: T): JsonObject {
	return Object.fromEntries(rows.map(({ key, of }) => [key, of(value)]));
}

function list<T>(rows: Rows<T>, values: readonly T[]): readonly Json[] {
	return values.map(value => write(rows, value));
}

const ATTRIBUTION: Rows<Attribution> = [
	{ key: "source", of: attribution => attribution.source },
	{ key: "cue", of: attribution => attribution.cue },
];

const EXCERPT: Rows<Excerpt> = [
	{ key: "outlet", of: excerpt => excerpt.outlet },
	{ key: "article", of: excerpt => excerpt.article },
	{ key: "text", of: excerpt => excerpt.text },
	{ key: "start", of: excerpt => excerpt.start },
	{ key: "end", of: excerpt => excerpt.end },
	{ key: "url", of: excerpt => excerpt.url },
	{ key: "link", of: excerpt => excerpt.link },
];

const REPORT: Rows<Report> = [
	{ key: "outlet", of: report => report.outlet },
	{ key: "article", of: report => report.article },
	{ key: "via", of: report => report.via },
	{ key: "printed", of: report => report.printed },
	{ key: "value", of: report => report.value },
	{ key: "unit", of: report => report.unit },
	{ key: "bound", of: report => report.bound },
	{ key: "trend", of: report => report.trend },
	{ key: "asOf", of: report => report.asOf },
	{
		key: "attribution",
		of: ({ attribution }) => (attribution === null ? null : write(ATTRIBUTION, attribution)),
	},
	{ key: "strength", of: report => report.strength },
	{ key: "form", of: report => report.form },
	{ key: "excerpt", of: report => write(EXCERPT, report.excerpt) },
];

const POSITION: Rows<Position> = [
	{ key: "value", of: position => position.value },
	{ key: "reports", of: position => position.reports },
];

const CHECK: Rows<Check> = [
	{ key: "kind", of: check => check.kind },
	{ key: "text", of: check => check.text },
	{ key: "holds", of: check => check.holds },
	{ key: "reports", of: check => check.reports },
];

const CLAIM: Rows<Claim> = [
	{ key: "id", of: claim => claim.id },
	{ key: "label", of: claim => claim.label },
	{ key: "measure", of: claim => claim.measure },
	{ key: "kind", of: claim => claim.kind },
	{ key: "unit", of: claim => claim.unit },
	{ key: "agreement", of: claim => claim.agreement },
	{ key: "difference", of: claim => claim.difference },
	{ key: "positions", of: claim => list(POSITION, claim.positions) },
	{ key: "reports", of: claim => list(REPORT, claim.reports) },
	{ key: "silent", of: claim => claim.silent },
	{ key: "checks", of: claim => list(CHECK, claim.checks) },
];

const QUESTION: Rows<Answer> = [{ key: "question", of: answer => answer.question }];

const ANSWER_HEAD: Rows<Answer> = [
	{ key: "kind", of: answer => answer.kind },
	{ key: "story", of: answer => answer.story },
];

const ANSWER_BODY: Rows<Answer> = [
	{ key: "text", of: answer => answer.text },
	{ key: "claims", of: answer => list(CLAIM, answer.claims) },
	{ key: "excerpts", of: answer => list(EXCERPT, answer.excerpts) },
	{ key: "silent", of: answer => answer.silent },
	{ key: "checks", of: answer => list(CHECK, answer.checks) },
	{ key: "notes", of: answer => answer.notes },
];

const ARTICLE: Rows<Article> = [
	{ key: "id", of: article => article.id },
	{ key: "outlet", of: article => article.outlet },
	{ key: "file", of: article => `${article.id}.md` },
	{ key: "title", of: article => article.title },
	{ key: "url", of: article => article.url },
	{ key: "published", of: article => article.published },
];

const FIGURE: Rows<Figure> = [
	{ key: "start", of: figure => figure.start },
	{ key: "end", of: figure => figure.end },
	// A date has no number to give: its ISO 8601 form takes the place of its words.
	{ key: "text", of: figure => (figure.kind === "date" && figure.iso) || figure.text },
	{ key: "kind", of: figure => figure.kind },
	{ key: "value", of: figure => (figure.kind === "date" ? null : figure.value) },
	{ key: "unit", of: figure => figure.unit },
	{ key: "bound", of: figure => figure.bound },
	{ key: "trend", of: figure => figure.trend },
	{ key: "counts", of: figure => figure.counts },
];

const QUOTATION: Rows<Quotation> = [
	{ key: "start", of: quotation => quotation.start },
	{ key: "end", of: quotation => quotation.end },
	{ key: "text", of: quotation => quotation.text },
	{ key: "speaker", of: quotation => quotation.speaker },
	{ key: "cue", of: quotation => quotation.cue },
];

/** An answer by the contract of docs/json.md; `question` is there when one was asked. */
export function jsonOfAnswer(answer: Answer): Json {
	const question = answer.question === null ? [] : QUESTION;
	return write([...ANSWER_HEAD, ...question, ...ANSWER_BODY], answer);
}

/** All claims of a story with its articles, by the contract of docs/json.md. */
export function jsonOfClaims(story: Story, snapshot: Pick<Snapshot, "asOf">): Json {
	const articles = story.articles.map(({ article }) => article);
	return {
		story: story.id,
		revision: story.revision,
		asOf: snapshot.asOf,
		articles: list(ARTICLE, articles),
		claims: list(CLAIM, story.claims),
	};
}

/** What `extract` prints of one text, by the contract of docs/json.md. */
export function jsonOfExtract(
	id: string | number,
	figures: readonly Figure[],
	quotations: readonly Quotation[],
): Json {
	return { id, figures: list(FIGURE, figures), quotations: list(QUOTATION, quotations) };
}
