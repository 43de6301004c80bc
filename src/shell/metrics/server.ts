import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { MetricsConfig } from "../config.ts";
import type { Log } from "../log.ts";

/** What is sent for one address. */
export interface Page {
	readonly status: number;
	readonly contentType: string;
	readonly body: string;
}

/** What is served: a page by its path, made anew each time that it is asked for. */
export type Pages = Readonly<Record<string, () => Promise<Page>>>;

/** A server that answers until it is closed. */
export interface Listening {
	readonly kind: "listening";
	/** `http://127.0.0.1:9464`. */
	readonly address: string;
	readonly close: () => Promise<void>;
}

/** Why a server could not be opened, in one line. */
export interface NotListening {
	readonly kind: "not listening";
	readonly message: string;
}

const NOT_FOUND: Page = { status: 404, contentType: "text/plain", body: "Not found\n" };
const FAULT: Page = { status: 500, contentType: "text/plain", body: "The log says why\n" };
const NOT_ALLOWED: Page = { status: 405, contentType: "text/plain", body: "GET or HEAD\n" };

/** Serves pages to programs that watch over the bot; it never throws for what networks do. */
export async function openServer(
	{ host, port }: MetricsConfig,
	pages: Pages,
	log: Pick<Log, "error">,
): Promise<Listening | NotListening> {
	const server = createServer((request, response) => {
		pageFor(request, pages)
			.catch(error => {
				log.error({ error }, "what watches over the bot could not be answered");
				return FAULT;
			})
			.then(page => send(response, page));
	});
	server.listen(port, host);
	try {
		await once(server, "listening");
	} catch (error) {
		const reason = error instanceof Error ? error.message : "unknown error";
		const message = `METRICS_PORT: cannot be listened on (${reason}); choose another, or end what has it`;
		return { kind: "not listening", message };
	}
	return {
		kind: "listening",
		address: addressOf(server.address()),
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

async function pageFor({ method, url }: IncomingMessage, pages: Pages): Promise<Page> {
	const path = url?.replace(/\?.*$/s, "") ?? "";
	const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
	if (page === undefined) return NOT_FOUND;
	return method === "GET" || method === "HEAD" ? await page() : NOT_ALLOWED;
}

function send(response: ServerResponse, { status, contentType, body }: Page): void {
	const allow = status === NOT_ALLOWED.status ? { allow: "GET, HEAD" } : {};
	response
		.writeHead(status, { "content-type": contentType, "cache-control": "no-store", ...allow })
		.end(body);
}

function addressOf(bound: AddressInfo | string | null): string {
	if (bound === null || typeof bound === "string") return "";
	const host = bound.family === "IPv6" ? `[${bound.address}]` : bound.address;
	return `http://${host}:${bound.port}`;
}
