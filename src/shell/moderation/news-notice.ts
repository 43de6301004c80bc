import type { Notice } from "../../../commands/command.ts";
import type { Choice, Entry, Section } from "../../answers/answer.ts";
import { claimInWords } from "../../answers/claim.ts";
import { entryOf } from "../../answers/sections.ts";
import { counted } from "../../answers/wording.ts";
import type { Claim, Report } from "../../claims/claim.ts";
import type { Story } from "../../snapshot.ts";
import { told } from "./job.ts";
import { isPrinted, joinedByWords, type News } from "./news.ts";

/** More at once nobody reads. */
const MOST = 5;

/** Of one claim; a button shows the rest. */
const MOST_EXCERPTS = 4;

/** News that rest on the same words, the one that says most first. */
type Group = readonly [News, ...News[]];

/**
 * One notice of all that is new for a channel, figures first, with the excerpts that it rests on. As much
 * is told as `fits`, five things at most and one at least, and how many more there are.
 */
export function noticeOfNews(news: readonly News[], fits: (notice: Notice) => boolean): Notice {
	const groups = joinedByWords(news);
	for (let most = Math.min(MOST, groups.length); most > 1; most -= 1) {
		const notice = noticeOf(groups, most);
		if (fits(notice)) return notice;
	}
	return noticeOf(groups, 1);
}

function noticeOf(groups: readonly Group[], most: number): Notice {
	const shown = groups.slice(0, most);
	const stories = [...new Set(groups.map(([{ story }]) => story))];
	const [only, ...others] = stories;
	const isOne = only !== undefined && others.length === 0;
	const more = groups.length - shown.length;
	return told(`New in ${isOne ? only.title : "the coverage"}`, leadOf(groups), {
		sections: [...shown.map(group => sectionOf(group, !isOne)), ...moreOf(more)],
		choices: [...shown.flatMap(([first]) => lookAt(first)), ...doubtOf(shown)],
	});
}

/** The first thing in a sentence, and how many others there are. */
function leadOf([first, ...others]: readonly Group[]): string {
	if (first === undefined) return "";
	const [{ sayings, turn }] = first;
	const more =
		others.length === 0
			? ""
			: `And ${counted(others.length, "other thing is", "other things are")} new.`;
	return [...sayings.slice(0, MOST_EXCERPTS).map(({ text }) => text), turn, more]
		.filter(text => text !== "")
		.join(" ");
}

function moreOf(more: number): readonly Section[] {
	if (more === 0) return [];
	const label = `And ${more} more`;
	return [
		{ heading: label, entries: [remarkOf("Not shown here", "/figures and /compare show them")] },
	];
}

function remarkOf(label: string, remark: string): Entry {
	return { label, published: null, excerpt: null, remarks: [remark], changes: [] };
}

function sectionOf(group: Group, namesStory: boolean): Section {
	const [{ story, claim, label, turn }] = group;
	const heading = namesStory ? `${label} (${story.title})` : label;
	if (claim === null) return { heading, entries: [remarkOf(turn, "what it printed is gone")] };
	const fresh = freshEntries(group).slice(0, MOST_EXCERPTS);
	const beside = otherPositions(story, claim, group).slice(0, MOST_EXCERPTS);
	const stands = remarkOf(turn === "" ? "As it stands now" : turn, claimInWords(story, claim));
	return { heading, entries: [...fresh, ...beside, stands] };
}

/** The sentences that are new, each once, with what is new in it. */
function freshEntries(group: Group): readonly Entry[] {
	const [first] = group;
	const entries = new Map<string, Entry>();
	for (const { story, report, remark } of group.flatMap(news => freshReports(news, first))) {
		const known = entries.get(placeOf(report)) ?? entryOf(story, report);
		entries.set(placeOf(report), { ...known, remarks: [...known.remarks, ...remark] });
	}
	return [...entries.values()];
}

/** What news rest on, with what is new beside the first report of each outlet; of words alone the first in a group tells. */
function freshReports(news: News, first: News) {
	if (news !== first && !isPrinted(news)) return [];
	const { story, label, sayings } = news;
	const name = label === first.label ? "" : `${label}: `;
	return sayings.flatMap(({ text, reports }) =>
		reports.map((report, at) => ({ story, report, remark: at === 0 ? [`${name}${text}`] : [] })),
	);
}

/** Of a claim on which outlets differ, a sentence for each other position. */
function otherPositions(story: Story, claim: Claim, group: Group): readonly Entry[] {
	if (claim.agreement !== "differ") return [];
	const fresh = new Set(
		group.flatMap(({ sayings }) => sayings.flatMap(({ reports }) => reports)).map(placeOf),
	);
	return claim.positions.flatMap(({ reports }) => {
		const own = reports.flatMap(index => claim.reports[index] ?? []);
		const [report] = own;
		if (report === undefined || own.some(one => fresh.has(placeOf(one)))) return [];
		return [entryOf(story, report)];
	});
}

function placeOf({ excerpt: { article, start, end } }: Report): string {
	return `${article} ${start} ${end}`;
}

function lookAt({ story, claim }: News): readonly Choice[] {
	if (claim === null) return [];
	return [{ label: claim.label, command: "claim", values: { text: claim.label, story: story.id } }];
}

/** One claim that is told by itself can be doubted at once. */
function doubtOf([only, ...others]: readonly Group[]): readonly Choice[] {
	if (only === undefined || others.length > 0) return [];
	const [{ story, claim }] = only;
	if (claim === null) return [];
	const values = { claim: claim.id, story: story.id };
	return [{ label: "This looks wrong", command: "flag", values }];
}
