import type { Command, Outcome } from "../../../commands/command.ts";
import type { Call } from "../../../commands/perform.ts";
import { NO_RECORDS } from "../../records/records.ts";
import type { Library } from "../library.ts";
import type { Log } from "../log.ts";
import type { Meter } from "../metrics/meter.ts";
import type { Moderation } from "../moderation/moderation.ts";
import type { Upkeep } from "../moderation/upkeep.ts";
import type { Limits } from "./limits.ts";
import type { Place } from "./place.ts";
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
	/** Told in which servers the bot is. */
	readonly upkeep: Upkeep;
	/** Roles whose members may moderate, beside those who may manage their server. */
	readonly roles: readonly string[];
	readonly limits: Limits;
	readonly meter: Meter;
}

/** What a reply in a place is made from, as of now: the stories and records that are seen there. */
export function settingOf(bot: Bot, { server, channel }: Place): Setting {
	const { moderation } = bot;
	return {
		perform: bot.commands.perform,
		snapshot: bot.library.current(moderation.realmOf(server)),
		now: bot.clock(),
		records: server === null ? NO_RECORDS : moderation.records(server),
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
