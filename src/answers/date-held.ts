import type { Claim, Report } from "../claims/claim.ts";
import type { Figure } from "../figures/figure.ts";
import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { showClaim } from "./claim.ts";
import { checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import type { Question } from "./question.ts";
import { positionInWords, sectionsOf } from "./sections.ts";
import { ANSWERS } from "./sentences.ts";
import { timesIn, weekdayNamed, weekdayOf } from "./times.ts";
import { listed } from "./wording.ts";

const DAY = /\b(\d{1,2})(?:st|nd|rd|th)?\b(?!:)/u;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

/** A day that somebody states: by its weekday, or by its month and number. */
interface StatedDay {
	readonly text: string;
	/** 0 for Sunday; null where no weekday is stated. */
	readonly weekday: number | null;
	/** "04-13"; null where no month is stated. */
	readonly monthDay: string | null;
}

function statedDay(date: Figure): StatedDay | null {
	const { text } = date;
	const weekday = weekdayNamed(text);
	const month = timesIn([date])[0]?.month ?? null;
	const day = DAY.exec(text)?.[1] ?? null;
	const monthDay = month === null || day === null ? null : `${month}-${day.padStart(2, "0")}`;
	return weekday === null && monthDay === null ? null : { text, weekday, monthDay };
}

/** Whether a report has the day, as printed or as its date computes to. */
function hasDay({ printed, asOf }: Report, { weekday, monthDay }: StatedDay): boolean {
	const day = ISO_DAY.exec(asOf ?? "")?.[0] ?? null;
	const own = weekdayNamed(printed) ?? weekdayOf(day);
	const isWeekday = weekday === null || own === weekday;
	return isWeekday && (monthDay === null || day?.slice(5) === monthDay);
}

function answerOtherDay(story: Story, stated: StatedDay, claim: Claim): Answer {
	const sections = sectionsOf(story, claim);
	const printed = claim.positions.map(position => positionInWords(claim, position));
	return {
		...emptyAnswer(story, null),
		kind: "contradicted",
		text: `No outlet prints “${stated.text}” for ${claim.label}. Printed: ${listed(printed)}.`,
		claims: [claim],
		excerpts: excerptsIn(sections),
		silent: claim.silent,
		checks: checksOf([claim]),
		sections,
	};
}

/** The answer to a text that states a day: who prints it, or that other days are printed; null where it states none or nothing dated fits. */
export function holdDay(story: Story, { want, dates, topic }: Question): Answer | null {
	const [stated] = dates.map(statedDay).filter(day => day !== null);
	if (stated === undefined || want === "amount" || want === "date" || want === "speech")
		return null;
	const dated = dates.flatMap(({ text }) => text.toLowerCase().split(/\P{L}+/u));
	const rest = topic.filter(({ word }) => !dated.includes(word) && !/\d/.test(word));
	const claims = story.index
		.match(rest)
		.filter(({ claim, score }) => claim.kind === "date" && score >= ANSWERS)
		.map(({ claim }) => claim);
	const [first] = claims;
	if (first === undefined || rest.length === 0) return null;
	const held = claims.find(({ reports }) => reports.some(report => hasDay(report, stated)));
	return held === undefined ? answerOtherDay(story, stated, first) : showClaim(story, held);
}
