import type { ClientBase } from "pg";
import { type Announcement, type Claimed, type ClaimedMarks, claimIn } from "./announcement.ts";
import { parseMarks } from "./entry-text.ts";
import type { Realm } from "./keeper.ts";
import type { Transacted } from "./postgres-connection.ts";

/** Claims what a channel is to be told, within a transaction; see `Keeper.claim`. */
export async function claimNews(
	client: ClientBase,
	realm: Realm,
	announcement: Announcement,
): Promise<Transacted<Claimed>> {
	const { channel } = announcement;
	// Whoever erases the realm waits for us, or has erased it.
	const heads = await client.query("select 1 from presscheck.heads where realm = $1 for share", [
		realm,
	]);
	if (heads.rows.length === 0) return { keep: false, value: { kind: "claimed", places: [] } };
	// The row is there from then on, and locked until the transaction ends.
	const { rows } = await client.query<{ readonly marks: string }>(
		`insert into presscheck.claims (realm, channel, marks) values ($1, $2, '[]')
		on conflict (realm, channel) do update set marks = claims.marks
		returning marks::text as marks`,
		[realm, channel],
	);
	const { claimed, marks } = claimIn(parseMarks(rows[0]?.marks ?? ""), announcement);
	await client.query("update presscheck.claims set marks = $3 where realm = $1 and channel = $2", [
		realm,
		channel,
		JSON.stringify(marks),
	]);
	return { keep: true, value: claimed };
}

/** What was claimed, by channel; see `Keeper.claimed`. */
export async function claimedIn(client: ClientBase, realm: Realm): Promise<ClaimedMarks> {
	const { rows } = await client.query<{ readonly channel: string; readonly marks: string }>(
		"select channel, marks::text as marks from presscheck.claims where realm = $1",
		[realm],
	);
	const channels = new Map(rows.map(({ channel, marks }) => [channel, parseMarks(marks)]));
	return { kind: "read", channels };
}
