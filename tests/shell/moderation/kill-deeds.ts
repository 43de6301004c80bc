import { randomUUID } from "node:crypto";
import type { Change } from "../../../commands/command.ts";
import type { Extractor } from "../../../src/ingest/extractor.ts";
import type { Fetcher } from "../../../src/ingest/fetch/fetcher.ts";
import { createLibrary } from "../../../src/shell/library.ts";
import { createDrafts } from "../../../src/shell/moderation/drafts.ts";
import { createModeration, type Moderation } from "../../../src/shell/moderation/moderation.ts";
import { createRecordsDesk } from "../../../src/shell/moderation/records-desk.ts";
import type { Keeper } from "../../../src/shell/storage/keeper.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";
import type { Deed, Open } from "../storage/killed-child.ts";
import { CORPUS } from "./kill-corpus.ts";

/*
 * What moderators do, over and over, on a keeper that is killed: they add, fetch anew, remove and take
 * back. Pages are made up here, each with words of its own; what is fetched again has changed.
 */

const clock = (): Date => new Date();
const silent = (): void => undefined;
const log = {
	fatal: silent,
	error: silent,
	warn: silent,
	info: silent,
	debug: silent,
	trace: silent,
};

const fetcher: Pick<Fetcher, "fetch"> = {
	fetch: async ({ address }) => ({
		kind: "fetched",
		address,
		contentType: "text/plain",
		charset: "utf-8",
		bytes: new Uint8Array(),
		text: `The weir holds ${Math.ceil(Math.random() * 90)} boats.\n\nSeen by ${randomUUID()}.`,
		validators: { etag: null, lastModified: null },
		redirects: [],
	}),
};

const extractor: Pick<Extractor, "article"> = {
	article: async ({ content, address }) => ({
		kind: "extracted",
		outlet: "Shore Daily",
		title: "Boats",
		author: null,
		published: null,
		language: "en",
		address,
		text: String(content),
		partial: false,
	}),
};

const asker = { by: "1", server: null, channel: null };

/** As a process that runs has it. */
let moderation: Moderation | null = null;

/** Opens moderation, as the bot does before anybody can ask it for anything. */
export const open: Open = async keeper => {
	const drafts = createDrafts(clock);
	const records = createRecordsDesk({ keeper, drafts, log });
	const library = await createLibrary({
		read: async () => CORPUS,
		build: buildSnapshot,
		clock,
		keeper,
	});
	await records.read("installation");
	moderation = createModeration({
		library,
		keeper,
		records,
		drafts,
		log,
		clock,
		fetcher: { ...fetcher, close: async () => undefined },
		extractor: {
			...extractor,
			feed: async () => ({ kind: "refused", reason: "no feed", remedy: "none" }),
			close: async () => undefined,
		},
		readFile: async () => ({ kind: "refused", reason: "no file", remedy: "none" }),
		keeperServer: null,
		changed: async () => undefined,
	});
};

/** Adds, fetches anew, removes (sometimes for good) or takes back. */
export const deed: Deed = async (keeper, random) => {
	const change = await pickChange(keeper, random);
	await moderation?.carryOut(change, asker, silent);
};

async function pickChange(keeper: Keeper, random: () => number): Promise<Change> {
	const roll = random();
	if (roll < 0.4) return adding();
	if (roll < 0.6) return { kind: "refresh", story: "weir" };
	if (roll < 0.8) {
		const part = await keeper.history("installation", { story: null, below: null, limit: 3 });
		const entries = part.kind === "read" ? part.entries : [];
		const entry = entries[Math.floor(random() * entries.length)];
		return entry === undefined ? adding() : { kind: "undo", number: entry.number };
	}
	const read = await keeper.read("installation", "weir");
	const texts = read.kind === "read" ? read.documents.filter(isArticle) : [];
	const document = texts[Math.floor(random() * texts.length)];
	const article = document?.path.slice("weir/".length, -".md".length) ?? "first";
	// A story of which nothing is left, nor anything that could be taken back, takes no articles.
	const forever = texts.length > 1 && random() < 0.3;
	return { kind: "remove article", story: "weir", article, forever };
}

function isArticle({ path, state }: { readonly path: string; readonly state: { kind: string } }) {
	return /^weir\/[^/]+\.md$/.test(path) && state.kind === "text";
}

function adding(): Change {
	const origin = {
		kind: "addresses",
		addresses: [`https://paper.example/${randomUUID()}`],
	} as const;
	return { kind: "add article", story: "weir", origin, fields: {}, confirmed: true };
}
