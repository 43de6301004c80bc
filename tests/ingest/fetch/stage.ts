import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import {
	type AddressInfo,
	createServer as createRawServer,
	type Server,
	type Socket,
} from "node:net";
import { onTestFinished } from "vitest";
import type { Accepted, Fetched, FetchedPage } from "../../../src/ingest/fetch/fetched.ts";
import {
	createFetcher,
	FETCH_LIMITS,
	type Fetcher,
	type FetcherSettings,
	type FetchLimits,
	SYSTEM,
} from "../../../src/ingest/fetch/fetcher.ts";

/** Answers one request of a test; robots.txt is answered with 404 unless the handler says otherwise. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback, and what it was asked for so far, in order. */
export interface Site {
	readonly port: number;
	/** Paths with the headers that came along. */
	readonly asked: readonly Asked[];
	/** The address of a path by the name "site.test", which stands for this machine in tests. */
	readonly at: (path: string) => string;
}

export interface Asked {
	readonly path: string;
	readonly headers: IncomingMessage["headers"];
	/** Milliseconds since 1970. */
	readonly time: number;
}

/** A site that answers as it is told, and is gone when the test ends. */
export async function openSite(handler: Handler): Promise<Site> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		const path = request.url ?? "";
		asked.push({ path, headers: request.headers, time: Date.now() });
		response.on("error", () => {});
		handler(request, response);
	});
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return siteOf(await listening(server), asked);
}

/** A site that speaks its own mind, byte for byte, after each request's first bytes. */
export async function openRawSite(answer: (socket: Socket) => void): Promise<Site> {
	const sockets = new Set<Socket>();
	const server = createRawServer(socket => {
		sockets.add(socket);
		socket.on("error", () => {});
		socket.once("data", head => {
			if (head.toString("latin1").startsWith("GET /robots.txt"))
				socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
			else answer(socket);
		});
	});
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	return siteOf(await listening(server), []);
}

async function listening(server: Pick<Server, "listen" | "address">): Promise<number> {
	await new Promise<void>(resolve => {
		server.listen(0, "127.0.0.1", () => resolve());
	});
	return (server.address() as AddressInfo).port;
}

function siteOf(port: number, asked: readonly Asked[]): Site {
	return { port, asked, at: path => `http://site.test:${port}${path}` };
}

/** Limits with which a test ends soon. */
export const SHORT: FetchLimits = { ...FETCH_LIMITS, connect: 2_000, total: 5_000, delay: 0 };

/** Settings in which every name stands for this machine. */
export function settings(changes: Partial<FetcherSettings> = {}): FetcherSettings {
	return {
		...SYSTEM,
		allowedHosts: [],
		contact: null,
		version: "1.2.3",
		limits: SHORT,
		resolve: () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]),
		...changes,
	};
}

/** A fetcher that may ask these sites by the name "site.test", closed when the test ends. */
export function fetcherFor(
	sites: readonly Site[],
	changes: Partial<FetcherSettings> = {},
): Fetcher {
	const allowedHosts = sites.map(({ port }) => `site.test:${port}`);
	const fetcher = createFetcher(settings({ allowedHosts, ...changes }));
	onTestFinished(fetcher.close);
	return fetcher;
}

/** Fetches a page without validators. */
export function get(
	fetcher: Fetcher,
	address: string,
	accept: Accepted = "article",
): Promise<Fetched> {
	return fetcher.fetch({ address, validators: null, accept });
}

/** Asks a site that answers every path alike for one page. */
export async function getFrom(handler: Handler, accept: Accepted = "article"): Promise<Fetched> {
	const site = await openSite(withoutRobots(handler));
	return get(fetcherFor([site]), site.at("/page"), accept);
}

/** Answers robots.txt with 404, and all else by the handler. */
export function withoutRobots(handler: Handler): Handler {
	return (request, response) => {
		if (request.url === "/robots.txt") response.writeHead(404).end();
		else handler(request, response);
	};
}

/** The page that came; fails the test where none did. */
export function pageIn(fetched: Fetched): FetchedPage {
	if (fetched.kind !== "fetched") throw new Error(`no page came: ${JSON.stringify(fetched)}`);
	return fetched;
}

/** Answers with a page of HTML. */
export function html(body: string, headers: Readonly<Record<string, string>> = {}): Handler {
	return (_request, response) => {
		response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
	};
}
