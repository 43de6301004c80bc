import type { APIInteraction } from "discord.js";
import type { Change, Notice } from "../../../commands/command.ts";
import type { Asker } from "../moderation/job.ts";
import type { Bot } from "./bot.ts";
import { guard } from "./error-boundary.ts";
import { noticeReply } from "./reply.ts";

/**
 * Carries out a change that somebody asked for: defers, tells how far it is by editing the reply, then
 * what came of it. Questions are answered from the old snapshot meanwhile.
 */
export async function carryOut(
	bot: Bot,
	interaction: APIInteraction,
	{ change, ephemeral }: { readonly change: Change; readonly ephemeral: boolean },
): Promise<void> {
	await bot.responder.defer(interaction, ephemeral);
	await guard(bot, {
		name: change.kind,
		work: () => work(bot, interaction, change),
		apologise: body => bot.responder.edit(interaction, body),
	});
}

/** Who started an interaction, and where. */
export function askerOf({ member, user, guild_id, channel }: APIInteraction): Asker {
	const by = (member?.user ?? user)?.id ?? "";
	return { by, server: guild_id ?? null, channel: channel?.id ?? null };
}

async function work(bot: Bot, interaction: APIInteraction, change: Change): Promise<void> {
	let edits = Promise.resolve();
	const notice = await bot.moderation.carryOut(change, askerOf(interaction), step => {
		edits = edits.then(() => show(bot, interaction, step));
		// A step that could not be shown is no reason to stop; the report says if Discord is gone.
		edits = edits.catch(error => bot.log.warn({ error }, "progress could not be shown"));
	});
	await edits;
	await show(bot, interaction, notice);
}

async function show(bot: Bot, interaction: APIInteraction, notice: Notice): Promise<void> {
	const setting = { snapshot: bot.library.current(), now: bot.clock(), note: null, openly: false };
	const [page] = noticeReply(notice, null, setting).pages;
	if (page !== undefined) await bot.responder.edit(interaction, page);
}
