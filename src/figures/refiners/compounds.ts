import type { Draft, Refiner } from "../draft.ts";

/** A greater unit, the lesser that may follow it, and how many of the lesser it holds. */
const PARTS: readonly (readonly [greater: string, lesser: string, count: number])[] = [
	["USD", "cent", 100],
	["EUR", "cent", 100],
	["AUD", "cent", 100],
	["CAD", "cent", 100],
	["GBP", "penny", 100],
	["foot", "inch", 12],
];
const JOINT = /^,?\s(?:and\s)?$/i;

function joined(greater: Draft, lesser: Draft, text: string): Draft | null {
	const part = PARTS.find(([above, below]) => above === greater.unit && below === lesser.unit);
	if (part === undefined || typeof greater.value !== "number" || typeof lesser.value !== "number")
		return null;
	if (!JOINT.test(text.slice(greater.end, lesser.start)) || lesser.value >= part[2]) return null;
	const value = greater.value + lesser.value / part[2];
	return {
		...greater,
		end: lesser.end,
		text: text.slice(greater.start, lesser.end),
		value,
		step: 1 / part[2],
	};
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
