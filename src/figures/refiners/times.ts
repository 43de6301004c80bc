import type { Draft, Refiner } from "../draft.ts";

/** A date that says since when a record stands, or when something was said, is not the figure's own. */
const NOT_ITS_OWN =
	/\b(?:since|until|said|says|told|reported|reports|disclosed|announced|remarked|published|stated|wrote|noted|according to [\w\s]+|posted|reporters|statement|report|interview|(?:said|disclosed|announced|reported|remarked|told reporters|posted|published)\s(?:on|in|late|early))\s(?:on\s|in\s|late\s|early\s)?(?:the\s)?$/i;
/** The end of a sentence within a paragraph. */
const SENTENCE_END = /[.!?]["”’)]?\s+(?=["“‘(]?[A-Z0-9])/;
const CLAUSE_END =
	/[;:—]|,\s(?:and|but|while|as|which|with|compared|after|before|according|against)\b|\s(?:while|whereas|compared with|compared to|against)\s/i;

function isTime(draft: Draft, text: string): boolean {
	const told = NOT_ITS_OWN.test(text.slice(Math.max(0, draft.start - 40), draft.start));
	if (draft.kind === "duration") return /\sago$/.test(draft.text);
	return draft.kind === "date" && !told;
}

function between(text: string, a: Draft, b: Draft): string {
	return a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
}

function words(gap: string): number {
	return gap.trim() === "" ? 0 : gap.trim().split(/\s+/).length;
}

/**
 * How far a date is from a figure in words, clauses and other figures between; the less the nearer.
 * null where a sentence ends between them.
 */
function distance(
	figure: Draft,
	date: Draft,
	others: readonly Draft[],
	text: string,
): number | null {
	const gap = between(text, figure, date);
	if (SENTENCE_END.test(gap)) return null;
	const after = date.start >= figure.end;
	const crossed = others.filter(other => {
		const [from, to] = after ? [figure.end, date.start] : [date.end, figure.start];
		return other !== figure && other.value !== null && other.start >= from && other.end <= to;
	}).length;
	const clauses = CLAUSE_END.test(gap) ? 12 : 0;
	// "In 2019, I paid $35,538": what opens a sentence holds for all of it.
	const opens =
		!after && /(?:^|[.!?]["”’)]?\s+)(?:[A-Z][a-z]+\s)?(?:the\s)?$/.test(text.slice(0, date.start));
	return (
		words(gap) + clauses + crossed * (after ? 20 : opens ? 2 : 8) + (after ? 0 : opens ? 6 : 4)
	);
}

function nearest(
	figure: Draft,
	dates: readonly Draft[],
	others: readonly Draft[],
	text: string,
): Draft | null {
	let best: Draft | null = null;
	let least = Number.POSITIVE_INFINITY;
	for (const date of dates) {
		const far = date === figure ? null : distance(figure, date, others, text);
		if (far === null || far >= least) continue;
		best = date;
		least = far;
	}
	return best;
}

/** Gives each figure the date that it belongs to: "$25 billion in 2025", "a 4% decline this year", "In June prices rose 2%". */
export const attachTimes: Refiner = (drafts, { text }) => {
	const dates = drafts.filter(draft => isTime(draft, text));
	if (dates.length === 0) return drafts;
	return drafts.map(draft => {
		const date = draft.value === null ? null : nearest(draft, dates, drafts, text);
		return date === null ? draft : { ...draft, time: { start: date.start, end: date.end } };
	});
};
