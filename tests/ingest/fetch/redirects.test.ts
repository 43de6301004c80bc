import { describe, expect, test } from "vitest";
import { fetcherFor, get, type Handler, html, openSite, pageIn, withoutRobots } from "./stage.ts";

const PAGE = "<title>Harbor reopens</title><p>The harbor reopened on Monday.";

function sending(location: string, status = 302): Handler {
	return withoutRobots((request, response) => {
		if (request.url === "/end") html(PAGE)(request, response);
		// A body on a redirect is left unread: ending it must not end the process.
		else response.writeHead(status, { location }).end("a".repeat(300_000));
	});
}

describe("a page that moved", () => {
	test.each([301, 302, 303, 307, 308])("is followed with status %i", async status => {
		const site = await openSite(sending("/end", status));
		expect(pageIn(await get(fetcherFor([site]), site.at("/start")))).toMatchObject({
			address: site.at("/end"),
			text: PAGE,
			redirects: [site.at("/start")],
		});
	});

	test("is followed to another site, which is asked for its own robots.txt", async () => {
		const other = await openSite(withoutRobots(html(PAGE)));
		const site = await openSite(sending(other.at("/end#part")));
		const fetched = pageIn(await get(fetcherFor([site, other]), site.at("/start")));
		expect(fetched.address).toBe(other.at("/end"));
		expect(other.asked.map(({ path }) => path)).toEqual(["/robots.txt", "/end"]);
	});

	test("is not followed where the other site forbids it", async () => {
		const other = await openSite((_request, response) => {
			response.end("User-agent: *\nDisallow: /");
		});
		const site = await openSite(sending(other.at("/end")));
		expect(await get(fetcherFor([site, other]), site.at("/start"))).toMatchObject({
			kind: "refused",
			reason: "site.test asks programs not to read this page",
		});
		expect(other.asked.map(({ path }) => path)).toEqual(["/robots.txt"]);
	});

	test.each([
		["five times", 5, "fetched"],
		["six times", 6, "failed"],
	])("is followed %s: %i, %s", async (_name, times, kind) => {
		const site = await openSite(
			withoutRobots((request, response) => {
				const step = Number(request.url?.slice(1));
				if (step === times) html(PAGE)(request, response);
				else response.writeHead(302, { location: `/${step + 1}` }).end();
			}),
		);
		const fetched = await get(fetcherFor([site]), site.at("/0"));
		expect(fetched.kind).toBe(kind);
		expect("redirects" in fetched ? fetched.redirects.length : null).toBe(
			kind === "fetched" ? times : null,
		);
	});

	test("in a circle is given up", async () => {
		const site = await openSite(sending("/start"));
		expect(await get(fetcherFor([site]), site.at("/start"))).toMatchObject({
			kind: "failed",
			reason: "the page redirects more than 5 times",
		});
		expect(site.asked).toHaveLength(1 + 6);
	});
});

test("a redirect may be written in UTF-8", async () => {
	const site = await openSite(
		withoutRobots((request, response) => {
			if (request.url !== "/start") html(PAGE)(request, response);
			else {
				const location = Buffer.from("/zürich").toString("latin1");
				response.writeHead(302, { location }).end();
			}
		}),
	);
	expect(pageIn(await get(fetcherFor([site]), site.at("/start"))).address).toBe(
		site.at("/z%C3%BCrich"),
	);
});

describe("where a redirect must not lead", () => {
	test.each([
		["http://169.254.169.254/latest/", "169.254.169.254 is a cloud's metadata address"],
		["http://[::ffff:127.0.0.1]/", "::ffff:7f00:1 is an IPv4-mapped address"],
		["//0x7f.1/", "127.0.0.1 is a loopback address"],
		["http://localhost/", "localhost is a reserved name"],
		["http://ann:secret@lantern.com/", "the address holds a user name or a password"],
		["http://lantern.com:6379/", "port 6379 is neither 80 nor 443"],
		["file:///etc/passwd", "only http and https are read, not file"],
		["http://lantern.com\\@127.0.0.1/", "that is not the address of a page"],
		["http://[::1", "that is not the address of a page"],
	])("%s", async (location, reason) => {
		const site = await openSite(sending(location));
		expect(await get(fetcherFor([site]), site.at("/start"))).toMatchObject({
			kind: "refused",
			reason: `the page redirects to a refused address: ${reason}`,
		});
	});

	test("to a name that stands for an address within", async () => {
		const site = await openSite(sending("http://lantern.com/"));
		expect(await get(fetcherFor([site]), site.at("/start"))).toMatchObject({
			kind: "refused",
			reason: "lantern.com stands for 127.0.0.1, a loopback address",
		});
	});

	test("to a port of an allowed host that is not allowed", async () => {
		const other = await openSite(withoutRobots(html(PAGE)));
		const site = await openSite(sending(other.at("/end")));
		expect(await get(fetcherFor([site]), site.at("/start"))).toMatchObject({ kind: "refused" });
		expect(other.asked).toHaveLength(0);
	});
});
