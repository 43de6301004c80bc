import type { APIInteraction } from "discord.js";
import type { Change, Notice } from "../../../commands/command.ts";
import type { Destination } from "./answering.ts";
import { type Bot, settingOf } from "./bot.ts";
import { guard } from "./error-boundary.ts";
import { askerOf, placeOf } from "./place.ts";
import { noticeReply } from "./reply.ts";

/**
 * Carries out a change that somebody asked for: defers, tells how far it is by editing the reply, then
 * what came of it. Questions are answered from the old snapshot meanwhile. Gives whether it was done.
 */
export async function carryOut(
	bot: Bot,
	interaction: APIInteraction,
	{ change, destination }: { readonly change: Change; readonly destination: Destination },
): Promise<boolean> {
	const { responder } = bot;
	let isDone = false;
	if (destination === "in place") await responder.deferInPlace(interaction);
	else await responder.defer(interaction, destination === "only me");
	await guard(bot, {
		name: change.kind,
		work: async () => {
			const notice = await work(bot, interaction, change);
			isDone = !notice.refusal;
		},
		apologise: body => responder.edit(interaction, body),
	});
	return isDone;
}

async function work(bot: Bot, interaction: APIInteraction, change: Change): Promise<Notice> {
	let edits = Promise.resolve();
	const asker = { by: askerOf(interaction), ...placeOf(interaction) };
	const notice = await bot.moderation.carryOut(change, asker, step => {
		edits = edits.then(() => show(bot, interaction, step));
		// A step that could not be shown is no reason to stop; the report says if Discord is gone.
		edits = edits.catch(error => bot.log.warn({ error }, "progress could not be shown"));
	});
	await edits;
	await show(bot, interaction, notice);
	return notice;
}

async function show(bot: Bot, interaction: APIInteraction, notice: Notice): Promise<void> {
	const [page] = noticeReply(notice, null, settingOf(bot, placeOf(interaction))).pages;
	if (page !== undefined) await bot.responder.edit(interaction, page);
}
