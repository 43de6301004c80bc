import { type Span, slice } from "../text/span.ts";
import { readWords, type Word } from "../text/words.ts";
import type { Strength } from "./claim.ts";

/**
 * Words that tell how strongly a clause asserts, the weakest first, since "could be expected to" is no
 * more than "could". What others expect ("is projected to") counts as will: the future is asserted,
 * whoever answers for it. "would" is will moved into the past ("said it would rise") unless a condition
 * stands beside it; then it is could. What is likely, or only seems so, is may.
 */
const MARKERS: readonly { readonly strength: Strength; readonly pattern: RegExp }[] = [
	{
		strength: "may",
		pattern:
			/\b(?:may(?!\s+\d)|might|perhaps|maybe|possibly|potentially|(?:un)?likely|probably|seems?|appears?|apparently|faces? the possibility|risks?\s+\p{L}+ing|there is a (?:chance|risk|possibility))\b/u,
	},
	{
		strength: "could",
		pattern:
			/\b(?:could|can|has the potential|have the potential|is able to|are able to|is capable of|are capable of)\b/u,
	},
	{
		strength: "will",
		pattern:
			/(?:\b(?:will|shall|would|must|requires?(?=\s(?:\S+\s){1,5}to\s\p{Ll})|is going to|are going to|has to|have to|(?:is|are|was|were|be|been|being)\s+(?:\p{L}+ly\s+)?(?:set|poised|slated|scheduled|bound|certain|sure|expected|projected|forecast(?:ed)?|predicted|estimated|anticipated|tipped|on (?:course|track))\s+to|(?:expected|projected|forecast(?:ed)?|predicted|anticipated) to)\b|['’]ll\b)/u,
	},
];

// Within a clause a capital is the month's: "wheat for May delivery".
const MONTH_OF_MAY = /(?<=[\p{L}\d,]\s)May\b/gu;

/** Where one clause ends and the next begins. */
const BOUNDARY =
	/[;:]\s|\s[—–]\s|,\s+(?=(?:while|whereas|but|although|though|because|which|who|if|unless|since|so|yet|and|as|when|where)\b)|\s(?=(?:that|because|whereas|although|unless|while|where|who)\s)/gu;
/** Clauses that only qualify another: a condition, a time, a contrast, somebody or something named there. */
const SUBORDINATE =
	/^[\s"“•-]*(?:if|when|whenever|once|unless|although|though|while|whereas|because|since|as(?! (?:per|a result))|where|which|who)\b/i;

/** A subordinate clause that opens its sentence ends at its comma: "If prices fall, wages may follow". */
function cutAtComma(sentence: string, clause: Span): readonly Span[] {
	const text = slice(sentence, clause);
	const comma = SUBORDINATE.test(text) ? text.indexOf(", ") : -1;
	if (comma < 0) return [clause];
	const cut = clause.start + comma + 2;
	return [
		{ start: clause.start, end: cut },
		{ start: cut, end: clause.end },
	];
}

function clausesOf(sentence: string): readonly Span[] {
	const cuts = [...sentence.matchAll(BOUNDARY)].map(match => match.index + match[0].length);
	const edges = [0, ...cuts, sentence.length];
	return edges
		.slice(1)
		.map((end, index) => ({ start: edges[index] ?? 0, end }))
		.flatMap(clause => cutAtComma(sentence, clause));
}

function isFiniteVerb(word: Word, before: Word | undefined): boolean {
	if (word.wordClass !== "VERB" && word.wordClass !== "AUX") return false;
	return !word.text.endsWith("ing") && before?.text.toLowerCase() !== "to";
}

function hasFiniteVerb(clause: string): boolean {
	const words = readWords(clause);
	return words.some((word, index) => isFiniteVerb(word, words[index - 1]));
}

/** A fragment asserts nothing; a line that ends with a stop does, though the tagger may miss its verb. */
function assertsSomething(sentence: string): boolean {
	return hasFiniteVerb(sentence) || /(?:\S+\s+){4,}\S+[.!]["”’]?$/.test(sentence.trim());
}

function strengthOf(clause: string, sentence: string): Strength | null {
	const text = clause.replace(MONTH_OF_MAY, " ").toLowerCase();
	const isConditional = /\bwould\b/.test(text) && /\bif\b/i.test(sentence);
	if (isConditional) return "could";
	return MARKERS.find(({ pattern }) => pattern.test(text))?.strength ?? null;
}

/** The clause that holds the span, or the one before when it has no verb of its own; null without one. */
function clauseAround(sentence: string, span: Span): string | null {
	const clauses = clausesOf(sentence);
	const found = clauses.findLastIndex(({ start }) => start <= span.start);
	for (let index = found; index >= 0; index--) {
		const clause = clauses[index];
		const text = clause === undefined ? "" : slice(sentence, clause);
		if (strengthOf(text, sentence) !== null || hasFiniteVerb(text)) return text;
	}
	return assertsSomething(sentence) ? sentence : null;
}

/**
 * How strongly a sentence asserts what stands at `span`, or what its main clauses say when no span is
 * given; null where nothing is asserted (a heading, a fragment).
 *
 * @example readStrength("Prices might fall, but wages will rise.", { start: 24, end: 29 }) // "will"
 */
export function readStrength(sentence: string, span?: Span): Strength | null {
	if (span !== undefined) {
		const clause = clauseAround(sentence, span);
		return clause === null ? null : (strengthOf(clause, sentence) ?? "is");
	}
	const clauses = clausesOf(sentence).map(clause => slice(sentence, clause));
	const main = clauses.filter(clause => !SUBORDINATE.test(clause));
	for (const clause of main) {
		const strength = strengthOf(clause, sentence);
		if (strength !== null) return strength;
	}
	return assertsSomething(sentence) ? "is" : null;
}
