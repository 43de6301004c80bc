import { between, type ContextTerm, contextOf, MET } from "../claims/context.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Figure } from "../figures/figure.ts";
import { askedLikeness } from "../search/asked-likeness.ts";
import type { Story } from "../snapshot.ts";
import { type Span, slice } from "../text/span.ts";
import { readWords } from "../text/words.ts";
import { isTheme } from "./hinges.ts";
import type { Question } from "./question.ts";

// "How much does a tram ticket cost?", "how much was the cape?"
const ARTICLE = "(an?|one|each|every|the|his|her|their|its)";
const PRICED: readonly RegExp[] = [
	new RegExp(
		`\\bhow (?:much(?: more| less)?|pric(?:e)?y|expensive) (?:does|do|did|would|will) ${ARTICLE}\\s+([^,?]+?)\\s+(?:costs?|sold|sell|go|fetch)\\b`,
		"iu",
	),
	new RegExp(
		`\\bhow (?:much(?: more| less)?|pric(?:e)?y|expensive) (?:is|was|are|were) ${ARTICLE}\\s+([^,?]+?)(?: worth\\b.*)?\\W*$`,
		"iu",
	),
];
const SHARE_PRICE = /\b(?:share|stock) price\b/iu;
const OF_ONE = /^(?:an?|one|each|every)$/iu;

/** A thing the price of which a question asks. */
interface Priced {
	readonly head: ContextTerm;
	/** The words before its noun that the coverage has too: "the silk cape" is no other cape. */
	readonly kinds: readonly ContextTerm[];
	/** Whether the price of one of many is asked: "a ticket". */
	readonly isOfOne: boolean;
}

function pricedIn(story: Story, text: string): Priced | null {
	const [share] = SHARE_PRICE.test(text) ? contextOf("share") : [];
	if (share !== undefined) return { head: share, kinds: [], isOfOne: true };
	const [, article = "", thing = ""] =
		PRICED.map(priced => priced.exec(text)).find(match => match !== null) ?? [];
	// "A mile of road": the mile.
	const [noun = ""] = thing.split(/\s+(?:of|for|in|from|at|on|with|that|to)\s+/u);
	const words = contextOf(story.index.inCommonForms(noun));
	const head = words.at(-1);
	if (head === undefined) return null;
	const kinds = words
		.slice(0, -1)
		.map(term => ({ ...term, needed: true }))
		.filter(term => story.index.knows(term.stem) && !isTheme(story, [term]));
	return { head, kinds, isOfOne: OF_ONE.test(article) };
}

// "A $43 lamp and a chair": what is told so is told of another thing.
const OTHER_THING = /[;:]|(?:,|\b(?:and|or|plus))\s+(?:an?|the|his|her|their|its|\p{Sc}|\d)/iu;
const NEAR = 8;
// "$5 a ticket", "a $5 tram ticket", "tickets sell for $5": one of many is told so.
const EACH_BEFORE =
	/^[\s-]*(?:(?:for )?(?:an?|each|per|every|apiece)\s)?\s*(?:(?!(?:in|of|for|and|with|to)\s)[^\s,]+\s+){0,2}$/iu;
const EACH_BEHIND = /\b(?:costs?|costing|sells?|selling|priced|goes|go|is|are|at|each)\b/iu;

/** Whether what stands between a thing and a price leaves them together. */
function leadsTo(gap: string, isFirst: boolean, isOfOne: boolean): boolean {
	const isNear = !OTHER_THING.test(gap) && gap.trim().split(/\s+/).length <= NEAR;
	if (!isNear || !isOfOne) return isNear;
	return isFirst ? EACH_BEFORE.test(gap) : EACH_BEHIND.test(gap);
}

const NOUN = /^(?:NOUN|PROPN)$/;

/** The places where a text names a thing itself: "server maker" names no server. */
function placesOf(text: string, thing: ContextTerm): readonly Span[] {
	const words = readWords(text);
	return words.filter((word, at) => {
		const [term] = contextOf(word.text);
		const isPart = NOUN.test(words[at + 1]?.wordClass ?? "");
		return term !== undefined && !isPart && askedLikeness(thing, term) >= MET;
	});
}

function standsBy(text: string, figure: Figure, { head, isOfOne }: Priced): boolean {
	return placesOf(text, head).some(place =>
		leadsTo(slice(text, between(figure, place)), figure.start < place.start, isOfOne),
	);
}

/**
 * Whether a text has a price of the very thing of which a question asks the price, and not of another that it
 * lists beside; any does for another question, and where it does not speak of the thing.
 */
export function tellsPrice(story: Story, { text, want }: Question): (sentence: string) => boolean {
	const priced = want === "amount" ? pricedIn(story, text) : null;
	if (priced === null) return () => true;
	return sentence => {
		const isOfKind = priced.kinds.every(kind => story.index.covers([kind], sentence) >= MET);
		const prices = extractFigures(sentence).filter(({ kind }) => kind === "money");
		return isOfKind && prices.some(price => standsBy(sentence, price, priced));
	};
}
