import { overlaps } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import type { Draft, Refiner } from "../draft.ts";
import { type Phrase, phraseFrom, withPlural, wordAt } from "../noun-phrase.ts";

/** Nouns of movement: "a 4% hash rate decline" measures the hash rate, "a 4% decline" something said elsewhere. */
const MOVEMENT =
	/^(?:rise|increase|gain|growth|jump|surge|climb|advance|rally|boost|uptick|hike|expansion|improvement|spike|rebound|drop|decline|fall|decrease|slide|plunge|slump|dip|reduction|cut|loss|contraction|downturn|change|difference|gap)s?$/i;
/** What leads from what is measured to its amount: "the cost of", "sales were", "prices rose by". */
const LINKING = new Set(["ADP", "ADV", "AUX", "VERB", "PART", "ADJ", "SYM", "SCONJ"]);
const STARTS =
	/^(?:the|an?|this|that|these|those|its|their|his|her|our|my|your|some|any|each|every|another|such|no|all|both)$/i;
/** Words that open a clause of their own: nothing before them belongs to the figure. */
const CLAUSE =
	/^(?:and|but|while|as|because|although|though|whereas|that|which|who|when|where|if|after|before|with|,|;|:|—|–|\(|“|"|”)$/i;

function isNoun(word: Word | undefined): boolean {
	return word?.wordClass === "NOUN" || word?.wordClass === "PROPN";
}

/** What money is "in": "$2 trillion in debt", but not "in Ohio". */
const MONEY_IN =
	/^(?:debts?|assets|sales|revenues?|funding|financing|funds|backing|support|damages|costs?|savings|aid|relief|tax(?:es)?|profits?|losses|gains|earnings|loans|mortgages|investments?|fines|penalties|bonds|securities|shares|stock|stakes|spending|exports|imports|goods|trade|turnover|income|wages|pay|salary|bonus(?:es)?|benefits|payments|subsid(?:y|ies)|grants|donations|gifts|contributions|bribes|pledges|fees|charges|royalties|rent|interest|dividends|refunds|rebates|prizes?|winnings|claims|compensation|cash|capital|equity|credits?|reserves|deposits|holdings|contracts|orders|property|wealth|values?|currency|bitcoins?|crypto|cryptocurrency|gold|cuts)$/i;
/** Adjectives of time that the tagger takes for nouns. */
const NO_MEASURE =
	/^(?:coming|next|past|last|previous|first|years?|months?|weeks?|days?|period|time|ago|(?:new\s)?(?:record|all-time)?\s?(?:highs?|lows?|peak|record))$/i;

/** A text being read, without its dates: no phrase runs into one. */
interface Scene {
	readonly text: string;
	readonly words: readonly Word[];
	readonly dates: readonly Draft[];
	/** Figures that print letters of their own: no phrase runs over that of another. */
	readonly figures: readonly Draft[];
}

/** The words from one index to another as the text prints them, an article at the start and a date at the end left out. */
function phraseText({ text, words, dates }: Scene, from: number, to: number): string | null {
	let start = from;
	let end = to;
	while (start < end && isOpening(words[start])) start++;
	while (start < end && isDated(words[end - 1], dates)) end--;
	const [first, last] = [words[start], words[end - 1]];
	if (first === undefined || last === undefined || start >= end) return null;
	const phrase = text.slice(first.start, last.end);
	return NO_MEASURE.test(phrase) ? null : phrase;
}

function isOpening(word: Word | undefined): boolean {
	return (
		STARTS.test(word?.text ?? "") ||
		word?.wordClass === "PUNCT" ||
		word?.wordClass === "NUM" ||
		word?.text === "%"
	);
}

function isDated(word: Word | undefined, dates: readonly Draft[]): boolean {
	return word !== undefined && dates.some(date => overlaps(date, word));
}

const OWNER = /^(?:the|its|their|his|her|our|that)$/i;

/** "Half the size", "one quarter their power": a fraction of what stands right after. */
function partOf({ kind, value, end }: Draft, { words }: Scene): Phrase | null {
	const at = wordAt(words, end);
	const isPart = kind === "count" && typeof value === "number" && value < 1;
	return isPart && OWNER.test(words[at]?.text ?? "") ? phraseFrom(words, at) : null;
}

/** "31% of its sales", "12m tonnes of fuel", "$2 trillion in debt": what stands after. */
function ofPhrase(draft: Draft, scene: Scene): string | null {
	const { words } = scene;
	const part = partOf(draft, scene);
	if (part !== null) return phraseText(scene, part.start, part.end);
	const at = wordAt(words, draft.end);
	const of = words[at]?.text.toLowerCase() ?? "";
	const worth = of === "worth" && words[at + 1]?.text === "of" ? 1 : 0;
	const inMoney = of === "in" && draft.kind === "money";
	const phrase = of === "of" || worth === 1 || inMoney ? phraseFrom(words, at + 1 + worth) : null;
	if (inMoney && !MONEY_IN.test(words[phrase?.head ?? -1]?.text ?? "")) return null;
	return phrase === null ? null : phraseText(scene, phrase.start, phrase.end);
}

/** Whether a noun says that something moves; a loss in money is itself what is measured. */
function isMovement(word: Word | undefined, { kind }: Draft): boolean {
	const text = word?.text ?? "";
	return MOVEMENT.test(text) && !(kind === "money" && /^loss(?:es)?$/i.test(text));
}

/** "a 3% rise in profits" measures profits. */
function movedThing(preposition: number, scene: Scene): string | null {
	const phrase = phraseFrom(scene.words, preposition + 1);
	return phrase === null ? null : phraseText(scene, phrase.start, phrase.end);
}

/** How one amount stands to another, not what it measures: "2% lower", "51% owned". */
const COMPARING =
	/^(?:higher|lower|more|less|fewer|better|worse|cheaper|dearer|stronger|weaker|ahead|owned|year)$/i;
const LEADS: ReadonlySet<string> = new Set(["NOUN", "PROPN", "ADJ", "VERB"]);

/** The index of the first word of a noun phrase right after a figure; null where none can begin. */
function nounStart(draft: Draft, { words, dates }: Scene): number | null {
	const at = wordAt(words, draft.end);
	const from = at + (/^[-‐‑]$/.test(words[at]?.text ?? "") ? 1 : 0);
	const first = words[from];
	if (first === undefined || !LEADS.has(first.wordClass) || isDated(first, dates)) return null;
	return draft.kind === "percent" && COMPARING.test(first.text) ? null : from;
}

/** "a $150,000 contract", "a 4% hash rate decline", "13 first-year students": the noun phrase right after. */
function nounPhrase(draft: Draft, scene: Scene): string | null {
	const { words } = scene;
	const from = nounStart(draft, scene);
	const found = from === null ? null : phraseFrom(words, from);
	if (found === null) return null;
	const counts = draft.kind === "count" && draft.value !== 1;
	const phrase = counts ? withPlural(words, found) : found;
	if (!isMovement(words[phrase.head], draft)) return phraseText(scene, phrase.start, phrase.end);
	if (/^(?:in|of)$/.test(words[phrase.end]?.text ?? "")) return movedThing(phrase.end, scene);
	return phrase.head === phrase.start ? null : phraseText(scene, phrase.start, phrase.head);
}

/** "the market, expected to reach": a participle after a comma belongs to what stands before it. */
function isApposed(words: readonly Word[], comma: number): boolean {
	const next = words[comma + 1];
	return (
		words[comma]?.text === "," &&
		next?.wordClass === "VERB" &&
		/(?:ed|ing|t)$/.test(next.text) &&
		isNoun(words[comma - 1])
	);
}

/** The index where the run of linking words before the figure begins. */
function linkStart({ words, dates }: Scene, from: number): number {
	let at = from;
	while (at > 0) {
		const word = words[at - 1];
		if (word === undefined) break;
		const linking = LINKING.has(word.wordClass) && !CLAUSE.test(word.text);
		if (!linking && !isDated(word, dates) && !isApposed(words, at - 1)) break;
		at--;
	}
	return at;
}

const INSIDE: ReadonlySet<string> = new Set(["ADJ", "DET", "NUM", "PRON", "NOUN", "PROPN"]);

/** Goes back over one noun phrase from its end; the index of its first word. */
function backOverNouns({ words, figures }: Scene, end: number): number {
	let at = end;
	while (at > 0) {
		const word = words[at - 1];
		if (isDated(word, figures)) break;
		const inside = INSIDE.has(word?.wordClass ?? "") || /^(?:['’]s?|-|&|%)$/.test(word?.text ?? "");
		if (word === undefined || !inside || CLAUSE.test(word.text)) break;
		at--;
		if (STARTS.test(word.text)) break;
	}
	return at;
}

/** "cost to produce a bitcoin", "market for AI", "expense of mining one": what a phrase hangs on. */
function hangsOn({ words, dates }: Scene, start: number): number | null {
	const [before, second, third] = [words[start - 1], words[start - 2], words[start - 3]];
	const taxed = /^(?:tax|taxation|interest|costs)$/i.test(words[start]?.text ?? "");
	const joint = taxed
		? /^(?:of|for|in|on|before|after)$/i
		: /^(?:of|for|in|at|on|to|from|with|by)$/i;
	if (joint.test(before?.text ?? "") && isNoun(second))
		return isDated(second, dates) ? null : start - 1;
	if (before?.wordClass !== "VERB" || !isNoun(third)) return null;
	return second?.text === "to" || (/ing$/.test(before.text) && second?.text === "of")
		? start - 2
		: null;
}

/**
 * A subject without places and times: "mining costs in parts of the US" measures mining costs; what
 * moves stands behind its movement ("a fall in sales").
 */
function withoutPlace(
	words: readonly Word[],
	start: number,
	end: number,
): readonly [number, number] {
	const place = words
		.slice(start, end)
		.findIndex(word => word.wordClass === "ADP" && /^(?:in|at|on|to|from|with)$/i.test(word.text));
	if (place <= 0) return [start, end];
	const at = start + place;
	const moves = words[at]?.text === "in" && MOVEMENT.test(words[at - 1]?.text ?? "");
	return moves ? [at + 1, end] : [start, at];
}

/** "hash rate decline" before "now near 1 zettahash" measures the hash rate. */
function withoutMovement(scene: Scene, draft: Draft, start: number, end: number): number {
	return end - start > 1 && isMovement(scene.words[end - 1], draft) ? end - 1 : end;
}

/** "Mining costs in the US now exceed $100,000", "the price was near $5": the subject or noun before. */
function subject(draft: Draft, scene: Scene): string | null {
	const { words } = scene;
	const figureAt = words.findIndex(word => word.end > draft.start);
	// "goods that come by sea take two weeks": what takes long may stand anywhere.
	if (draft.kind === "duration" && !/^(?:in|of|for)$/i.test(words[figureAt - 1]?.text ?? ""))
		return null;
	const end = linkStart(scene, figureAt);
	if (!isNoun(words[end - 1]) || isDated(words[end - 1], scene.figures)) return null;
	// "a larger-than-forecast 8%"
	if (end === figureAt && words[end - 2]?.text === "-") return null;
	let start = backOverNouns(scene, end);
	for (let back = hangsOn(scene, start); back !== null; back = hangsOn(scene, start)) {
		const earlier = backOverNouns(scene, back);
		if (earlier === back) break;
		start = earlier;
	}
	const [from, told] = withoutPlace(words, start, end);
	// "the first first-quarter drop in six years": the drop itself is six years late.
	if (draft.kind === "duration") return phraseText({ ...scene, dates: [] }, start, told);
	return phraseText(scene, from, withoutMovement(scene, draft, from, told));
}

/** What stands after a figure tells more closely what it measures than what stands before it. */
function measureOf(draft: Draft, scene: Scene): string | null {
	const after = ofPhrase(draft, scene) ?? nounPhrase(draft, scene);
	return after ?? subject(draft, scene);
}

/** Both ends of a change measure the same thing, which is named before the first. */
function shared(drafts: readonly Draft[]): readonly Draft[] {
	return drafts.map(draft => {
		const other = drafts.find(one =>
			draft.changedFrom === null
				? one.changedFrom?.start === draft.start
				: one.start === draft.changedFrom.start,
		);
		const earlier = other !== undefined && other.start < draft.start ? other : draft;
		return earlier.counts === null ? draft : { ...draft, counts: earlier.counts };
	});
}

/** "rose 8% to", "was down almost 27% to about", "grew twelvefold to" */
const ARRIVED =
	/^\s(?:(?:from a year (?:ago|earlier|before)|year[\s-](?:on|over)[\s-]year)\s)?to\s(?:about|around|nearly|almost|just|over|more than|roughly|an? estimated|some|a record)?\s?$/i;

/** Where something moves by so much to so much, both are of the same. */
function arrived(drafts: readonly Draft[], text: string): readonly Draft[] {
	return drafts.map((draft, index) => {
		const by = drafts[index - 1];
		if (draft.counts !== null || draft.value === null || by?.trend == null) return draft;
		return ARRIVED.test(text.slice(by.end, draft.start)) ? { ...draft, counts: by.counts } : draft;
	});
}

/** "and will reach", "but fell to": nothing but verbs stands between an "and" and the figure, whose subject is told before. */
function goesOn(draft: Draft, scene: Scene): boolean {
	const { words } = scene;
	const figureAt = words.findIndex(word => word.end > draft.start);
	const start = linkStart(scene, figureAt);
	const verb = words.slice(start, figureAt).some(({ wordClass }) => /VERB|AUX/.test(wordClass));
	return verb && /^(?:and|but|then)$/i.test(words[start - 1]?.text ?? "");
}

/** A figure whose clause has no subject of its own measures what the one before it does, if both are of one unit. */
function continued(drafts: readonly Draft[], scene: Scene): readonly Draft[] {
	const done: Draft[] = [];
	for (const draft of drafts) {
		const last = done.findLast(({ value }) => value !== null);
		const alike = draft.value !== null && draft.counts === null && last?.unit === draft.unit;
		const same = alike && last !== undefined && last.kind === draft.kind && goesOn(draft, scene);
		done.push(same ? { ...draft, counts: last.counts } : draft);
	}
	return done;
}

/** Says of each figure what it measures, in the sentence's own words: "hash rate" of "a 4% hash rate decline". */
export const nameMeasures: Refiner = (drafts, reading) => {
	if (drafts.every(draft => draft.value === null)) return drafts;
	const dates = drafts.filter(draft => draft.kind === "date");
	const figures = drafts.filter(
		({ kind, text }) => kind !== "date" && (kind !== "count" || /\d\D*[a-z]+$/i.test(text)),
	);
	const scene = { text: reading.text, words: reading.words(), dates, figures };
	const named = drafts.map(draft =>
		draft.value === null ? draft : { ...draft, counts: measureOf(draft, scene) },
	);
	return continued(arrived(shared(named), reading.text), scene);
};
