import { channelJson, guildChannels, guildJson, memberJson, rolesJson } from "../guild-json.ts";
import { refuse } from "../refusal.ts";
import { type Guild, serversOf } from "../world.ts";
import { type Call, json, namedAccount, param, type Reply, type Route } from "./route.ts";

/** A route on the server of the path, which must be one that the bot is in. */
function onGuild(path: string, act: (call: Call, guild: Guild) => Reply): Route {
	return {
		method: "GET",
		path: `/guilds/:guild${path}`,
		access: "bot",
		act: call => {
			const { world } = call.scene;
			const guild = serversOf(world, world.bot.id).find(({ id }) => id === param(call, "guild"));
			return guild === undefined ? refuse("unknownGuild") : act(call, guild);
		},
	};
}

/** A server, its channels, roles and members. */
export const guildRoutes: readonly Route[] = [
	onGuild("", (_, guild) => json(guildJson(guild))),
	onGuild("/channels", ({ scene: { world } }, guild) =>
		json(guildChannels(world, guild).map(channel => channelJson(world, channel))),
	),
	onGuild("/roles", (_, guild) => json(rolesJson(guild))),
	onGuild("/members/:user", (call, guild) => {
		const account = namedAccount(call);
		const { world } = call.scene;
		return account === null || !serversOf(world, account.id).includes(guild)
			? refuse("unknownMember")
			: json(memberJson(guild, account));
	}),
];
