import {
	type APIApplicationCommandAutocompleteInteraction,
	type APIApplicationCommandInteraction,
	type APIInteraction,
	type APIModalSubmitInteraction,
	ApplicationCommandType,
	InteractionType,
} from "discord.js";
import { readTexts } from "../../present/discord.ts";
import { labelOf, MESSAGE_LIMITS } from "../../present/discord-limits.ts";
import { cutText } from "../../present/fitting.ts";
import { answerAsk, commandNamed, refusalToAsk } from "./answering.ts";
import { type Bot, settingOf } from "./bot.ts";
import { guard } from "./error-boundary.ts";
import { filledIn } from "./filled-in.ts";
import { askOfForm } from "./forms.ts";
import { placeOf } from "./place.ts";
import { SHOW_OPTION, shownTo, VISIBILITIES } from "./registration.ts";
import { handleTap, isAskers, settles } from "./taps.ts";

/** Answers whatever a member did that started an interaction. Never rejects. */
export async function handleInteraction(bot: Bot, interaction: APIInteraction): Promise<void> {
	if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
		await complete(bot, interaction);
		return;
	}
	await guard(bot, {
		name: nameOf(interaction),
		work: () => answer(bot, interaction),
		apologise: body => bot.responder.answer(interaction, body, true),
	});
}

function nameOf(interaction: APIInteraction): string {
	if (interaction.type === InteractionType.ApplicationCommand) return interaction.data.name;
	return interaction.type === InteractionType.MessageComponent ? "component" : "form";
}

async function answer(bot: Bot, interaction: APIInteraction): Promise<void> {
	if (interaction.type === InteractionType.MessageComponent) await handleTap(bot, interaction);
	if (interaction.type === InteractionType.ModalSubmit) await handleForm(bot, interaction);
	if (interaction.type === InteractionType.ApplicationCommand) await run(bot, interaction);
}

/** Runs the command of a form that was sent; what comes of it is the sender's to see, or takes a preview's place. */
async function handleForm(bot: Bot, interaction: APIModalSubmitInteraction): Promise<void> {
	const ask = askOfForm(interaction);
	if (ask === null) throw new Error("a form that is not one of ours");
	const { message } = interaction;
	const isOwn = message !== undefined && isAskers({ ...interaction, message });
	const destination = isOwn && settles(bot, ask) ? "in place" : "only me";
	await answerAsk(bot, interaction, { ask, destination, note: null });
}

async function run(bot: Bot, interaction: APIApplicationCommandInteraction): Promise<void> {
	const { data } = interaction;
	if (data.type === ApplicationCommandType.ChatInput) {
		const { name, values: filled } = filledIn(data);
		const { [SHOW_OPTION]: show, ...values } = filled;
		const wanted = VISIBILITIES.find(visibility => visibility === show);
		const destination = wanted ?? shownTo(commandNamed(bot, name));
		const ask = { name, values };
		await answerAsk(bot, interaction, { ask, destination, note: null });
		return;
	}
	if (data.type !== ApplicationCommandType.Message) return;
	const command = bot.commands.list.find(({ messageMenu }) => messageMenu?.name === data.name);
	const option = command?.options.find(({ name }) => name === command.messageMenu?.option);
	if (command === undefined || option === undefined) return;
	const message = data.resolved.messages[data.target_id];
	const text = message?.content || readTexts(message?.components ?? []);
	const { shown, wordsLeft } = cutText(text, beginning => beginning.length <= option.maxLength);
	const note =
		wordsLeft === 0
			? null
			: `Of this message only the beginning was read; ${wordsLeft} words of it were not.`;
	// The message is somebody else's: what the coverage says of it is the asker's to pass on.
	const ask = { name: command.name, values: { [option.name]: shown } };
	await answerAsk(bot, interaction, { ask, destination: "only me", note });
}

async function complete(
	bot: Bot,
	interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<void> {
	const { data } = interaction;
	await guard(bot, {
		name: `${data.name} (completing)`,
		work: () => {
			const { name, values: filled, focused } = filledIn(data);
			const { [SHOW_OPTION]: _show, ...values } = filled;
			const { snapshot, records, channel } = settingOf(bot, placeOf(interaction));
			const call = { name, values, snapshot, records, channel };
			const isRefused = refusalToAsk(bot, interaction, name) !== null;
			const completions = isRefused ? [] : bot.commands.complete(call, focused ?? "");
			return bot.responder.complete(interaction, completions.flatMap(choicesOf));
		},
		apologise: () => bot.responder.complete(interaction, []),
	});
}

/** A completion as Discord shows it; a longer one is cut where a word ends, to be found again all the same. */
function choicesOf(completion: string): { readonly name: string; readonly value: string }[] {
	const { shown } = cutText(completion, text => text.length <= MESSAGE_LIMITS.optionLabel);
	const name = labelOf(shown, MESSAGE_LIMITS.optionLabel);
	return shown.trim() === "" ? [] : [{ name, value: shown }];
}
