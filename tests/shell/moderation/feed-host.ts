import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What lies under a path. */
export interface Laid {
	readonly type: string;
	readonly body: string;
}

/** A host on loopback with feeds and pages, that knows ETags. */
export interface FeedHost {
	/** "127.0.0.1:4747", as the configuration allows it. */
	readonly host: string;
	readonly addressOf: (path: string) => string;
	readonly lay: (path: string, laid: Laid) => void;
	readonly remove: (path: string) => void;
	/** Has every answer under a path be this until something is laid there. */
	readonly fail: (path: string, status: number, headers?: Readonly<Record<string, string>>) => void;
	/** The statuses that a path was answered with, in order. */
	readonly answered: (path: string) => readonly number[];
	readonly close: () => Promise<void>;
}

interface Failure {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
}

/** Opens a host on which nothing lies. */
export async function openFeedHost(): Promise<FeedHost> {
	const laid = new Map<string, Laid | Failure>();
	const answers: (readonly [path: string, status: number])[] = [];
	const server = createServer((request, response) => {
		const path = request.url ?? "";
		const found = laid.get(path);
		const etag = found !== undefined && "body" in found ? `"${found.body.length}"` : "";
		const answer = (status: number, headers: Readonly<Record<string, string>>, body = ""): void => {
			answers.push([path, status]);
			response.writeHead(status, headers).end(body);
		};
		if (found === undefined) answer(404, {});
		else if ("status" in found) answer(found.status, found.headers);
		else if (request.headers["if-none-match"] === etag) answer(304, { ETag: etag });
		else answer(200, { "Content-Type": found.type, ETag: etag }, found.body);
	});
	await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const host = `127.0.0.1:${port}`;
	return {
		host,
		addressOf: path => `http://${host}${path}`,
		lay: (path, thing) => void laid.set(path, thing),
		remove: path => void laid.delete(path),
		fail: (path, status, headers = {}) => void laid.set(path, { status, headers }),
		answered: path => answers.flatMap(([asked, status]) => (asked === path ? [status] : [])),
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** What a feed tells of one page. */
export interface Told {
	readonly title: string;
	readonly link: string;
	/** ISO 8601 date. */
	readonly day: string;
}

/** Feeds of every shape, each with the same pages. */
export const SHAPES: Readonly<Record<string, (items: readonly Told[]) => Laid>> = {
	RSS: items => ({
		type: "application/rss+xml",
		body: `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items
			.map(
				({ title, link, day }) =>
					`<item><title>${title}</title><link>${link}</link><pubDate>${new Date(day).toUTCString()}</pubDate></item>`,
			)
			.join("")}</channel></rss>`,
	}),
	Atom: items => ({
		type: "application/atom+xml",
		body: `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>${items
			.map(
				({ title, link, day }) =>
					`<entry><id>${link}</id><title>${title}</title><link href="${link}"/><published>${day}T00:00:00Z</published></entry>`,
			)
			.join("")}</feed>`,
	}),
	"JSON Feed": items => ({
		type: "application/feed+json",
		body: JSON.stringify({
			version: "https://jsonfeed.org/version/1.1",
			title: "News",
			items: items.map(({ title, link, day }) => {
				return { id: link, url: link, title, date_published: `${day}T00:00:00Z` };
			}),
		}),
	}),
	sitemap: items => ({
		type: "application/xml",
		body: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${items
			.map(
				({ title, link, day }) =>
					`<url><loc>${link}</loc><news:news><news:publication_date>${day}</news:publication_date><news:title>${title}</news:title></news:news></url>`,
			)
			.join("")}</urlset>`,
	}),
};
