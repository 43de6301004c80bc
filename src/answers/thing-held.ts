import type { Story } from "../snapshot.ts";
import { tellsAge } from "./age-held.ts";
import { tellsPrice } from "./price-held.ts";
import type { Question } from "./question.ts";

/** Whether a text has what a question asks of its very thing: its price, its age. */
export function tellsOfThing(story: Story, question: Question): (sentence: string) => boolean {
	const [prices, ages] = [tellsPrice(story, question), tellsAge(story, question)];
	return sentence => prices(sentence) && ages(sentence);
}
