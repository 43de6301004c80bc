import { guildCreateJson } from "./guild-json.ts";
import type { Snowflake } from "./protocol.ts";
import type { Scene } from "./scene.ts";
import type { Guild, World } from "./world.ts";

/** What can be changed about who is where, and what they may do there. */
export interface Changes {
	/** Gives somebody every permission, or takes it away again. */
	readonly setAdministrator: (user: Snowflake, administrator: boolean) => void;
	/** Gives somebody a role in a server, the first where none is named. It carries no permissions. */
	readonly giveRole: (user: Snowflake, role: Snowflake, guild?: Snowflake) => void;
	/**
	 * Has somebody meet the bot by an install of their own, as in a server that it was not added to:
	 * they are offered what is registered for such installs, and nothing else.
	 */
	readonly installForSelf: (user: Snowflake) => void;
	/** Opens a talk between people that the bot is not in, and gives the channel's id. */
	readonly openPrivateChannel: (people: readonly Snowflake[]) => Snowflake;
	/** Takes the bot out of a server, the first where none is named, or adds it again, and tells it. */
	readonly setBotInServer: (isIn: boolean, guild?: Snowflake) => void;
}

/** The changes that can be made to a scene. */
export function changesOf(scene: Scene): Changes {
	const { world, feed, nextId } = scene;
	const tell = (sees: (user: Snowflake) => boolean) =>
		feed.tell({ kind: "commands-changed" }, sees);
	return {
		setAdministrator: (user, administrator) => {
			if (administrator) world.administrators.add(user);
			else world.administrators.delete(user);
			tell(one => one === user);
		},
		giveRole: (user, role, guild) => {
			const { givenRoles } = named(world, guild);
			givenRoles.set(user, [...(givenRoles.get(user) ?? []), role]);
		},
		installForSelf: user => {
			world.userInstalls.add(user);
			tell(one => one === user);
		},
		openPrivateChannel: people => {
			const id = nextId();
			world.channels.set(id, { kind: "private", id, people });
			world.messages.set(id, new Map());
			return id;
		},
		setBotInServer: (isIn, guild) => {
			setBotInServer(scene, named(world, guild), isIn);
			tell(() => true);
		},
	};
}

function named({ guilds }: World, id: Snowflake = guilds[0].id): Guild {
	const guild = guilds.find(one => one.id === id);
	if (guild === undefined) throw new Error(`there is no server ${id}`);
	return guild;
}

function setBotInServer({ world, gateway }: Scene, guild: Guild, isIn: boolean): void {
	const { id } = guild;
	if (isIn) world.withoutBot.delete(id);
	else world.withoutBot.add(id);
	gateway.dispatch({
		type: isIn ? "GUILD_CREATE" : "GUILD_DELETE",
		content: isIn ? guildCreateJson(world, guild) : { id },
		intent: "guilds",
		guild: id,
	});
}
