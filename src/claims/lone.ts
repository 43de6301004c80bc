import { TIMES } from "../quotations/cues.ts";
import type { FigureMention } from "./figure-mentions.ts";

/** What the rest of two articles tells of whether a figure of each is of one thing. */
export interface Elsewhere {
	/** Whether its article prints a mention's value in no other sentence. */
	readonly isLone: (mention: FigureMention) => boolean;
	/** Whether each article speaks of somebody or something that the other's sentence names, if it names any. */
	readonly areOfKnown: (a: FigureMention, b: FigureMention) => boolean;
	/** Whether neither article prints the other's value: each has a number of its own for the thing, if it is one. */
	readonly areSplit: (a: FigureMention, b: FigureMention) => boolean;
}

function valueKey({ figure: { kind, value } }: FigureMention): string {
	return `${kind} ${value}`;
}

const NAMES = /(?<=[^\s.:“"‘'—–-]\s+["“‘']?)\p{Lu}[\p{L}’'-]{2,}/gu;

/** Whether an article has one of the names of a mention's sentence, or that has none. */
function knowsNames(
	{ reading: { text, sentences } }: FigureMention,
	{ sentence }: FigureMention,
): boolean {
	const names = (sentence.text.match(NAMES) ?? []).filter(name => !TIMES.has(name.toLowerCase()));
	const { title } = text.article;
	const told = [title ?? "", ...sentences.map(each => each.text)];
	return names.length === 0 || names.some(name => told.some(each => each.includes(name)));
}

/** Looks the values of a story's articles up. */
export function elsewhereIn(mentions: readonly FigureMention[]): Elsewhere {
	const places = new Map<FigureMention["reading"], Map<string, Set<FigureMention["sentence"]>>>();
	for (const mention of mentions) {
		const ofArticle =
			places.get(mention.reading) ?? new Map<string, Set<FigureMention["sentence"]>>();
		places.set(mention.reading, ofArticle);
		const sentences = ofArticle.get(valueKey(mention)) ?? new Set();
		ofArticle.set(valueKey(mention), sentences.add(mention.sentence));
	}
	const times = (mention: FigureMention, { reading }: FigureMention) =>
		places.get(reading)?.get(valueKey(mention))?.size ?? 0;
	return {
		isLone: mention => times(mention, mention) === 1,
		areOfKnown: (a, b) => knowsNames(a, b) && knowsNames(b, a),
		areSplit: (a, b) => times(a, b) === 0 && times(b, a) === 0,
	};
}
