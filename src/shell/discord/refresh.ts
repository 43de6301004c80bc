import type { APIInteraction } from "discord.js";
import type { Change, Notice } from "../../../commands/command.ts";
import { noticeOfRefresh } from "../../present/refresh-notice.ts";
import type { RefreshStage } from "../library.ts";
import type { Bot } from "./bot.ts";
import { guard } from "./error-boundary.ts";
import { noticeReply } from "./reply.ts";

const STAGES: Readonly<Record<RefreshStage, string>> = {
	reading: "Step 1 of 3: reading the articles.",
	building: "Step 2 of 3: reading the claims out of them.",
	comparing: "Step 3 of 3: comparing with what was read before.",
};

/**
 * Carries out a change that a moderator asked for: defers, tells how far it is by editing the reply,
 * then what changed. Questions are answered from the old snapshot meanwhile.
 */
export async function carryOut(
	bot: Bot,
	interaction: APIInteraction,
	{ change, ephemeral }: { readonly change: Change; readonly ephemeral: boolean },
): Promise<void> {
	await bot.responder.defer(interaction, ephemeral);
	await guard(bot, {
		name: change.kind,
		work: () => refresh(bot, interaction, change.story),
		apologise: body => bot.responder.edit(interaction, body),
	});
}

async function refresh(bot: Bot, interaction: APIInteraction, story: string | null): Promise<void> {
	let edits = Promise.resolve();
	const outcome = await bot.library.refresh(story, stage => {
		edits = edits.then(() => show(bot, interaction, progressNotice(stage)));
		// A step that could not be shown is no reason to stop; the report says if Discord is gone.
		edits = edits.catch(error => bot.log.warn({ error }, "progress could not be shown"));
	});
	await edits;
	bot.log.info({ command: "refresh", outcome: outcome.kind }, "read the corpus again");
	if (outcome.kind === "failed") bot.log.error({ error: outcome.error }, "the refresh failed");
	await show(bot, interaction, noticeOfRefresh(outcome));
}

async function show(bot: Bot, interaction: APIInteraction, notice: Notice): Promise<void> {
	const setting = { snapshot: bot.library.current(), now: bot.clock(), note: null, openly: false };
	const [page] = noticeReply(notice, null, setting).pages;
	if (page !== undefined) await bot.responder.edit(interaction, page);
}

function progressNotice(stage: RefreshStage): Notice {
	const text = STAGES[stage];
	return { title: "Reading the corpus again", text, sections: [], choices: [], refusal: false };
}
