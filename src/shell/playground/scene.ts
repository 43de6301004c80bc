import type { Clock } from "./clock.ts";
import type { Gateway } from "./gateway.ts";
import type { Choices } from "./interaction.ts";
import type { PeopleFeed } from "./people-feed.ts";
import type { PersonEvent, Snowflake } from "./protocol.ts";
import { type Channel, isIn, type World } from "./world.ts";

/** What every request, from the bot or from a person, is carried out on. */
export interface Scene {
	readonly world: World;
	readonly clock: Clock;
	readonly nextId: () => Snowflake;
	/** So many random letters and digits. */
	readonly randomText: (length: number) => string;
	readonly gateway: Gateway;
	readonly feed: PeopleFeed;
	/** People's clients that wait for completions, by interaction. */
	readonly completing: Map<Snowflake, (choices: Choices) => void>;
	/** Where this server is reached: "http://127.0.0.1:4747". */
	readonly origin: () => string;
}

/** Tells everybody in a channel, or one of them alone. */
export function tellChannel(
	scene: Scene,
	event: PersonEvent,
	audience: { readonly channel: Channel; readonly onlyFor: Snowflake | null },
): void {
	const { channel, onlyFor } = audience;
	scene.feed.tell(event, user =>
		onlyFor === null ? isIn(channel, user, scene.world) : user === onlyFor,
	);
}
