import {
	type APIInteractionResponse,
	type APIMessage,
	type InteractionResponseType,
	MessageFlags,
} from "discord.js";
import {
	ApplicationCommandAutocompleteCallbackRequestSchema,
	CreateMessageInteractionCallbackRequestSchema,
	ModalInteractionCallbackRequestSchema,
	UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import type { core } from "zod/mini";
import type { Interaction } from "../interaction.ts";
import { answerInteraction, answersTo } from "../interaction-answer.ts";
import type { Snowflake } from "../protocol.ts";
import { type Refusal, refuse, refuseForm } from "../refusal.ts";
import type { Scene } from "../scene.ts";
import { validate } from "../validation.ts";
import { forgiven } from "./forgiven.ts";
import { type Call, empty, json, param, type Reply, type Route } from "./route.ts";

const schemas: Readonly<Record<number, core.$ZodType<APIInteractionResponse>>> = {
	4: CreateMessageInteractionCallbackRequestSchema,
	5: CreateMessageInteractionCallbackRequestSchema,
	6: UpdateMessageInteractionCallbackRequestSchema,
	7: UpdateMessageInteractionCallbackRequestSchema,
	8: ApplicationCommandAutocompleteCallbackRequestSchema,
	9: ModalInteractionCallbackRequestSchema,
};

/** Where the bot answers interactions for the first time. */
export const interactionRoutes: readonly Route[] = [
	{
		method: "POST",
		path: "/interactions/:interaction/:token/callback",
		access: "path",
		act: callback,
	},
];

function callback(call: Call): Reply {
	const { scene, uploads } = call;
	const interaction = scene.world.interactions.get(param(call, "interaction") as Snowflake);
	const refusal = refuseCallback(interaction, param(call, "token"));
	if (interaction === undefined || refusal !== null) return refusal ?? refuse("unknownInteraction");
	const asked = readAnswer(interaction, call.body);
	if (asked.kind === "refused") return asked;
	const { type } = asked.value;
	const data = "data" in asked.value ? asked.value.data : undefined;
	const answered = answerInteraction(scene, interaction, { type, data, uploads });
	if (answered.kind === "refused") return answered;
	if (call.query.get("with_response") !== "true") return empty;
	return json(callbackJson(scene, interaction, { type, message: answered.message }));
}

function refuseCallback(interaction: Interaction | undefined, token: string): Refusal | null {
	if (interaction === undefined || interaction.token !== token) return refuse("unknownInteraction");
	const { kind } = interaction.state;
	if (kind === "lapsed") return refuse("unknownInteraction");
	return kind === "acknowledged" ? refuse("alreadyAcknowledged") : null;
}

function readAnswer(interaction: Interaction, body: unknown) {
	const answer = typeof body === "object" && body !== null ? { ...body } : {};
	const type = "type" in answer ? Number(answer.type) : Number.NaN;
	const schema = answersTo(interaction).some(one => one === type) ? schemas[type] : undefined;
	if (schema === undefined) return refuseType(interaction);
	return validate(schema, "data" in answer ? { ...answer, data: forgiven(answer.data) } : answer);
}

function refuseType(interaction: Interaction): Refusal {
	const message = `Value must be one of {${answersTo(interaction).join(", ")}}.`;
	const objection = { path: ["type"], code: "BASE_TYPE_CHOICES", message };
	return refuseForm([objection]) ?? refuse("unknownInteraction");
}

function callbackJson(
	{ world }: Scene,
	interaction: Interaction,
	answered: { readonly type: InteractionResponseType; readonly message: APIMessage | null },
): object {
	const { type, message } = answered;
	const flags = message?.flags ?? 0;
	const channel = world.channels.get(interaction.channel);
	const responded = message === null ? {} : { response_message_id: message.id };
	return {
		interaction: {
			id: interaction.id,
			type: interaction.type,
			...responded,
			response_message_loading: (flags & MessageFlags.Loading) !== 0,
			response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
			channel_id: interaction.channel,
			...(channel?.kind === "text" ? { guild_id: channel.guild } : {}),
		},
		...(message === null ? {} : { resource: { type, message } }),
	};
}
