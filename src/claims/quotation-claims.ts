import type { Sentence } from "../corpus/passage.ts";
import { groupQuotations, type Printing, type QuotationGroup } from "../quotations/groups.ts";
import { contains } from "../text/span.ts";
import type { Draft } from "./assemble.ts";
import type { Position, Report } from "./claim.ts";
import { nationsIn } from "./nations.ts";
import type { Reading } from "./reading.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

/** Signed blurbs quote somebody too; lists of quotations leave them out. */
function isQuotable({ furniture, passage }: Sentence): boolean {
	const reason = furniture ?? passage.furniture;
	return reason === null || reason === "blurb";
}

interface Printed {
	readonly reading: Reading;
	readonly sentence: Sentence;
	readonly printing: Printing;
}

function printedIn(readings: readonly Reading[], printing: Printing): readonly Printed[] {
	const reading = readings.find(({ text }) => text.article.id === printing.article);
	const at = { start: printing.start, end: printing.start + 1 };
	const sentence = reading?.text.sentences.find(each => contains(each, at));
	return reading === undefined || sentence === undefined ? [] : [{ reading, sentence, printing }];
}

function attributionOf({ speaker, cue }: Printing): Report["attribution"] {
	return speaker === null ? null : { source: speaker, cue: cue ?? "" };
}

function reportOfPrinting({ reading, sentence, printing }: Printed): Report {
	return {
		...reportOf(reading.text, sentence, printing.text),
		attribution: attributionOf(printing),
		strength: readStrength(sentence.text),
		form: printing.form,
	};
}

// Countries whose offices speak English.
const ENGLISH: ReadonlySet<string> = new Set(
	"united states,united kingdom,ireland,canada,australia,new zealand,india,south africa,nigeria,ghana,kenya,singapore,jamaica,malta,philippines,zimbabwe,uganda,zambia,barbados".split(
		",",
	),
);

/** "Peru's trade ministry"; a person may be called Jordan. */
function isOffice(speaker: string): boolean {
	return /['’]s?\s|\s\p{Ll}/u.test(speaker);
}

/** Whether a country's office is quoted that speaks another language: its words are the translators'. */
function isTranslated(printed: readonly Printed[]): boolean {
	const offices = printed.map(({ printing }) => printing.speaker ?? "").filter(isOffice);
	return offices.some(office => nationsIn(office).some(({ nation }) => !ENGLISH.has(nation)));
}

/** Other words inside quotation marks make another position; paraphrases and translations hold nobody to words. */
function positionsOf(printed: readonly Printed[], text: string): readonly Position[] {
	if (isTranslated(printed)) return [{ value: text, reports: printed.map((_, index) => index) }];
	const altered = (index: number): boolean => {
		const printing = printed[index]?.printing;
		return printing?.marked === true && printing.form === "changed" && printing.extent === "whole";
	};
	const indexes = printed.map((_, index) => index);
	const kept = indexes.filter(index => !altered(index));
	const others = indexes.filter(altered).map(index => ({
		value: printed[index]?.printing.text ?? "",
		reports: [index],
	}));
	return kept.length === 0 ? others : [{ value: text, reports: kept }, ...others];
}

function draftOf(group: QuotationGroup, readings: readonly Reading[]): Draft {
	const printed = group.printings
		.flatMap(printing => printedIn(readings, printing))
		.toSorted((a, b) => byPublication(a.reading.text, b.reading.text));
	const positions = positionsOf(printed, group.text);
	return {
		kind: "quotation",
		label: group.text,
		measure: group.speaker === null ? "words in quotation marks" : `words of ${group.speaker}`,
		unit: null,
		reports: printed.map(reportOfPrinting),
		positions,
		difference: positions.length > 1 ? ["contradiction"] : [],
	};
}

/** What the articles quote: each quotation with every article's way of printing it. */
export function quotationDrafts(readings: readonly Reading[]): readonly Draft[] {
	const articles = readings.map(({ text, quotations }) => {
		const sentences = text.sentences.filter(isQuotable);
		return {
			article: text.article.id,
			outlet: text.article.outlet,
			body: text.article.body,
			sentences,
			quotations: quotations.filter(({ start, end }) =>
				sentences.some(sentence => sentence.start < end && start < sentence.end),
			),
		};
	});
	return groupQuotations(articles).map(group => draftOf(group, readings));
}
