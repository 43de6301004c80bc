import type { Claim, Report } from "../claims/claim.ts";
import type { Figure } from "../figures/figure.ts";
import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { contradicted } from "./contradicted.ts";
import type { Stated } from "./stated.ts";

const SCALES: readonly (readonly [number, string])[] = [
	[1e3, "a thousand times"],
	[1e6, "a million times"],
	[1e9, "a billion times"],
];

function numberOf(value: Figure["value"]): number | null {
	return typeof value === "number" ? value : null;
}

/** How many times larger or smaller what is printed is, where only the scale differs; else null. */
function scaleBetween(asked: number, printed: number): string | null {
	if (printed === 0) return null;
	const ratio = printed > asked ? printed / asked : asked / printed;
	const scale = SCALES.find(([size]) => Math.abs(ratio / size - 1) < 1e-6);
	return scale === undefined ? null : `${scale[1]} ${printed > asked ? "as much" : "less"}`;
}

/** "$119 million" where $119 billion is printed: the same digits at another scale. */
function scaleSlip(claim: Claim, figure: Figure): { report: Report; words: string } | null {
	const asked = numberOf(figure.value);
	if (asked === null || asked === 0) return null;
	for (const report of claim.reports) {
		const words = scaleBetween(asked, numberOf(report.value) ?? 0);
		if (words !== null) return { report, words };
	}
	return null;
}

// Two digits of a number are rarely the same by chance.
const TELLING_NUMERAL = /\d[\d.,]*\d/;
const ABOUT_IN_OTHER_UNIT = 0.5;

/** "7.7 million" where 7.7 percent is printed: the same number in another unit. */
function unitSlip({ claims, figure }: Stated): { claim: Claim; report: Report } | null {
	const asked =
		numberOf(figure.value) === null ? undefined : TELLING_NUMERAL.exec(figure.text)?.[0];
	if (asked === undefined) return null;
	for (const { claim, score } of claims) {
		if (claim.kind !== "figure" || score < ABOUT_IN_OTHER_UNIT) continue;
		const report = claim.reports.find(
			({ printed }) => TELLING_NUMERAL.exec(printed)?.[0] === asked,
		);
		if (report !== undefined) return { claim, report };
	}
	return null;
}

/** The answer where the same digits are printed, but of another size or in another unit; null else. */
export function answerSlip(story: Story, stated: Stated, claims: readonly Claim[]): Answer | null {
	const nobody = `Nobody reported “${stated.figure.text}”. The coverage prints`;
	for (const claim of claims) {
		const slip = scaleSlip(claim, stated.figure);
		if (slip === null) continue;
		const text = `${nobody} “${slip.report.printed}”: ${slip.words} (computed).`;
		return contradicted(story, text, [claim]);
	}
	const slip = unitSlip(stated);
	if (slip === null) return null;
	return contradicted(story, `${nobody} “${slip.report.printed}”, in another unit.`, [slip.claim]);
}
