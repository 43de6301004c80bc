import { readTerms } from "../text/terms.ts";

/** Words of opposite sense, every form of each found by its stem. */
const PAIRS: readonly (readonly [string, string])[] = [
	["rise rising rose risen", "fall falling fell fallen"],
	["increase increasing", "decrease decline drop reduce"],
	["grow growth growing grew", "shrink shrinking shrank"],
	["expand expansion", "contract contraction"],
	["gain", "lose lost loss"],
	["strengthen stronger", "weaken weaker"],
	["accelerate", "slow slowing"],
	["higher", "lower"],
	["cheaper", "costlier dearer"],
	["safer", "riskier"],
	["support", "oppose"],
	["accept", "reject"],
	["allow permit", "ban forbid prohibit"],
	["win won", "lose lost"],
	["open opening reopen", "close closing closure"],
	["concentrate concentration", "disperse dispersion dispersal diversify"],
	["improve improvement better", "worsen worse deteriorate"],
	["ease easing", "tighten"],
	["approve approval", "refuse deny denial"],
];

const stemsOf = (words: string) => readTerms(words).map(({ text }) => text);
const opposites = new Map<string, ReadonlySet<string>>();
for (const [left, right] of PAIRS.map(pair => pair.map(stemsOf))) {
	for (const [from, to] of [
		[left, right],
		[right, left],
	]) {
		for (const stem of from ?? []) {
			opposites.set(stem, new Set([...(opposites.get(stem) ?? []), ...(to ?? [])]));
		}
	}
}

const REVERSING = ["de", "un", "dis", "in", "im", "non"];
// "Decide" is no opposite of "cide": what stands behind the prefix must be a word of some length.
const MIN_SHARED = 6;

function sharedBeginning(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

function reverses(prefixed: string, word: string): boolean {
	return REVERSING.some(
		prefix =>
			prefixed.startsWith(prefix) &&
			sharedBeginning(prefixed.slice(prefix.length), word) >= MIN_SHARED,
	);
}

/**
 * Whether two words are of opposite sense: by a table, or by a prefix that turns one into the other
 * ("centralized", "decentralization").
 */
export function opposite(a: string, b: string): boolean {
	if (reverses(a, b) || reverses(b, a)) return true;
	const [stem] = stemsOf(a);
	const [other] = stemsOf(b);
	return stem !== undefined && other !== undefined && (opposites.get(stem)?.has(other) ?? false);
}
