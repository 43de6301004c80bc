import type { Claim } from "../claims/claim.ts";
import { contextOf } from "../claims/context.ts";
import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { contradicted } from "./contradicted.ts";
import { isSameName, stemOfName } from "./same-name.ts";
import { type Stated, saysSame } from "./stated.ts";

// "$200 billion worth of Chinese goods": the names of what a figure is of stand right behind it.
const OF_NAMES = /^\s*(?:worth\s+)?(?:of|in)\s+((?:(?:the\s+)?\p{Lu}[\p{L}.’'-]*\s+)+)\p{Ll}+/u;

function namesBehind(story: Story, behind: string): readonly string[] {
	const phrase = OF_NAMES.exec(behind)?.[1] ?? "";
	return contextOf(story.index.inCommonForms(phrase)).map(stemOfName);
}

/** The answer to a text that states a figure of one country's or firm's where all who print it have it of another's; null else. */
export function answerOtherObject(story: Story, stated: Stated, claim: Claim): Answer | null {
	const { figure, text } = stated;
	const asked = namesBehind(story, text.slice(figure.end));
	if (asked.length === 0) return null;
	const printed = claim.reports
		.filter(report => saysSame(report, figure))
		.flatMap(report => {
			const at = report.excerpt.text.indexOf(report.printed);
			const behind = at < 0 ? "" : report.excerpt.text.slice(at + report.printed.length);
			const names = namesBehind(story, behind);
			return names.length === 0 ? [] : [{ report, names }];
		});
	const isAsked = (name: string) => asked.some(other => isSameName(name, other));
	const [first] = printed;
	if (first === undefined || printed.some(({ names }) => names.some(isAsked))) return null;
	const { outlet, excerpt } = first.report;
	return contradicted(
		story,
		`No outlet prints “${figure.text}${OF_NAMES.exec(text.slice(figure.end))?.[0] ?? ""}”; ${outlet}: “${excerpt.text}”`,
		[claim],
	);
}
