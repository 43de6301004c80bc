import { type Refused, refused } from "../../ingest/fetch/fetched.ts";
import type { HandedFile } from "../moderation/job.ts";

/** The most bytes that are taken: what Discord lets members attach who pay for nothing. */
const MOST_BYTES = 10 * 2 ** 20;

const SMALLER = "attach a smaller file, or paste the article's text";

/** Long enough for that much over a slow line, in milliseconds. */
const PATIENCE = 20_000;

/** Where Discord keeps what members attach. */
const DISCORD: readonly string[] = ["https://cdn.discordapp.com", "https://media.discordapp.net"];

/**
 * Reads what members attached to a command, from where Discord keeps it and from nowhere else.
 *
 * @param api where Discord's API is; null is Discord's own
 */
export function attachmentReader(
	api: string | null,
): (place: string) => Promise<HandedFile | Refused> {
	const origins = api === null ? DISCORD : [new URL(api).origin];
	return async place => {
		if (!URL.canParse(place) || !origins.includes(new URL(place).origin)) {
			return refused("it is no file that Discord keeps", "attach it to the command");
		}
		try {
			return await read(place);
		} catch {
			return refused("Discord did not hand the file over", "try again");
		}
	};
}

async function read(place: string): Promise<HandedFile | Refused> {
	const signal = AbortSignal.timeout(PATIENCE);
	const answer = await fetch(place, { redirect: "error", signal });
	if (!answer.ok || answer.body === null) {
		return refused("Discord does not hold the file any more", "attach it again");
	}
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of answer.body) {
		size += part.length;
		if (size > MOST_BYTES) return refused("it is larger than 10 MB", SMALLER);
		parts.push(part);
	}
	const name = decodeURIComponent(new URL(place).pathname.split("/").at(-1) ?? "");
	const contentType = answer.headers.get("content-type");
	return { kind: "file", bytes: Buffer.concat(parts), name, contentType };
}
