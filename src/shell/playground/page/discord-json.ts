/*
 * The parts of Discord's JSON that the page shows, as one shape a thing: the API's own types are
 * unions by numeric enum, which a page of plain browser modules cannot name. Each of them fits these.
 */

/** A component of a message or a modal; `type` is Discord's ComponentType, the rest is as it has. */
export interface Component {
	readonly type: number;
	readonly custom_id?: string | undefined;
	readonly components?: readonly Component[] | undefined;
	readonly component?: Component | undefined;
	readonly accessory?: Component | undefined;
	readonly content?: string | undefined;
	readonly label?: string | undefined;
	readonly description?: string | null | undefined;
	readonly placeholder?: string | undefined;
	readonly style?: number | undefined;
	readonly url?: string | undefined;
	readonly emoji?: Emoji | undefined;
	readonly disabled?: boolean | undefined;
	readonly required?: boolean | undefined;
	readonly value?: string | undefined;
	readonly min_length?: number | undefined;
	readonly max_length?: number | undefined;
	readonly min_values?: number | undefined;
	readonly max_values?: number | undefined;
	readonly options?: readonly SelectOption[] | undefined;
	readonly accent_color?: number | null | undefined;
	readonly spoiler?: boolean | undefined;
	readonly divider?: boolean | undefined;
	readonly spacing?: number | undefined;
	readonly items?: readonly GalleryItem[] | undefined;
	readonly media?: Media | undefined;
	readonly file?: Media | undefined;
	readonly name?: string | undefined;
	readonly size?: number | undefined;
}

export interface Emoji {
	readonly name?: string | null | undefined;
}

export interface Media {
	readonly url: string;
}

export interface GalleryItem {
	readonly media: Media;
	readonly description?: string | null | undefined;
	readonly spoiler?: boolean | undefined;
}

export interface SelectOption {
	readonly label: string;
	readonly value: string;
	readonly description?: string | undefined;
	readonly emoji?: Emoji | undefined;
	readonly default?: boolean | undefined;
}

export interface Account {
	readonly id: string;
	readonly username: string;
	readonly global_name?: string | null | undefined;
	readonly bot?: boolean | undefined;
}

export interface Attachment {
	readonly id: string;
	readonly filename: string;
	readonly url: string;
	readonly size: number;
	readonly content_type?: string | undefined;
	readonly description?: string | undefined;
}

export interface Embed {
	readonly title?: string | undefined;
	readonly url?: string | undefined;
	readonly description?: string | undefined;
	readonly color?: number | undefined;
	readonly author?: { readonly name: string } | undefined;
	readonly footer?: { readonly text: string } | undefined;
	readonly fields?: readonly { readonly name: string; readonly value: string }[] | undefined;
	readonly image?: Media | undefined;
	readonly thumbnail?: Media | undefined;
}

/** A message as the API gives it. `flags`: 64 only its reader sees it, 128 thinking. */
export interface Message {
	readonly id: string;
	readonly channel_id: string;
	readonly author: Account;
	readonly content: string;
	/** ISO 8601. */
	readonly timestamp: string;
	readonly edited_timestamp: string | null;
	readonly flags?: number | undefined;
	readonly mention_everyone: boolean;
	readonly mentions?: readonly Account[] | undefined;
	readonly attachments: readonly Attachment[];
	readonly embeds: readonly Embed[];
	readonly components?: readonly Component[] | undefined;
	readonly interaction_metadata?: InteractionMetadata | undefined;
	readonly referenced_message?: Message | null | undefined;
}

/** What a reply answers, and who asked. `type` is Discord's InteractionType; `name` a command's. */
export interface InteractionMetadata {
	readonly id: string;
	readonly type: number;
	readonly user: Account;
	readonly name?: string | undefined;
	/** Of a command: Discord's ApplicationCommandType. */
	readonly command_type?: number | undefined;
	readonly triggering_interaction_metadata?: InteractionMetadata | undefined;
}

/** A modal as the bot opened it. */
export interface Modal {
	readonly custom_id: string;
	readonly title: string;
	readonly components: readonly Component[];
}

/** An option of a command, of Discord's ApplicationCommandOptionType. */
export interface CommandOption {
	readonly type: number;
	readonly name: string;
	readonly description: string;
	readonly required?: boolean | undefined;
	readonly autocomplete?: boolean | undefined;
	readonly choices?: readonly Choice[] | undefined;
	readonly options?: readonly CommandOption[] | undefined;
	readonly min_length?: number | undefined;
	readonly max_length?: number | undefined;
	readonly min_value?: number | undefined;
	readonly max_value?: number | undefined;
}

export interface Choice {
	readonly name: string;
	readonly value: string | number;
}

/** A command as registered: type 1 slash command, 3 entry of a message's menu. */
export interface ApplicationCommand {
	readonly id: string;
	readonly type: number;
	readonly name: string;
	readonly description: string;
	readonly guild_id?: string | undefined;
	readonly contexts?: readonly number[] | null | undefined;
	readonly options?: readonly CommandOption[] | undefined;
}
