import type { APIAllowedMentions, APIMessage, APIUser } from "discord.js";
import { placedComponents, requested } from "./limits/component-tree.ts";
import type { Snowflake } from "./protocol.ts";
import { accountOf, userJson, type World } from "./world.ts";

/** A text that may ping, and what its writer allows it to. */
export interface Pinging {
	readonly text: string;
	/** Undefined: whatever stands in the text. */
	readonly allowed: APIAllowedMentions | null | undefined;
	/** Whether its writer may ping everybody at once. */
	readonly everyone: boolean;
	/** Who wrote the message that this one replies to. */
	readonly replied: APIUser | null;
}

type Pings = Pick<APIMessage, "mentions" | "mention_roles" | "mention_everyone">;

/** Whom a message pings: those named in it whom `allowed_mentions` lets through, and nobody else. */
export function pingsOf({ text, allowed, everyone, replied }: Pinging, world: World): Pings {
	const users = idsIn(text, /<@!?(\d{1,20})>/g).filter(id => passes(allowed, "users", id));
	const roles = idsIn(text, /<@&(\d{1,20})>/g).filter(id => passes(allowed, "roles", id));
	const parsesEveryone = allowed?.parse?.some(parsed => parsed === "everyone") ?? allowed == null;
	const mentioned = users.flatMap(id => {
		const account = accountOf(world, id);
		return account === null ? [] : [userJson(account)];
	});
	const pinged = replied !== null && (allowed == null || allowed.replied_user === true);
	const others = mentioned.filter(({ id }) => id !== replied?.id);
	return {
		mentions: pinged ? [replied, ...others] : mentioned,
		mention_roles: roles.filter(id => world.guilds.some(({ moderators }) => id === moderators)),
		mention_everyone: everyone && parsesEveryone && /@(everyone|here)\b/.test(text),
	};
}

function idsIn(text: string, pattern: RegExp): readonly Snowflake[] {
	return [...new Set([...text.matchAll(pattern)].map(match => match[1] as Snowflake))];
}

function passes(
	allowed: APIAllowedMentions | null | undefined,
	kind: "users" | "roles",
	id: Snowflake,
): boolean {
	if (allowed == null) return true;
	return (
		(allowed.parse?.some(parsed => parsed === kind) ?? false) ||
		(allowed[kind]?.includes(id) ?? false)
	);
}

/** All the text of a message in which a mention would ping: its content, and its text components. */
export function pingingText(
	content: string,
	components: readonly unknown[] | null | undefined,
): string {
	const texts = placedComponents(requested(components)).map(
		({ component }) => component.content ?? "",
	);
	return [content, ...texts].join("\n");
}
