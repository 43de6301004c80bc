import type { Upload } from "../files.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Scene } from "../scene.ts";
import { type Account, accountOf, type Channel, channelOf, isIn } from "../world.ts";

/** A request of the bot, read and known to be allowed. */
export interface Call {
	readonly scene: Scene;
	/** What stood in the path where the route has ":name", decoded. */
	readonly params: Readonly<Record<string, string>>;
	readonly query: URLSearchParams;
	/** The JSON body, or the `payload_json` of a multipart one; undefined when there is none. */
	readonly body: unknown;
	readonly uploads: readonly Upload[];
}

/** What a request is answered with. */
export type Reply =
	| { readonly kind: "json"; readonly status: number; readonly body: unknown }
	/** 204. */
	| { readonly kind: "empty" }
	| Refusal;

/** One method on one path of the API. */
export interface Route {
	readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
	/** Under /api/v10, with ":name" for what varies. */
	readonly path: string;
	/** Whether the bot's token is needed, or a token in the path is enough. */
	readonly access: "bot" | "path";
	readonly act: (call: Call) => Reply;
}

/** 200 with a body. */
export function json(body: unknown, status = 200): Reply {
	return { kind: "json", status, body };
}

/** 204. */
export const empty: Reply = { kind: "empty" };

/** A text of the path; empty when the route has no such part. */
export function param(call: Call, name: string): string {
	return call.params[name] ?? "";
}

/** The channel that the path names and the bot is in. */
export function namedChannel(call: Call): Channel | Refusal {
	const { world } = call.scene;
	const channel = channelOf(world, param(call, "channel"));
	if (channel === null) return refuse("unknownChannel");
	return isIn(channel, world.bot.id, world) ? channel : refuse("missingAccess");
}

/** The account that the path names; "@me" is the bot. */
export function namedAccount(call: Call): Account | null {
	const { world } = call.scene;
	const id = param(call, "user");
	return id === "@me" ? world.bot : accountOf(world, id);
}
