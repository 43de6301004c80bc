import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { createLibrary } from "../../../src/shell/library.ts";
import { createLog } from "../../../src/shell/log.ts";
import { createDrafts } from "../../../src/shell/moderation/drafts.ts";
import { createRecordsDesk } from "../../../src/shell/moderation/records-desk.ts";
import {
	createUpkeep,
	keepTidy,
	type Seat,
	type Upkeep,
} from "../../../src/shell/moderation/upkeep.ts";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import { type Keeper, type Realm, serverRealm } from "../../../src/shell/storage/keeper.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";
import { ABSENT, commit, draft, text, write } from "../storage/drafting.ts";

const SERVER = "300000000000000003";
const KEEPER_SERVER = "300000000000000004";
const REALM = serverRealm(SERVER);
const DAY = 86_400_000;
const BOT = "200000000000000001";
const OTHER_BOT = "200000000000000002";

function seat(server: string, application = BOT): Seat {
	return { application, server };
}

interface Kept {
	readonly keeper: Keeper;
	readonly upkeep: Upkeep;
	readonly pass: (days: number) => void;
	readonly stories: () => readonly string[];
	readonly deeds: (realm?: Realm) => Promise<readonly string[]>;
	/** Writes down which bots are in the server. */
	readonly note: (rows: readonly object[]) => Promise<void>;
	readonly close: () => Promise<void>;
}

async function open(): Promise<Kept> {
	let now = Date.UTC(2031, 4, 1);
	const clock = () => new Date(now);
	const directory = mkdtempSync(join(tmpdir(), "presscheck-upkeep-"));
	const keeper = await openFileKeeper(directory);
	const log = createLog("silent");
	for (const realm of ["installation", REALM] as const) await addStory(keeper, realm, clock());
	const library = await createLibrary({
		read: async () => ({ stories: [], problems: [] }),
		build: buildSnapshot,
		clock,
		keeper,
	});
	const records = createRecordsDesk({ keeper, drafts: createDrafts(clock), log });
	for (const realm of ["installation", REALM] as const) await records.read(realm);
	const upkeep = createUpkeep({
		keeper,
		library,
		records,
		log,
		clock,
		keeperServer: KEEPER_SERVER,
		historyDays: 365,
		purgeDays: 30,
	});
	return {
		keeper,
		upkeep,
		pass: days => {
			now += days * DAY;
		},
		stories: () => library.current(REALM).stories.map(({ id }) => id),
		deeds: async (realm = REALM) => {
			const part = await keeper.history(realm, { story: null, below: null, limit: 9 });
			if (part.kind === "failed") throw new Error(part.reason);
			return part.entries.map(({ deed }) => `${deed.kind} ${deed.subject}`);
		},
		note: async rows => {
			const wanted = write("left.yaml", ABSENT, text(stringify(rows)));
			await commit(keeper, REALM, draft([wanted]));
			await records.read(REALM);
		},
		close: async () => {
			await keeper.close();
			rmSync(directory, { recursive: true });
		},
	};
}

async function addStory(keeper: Keeper, realm: Realm, at: Date): Promise<void> {
	const text = "---\noutlet: Ledger\n---\nThe tram carries 80 people.\n";
	const path = `of-${realm}/ledger.md`;
	const committed = await keeper.commit(realm, {
		at: at.toISOString(),
		by: "terminal",
		story: `of-${realm}`,
		deed: { kind: "Added", subject: "Ledger" },
		undoes: null,
		writes: [{ path, before: { kind: "absent" }, after: { kind: "text", text } }],
		purges: [],
	});
	if (committed.kind !== "committed") throw new Error("the story could not be added");
}

let kept: Kept;

beforeEach(async () => {
	kept = await open();
});

afterEach(async () => {
	await kept.close();
});

describe("a server that the bot has left", () => {
	it("is erased after so many days, and nothing else", async () => {
		await kept.upkeep.left(seat(SERVER));
		expect(await kept.deeds()).toEqual(["The bot left the server", "Added Ledger"]);
		kept.pass(29);
		await kept.upkeep.tidy();
		expect(kept.stories()).toEqual(["of-installation", `of-${REALM}`]);
		kept.pass(2);
		await kept.upkeep.tidy();
		expect(kept.stories()).toEqual(["of-installation"]);
		expect(await kept.keeper.realms()).toEqual({ kind: "read", realms: ["installation"] });
		expect(await kept.deeds()).toEqual([]);
	});

	it("is noted once, and forgotten when the bot comes back", async () => {
		await kept.upkeep.left(seat(SERVER));
		await kept.upkeep.left(seat(SERVER));
		await kept.upkeep.joined(seat(SERVER));
		await kept.upkeep.joined(seat(SERVER));
		expect(await kept.deeds()).toEqual([
			"The bot came back to the server",
			"The bot left the server",
			"Added Ledger",
		]);
		kept.pass(100);
		await kept.upkeep.tidy();
		expect(kept.stories()).toContain(`of-${REALM}`);
	});

	it("may have been left while the bot was off", async () => {
		await kept.upkeep.isIn(BOT, [SERVER]);
		expect(await kept.deeds()).toEqual(["The bot is in the server", "Added Ledger"]);
		await kept.upkeep.isIn(BOT, ["300000000000000009"]);
		expect((await kept.deeds())[0]).toBe("The bot left the server");
	});

	it("may be one that another bot is in", async () => {
		await kept.upkeep.isIn(OTHER_BOT, [SERVER]);
		await kept.upkeep.isIn(BOT, []);
		await kept.upkeep.left(seat(SERVER));
		kept.pass(100);
		await kept.upkeep.tidy();
		expect(kept.stories()).toContain(`of-${REALM}`);
		await kept.upkeep.left(seat(SERVER, OTHER_BOT));
		kept.pass(29);
		await kept.upkeep.tidy();
		expect(kept.stories()).toContain(`of-${REALM}`);
		kept.pass(2);
		await kept.upkeep.tidy();
		expect(kept.stories()).toEqual(["of-installation"]);
	});

	it("is in use where a bot of this program is, whatever the others have noted", async () => {
		await kept.note([{ at: "2031-01-01T00:00:00.000Z" }]);
		await kept.upkeep.isIn(OTHER_BOT, []);
		await kept.upkeep.joined(seat(SERVER));
		await kept.upkeep.tidy();
		expect(kept.stories()).toContain(`of-${REALM}`);
	});

	it("was left for every bot where that was noted before bots were told apart", async () => {
		await kept.note([{ at: "2031-04-20T00:00:00.000Z" }]);
		await kept.upkeep.isIn(BOT, []);
		kept.pass(31);
		await kept.upkeep.tidy();
		expect(kept.stories()).toEqual(["of-installation"]);
	});

	it("that kept nothing, or keeps the installation's stories, is not noted", async () => {
		await kept.upkeep.left(seat("300000000000000009"));
		await kept.upkeep.left(seat(KEEPER_SERVER));
		await kept.upkeep.joined(seat("300000000000000009"));
		expect(await kept.keeper.realms()).toEqual({ kind: "read", realms: ["installation", REALM] });
		expect(await kept.deeds("installation")).toEqual(["Added Ledger"]);
	});
});

describe("the record of changes", () => {
	it("is forgotten after so many days, and the stories stay", async () => {
		kept.pass(364);
		await kept.upkeep.tidy();
		expect(await kept.deeds()).toEqual(["Added Ledger"]);
		kept.pass(2);
		await kept.upkeep.tidy();
		expect(await kept.deeds()).toEqual([]);
		expect(kept.stories()).toEqual(["of-installation", `of-${REALM}`]);
	});
});

describe("tidying", () => {
	it("begins at once, goes on daily, and ends when told to", () => {
		const tidied: string[] = [];
		const given: { milliseconds: number; work: () => void }[] = [];
		const end = keepTidy(
			{ ...kept.upkeep, tidy: async () => void tidied.push("tidied") },
			(milliseconds, work) => {
				given.push({ milliseconds, work });
				return () => void tidied.push("ended");
			},
		);
		given[0]?.work();
		end();
		expect(given[0]?.milliseconds).toBe(DAY);
		expect(tidied).toEqual(["tidied", "tidied", "ended"]);
	});
});
