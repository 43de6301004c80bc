import { isHundredth } from "../currencies.ts";
import type { Draft, Refiner } from "../draft.ts";

const JOINT = /^,?\s(?:and\s)?$/i;

const ENDS = /^(?:\s?[.,;:!?)]|$|\s(?:and|or|but|for|at|in|on|to|from|a|per|each|more|less)\b)/;

/** How many of the lesser unit the greater holds; null where they say no quantity together. */
function partsIn(greater: Draft, lesser: Draft): number | null {
	if (greater.unit === "foot" && lesser.unit === "inch") return 12;
	if (isHundredth(lesser.unit ?? "", greater.unit ?? "")) return 100;
	return isImplied(greater, lesser) ? 100 : null;
}

/** "15 dollars 50", "nine pounds and ninety-nine": two bare digits after a name of money are its coins. */
function isImplied(greater: Draft, lesser: Draft): boolean {
	const value = Number(lesser.value);
	return (
		greater.kind === "money" &&
		/[a-z]$/i.test(greater.text) &&
		greater.numeral?.scale === 1 &&
		lesser.unit === null &&
		lesser.kind === "count" &&
		lesser.end === lesser.numeral?.end &&
		lesser.numeral.scale === 1 &&
		Number.isInteger(value) &&
		value >= 10
	);
}

function joined(greater: Draft, lesser: Draft, text: string): Draft | null {
	const parts = partsIn(greater, lesser);
	if (parts === null || typeof greater.value !== "number" || typeof lesser.value !== "number")
		return null;
	const gap = text.slice(greater.end, lesser.start);
	if (!JOINT.test(gap) || lesser.value >= parts) return null;
	// "€1.79, 6 cents more": what is printed with a decimal has its coins.
	if (greater.kind === "money" && (!Number.isInteger(greater.value) || gap.includes(",")))
		return null;
	// "15 dollars, 50 of them new", "15 dollars 50 years ago"
	if (lesser.unit === null && !ENDS.test(text.slice(lesser.end))) return null;
	const value = greater.value + lesser.value / parts;
	const span = { end: lesser.end, text: text.slice(greater.start, lesser.end) };
	return { ...greater, ...span, value, step: 1 / parts };
}

/** "5 feet 2 inches", "three dollars and fifty cents": one quantity, in the greater unit. */
export const joinCompounds: Refiner = (drafts, { text }) => {
	const done: Draft[] = [];
	for (const draft of drafts) {
		const last = done.at(-1);
		const whole = last === undefined ? null : joined(last, draft, text);
		if (whole === null) done.push(draft);
		else done[done.length - 1] = whole;
	}
	return done;
};
