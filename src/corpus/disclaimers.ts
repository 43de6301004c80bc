import { boilerplateOfSentence } from "./boilerplate.ts";
import type { Draft, Marks } from "./draft.ts";

const TITLE =
	/^(?:(?:legal |important )?(?:disclaimers?|disclosures?|notices?)|risk warning|terms of use)\W*$/iu;
const CLOSING_SHARE = 0.6;

/**
 * Disclaimers: paragraphs most of whose sentences disclaim, and what stands under such a title, as far
 * as it disclaims or closes the page. An article that goes on below its disclaimer is not touched.
 */
export function findDisclaimers(drafts: readonly Draft[]): Marks {
	let under = false;
	return drafts.map((draft, index) => {
		const isTitle = TITLE.test(draft.text);
		const disclaims = draft.sentences.filter(({ text }) => isDisclaimer(text)).length;
		if (isTitle || draft.kind === "heading") under = isTitle;
		else if (disclaims === 0 && index < drafts.length * CLOSING_SHARE) under = false;
		const most = disclaims > 0 && disclaims * 2 >= draft.sentences.length;
		return isTitle || most || under ? "disclaimer" : null;
	});
}

function isDisclaimer(sentence: string): boolean {
	return boilerplateOfSentence(sentence) === "disclaimer";
}
