import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A host on loopback whose pages can be changed. */
export interface PageHost {
	/** "127.0.0.1:4747", as the configuration allows it. */
	readonly host: string;
	/** Lays a page under a path, and gives its address. */
	readonly lay: (path: string, body: string) => string;
	/** Has a path lead to another from then on. */
	readonly lead: (path: string, to: string) => void;
	readonly remove: (path: string) => void;
	readonly close: () => Promise<void>;
}

/** Opens a host without pages. */
export async function openPageHost(): Promise<PageHost> {
	const pages = new Map<string, string>();
	const leads = new Map<string, string>();
	const server = createServer((request, response) => {
		const page = pages.get(request.url ?? "");
		const to = leads.get(request.url ?? "");
		if (to !== undefined) response.writeHead(302, { Location: to }).end();
		else if (page === undefined) response.writeHead(404).end("not here");
		else response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page);
	});
	await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const host = `127.0.0.1:${port}`;
	return {
		host,
		lay: (path, body) => {
			pages.set(path, body);
			return `http://${host}${path}`;
		},
		lead: (path, to) => void leads.set(path, to),
		remove: path => void pages.delete(path),
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** A news page with a navigation, a text and a footer. */
export function newsPage(outlet: string, title: string, paragraphs: readonly string[]): string {
	return [
		"<!doctype html><html lang=en><head><meta charset=utf-8>",
		`<title>${title} - ${outlet}</title><meta property=og:site_name content="${outlet}">`,
		`<meta property=og:title content="${title}"><meta property=og:type content=article>`,
		'<meta property=article:published_time content="2024-05-05T08:00:00Z"></head><body>',
		"<nav><ul><li><a href=/>Home</a><li><a href=/sport>Sport</a></ul></nav>",
		`<main><article><h1>${title}</h1>`,
		...paragraphs.map(text => `<p>${text}</p>`),
		"</article></main><footer><p>All rights reserved.</p></footer></body></html>",
	].join("\n");
}
