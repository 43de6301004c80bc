import type { APIInteraction } from "discord.js";
import type { Change, Notice } from "../../../commands/command.ts";
import type { Destination } from "./answering.ts";
import { type Bot, settingOf } from "./bot.ts";
import { guard } from "./error-boundary.ts";
import { askerOf, placeOf } from "./place.ts";
import { noticeReply } from "./reply.ts";

/**
 * Carries out a change that somebody asked for: defers, tells how far it is by editing the reply, then
 * what came of it. Questions are answered from the old snapshot meanwhile.
 */
export async function carryOut(
	bot: Bot,
	interaction: APIInteraction,
	{ change, destination }: { readonly change: Change; readonly destination: Destination },
): Promise<void> {
	const { responder } = bot;
	if (destination === "in place") await responder.deferInPlace(interaction);
	else await responder.defer(interaction, destination === "only me");
	await guard(bot, {
		name: change.kind,
		work: () => work(bot, interaction, change),
		apologise: body => responder.edit(interaction, body),
	});
}

async function work(bot: Bot, interaction: APIInteraction, change: Change): Promise<void> {
	let edits = Promise.resolve();
	const asker = { by: askerOf(interaction), ...placeOf(interaction) };
	const notice = await bot.moderation.carryOut(change, asker, step => {
		edits = edits.then(() => show(bot, interaction, step));
		// A step that could not be shown is no reason to stop; the report says if Discord is gone.
		edits = edits.catch(error => bot.log.warn({ error }, "progress could not be shown"));
	});
	await edits;
	await show(bot, interaction, notice);
}

async function show(bot: Bot, interaction: APIInteraction, notice: Notice): Promise<void> {
	const [page] = noticeReply(notice, null, settingOf(bot, placeOf(interaction))).pages;
	if (page !== undefined) await bot.responder.edit(interaction, page);
}
