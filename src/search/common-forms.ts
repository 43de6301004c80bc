import { currencyAfter } from "../figures/currencies.ts";
import { acronymsIn, REGION_ACRONYMS } from "../text/acronyms.ts";

const MARKS = /[.*+?^${}()|[\]\\]/g;
const TICKER = /\b\p{Lu}{3,4}\b/gu;

function wholeWords(text: string): RegExp {
	const source = text.replace(MARKS, "\\$&").replace(/\s+/g, "\\s+");
	return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, "giu");
}

/** "BTC" is read as "bitcoin"; codes of currencies that have no other name stay as they are. */
function nameTicker(ticker: string): string {
	const unit = currencyAfter(ticker, 0)?.unit ?? ticker;
	return /^\p{Ll}+$/u.test(unit) ? unit : ticker;
}

/**
 * Gives a text the forms that a story's words are compared in: what the story's texts or Unicode's
 * country names abbreviate is put short ("artificial intelligence" is "AI", "United States" "US"), and
 * tickers are put as the coin's name. Only for matching: what is shown is never taken from it.
 */
export function commonForms(texts: readonly string[]): (text: string) => string {
	const rows = [...REGION_ACRONYMS, ...acronymsIn(texts)].flatMap(([short, longs]) =>
		longs.map(long => ({ pattern: wholeWords(long), short })),
	);
	return text =>
		rows
			.reduce((changed, { pattern, short }) => changed.replace(pattern, () => short), text)
			.replace(TICKER, nameTicker);
}
