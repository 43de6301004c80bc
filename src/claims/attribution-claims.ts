import type { Sentence } from "../corpus/passage.ts";
import { type Alias, aliasesIn } from "../quotations/names.ts";
import { slice } from "../text/span.ts";
import type { Draft } from "./assemble.ts";
import { type SourceAttribution, sameSource } from "./attribution.ts";
import type { Attribution, Claim, Report } from "./claim.ts";
import { type Reading, sentenceAt } from "./reading.ts";
import { byPublication, reportOf } from "./reports.ts";
import { findRoles } from "./role.ts";

/** A name that an article gives somebody, where it does. */
interface Naming {
	readonly reading: Reading;
	readonly sentence: Sentence;
	readonly name: string;
	/** The words of the report, verbatim. */
	readonly printed: string;
	readonly attribution: Attribution | null;
}

function printedWords(reading: Reading, { start, end, sourceSpan }: SourceAttribution): string {
	const from = Math.min(start, sourceSpan.start);
	return slice(reading.text.article.body, { start: from, end: Math.max(end, sourceSpan.end) });
}

function creditsIn(reading: Reading): readonly Naming[] {
	return reading.attributions.flatMap(attribution => {
		const { source, cue, named } = attribution;
		const sentence = sentenceAt(reading, attribution);
		if (!named || sentence === null) return [];
		const printed = printedWords(reading, attribution);
		return [{ reading, sentence, name: source, printed, attribution: { source, cue } }];
	});
}

function rolesIn(reading: Reading): readonly Naming[] {
	return reading.sentences.flatMap(sentence =>
		findRoles(sentence.text).map(({ person, span }) => ({
			reading,
			sentence,
			name: person,
			printed: slice(sentence.text, span),
			attribution: null,
		})),
	);
}

type SameName = (a: string, b: string) => boolean;

/** Namings of the same source or person, whatever its abbreviation. */
function groupByName(namings: readonly Naming[], same: SameName): readonly (readonly Naming[])[] {
	const groups: Naming[][] = [];
	for (const naming of namings) {
		const group = groups.find(members => members.some(({ name }) => same(name, naming.name)));
		if (group === undefined) groups.push([naming]);
		else group.push(naming);
	}
	return groups;
}

/** One naming a sentence: a sentence that credits somebody twice does so once. */
function onePerSentence(namings: readonly Naming[]): readonly Naming[] {
	const seen = new Set<Sentence>();
	return namings.filter(({ sentence }) => (seen.has(sentence) ? false : seen.add(sentence)));
}

/** The name in full: of those in several words the one that is printed most, the longest of equals. */
function fullName(namings: readonly Naming[]): string {
	const names = namings.map(({ name }) => name);
	const isFull = (name: string) => Number(name.includes(" "));
	const times = (name: string) => names.filter(other => other === name).length;
	const [first] = names.toSorted(
		(a, b) => isFull(b) - isFull(a) || times(b) - times(a) || b.length - a.length,
	);
	return first ?? "";
}

/** Whether a name alone is the first of a person's two: "President Xi" is Xi Jinping. */
function isFirstOf(short: string, long: string): boolean {
	const [first, ...others] = long.split(" ");
	return short === first && others.length === 1;
}

function draftOf(
	namings: readonly Naming[],
	word: (name: string) => { label: string; measure: string },
): Draft {
	const ordered = onePerSentence(namings).toSorted((a, b) =>
		byPublication(a.reading.text, b.reading.text),
	);
	const reports: readonly Report[] = ordered.map(({ reading, sentence, printed, attribution }) => ({
		...reportOf(reading.text, sentence, printed),
		attribution,
	}));
	return {
		kind: "attribution",
		...word(fullName(namings)),
		unit: null,
		reports,
		positions: [{ value: fullName(namings), reports: reports.map((_, index) => index) }],
		difference: [],
	};
}

const asSource = (name: string) => ({
	label: `${name} as a source`,
	measure: `what ${name} is credited with`,
});
const ROLE = "role of ";
const asPerson = (name: string) => ({ label: `who ${name} is`, measure: `${ROLE}${name}` });

/** Whose role a claim tells: "Ann Lee"; null for a claim of something else. */
export function roleHolder({ measure }: Pick<Claim, "measure">): string | null {
	return measure.startsWith(ROLE) ? measure.slice(ROLE.length) : null;
}

/** Whom the articles credit by name, and who the people in them are. */
export function attributionDrafts(readings: readonly Reading[]): readonly Draft[] {
	const aliases: readonly Alias[] = readings.flatMap(({ text }) => aliasesIn(text.article.body));
	const same: SameName = (a, b) => sameSource(a, b, aliases);
	const samePerson: SameName = (a, b) => same(a, b) || isFirstOf(a, b) || isFirstOf(b, a);
	return [
		...groupByName(readings.flatMap(creditsIn), same).map(group => draftOf(group, asSource)),
		...groupByName(readings.flatMap(rolesIn), samePerson).map(group => draftOf(group, asPerson)),
	];
}
