import type { APIInteraction } from "discord.js";
import type { Change, Command, Notice } from "../../../commands/command.ts";
import type { Rationed } from "../metrics/meter.ts";
import { groupOf } from "../moderation/drafts.ts";
import { type Bot, settingOf } from "./bot.ts";
import { carryOut } from "./changes.ts";
import type { Ask } from "./custom-id.ts";
import { modalOf } from "./forms.ts";
import { refusalToWait, type Wait } from "./limits.ts";
import { mayRun, NOT_HERE, refusalOf } from "./permissions.ts";
import { askerOf, placeOf } from "./place.ts";
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
	const refusal = refusalToAsk(bot, interaction, ask.name) ?? refusalOfQuestion(bot, interaction);
	if (refusal !== null) {
		await refuse(bot, interaction, refusal);
		return;
	}
	const openly = destination === "channel";
	const setting = { ...settingOf(bot, placeOf(interaction)), note, openly };
	const composed = compose(ask, setting);
	if (composed.kind === "change") {
		await change(bot, interaction, { change: composed.change, destination });
		return;
	}
	if (composed.kind === "form") {
		await bot.responder.form(interaction, modalOf(composed.form));
		return;
	}
	await send(bot, interaction, { reply: composed.reply, destination });
	noteAnswer(bot, ask.name, { reply: composed.reply, started });
}

/** The command of a name; undefined where there is none. */
export function commandNamed({ commands }: Bot, name: string): Command | undefined {
	return commands.list.find(command => command.name === name);
}

/** Why somebody may not have a command run, whatever Discord was told; null where they may. */
export function refusalToAsk(bot: Bot, interaction: APIInteraction, name: string): Notice | null {
	const command = commandNamed(bot, name);
	if (command === undefined || mayRun(command, interaction, bot.roles)) return null;
	return refusalOf(command);
}

/** Tells the asker alone why not. */
export async function refuse(bot: Bot, interaction: APIInteraction, notice: Notice): Promise<void> {
	const reply = noticeReply(notice, null, settingOf(bot, placeOf(interaction)));
	await send(bot, interaction, { reply, destination: "only me" });
}

function refusalOfQuestion(bot: Bot, interaction: APIInteraction): Notice | null {
	const { server } = placeOf(interaction);
	const may = bot.limits.question({ member: askerOf(interaction), server });
	return may.kind === "go" ? null : turnAway(bot, "questions", may);
}

/** What somebody sees who has to wait, which is counted. */
export function turnAway({ meter }: Bot, what: Rationed, may: Wait): Notice {
	meter.turnedAway(what);
	return refusalToWait(what, may);
}

async function change(
	bot: Bot,
	interaction: APIInteraction,
	changing: { readonly change: Change; readonly destination: Destination },
): Promise<void> {
	const { server } = placeOf(interaction);
	if (server === null) {
		await refuse(bot, interaction, NOT_HERE);
		return;
	}
	const asking = { member: askerOf(interaction), server };
	const articles = additionsIn(bot, server, changing.change);
	const may = articles === 0 ? { kind: "go" as const } : bot.limits.addition(asking, articles);
	if (may.kind === "wait") {
		await refuse(bot, interaction, turnAway(bot, "additions", may));
		return;
	}
	const isDone = await carryOut(bot, interaction, changing);
	if (!isDone && articles > 0) bot.limits.giveBack(asking, articles);
}

/** How many articles a change adds; to look at one adds none. */
function additionsIn({ moderation }: Bot, server: string, change: Change): number {
	if (change.kind === "keep draft") {
		const { drafts } = moderation.records(server);
		return drafts.filter(({ id }) => [id, groupOf(id)].includes(change.draft)).length;
	}
	if (change.kind !== "add article" || !change.confirmed) return 0;
	return change.origin.kind === "addresses" ? change.origin.addresses.length : 1;
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

/** Notes that a command was answered: which, with what kind of answer, in how long; nothing of the question. */
export function noteAnswer(
	bot: Bot,
	command: string,
	{ reply, started }: { readonly reply: Reply; readonly started: number },
): void {
	const { kind } = reply;
	const milliseconds = performance.now() - started;
	bot.meter.answered({ command, kind, milliseconds });
	bot.log.info({ command, kind, milliseconds: Math.round(milliseconds) }, "answered");
	for (const file of reply.misquoted) {
		bot.log.error({ command, file }, "an excerpt is not its article's words");
	}
}
