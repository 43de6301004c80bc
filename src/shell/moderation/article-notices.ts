import type { Notice } from "../../../commands/command.ts";
import { YES } from "../../../commands/options.ts";
import type { Choice, Entry, Section } from "../../answers/answer.ts";
import { claimInWords } from "../../answers/claim.ts";
import { counted, ended, NOT_CONFIRMED } from "../../answers/wording.ts";
import type { Claim, ClaimKind } from "../../claims/claim.ts";
import { nearCopies } from "../../claims/lineage/near-copies.ts";
import type { Article } from "../../corpus/article.ts";
import type { Mistyped } from "../../records/records.ts";
import type { Story } from "../../snapshot.ts";
import { dayInWords } from "../../text/day-in-words.ts";
import type { Preview } from "../library.ts";
import { type Draft, groupOf } from "./drafts.ts";
import { begun, refused, told } from "./job.ts";
import { proposedFor } from "./proposed-story.ts";
import { type Failure, NOT_NAMED } from "./read-origin.ts";

/** What an article is called: "Daily Post: Rents rise". */
export function nameOf({ outlet, title }: Pick<Draft, "outlet" | "title">): string {
	const publisher = outlet ?? NOT_NAMED;
	return title === null ? publisher : `${publisher}: ${title}`;
}

/** As many articles as are named in one line. */
const MOST_NAMED = 3;

/** What articles are called in one line, the first few by name. */
export function namesOf(articles: readonly Pick<Draft, "outlet" | "title">[]): string {
	const names = articles.map(nameOf);
	if (names.length <= MOST_NAMED + 1) return names.join("; ");
	return `${names.slice(0, MOST_NAMED).join("; ")} and ${names.length - MOST_NAMED} more`;
}

/** What a draft would add to its story, with buttons to add, change or drop it. */
export function noticeOfPreview(draft: Draft, { before, after, problems }: Preview): Notice {
	const added = after?.articles.find(({ article }) => `${article.id}.md` === draft.file);
	if (after === null || added === undefined) {
		const reasons = problems.map(({ reason, remedy }) => `${reason}; ${remedy}`).join(". ");
		return refused("This cannot be read as an article", reasons || "Nothing of it can be read.");
	}
	const words = added.article.body.split(/\s+/u).filter(word => word !== "").length;
	const claims = claimsOf(after, added.article.id);
	const sections: readonly Section[] = [
		{ heading: "What it would add", entries: frontMatter(draft, words, after) },
		{ heading: "Figures found", entries: figuresIn(claims, added.article.id) },
		{ heading: "Where it meets what is held", entries: meetings(claims, before, after) },
		{ heading: "Near copies held", entries: copiesHeld(added, before) },
	];
	const { title, text } = headOf(draft, after);
	return told(title, text, {
		sections: sections.filter(({ entries }) => entries.length > 0),
		choices: choicesOf([draft]),
	});
}

/** What stands above a preview; where what was typed could not be taken, why, and what the buttons do. */
function headOf(draft: Draft, story: Story): Pick<Notice, "title" | "text"> {
	const { outlet, mistyped } = draft;
	const [change, add] =
		outlet === null ? [NAME, ""] : [CHANGE, ` ${ADD} adds the article as it is shown here.`];
	if (mistyped !== null) {
		const text = `${nameOf(draft)}. ${sentencesOf(mistyped)} ${change} opens the form again as it was filled in.${add}`;
		return { title: NOT_TAKEN, text };
	}
	return outlet === null
		? { title: WHOSE, text: NAME_IT }
		: { title: "Add this article?", text: namedWithStory(draft, story) };
}

/** What a draft is called above its preview, and which story is proposed for it where none was named. */
function namedWithStory(draft: Draft, { title }: Story): string {
	if (draft.proposedBy === null) return nameOf(draft);
	return `${ended(nameOf(draft))} No story was named; “${title}” is proposed, and ${CHANGE} takes it to another.`;
}

/** That what somebody filled in about an article held is not taken, with what it was and the form again. */
export function noticeOfMistyped(
	{ story, id: article, ...held }: Article,
	mistyped: Mistyped,
): Notice {
	const entries = Object.entries(mistyped.values).map(([name, value]) => line(name, value));
	// A button carries little: what is the same as before need not be on it, nor what was not taken.
	const carried = (["outlet", "title"] as const).flatMap(name => {
		const value = mistyped.values[name];
		const isOther = value !== undefined && value !== (held[name] ?? "");
		return isOther && value.length <= CARRIED ? [[name, value] as const] : [];
	});
	const values = { story, article, again: YES, ...Object.fromEntries(carried.slice(0, 1)) };
	return refused(NOT_TAKEN, sentencesOf(mistyped), {
		sections: [{ heading: "As it was filled in", entries }],
		choices: [{ label: "Fill it in again…", command: "article edit", values }],
	});
}

/** As many characters as a button carries beside the names of most articles. */
const CARRIED = 30;

const NOT_TAKEN = "What was typed was not taken";
const ADD = "Add";
const CHANGE = "Change…";
const DROP = "Do not add";
const NAME = "Name the outlet…";
const WHOSE = "Who published this?";
const NAME_IT =
	"Nothing in it says which outlet published it. Name the outlet, then it can be added.";

/** That a draft cannot be added before its outlet is named, with a button that opens the form. */
export function noticeOfUnnamed(draft: Draft): Notice {
	return refused(WHOSE, NAME_IT, { choices: choicesOf([draft]) });
}

function button(label: string, draft: string, deed: string): Choice {
	return { label, command: "article add", values: { draft, deed } };
}

/** Buttons of drafts that wait: to add, change or drop the one, or to look at each of several or add all. */
export function choicesOf(drafts: readonly Draft[]): readonly Choice[] {
	const [first, ...others] = drafts;
	if (first === undefined) return [];
	const { id, outlet } = first;
	if (others.length === 0 && outlet === null) {
		return [button(NAME, id, "ask"), button("Cancel", id, "drop")];
	}
	if (others.length === 0) {
		return [button(ADD, id, "add"), button(CHANGE, id, "ask"), button("Cancel", id, "drop")];
	}
	const group = groupOf(id);
	return [
		button(`Add all ${drafts.length}`, group, "add"),
		...drafts.map(lookAt),
		button("Add none of these", group, "drop"),
	];
}

/** The button that opens the preview of one of several drafts. */
function lookAt(draft: Draft): Choice {
	return button(`Preview: ${nameOf(draft)}`, draft.id, "show");
}

/** A preview with a button that leads back to all drafts that were read together, where there are more. */
export function withWayBack(notice: Notice, drafts: readonly Draft[]): Notice {
	const [first, ...others] = drafts;
	if (first === undefined || others.length === 0) return notice;
	const back = button(`Back to all ${drafts.length}`, groupOf(first.id), "show");
	return { ...notice, choices: [...notice.choices, back] };
}

/** What came of several addresses: each draft with its buttons, and what could not be read. */
export function noticeOfDrafts(drafts: readonly Draft[], failures: readonly Failure[]): Notice {
	const sections: readonly Section[] = [waitingSection(drafts), failureSection(failures)];
	const failed = failures.length === 0 ? "" : `, ${failures.length} could not be`;
	const read = counted(drafts.length, "article was", "articles were");
	return told(
		drafts.length === 1 ? "Add this article?" : "Add these articles?",
		`${read} read${failed}.`,
		{ sections: sections.filter(({ entries }) => entries.length > 0), choices: choicesOf(drafts) },
	);
}

/** What was done, and which of the drafts that were read together still wait, with their buttons. */
export function withWaiting(notice: Notice, drafts: readonly Draft[]): Notice {
	const [first, ...others] = drafts;
	if (first === undefined) return notice;
	return {
		...notice,
		sections: [waitingSection(drafts), ...notice.sections],
		choices: [
			...notice.choices,
			// A button names its draft where what it stands under is of another.
			...(others.length === 0 ? [lookAt(first), dropOf(first)] : choicesOf(drafts)),
		],
	};
}

function dropOf(draft: Draft): Choice {
	return button(`${DROP}: ${nameOf(draft)}`, draft.id, "drop");
}

function waitingSection(drafts: readonly Draft[]): Section {
	const entries = drafts.map(draft =>
		line(nameOf(draft), ...datesOf(draft), `story ${draft.story}`, ...proposedFor(draft)),
	);
	return { heading: "Read, and not added yet", entries };
}

/** What could not be read, with what to do. */
export function failureSection(failures: readonly Failure[]): Section {
	const entries = failures.map(({ what, reason, remedy }) => line(what, `${reason}; ${remedy}`));
	return { heading: "Could not be read", entries };
}

/** What was done, and what of all that was asked for could not be read. */
export function withFailures(
	notice: Notice,
	failures: readonly Failure[],
	done: "read" | "fetched again",
): Notice {
	if (failures.length === 0) return notice;
	return {
		...notice,
		text: `${notice.text} ${failures.length} could not be ${done}.`,
		// First, since what does not fit a message is what stands last.
		sections: [failureSection(failures), ...notice.sections],
		isPartial: true,
	};
}

/** Nothing could be read. */
export function noticeOfFailures(failures: readonly Failure[]): Notice {
	const [first, ...others] = failures;
	if (first !== undefined && others.length === 0) {
		return refused(`${first.what} cannot be added`, sentencesOf(first));
	}
	return refused("Nothing could be read", "See what was wrong with each.", {
		sections: [failureSection(failures)],
	});
}

/** Why something cannot be, and what to do. */
export function sentencesOf({ reason, remedy }: Pick<Failure, "reason" | "remedy">): string {
	return `${ended(begun(reason))} ${ended(begun(remedy))}`;
}

function line(label: string, ...remarks: readonly string[]): Entry {
	return { label, published: null, excerpt: null, remarks, changes: [] };
}

function frontMatter(draft: Draft, words: number, story: Story): readonly Entry[] {
	return [
		line("Outlet", draft.outlet ?? "not known"),
		line("Title", draft.title ?? "not known"),
		line("Published", ...datesOf(draft)),
		line("Story", story.title, ...proposedFor(draft)),
		line("Words", words.toLocaleString("en")),
	];
}

/** When an article was published, and how that is known. */
function datesOf({ published, dateIsUnconfirmed, dated }: Draft): readonly string[] {
	if (published === null) return ["no date known"];
	const day = dayInWords(published);
	if (dateIsUnconfirmed) return [day, `${NOT_CONFIRMED}: guessed from the page’s text`];
	return dated === null ? [day] : [day, `found in the page (${dated.from})`];
}

/** The claims that an article reports. */
function claimsOf({ claims }: Story, article: string): readonly Claim[] {
	return claims.filter(({ reports }) => reports.some(report => report.article === article));
}

function figuresIn(claims: readonly Claim[], article: string): readonly Entry[] {
	return claims
		.filter(({ kind }) => kind === "figure")
		.flatMap(({ label, reports }) =>
			reports
				.filter(report => report.article === article)
				.map(({ printed, excerpt }) => line(label, `printed: ${printed}`, `in: “${excerpt.text}”`)),
		);
}

/** What others print too: where they agree, and where they then differ. */
function meetings(claims: readonly Claim[], before: Story | null, after: Story): readonly Entry[] {
	const held = new Set(before?.claims.map(({ id }) => id));
	const shared = claims.filter(
		({ id, kind, reports }) =>
			MET.has(kind) && held.has(id) && new Set(reports.map(({ outlet }) => outlet)).size > 1,
	);
	return shared.map(claim =>
		line(claim.agreement === "differ" ? "Would differ" : "Agree", claimInWords(after, claim)),
	);
}

/** Kinds of claims of which it can be told at a glance whether outlets agree. */
const MET: ReadonlySet<ClaimKind> = new Set(["figure", "date", "quotation"]);

function copiesHeld(added: Story["articles"][number], before: Story | null): readonly Entry[] {
	return nearCopies(added, before?.articles ?? []).map(({ article, kind, share }) => {
		const percent = `${Math.round(share * 100)}% of the runs of five words are the same`;
		return line(
			nameOf(article),
			kind === "copy" ? "nearly the same text" : "shares passages",
			percent,
		);
	});
}
