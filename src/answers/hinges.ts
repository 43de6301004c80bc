import { type Context, type ContextTerm, contextOf } from "../claims/context.ts";
import { cueKind, cueLemma } from "../quotations/cues.ts";
import { type FullNames, fullNamesIn } from "../quotations/names.ts";
import type { Story } from "../snapshot.ts";
import { readWords } from "../text/words.ts";
import { agentIn, DEED, deedOf, saysLittle, stemsOf, tellsDeed } from "./agent.ts";
import { speechIn } from "./asked-speech.ts";
import { PEOPLE } from "./counted-thing.ts";
import { AMOUNT } from "./match.ts";
import { type Question, WHETHER } from "./question.ts";
import { isSameName, stemOfName } from "./same-name.ts";
import { ANSWERS } from "./sentences.ts";
import { trendIn } from "./trend.ts";

const LEAD = 3;

/** Whether most articles begin with some words, which then tell apart nothing that is said in them. */
export function isTheme({ articles, index }: Story, words: Context): boolean {
	const begins = articles.filter(({ sentences }) => {
		const lead = sentences.slice(0, LEAD).map(({ text }) => text);
		return index.covers(words, lead.join(" ")) >= ANSWERS;
	});
	return begins.length * 2 > articles.length;
}

// What stands for a word so little is another thing.
const MET_AT_ALL = 0.55;

type Asked = Pick<Question, "text" | "topic" | "want">;

/** What a question after a reason takes somebody by name to have done; the word behind the name may be read as none. */
function reasonedDeed(story: Story, text: string, want: Question["want"]): ContextTerm | null {
	const agent = want === "reason" ? agentIn(story, text) : null;
	if (agent === null) return null;
	const behind = text.slice(text.indexOf(agent.name) + agent.name.length);
	return agent.deed ?? contextOf(behind)[0] ?? null;
}

// "Who inspected ...", "who was named to replace ...", whoever else is spoken of.
const BY_OR_TO_WHOM =
	/(?:^\W*|\b(?:says?|tells?|reports?|mentions?) )who (?:(?:was|were|is|are|got|has been|have been) )?(?<deed>\p{L}+(?:ed|en))\b/iu;

/** Whether a question asks by whom or to whom something was done; who said it may be told by the words alone. */
export function asksByWhom(text: string): boolean {
	const deed = BY_OR_TO_WHOM.exec(text)?.groups?.["deed"];
	return deed !== undefined && cueKind(cueLemma(deed, "")) === null;
}

/** What a question asks whether, why, by whom or to whom it was done; null for another question. */
function deedAsked(story: Story, { text, topic, want }: Asked): ContextTerm | null {
	const asksWhether = WHETHER.test(text) && want !== "agreement";
	const asks = asksWhether || want === "reason" || asksByWhom(text);
	const deed = asks ? (reasonedDeed(story, text, want) ?? deedOf(text)) : null;
	// Where something goes is held to what all print of it.
	if (deed === null || saysLittle(deed.word) || trendIn(deed.word) !== null) return null;
	return topic.find(({ stem }) => stem === deed.stem) ?? null;
}

/** A word that a question hinges on. */
interface Hinge {
	readonly term: ContextTerm;
	/** Whether it names somebody or something, and no other name stands for it. */
	readonly isName: boolean;
}

/** What nothing stands for but words that name. */
const NAME = "name";

const HOW_MUCH = /\bhow much\b/iu;

const fullNames = new WeakMap<Story["articles"], FullNames>();

/** The full names that the articles print, read once a story. */
function namesPrinted({ articles }: Story): FullNames {
	const known = fullNames.get(articles);
	if (known !== undefined) return known;
	const found = fullNamesIn(articles.map(({ article }) => article.body).join("\n\n"));
	fullNames.set(articles, found);
	return found;
}

/** The given names of a question that need not be met, as stems: "Mr. Lee" is Ann Lee where nobody else is Lee. */
function needlessNames(story: Story, text: string): readonly string[] {
	return [...fullNamesIn(text)].flatMap(([family, asked]) => {
		const printed = namesPrinted(story);
		const bearers = [...(printed.get(family)?.keys() ?? [])].map(givenOf);
		return [...asked.keys()]
			.map(givenOf)
			.filter(given => bearers.length > 0 && bearers.every(bearer => bearer === given))
			.flatMap(given => stemsOf(story, given));
	});
}

function givenOf(name: string): string {
	return name.split(" ")[0] ?? "";
}

/** The names and things that a question speaks of and the coverage too, save what the whole story is about. */
function hingesOf(story: Story, { text, topic, want }: Asked): readonly Hinge[] {
	// Whether the one who is asked about says it is for whoever holds them to it.
	const about = speechIn(text)?.content ?? text;
	const things = readWords(about).filter(({ wordClass }) => /^(?:NOUN|PROPN)$/.test(wordClass));
	const stems = (isName: boolean) =>
		things
			.filter(word => isName === /^\p{Lu}/u.test(word.text))
			.flatMap(word => stemsOf(story, word.text));
	const needless = needlessNames(story, text);
	const [named, common] = [stems(true).filter(stem => !needless.includes(stem)), stems(false)];
	// What was done on a day is for whoever holds the day to it.
	const deed = want === "date" ? deedOf(text)?.stem : undefined;
	return topic
		.filter(({ stem, word }) => (story.index.knows(stem) || word === NAME) && !/\d/.test(word))
		.filter(({ word }) => !(HOW_MUCH.test(text) && AMOUNT.test(word)) && !PEOPLE.test(word))
		.filter(term => term.stem !== deed && !isTheme(story, [term]))
		.flatMap(term => {
			const isName = named.includes(term.stem);
			return isName || common.includes(term.stem) ? [{ term, isName }] : [];
		});
}

// As many articles as begin with a name for it to be what the story is about.
const MOST = 0.5;
const themes = new WeakMap<Story["articles"], ReadonlySet<string>>();

function namesIn(story: Story, text: string): readonly string[] {
	return stemsOf(story, (text.match(/\p{Lu}[\p{L}\p{N}-]+/gu) ?? []).join(" "));
}

/** The names with which most articles begin, as stems. */
function themesOf(story: Story): ReadonlySet<string> {
	const { articles } = story;
	const known = themes.get(articles);
	if (known !== undefined) return known;
	const leads = articles.map(({ sentences }) => {
		const lead = sentences.slice(0, LEAD).map(({ text }) => text);
		return new Set(namesIn(story, lead.join(" ")));
	});
	const all = new Set(leads.flatMap(names => [...names]));
	const isOfMost = (name: string) =>
		leads.filter(names => names.has(name)).length > articles.length * MOST;
	const found = new Set([...all].filter(isOfMost));
	themes.set(articles, found);
	return found;
}

const PRONOUN = /\b(?:he|she|they|it|his|hers?|their|its|him|them)\b/iu;

/**
 * Whether a text is not of another of the things that a story is about than a question asks of: where the
 * coverage sets two side by side, what is told of the one is not told of the other.
 */
export function keepsTheme(story: Story, { text }: Asked): (told: string) => boolean {
	const all = themesOf(story);
	const asked = namesIn(story, text).filter(name => all.has(name));
	return told => {
		if (asked.length === 0 || PRONOUN.test(told)) return true;
		const names = namesIn(story, told).filter(name => all.has(name));
		return names.length === 0 || names.some(name => asked.includes(name));
	};
}

// To call upon somebody names nobody.
const NAMING = /\b(?:nam(?:es?|ed|ing)|called(?! (?:on|upon|for|off))|dubbed|known as)\b/iu;

function meets(story: Story, { term, isName }: Hinge, text: string): boolean {
	if (term.word === NAME) return NAMING.test(text);
	if (!isName) return story.index.covers([term], text) >= MET_AT_ALL;
	const name = stemOfName(term);
	const told = contextOf(story.index.inCommonForms(text));
	return told.some(other => isSameName(name, stemOfName(other)));
}

// "His leg or his foot", "gas or diesel".
const OR =
	/(?<one>\p{L}+)\s+or\s+(?:(?:his|her|its|their|the|an?|in|on|by)\s+)?(?<other>\p{L}+)/giu;

/** The words that a question has chosen between, as stems: one of them is answer enough. */
function choicesOf(story: Story, text: string): readonly string[] {
	return [...text.matchAll(OR)].flatMap(({ groups }) =>
		stemsOf(story, `${groups?.["one"]} ${groups?.["other"]}`),
	);
}

/**
 * Whether a text speaks of everything that a question hinges on: of a thing by its word or one that can
 * stand for it, of a name by the name. Most of a question is not enough: who asks after homes without power
 * is not told of homes without water.
 */
export function speaksOfAll(story: Story, question: Asked): (text: string) => boolean {
	const deed = deedAsked(story, question);
	const hinges = hingesOf(story, question).filter(({ term }) => term.stem !== deed?.stem);
	const all = deed === null ? hinges : [...hinges, { term: deed, isName: false }];
	const choices = choicesOf(story, question.text);
	const isChoice = ({ term }: Hinge) => choices.includes(term.stem);
	const [either, each] = [all.filter(isChoice), all.filter(hinge => !isChoice(hinge))];
	// An adverb of a verb's stem tells no deed: what began initially was not founded.
	const tells = (text: string) =>
		deed === null || !asksByWhom(question.text) || tellsDeed(deed, text, DEED.alike);
	return text =>
		tells(text) &&
		each.every(hinge => meets(story, hinge, text)) &&
		(either.length === 0 || either.some(hinge => meets(story, hinge, text)));
}
