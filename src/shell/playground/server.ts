import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Gateway } from "./gateway.ts";
import { pageFile, type SentFile } from "./page-files.ts";
import type { PersonSide } from "./person/person.ts";
import { answerPerson } from "./person/person-routes.ts";
import type { Snowflake } from "./protocol.ts";
import { type ApiOptions, answerApi } from "./rest/api.ts";

/*
 * Plain node:http, and no framework: of the five kinds of request one becomes a WebSocket, one stays
 * open for events, one must be cut or delayed on purpose, and the API's own routes are a table that
 * also says what each needs. A framework would bring a second table and another way to each of these.
 */

/** What the server serves. */
export interface Served {
	readonly api: ApiOptions;
	readonly side: PersonSide;
	readonly gateway: Gateway;
	/** Hears of an error that is this server's own. */
	readonly broken: (error: unknown, path: string) => void;
}

/** Serves the API, the files, people's clients and the page; nothing listens yet. */
export function createPlaygroundServer(served: Served): Server {
	const server = createServer((request, response) => {
		const url = urlOf(request);
		if (url === null) {
			sendJson(response, { status: 400, body: { error: "That is no address." } });
			return;
		}
		answer({ request, response, url }, served).catch(error => {
			served.broken(error, url.pathname);
			if (response.headersSent) response.destroy();
			else sendJson(response, { status: 500, body: { message: String(error), code: 0 } });
		});
	});
	server.on("upgrade", (request, socket, head) => {
		if (isOurs(request)) served.gateway.upgrade(request, socket, head);
		else socket.destroy();
	});
	return server;
}

/** The address asked for; null for the likes of "//", which a browser never sends. */
function urlOf({ url = "/" }: IncomingMessage): URL | null {
	const base = "http://127.0.0.1";
	return URL.canParse(url, base) ? new URL(url, base) : null;
}

interface Exchange {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly url: URL;
}

async function answer(exchange: Exchange, served: Served): Promise<void> {
	const { request, response, url } = exchange;
	const { pathname } = url;
	if (!isOurs(request)) {
		const body = { error: "Ask at 127.0.0.1 or localhost, from a page of this server." };
		sendJson(response, { status: 403, body });
	} else if (pathname.startsWith("/api/")) {
		sendJson(response, await answerApi(request, url, served.api));
	} else if (pathname.startsWith("/person/")) {
		const answered = await answerPerson({ ...exchange, side: served.side });
		if (answered !== null) sendJson(response, answered);
	} else {
		const file = pathname.startsWith("/cdn/")
			? attachmentFile(pathname, served)
			: await pageFile(pathname);
		if (file === null) sendJson(response, { status: 404, body: { error: "Not found" } });
		else response.writeHead(200, file.headers).end(file.bytes);
	}
}

/**
 * Whether a request was meant for this server and comes from its own page or from no page at all. A
 * page elsewhere can reach a port of this machine: by a name that leads to 127.0.0.1, which shows in
 * Host, or straight, which shows in Origin.
 */
function isOurs({ headers }: IncomingMessage): boolean {
	const host = headers.host ?? "";
	const { origin } = headers;
	if (!/^(127\.0\.0\.1|localhost):\d+$/.test(host)) return false;
	return origin === undefined || origin === `http://${host}`;
}

/** Pictures are shown; whatever else was handed over is only ever saved, and never run. */
function attachmentFile(path: string, { api }: Served): SentFile | null {
	const id = /^\/cdn\/attachments\/\d+\/(\d+)\//.exec(path)?.[1];
	const file = api.scene.world.files.get(id as Snowflake);
	if (file === undefined) return null;
	const shown = /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type);
	const headers = {
		"Content-Type": shown ? file.type : "application/octet-stream",
		"Content-Disposition": shown ? "inline" : "attachment",
		"Content-Security-Policy": "default-src 'none'; sandbox",
		"X-Content-Type-Options": "nosniff",
	};
	return { bytes: file.bytes, headers };
}

interface Sent {
	readonly status: number;
	readonly body: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

function sendJson(response: ServerResponse, { status, body, headers = {} }: Sent): void {
	if (body === undefined) {
		response.writeHead(status, headers).end();
		return;
	}
	response
		.writeHead(status, { "Content-Type": "application/json", ...headers })
		.end(JSON.stringify(body));
}
