import type { ContextTerm } from "../claims/context.ts";
import { extractFigures } from "../figures/extract.ts";
import { cueKind } from "../quotations/cues.ts";
import type { Story } from "../snapshot.ts";
import { DEED, deedOf, saysLittle, stemsOf, tellsDeed } from "./agent.ts";
import type { Question } from "./question.ts";

const WHERE =
	/^\W*(?:where|(?:(?:in|to|from) )?(?:which|what) (?:places?|countr(?:y|ies)|regions?|cit(?:y|ies)|states?|towns?))\b/iu;
const MOVES =
	/\b(?:from|to|go|going|gone|goes|went|com(?:e|ing)|came|mov(?:e|es|ed|ing)|flee|fled|travel\p{L}*|fly|flew|flown|head(?:s|ed|ing)?|ship(?:s|ped|ping)?|send|sent|sail\p{L}*|bring|brought|take|taken|took|get|got|attract\p{L}*|draw[ns]?|drew|earn(?:ed)?|receive[ds]?|obtain(?:ed)?|buy|bought|learn(?:ed|t)?|graduate[ds]?|stud(?:y|ied))\b/iu;

const IN = "in|near|outside|inside|across|around|off|along|behind|beneath|under|throughout|within";
const TOWARD = "to|into|toward|towards|from";

// Nouns that name where somebody can be.
const SPOTS =
	`airport alley apartment arena barn base basement beach bedroom border bridge building bunker bus cafe camp campus capital castle cave cell
	cemetery church cinema city clinic club coast college concert corner country county court courthouse courtroom dam depot desert district dock embassy factory
	farm field forest garage garden gym harbor harbour headquarters highway hill home hospital hotel house island jail kitchen laboratory lab lake library mall
	mansion market mill mine mosque motel mountain museum nightclub office palace park plant platform playground plaza pool port prison pub quarry ranch region
	reservoir resort restaurant river road room school sea shelter shop shore square stadium stage station store street studio suburb synagogue temple tent
	theater theatre town tower train tunnel university valley village warehouse waters woods yard zoo`
		.split(/\s+/)
		.join("|");

// "In the new building block" no building is spoken of.
const BEHIND =
	"about|after|against|and|are|as|at|because|before|behind|but|by|during|for|from|had|has|in|is|last|near|not|of|on|or|outside|over|since|that|this|to|under|until|was|were|when|where|which|while|who|with|yesterday";

const POSTS =
	"analysts?|attorneys?|chief|directors?|economists?|editors?|executives?|experts?|fellows?|heads?|lawyers?|managers?|officers?|officials?|partners?|presidents?|professors?|researchers?|scholars?|scientists?|strategists?|unit|units";

// "An analyst at Acme" tells whose analyst that is, which is where she works, and where nothing else is done.
const OF_POST = String.raw`(?<!\b(?:\p{Lu}\p{L}*|${POSTS}),?\s)`;
const WORKS = /\b(?:work(?:s|ed|ing)?|serve[sd]?|teach|taught|employed|stud(?:y|ied)|job)\b/iu;

const SITES =
	"Academy|Airport|Arena|Avenue|Base|Bay|Beach|Boulevard|Bridge|Building|Capitol|Castle|Center|Centre|Church|College|Court|Drive|Garden|Gardens|Hall|Harbor|Harbour|Highway|Hill|Hospital|Hotel|House|Island|Lane|Library|Mall|Museum|Palace|Park|Plaza|Prison|Road|School|Square|Stadium|Station|Street|Theater|Theatre|Tower|University";

/** The patterns of a place in a sentence, by its name or by what kind of place it is. */
function patternsFor(question: string): readonly RegExp[] {
	const before = MOVES.test(question) ? `${IN}|${TOWARD}` : IN;
	return [
		new RegExp(
			String.raw`(?<!according\s)\b(?:${before})\s+(?:the\s+)?(?:\p{Ll}+\s+)?(?<name>\p{Lu}[\p{L}’'.-]+)`,
			"gu",
		),
		new RegExp(
			String.raw`${WORKS.test(question) ? "" : OF_POST}\bat\s+(?:the\s+)?(?:\p{Ll}+\s+)?(?<name>\p{Lu}[\p{L}’'.-]+)`,
			"gu",
		),
		new RegExp(
			String.raw`\b(?<name>(?:\p{Lu}[\p{L}’'.-]+\s+){1,3}(?:${SITES})(?!\s+\p{Lu})|(?:Camp|Cape|Fort|Lake|Mount|Port)\s+\p{Lu}\p{L}+)\b`,
			"gu",
		),
		new RegExp(
			String.raw`\b(?:${before}|at|on)\s+(?:the|an?|his|her|its|their|this|that|our|my)\s+(?:[\p{L}’'-]+\s+){0,2}?(?<name>(?:${SPOTS})s?)(?=$|[^\p{L}\s-]|\s+(?:${BEHIND})\b)`,
			"giu",
		),
		/\b(?:alumn(?:us|a)|capital|citizen|city|coast|county|graduate|native|outskirts|port|resident|state|streets?|suburb|town|village)\s+of\s+(?<name>\p{Lu}[\p{L}’'.-]+)/gu,
		/\b(?:of|from)\s+(?<name>\p{Lu}[\p{L}’'.-]+),\s+\p{Lu}/gu,
		/\b(?:drive|flight|journey|tour|trip|visit)s?\s+(?:to|of|through)\s+(?:the\s+)?(?<name>\p{Lu}[\p{L}’'.-]+)/gu,
		/(?<name>\p{Lu}[\p{L}.]+)-based\b/gu,
	];
}

// How many words may stand between a place and what is done there.
const NEAR = 9;

/** What stands about some part of a sentence. */
function around(sentence: string, start: number, end: number): string {
	const before = sentence.slice(0, start).split(/\s+/).slice(-NEAR).join(" ");
	const behind = sentence.slice(end).split(/\s+/).slice(0, NEAR).join(" ");
	return `${before} ${sentence.slice(start, end)} ${behind}`;
}

/** What is asked to have been done somewhere; null where the verb leaves it to a noun. */
function deedAt(text: string): ContextTerm | null {
	const deed = deedOf(text);
	// Who spoke somewhere is told there with any word of saying.
	if (deed === null || saysLittle(deed.word) || cueKind(deed.word) === "say") return null;
	return deed;
}

/**
 * Whether a sentence can tell where something is that a question asks the place of: it names a place that
 * the question does not, near what is done there; any can where no place is asked for.
 */
export function tellsPlace(
	story: Story,
	{ want, text }: Pick<Question, "want" | "text">,
): (sentence: string) => boolean {
	if (want !== "place" || !WHERE.test(text)) return () => true;
	const deed = deedAt(text);
	const patterns = patternsFor(text);
	const asked = stemsOf(story, text);
	return sentence => {
		const dates = extractFigures(sentence).filter(({ kind }) => kind === "date");
		const isDate = (at: number) => dates.some(({ start, end }) => start <= at && at < end);
		return patterns
			.flatMap(pattern => [...sentence.matchAll(pattern)])
			.some(match => {
				const [found] = match;
				const name = match.groups?.["name"] ?? "";
				const end = match.index + found.length;
				const isNew = stemsOf(story, name).some(stem => !asked.includes(stem));
				// "Springfield-based" tells of being based.
				const near = around(sentence, match.index, end).replaceAll("-based", " based");
				return (
					isNew && !isDate(end - name.length) && (deed === null || tellsDeed(deed, near, DEED.same))
				);
			});
	};
}
