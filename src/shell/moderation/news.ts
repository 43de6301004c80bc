import type { Agreement, Claim, ClaimKind, Report } from "../../claims/claim.ts";
import { shortHash } from "../../claims/identity.ts";
import type { Watch } from "../../records/records.ts";
import { type Snapshot, type Story, storyFinder } from "../../snapshot.ts";
import type { ArticleName, ClaimName, SnapshotDiff } from "../../snapshot-diff.ts";

/** What was served before and is served now, and what differs. */
export interface Turnover {
	readonly before: Snapshot;
	readonly after: Snapshot;
	readonly diff: SnapshotDiff;
}

/** What one outlet prints anew. */
export interface Saying {
	/** "Coast Daily now prints “$4.6 million”; before, “$4.2 million”." */
	readonly text: string;
	/** What it prints; at least one. */
	readonly reports: readonly Report[];
}

/** What is new of one claim. */
export interface News {
	readonly story: Story;
	/** As it is now; null where nobody prints it any more. */
	readonly claim: Claim | null;
	readonly kind: ClaimKind;
	readonly label: string;
	readonly sayings: readonly Saying[];
	/** That outlets agree or differ who did not, or that nobody prints it any more; "" otherwise. */
	readonly turn: string;
	/**
	 * How it was and how it is, each in a few letters that are the same in every process: whoever tells of a
	 * change from how it was, or to how it is, tells the same news.
	 */
	readonly marks: readonly string[];
}

/** All that one channel is to be told. */
export interface ChannelNews {
	readonly channel: string;
	readonly news: readonly News[];
}

/**
 * What each channel that watches is told of a change: of claims that it watches, or that are of a story
 * that it watches, a new position, a changed figure, an outlet that was silent and speaks, and a turn
 * between agreeing and differing; of a story also what is printed for the first time; of a claim also that
 * nobody prints it any more. Figures come first, in the order of the diff.
 */
export function newsOf(turnover: Turnover, watches: readonly Watch[]): readonly ChannelNews[] {
	const items = itemsOf(turnover);
	const channels = [...new Set(watches.map(({ channel }) => channel))];
	return channels.flatMap(channel => {
		const own = watches.filter(watch => watch.channel === channel);
		const news = items.filter(item => own.some(watch => fits(item, watch))).map(({ news }) => news);
		return news.length === 0 ? [] : [{ channel, news }];
	});
}

/** Which kinds of claims are told first: a figure says what the sentence around it only repeats. */
const TELLING: readonly ClaimKind[] = ["figure", "date", "quotation", "attribution", "statement"];

/**
 * News put together that rest on the same words, so that a sentence is told once: with the first, what
 * else of it is printed in the same sentences.
 */
export function joinedByWords(news: readonly News[]): readonly (readonly [News, ...News[]])[] {
	const joined: [News, ...News[]][] = [];
	for (const item of news) {
		const fitting = joined.find(group => restsOn(item, group));
		if (fitting === undefined) joined.push([item]);
		else fitting.push(item);
	}
	return joined;
}

function restsOn({ story, sayings }: News, group: readonly [News, ...News[]]): boolean {
	if (sayings.length === 0 || group[0].story !== story) return false;
	const words = group.flatMap(reportsIn);
	return sayings
		.flatMap(({ reports }) => reports)
		.every(report => words.some(other => overlap(report, other)));
}

function reportsIn({ sayings }: News): readonly Report[] {
	return sayings.flatMap(({ reports }) => reports);
}

function overlap({ excerpt: one }: Report, { excerpt: other }: Report): boolean {
	return one.article === other.article && one.start < other.end && other.start < one.end;
}

interface Item {
	readonly name: ClaimName;
	/** Which watches it is for. */
	readonly audience: "all" | "story" | "claim";
	readonly news: News;
}

function fits({ name, audience }: Item, { story, claim }: Watch): boolean {
	if (story !== name.story) return false;
	return claim === null ? audience !== "claim" : audience !== "story" && claim === name.id;
}

function itemsOf({ before, after, diff }: Turnover): readonly Item[] {
	const [storyBefore, storyNow] = [storyFinder(before), storyFinder(after)];
	const claimIn = (story: Story | null, { id }: ClaimName) =>
		story?.claims.find(claim => claim.id === id) ?? null;
	const gone = diff.claims.gone.flatMap(name => claimIn(storyBefore(name.story), name) ?? []);
	const fresh = diff.claims.new.flatMap(name => claimIn(storyNow(name.story), name) ?? []);
	const about = (
		names: readonly ClaimName[],
		audience: Item["audience"],
		tell: (pair: Pair) => Told | null,
	): readonly Item[] =>
		names.flatMap(name => {
			const story = storyNow(name.story);
			const [old, now] = [claimIn(storyBefore(name.story), name), claimIn(story, name)];
			const told = tell({ old, now, outlets: touchingIn(diff, name.story) });
			const kind = (now ?? old)?.kind;
			if (story === null || told === null || kind === undefined) return [];
			const marks = [...marksOf("from", name, old), ...marksOf("to", name, now)];
			const { label } = name;
			return [{ name, audience, news: { story, claim: now, kind, label, ...told, marks } }];
		});
	return [
		...about(diff.claims.changed, "all", whatChanged),
		...about(diff.claims.new, "story", pair => whatIsNew(pair, printedIn(gone))),
		...about(diff.claims.gone, "claim", pair => whatIsGone(pair, printedIn(fresh))),
	].toSorted((a, b) => TELLING.indexOf(a.news.kind) - TELLING.indexOf(b.news.kind));
}

/** A claim as it was and as it is. */
interface Pair {
	readonly old: Claim | null;
	readonly now: Claim | null;
	readonly outlets: Touching;
}

/** The outlets whose articles a change touched: of the others, only our reading has changed. */
interface Touching {
	/** With an article that is new or changed. */
	readonly spoke: ReadonlySet<string>;
	/** Those, and the ones with an article that is gone. */
	readonly touched: ReadonlySet<string>;
}

type Told = Pick<News, "sayings" | "turn">;

function touchingIn({ articles }: SnapshotDiff, story: string): Touching {
	const outletsOf = (all: readonly ArticleName[]) =>
		new Set(all.filter(article => article.story === story).map(({ outlet }) => outlet));
	const present = [...articles.new, ...articles.changed];
	return { spoke: outletsOf(present), touched: outletsOf([...present, ...articles.gone]) };
}

/** By its words: processes that were started at different times may call a claim by different ids. */
function marksOf(side: "from" | "to", { story }: ClaimName, claim: Claim | null) {
	if (claim === null) return [];
	const words = claim.reports.map(({ article, printed, excerpt }) => [
		article,
		printed,
		excerpt.text,
	]);
	return [`${side} ${shortHash(JSON.stringify([story, claim.kind, words]))}`];
}

const TURNS: Readonly<Record<Agreement, string>> = {
	agree: "The outlets now agree.",
	differ: "The outlets now differ.",
	single: "",
};

function whatChanged({ old, now, outlets: { spoke, touched } }: Pair): Told | null {
	if (old === null || now === null) return null;
	const isTouched = [old, now].flatMap(outletsIn).some(outlet => touched.has(outlet));
	const hasTurned =
		isTouched && old.agreement !== now.agreement && (isPrinted(now) || now.kind === "quotation");
	const turn = hasTurned ? TURNS[now.agreement] : "";
	const outlets = outletsIn(now).filter(outlet => spoke.has(outlet));
	const sayings = outlets.flatMap(outlet => whatOutletSays(outlet, old, now));
	return sayings.length === 0 && turn === "" ? null : { sayings, turn };
}

/**
 * What articles print in some claims. When a sentence is edited, a figure in it that stayed may be read as
 * another claim: it is neither new nor gone.
 */
function printedIn(claims: readonly Claim[]): ReadonlySet<string> {
	return new Set(claims.flatMap(claim => claim.reports.map(report => printingOf(claim, report))));
}

function printingOf({ kind }: Claim, report: Report): string {
	return JSON.stringify([kind, report.article, meaningOf(report)]);
}

/** Figures and dates alone: the words in which something is told change with each text. */
function whatIsNew({ now, outlets: { spoke } }: Pair, before: ReadonlySet<string>): Told | null {
	if (now === null || !isPrinted(now)) return null;
	const outlets = outletsIn(now).filter(outlet => spoke.has(outlet));
	const sayings = outlets.flatMap((outlet): readonly Saying[] => {
		const reports = reportsOf(now, outlet).filter(report => !before.has(printingOf(now, report)));
		return reports.length === 0 ? [] : [{ text: `${outlet} prints ${quoted(reports)}.`, reports }];
	});
	return sayings.length === 0 ? null : { sayings, turn: "" };
}

function whatIsGone({ old, outlets }: Pair, now: ReadonlySet<string>): Told | null {
	if (old === null || !outletsIn(old).some(outlet => outlets.touched.has(outlet))) return null;
	if (old.reports.some(report => now.has(printingOf(old, report)))) return null;
	return { sayings: [], turn: "No article held prints this any more." };
}

function whatOutletSays(outlet: string, old: Claim, now: Claim): readonly Saying[] {
	const [was, is] = [reportsOf(old, outlet), reportsOf(now, outlet)];
	if (was.length === 0) {
		const text = isPrinted(now)
			? `${outlet} now prints ${quoted(is)}.`
			: `${outlet} now reports it.`;
		return [{ text, reports: is }];
	}
	if (!isPrinted(now)) return [];
	const known = new Set(was.map(meaningOf));
	const reports = is.filter(report => !known.has(meaningOf(report)));
	if (reports.length === 0) return [];
	return [{ text: `${outlet} now prints ${quoted(reports)}; before, ${quoted(was)}.`, reports }];
}

/** Whether a claim is of something that stands there as a number or a day. */
export function isPrinted({ kind }: Pick<Claim, "kind">): boolean {
	return kind === "figure" || kind === "date";
}

function outletsIn({ reports }: Claim): readonly string[] {
	return [...new Set(reports.map(({ outlet }) => outlet))];
}

function reportsOf({ reports }: Claim, outlet: string): readonly Report[] {
	return reports.filter(report => report.outlet === outlet);
}

/** What a report says, however it is written. */
function meaningOf({ value, unit, bound, printed }: Report): string {
	return JSON.stringify(value === null ? printed : [value, unit, bound]);
}

function quoted(reports: readonly Report[]): string {
	return [...new Set(reports.map(({ printed }) => `“${printed}”`))].join(" and ");
}
