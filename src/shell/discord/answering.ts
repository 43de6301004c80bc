import type { APIInteraction } from "discord.js";
import type { Form } from "../../../commands/command.ts";
import { type Bot, settingOf } from "./bot.ts";
import { carryOut } from "./changes.ts";
import type { Ask } from "./custom-id.ts";
import { modalOf } from "./forms.ts";
import { mayRun, refusalOf } from "./permissions.ts";
import { compose, noticeReply, type Reply } from "./reply.ts";

/** Where a reply goes: a new message in the channel, one that only the asker sees, or in the message's place. */
export type Destination = "channel" | "only me" | "in place";

/** What to answer, and where to. */
export interface Answering {
	readonly ask: Ask;
	readonly destination: Destination;
	/** Said above the answer; null for nothing. */
	readonly note: string | null;
}

/** Answers an interaction. What says no is seen by the asker alone. */
export async function answerAsk(
	bot: Bot,
	interaction: APIInteraction,
	{ ask, destination, note }: Answering,
): Promise<void> {
	const started = performance.now();
	const openly = destination === "channel";
	const setting = { ...settingOf(bot, interaction.channel?.id ?? ""), note, openly };
	const command = bot.commands.list.find(({ name }) => name === ask.name);
	if (command !== undefined && !mayRun(command, interaction)) {
		const reply = noticeReply(refusalOf(command), null, setting);
		await send(bot, interaction, { reply, destination: "only me" });
		return;
	}
	const composed = compose(ask, setting);
	if (composed.kind === "change") {
		await carryOut(bot, interaction, { change: composed.change, ephemeral: !openly });
		return;
	}
	if (composed.kind === "form") {
		await showForm(bot, interaction, composed.form);
		return;
	}
	await send(bot, interaction, { reply: composed.reply, destination });
	noteAnswer(bot, ask.name, { reply: composed.reply, started });
}

async function showForm(bot: Bot, interaction: APIInteraction, form: Form): Promise<void> {
	const modal = modalOf(form);
	if (modal === null) throw new Error(`a form is too long for a custom id: ${form.command}`);
	await bot.responder.form(interaction, modal);
}

/** Sends a reply's first page. */
export async function send(
	bot: Bot,
	interaction: APIInteraction,
	{ reply, destination }: { readonly reply: Reply; readonly destination: Destination },
): Promise<void> {
	const [page] = reply.pages;
	if (page === undefined) return;
	if (destination === "in place" && !reply.refusal) {
		await bot.responder.update(interaction, page);
		return;
	}
	await bot.responder.answer(interaction, page, destination !== "channel" || reply.refusal);
}

/** Logs that a command was answered: which, with what kind of answer, in how long; nothing of the question. */
export function noteAnswer(
	bot: Bot,
	command: string,
	{ reply, started }: { readonly reply: Reply; readonly started: number },
): void {
	const milliseconds = Math.round(performance.now() - started);
	bot.log.info({ command, kind: reply.kind, milliseconds }, "answered");
	for (const file of reply.misquoted) {
		bot.log.error({ command, file }, "an excerpt is not its article's words");
	}
}
