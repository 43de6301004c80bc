import type { Clock } from "./clock.ts";

/** How many requests are let through before the bot has to wait. */
export interface Rates {
	/** Of one route on one channel, server, interaction or application, in `window` milliseconds. */
	readonly route: number;
	readonly window: number;
	/** Of the whole bot in a second; interactions and their tokens are not counted. */
	readonly global: number;
}

/** Discord's own limit for the bot; its limits for routes vary and are told in headers alone. */
export const usualRates: Rates = { route: 50, window: 1000, global: 50 };

/** Whether a request may pass, and the headers that say how many more may. */
export interface Passage {
	readonly headers: Readonly<Record<string, string>>;
	/** Null when it passes; else how long to wait, and because of which limit. */
	readonly wait: { readonly seconds: number; readonly global: boolean } | null;
}

/** A request as limits see it. */
export interface Counted {
	/** Method and route, ":name" and all. */
	readonly route: string;
	/** The channel, server, application or token that it is about. */
	readonly about: string;
	/** Whether the limit of the whole bot holds for it. */
	readonly global: boolean;
}

interface Bucket {
	readonly until: number;
	readonly used: number;
}

/** Counts requests as Discord does: https://docs.discord.com/developers/topics/rate-limits */
export function createRateLimits(clock: Clock, rates: Rates): (counted: Counted) => Passage {
	const buckets = new Map<string, Bucket>();
	const take = (key: string, window: number): Bucket => {
		const now = clock.now();
		const known = buckets.get(key);
		const bucket =
			known === undefined || known.until <= now
				? { until: now + window, used: 1 }
				: { ...known, used: known.used + 1 };
		buckets.set(key, bucket);
		if (buckets.size > 1000)
			for (const [old, { until }] of buckets) if (until <= now) buckets.delete(old);
		return bucket;
	};
	return ({ route, about, global }) => {
		const seconds = ({ until }: Bucket) => (until - clock.now()) / 1000;
		const own = take(`${route} ${about}`, rates.window);
		const headers = {
			"X-RateLimit-Limit": `${rates.route}`,
			"X-RateLimit-Remaining": `${Math.max(0, rates.route - own.used)}`,
			"X-RateLimit-Reset": `${own.until / 1000}`,
			"X-RateLimit-Reset-After": `${seconds(own)}`,
			"X-RateLimit-Bucket": bucketName(route),
		};
		const whole = global ? take("global", 1000) : null;
		if (whole !== null && whole.used > rates.global)
			return { headers, wait: { seconds: seconds(whole), global: true } };
		const wait = own.used > rates.route ? { seconds: seconds(own), global: false } : null;
		return { headers, wait };
	};
}

/** An opaque name that is the same for the same route. */
function bucketName(route: string): string {
	return Buffer.from(route).toString("hex").slice(-32);
}

/** Body and headers of a 429. */
export function tooManyRequests({ seconds, global }: NonNullable<Passage["wait"]>) {
	const message = "You are being rate limited.";
	return {
		status: 429,
		body: { message, retry_after: seconds, global, ...(global ? { code: 0 } : {}) },
		headers: {
			"Retry-After": `${Math.ceil(seconds)}`,
			"X-RateLimit-Scope": global ? "global" : "user",
			...(global ? { "X-RateLimit-Global": "true" } : {}),
		},
	};
}
