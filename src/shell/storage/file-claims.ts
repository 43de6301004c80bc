import { join } from "node:path";
import {
	type Announcement,
	type Claimed,
	type ClaimedMarks,
	claimIn,
	type Mark,
} from "./announcement.ts";
import { parseMarks } from "./entry-text.ts";
import { readMark } from "./file-journal.ts";
import { entriesIn, textOf } from "./found-files.ts";
import { KeeperError } from "./keeper-error.ts";
import { type RealmFolder, replaceFile } from "./realm-folder.ts";

/** Claims what a channel is to be told; see `Keeper.claim`. Only for whoever has the realm's lock. */
export async function claimNews(folder: RealmFolder, announcement: Announcement): Promise<Claimed> {
	if ((await readMark(folder)) === null) return { kind: "claimed", places: [] };
	const path = join(folder.claims, `${checkedChannel(announcement.channel)}.json`);
	const { claimed, marks } = claimIn(parseMarks((await textOf(path)) ?? ""), announcement);
	if (claimed.places.length === 0) return claimed;
	await folder.disk.makeFolder(folder.claims);
	await replaceFile(folder, path, `${JSON.stringify(marks)}\n`);
	await folder.disk.syncFolder(folder.claims);
	return claimed;
}

const CLAIMS_FILE = /^(\d{1,20})\.json$/u;

/** What was claimed, by channel; see `Keeper.claimed`. */
export async function claimedIn({ claims }: RealmFolder): Promise<ClaimedMarks> {
	const channels = new Map<string, readonly Mark[]>();
	for (const { name } of await entriesIn(claims)) {
		const [, channel] = CLAIMS_FILE.exec(name) ?? [];
		if (channel === undefined) continue;
		channels.set(channel, parseMarks((await textOf(join(claims, name))) ?? ""));
	}
	return { kind: "read", channels };
}

/** The channel itself, whose id names a file; throws for what is no id. */
function checkedChannel(channel: string): string {
	if (/^\d{1,20}$/u.test(channel)) return channel;
	throw new KeeperError(
		`${JSON.stringify(channel)} is no channel`,
		"write its id, which is a number",
	);
}
