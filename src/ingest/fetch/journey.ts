import type { AllowedHosts } from "./allowed-hosts.ts";
import { type CheckedAddress, checkAddress } from "./check-address.ts";
import { decodeText } from "./decode-text.ts";
import { BRING_IT, type Failed, failed, type Refused, refused } from "./fetched.ts";
import type { HostTurns } from "./host-turns.ts";
import { readRetryAfter } from "./retry-after.ts";
import type { Question, Reply, Transport } from "./transport.ts";

/** Leave to ask an address, with the rest in milliseconds that its host then has. */
export interface Permit {
	readonly kind: "permit";
	readonly delay: number;
}

/** One thing to fetch, wherever it is in the end. */
export interface Journey extends Pick<Question, "headers" | "wanted"> {
	readonly address: string;
	/** Asked at every stop before the request. */
	readonly permit: (target: CheckedAddress) => Promise<Permit | Refused | Failed>;
	/** Gives up, wherever the journey stands. */
	readonly signal: AbortSignal;
}

/** The answer at the end, and the addresses that redirected to it. */
export interface Arrival {
	readonly kind: "arrival";
	readonly url: URL;
	readonly reply: Reply;
	readonly redirects: readonly string[];
}

export interface Roads {
	readonly hosts: AllowedHosts;
	readonly transport: Transport;
	readonly turns: HostTurns;
	readonly clock: () => Date;
	/** Redirects that are followed. */
	readonly redirects: number;
	/** Milliseconds for all requests of one journey; waiting for a turn does not count. */
	readonly total: number;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches one thing: checks each address, waits for its host's turn, and follows redirects.
 *
 * @returns the last answer, whatever its status, or why there is none; rejects only when the signal is aborted
 */
export async function travel(journey: Journey, roads: Roads): Promise<Arrival | Refused | Failed> {
	const redirects: string[] = [];
	let target = checkAddress(journey.address, roads.hosts);
	let left = roads.total;
	const stop = async (at: CheckedAddress): Promise<Reply | Refused | Failed> => {
		const permit = await journey.permit(at);
		if (permit.kind !== "permit") return permit;
		const { delay } = permit;
		const work = async (): Promise<Reply | Refused | Failed> => {
			const started = roads.clock().getTime();
			const reply = await ask(journey, at, { roads, left });
			left -= roads.clock().getTime() - started;
			return reply;
		};
		return roads.turns.take({ host: at.url.hostname, delay, signal: journey.signal, work });
	};
	while (target.kind === "address") {
		const reply = await stop(target);
		if (reply.kind !== "reply") return reply;
		const location = locationOf(reply);
		if (location === null) return { kind: "arrival", url: target.url, reply, redirects };
		if (redirects.length === roads.redirects)
			return failed(`the page redirects more than ${roads.redirects} times`, { remedy: BRING_IT });
		redirects.push(target.url.href);
		target = checkAddress(location, roads.hosts, target.url);
	}
	if (redirects.length === 0) return target;
	return refused(`the page redirects to a refused address: ${target.reason}`, target.remedy);
}

/** Where an answer sends on to. Servers write addresses in UTF-8 too, whose bytes a header gives one by one. */
function locationOf({ head }: Reply): string | null {
	const location = REDIRECTS.has(head.status) ? head.header("location") : null;
	return location === null ? null : decodeText(Buffer.from(location, "latin1"), null).text;
}

interface Leg {
	readonly roads: Roads;
	/** Milliseconds. */
	readonly left: number;
}

async function ask(
	{ headers, wanted, signal }: Journey,
	target: CheckedAddress,
	{ roads, left }: Leg,
): Promise<Reply | Refused | Failed> {
	const { hostname } = target.url;
	const held = Math.ceil(roads.turns.heldFor(hostname) / 1000);
	if (held > 0)
		return failed(`${hostname} has asked to be left alone for a while`, { retryAfter: held });
	const deadline = AbortSignal.timeout(Math.max(1, left));
	const reply = await roads.transport.ask({
		target,
		headers,
		wanted,
		signal: AbortSignal.any([signal, deadline]),
	});
	if (reply.kind !== "reply") return reply;
	const wait = retryAfterOf(reply, roads.clock());
	if (wait !== null) roads.turns.hold(hostname, wait * 1000);
	return reply;
}

/** Answers by which a server asks to be left alone (RFC 6585, section 4; RFC 9110, section 15.6.4). */
const BUSY = new Set([429, 503]);

/** Seconds for which a busy server wants to be left alone; null where it does not say. */
export function retryAfterOf({ head }: Reply, now: Date): number | null {
	return BUSY.has(head.status) ? readRetryAfter(head.header("retry-after"), now) : null;
}
