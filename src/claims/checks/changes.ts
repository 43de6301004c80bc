import type { Sentence } from "../../corpus/passage.ts";
import { contains, slice } from "../../text/span.ts";
import { readWords } from "../../text/words.ts";
import type { FigureMention } from "../figure-mentions.ts";

/** Two figures of one sentence that a change leads from and to ("from $25 billion to $119 billion"). */
export interface Change {
	readonly from: FigureMention;
	readonly to: FigureMention;
}

/** The figures of one sentence, in its order. */
export function bySentence(
	mentions: readonly FigureMention[],
): ReadonlyMap<Sentence, readonly FigureMention[]> {
	const groups = new Map<Sentence, FigureMention[]>();
	for (const mention of mentions) {
		const group = groups.get(mention.sentence);
		if (group === undefined) groups.set(mention.sentence, [mention]);
		else group.push(mention);
	}
	return groups;
}

/** The changes among the figures of one sentence; those between two percents are left out. */
export function changesAmong(mentions: readonly FigureMention[]): readonly Change[] {
	return mentions.flatMap(to => {
		const { changedFrom, unit, kind } = to.figure;
		if (changedFrom === null || kind === "percent") return [];
		const from = mentions.find(each => contains(changedFrom, each.figure));
		return from !== undefined && from.figure.unit === unit ? [{ from, to }] : [];
	});
}

const YEARLY =
	/\b(?:cagr|annually|annuali[sz]ed|yearly|monthly|quarterly|weekly|daily|(?:annual|compound(?:ed)?|average)\b|(?:a|per|each|every|an?) (?:year|month|quarter|week|day|annum)|on average)\b/iu;

/** Whether a percent is a change over the whole of its time, and no yearly rate, share or mean. */
export function isWholeChange(mention: FigureMention): boolean {
	return mention.figure.trend !== null && isWholePercent(mention);
}

function isWholePercent({ figure, sentence }: FigureMention): boolean {
	const around = sentence.text.slice(Math.max(0, figure.start - 40), figure.end + 30);
	return figure.unit === "percent" && !YEARLY.test(around);
}

/** "From $32 to $33, or 3.1%": a percent that goes the way of the change before it. */
export function restatesChange(mention: FigureMention, { to }: Change): boolean {
	const gap = slice(mention.sentence.text, { start: to.figure.end, end: mention.figure.start });
	return isWholePercent(mention) && /^,?\s+or\s+(?:about\s+|nearly\s+)?$/u.test(gap);
}

// What may stand between two ends and a percent that says the same once more: ", a 40% drop",
// ", representing growth of roughly 300%", "(up 12%)". Anything else may bring in another subject.
const RESTATING = new Set(
	`a an or up down by of the in to at for from about around roughly nearly almost approximately over
	representing marking meaning implying translating into that is which this it equals equivalent
	growth increase rise gain jump surge leap climb expansion drop fall decline decrease loss slump cut
	plunge reduction change more than less some only just year years month months quarter and early late
	estimated whopping staggering sharp steep modest slight huge big small mere record am pm night
	morning evening total overall last previous ago earlier later january february march april
	may june july august september october november december`.split(/\s+/u),
);

function restates(gap: string): boolean {
	const words = gap.toLowerCase().match(/[\p{L}]+/gu) ?? [];
	const joins = /\band\b/u.test(gap.toLowerCase());
	return !joins && !/[.;:?!]/u.test(gap) && words.every(word => RESTATING.has(word));
}

const LONGEST_LEAD = 10;

/** Whether the words between a percent and the first end only say of what: "surge in sales, from". */
function leadsTo(gap: string): boolean {
	const words = readWords(gap);
	const breaks = words.some(
		({ wordClass, text }) =>
			["VERB", "AUX", "CCONJ", "SCONJ"].includes(wordClass) || /^(?:[.;:?!]|as|with)$/u.test(text),
	);
	return !breaks && words.length <= LONGEST_LEAD && /\b(?:from|to)\s+\S*\s*$/u.test(` ${gap} `);
}

/** Whether a percent of the same sentence tells of a change: "rose 12% to $112m from $100m". */
export function tellsOf(percent: FigureMention, { from, to }: Change): boolean {
	const text = percent.sentence.text;
	const start = Math.min(from.figure.start, to.figure.start);
	const end = Math.max(from.figure.end, to.figure.end);
	if (percent.figure.start >= end) {
		return restates(slice(text, { start: end, end: percent.figure.start }));
	}
	return (
		percent.figure.end <= start && leadsTo(slice(text, { start: percent.figure.end, end: start }))
	);
}
