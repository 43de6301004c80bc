import type { Agreement, Claim, Report } from "../../claims/claim.ts";
import type { Watch } from "../../records/records.ts";
import { type Snapshot, type Story, storyFinder } from "../../snapshot.ts";
import type { ClaimName, SnapshotDiff } from "../../snapshot-diff.ts";

/** What was served before and is served now, and what differs. */
export interface Turnover {
	readonly before: Snapshot;
	readonly after: Snapshot;
	readonly diff: SnapshotDiff;
}

/** What is new of one claim. */
export interface News {
	readonly story: Story;
	/** As it is now; null where nobody prints it any more. */
	readonly claim: Claim | null;
	readonly label: string;
	/** What is new in words: "New in this claim: Coast Daily now prints “$4.6 million”; before, “$4.2 million”." */
	readonly lead: string;
}

/** What one channel is told. */
export interface ChannelNews {
	readonly channel: string;
	/** Five at most. */
	readonly news: readonly News[];
	/** How many more there are. */
	readonly more: number;
}

/** More messages at once nobody reads. */
const MOST = 5;

/**
 * What each channel that watches is told of a change, in the order of the diff: of claims that it watches,
 * or that are of a story that it watches, a new position, a changed figure, an outlet that was silent and
 * speaks, and a turn between agreeing and differing; of a story also what is printed for the first time;
 * of a claim also that nobody prints it any more.
 */
export function newsOf(turnover: Turnover, watches: readonly Watch[]): readonly ChannelNews[] {
	const items = itemsOf(turnover);
	const channels = [...new Set(watches.map(({ channel }) => channel))];
	return channels.flatMap(channel => {
		const own = watches.filter(watch => watch.channel === channel);
		const news = items.filter(item => own.some(watch => fits(item, watch))).map(({ news }) => news);
		if (news.length === 0) return [];
		return [{ channel, news: news.slice(0, MOST), more: Math.max(0, news.length - MOST) }];
	});
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
	const about = (
		names: readonly ClaimName[],
		audience: Item["audience"],
		tell: (pair: Pair) => string | null,
	): readonly Item[] =>
		names.flatMap(name => {
			const story = storyNow(name.story);
			const [old, now] = [claimIn(storyBefore(name.story), name), claimIn(story, name)];
			const lead = tell({ old, now, spoke: spokeIn(diff, name.story) });
			if (story === null || lead === null) return [];
			return [{ name, audience, news: { story, claim: now, label: name.label, lead } }];
		});
	return [
		...about(diff.claims.changed, "all", whatChanged),
		...about(diff.claims.new, "story", whatIsNew),
		...about(diff.claims.gone, "claim", ({ old }) => (old === null ? null : GONE)),
	];
}

/** A claim as it was and as it is. */
interface Pair {
	readonly old: Claim | null;
	readonly now: Claim | null;
	/** Outlets with an article that is new or changed: of the others, only our reading has changed. */
	readonly spoke: ReadonlySet<string>;
}

function spokeIn({ articles }: SnapshotDiff, story: string): ReadonlySet<string> {
	const own = [...articles.new, ...articles.changed].filter(article => article.story === story);
	return new Set(own.map(({ outlet }) => outlet));
}

const GONE = "No article held prints this any more.";

const TURNS: Readonly<Record<Agreement, string>> = {
	agree: "The outlets now agree.",
	differ: "The outlets now differ.",
	single: "",
};

function whatChanged({ old, now, spoke }: Pair): string | null {
	if (old === null || now === null) return null;
	const hasTurned = old.agreement !== now.agreement && (isPrinted(now) || now.kind === "quotation");
	const turn = hasTurned ? TURNS[now.agreement] : "";
	const outlets = outletsIn(now).filter(outlet => spoke.has(outlet));
	const said = [...outlets.flatMap(outlet => whatOutletSays(outlet, old, now)), turn];
	const told = said.filter(sentence => sentence !== "");
	return told.length === 0 ? null : `New in this claim: ${told.join(" ")}`;
}

/** Figures and dates alone: the words in which something is told change with each text. */
function whatIsNew({ now, spoke }: Pair): string | null {
	if (now === null || !isPrinted(now)) return null;
	const said = outletsIn(now)
		.filter(outlet => spoke.has(outlet))
		.map(outlet => `${outlet} prints ${quoted(reportsOf(now, outlet))}.`);
	return said.length === 0 ? null : `New in this story: ${said.join(" ")}`;
}

function whatOutletSays(outlet: string, old: Claim, now: Claim): readonly string[] {
	const [was, is] = [reportsOf(old, outlet), reportsOf(now, outlet)];
	if (was.length === 0) {
		return [isPrinted(now) ? `${outlet} now prints ${quoted(is)}.` : `${outlet} now reports it.`];
	}
	if (!isPrinted(now)) return [];
	const known = new Set(was.map(meaningOf));
	const fresh = is.filter(report => !known.has(meaningOf(report)));
	return fresh.length === 0
		? []
		: [`${outlet} now prints ${quoted(fresh)}; before, ${quoted(was)}.`];
}

function isPrinted({ kind }: Claim): boolean {
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
