import { type APIAllowedMentions, type APIEmbed, ComponentType, MessageFlags } from "discord.js";
import type { Objection } from "../refusal.ts";
import { componentObjections } from "./component-limits.ts";
import {
	type PlacedComponent,
	placedComponents,
	type RequestedComponent,
	requested,
} from "./component-tree.ts";

/** A message as a request describes it: to be made, or what an edit would leave. */
export interface MessageDraft {
	readonly content?: string | null | undefined;
	readonly embeds?: readonly APIEmbed[] | null | undefined;
	readonly poll?: unknown;
	readonly sticker_ids?: readonly string[] | null | undefined;
	readonly components?: readonly unknown[] | null | undefined;
	readonly flags?: number | null | undefined;
	readonly allowed_mentions?: APIAllowedMentions | null | undefined;
	readonly attachments?: readonly { readonly id: number | string }[] | null | undefined;
}

/** What else the limits depend on. */
export interface MessageCircumstances {
	/** Whether the message is, or becomes, one of Components V2. */
	readonly v2: boolean;
	/** The names of the files that come with the request, by the n of `files[n]`. */
	readonly uploads: ReadonlyMap<string, string>;
	/** The names of the files that the message holds already, by id. */
	readonly kept: ReadonlyMap<string, string>;
}

interface Examined extends MessageCircumstances {
	readonly draft: MessageDraft;
	readonly top: readonly RequestedComponent[];
	readonly placed: readonly PlacedComponent[];
}

type Rule = (examined: Examined) => readonly Objection[];

/*
 * What the published description lets through about whole messages:
 * https://docs.discord.com/developers/resources/message and
 * https://docs.discord.com/developers/components/reference
 */
const rules: readonly Rule[] = [
	contentFits,
	embedsFit,
	embedFieldsAreFilled,
	legacyStaysOut,
	componentsFitTheFlag,
	componentsAreFew,
	textIsShort,
	examined => componentObjections(examined.placed),
	mentionsAreExclusive,
	attachmentsExist,
	filesAreUploaded,
	filesAreReferences,
];

/** The bit that makes a message one of Components V2. */
export function isV2(flags: number | null | undefined): boolean {
	return ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
}

/** Everything in a message that Discord refuses although its description of the API does not say so. */
export function messageObjections(
	draft: MessageDraft,
	circumstances: MessageCircumstances,
): readonly Objection[] {
	const top = requested(draft.components);
	const examined = { ...circumstances, draft, top, placed: placedComponents(top) };
	return rules.flatMap(rule => rule(examined));
}

function contentFits({ draft }: Examined): readonly Objection[] {
	// The description has 4,000, which is what paying members may write; bots may not.
	if ((draft.content?.length ?? 0) <= 2000) return [];
	const message = "Must be 2000 or fewer in length.";
	return [{ path: ["content"], code: "BASE_TYPE_MAX_LENGTH", message }];
}

function embedLength(embed: APIEmbed): number {
	const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
	const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
	return [...texts, ...fields].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function embedsFit({ draft }: Examined): readonly Objection[] {
	const embeds = draft.embeds ?? [];
	const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
	if (total <= 6000) return [];
	const message = "Embed size exceeds maximum size of 6000";
	return [{ path: ["embeds"], code: "MAX_EMBED_SIZE_EXCEEDED", message }];
}

function embedFieldsAreFilled({ draft }: Examined): readonly Objection[] {
	return (draft.embeds ?? []).flatMap((embed, at) =>
		(embed.fields ?? []).flatMap((field, index) =>
			(["name", "value"] as const)
				.filter(key => !field[key])
				.map(key => ({
					path: ["embeds", at, "fields", index, key],
					code: "BASE_TYPE_REQUIRED",
					message: "This field is required",
				})),
		),
	);
}

const legacy = {
	content: "content",
	embeds: "embeds",
	poll: "poll",
	sticker_ids: "stickers",
} as const;

function legacyStaysOut({ draft, v2 }: Examined): readonly Objection[] {
	if (!v2) return [];
	return (Object.keys(legacy) as (keyof typeof legacy)[])
		.filter(key => isFilled(draft[key]))
		.map(key => ({
			path: [key],
			code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
			message: `The '${legacy[key]}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
		}));
}

function isFilled(value: unknown): boolean {
	return Array.isArray(value) ? value.length > 0 : value != null && value !== "";
}

function componentsFitTheFlag({ top, v2 }: Examined): readonly Objection[] {
	if (v2) return [];
	const misplaced = top.flatMap(({ type }, index) =>
		type === ComponentType.ActionRow
			? []
			: [
					{
						path: ["components", index],
						code: "UNION_TYPE_CHOICES",
						message: 'Value of field "type" must be one of (1,).',
					},
				],
	);
	const message = "Must be 5 or fewer in length.";
	const many = { path: ["components"], code: "BASE_TYPE_BAD_LENGTH", message };
	return top.length > 5 ? [many, ...misplaced] : misplaced;
}

function componentsAreFew({ placed, v2 }: Examined): readonly Objection[] {
	if (!v2 || placed.length <= 40) return [];
	return [
		{
			path: ["components"],
			code: "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
			message: "The total number of components exceeds the maximum of 40",
		},
	];
}

function textIsShort({ placed }: Examined): readonly Objection[] {
	const total = placed
		.filter(({ component }) => component.type === ComponentType.TextDisplay)
		.reduce((sum, { component }) => sum + (component.content?.length ?? 0), 0);
	if (total <= 4000) return [];
	return [
		{
			path: ["components"],
			code: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
			message: "Components displayable text size exceeds maximum size of 4000",
		},
	];
}

function mentionsAreExclusive({ draft }: Examined): readonly Objection[] {
	const allowed = draft.allowed_mentions;
	const kinds = (["users", "roles"] as const).filter(
		kind => allowed?.parse?.some(parsed => parsed === kind) && (allowed[kind]?.length ?? 0) > 0,
	);
	return kinds.map(kind => ({
		path: ["allowed_mentions"],
		code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
		message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
	}));
}

function attachmentsExist({ draft, uploads, kept }: Examined): readonly Objection[] {
	const attachments = draft.attachments ?? [];
	const known = (id: number | string) => uploads.has(`${id}`) || kept.has(`${id}`);
	return attachments.flatMap(({ id }, index) =>
		known(id)
			? []
			: [
					{
						path: ["attachments", index, "id"],
						code: "ATTACHMENT_NOT_FOUND",
						message: "No file of the request or the message has this id",
					},
				],
	);
}

const reference = "attachment://";

function filesAreUploaded({ placed, draft, uploads, kept }: Examined): readonly Objection[] {
	const names = new Set([...uploads.values(), ...kept.values()]);
	const embedded = (draft.embeds ?? []).flatMap((embed, at) =>
		(["image", "thumbnail"] as const).map(key => ({
			url: embed[key]?.url,
			path: ["embeds", at, key, "url"],
		})),
	);
	return [...placed.flatMap(mediaOf), ...embedded].flatMap(({ url, path }) =>
		!url?.startsWith(reference) || names.has(url.slice(reference.length))
			? []
			: [
					{
						path,
						code: "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
						message: "The referenced attachment was not found",
					},
				],
	);
}

/** A file component shows an upload, never an address elsewhere. */
function filesAreReferences({ placed, kept }: Examined): readonly Objection[] {
	return placed.flatMap(({ component, path }) =>
		component.file == null || component.file.url.startsWith(reference) || kept.size > 0
			? []
			: [
					{
						path: [...path, "file", "url"],
						code: "UNFURLED_MEDIA_ITEM_ATTACHMENT_REFERENCE_REQUIRED",
						message: "A file component needs an attachment:// reference",
					},
				],
	);
}

function mediaOf({ component, path }: PlacedComponent) {
	return [
		{ url: component.media?.url, path: [...path, "media", "url"] },
		{ url: component.file?.url, path: [...path, "file", "url"] },
		...(component.items ?? []).map((item, index) => ({
			url: item.media.url,
			path: [...path, "items", index, "media", "url"],
		})),
	];
}
