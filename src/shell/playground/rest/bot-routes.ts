import type { APIGatewayBotInfo } from "discord.js";
import { CreatePrivateChannelRequestSchema } from "discord-api-spec/zod";
import { channelJson } from "../guild-json.ts";
import { refuse } from "../refusal.ts";
import type { Scene } from "../scene.ts";
import { validate } from "../validation.ts";
import { serversOf, userJson } from "../world.ts";
import { json, namedAccount, type Route } from "./route.ts";

function gatewayAddress(scene: Scene): string {
	return scene.origin().replace(/^http/, "ws");
}

function gatewayBot(scene: Scene): APIGatewayBotInfo {
	return {
		url: gatewayAddress(scene),
		shards: 1,
		session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
	};
}

function application({ world }: Scene): object {
	return {
		id: world.applicationId,
		name: world.bot.globalName,
		icon: null,
		description: "",
		bot_public: true,
		bot_require_code_grant: false,
		bot: userJson(world.bot),
		owner: null,
		verify_key: "0".repeat(64),
		flags: 0,
		team: null,
		integration_types_config: { 0: {}, 1: {} },
	};
}

/** What the bot is, how it connects, and whom it can talk to. */
export const botRoutes: readonly Route[] = [
	{
		method: "GET",
		path: "/gateway",
		access: "path",
		act: ({ scene }) => json({ url: gatewayAddress(scene) }),
	},
	{
		method: "GET",
		path: "/gateway/bot",
		access: "bot",
		act: ({ scene }) => json(gatewayBot(scene)),
	},
	{
		method: "GET",
		path: "/applications/@me",
		access: "bot",
		act: ({ scene }) => json(application(scene)),
	},
	{
		method: "GET",
		path: "/oauth2/applications/@me",
		access: "bot",
		act: ({ scene }) => json(application(scene)),
	},
	{
		method: "GET",
		path: "/users/@me/guilds",
		access: "bot",
		act: ({ scene: { world } }) => {
			const facts = { icon: null, banner: null, owner: false, permissions: "0", features: [] };
			return json(serversOf(world, world.bot.id).map(({ id, name }) => ({ id, name, ...facts })));
		},
	},
	{
		method: "POST",
		path: "/users/@me/channels",
		access: "bot",
		act: ({ scene: { world }, body }) => {
			const asked = validate(CreatePrivateChannelRequestSchema, body);
			if (asked.kind === "refused") return asked;
			const person = asked.value.recipient_id;
			const channel = [...world.channels.values()].find(
				one => one.kind === "dm" && one.person === person,
			);
			return channel === undefined ? refuse("unknownUser") : json(channelJson(world, channel));
		},
	},
	{
		method: "GET",
		path: "/users/:user",
		access: "bot",
		act: call => {
			const account = namedAccount(call);
			return account === null ? refuse("unknownUser") : json(userJson(account));
		},
	},
];
