import type { APIAttachment } from "discord.js";
import type { Snowflake } from "./protocol.ts";
import type { Scene } from "./scene.ts";
import type { KeptFile } from "./world.ts";

/** A file that came with a request. */
export interface Upload {
	/** The n of `files[n]`. */
	readonly index: string;
	readonly name: string;
	readonly type: string;
	readonly bytes: Uint8Array;
}

/** The most bytes of one file: https://docs.discord.com/developers/reference#uploading-files */
export const fileSizeLimit = 10 * 1024 * 1024;
/** The most files of one message. */
export const fileCountLimit = 10;

/** Keeps a file in memory and gives it as Discord shows attachments, with an address on this server. */
export function keepFile(scene: Scene, upload: Upload, channel: Snowflake): APIAttachment {
	const id = scene.nextId();
	const file: KeptFile = { id, name: upload.name, type: upload.type, bytes: upload.bytes };
	scene.world.files.set(id, file);
	const url = `${scene.origin()}/cdn/attachments/${channel}/${id}/${encodeURIComponent(file.name)}`;
	return {
		id,
		filename: file.name,
		size: file.bytes.length,
		url,
		proxy_url: url,
		content_type: file.type,
		...pictureSize(file.bytes),
	};
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height of a PNG in pixels, from its first chunk: https://www.w3.org/TR/png-3/#11IHDR */
function pictureSize(bytes: Uint8Array): { width: number; height: number } | object {
	if (bytes.length < 24 || !pngSignature.every((byte, at) => bytes[at] === byte)) return {};
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return { width: view.getUint32(16), height: view.getUint32(20) };
}
