import type { APIAttachment, APIMessageTopLevelComponent } from "discord.js";
import { placedComponents, type RequestedComponent, requested } from "./limits/component-tree.ts";

interface Media {
	readonly url: string;
}

/** Media with what is known of it: its size, and the file that it is. */
interface ResolvedMedia extends Media {
	readonly [fact: string]: unknown;
}

/**
 * Components as Discord gives them back: each with an `id` of its own, and with addresses in place
 * of `attachment://name`.
 */
export function componentsJson(
	components: readonly unknown[] | null | undefined,
	attachments: readonly APIAttachment[],
): APIMessageTopLevelComponent[] {
	const top = requested(components);
	const taken = new Set(placedComponents(top).map(({ component }) => component.id));
	let last = 0;
	const nextId = () => {
		do last += 1;
		while (taken.has(last));
		return last;
	};
	return top.map(one => json(one, { nextId, attachments })) as APIMessageTopLevelComponent[];
}

interface Surroundings {
	readonly nextId: () => number;
	readonly attachments: readonly APIAttachment[];
}

function json(component: RequestedComponent, around: Surroundings): RequestedComponent {
	const { media, file, items, components, accessory, component: held } = component;
	const id = component.id || around.nextId();
	return {
		...component,
		id,
		...(media == null ? {} : { media: resolved(media, around) }),
		...(file == null ? {} : { file: resolved(file, around), ...fileFacts(file, around) }),
		...(items == null
			? {}
			: { items: items.map(item => ({ ...item, media: resolved(item.media, around) })) }),
		...(components == null ? {} : { components: components.map(one => json(one, around)) }),
		...(accessory == null ? {} : { accessory: json(accessory, around) }),
		...(held == null ? {} : { component: json(held, around) }),
	};
}

function attachmentOf(media: Media, { attachments }: Surroundings): APIAttachment | undefined {
	// An edit sends media back by address, as it got them.
	return attachments.find(
		({ filename, url }) => media.url === `attachment://${filename}` || media.url === url,
	);
}

function resolved(media: Media, around: Surroundings): ResolvedMedia {
	const attachment = attachmentOf(media, around);
	if (attachment === undefined) return { ...media, proxy_url: media.url };
	const { id, url, proxy_url, width = null, height = null, content_type } = attachment;
	return { url, proxy_url, width, height, content_type, attachment_id: id };
}

function fileFacts(file: Media, around: Surroundings): object {
	const attachment = attachmentOf(file, around);
	return { name: attachment?.filename ?? null, size: attachment?.size ?? null };
}
