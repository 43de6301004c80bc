import type { Row } from "../../records/documents.ts";

/*
 * Which bots are in a server: several, each an application of its own at Discord, may serve from what one
 * keeper keeps, and none of them sees where the others are.
 */

/** What is known of bots in a server, a row a bot that is or was there. */
export type Presences = readonly Row<"left">[];

/** Since when no bot is in a server any more, as far as is known; null where one is, or none ever was. */
export function leftSince(presences: Presences): string | null {
	const times = presences.flatMap(({ at }) => at ?? []);
	return times.length < presences.length ? null : (times.toSorted().at(-1) ?? null);
}

/** How a bot is in a server, or that it has left. */
export type Standing = "in" | "left";

/**
 * What is known once a bot is in a server, or has left it; the same where it was known already. What was
 * noted before bots were told apart counts for any of them.
 */
export function withStanding(
	presences: Presences,
	{ application, standing, now }: { application: string; standing: Standing; now: Date },
): Presences {
	const own = presences.find(row => row.application === application);
	const others = presences.filter(row => row !== own && row.application !== "");
	if (standing === "in") {
		const isKnown = own?.at === null && others.length === presences.length - 1;
		return isKnown ? presences : [...others, { application, at: null }];
	}
	const isKnown = own === undefined ? leftSince(presences) !== null : own.at !== null;
	if (isKnown && (own !== undefined || others.length < presences.length)) return presences;
	return [...others, { application, at: now.toISOString() }];
}

/** Whether a bot that is not in a server may have been: it is known to, or nothing is known. */
export function mayHaveBeen(presences: Presences, application: string): boolean {
	return presences.length === 0 || presences.some(row => row.application === application);
}
