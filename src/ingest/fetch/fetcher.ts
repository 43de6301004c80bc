import { setTimeout as wait } from "node:timers/promises";
import { readAllowedHosts } from "./allowed-hosts.ts";
import type { CheckedAddress } from "./check-address.ts";
import { decodeText } from "./decode-text.ts";
import { CODINGS_TAKEN, decompress } from "./decompress.ts";
import {
	type Failed,
	type Fetched,
	type FetchRequest,
	failed,
	type Refused,
	refused,
} from "./fetched.ts";
import { type Resolve, systemResolve } from "./guarded-lookup.ts";
import { createHostTurns, type Sleep, unlessAborted } from "./host-turns.ts";
import { type Arrival, type Permit, type Roads, retryAfterOf, travel } from "./journey.ts";
import { type Judging, judgeAnswer, sendable, wantedOf } from "./judge-answer.ts";
import { ACCEPT } from "./media-type.ts";
import {
	ALLOW_ALL,
	closedRobots,
	createRobotsCache,
	ROBOTS_LIMIT,
	ROBOTS_NAME,
	type RobotsRules,
	readRobots,
} from "./robots-rules.ts";
import { createTransport } from "./transport.ts";

/** How far a request may go. Times are milliseconds. */
export interface FetchLimits {
	/** For name, connection and handshake. */
	readonly connect: number;
	/** For a page with all its redirects; waiting for a host's turn does not count. */
	readonly total: number;
	/** Bytes of a body, packed and unpacked. */
	readonly bytes: number;
	readonly redirects: number;
	/** From the end of a request to the start of the next to the same host. */
	readonly delay: number;
	/** The longest delay that a robots.txt is given. */
	readonly crawlDelay: number;
}

/** Limits for pages of news, whose largest have some 2 MiB. */
export const FETCH_LIMITS: FetchLimits = {
	connect: 5_000,
	total: 20_000,
	bytes: 5 * 2 ** 20,
	redirects: 5,
	delay: 1_000,
	crawlDelay: 10_000,
};

export interface FetcherSettings {
	/** Hosts, or hosts with a port, that are asked whatever their name stands for: `wiki.intranet`, `127.0.0.1:8080`. */
	readonly allowedHosts: readonly string[];
	/** An address of a page or mailbox by which operators of sites reach whoever runs this; null for none. */
	readonly contact: string | null;
	/** The program's own: "0.1.0". */
	readonly version: string;
	readonly limits: FetchLimits;
	readonly resolve: Resolve;
	readonly clock: () => Date;
	readonly sleep: Sleep;
}

/** The machine's own names, time and patience. */
export const SYSTEM: Pick<FetcherSettings, "resolve" | "clock" | "sleep"> = {
	resolve: systemResolve,
	clock: () => new Date(),
	sleep: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
};

/** Fetches pages and feeds from the web, politely and from public addresses alone. */
export interface Fetcher {
	/**
	 * Never rejects for what names, servers and networks do.
	 *
	 * @param signal gives up: the result is then "failed"
	 */
	readonly fetch: (request: FetchRequest, signal?: AbortSignal) => Promise<Fetched>;
	/** Ends what is under way and refuses the rest. */
	readonly close: () => Promise<void>;
}

/**
 * Makes a fetcher, which remembers robots.txt files and when each host was asked last: one for the whole program.
 *
 * @throws Error where an allowed host is none
 * @example
 * const fetcher = createFetcher({ ...SYSTEM, allowedHosts: [], contact: null, version: "0.1.0", limits: FETCH_LIMITS });
 * await fetcher.fetch({ address: "https://news.example/a", validators: null, accept: "article" });
 */
export function createFetcher(settings: FetcherSettings): Fetcher {
	const { limits, clock } = settings;
	const closing = new AbortController();
	const roads = roadsOf(settings);
	const agent = userAgent(settings);
	const robots = createRobotsCache(
		address => loadRobots(address, { roads, agent, signal: closing.signal, delay: limits.delay }),
		clock,
	);

	async function permit({ url }: CheckedAddress): Promise<Permit | Refused | Failed> {
		const rules = await robots.rulesFor(url);
		if (rules.kind === "closed") return rules.outcome;
		if (!rules.allows(url)) return refused(`${url.hostname} asks programs not to read this page`);
		const asked = Math.min(rules.crawlDelay * 1000, limits.crawlDelay);
		return { kind: "permit", delay: Math.max(limits.delay, asked) };
	}

	async function fetchPage(request: FetchRequest, signal: AbortSignal): Promise<Fetched> {
		const judging = (): Judging => ({ request, limit: limits.bytes, now: clock() });
		const arrival = await travel(
			{
				address: request.address,
				headers: headersOf(request, agent),
				wanted: head => wantedOf(head, judging()),
				permit: target => unlessAborted(permit(target), signal),
				signal,
			},
			roads,
		);
		return arrival.kind === "arrival" ? judgeAnswer(arrival, judging()) : arrival;
	}

	return {
		fetch: async (request, signal) => {
			const stop =
				signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
			try {
				return await fetchPage(request, stop);
			} catch (error) {
				if (stop.aborted) return failed("it was stopped");
				throw error;
			}
		},
		close: () => {
			closing.abort();
			return roads.transport.close();
		},
	};
}

function roadsOf({ allowedHosts, limits, resolve, clock, sleep }: FetcherSettings): Roads {
	return {
		hosts: readAllowedHosts(allowedHosts),
		transport: createTransport({ resolve, connect: limits.connect, idle: limits.total }),
		turns: createHostTurns(clock, sleep),
		clock,
		redirects: limits.redirects,
		total: limits.total,
	};
}

/** Who asks, and how to complain: https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5 */
function userAgent({ version, contact }: FetcherSettings): string {
	const reached = contact?.replace(/[^\x21-\x7e]|[()\\]/g, "") ?? "";
	return `${ROBOTS_NAME}/${version}${reached === "" ? "" : ` (+${reached})`}`;
}

function headersOf({ validators, accept }: FetchRequest, agent: string): Record<string, string> {
	const etag = sendable(validators?.etag ?? null);
	const lastModified = sendable(validators?.lastModified ?? null);
	return {
		"user-agent": agent,
		accept: ACCEPT[accept],
		"accept-encoding": CODINGS_TAKEN,
		...(etag === null ? {} : { "if-none-match": etag }),
		...(lastModified === null ? {} : { "if-modified-since": lastModified }),
	};
}

interface RobotsErrand {
	readonly roads: Roads;
	readonly agent: string;
	readonly signal: AbortSignal;
	readonly delay: number;
}

/** Reads a site's robots.txt: none (4xx) allows everything, a server in trouble nothing for now (RFC 9309, 2.3.1). */
async function loadRobots(
	address: URL,
	{ roads, agent, signal, delay }: RobotsErrand,
): Promise<RobotsRules> {
	const arrival = await travel(
		{
			address: address.href,
			headers: {
				"user-agent": agent,
				accept: "text/plain, */*;q=0.1",
				"accept-encoding": "identity",
			},
			wanted: ({ status }) => (status === 200 ? ROBOTS_LIMIT : 0),
			permit: () => Promise.resolve({ kind: "permit", delay }),
			signal,
		},
		roads,
	);
	if (arrival.kind !== "arrival") return { kind: "closed", outcome: arrival };
	return rulesOf(address, arrival, roads.clock());
}

async function rulesOf(address: URL, { reply }: Arrival, now: Date): Promise<RobotsRules> {
	const { status, header } = reply.head;
	if (isTrouble(status))
		return closedRobots(address, `answers ${status}`, retryAfterOf(reply, now));
	if (status !== 200) return ALLOW_ALL;
	const bytes = await decompress(reply.body, header("content-encoding"), ROBOTS_LIMIT);
	if ("kind" in bytes) return closedRobots(address, "cannot be unpacked");
	const { text } = decodeText(bytes, null);
	// The line at which reading ended might say more than it was meant to: "Disallow: /" of "/private".
	return readRobots(address, reply.cut ? text.slice(0, text.lastIndexOf("\n") + 1) : text);
}

/** A server that is asked too often says 429, which is no leave to go on asking. */
function isTrouble(status: number): boolean {
	return status >= 500 || status === 429;
}
