import { slice } from "../text/span.ts";
import type { Credit } from "./credits.ts";
import {
	actingIn,
	aliasesIn,
	broughtIn,
	type FullNames,
	fullNameOf,
	fullNamesIn,
	peopleIn,
	pronounsIn,
} from "./names.ts";
import { type ReadSentence, readSentences } from "./reading.ts";

/** A source in the order of the text, by its fullest name. */
interface Mention {
	readonly name: string;
	readonly kind: Credit["source"]["kind"];
	readonly sentence: number;
	readonly at: number;
}

/** The sources of a text, so that short forms and pronouns find their names. */
export interface Speakers {
	readonly mentions: readonly Mention[];
	/** Whom each sentence presents by title or age, without crediting them. */
	readonly presented: readonly Mention[];
	/** Whom each sentence brings in by an apposition, without crediting them. */
	readonly broughtIn: readonly Mention[];
	/** Of whom each sentence says something, without crediting them. */
	readonly acting: readonly Mention[];
	readonly fullNames: FullNames;
	readonly aliases: ReadonlyMap<string, string>;
	/** Which pronoun stands for whom, by surname, where a courtesy title tells. */
	readonly pronouns: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How many sentences back a pronoun may find its name. */
const PRONOUN_REACH = 8;

function fullest(credit: Credit, names: Pick<Speakers, "fullNames" | "aliases">): string {
	const { name, kind } = credit.source;
	const alias = names.aliases.get(name);
	if (alias !== undefined) return alias;
	const surname = name.replace(/^.*\s/, "");
	const full = kind === "person" ? fullNameOf(names.fullNames, surname) : null;
	return full?.endsWith(name) ? full : name;
}

/** Everybody whom the sentences credit by name. */
export function readSpeakers(text: string, sentences: readonly ReadSentence[]): Speakers {
	const aliases = new Map(aliasesIn(text).map(({ alias, name }) => [alias, name]));
	const fullNames = fullNamesIn(text);
	const mentions = sentences.flatMap(({ credits }, sentence) =>
		credits
			.filter(({ source }) => source.named)
			.map(credit => {
				const name = fullest(credit, { aliases, fullNames });
				return { name, kind: credit.source.kind, sentence, at: credit.phrase.start };
			}),
	);
	const presented = sentences.flatMap(({ text: words }, sentence) =>
		peopleIn(words).map(person => ({ ...person, kind: "person" as const, sentence })),
	);
	const introduced = sentences.flatMap(({ text: words }, sentence) =>
		broughtIn(words).map(person => ({ ...person, kind: "person" as const, sentence })),
	);
	const acting = sentences.flatMap(({ text: words }, sentence) =>
		actingIn(words, fullNames).map(person => ({ ...person, kind: "person" as const, sentence })),
	);
	const pronouns = pronounsIn(text);
	return { mentions, presented, broughtIn: introduced, acting, fullNames, aliases, pronouns };
}

/** A single word that no fuller name ends with may be a firm or a country: "KuCoin", "China". */
function mayBeThing({ name, kind }: Mention): boolean {
	return kind === "organization" || (kind === "person" && !/\s/.test(name));
}

/** Who stands before a pronoun: credited, presented by title or age, brought in, said to do something. */
type Before = Pick<Speakers, "fullNames" | "mentions" | "presented" | "broughtIn" | "acting">;

function isAfter(a: Mention, b: Mention): boolean {
	return a.sentence > b.sentence || (a.sentence === b.sentence && a.at > b.at);
}

/** A single word is a person's where a full name ends with it; a firm or a country reads the same. */
function findPerson(before: Before): Mention | undefined {
	const { mentions, presented, broughtIn, acting, fullNames } = before;
	const people = mentions.filter(({ kind }) => kind === "person");
	const known = people.findLast(({ name }) => /\s/.test(name) || fullNames.has(name));
	const credited = known ?? presented.at(-1) ?? people.at(-1);
	const actor = acting.at(-1);
	// Who did something since the last speaker spoke goes on to speak.
	const found =
		actor !== undefined && (credited === undefined || isAfter(actor, credited)) ? actor : credited;
	// Whoever was brought in since may be meant as well.
	const other = broughtIn.at(-1);
	const unsure =
		found !== undefined &&
		other !== undefined &&
		other.name !== found.name &&
		isAfter(other, found);
	return unsure ? undefined : found;
}

function findGroup({ mentions }: Before): Mention | undefined {
	return mentions.findLast(({ kind }) => kind === "people" || kind === "organization");
}

/** How each pronoun finds its name among the sources before it. */
const FINDERS: ReadonlyMap<string, (before: Before) => Mention | undefined> = new Map([
	["he", findPerson],
	["she", findPerson],
	["it", ({ mentions }: Before) => mentions.findLast(mayBeThing)],
	["they", findGroup],
]);

interface Place {
	readonly sentence: number;
	readonly at: number;
}

/** Who stands before a place, near enough for a pronoun there, as far as a courtesy title does not tell otherwise. */
function before(speakers: Speakers, { sentence, at }: Place, pronoun: string): Before {
	const mayBe = ({ name }: Mention) =>
		speakers.pronouns.get(name.replace(/^.*\s/u, ""))?.has(pronoun) ?? true;
	const isNear = (each: Mention) =>
		(each.sentence < sentence || (each.sentence === sentence && each.at < at)) &&
		sentence - each.sentence <= PRONOUN_REACH &&
		mayBe(each);
	return {
		mentions: speakers.mentions.filter(isNear),
		presented: speakers.presented.filter(isNear),
		broughtIn: speakers.broughtIn.filter(isNear),
		acting: speakers.acting.filter(isNear),
		fullNames: speakers.fullNames,
	};
}

/** "the ministry": the one source named so far whose name ends with that word. */
function describedName(speakers: Speakers, noun: string, sentence: number): string | null {
	const names = speakers.mentions
		.filter(each => each.sentence <= sentence)
		.map(({ name }) => name)
		.filter(name => name.toLowerCase().endsWith(` ${noun}`));
	const [first, ...others] = new Set(names);
	return first !== undefined && others.length === 0 ? first : null;
}

/**
 * The source of a credit by the fullest name that the text has for it: "Thorn" becomes "Alex Thorn"
 * where one full name ends so, "GVR" the name that it abbreviates, "he" and "it" the last named source
 * that fits; the words as printed where none is sure.
 */
export function resolveSpeaker(
	speakers: Speakers,
	credit: Credit,
	place: { readonly sentence: number; readonly text: string },
): string {
	const { name, kind, named } = credit.source;
	if (named) return fullest(credit, speakers);
	const printed = slice(place.text, credit.phrase);
	if (kind === "pronoun") {
		const pronoun = name.toLowerCase();
		const at = { sentence: place.sentence, at: credit.phrase.start };
		return FINDERS.get(pronoun)?.(before(speakers, at, pronoun))?.name ?? printed;
	}
	const noun = /^the (\S+)$/i.exec(printed)?.[1]?.toLowerCase() ?? "";
	return describedName(speakers, noun, place.sentence) ?? printed;
}

/** Somebody whom a text credits, by the fullest name, and where. */
export interface CreditedSpeaker {
	readonly speaker: string;
	/** Offset in the text of the words that name the speaker. */
	readonly at: number;
}

/** Everybody whom a text credits, in its order, pronouns and short forms resolved where they can be. */
export function readCreditedSpeakers(text: string): readonly CreditedSpeaker[] {
	const sentences = readSentences(text);
	const speakers = readSpeakers(text, sentences);
	return sentences.flatMap((sentence, index) =>
		sentence.credits.map(credit => ({
			speaker: resolveSpeaker(speakers, credit, { sentence: index, text: sentence.text }),
			at: sentence.start + credit.phrase.start,
		})),
	);
}
