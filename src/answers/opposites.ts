import { oppositeOf, senseOf } from "../claims/checks/opposites.ts";
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

// Money is raised too, so that these tell a trend only beside one another.
const RAISING = /^(?:rais|hik)(?:e|es|ed|ing)$/u;
const LOWERING = /^(?:lower(?:s|ed|ing)?|reduc\p{L}+|slash(?:es|ed|ing)?)$/u;
const ENDING = /^(?:stop|quit|cease|end|halt|leav|abandon|exit)(?:s|es|e|ed|p?ing|ped)?$/u;
const STRONGER = /^(?:stronger|strengthen|intensif|reinforc)/u;
const WEAKER = /^weak/u;
const GOING_ON = /^(?:continu|keep|kept|stay|remain)(?:s|es|e|ed|ing)?$/u;

interface Direction {
	readonly row: string;
	readonly side: "+" | "-";
}

function directionOf(word: string): Direction | null {
	const trend = trendIn(word);
	if (trend !== null) return { row: "trend", side: trend === "up" ? "+" : "-" };
	if (RAISING.test(word)) return { row: "trend", side: "+" };
	if (LOWERING.test(word)) return { row: "trend", side: "-" };
	if (STRONGER.test(word)) return { row: "strength", side: "+" };
	if (WEAKER.test(word)) return { row: "strength", side: "-" };
	if (GOING_ON.test(word)) return { row: "course", side: "+" };
	if (ENDING.test(word)) return { row: "course", side: "-" };
	const sense = senseOf(word);
	if (sense === null) return null;
	return { row: sense.slice(0, -1), side: oppositeOf(sense).endsWith("-") ? "+" : "-" };
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
	return (first.side === second.side) === isSame;
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
