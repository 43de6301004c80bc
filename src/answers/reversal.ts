import { isReportable } from "../claims/reading.ts";
import type { ArticleText, Sentence } from "../corpus/passage.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import { type Agent, actsIn, agentIn } from "./agent.ts";
import type { Answer } from "./answer.ts";
import { emptyAnswer, excerptsIn } from "./compose.ts";
import { type Movement, movementsIn, standOn } from "./movement.ts";
import { type Question, type Want, WHETHER } from "./question.ts";
import { entryOfSentence } from "./sentences.ts";
import { counted, listed, unique } from "./wording.ts";

interface Stand {
	readonly source: ArticleText;
	readonly sentence: Sentence;
	/** Whether the sentence has the subject go where the question says, or the other way. */
	readonly same: boolean;
}

function standsOn(story: Story, movement: Movement, agent: Agent | null): readonly Stand[] {
	const standOf = standOn(story, movement);
	return story.articles.flatMap(source =>
		source.sentences.filter(isReportable).flatMap(sentence => {
			const same = standOf(sentence.text);
			if (agent !== null && !actsIn(story, agent, sentence.text)) return [];
			return same === null ? [] : [{ source, sentence, same }];
		}),
	);
}

function outletsOfStands(stands: readonly Stand[]): readonly string[] {
	return unique(stands.map(({ source }) => source.article.outlet));
}

/** Of some sentences the first of each outlet. */
function firstOfEach(stands: readonly Stand[]): readonly Stand[] {
	return outletsOfStands(stands).flatMap(
		outlet => stands.find(({ source }) => source.article.outlet === outlet) ?? [],
	);
}

function sectionOfStands(heading: string, stands: readonly Stand[]) {
	return { heading, entries: stands.map(stand => entryOfSentence(stand)) };
}

// An outlet may have the same in a sentence that is not read as one of these: nobody is called silent.
function answerOpposed(story: Story, text: string, opposed: readonly Stand[]): Answer {
	const outlets = outletsOfStands(opposed);
	const sections = [sectionOfStands("What the outlets print instead", opposed)];
	const all = outletsOf(story);
	const verb = outlets.length === 1 ? "prints" : "print";
	return {
		...emptyAnswer(story, text),
		kind: "contradicted",
		text: `No outlet reports that. ${counted(outlets.length, "outlet")} of ${all.length} ${verb} the opposite: ${listed(outlets)}.`,
		excerpts: excerptsIn(sections),
		sections,
	};
}

function answerBoth(
	story: Story,
	text: string,
	stands: Record<"along" | "against", readonly Stand[]>,
) {
	const { along, against } = stands;
	const sections = [
		sectionOfStands("Printed so", along),
		sectionOfStands("Printed the other way", against),
	];
	return {
		...emptyAnswer(story, text),
		kind: "differ" as const,
		text: `The coverage prints both: so by ${listed(outletsOfStands(along))}; the other way by ${listed(outletsOfStands(against))}.`,
		excerpts: excerptsIn(sections),
		sections,
	};
}

// What these ask takes for granted which way something goes.
const HOLDS_PREMISE: ReadonlySet<Want> = new Set(["anything", "silent", "reason"]);

// What one outlet prints may be of another thing; what two print is not.
const ENOUGH = 2;

/**
 * The answer to a question that has something go one way where the coverage has it go the other: no outlet
 * reports that, and these say the opposite; or, where some print either, both. null where the question has
 * no such premise, or every outlet that speaks of it bears it out.
 */
export function answerReversed(story: Story, { text, want }: Question): Answer | null {
	if (!HOLDS_PREMISE.has(want)) return null;
	const agent = agentIn(story, text);
	const stands = movementsIn(story, text).map(movement => standsOn(story, movement, agent));
	const all = stands.flat();
	const along = firstOfEach(all.filter(({ same }) => same));
	const against = stands.flatMap(each => {
		const opposed = firstOfEach(each.filter(({ same }) => !same));
		const isBorneOut = each.some(({ same }) => same);
		return opposed.length < ENOUGH && !isBorneOut ? [] : opposed;
	});
	if (against.length === 0) return null;
	if (along.length === 0) return answerOpposed(story, text, against);
	return WHETHER.test(text) && stands.length === 1
		? answerBoth(story, text, { along, against })
		: null;
}
