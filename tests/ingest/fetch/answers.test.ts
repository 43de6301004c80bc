import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Accepted } from "../../../src/ingest/fetch/fetched.ts";
import {
	fetcherFor,
	get,
	getFrom,
	html,
	openRawSite,
	openSite,
	pageIn,
	SHORT,
	withoutRobots,
} from "./stage.ts";

const PAGE = "<!doctype html><title>Harbor reopens</title><p>The harbor reopened on Monday.";

describe("a page that comes", () => {
	test("has its address, type, text, bytes and validators", async () => {
		const site = await openSite(
			withoutRobots(html(PAGE, { etag: '"a1"', "last-modified": "Mon, 06 Apr 2026 08:00:00 GMT" })),
		);
		expect(pageIn(await get(fetcherFor([site]), site.at("/a?b=1#c")))).toEqual({
			kind: "fetched",
			address: site.at("/a?b=1"),
			contentType: "text/html",
			charset: "utf-8",
			bytes: Buffer.from(PAGE),
			text: PAGE,
			validators: { etag: '"a1"', lastModified: "Mon, 06 Apr 2026 08:00:00 GMT" },
			redirects: [],
		});
		expect(site.asked.at(-1)?.path).toBe("/a?b=1");
	});

	test("says honestly who asks, and takes no cookies", async () => {
		const site = await openSite(withoutRobots(html(PAGE, { "set-cookie": "a=1" })));
		const fetcher = fetcherFor([site], { contact: "https://lantern.com/bot (us)\r\nx: y" });
		await get(fetcher, site.at("/a"));
		await get(fetcher, site.at("/b"));
		const headers = site.asked.at(-1)?.headers;
		expect(headers).toMatchObject({
			"user-agent": "Presscheck/1.2.3 (+https://lantern.com/botusx:y)",
			"accept-encoding": "gzip, deflate, br",
		});
		expect(headers?.cookie).toBeUndefined();
		expect(headers?.["if-none-match"]).toBeUndefined();
	});

	test.each([
		["gzip", gzipSync(PAGE)],
		["x-gzip", gzipSync(PAGE)],
		["GZIP", gzipSync(PAGE)],
		["deflate", deflateSync(PAGE)],
		["deflate", deflateRawSync(PAGE)],
		["br", brotliCompressSync(PAGE)],
		["identity", Buffer.from(PAGE)],
	])("is unpacked from %s", async (coding, body) => {
		const fetched = await getFrom((_request, response) => {
			response
				.writeHead(200, { "content-type": "text/html", "content-encoding": coding })
				.end(body);
		});
		expect(pageIn(fetched).text).toBe(PAGE);
	});

	test("comes from a host over IPv6, where the machine has that", async () => {
		const site = await openSite(withoutRobots(html(PAGE)));
		const fetcher = fetcherFor([site], {
			resolve: () =>
				Promise.resolve([
					{ address: "::1", family: 6 },
					{ address: "127.0.0.1", family: 4 },
				]),
		});
		expect(pageIn(await get(fetcher, site.at("/a"))).text).toBe(PAGE);
	});
});

describe("what a body is", () => {
	const pdf = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
	const cases: readonly (readonly [string, Accepted, string | null, string, string])[] = [
		["a page", "article", "text/html", PAGE, "text/html"],
		["a page of XHTML", "article", "application/xhtml+xml", PAGE, "application/xhtml+xml"],
		["a text", "article", "text/plain", "The harbor reopened.", "text/plain"],
		["a text that begins as programs do", "article", "text/plain", "MZ Ltd. shut.", "text/plain"],
		["a PDF", "article", "application/pdf", pdf, "application/pdf"],
		["a PDF that is called a page", "article", "text/html", pdf, "application/pdf"],
		["a PDF of no known type", "article", "application/octet-stream", pdf, "application/pdf"],
		["a page of no type", "article", null, PAGE, "text/html"],
		["a text of no type", "article", null, "The harbor reopened.", "text/plain"],
		["a feed of no type", "feed", null, "\n<rss/>", "application/xml"],
		["a feed of JSON of no type", "feed", null, '{"version": 1}', "application/json"],
		["a feed", "feed", "application/rss+xml", "<rss/>", "application/rss+xml"],
		["a feed that is called a text", "feed", "text/plain", "<rss/>", "text/plain"],
		["a feed of a type of its own", "feed", "application/news+xml", "<a/>", "application/news+xml"],
		["a page in place of a feed", "feed", "text/html", PAGE, "text/html"],
	];
	test.each(cases)("%s is read", async (_name, accept, type, body, contentType) => {
		const fetched = await getFrom((_request, response) => {
			if (type !== null) response.setHeader("content-type", type);
			response.end(Buffer.from(body, "latin1"));
		}, accept);
		expect(pageIn(fetched).contentType).toBe(contentType);
		expect(pageIn(fetched).text).toBe(contentType === "application/pdf" ? null : body);
	});

	const refusals: readonly (readonly [string, Accepted, string | null, string, string])[] = [
		["a picture", "article", "image/png", "\x89PNG", "it is image/png, not a page, text or PDF"],
		["a film", "article", "video/mp4", "x", "it is video/mp4, not a page, text or PDF"],
		[
			"JSON",
			"article",
			"application/json",
			"{}",
			"it is application/json, not a page, text or PDF",
		],
		[
			"an archive",
			"article",
			"application/zip",
			"PK",
			"it is application/zip, not a page, text or PDF",
		],
		["a picture as a feed", "feed", "image/gif", "GIF89a", "it is image/gif, not a feed"],
		["a PDF as a feed", "feed", "text/xml", "%PDF-1.4", "it is a PDF, not a feed"],
		[
			"a program as a page",
			"article",
			"text/html",
			"MZ\x90\0\x03\0",
			"it is a program, whatever the server calls it",
		],
		[
			"a picture as a page",
			"article",
			"text/html",
			"\x89PNG\r\n\x1a\n",
			"it is a picture, whatever the server calls it",
		],
		[
			"an office document as no type",
			"article",
			null,
			"PK\x03\x04\x14",
			"it is a ZIP archive or office document, whatever the server calls it",
		],
		[
			"noise as a text",
			"article",
			"text/plain",
			"\x01\x02\x03\x04 abc",
			"it is a binary file, whatever the server calls it",
		],
		[
			"a page as a PDF",
			"article",
			"application/pdf",
			PAGE,
			"it is no PDF, though the server calls it one",
		],
		[
			"JSON of no type",
			"article",
			null,
			'{"a": 1}',
			"it is application/json, not a page, text or PDF",
		],
	];
	test.each(refusals)("%s is refused", async (_name, accept, type, body, reason) => {
		const fetched = await getFrom((_request, response) => {
			if (type !== null) response.setHeader("content-type", type);
			response.end(Buffer.from(body, "latin1"));
		}, accept);
		expect(fetched).toMatchObject({ kind: "refused", reason });
	});

	test("a sitemap packed as a file is unpacked, however it is called", async () => {
		const fetched = await getFrom((_request, response) => {
			response.setHeader("content-type", "application/x-gzip");
			response.end(gzipSync("<urlset></urlset>"));
		}, "feed");
		expect(pageIn(fetched)).toMatchObject({
			contentType: "application/xml",
			text: "<urlset></urlset>",
		});
	});
});

describe("what is too much", () => {
	const limits = { ...SHORT, bytes: 64 * 1024 };
	const bomb = Buffer.alloc(8 * 2 ** 20, "a");
	const LARGE = "it is larger than 64 KiB";

	test.each([
		["a gzip bomb", "gzip", gzipSync(bomb), LARGE],
		["a deflate bomb", "deflate", deflateSync(bomb), LARGE],
		["a brotli bomb", "br", brotliCompressSync(bomb), LARGE],
		["a plain flood", "identity", bomb, LARGE],
		[
			"a body packed twice",
			"gzip, gzip",
			gzipSync(gzipSync(PAGE)),
			"the answer is packed as gzip, gzip, which is not read",
		],
		[
			"a body packed three hundred times",
			Array(300).fill("gzip").join(","),
			gzipSync(PAGE),
			"the answer is packed as gzip, gzip, gzip, which is not read",
		],
		[
			"an unknown packing",
			"compress",
			Buffer.from(PAGE),
			"the answer is packed as compress, which is not read",
		],
	])("%s", async (_name, coding, body, reason) => {
		const site = await openSite(
			withoutRobots((_request, response) => {
				response.writeHead(200, { "content-type": "text/html", "content-encoding": coding });
				response.end(body);
			}),
		);
		const fetched = await get(fetcherFor([site], { limits }), site.at("/page"));
		expect(fetched).toMatchObject({ kind: "refused", reason });
	});

	test("a bomb in a sitemap's file", async () => {
		const site = await openSite(
			withoutRobots((_request, response) => {
				response.setHeader("content-type", "application/gzip");
				response.end(gzipSync(bomb));
			}),
		);
		const fetched = await get(fetcherFor([site], { limits }), site.at("/map.xml.gz"), "feed");
		expect(fetched).toMatchObject({ kind: "refused", reason: LARGE });
	});

	test("a body that is announced as one is not waited for", async () => {
		const site = await openRawSite(socket => {
			socket.write(
				"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000000000000\r\n\r\n",
			);
		});
		const fetched = await get(fetcherFor([site], { limits }), site.at("/page"));
		expect(fetched).toMatchObject({ kind: "refused", reason: LARGE });
	});

	test("a body just within the limit is none of them", async () => {
		const body = "a".repeat(limits.bytes);
		const site = await openSite(withoutRobots(html(body)));
		expect(pageIn(await get(fetcherFor([site], { limits }), site.at("/a"))).text).toBe(body);
	});
});

const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

describe("servers that fail", () => {
	test.each([
		["never answers", "", "site.test took too long to answer"],
		["never ends its head", "HTTP/1.1 200 OK\r\nContent-", "site.test took too long to answer"],
		[
			"never ends its body",
			`${HEAD}Content-Length: 9\r\n\r\na`,
			"site.test took too long to answer",
		],
		["speaks no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "site.test does not answer as web servers do"],
		[
			"never stops its headers",
			`${HEAD}X: ${"a".repeat(40_000)}\r\n\r\n`,
			"site.test does not answer as web servers do",
		],
		[
			"contradicts itself on length",
			`${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`,
			"site.test does not answer as web servers do",
		],
	])("one that %s", async (_name, words, reason) => {
		const site = await openRawSite(socket => socket.write(words));
		const fetcher = fetcherFor([site], { limits: { ...SHORT, total: 600 } });
		expect(await get(fetcher, site.at("/a"))).toMatchObject({ kind: "failed", reason });
	});

	test.each([
		["before it answers", "", "site.test broke off"],
		["within its body", `${HEAD}Content-Length: 9\r\n\r\na`, "site.test broke off"],
		["within a chunk", `${HEAD}Transfer-Encoding: chunked\r\n\r\nff\r\na`, "site.test broke off"],
	])("one that breaks off %s", async (_name, words, reason) => {
		const site = await openRawSite(socket => socket.end(words));
		expect(await get(fetcherFor([site]), site.at("/a"))).toMatchObject({ kind: "failed", reason });
	});

	test("one that drips is not waited for longer than agreed", async () => {
		const site = await openRawSite(socket => {
			socket.write(`${HEAD}Content-Length: 1000\r\n\r\n`);
			const drip = setInterval(() => socket.write("a"), 30);
			socket.once("close", () => clearInterval(drip));
		});
		const fetcher = fetcherFor([site], { limits: { ...SHORT, total: 600 } });
		expect(await get(fetcher, site.at("/a"))).toMatchObject({
			kind: "failed",
			reason: "site.test took too long to answer",
		});
	});

	test("one whose packed answer is cut off", async () => {
		const fetched = await getFrom((_request, response) => {
			response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
			response.end(gzipSync(PAGE.repeat(50)).subarray(0, 60));
		});
		expect(fetched).toMatchObject({
			kind: "failed",
			reason: "the answer cannot be unpacked: it is cut off or damaged",
		});
	});

	test("one that is not there", async () => {
		const fetched = await get(
			fetcherFor([], { allowedHosts: ["site.test:9"] }),
			"http://site.test:9/",
		);
		expect(fetched).toMatchObject({ kind: "failed", reason: "nothing answers at site.test" });
	});

	test("one that speaks no TLS", async () => {
		const site = await openRawSite(socket => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
		const fetched = await get(fetcherFor([site]), `https://site.test:${site.port}/`);
		expect(fetched).toMatchObject({
			kind: "failed",
			reason: "site.test answers without https",
			remedy: expect.stringContaining("write http:// before the address"),
		});
	});

	test.each([
		["ENOTFOUND", "there is no host called lantern.com"],
		["ERR_TLS_CERT_ALTNAME_INVALID", "the connection to lantern.com is not secure"],
		["EHOSTUNREACH", "lantern.com cannot be reached"],
		["EAI_AGAIN", "the name lantern.com cannot be looked up just now"],
		["EFRIED", "lantern.com could not be read (EFRIED)"],
	])("one whose name gives %s", async (code, reason) => {
		const resolve = () => Promise.reject(Object.assign(new Error("no"), { code }));
		const fetched = await get(fetcherFor([], { resolve }), "https://lantern.com/");
		expect(fetched).toMatchObject({ kind: "failed", reason });
	});

	test("one whose name is never looked up", async () => {
		const resolve = () => new Promise<never>(() => {});
		const limits = { ...SHORT, connect: 100 };
		const fetched = await get(fetcherFor([], { resolve, limits }), "https://lantern.com/");
		expect(fetched).toMatchObject({
			kind: "failed",
			reason: "lantern.com took too long to connect",
		});
	});
});

describe("names that stand for addresses within", () => {
	test.each([
		["http://127.0.0.1.lantern.com/", "127.0.0.1", "a loopback"],
		["https://lantern.com/", "10.1.2.3", "a private"],
		["https://lantern.com/", "169.254.169.254", "a cloud's metadata"],
		["https://lantern.com/", "::ffff:10.0.0.1", "an IPv4-mapped"],
	])("%s for %s", async (address, stands, kind) => {
		const family = stands.includes(":") ? 6 : 4;
		const resolve = () => Promise.resolve([{ address: stands, family }]);
		expect(await get(fetcherFor([], { resolve }), address)).toMatchObject({
			kind: "refused",
			reason: `${new URL(address).hostname} stands for ${stands}, ${kind} address`,
			remedy: "if the host is meant, whoever runs the bot can allow it in the configuration",
		});
	});
});

describe("answers without a page", () => {
	test.each([
		[404, { kind: "gone", status: 404 }],
		[410, { kind: "gone", status: 410 }],
		[401, { kind: "refused", reason: "site.test asks for a login (401)" }],
		[402, { kind: "refused", reason: "site.test asks for a payment (402)" }],
		[403, { kind: "refused", reason: "site.test does not let this program read the page (403)" }],
		[451, { kind: "refused", reason: "site.test may not show the page for legal reasons (451)" }],
		[204, { kind: "failed", reason: "site.test answers 204 instead of a page", retryAfter: null }],
		[206, { kind: "failed", reason: "site.test answers 206 instead of a page" }],
		[300, { kind: "failed", reason: "site.test answers 300 instead of a page" }],
		[302, { kind: "failed", reason: "site.test answers 302 instead of a page" }],
		[304, { kind: "failed", reason: "site.test answers 304 instead of a page" }],
		[418, { kind: "failed", reason: "site.test answers 418 instead of a page" }],
		[429, { kind: "failed", reason: "site.test answers 429 instead of a page" }],
		[500, { kind: "failed", reason: "site.test answers 500 instead of a page" }],
		[503, { kind: "failed", remedy: "try again later", retryAfter: null }],
	])("status %i", async (status, expected) => {
		const fetched = await getFrom((_request, response) => {
			response.writeHead(status, { "content-type": "text/html" }).end();
		});
		expect(fetched).toMatchObject(expected);
	});

	test("an empty page", async () => {
		expect(await getFrom(html(""))).toMatchObject({ kind: "failed", reason: "the page is empty" });
	});

	test("a challenge by its header", async () => {
		expect(await getFrom(html(PAGE, { "cf-mitigated": "challenge" }))).toMatchObject({
			kind: "refused",
			reason: "the site asks whether its reader is human",
			remedy: "save the page and attach the file, or paste its text",
		});
	});

	test("a challenge by its page", async () => {
		expect(await getFrom(html("<title>Just a moment...</title>"))).toMatchObject({
			kind: "refused",
			reason: "the site asks whether its reader is human",
		});
	});
});

test("whoever gives up is told so at once", async () => {
	const site = await openSite(withoutRobots(() => {}));
	const fetcher = fetcherFor([site]);
	const request = { address: site.at("/a"), validators: null, accept: "article" as const };
	const fetched = fetcher.fetch(request, AbortSignal.timeout(100));
	expect(await fetched).toMatchObject({ kind: "failed", reason: "it was stopped" });
	const late = await fetcher.fetch(request, AbortSignal.abort());
	expect(late).toMatchObject({ kind: "failed", reason: "it was stopped" });
});

test("a fetcher that is closed ends what is under way and starts nothing", async () => {
	const site = await openSite(withoutRobots(() => {}));
	const fetcher = fetcherFor([site]);
	const fetched = get(fetcher, site.at("/a"));
	await expect.poll(() => site.asked.length).toBe(2);
	await fetcher.close();
	expect(await fetched).toMatchObject({ kind: "failed", reason: "it was stopped" });
	expect(await get(fetcher, site.at("/b"))).toMatchObject({ reason: "it was stopped" });
	expect(site.asked).toHaveLength(2);
});
