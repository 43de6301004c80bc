import type { Draft, Refiner } from "../draft.ts";

/** Between a figure and a bare number that is in the same unit. */
const COMPARED =
	/^[^.;()]{0,60}?\b(?:against|compared (?:with|to)|versus|vs\.?|up from|down from|instead of|rather than|from)\s(?:about\s|just\s|only\s|around\s|an?\s|nearly\s|almost\s|some\s|more than\s|over\s)*$/i;
const MORE_AFTER =
	/^\s(?:were|was|are|have|had|ordered|injured|killed|missing|wounded|others|more)\b/i;
const MORE_BEFORE =
	/\b(?:injuring|killing|wounding|leaving|another|a\sfurther|affecting|stranding)\s(?:at least\s|about\s|more than\s|around\s|some\s|another\s|nearly\s|over\s)*$/i;
const LISTED = /^-?,?\s(?:and|or)\s(?:about\s|around\s|even\s|perhaps\s|maybe\s)*$/i;
/** "three of their 11 games": a part of what is counted next. */
const OF_THEM =
	/^\sof\s(?:the|its|their|his|her|our|those|these|all)\s(?:last\s|first\s|past\s)?$/i;
/** "9,215 (up 37 points)" */
const MOVED = /^,?\s\(?(?:up|down)\s(?:by\s)?$/i;

function isBare(draft: Draft): boolean {
	return (
		draft.kind === "count" &&
		draft.unit === null &&
		draft.numeral?.written !== "fraction" &&
		draft.numeral?.written !== "vague"
	);
}

function withUnitOf(bare: Draft, other: Draft): Draft {
	return { ...bare, unit: other.unit, kind: other.kind };
}

/** "… 800 farms, with another 60 ordered to close", "killing two guards and injuring at least 40": more of the same. */
function isElliptic(draft: Draft, text: string): boolean {
	if (draft.numeral !== null && draft.numeral.step < 1) return false;
	const after = text.slice(draft.end, draft.end + 16);
	const before = text.slice(Math.max(0, draft.start - 40), draft.start);
	return (
		MORE_AFTER.test(after) ||
		(MORE_BEFORE.test(before) && /^(?:[.,;]|$|\s(?:in|at|from|by|since)\b)/.test(after))
	);
}

/** "31,000 or 1.3%": a number of things is no number of percents. */
function mayShare(bare: Draft, other: Draft): boolean {
	const value = typeof bare.value === "number" ? bare.value : 0;
	return other.kind !== "percent" || (value <= 1000 && bare.numeral?.scale === 1);
}

/** "61.30 cents, against 58.15 a week before": the later number takes the unit of the earlier. */
function fromBefore(draft: Draft, previous: Draft | undefined, text: string): boolean {
	if (previous === undefined || previous.unit === null || !isBare(draft)) return false;
	if (!mayShare(draft, previous)) return false;
	const gap = text.slice(previous.end, draft.start);
	if (previous.unit === "year of age" && /^,?\sand\s$/.test(gap)) return true;
	if (previous.kind === "count" && isElliptic(draft, text)) return true;
	return COMPARED.test(gap);
}

/** "45 and 50 mg", "3, 4 and 7 units": the earlier number takes the unit of the later, which in a list has it of another. */
function fromAfter(draft: Draft, next: Draft | undefined, inList: boolean, text: string): boolean {
	if (next === undefined || next.unit === null || !isBare(draft) || next.kind === "money")
		return false;
	if (!mayShare(draft, next)) return false;
	const gap = text.slice(draft.end, next.start);
	if (next.kind === "count" && MOVED.test(gap)) return true;
	if (next.kind === "count" && OF_THEM.test(gap)) return true;
	const joint = inList ? /^,\s$/ : LISTED;
	return joint.test(gap) && draft.numeral?.written === next.numeral?.written;
}

const OF_ALL = /\bof\s(?:the|its|their|his|her|our|all|those|these)\s(?:\p{L}+\s)?$/iu;
const PART_OF_ALL = /^[^,.;:()]{0,40},\s(?:(?:about|only|just|nearly|almost|some|around)\s)?$/iu;

/** Whether what stands behind a number is a verb that was read as what it counts: "3,100 work in Linz". */
function countsVerb({ unit, end }: Draft, text: string): boolean {
	return unit !== null && unit !== "people" && text.startsWith(` ${unit} `, end);
}

/** "Of the 900 nurses, 310 work at night": a part has the unit of its whole. */
function isPartOf(draft: Draft, whole: Draft | undefined, text: string): boolean {
	if (whole?.kind !== "count" || whole.unit === null || draft.kind !== "count") return false;
	if (draft.unit !== null && !countsVerb(draft, text)) return false;
	return (
		OF_ALL.test(text.slice(0, whole.start)) && PART_OF_ALL.test(text.slice(whole.end, draft.start))
	);
}

/** "killed 3 and wounded 12": whom that happens to. */
const CASUALTIES =
	/\b(?:kill(?:ed|s|ing)?|injur(?:ed|es|ing)|wound(?:ed|s|ing))\s(?:(?:at\sleast|more\sthan|about|around|over|some|nearly|almost|another|up\sto)\s)?$/i;

function isCasualties(draft: Draft, text: string): boolean {
	return isBare(draft) && CASUALTIES.test(text.slice(Math.max(0, draft.start - 40), draft.start));
}

/** Gives a bare number the unit of the figure that it is compared or listed with. */
export const shareUnits: Refiner = (drafts, { text }) => {
	const quantities = drafts.filter(draft => draft.kind !== "date");
	const shared = new Map<Draft, Draft>();
	for (const [at, draft] of [...quantities.entries()].reverse()) {
		const [previous, own] = [quantities[at - 1], quantities[at + 1]];
		const next = own === undefined ? undefined : (shared.get(own) ?? own);
		const takes = isPartOf(draft, previous, text) || fromBefore(draft, previous, text);
		if (previous !== undefined && takes) shared.set(draft, withUnitOf(draft, previous));
		else if (next !== undefined && fromAfter(draft, next, next !== own, text))
			shared.set(draft, withUnitOf(draft, next));
	}
	return drafts.map(draft => {
		const own = shared.get(draft) ?? draft;
		return isCasualties(own, text) ? { ...own, unit: "people" } : own;
	});
};
