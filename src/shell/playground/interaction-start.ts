import {
	type APIMessage,
	type APIMessageInteractionMetadata,
	ApplicationIntegrationType,
} from "discord.js";
import { fileSizeLimit } from "./files.ts";
import { channelJson, memberJson } from "./guild-json.ts";
import { acknowledgeWithin, type Interaction, tokenFor, tokenLifetime } from "./interaction.ts";
import { contextOf, permissionsOf, rolePermissions } from "./permissions.ts";
import type { Snowflake } from "./protocol.ts";
import type { Scene } from "./scene.ts";
import { timeOf } from "./snowflakes.ts";
import { type Account, type Channel, serverOf, userJson } from "./world.ts";

/** What a person did, ready to be told to the bot. */
export interface Deed extends Pick<Interaction, "type" | "answerType" | "completes"> {
	readonly account: Account;
	readonly channel: Channel;
	/** The `data` of the event, as its type has it. */
	readonly data: object;
	/** The message that it was done on, or that its modal came from. */
	readonly message: APIMessage | null;
	/** What only this type of interaction says of itself in the messages that answer it. */
	readonly metadata: object;
}

/** Tells the bot of an interaction, and gives up on it when it is not acknowledged in time. */
export function startInteraction(scene: Scene, deed: Deed): Interaction {
	const { world, nextId, clock, gateway } = scene;
	forgetOld(scene);
	const id = nextId();
	const owners = ownersOf(scene, deed);
	const interaction: Interaction = {
		id,
		token: tokenFor(id, scene.randomText(64)),
		type: deed.type,
		answerType: deed.answerType,
		completes: deed.completes,
		user: deed.account.id,
		channel: deed.channel.id,
		source: (deed.message?.id ?? null) as Snowflake | null,
		metadata: {
			id,
			type: deed.type,
			user: userJson(deed.account),
			authorizing_integration_owners: owners,
			...deed.metadata,
		} as APIMessageInteractionMetadata,
		modal: null,
		state: { kind: "waiting" },
	};
	world.interactions.set(id, interaction);
	clock.after(acknowledgeWithin, () => lapse(scene, id));
	gateway.dispatch({
		type: "INTERACTION_CREATE",
		content: { ...eventJson(scene, interaction, deed), authorizing_integration_owners: owners },
		intent: "none",
		guild: serverOf(world, deed.channel)?.id ?? null,
	});
	return interaction;
}

function forgetOld({ world, clock }: Scene): void {
	const oldest = clock.now() - tokenLifetime;
	for (const id of world.interactions.keys()) {
		// They stand in the order in which they were started.
		if (timeOf(id) > oldest) break;
		world.interactions.delete(id);
	}
}

function lapse(scene: Scene, id: Snowflake): void {
	const { world, feed, completing } = scene;
	const interaction = world.interactions.get(id);
	if (interaction?.state.kind !== "waiting") return;
	world.interactions.set(id, { ...interaction, state: { kind: "lapsed" } });
	completing.get(id)?.([]);
	completing.delete(id);
	const { channel, user } = interaction;
	const reason = "The application did not respond";
	feed.tell({ kind: "interaction-failed", interaction: id, channel, reason }, one => one === user);
}

/** By whom the bot was brought to where something happens: the server, the person, or, in direct messages, nobody. */
function ownersOf(
	{ world }: Scene,
	{ account, channel }: Pick<Deed, "account" | "channel">,
): Record<number, string> {
	if (world.userInstalls.has(account.id)) {
		return { [ApplicationIntegrationType.UserInstall]: account.id };
	}
	const owner = serverOf(world, channel)?.id ?? "0";
	return { [ApplicationIntegrationType.GuildInstall]: owner };
}

function eventJson(scene: Scene, interaction: Interaction, deed: Deed): object {
	const { world } = scene;
	const { account, channel } = deed;
	const locale = "en-US";
	const permissions = `${permissionsOf(world, account)}`;
	const server = serverOf(world, channel);
	const where =
		server === null
			? { user: userJson(account) }
			: {
					guild_id: server.id,
					guild: { id: server.id, locale, features: [] },
					guild_locale: locale,
					member: { ...memberJson(server, account), permissions },
				};
	return {
		id: interaction.id,
		application_id: world.applicationId,
		type: interaction.type,
		token: interaction.token,
		version: 1,
		data: deed.data,
		channel_id: channel.id,
		channel: channelJson(world, channel),
		...where,
		context: contextOf(channel),
		...(deed.message === null ? {} : { message: deed.message }),
		app_permissions: `${rolePermissions.bot}`,
		locale,
		entitlements: [],
		attachment_size_limit: fileSizeLimit,
	};
}
