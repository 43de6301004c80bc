import { channelJson, guildChannels, guildJson, memberJson, rolesJson } from "../guild-json.ts";
import { refuse } from "../refusal.ts";
import { type Call, json, namedAccount, param, type Reply, type Route } from "./route.ts";

/** A route on the server of the path, which must be the one that there is. */
function onGuild(path: string, act: (call: Call) => Reply): Route {
	return {
		method: "GET",
		path: `/guilds/:guild${path}`,
		access: "bot",
		act: call =>
			param(call, "guild") === call.scene.world.guild.id ? act(call) : refuse("unknownGuild"),
	};
}

/** The server, its channels, roles and members. */
export const guildRoutes: readonly Route[] = [
	onGuild("", ({ scene }) => json(guildJson(scene.world))),
	onGuild("/channels", ({ scene: { world } }) =>
		json(guildChannels(world).map(channel => channelJson(world, channel))),
	),
	onGuild("/roles", ({ scene }) => json(rolesJson(scene.world))),
	onGuild("/members/:user", call => {
		const account = namedAccount(call);
		return account === null ? refuse("unknownMember") : json(memberJson(call.scene.world, account));
	}),
];
