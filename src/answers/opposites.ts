import { oppositeOf, senseOf } from "../claims/checks/opposites.ts";

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

// A story has some thousands of words, and each question compares them again.
const MAX_KEPT = 20_000;
const kept = new Map<string, ReturnType<typeof senseOf>>();

function rememberedSense(word: string): ReturnType<typeof senseOf> {
	const known = kept.get(word);
	if (known !== undefined) return known;
	if (kept.size >= MAX_KEPT) kept.clear();
	const sense = senseOf(word);
	kept.set(word, sense);
	return sense;
}

/**
 * Whether two words are of opposite sense: by a table, or by a prefix that turns one into the other
 * ("centralized", "decentralization").
 */
export function opposite(a: string, b: string): boolean {
	if (reverses(a, b) || reverses(b, a)) return true;
	const [sense, other] = [rememberedSense(a), rememberedSense(b)];
	return sense !== null && other !== null && sense === oppositeOf(other);
}
