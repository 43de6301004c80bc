import type { FigureMention } from "./figure-mentions.ts";

/** What the rest of two articles tells of whether a figure of each is of one thing. */
export interface Elsewhere {
	/** Whether its article prints a mention's value in no other sentence. */
	readonly isLone: (mention: FigureMention) => boolean;
	/** Whether neither article prints the other's value: each has a number of its own for the thing, if it is one. */
	readonly areSplit: (a: FigureMention, b: FigureMention) => boolean;
}

function valueKey({ figure: { kind, value } }: FigureMention): string {
	return `${kind} ${value}`;
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
		areSplit: (a, b) => times(a, b) === 0 && times(b, a) === 0,
	};
}
