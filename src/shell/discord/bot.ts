import type { Command, Outcome } from "../../../commands/command.ts";
import type { Call } from "../../../commands/perform.ts";
import type { Library } from "../library.ts";
import type { Log } from "../log.ts";
import type { Moderation } from "../moderation/moderation.ts";
import { noticeReply, type Reply, type Setting } from "./reply.ts";
import type { Responder } from "./responder.ts";

/** What can be asked, and how it is asked. */
export interface Commands {
	readonly list: readonly Command[];
	readonly perform: (call: Call) => Outcome;
	readonly complete: (call: Call, option: string) => readonly string[];
}

/** All that answering takes. */
export interface Bot {
	readonly commands: Commands;
	readonly library: Library;
	readonly responder: Responder;
	readonly log: Log;
	readonly clock: () => Date;
	readonly moderation: Moderation;
}

/** What a reply in a channel is made from, as of now. */
export function settingOf(bot: Bot, channel: string): Setting {
	return {
		perform: bot.commands.perform,
		snapshot: bot.library.current(),
		now: bot.clock(),
		records: bot.moderation.records(null),
		channel,
		note: null,
		openly: false,
	};
}

/** What somebody sees when a fault of ours kept them from their answer. */
export function apology(bot: Bot): Reply {
	const notice = {
		title: "Something went wrong",
		text: "That is a fault of Presscheck's, not of your question, and it has been logged. Please try again; if it happens again, tell whoever runs this bot.",
		sections: [],
		choices: [],
		refusal: true,
	};
	return noticeReply(notice, null, {
		snapshot: bot.library.current(),
		now: bot.clock(),
		note: null,
		openly: false,
	});
}
