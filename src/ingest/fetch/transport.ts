import { Agent, type Dispatcher } from "undici";
import type { CheckedAddress } from "./check-address.ts";
import type { Failed, Refused } from "./fetched.ts";
import { guardLookup, lookupThrough, type Resolve } from "./guarded-lookup.ts";
import { networkFailure } from "./network-failure.ts";

/** What an answer says before its body. */
export interface Head {
	readonly status: number;
	/** The value of a header by its name in lower case; values of one that came twice are joined by commas. */
	readonly header: (name: string) => string | null;
}

/** A server's answer, as it came: still packed. */
export interface Reply {
	readonly kind: "reply";
	readonly head: Head;
	/** The bytes that were wanted; empty where none were. */
	readonly body: Uint8Array;
	/** Whether the body went on beyond them. */
	readonly cut: boolean;
}

/** One request without redirects. */
export interface Question {
	readonly target: CheckedAddress;
	readonly headers: Readonly<Record<string, string>>;
	/** How many bytes of the body are wanted, judged by what stands before it; 0 leaves it unread. */
	readonly wanted: (head: Head) => number;
	readonly signal: AbortSignal;
}

/** Makes HTTP requests to addresses that have been checked. */
export interface Transport {
	/** Never rejects for what server and network do. */
	readonly ask: (question: Question) => Promise<Reply | Refused | Failed>;
	/** Ends every connection; what was under way fails. */
	readonly close: () => Promise<void>;
}

export interface TransportSettings {
	readonly resolve: Resolve;
	/** Milliseconds for name, connection and handshake. */
	readonly connect: number;
	/** Milliseconds without a byte from the server. */
	readonly idle: number;
}

/** Opens nothing yet: each request makes a connection of its own, whose address is checked as it is made. */
export function createTransport({ resolve, connect, idle }: TransportSettings): Transport {
	const agentWith = (lookup: ReturnType<typeof guardLookup>): Agent =>
		new Agent({
			connect: { lookup, timeout: connect },
			// Without pipelining connections are not kept: none is found dead by the next request.
			pipelining: 0,
			headersTimeout: idle,
			bodyTimeout: idle,
		});
	const guarded = agentWith(guardLookup(resolve));
	const open = agentWith(lookupThrough(resolve));
	return {
		ask: async question => {
			try {
				return await exchange(question.target.allowed ? open : guarded, question);
			} catch (error) {
				return networkFailure(error, question.target.url.hostname);
			}
		},
		close: async () => {
			await Promise.all([guarded.destroy(), open.destroy()]);
		},
	};
}

async function exchange(
	agent: Agent,
	{ target, headers, wanted, signal }: Question,
): Promise<Reply> {
	const { origin, pathname, search } = target.url;
	const path = `${pathname}${search}`;
	const response = await agent.request({ origin, path, method: "GET", headers, signal });
	const head = headOf(response);
	const { bytes, cut } = await readBody(response.body, wanted(head));
	return { kind: "reply", head, body: bytes, cut };
}

function headOf({ statusCode, headers }: Dispatcher.ResponseData): Head {
	return {
		status: statusCode,
		header: name => {
			const value = headers[name];
			return value === undefined ? null : [value].flat().join(", ");
		},
	};
}

type Body = Dispatcher.ResponseData["body"];

async function readBody(
	body: Body,
	wanted: number,
): Promise<{ readonly bytes: Uint8Array; readonly cut: boolean }> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		if (wanted === 0) return { bytes: new Uint8Array(), cut: false };
		for await (const chunk of body as AsyncIterable<Uint8Array>) {
			chunks.push(chunk);
			size += chunk.byteLength;
			if (size > wanted) break;
		}
		return { bytes: Buffer.concat(chunks).subarray(0, wanted), cut: size > wanted };
	} finally {
		discard(body);
	}
}

/** Ends a body early. Without a listener its error would end the process. */
function discard(body: Body): void {
	body.on("error", () => {});
	body.destroy();
}
