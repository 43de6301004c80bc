import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepLooking, restAfter } from "../../../src/shell/moderation/feed-watch.ts";
import { newsPage } from "../discord/page-host.ts";
import { type FeedHost, openFeedHost, SHAPES, type Told } from "./feed-host.ts";
import { type FeedHouse, openFeedHouse } from "./feed-house.ts";

// Extraction begins with a worker, which takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const MINUTE = 60_000;

describe("how long a feed is left alone", () => {
	test.each([
		["after a look that went well", 0, null, 15],
		["twice as long after a failure", 1, null, 30],
		["and twice again", 2, null, 60],
		["a day at most", 40, null, 24 * 60],
		["however often it fails", 5_000, null, 24 * 60],
		["as long as the server asks for", 1, 7_200, 120],
		["but no shorter than its turn", 0, 10, 15],
		["and never for a week", 0, 7 * 86_400, 24 * 60],
	])("%s", (_, failures, retryAfter, minutes) => {
		expect(restAfter({ failures, retryAfter }, 15, 0)).toBe(minutes * MINUTE);
	});

	test("is a little longer by chance, and by a tenth at most", () => {
		const rests = fc.tuple(
			fc.nat(30),
			fc.integer({ min: 1, max: 1_440 }),
			fc.double({ min: 0, max: 1, noNaN: true }),
		);
		fc.assert(
			fc.property(rests, ([failures, minutes, random]) => {
				const least = restAfter({ failures, retryAfter: null }, minutes, 0);
				const rest = restAfter({ failures, retryAfter: null }, minutes, random);
				expect(rest).toBeGreaterThanOrEqual(least);
				expect(rest).toBeLessThanOrEqual(least * 1.1);
			}),
		);
	});
});

let host: FeedHost;
let house: FeedHouse;

beforeEach(async () => {
	host = await openFeedHost();
	house = await openFeedHouse([host.host]);
});
afterEach(async () => {
	await house.close();
	await host.close();
});

function told(name: string, title: string, day = "2025-05-04"): Told {
	return { title, link: host.addressOf(`/${name}`), day };
}

function lay(items: readonly Told[], shape: keyof typeof SHAPES = "RSS"): void {
	const make = SHAPES[shape];
	if (make === undefined) throw new Error(`no shape ${shape}`);
	host.lay("/feed", make(items));
}

/** A page with a figure of its own. */
function layPage(name: string, outlet: string): Told {
	const paragraphs = Array.from(
		{ length: 3 },
		(_, at) =>
			`The owners of the mill told ${outlet} that repairs to part ${at + 1} of the wheel would cost ${at + 2} million crowns before the autumn floods arrive.`,
	);
	host.lay(`/${name}`, {
		type: "text/html; charset=utf-8",
		body: newsPage(outlet, `Mill repairs, says ${outlet}`, paragraphs),
	});
	return told(name, `Mill repairs, says ${outlet}`);
}

async function add(words: readonly string[] = [], trusted = false): Promise<void> {
	const address = host.addressOf("/feed");
	const notice = await house.carryOut({ kind: "add feed", story: "mill", address, words, trusted });
	expect(notice).toMatchObject({ title: "Feed added", refusal: false });
}

function waiting(): readonly string[] {
	return house.feeds().flatMap(feed => feed.waiting.map(({ title }) => title));
}

/** A watch without chance, whose first looks are due at once. */
function watch() {
	return house.moderation.feedWatch({ minutes: 15, random: () => 0 });
}

describe("a feed that is added", () => {
	test("again is held already, and named", async () => {
		lay([told("a", "Old mill")]);
		await add();
		const address = host.addressOf("/feed");
		const again = { kind: "add feed", story: "mill", address, words: [], trusted: true } as const;
		expect(await house.carryOut(again)).toMatchObject({
			refusal: true,
			title: "This feed is held already",
			text: expect.stringContaining("as f1"),
		});
		expect(house.feeds()).toHaveLength(1);
	});

	test("was looked at then", async () => {
		lay([told("a", "Old mill")]);
		await add();
		expect(house.feeds()[0]).toMatchObject({ lookedAt: "2031-05-04T12:00:00.000Z", problem: null });
	});

	test("and breaks off in the middle is told to", async () => {
		const body = `<rss><channel><item><title>Old mill</title><link>${host.addressOf("/a")}</link></item><item><title>x</tit`;
		host.lay("/feed", { type: "application/rss+xml", body });
		const address = host.addressOf("/feed");
		const adding = { kind: "add feed", story: "mill", address, words: [], trusted: false } as const;
		const { text } = await house.carryOut(adding);
		expect(text).toMatch(/^1 page is listed there, .* It breaks off in the middle/);
		expect(waiting()).toEqual(["Old mill"]);
	});

	test.each(Object.keys(SHAPES))("has what it lists wait: %s", async shape => {
		lay(
			[
				told("a", "Mill wheel repaired", "2025-05-01"),
				told("b", "Football results", "2025-05-02"),
				told("c", "Two mills close", "2025-05-03"),
			],
			shape,
		);
		await add(["mill"]);
		expect(waiting()).toEqual(["Two mills close", "Mill wheel repaired"]);
		const [item] = house.feeds()[0]?.waiting ?? [];
		expect(item).toMatchObject({ address: host.addressOf("/c") });
		expect(item?.published).toMatch(/^2025-05-03/);
	});

	test.each<[readonly string[], readonly string[]]>([
		[[], ["The mill, rebuilt", "Rent rises", "C++ for millers"]],
		[["rebuilt", "mills"], ["The mill, rebuilt"]],
		[["RENTS"], ["Rent rises"]],
		[["rent", "mill"], []],
		[["rent rise"], ["Rent rises"]],
		[["mil"], []],
		[["c++"], ["C++ for millers"]],
	])("takes titles with all of %j", async (words, titles) => {
		lay([
			told("1", "The mill, rebuilt", "2025-05-03"),
			told("2", "Rent rises", "2025-05-02"),
			told("3", "C++ for millers", "2025-05-01"),
		]);
		await add(words);
		expect(waiting()).toEqual(titles);
	});

	test("has nothing wait that is held, and 50 pages at most", async () => {
		const many = Array.from({ length: 60 }, (_, at) =>
			told(`${at}`, `Page ${at}`, new Date(Date.UTC(2025, 0, at + 1)).toISOString().slice(0, 10)),
		);
		const held = { ...told("held", "Held"), link: "http://paper.example/held?utm_source=feed" };
		lay([held, ...many]);
		await add();
		expect(waiting()).toHaveLength(50);
		expect(waiting()[0]).toBe("Page 59");
		// What is older was passed over, and does not come with the next look.
		house.pass(1);
		await watch().round();
		expect(waiting()).toHaveLength(50);
		expect(house.history()).toHaveLength(1);
	});

	test.each([
		["no page", 404, /no such page/],
		["a server that fails", 500, /; try again later/],
	])("is refused where there is %s", async (_, status, text) => {
		host.fail("/feed", status);
		const address = host.addressOf("/feed");
		const change = { kind: "add feed", story: "mill", address, words: [], trusted: false } as const;
		const notice = await house.carryOut(change);
		expect(notice).toMatchObject({ title: "This feed cannot be read", refusal: true });
		expect(notice.text).toMatch(text);
		expect(house.history()).toEqual([]);
	});
});

describe("the watch over feeds", () => {
	test("has what is new wait, by one change of the schedule's, and asks in turn alone", async () => {
		lay([told("a", "Old mill")]);
		await add();
		const feeds = watch();
		await feeds.round();
		expect(house.history()).toHaveLength(1);
		lay([told("a", "Old mill"), told("b", "New mill"), told("c", "Newer mill")]);
		await feeds.round();
		expect(waiting()).toEqual(["Old mill"]);
		house.pass(15);
		await feeds.round();
		expect(waiting()).toEqual(["New mill", "Newer mill", "Old mill"]);
		expect(house.history()[0]).toMatchObject({ by: "schedule", story: "mill", undoes: null });
		expect(house.history()).toHaveLength(2);
		expect(house.feeds()[0]).toMatchObject({
			lookedAt: "2031-05-04T12:15:00.000Z",
			problem: null,
		});
		// Of what is as it was, the server sends nothing.
		house.pass(15);
		await feeds.round();
		expect(host.answered("/feed")).toEqual([200, 200, 200, 304]);
	});

	test("spreads the first looks over the time between two", async () => {
		lay([told("a", "Old mill")]);
		await add();
		const feeds = house.moderation.feedWatch({ minutes: 10, random: () => 0.5 });
		const asked = () => host.answered("/feed").length;
		await feeds.round();
		expect(asked()).toBe(1);
		house.pass(5);
		await feeds.round();
		expect(asked()).toBe(2);
		// From then on a twentieth later.
		house.pass(10);
		await feeds.round();
		expect(asked()).toBe(2);
		house.pass(1);
		await feeds.round();
		expect(asked()).toBe(3);
	});

	test("leaves a feed that fails alone for longer each time, and tells why", async () => {
		lay([told("a", "Old mill")]);
		await add();
		host.fail("/feed", 404);
		const feeds = watch();
		await feeds.round();
		expect(house.feeds()[0]?.problem).toMatch(/no such page \(404\); look at the address again/);
		expect(house.lines.join("")).toContain("a feed cannot be read");
		for (const [minutes, asked] of [
			[29, 2],
			[1, 3],
			[59, 3],
			[1, 4],
		] as const) {
			house.pass(minutes);
			await feeds.round();
			expect(host.answered("/feed")).toHaveLength(asked);
		}
		lay([told("b", "New mill")]);
		house.pass(120);
		await feeds.round();
		expect(house.feeds()[0]?.problem).toBeNull();
		expect(waiting()).toEqual(["New mill", "Old mill"]);
	});

	test("does not show again what was dismissed or added", async () => {
		lay([layPage("a", "Wheel Weekly"), told("b", "Football")]);
		await add();
		const [, dismissed] = house.feeds()[0]?.waiting ?? [];
		const notice = await house.carryOut({
			kind: "dismiss item",
			story: "mill",
			feed: "f1",
			item: dismissed?.id ?? "",
			title: dismissed?.title ?? "",
		});
		expect(notice.text).toBe("“Football” does not wait any more.");
		expect(house.history()[0]?.deed).toBe("Dismissed a page of the feed f1: “Football”");
		const added = await house.carryOut({
			kind: "add article",
			story: "mill",
			origin: { kind: "addresses", addresses: [host.addressOf("/a")] },
			fields: {},
			confirmed: true,
		});
		expect(added.title).toBe("Added");
		expect(waiting()).toEqual([]);
		lay([layPage("a", "Wheel Weekly"), told("b", "Football"), told("c", "Third")]);
		await watch().round();
		expect(waiting()).toEqual(["Third"]);
	});

	test("adds what a trusted feed lists, and keeps waiting what it cannot add", async () => {
		lay([]);
		await add(["mill"], true);
		lay([layPage("a", "Wheel Weekly"), told("gone", "Mill lost"), layPage("b", "Sluice Times")]);
		const feeds = watch();
		await feeds.round();
		expect(house.outlets().toSorted()).toEqual(["First Paper", "Sluice Times", "Wheel Weekly"]);
		expect(waiting()).toEqual(["Mill lost"]);
		const deeds = house.history().map(({ by, deed }) => `${by}: ${deed}`);
		expect(deeds.slice(0, 3)).toEqual([
			expect.stringMatching(/^schedule: Added (?:Wheel Weekly|Sluice Times)/),
			expect.stringMatching(/^schedule: Added (?:Wheel Weekly|Sluice Times)/),
			`schedule: Found new pages in the feed ${host.addressOf("/feed")}`,
		]);
		expect(house.lines.join("")).toContain("a page of a trusted feed could not be added");
		// What is taken back waits for a yes, and is not added once more.
		await house.carryOut({ kind: "undo", number: house.history()[0]?.number ?? 0 });
		house.pass(15);
		lay([layPage("a", "Wheel Weekly"), layPage("b", "Sluice Times"), told("x", "Other")]);
		await feeds.round();
		expect(house.outlets()).toHaveLength(2);
		expect(waiting()).toHaveLength(2);
	});

	/** A server's own story with a feed that lists nothing yet. */
	async function addServersFeed(server: string): Promise<void> {
		await house.carryOut({ kind: "create story", title: "Lock" }, server);
		const text = `${"The lock was built in 1890 and takes 30 ships a day, the keeper said. ".repeat(6)}\n`;
		const added = await house.carryOut(
			{
				kind: "add article",
				story: "lock",
				origin: { kind: "text", text },
				fields: { outlet: "Lock Post", title: "The lock" },
				confirmed: true,
			},
			server,
		);
		expect(added).toMatchObject({ title: "Added", refusal: false });
		lay([]);
		const address = host.addressOf("/feed");
		const adding = { kind: "add feed", story: "lock", address, words: [], trusted: false } as const;
		expect((await house.carryOut(adding, server)).title).toBe("Feed added");
	}

	const SERVER = "100000000000000001";
	const waitingThere = () => house.moderation.records(SERVER).feeds[0]?.waiting.length;

	test("looks at the feeds of servers, each for its own", async () => {
		await addServersFeed(SERVER);
		lay([told("a", "Ships wait")]);
		await watch().round();
		expect(waitingThere()).toBe(1);
		expect(house.feeds()).toEqual([]);
	});

	test("leaves alone the feeds of a server that the bot has left, until it comes back", async () => {
		await addServersFeed(SERVER);
		const { upkeep } = house.moderation;
		const feeds = watch();
		await feeds.round();
		const before = host.answered("/feed").length;
		lay([told("a", "Ships wait")]);
		await upkeep.left({ application: "1", server: SERVER });
		for (let hour = 0; hour < 3; hour += 1) {
			house.pass(60);
			await feeds.round();
		}
		expect(host.answered("/feed")).toHaveLength(before);
		expect(waitingThere()).toBe(0);
		await upkeep.joined({ application: "1", server: SERVER });
		await feeds.round();
		expect(host.answered("/feed")).toHaveLength(before + 1);
		expect(waitingThere()).toBe(1);
	});

	test("tries again where a story is being changed", async () => {
		lay([told("a", "Old mill")]);
		await add();
		lay([told("b", "New mill")]);
		const holder = { what: "refresh", by: "1", since: "2031-05-04T12:00:00.000Z" };
		const lock = await house.keeper.lock("installation", "mill", holder);
		const feeds = watch();
		await feeds.round();
		expect(waiting()).toEqual(["Old mill"]);
		if (lock.kind === "locked") await lock.release();
		house.pass(15);
		await feeds.round();
		expect(waiting()).toEqual(["New mill", "Old mill"]);
	});

	test("begins nothing new while it looks, and ends when told to", async () => {
		lay([told("a", "Old mill")]);
		await add();
		const feeds = watch();
		const first = feeds.round();
		expect(feeds.round()).toBe(first);
		await first;
		const works: (() => void)[] = [];
		let ended = 0;
		const end = keepLooking(feeds, (milliseconds, work) => {
			expect(milliseconds).toBe(MINUTE);
			works.push(work);
			return () => {
				ended += 1;
			};
		});
		house.pass(15);
		for (const work of works) work();
		await end();
		expect(ended).toBe(1);
		house.pass(60);
		await feeds.round();
		expect(host.answered("/feed").length).toBeLessThanOrEqual(3);
	});
});
