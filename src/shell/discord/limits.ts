import type { Notice } from "../../../commands/command.ts";
import type { Limit, LimitsConfig } from "../config.ts";
import type { Rationed } from "../metrics/meter.ts";
import type { Place } from "./place.ts";

/** Who asks, and in which server. */
export interface Asking extends Pick<Place, "server"> {
	readonly member: string;
}

/** Whether something may be done now; where not, when it may. */
export type Let =
	| { readonly kind: "go" }
	| {
			readonly kind: "wait";
			readonly milliseconds: number;
			/** Whether this is the first no since the last yes: the others need not be said aloud. */
			readonly isFirst: boolean;
			/** Whose limit it is; the server's where it is both. */
			readonly whose: "member" | "server";
	  };

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
			const left = Math.min(most, leftIn(key, most, now) + Math.min(taken, most));
			buckets.set(key, { left, at: now, refused: false });
		}
	};
	const take: Meter["take"] = (asking, wanted) => {
		const now = clock().getTime();
		tidy(now);
		const counted = keysOf(asking, limit).map(({ key, most }) => {
			return { key, most, left: leftIn(key, most, now), cost: Math.min(wanted, most) };
		});
		const short = counted.filter(({ left, cost }) => left < cost);
		const taken = short.length === 0 ? counted : [];
		for (const { key, left, cost } of taken) {
			buckets.set(key, { left: left - cost, at: now, refused: false });
		}
		if (short.length === 0) return { kind: "go" };
		const isFirst = short.every(({ key }) => buckets.get(key)?.refused !== true);
		for (const { key, left } of short) buckets.set(key, { left, at: now, refused: true });
		const waits = short.map(({ most, left, cost }) => ((cost - left) * period) / most);
		const whose = short.some(({ key }) => key.startsWith("server")) ? "server" : "member";
		return { kind: "wait", milliseconds: Math.ceil(Math.max(...waits)), isFirst, whose };
	};
	return { take, giveBack };
}

function keysOf({ member, server }: Asking, limit: Limit) {
	const own = { key: `member ${member}`, most: limit.member };
	return server === null ? [own] : [own, { key: `server ${server}`, most: limit.server }];
}

/** What somebody sees who has to wait. */
export function refusalToWait(
	what: Rationed,
	{ milliseconds, whose }: Pick<Extract<Let, { kind: "wait" }>, "milliseconds" | "whose">,
): Notice {
	const many =
		whose === "server"
			? `There were too many ${what} here`
			: `There were too many ${what} of yours`;
	return {
		title: "A moment, please",
		text: `${many} in a short while. Try again in ${waitInWords(milliseconds)}.`,
		sections: [],
		choices: [],
		refusal: true,
	};
}

/** A wait in words, rounded up: "1 second", "12 minutes". */
export function waitInWords(milliseconds: number): string {
	const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
	if (seconds < 120) return seconds === 1 ? "1 second" : `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}
