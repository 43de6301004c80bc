import { expect, test } from "vitest";
import { withMentions } from "../../../src/shell/playground/page/mentions.js";
import type { PersonUser } from "../../../src/shell/playground/protocol.ts";

function user(id: PersonUser["id"], global_name: string): PersonUser {
	return { id, username: "x", global_name, role: "member", administrator: false };
}

const people = { bot: user("9", "Presscheck"), users: [user("1", "João"), user("2", "A. B. (C)")] };

test.each([
	["@Presscheck who?", "<@9> who?"],
	["ask @João, or @Presscheck", "ask <@1>, or <@9>"],
	["@Joãozinho", "@Joãozinho"],
	["@A. B. (C) said", "<@2> said"],
	["@AxB", "@AxB"],
	["João", "João"],
	["<@9>", "<@9>"],
	["", ""],
])("%j is sent as %j", (typed, sent) => {
	expect(withMentions(typed, people)).toBe(sent);
});
