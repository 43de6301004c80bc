import type { Furniture, PassageKind } from "./passage.ts";

/** A sentence as it is compared with the article's others. */
export interface Candidate {
	/** Its folded words, with single spaces. */
	readonly words: string;
	/** Whether it ends with a stop. */
	readonly ended: boolean;
	readonly kind: PassageKind;
	/** Whether it is all of its passage. */
	readonly alone: boolean;
	/** Whether it stands in a card of another outlet. */
	readonly inCard: boolean;
	/** What it is already known to be; furniture is never the place that counts. */
	readonly furniture: Furniture | null;
}

const RANKS: Readonly<Record<PassageKind, number>> = {
	paragraph: 0,
	item: 0,
	heading: 1,
	caption: 1,
	title: 2,
	question: 3,
};
const CARD_RANK = 4;
/** Fewer words than these stand within other sentences by chance. */
const FEWEST_WORDS = 6;
const FEWEST_OWN_WORDS = 4;
const RUN = 5;

/**
 * The sentences that say nothing which does not stand elsewhere in the article, word for word after
 * folding: as another sentence (the first of the article's own text counts), within a longer one, or
 * as the beginning of one that is whole, when the sentence itself breaks off (`cut`). Null for others.
 */
export function findRepeats(candidates: readonly Candidate[]): readonly (Furniture | null)[] {
	const best = bestByWords(candidates);
	const runs = indexRuns(candidates);
	return candidates.map((candidate, index) => {
		if (candidate.furniture !== null || candidate.words === "") return null;
		if (best.get(candidate.words) !== index) return saysEnough(candidate) ? "repeat" : null;
		return standsWithin(candidate, runs.get(firstRun(candidate.words)) ?? []);
	});
}

/** Whether a sentence means the same wherever it stands: "He won." does not. */
function saysEnough({ words, alone }: Candidate): boolean {
	return alone || words.split(" ").length >= FEWEST_OWN_WORDS;
}

function bestByWords(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
	const best = new Map<string, number>();
	for (const [index, candidate] of candidates.entries()) {
		if (candidate.furniture !== null) continue;
		const rival = candidates[best.get(candidate.words) ?? -1];
		if (rival === undefined || rank(candidate) < rank(rival)) best.set(candidate.words, index);
	}
	return best;
}

function standsWithin(
	{ words, ended, kind, inCard }: Candidate,
	others: readonly Candidate[],
): Furniture | null {
	if (words.split(" ").length < FEWEST_WORDS) return null;
	const longer = others.filter(
		other => other.words.length > words.length && (inCard || !other.inCard),
	);
	const isProse = kind === "paragraph" || kind === "item";
	if (isProse && !ended && longer.some(other => other.words.startsWith(words))) return "cut";
	const isWithin = longer.some(
		other => RANKS[other.kind] <= RANKS[kind] && ` ${other.words} `.includes(` ${words} `),
	);
	return isWithin ? "repeat" : null;
}

/** The sentences in which each run of five words occurs. */
function indexRuns(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
	const runs = new Map<string, Candidate[]>();
	for (const candidate of candidates) {
		if (candidate.furniture !== null) continue;
		for (const run of new Set(runsOf(candidate.words))) {
			const holders = runs.get(run);
			if (holders === undefined) runs.set(run, [candidate]);
			else holders.push(candidate);
		}
	}
	return runs;
}

function runsOf(text: string): readonly string[] {
	const words = text.split(" ");
	return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(" "));
}

function firstRun(text: string): string {
	return text.split(" ", RUN).join(" ");
}

function rank({ kind, inCard }: Candidate): number {
	return inCard ? CARD_RANK : RANKS[kind];
}
