import { type APIMessageComponentInteraction, ComponentType, MessageFlags } from "discord.js";
import type { Notice } from "../../../commands/command.ts";
import type { MessageBody } from "../../present/discord.ts";
import { readQuestion } from "../../present/discord.ts";
import { answerAsk, commandNamed, type Destination, refusalToAsk, refuse } from "./answering.ts";
import { type Bot, settingOf } from "./bot.ts";
import { type Ask, decodeTap, type Lead, type Tap } from "./custom-id.ts";
import { askerOf, placeOf } from "./place.ts";
import { shownTo } from "./registration.ts";
import { compose, type Reply } from "./reply.ts";

/**
 * Answers a button or menu. All it needs stands in the custom id and in the message itself, so it
 * works after a restart. Who did not ask for the message gets an answer that only they see.
 */
export async function handleTap(
	bot: Bot,
	interaction: APIMessageComponentInteraction,
): Promise<void> {
	const { tap, leads } = readTap(interaction);
	const refusal = tap === null ? UNREADABLE : refusalToAsk(bot, interaction, tap.ask.name);
	if (tap === null || refusal !== null) {
		await refuse(bot, interaction, refusal ?? UNREADABLE);
		return;
	}
	if (tap.kind === "run") {
		await choose(bot, interaction, { ask: tap.ask, leads });
		return;
	}
	await askAgain(bot, interaction, { tap, leads });
}

type Again = Extract<Tap, { readonly kind: "page" | "pick" }>;

/** Asks again what a page or a choice was of, and shows the page or runs the choice. */
async function askAgain(
	bot: Bot,
	interaction: APIMessageComponentInteraction,
	{ tap, leads }: { readonly tap: Again; readonly leads: Lead },
): Promise<void> {
	const reply = replyTo(bot, interaction, { ask: tap.ask, note: null });
	const choice = tap.kind === "pick" ? reply?.choices[tap.place] : undefined;
	if (reply === null) {
		// What changes something has no pages.
		await refuse(bot, interaction, UNREADABLE);
	} else if (tap.revision !== reply.revision) {
		const anew = replyTo(bot, interaction, { ask: tap.ask, note: CHANGED });
		await show(bot, interaction, anew?.pages[0]);
	} else if (tap.kind === "page") {
		await show(bot, interaction, reply.pages[tap.page] ?? reply.pages[0]);
	} else if (choice === undefined) {
		await refuse(bot, interaction, UNREADABLE);
	} else {
		await choose(bot, interaction, { ask: { name: choice.command, values: choice.values }, leads });
	}
}

const UNREADABLE: Notice = {
	title: "This button cannot be used any more",
	text: "It comes from another version of Presscheck. Please ask again.",
	sections: [],
	choices: [],
	refusal: true,
};

const CHANGED =
	"The coverage held has changed since this was asked. Here is the answer anew, from its beginning.";

interface ReadTap {
	/** Null where it cannot be read. */
	readonly tap: Exclude<Tap, { readonly kind: "menu" }> | null;
	readonly leads: Lead;
}

function readTap({ data, message }: APIMessageComponentInteraction): ReadTap {
	const question = readQuestion(message.components ?? []);
	const outer = decodeTap(data.custom_id, question);
	if (outer?.kind !== "menu") return { tap: outer, leads: "beside" };
	const [value = ""] = data.component_type === ComponentType.StringSelect ? data.values : [];
	const tap = decodeTap(value, question);
	return { tap: tap?.kind === "menu" ? null : tap, leads: outer.leads };
}

function replyTo(
	bot: Bot,
	interaction: APIMessageComponentInteraction,
	{ ask, note }: { readonly ask: Ask; readonly note: string | null },
): Reply | null {
	const composed = compose(ask, { ...settingOf(bot, placeOf(interaction)), note });
	return composed.kind === "reply" ? composed.reply : null;
}

/** Answers what was chosen, where the choice leads; others than the asker see their answers alone. */
async function choose(
	bot: Bot,
	interaction: APIMessageComponentInteraction,
	{ ask, leads }: { readonly ask: Ask; readonly leads: Lead },
): Promise<void> {
	const destination = isAskers(interaction)
		? destinationOf(bot, interaction, { ask, leads })
		: "only me";
	await answerAsk(bot, interaction, { ask, destination, note: null });
}

function destinationOf(
	bot: Bot,
	{ message }: APIMessageComponentInteraction,
	{ ask, leads }: { readonly ask: Ask; readonly leads: Lead },
): Destination {
	if (leads !== "beside") return leads;
	if (settles(bot, ask)) return "in place";
	// Who doubts a claim is nobody's business, however open the answer is that the button stands under.
	if (shownTo(commandNamed(bot, ask.name)) === "only me") return "only me";
	return ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 ? "only me" : "channel";
}

/**
 * Whether what was chosen settles the message that it stands in: a yes to its question, or something
 * that only a button of ours carries. What comes of it takes the message's place, so that nothing is
 * left there to be tapped again.
 */
export function settles(bot: Bot, { name, values }: Ask): boolean {
	const options = commandNamed(bot, name)?.options ?? [];
	return options.some(
		option =>
			(option.kind === "yes" || option.kind === "kept") && values[option.name] !== undefined,
	);
}

async function show(
	bot: Bot,
	interaction: APIMessageComponentInteraction,
	page: MessageBody | undefined,
): Promise<void> {
	if (page === undefined) return;
	if (isAskers(interaction)) await bot.responder.update(interaction, page);
	else await bot.responder.answer(interaction, page, true);
}

/** Whether the message was made for the one who taps; also where Discord does not say for whom. */
export function isAskers(
	interaction: Pick<APIMessageComponentInteraction, "message" | "member" | "user">,
): boolean {
	const { message } = interaction;
	const asker = message.interaction_metadata?.user.id ?? message.referenced_message?.author.id;
	return asker === undefined || asker === askerOf(interaction);
}
