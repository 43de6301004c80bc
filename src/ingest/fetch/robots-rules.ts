import parseRobots from "robots-parser";
import { type Failed, failed, type Refused } from "./fetched.ts";

/** What a site's robots.txt says to this program (RFC 9309). */
export type RobotsRules =
	| {
			readonly kind: "rules";
			readonly allows: (url: URL) => boolean;
			/** Seconds between requests that it asks for; 0 where it asks for none. */
			readonly crawlDelay: number;
	  }
	/** Nothing may be read for now, and this is why. */
	| { readonly kind: "closed"; readonly outcome: Refused | Failed };

/** The name that a robots.txt knows this program by. */
export const ROBOTS_NAME = "Presscheck";

/** Bytes of a robots.txt that count; section 2.5 asks for 500 KiB at least. */
export const ROBOTS_LIMIT = 500 * 1024;

/** Sites without a robots.txt allow everything. */
export const ALLOW_ALL: RobotsRules = { kind: "rules", allows: () => true, crawlDelay: 0 };

/**
 * The most characters in lines with wildcards: each is compared with every place of a path, so that more of them, in
 * a file made for it, would take seconds. Files of large sites have a few thousand.
 */
const MOST_WILD = 64 * 1024;

/**
 * Reads a robots.txt.
 *
 * @param url where the file is asked for first: it speaks for that scheme, host and port alone
 */
export function readRobots(url: URL, text: string): RobotsRules {
	const lines = text.split(/[\r\n]+/);
	const wild = lines.reduce((sum, line) => sum + (line.includes("*") ? line.length : 0), 0);
	if (wild > MOST_WILD) return closedRobots(url, "has too many wildcards");
	const robots = parseRobots(url.href, text);
	return {
		kind: "rules",
		allows: page => robots.isAllowed(page.href, ROBOTS_NAME) === true,
		crawlDelay: Math.max(0, robots.getCrawlDelay(ROBOTS_NAME) ?? 0),
	};
}

/** The rules of a site whose robots.txt cannot be followed; the reason says what it does: "answers 503". */
export function closedRobots(
	url: URL,
	reason: string,
	retryAfter: number | null = null,
): RobotsRules {
	return {
		kind: "closed",
		outcome: failed(`the robots.txt of ${url.hostname} ${reason}`, { retryAfter }),
	};
}

/** Rules by site, each loaded once and kept for a while. */
export interface RobotsCache {
	readonly rulesFor: (page: URL) => Promise<RobotsRules>;
}

interface Kept {
	readonly rules: Promise<RobotsRules>;
	until: number;
}

const SITES_KEPT = 500;

const MINUTE = 60_000;

/** Section 2.4 allows a day; a file that could not be read is asked for again soon. */
const KEPT_FOR: Readonly<Record<RobotsRules["kind"], number>> = {
	rules: 24 * 60 * MINUTE,
	closed: MINUTE,
};

/**
 * Keeps the rules of the sites asked of late.
 *
 * @param load reads a robots.txt; rejects only when all is closed
 */
export function createRobotsCache(
	load: (address: URL) => Promise<RobotsRules>,
	clock: () => Date,
): RobotsCache {
	const sites = new Map<string, Kept>();
	const now = (): number => clock().getTime();

	async function loaded(site: string, address: URL): Promise<RobotsRules> {
		const rules = await load(address);
		const kept = sites.get(site);
		if (kept !== undefined) kept.until = now() + KEPT_FOR[rules.kind];
		return rules;
	}

	return {
		rulesFor: page => {
			const site = page.origin;
			const known = sites.get(site);
			if (known !== undefined && known.until > now()) return known.rules;
			const kept = {
				rules: loaded(site, new URL("/robots.txt", page)),
				until: Number.POSITIVE_INFINITY,
			};
			sites.delete(site);
			sites.set(site, kept);
			const [oldest] = sites.keys();
			if (sites.size > SITES_KEPT && oldest !== undefined) sites.delete(oldest);
			return kept.rules;
		},
	};
}
