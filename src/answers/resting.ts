import type { Claim, Lineage } from "../claims/claim.ts";
import { counted, unique } from "./wording.ts";

/** Outlets among some reports that rest on one thing. */
interface Resting {
	readonly kind: Lineage["origin"]["kind"];
	readonly words: string;
	readonly outlets: readonly string[];
}

const SAYING = { source: "resting on", text: "printing" } as const;

function outletsOf({ reports }: Claim, indexes: readonly number[]): readonly string[] {
	return unique(indexes.flatMap(index => reports[index]?.outlet ?? []));
}

function restingAmong(claim: Claim, indexes: readonly number[]): readonly Resting[] {
	const all = claim.checks
		.filter(check => check.kind === "lineage")
		.map(({ origin, reports }) => {
			const outlets = outletsOf(
				claim,
				reports.filter(index => indexes.includes(index)),
			);
			return { ...origin, outlets };
		});
	return all.filter(({ outlets }) => outlets.length > 1);
}

/**
 * What stands beside a count of outlets: how many of them rest on one text or one source, and so do not
 * confirm one another; nothing where none are known to. `indexes` are those of the reports counted.
 *
 * @example `${counted(4, "outlet")}${restingIn(claim, [0, 1, 2, 3])}`
 * // "4 outlets, resting on one forecast by Acme Research"
 */
export function restingIn(claim: Claim, indexes: readonly number[]): string {
	const all = outletsOf(claim, indexes).length;
	const parts = restingAmong(claim, indexes).map(({ kind, words, outlets }) => {
		const some = outlets.length < all ? `${outlets.length} of them ` : "";
		return `, ${some}${SAYING[kind]} ${words}`;
	});
	return unique(parts).join("");
}

/** How many outlets some reports are of, with how many of these rest on one text or source: "2 outlets, printing nearly the same text (Reuters)". */
export function outletsResting(claim: Claim, indexes: readonly number[]): string {
	return `${counted(outletsOf(claim, indexes).length, "outlet")}${restingIn(claim, indexes)}`;
}
