import { afterAll, describe, expect, test, vi } from "vitest";
import type { Source } from "../../src/ingest/extract/outcome.ts";
import { createExtractor, EXTRACTOR } from "../../src/ingest/extractor.ts";

// A worker takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const clock = (): Date => new Date("2026-03-01T12:00:00Z");

function text(content: string): Source {
	return { content, contentType: "text/plain", fileName: null, address: null };
}

const ARTICLE = "The harbour council voted on Monday to widen the northern quay by forty meters.";

describe("an extractor", () => {
	const extractor = createExtractor({ ...EXTRACTOR, clock });
	afterAll(() => extractor.close());

	test("reads what it is given at once, each to its own", async () => {
		const texts = [1, 2, 3].map(number => `${ARTICLE} Vote ${number}.`);
		const outcomes = await Promise.all(texts.map(each => extractor.article(text(each))));
		expect(outcomes).toMatchObject(texts.map(each => ({ kind: "extracted", text: each })));
	});

	test("reads bytes", async () => {
		const content = new TextEncoder().encode(`<html><body><p>${ARTICLE}</p></body></html>`);
		const source = { ...text(""), content, contentType: "text/html" };
		expect(await extractor.article(source)).toMatchObject({ kind: "extracted", text: ARTICLE });
	});

	test("reads feeds", async () => {
		const content = `<rss><channel><item><title>Quay</title><link>https://port.example/quay</link></item></channel></rss>`;
		const items = [{ title: "Quay", address: "https://port.example/quay" }];
		expect(await extractor.feed(text(content))).toMatchObject({ kind: "feed", items });
	});
});

/** A worker that does what the text of its job says. */
const OBEDIENT = new URL(
	`data:text/javascript,${encodeURIComponent(`
		import { parentPort } from "node:worker_threads";
		parentPort.on("message", ({ source }) => {
			if (source.content === "loop") for (;;);
			if (source.content === "throw") throw new Error("broken");
			if (source.content === "exit") process.exit(3);
			if (source.content === "hoard") {
				const hoard = [];
				for (;;) hoard.push(new Array(10_000).fill({}).map(() => ({})));
			}
			if (source.content === "buffer") {
				const buffers = [];
				for (;;) buffers.push(new Uint8Array(10_000_000).fill(1));
			}
			parentPort.postMessage({ kind: "outcome", outcome: { kind: "extracted", text: source.content } });
		});
		parentPort.postMessage({ kind: "ready" });
	`)}`,
);

describe("an extractor whose worker goes wrong", () => {
	const extractor = createExtractor({
		clock,
		timeLimit: 1_000,
		memoryLimit: 32,
		growthLimit: 400,
		worker: OBEDIENT,
	});
	afterAll(() => extractor.close());

	test.each([
		["loop", "it takes too long to read"],
		["hoard", /it takes too (?:much memory|long) to read/],
		["buffer", /it takes too (?:much memory|long) to read|it breaks/],
		["throw", "it breaks the program's reader"],
		["exit", "it breaks the program's reader"],
	])("refuses what makes it %s, and reads the next", async (content, reason) => {
		const bad = extractor.article(text(content));
		const good = extractor.article(text("next"));
		expect(await bad).toMatchObject({ kind: "refused", reason: expect.stringMatching(reason) });
		expect(await good).toEqual({ kind: "extracted", text: "next" });
	});

	test("does not take an article for a feed", async () => {
		expect(await extractor.feed(text("next"))).toMatchObject({ kind: "refused" });
	});
});

describe("an extractor that is closed", () => {
	test("refuses", async () => {
		const extractor = createExtractor({ ...EXTRACTOR, clock });
		await extractor.close();
		expect(await extractor.article(text(ARTICLE))).toMatchObject({ kind: "refused" });
	});
});
