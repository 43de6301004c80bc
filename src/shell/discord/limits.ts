import type { Notice } from "../../../commands/command.ts";
import type { Limit, LimitsConfig } from "../config.ts";
import type { Rationed } from "../metrics/meter.ts";
import type { Place } from "./place.ts";

/** Who asks, and in which server. */
export interface Asking extends Pick<Place, "server"> {
	readonly member: string;
}

/** Whether something may be done now. */
export type Let = { readonly kind: "go" } | Wait;

/** That something may not be done now, and when it may. */
export interface Wait {
	readonly kind: "wait";
	/** Until all may be done that was asked for at once; where that is never, until one may. */
	readonly milliseconds: number;
	/** Whether this is the first no since the last yes: the others need not be said aloud. */
	readonly isFirst: boolean;
	/** Whose limit it is; the server's where it is both. */
	readonly whose: "member" | "server";
	/** As many as were asked for at once. */
	readonly wanted: number;
	/** As many as may ever be done at once. */
	readonly most: number;
	/** As many as may be done now. */
	readonly left: number;
}

/** Counts how much members and servers ask; in memory, and only until it may be asked again. */
export interface Limits {
	readonly question: (asking: Asking) => Let;
	/** So many articles to be added at once. */
	readonly addition: (asking: Asking, articles: number) => Let;
	/** Nothing came of an addition that was let through: it does not count. */
	readonly giveBack: (asking: Asking, articles: number) => void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Limits under which nobody has asked anything yet. */
export function createLimits(config: LimitsConfig, clock: () => Date): Limits {
	const questions = createMeter(config.questionsPerMinute, MINUTE, clock);
	const additions = createMeter(config.additionsPerHour, HOUR, clock);
	return {
		question: asking => questions.take(asking, 1),
		addition: additions.take,
		giveBack: additions.giveBack,
	};
}

/** How full a store of permissions is, of which one comes back every so often. */
interface Bucket {
	readonly left: number;
	readonly at: number;
	readonly refused: boolean;
}

interface Meter {
	readonly take: (asking: Asking, wanted: number) => Let;
	readonly giveBack: (asking: Asking, taken: number) => void;
}

function createMeter(limit: Limit, period: number, clock: () => Date): Meter {
	const buckets = new Map<string, Bucket>();
	let tidied = 0;
	const leftIn = (key: string, most: number, now: number): number => {
		const bucket = buckets.get(key);
		if (bucket === undefined) return most;
		return Math.min(most, bucket.left + ((now - bucket.at) * most) / period);
	};
	const tidy = (now: number): void => {
		if (now - tidied < period) return;
		tidied = now;
		// After a whole period everything has come back.
		for (const [key, { at }] of buckets) if (now - at >= period) buckets.delete(key);
	};
	const giveBack: Meter["giveBack"] = (asking, taken) => {
		const now = clock().getTime();
		for (const { key, most } of keysOf(asking, limit)) {
			const left = Math.min(most, leftIn(key, most, now) + taken);
			buckets.set(key, { left, at: now, refused: false });
		}
	};
	const take: Meter["take"] = (asking, wanted) => {
		const now = clock().getTime();
		tidy(now);
		const counted = keysOf(asking, limit).map(({ key, most }) => {
			return { key, most, left: leftIn(key, most, now) };
		});
		const short = counted.filter(({ left }) => left < wanted);
		const taken = short.length === 0 ? counted : [];
		for (const { key, left } of taken) {
			buckets.set(key, { left: left - wanted, at: now, refused: false });
		}
		if (short.length === 0) return { kind: "go" };
		const isFirst = short.every(({ key }) => buckets.get(key)?.refused !== true);
		for (const { key, left } of short) buckets.set(key, { left, at: now, refused: true });
		const most = Math.min(...short.map(each => each.most));
		const needed = wanted > most ? 1 : wanted;
		const waits = short.map(each => ((needed - each.left) * period) / each.most);
		const whose = short.some(({ key }) => key.startsWith("server")) ? "server" : "member";
		return {
			kind: "wait",
			milliseconds: Math.max(0, Math.ceil(Math.max(...waits))),
			isFirst,
			whose,
			wanted,
			most,
			left: Math.floor(Math.min(...short.map(({ left }) => left))),
		};
	};
	return { take, giveBack };
}

function keysOf({ member, server }: Asking, limit: Limit) {
	const own = { key: `member ${member}`, most: limit.member };
	return server === null ? [own] : [own, { key: `server ${server}`, most: limit.server }];
}

/** What somebody sees who has to wait. */
export function refusalToWait(what: Rationed, wait: Waiting): Notice {
	return {
		title: "A moment, please",
		text: `${whyToWait(what, wait)} ${whenAgain(wait)}`,
		sections: [],
		choices: [],
		refusal: true,
	};
}

type Waiting = Omit<Wait, "kind" | "isFirst">;

function whyToWait(what: Rationed, { whose, wanted, most }: Waiting): string {
	if (wanted > most) {
		const limit = whose === "server" ? "in this server" : "by one moderator";
		return `These are ${wanted} articles, and ${most} an hour can be added ${limit}.`;
	}
	const many = `There were too many ${what} ${whose === "server" ? "here" : "of yours"}`;
	return `${many} in a short while.`;
}

/** When it is possible again; of several, what is possible now and when all are. */
function whenAgain({ milliseconds, wanted, most, left }: Waiting): string {
	const wait = waitInWords(milliseconds);
	if (wanted === 1) return `Try again in ${wait}.`;
	if (wanted > most) {
		return left > 0 ? `${left} of them can be added now.` : `One can be added in ${wait}.`;
	}
	if (left === 0) return `All ${wanted} can be added in ${wait}.`;
	return `${left} of these ${wanted} can be added now, all of them in ${wait}.`;
}

/** A wait in words, rounded up: "1 second", "12 minutes". */
export function waitInWords(milliseconds: number): string {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
	if (seconds < 120) return seconds === 1 ? "1 second" : `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}
