import { isHundredth } from "../currencies.ts";
import type { Draft, Refiner } from "../draft.ts";

const JOINT = /^,?\s(?:and\s)?$/i;

/** How many of the lesser unit the greater holds; null where they say no quantity together. */
function partsIn(greater: Draft, lesser: Draft): number | null {
	if (greater.unit === "foot" && lesser.unit === "inch") return 12;
	return isHundredth(lesser.unit ?? "", greater.unit ?? "") ? 100 : null;
}

function joined(greater: Draft, lesser: Draft, text: string): Draft | null {
	const parts = partsIn(greater, lesser);
	if (parts === null || typeof greater.value !== "number" || typeof lesser.value !== "number")
		return null;
	if (!JOINT.test(text.slice(greater.end, lesser.start)) || lesser.value >= parts) return null;
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
