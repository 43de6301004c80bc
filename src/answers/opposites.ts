import { senseOf } from "../claims/checks/opposites.ts";
import { trendIn } from "./trend.ts";

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

/** Which of two sides a word is on; words of one row alone are alike or opposed. */
interface Direction {
	readonly row: string;
	readonly isFirst: boolean;
}

// What rises and falls is told by `trendIn`; money is raised too, so that these tell a trend only beside one
// another.
const ROWS: readonly { readonly row: string; readonly first: RegExp; readonly second: RegExp }[] = [
	{
		row: "trend",
		first: /^(?:rais|hik)(?:e|es|ed|ing)$/u,
		second: /^(?:lower(?:s|ed|ing)?|reduc\p{L}+|slash(?:es|ed|ing)?)$/u,
	},
	{ row: "strength", first: /^(?:stronger|strengthen|intensif|reinforc)/u, second: /^weak/u },
	{
		row: "course",
		first: /^(?:continu|keep|kept|stay|remain)(?:s|es|e|ed|ing)?$/u,
		second: /^(?:stop|quit|cease|end|halt|leav|abandon|exit)(?:s|es|e|ed|p?ing|ped)?$/u,
	},
];

function directionOf(word: string): Direction | null {
	const trend = trendIn(word);
	if (trend !== null) return { row: "trend", isFirst: trend === "up" };
	const told = ROWS.find(({ first, second }) => first.test(word) || second.test(word));
	if (told !== undefined) return { row: told.row, isFirst: told.first.test(word) };
	const sense = senseOf(word);
	return sense === null ? null : { row: sense.slice(0, -1), isFirst: sense.endsWith("+") };
}

// A story has some thousands of words, and each question compares them again.
const MAX_KEPT = 20_000;
const kept = new Map<string, Direction | null>();

function rememberedDirection(word: string): Direction | null {
	const known = kept.get(word);
	if (known !== undefined) return known;
	if (kept.size >= MAX_KEPT) kept.clear();
	const direction = directionOf(word);
	kept.set(word, direction);
	return direction;
}

function areOf(a: string, b: string, isSame: boolean): boolean {
	const [first, second] = [rememberedDirection(a), rememberedDirection(b)];
	if (first === null || second === null || first.row !== second.row) return false;
	return (first.isFirst === second.isFirst) === isSame;
}

/**
 * Whether two words are of opposite sense: by a table, or by a prefix that turns one into the other
 * ("centralized", "decentralization").
 */
export function opposite(a: string, b: string): boolean {
	return reverses(a, b) || reverses(b, a) || areOf(a, b, false);
}

/** Whether two words go the same way, as "fell" and "dropped" do. */
export function goAlike(a: string, b: string): boolean {
	return areOf(a, b, true);
}
