import { currencyAfter, currencyBefore } from "../currencies.ts";
import { type Draft, draftOf, type Recognizer } from "../draft.ts";
import { scaleOf } from "../number-words.ts";
import type { Numeral } from "../numeral.ts";
import { perAfter } from "../unit-names.ts";

const SCALE_AFTER = /\s(million|billion|trillion)\b/iy;
const NATION_AFTER = /\s?(US|USD|Cdn|CAD|AUD|NZD|Canadian|Australian)\b(?!\s[A-Z])(?!\sdollars)/y;
const NATIONS: Readonly<Record<string, string>> = {
	US: "USD",
	USD: "USD",
	Cdn: "CAD",
	CAD: "CAD",
	AUD: "AUD",
	NZD: "NZD",
	Canadian: "CAD",
	Australian: "AUD",
};
/** Words that stand near pounds that are paid, not weighed. */
const PAYING =
	/£|\b(?:pay|pays|paid|payments?|cost|costs|costing|prices?|priced|worth|profits?|revenues?|sales|spen[dt]|spending|fined?|bids?|budget|wages?|salary|debts?|funding|fund|loans?|bills?|tax|sold|sells?|bought|buy|raised|deal|contract|prize|earn(?:s|ed|ing)?|income|savings?|turnover|donat(?:ed|ion)|pence|sterling|compensation|grants?|fees?|claims?|invest(?:ed|ment)?|economy)\b/i;
const MASSES =
	/\b(?:weigh(?:s|ed|ing|t)?|heavy|heavier|lighter|lift(?:ed|ing)?|lost|gain(?:ed)?|drop(?:ped|ping)?)\b/i;

/** Where other money is told of and no pounds are, pounds are what something weighs: "a 20 pound turkey costs $45". */
function isOtherMoney(text: string): boolean {
	return /[$€]/.test(text) && !/£|\b(?:pence|sterling|British|UK|Britain|London)\b/.test(text);
}

/** "20 million pounds" is money, "193 pounds" weight, unless the words around it speak of money. */
function isWeight(numeral: Numeral, text: string): boolean {
	const after = text.slice(numeral.end);
	const value = typeof numeral.value === "number" ? numeral.value : numeral.value[0];
	if (/^[\s-]pounds?\s?\([$€]/.test(after)) return false;
	if (/^(?:-pound\b|\spounds?\sof\s)/i.test(after)) return value < 1e6;
	if (value >= 100_000) return false;
	if (isOtherMoney(text)) return true;
	return !PAYING.test(text) || MASSES.test(text.slice(0, numeral.start));
}

function withRate(draft: Draft, text: string): Draft {
	const rate = perAfter(text, draft.end);
	if (rate === null) return draft;
	const end = rate.end;
	return {
		...draft,
		end,
		text: text.slice(draft.start, end),
		unit: `${draft.unit} per ${rate.per}`,
	};
}

function afterMark(numeral: Numeral, text: string): Draft | null {
	const mark = currencyBefore(text, numeral.start);
	if (mark === null) return null;
	NATION_AFTER.lastIndex = numeral.end;
	const nation = mark.unit === "USD" ? NATION_AFTER.exec(text)?.[0] : undefined;
	const doubled = nation === undefined ? currencyAfter(text, numeral.end) : null;
	const swallowed =
		doubled?.unit === mark.unit && / dollars?$/.test(text.slice(0, doubled.end))
			? doubled.end
			: numeral.end;
	const unit = nation === undefined ? mark.unit : (NATIONS[nation.trim()] ?? mark.unit);
	const end = nation === undefined ? swallowed : numeral.end + nation.length;
	return draftOf(numeral, { kind: "money", unit, start: mark.start, end }, text);
}

function beforeName(numeral: Numeral, text: string): Draft | null {
	// "billions of dollars"
	const of = numeral.written === "vague" && text.startsWith(" of ", numeral.end) ? 3 : 0;
	const name = currencyAfter(text, numeral.end + of);
	if (name === null) return null;
	if (name.unit === "GBP" && /pounds?$/i.test(text.slice(0, name.end)) && isWeight(numeral, text))
		return null;
	SCALE_AFTER.lastIndex = name.end;
	const scale = numeral.scale === 1 ? SCALE_AFTER.exec(text) : null;
	const factor = scaleOf(scale?.[1] ?? "") ?? 1;
	const end = name.end + (scale?.[0].length ?? 0);
	const value = typeof numeral.value === "number" ? numeral.value * factor : numeral.value;
	const scaled = { ...numeral, value, step: numeral.step * factor, scale: numeral.scale * factor };
	return draftOf(scaled, { kind: "money", unit: name.unit, start: numeral.start, end }, text);
}

const VIDEO = /^(?:480|720|1080|1440|2160)$/;

/** Money: a mark before ("$4bn", "US $7.2 billion", "RM79 a month") or a name or mark after ("64 million yuan", "241.5p"). */
export const recognizeMoney: Recognizer = (numeral, { text }) => {
	if (VIDEO.test(text.slice(numeral.start, numeral.end)) && text[numeral.end] === "p") return null;
	const found = afterMark(numeral, text) ?? beforeName(numeral, text);
	return found === null ? null : withRate(found, text);
};
