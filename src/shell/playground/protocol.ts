import type {
	APIApplicationCommand,
	APIMessage,
	APIModalInteractionResponseCallbackData,
} from "discord.js";

/*
 * What a person's client says to the playground and hears from it: the page speaks it over HTTP,
 * tests call the same functions directly.
 *
 * | request                               | body                | answer                           |
 * | ------------------------------------- | ------------------- | -------------------------------- |
 * | GET /                                 |                     | the page; GET /NAME.EXT its files |
 * | GET /person/state?user=ID[&channel=ID] |                    | PersonState                      |
 * | GET /person/channels/ID/messages?user=ID |                  | APIMessage[], newest first        |
 * | POST /person/channels/ID/messages     | PersonMessage       | APIMessage                       |
 * | POST /person/interactions             | PersonInteraction   | InteractionStarted, or Completions |
 * | GET /person/events?user=ID            |                     | server-sent events: PersonEvent  |
 *
 * A request that cannot be met is answered with 4xx and a PersonRefusal. Addresses of attachments
 * in messages are on the same server (/cdn/...). Requests must come from a page of this server, or
 * from no page; the page itself may run no script and open no line but from there.
 */

/** A Discord id: a 64-bit number in decimal digits. Later things have greater ids. */
export type Snowflake = `${bigint}`;

/** Somebody in the playground's world. The moderator may manage the server; the member may not. */
export interface PersonUser {
	readonly id: Snowflake;
	/** The account's name: "mira". */
	readonly username: string;
	/** The name to show: "Mira". */
	readonly global_name: string;
	readonly role: "moderator" | "member" | "bot";
	/** Whether every permission is theirs, whatever a command asks for. */
	readonly administrator: boolean;
}

export interface PersonGuild {
	readonly id: Snowflake;
	readonly name: string;
}

/** A channel that the user can see: the text channels of their servers, their talk with the bot and with others. */
export interface PersonChannel {
	readonly id: Snowflake;
	/** Without "#"; of a direct message whoever else is in it. */
	readonly name: string;
	readonly kind: "text" | "dm";
	/** Null in direct messages. */
	readonly guild: Snowflake | null;
}

export interface PersonState {
	readonly user: PersonUser;
	/** Everybody whom a person at the page can be; the bot is not among them. */
	readonly users: readonly PersonUser[];
	readonly guilds: readonly PersonGuild[];
	readonly channels: readonly PersonChannel[];
	/**
	 * The commands that this user may run, slash commands (type 1) and message menu entries (type 3)
	 * alike. With `channel`, only those offered there; without, look at `contexts` (0 server, 1 direct
	 * message with the bot; absent or null: everywhere) and `guild_id` (set: that server only).
	 */
	readonly commands: readonly APIApplicationCommand[];
	readonly applicationId: Snowflake;
	readonly bot: PersonUser;
}

/** A member's message; `<@ID>` in it mentions somebody. */
export interface PersonMessage {
	readonly user: Snowflake;
	readonly content: string;
}

/** A file that a person hands over. */
export interface PersonFile {
	readonly name: string;
	/** A media type: "text/markdown". */
	readonly content_type: string;
	/** The file's bytes in base64 (RFC 4648, with padding). */
	readonly base64: string;
}

/**
 * An option of a command as filled in, of Discord's option types: 1 subcommand and 2 group (with
 * `options`), 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 10 number, 11 attachment (with `file`).
 */
export interface PersonOption {
	readonly name: string;
	readonly type: number;
	readonly value?: string | number | boolean;
	/** Of an autocomplete interaction: the option that is being typed. */
	readonly focused?: boolean;
	readonly options?: readonly PersonOption[];
	readonly file?: PersonFile;
}

/** One field of a modal as filled in: text in `value`, what was chosen in `values`, uploads in `files`. */
export interface PersonField {
	readonly custom_id: string;
	readonly value?: string;
	readonly values?: readonly string[];
	readonly files?: readonly PersonFile[];
}

interface Acting {
	readonly user: Snowflake;
	readonly channel: Snowflake;
}

/** What a person does that starts an interaction. Commands are named by `name`, or by `id` if given. */
export type PersonInteraction =
	| (Acting & {
			readonly kind: "command" | "autocomplete";
			readonly name: string;
			readonly id?: Snowflake;
			readonly options: readonly PersonOption[];
	  })
	| (Acting & {
			readonly kind: "message-command";
			readonly name: string;
			readonly id?: Snowflake;
			/** The message whose menu was opened. */
			readonly target: Snowflake;
	  })
	| (Acting & {
			readonly kind: "component";
			readonly message: Snowflake;
			readonly custom_id: string;
			/** What was chosen in a menu; left out for a button. */
			readonly values?: readonly string[];
	  })
	| (Acting & {
			readonly kind: "modal";
			/** The interaction of the `modal-opened` event; left out: the last opened with this custom_id. */
			readonly interaction?: Snowflake;
			readonly custom_id: string;
			readonly fields: readonly PersonField[];
	  });

/** The answer at once to commands, components and modals; what follows comes as events. */
export interface InteractionStarted {
	readonly interaction: Snowflake;
}

/** The answer to an autocomplete interaction; empty when the bot did not answer in time. */
export interface Completions {
	readonly interaction: Snowflake;
	readonly choices: readonly { readonly name: string; readonly value: string | number }[];
}

/** Why a person's request was not met: an unknown channel, a command that this user may not run. */
export interface PersonRefusal {
	readonly error: string;
}

/**
 * What a person's client hears. Over HTTP each is a server-sent event whose name is `kind` and whose
 * data is the whole object as JSON. A reply that only its asker may see (flag 64) is sent to them alone.
 */
export type PersonEvent =
	| {
			readonly kind: "message-created" | "message-updated";
			readonly channel: Snowflake;
			/** A deferred reply stands there at once with flag 128 (loading) until it is updated. */
			readonly message: APIMessage;
	  }
	| { readonly kind: "message-deleted"; readonly channel: Snowflake; readonly id: Snowflake }
	/** Acknowledged, the answer will follow. `message` is the stand-in, or the component's message. */
	| {
			readonly kind: "interaction-thinking";
			readonly interaction: Snowflake;
			readonly channel: Snowflake;
			readonly message: Snowflake | null;
	  }
	/** Acknowledged: a pressed button can stop spinning. */
	| {
			readonly kind: "interaction-answered";
			readonly interaction: Snowflake;
			readonly channel: Snowflake;
	  }
	/** Not acknowledged within 3 seconds; `reason` is what Discord shows. */
	| {
			readonly kind: "interaction-failed";
			readonly interaction: Snowflake;
			readonly channel: Snowflake;
			readonly reason: "The application did not respond";
	  }
	| {
			readonly kind: "modal-opened";
			readonly interaction: Snowflake;
			readonly channel: Snowflake;
			readonly modal: APIModalInteractionResponseCallbackData;
	  }
	| { readonly kind: "typing"; readonly channel: Snowflake; readonly user: Snowflake }
	| { readonly kind: "commands-changed" };
