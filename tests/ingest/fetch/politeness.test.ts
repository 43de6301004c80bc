import { describe, expect, test } from "vitest";
import type { Validators } from "../../../src/ingest/fetch/fetched.ts";
import {
	fetcherFor,
	get,
	type Handler,
	html,
	openSite,
	pageIn,
	SHORT,
	type Site,
	withoutRobots,
} from "./stage.ts";

const PAGE = "<title>Harbor reopens</title><p>The harbor reopened on Monday.";

/** A site with a robots.txt, and one page everywhere else. */
function openRuledSite(robots: Handler): Promise<Site> {
	return openSite((request, response) => {
		(request.url === "/robots.txt" ? robots : html(PAGE))(request, response);
	});
}

function rules(...lines: readonly string[]): Handler {
	return (_request, response) => {
		response.writeHead(200, { "content-type": "text/plain" }).end(lines.join("\n"));
	};
}

function status(code: number, headers: Readonly<Record<string, string>> = {}): Handler {
	return (_request, response) => {
		response.writeHead(code, headers).end();
	};
}

describe("robots.txt", () => {
	const ASKS_NOT = "site.test asks programs not to read this page";

	test.each([
		["has nothing to say", rules(""), "fetched"],
		["forbids all to all", rules("User-agent: *", "Disallow: /"), "refused"],
		["forbids all to this program", rules("User-agent: presscheck", "Disallow: /"), "refused"],
		["forbids all to another", rules("User-agent: Grabber", "Disallow: /"), "fetched"],
		[
			"allows this program alone",
			rules("User-agent: *", "Disallow: /", "", "User-agent: Presscheck", "Allow: /"),
			"fetched",
		],
		["forbids the folder", rules("User-agent: *", "Disallow: /news/"), "refused"],
		["forbids another folder", rules("User-agent: *", "Disallow: /sport/"), "fetched"],
		["forbids by a wildcard", rules("User-agent: *", "Disallow: /*?print="), "refused"],
		[
			"allows more exactly than it forbids",
			rules("User-agent: *", "Disallow: /news/", "Allow: /news/a"),
			"fetched",
		],
		["is a page", html(PAGE), "fetched"],
		["begins with a byte order mark", rules("\ufeffUser-agent: *", "Disallow: /"), "refused"],
		["is missing", status(404), "fetched"],
		["is forbidden itself", status(403), "fetched"],
	])("that %s", async (_name, robots, kind) => {
		const site = await openRuledSite(robots);
		const fetched = await get(fetcherFor([site]), site.at("/news/a?print=1"));
		expect(fetched.kind).toBe(kind);
		expect("reason" in fetched ? fetched.reason : ASKS_NOT).toBe(ASKS_NOT);
		expect(site.asked).toHaveLength(kind === "fetched" ? 2 : 1);
	});

	test.each([
		["answers 500", status(500), null],
		["answers 503", status(503, { "retry-after": "90" }), 90],
		["answers 429", status(429), null],
	])("that %s closes the site for now", async (reason, robots, retryAfter) => {
		const site = await openRuledSite(robots);
		expect(await get(fetcherFor([site]), site.at("/news/a"))).toEqual({
			kind: "failed",
			reason: `the robots.txt of site.test ${reason}`,
			remedy: "try again later",
			retryAfter,
		});
	});

	test("that never comes closes the site for now", async () => {
		const site = await openRuledSite(() => {});
		const fetcher = fetcherFor([site], { limits: { ...SHORT, total: 600 } });
		expect(await get(fetcher, site.at("/news/a"))).toMatchObject({
			kind: "failed",
			reason: "site.test took too long to answer",
		});
	});

	test("that is packed beyond reading closes the site for now", async () => {
		const site = await openRuledSite((_request, response) => {
			response.writeHead(200, { "content-encoding": "gzip" }).end("not gzip");
		});
		expect(await get(fetcherFor([site]), site.at("/news/a"))).toMatchObject({
			kind: "failed",
			reason: "the robots.txt of site.test cannot be unpacked",
		});
	});

	test("that moved is followed", async () => {
		const site = await openSite((request, response) => {
			if (request.url === "/robots.txt") response.writeHead(301, { location: "/moved" }).end();
			else rules("User-agent: *", "Disallow: /")(request, response);
		});
		expect(await get(fetcherFor([site]), site.at("/news/a"))).toMatchObject({ reason: ASKS_NOT });
	});

	test("of 10 MB counts so far as it is read, line by line", async () => {
		const filling = `Disallow: /${"a".repeat(50)}\n`.repeat(8_000).slice(0, 500 * 1024 - 40);
		const site = await openRuledSite(
			rules("User-agent: *", "Disallow: /early", filling, `Disallow: /${"b".repeat(10_000_000)}`),
		);
		const fetcher = fetcherFor([site]);
		expect(await get(fetcher, site.at("/early"))).toMatchObject({ reason: ASKS_NOT });
		expect(pageIn(await get(fetcher, site.at("/b"))).text).toBe(PAGE);
	});

	test("that is made to be slow is not worked through", async () => {
		const site = await openRuledSite(
			rules("User-agent: *", ...Array<string>(60).fill(`Disallow: /${"*a".repeat(1_000)}`)),
		);
		expect(await get(fetcherFor([site]), site.at("/aaa"))).toMatchObject({
			kind: "failed",
			reason: "the robots.txt of site.test has too many wildcards",
		});
	});

	test("is asked for once a day, by pages that are asked for at once too", async () => {
		const site = await openRuledSite(status(404));
		let now = new Date("2026-04-06T08:00:00Z");
		const fetcher = fetcherFor([site], { clock: () => now });
		await Promise.all([get(fetcher, site.at("/a")), get(fetcher, site.at("/b"))]);
		now = new Date("2026-04-07T07:59:00Z");
		await get(fetcher, site.at("/c"));
		now = new Date("2026-04-07T08:01:00Z");
		await get(fetcher, site.at("/d"));
		const paths = site.asked.map(({ path }) => path);
		expect(paths).toEqual(["/robots.txt", "/a", "/b", "/c", "/robots.txt", "/d"]);
	});

	test("that could not be read is asked for again after a minute", async () => {
		let trouble = true;
		const site = await openRuledSite((request, response) => {
			status(trouble ? 500 : 404)(request, response);
		});
		let now = new Date("2026-04-06T08:00:00Z");
		const fetcher = fetcherFor([site], { clock: () => now });
		expect((await get(fetcher, site.at("/a"))).kind).toBe("failed");
		trouble = false;
		expect((await get(fetcher, site.at("/a"))).kind).toBe("failed");
		now = new Date("2026-04-06T08:01:01Z");
		expect((await get(fetcher, site.at("/a"))).kind).toBe("fetched");
	});
});

describe("the rest of a host between requests", () => {
	/** A fetcher whose waits are noted and take no time but by its own clock. */
	function patiently(
		site: Site,
		delay: number,
	): { waits: number[]; fetcher: ReturnType<typeof fetcherFor> } {
		const waits: number[] = [];
		let now = Date.parse("2026-04-06T08:00:00Z");
		const fetcher = fetcherFor([site], {
			limits: { ...SHORT, delay },
			clock: () => new Date(now),
			sleep: milliseconds => {
				waits.push(milliseconds);
				now += milliseconds;
				return Promise.resolve();
			},
		});
		return { waits, fetcher };
	}

	test.each([
		["as configured where the site asks for none", rules(""), [1_000, 1_000]],
		["as the site asks", rules("User-agent: *", "Crawl-delay: 3"), [1_000, 3_000]],
		[
			"as configured where the site asks for less",
			rules("User-agent: *", "Crawl-delay: 0.1"),
			[1_000, 1_000],
		],
		[
			"ten seconds where the site asks for an hour",
			rules("User-agent: *", "Crawl-delay: 3600"),
			[1_000, 10_000],
		],
		[
			"as configured where the site asks for nonsense",
			rules("User-agent: *", "Crawl-delay: -5"),
			[1_000, 1_000],
		],
	])("is %s", async (_name, robots, expected) => {
		const site = await openRuledSite(robots);
		const { waits, fetcher } = patiently(site, 1_000);
		await get(fetcher, site.at("/a"));
		await get(fetcher, site.at("/b"));
		expect(waits).toEqual(expected);
	});

	test("is kept by real time too, and requests never overlap", async () => {
		let open = 0;
		let most = 0;
		const site = await openSite((request, response) => {
			open += 1;
			most = Math.max(most, open);
			setTimeout(() => {
				open -= 1;
				withoutRobots(html(PAGE))(request, response);
			}, 20);
		});
		const fetcher = fetcherFor([site], { limits: { ...SHORT, delay: 60 } });
		await Promise.all(["/a", "/b", "/c"].map(path => get(fetcher, site.at(path))));
		const times = site.asked.map(({ time }) => time);
		const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
		expect(most).toBe(1);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(70);
	});

	test("does not count toward the time that a page may take", async () => {
		const site = await openSite(withoutRobots(html(PAGE)));
		const limits = { ...SHORT, delay: 300, total: 1_000 };
		const fetcher = fetcherFor([site], { limits });
		const paths = ["/a", "/b", "/c", "/d"];
		const fetched = await Promise.all(paths.map(path => get(fetcher, site.at(path))));
		expect(fetched.map(({ kind }) => kind)).toEqual(paths.map(() => "fetched"));
	});

	test("is not taken by requests that were given up", async () => {
		const site = await openSite(withoutRobots(html(PAGE)));
		const fetcher = fetcherFor([site], { limits: { ...SHORT, delay: 200 } });
		const request = { address: site.at("/a"), validators: null, accept: "article" as const };
		const first = fetcher.fetch(request);
		const second = fetcher.fetch({ ...request, address: site.at("/b") }, AbortSignal.timeout(250));
		const third = fetcher.fetch({ ...request, address: site.at("/c") });
		const kinds = (await Promise.all([first, second, third])).map(({ kind }) => kind);
		expect(kinds).toEqual(["fetched", "failed", "fetched"]);
		expect(site.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/a", "/c"]);
	});
});

describe("a server that is busy", () => {
	test.each([
		["429 and seconds", 429, "120", 120],
		["503 and seconds", 503, "120", 120],
		["503 and a date", 503, "Mon, 06 Apr 2026 08:00:30 GMT", 30],
		["429 and nothing", 429, null, null],
		["500 and seconds, which mean nothing there", 500, "120", null],
	])("says %s", async (_name, code, header, retryAfter) => {
		const site = await openSite(
			withoutRobots(status(code, header === null ? {} : { "retry-after": header })),
		);
		const fetcher = fetcherFor([site], { clock: () => new Date("2026-04-06T08:00:00Z") });
		expect(await get(fetcher, site.at("/a"))).toMatchObject({ kind: "failed", retryAfter });
	});

	test("is left alone for as long as it asked", async () => {
		let busy = true;
		const site = await openSite(
			withoutRobots((request, response) => {
				(busy ? status(429, { "retry-after": "120" }) : html(PAGE))(request, response);
			}),
		);
		let now = new Date("2026-04-06T08:00:00Z");
		const fetcher = fetcherFor([site], { clock: () => now });
		await get(fetcher, site.at("/a"));
		busy = false;
		now = new Date("2026-04-06T08:01:30Z");
		expect(await get(fetcher, site.at("/b"))).toEqual({
			kind: "failed",
			reason: "site.test has asked to be left alone for a while",
			remedy: "try again later",
			retryAfter: 30,
		});
		now = new Date("2026-04-06T08:02:01Z");
		expect((await get(fetcher, site.at("/b"))).kind).toBe("fetched");
		expect(site.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/a", "/b"]);
	});
});

describe("a page that was fetched before", () => {
	const DATE = "Mon, 06 Apr 2026 08:00:00 GMT";

	/** Answers 304 to whoever sends the entity tag "a2" or the date. */
	const conditional: Handler = withoutRobots((request, response) => {
		const { "if-none-match": tag, "if-modified-since": since } = request.headers;
		if (tag === 'W/"a2"' || since === DATE) response.writeHead(304, { etag: 'W/"a2"' }).end();
		else html(PAGE, { etag: 'W/"a2"', "last-modified": DATE })(request, response);
	});

	async function again(validators: Validators | null): Promise<unknown> {
		const site = await openSite(conditional);
		const fetcher = fetcherFor([site]);
		const address = site.at("/a");
		const fetched = await fetcher.fetch({ address, validators, accept: "article" });
		return { ...fetched, ...("address" in fetched ? { address: "/a" } : {}) };
	}

	test.each([
		[
			"its entity tag",
			{ etag: 'W/"a2"', lastModified: null },
			{ etag: 'W/"a2"', lastModified: null },
		],
		["its date", { etag: null, lastModified: DATE }, { etag: 'W/"a2"', lastModified: DATE }],
	])("is unchanged by %s", async (_name, validators, renewed) => {
		expect(await again(validators)).toEqual({
			kind: "unchanged",
			address: "/a",
			validators: renewed,
		});
	});

	test.each([
		["an old entity tag", { etag: '"a1"', lastModified: null }],
		["no validators", { etag: null, lastModified: null }],
		["none at all", null],
		["one that no header can hold", { etag: "a\r\nx: y", lastModified: "é" }],
	])("comes anew for %s", async (_name, validators) => {
		expect(await again(validators)).toMatchObject({
			kind: "fetched",
			validators: { etag: 'W/"a2"', lastModified: DATE },
		});
	});
});
