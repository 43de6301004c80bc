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

/**
 * Whether two words are of opposite sense: by a table, or by a prefix that turns one into the other
 * ("centralized", "decentralization").
 */
export function opposite(a: string, b: string): boolean {
	if (reverses(a, b) || reverses(b, a)) return true;
	const [sense, other] = [senseOf(a), senseOf(b)];
	return sense !== null && other !== null && sense === oppositeOf(other);
}
