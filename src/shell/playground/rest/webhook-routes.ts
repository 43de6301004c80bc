import { MessageFlags } from "discord.js";
import {
	IncomingWebhookRequestPartialSchema,
	IncomingWebhookUpdateRequestPartialSchema,
} from "discord-api-spec/zod";
import { type Interaction, ofToken, tokenLifetime } from "../interaction.ts";
import { editAnswer, messageFor, postAnswer } from "../interaction-answer.ts";
import type { FiledDraft } from "../message-json.ts";
import { deleteMessage, refuseNew } from "../messages.ts";
import type { Snowflake } from "../protocol.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Scene } from "../scene.ts";
import { timeOf } from "../snowflakes.ts";
import { validate } from "../validation.ts";
import { channelOf, type KeptMessage } from "../world.ts";
import { forgiven } from "./forgiven.ts";
import { type Call, empty, json, param, type Reply, type Route } from "./route.ts";

/** A request with the token of an interaction that was acknowledged. */
interface Visit {
	readonly kind: "visit";
	readonly call: Call;
	readonly interaction: Interaction;
	/** What `@original` stands for. */
	readonly original: KeptMessage | null;
}

function onWebhook(method: Route["method"], path: string, act: (visit: Visit) => Reply): Route {
	return {
		method,
		path: `/webhooks/:application/:token${path}`,
		access: "path",
		act: call => {
			const visit = visitOf(call);
			return visit.kind === "refused" ? visit : act(visit);
		},
	};
}

function visitOf(call: Call): Visit | Refusal {
	const { world, clock } = call.scene;
	if (param(call, "application") !== world.applicationId) return refuse("unknownWebhook");
	const token = param(call, "token");
	const interaction = world.interactions.get(ofToken(token) as Snowflake);
	if (interaction?.token !== token || clock.now() - timeOf(interaction.id) > tokenLifetime)
		return refuse("invalidWebhookToken");
	const { state } = interaction;
	// Before the first answer the token leads nowhere.
	if (state.kind !== "acknowledged") return refuse("unknownWebhook");
	const original = messageFor(call.scene, interaction, state.original);
	return { kind: "visit", call, interaction, original };
}

function onMessage(
	method: Route["method"],
	act: (visit: Visit, kept: KeptMessage) => Reply,
): Route {
	return onWebhook(method, "/messages/:message", visit => {
		const kept = messageOf(visit);
		return kept === null ? refuse("unknownMessage") : act(visit, kept);
	});
}

/** The message that the path names, if it is one of this interaction's. */
function messageOf({ call, interaction, original }: Visit): KeptMessage | null {
	const id = param(call, "message");
	if (id === "@original" || id === original?.message.id) return original;
	const kept = messageFor(call.scene, interaction, id);
	return kept?.message.interaction_metadata?.id === interaction.id ? kept : null;
}

/** What the bot says to an interaction after its first answer. */
export const webhookRoutes: readonly Route[] = [
	onWebhook("POST", "", followUp),
	onMessage("GET", (_, { message }) => json(message)),
	onMessage("PATCH", editMessage),
	onMessage("DELETE", ({ call: { scene }, interaction }, { message }) => {
		const channel = channelOf(scene.world, interaction.channel);
		if (channel === null) return refuse("unknownChannel");
		deleteMessage(scene, channel, message.id as Snowflake);
		return empty;
	}),
];

function editMessage({ call, interaction }: Visit, kept: KeptMessage): Reply {
	const asked = validate(IncomingWebhookUpdateRequestPartialSchema, forgiven(call.body));
	if (asked.kind === "refused") return asked;
	return edited(call, interaction, { kept, draft: asked.value });
}

function edited(
	{ scene, uploads }: Call,
	interaction: Interaction,
	{ kept, draft }: { readonly kept: KeptMessage; readonly draft: FiledDraft },
): Reply {
	const answered = editAnswer(scene, interaction, { kept, draft, uploads, under: [] });
	return answered.kind === "refused" ? answered : json(answered.message);
}

function followUp({ call, interaction, original }: Visit): Reply {
	const asked = validate(IncomingWebhookRequestPartialSchema, forgiven(call.body));
	if (asked.kind === "refused") return asked;
	const { scene, uploads } = call;
	const draft = asked.value;
	// The first follow-up of a deferred reply takes the place of its stand-in.
	if (original !== null && isLoading(original))
		return edited(call, interaction, { kept: original, draft });
	const refusal = refuseNew(draft, uploads);
	if (refusal !== null) return refusal;
	const replyTo = firstMessage(scene, interaction);
	return json(postAnswer(scene, interaction, { draft, uploads, replyTo, loading: false }));
}

function isLoading({ message }: KeptMessage): boolean {
	return ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
}

function firstMessage(scene: Scene, { id }: Interaction): Snowflake | null {
	const state = scene.world.interactions.get(id)?.state;
	return state?.kind === "acknowledged" ? state.original : null;
}
