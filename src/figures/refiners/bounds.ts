import type { Draft, Refiner } from "../draft.ts";
import type { Bound } from "../figure.ts";

/**
 * What stands right before a figure and bounds it. "nearly" and "almost" say less than, but mean
 * about: they are read so. The longer forms first: "no more than" holds "more than".
 */
const BEFORE: readonly (readonly [Bound, string])[] = [
	[
		"at most",
		"no (?:more|greater|higher|longer|larger) than|not more than|up to|as (?:many|much|high|long|far|large|little|few) as|at (?:the )?most|a maximum(?: of)?|maximum of|capped at|<=|≤",
	],
	[
		"at least",
		"no (?:less|fewer|lower) than|not (?:less|fewer) than|at least|at minimum|a minimum(?: of)?|minimum of|starting (?:from|at)|starts? (?:from|at)|>=|≥",
	],
	[
		"more than",
		"(?:well |far |slightly |just |a little |much |significantly )?(?:more|greater|higher|larger|longer|bigger|better|older) than|(?:just |well )?(?:over|above)(?: than)?|in excess of|upwards? of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|north of|beyond|>",
	],
	[
		"less than",
		"(?:slightly |just |a little |well |much )?(?:less|fewer|lower|smaller|shorter|younger) than|(?:just |well )?(?:under|below)|short of|shy of|south of|sub-|<",
	],
	[
		"about",
		"about|around|roughly|approximately|approx\\.?|some|nearly|almost|near|close to|circa|c\\.|ca\\.|an? estimated|estimated(?: at)?|barely|approaching|virtually|more or less|somewhere around|or around|in the (?:region|vicinity|neighbou?rhood) of|on the order of|hovering (?:at|around)|[~≈∼]",
	],
];
const FILLER =
	"(?:\\s(?:an?|another|its|their|his|her|of|US|a total of|further|additional|mere|whopping))?";
const BEFORE_PATTERNS = BEFORE.map(
	([bound, source]) =>
		[bound, new RegExp(`(?:^|[^\\w-])(?:${source})${FILLER}[\\s-]?$`, "i")] as const,
);
/** What stands right after a figure. */
const AFTER: readonly (readonly [Bound, RegExp])[] = [
	[
		"at least",
		/^(?:\s(?:\w+\s)?or (?:more|greater|higher|above|over|longer)\b|\s(?:\w+\s)?at (?:the very )?least\b|\+|[\s-]plus\b|\sand (?:above|over|up)\b)/i,
	],
	["at most", /^\s(?:\w+\s)?(?:or (?:less|fewer|lower|under|below)\b|at (?:the )?most\b)/i],
	["about", /^(?:\s(?:\w+\s)?or (?:so|thereabouts)\b|-?ish\b|-?odd\b)/i],
];

/** The bound that the words around a span print; null without one. */
function boundAround(text: string, draft: Draft): Bound | null {
	const before = text.slice(Math.max(0, draft.start - 40), draft.start);
	const first = BEFORE_PATTERNS.find(([, pattern]) => pattern.test(before));
	if (first !== undefined) return first[0];
	const numberEnd = draft.numeral === null ? draft.end : draft.numeral.end;
	const found = AFTER.find(
		([, pattern]) => pattern.test(text.slice(draft.end)) || pattern.test(text.slice(numberEnd)),
	);
	return found?.[0] ?? null;
}

/** "spend $40 million over six years": how long it took, once it is said how much. */
function isSpread(draft: Draft, drafts: readonly Draft[], text: string): boolean {
	if (draft.kind !== "duration" || draft.unit === "year of age") return false;
	const before = text.slice(0, draft.start);
	if (!/\bover(?:\s(?:a|the))?\s$/i.test(before)) return false;
	return drafts.some(
		other =>
			other.value !== null &&
			other.kind !== "duration" &&
			other.end <= draft.start &&
			!/[.,;:()]/.test(text.slice(other.end, draft.start)),
	);
}

/** Reads bounds: "over $90 million" is more than, "up to 70mph" at most, "some 250 tenants" about. Two ends stay between. */
export const readBounds: Refiner = (drafts, { text }) =>
	drafts.map(draft => {
		if (draft.value === null || typeof draft.value !== "number") return draft;
		const bound = isSpread(draft, drafts, text) ? null : boundAround(text, draft);
		return bound === null ? draft : { ...draft, bound };
	});
