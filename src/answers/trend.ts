import type { Trend } from "../figures/figure.ts";

const UP =
	/\b(?:ris(?:e|es|ing|en)|rose|grow(?:s|ing|n|th)?|grew|increas\w+|up|gain\w*|climb\w*|jump\w*|surg\w+|soar\w*|escalat\w+|spik(?:e|es|ed|ing)|skyrocket\w*|expand\w*|higher|add(?:s|ed|ing)?|creat\w+)\b/iu;
const DOWN =
	/\b(?:fall(?:s|ing|en)?|fell|drop\w*|declin\w+|decreas\w+|down|los[et]s?|shr[aiu]nk\w*|slump\w*|plung\w+|tumbl\w+|slid(?:es?|ing)?|lower|cut|shed|fewer)\b/iu;

/** Where a text has something go; null where it does not say, or says both. */
export function trendIn(text: string): Trend | null {
	const [up, down] = [UP.test(text), DOWN.test(text)];
	if (up === down) return null;
	return up ? "up" : "down";
}
