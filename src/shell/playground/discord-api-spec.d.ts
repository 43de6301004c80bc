// The package ships its schemas without types; these are the ones used here, typed by what they accept.
declare module "discord-api-spec/zod" {
	import type {
		APIInteractionResponse,
		RESTPatchAPIApplicationCommandJSONBody,
		RESTPatchAPIChannelMessageJSONBody,
		RESTPostAPIApplicationCommandsJSONBody,
		RESTPostAPIChannelMessageJSONBody,
		RESTPostAPICurrentUserCreateDMChannelJSONBody,
		RESTPostAPIWebhookWithTokenJSONBody,
		RESTPutAPIApplicationCommandsJSONBody,
	} from "discord.js";
	import type { core } from "zod/mini";

	type Command = RESTPutAPIApplicationCommandsJSONBody[number];
	type Response<Type extends number> = Extract<APIInteractionResponse, { type: Type }>;

	export const ApplicationCommandAutocompleteCallbackRequestSchema: core.$ZodType<Response<8>>;
	export const ApplicationCommandCreateRequestSchema: core.$ZodType<RESTPostAPIApplicationCommandsJSONBody>;
	export const ApplicationCommandPatchRequestPartialSchema: core.$ZodType<RESTPatchAPIApplicationCommandJSONBody>;
	export const ApplicationCommandUpdateRequestSchema: core.$ZodType<Command>;
	export const CreateMessageInteractionCallbackRequestSchema: core.$ZodType<Response<4 | 5>>;
	export const CreatePrivateChannelRequestSchema: core.$ZodType<RESTPostAPICurrentUserCreateDMChannelJSONBody>;
	export const IncomingWebhookRequestPartialSchema: core.$ZodType<RESTPostAPIWebhookWithTokenJSONBody>;
	export const IncomingWebhookUpdateRequestPartialSchema: core.$ZodType<RESTPatchAPIChannelMessageJSONBody>;
	export const MessageCreateRequestSchema: core.$ZodType<RESTPostAPIChannelMessageJSONBody>;
	export const MessageEditRequestPartialSchema: core.$ZodType<RESTPatchAPIChannelMessageJSONBody>;
	export const ModalInteractionCallbackRequestSchema: core.$ZodType<Response<9>>;
	export const UpdateMessageInteractionCallbackRequestSchema: core.$ZodType<Response<6 | 7>>;
}
