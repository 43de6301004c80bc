import type { Clock } from "./clock.ts";
import type { Snowflake } from "./protocol.ts";

/** The first second of 2015, from which Discord counts: https://docs.discord.com/developers/reference#snowflakes */
const discordEpoch = 1_420_070_400_000;

/** Gives ids that always rise, each holding the time at which it was made. */
export function createSnowflakes(clock: Pick<Clock, "now">): () => Snowflake {
	let last = 0n;
	return () => {
		const earliest = BigInt(Math.max(0, clock.now() - discordEpoch)) << 22n;
		last = earliest > last ? earliest : last + 1n;
		return `${last}`;
	};
}

/** When an id was made, in milliseconds since 1970. */
export function timeOf(id: Snowflake): number {
	return Number(BigInt(id) >> 22n) + discordEpoch;
}

/** Whether a text is an id; "@me" and "7a" are none. */
export function isSnowflake(text: string): text is Snowflake {
	return /^\d{1,20}$/.test(text);
}
