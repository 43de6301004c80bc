import { lineOf, optionsToSend } from "./command-line.js";
import { withFiles } from "./files.js";
import { withMentions } from "./mentions.js";
import { pendingNote } from "./note.js";
import { openMenu } from "./popup.js";
import { fetchCompletions, sendMessage, snowflake, startInteraction } from "./server.js";

/** @import { Completions, PersonChannel, PersonInteraction } from "../protocol.ts" */
/** @import { Entry, Values } from "./command-line.js" */
/** @import { Conversation } from "./conversation.js" */
/** @import { ApplicationCommand, Message } from "./discord-json.ts" */
/** @import { Interactions } from "./interactions.js" */
/** @import { Actions, View } from "./view.ts" */

/**
 * @typedef {object} DeedNeeds
 * @property {() => View} view
 * @property {() => PersonChannel} channel the one that is open
 * @property {Conversation} conversation shows what is under way, and what failed
 * @property {Interactions} interactions
 */

/**
 * What a person does that reaches the server.
 *
 * @typedef {object} Deeds
 * @property {(interaction: PersonInteraction) => Promise<string | null>} run gives why it failed; null when the bot acknowledged it
 * @property {Actions["act"]} act
 * @property {Actions["openMenu"]} openMenu
 * @property {(text: string) => Promise<void>} sendText
 * @property {(entry: Entry, values: Values) => Promise<void>} sendCommand
 * @property {(entry: Entry, values: Values, option: string) => Promise<Completions["choices"]>} complete
 */

/**
 * @param {DeedNeeds} needs
 * @returns {Deeds}
 */
export function createDeeds(needs) {
	return {
		run: interaction => run(interaction, needs),
		async act(message, customId, values) {
			const failure = await run(
				{
					...acting(needs),
					kind: "component",
					message: snowflake(message.id),
					custom_id: customId,
					...(values ? { values } : {}),
				},
				needs,
			);
			if (failure !== null) needs.conversation.fail(message.id, failure);
		},
		openMenu: (message, place) => openMenu("Message", menuItems(message, needs), place),
		async sendText(text) {
			const { channel, user } = acting(needs);
			await sendMessage(user, channel, withMentions(text, needs.view().state));
		},
		async sendCommand(entry, values) {
			const where = acting(needs);
			const options = optionsToSend(entry, await withFiles(values));
			const interaction = { ...where, ...named(entry.command), options };
			await runNoted(lineOf(entry, values), { ...interaction, kind: "command" }, needs);
		},
		complete: (entry, values, option) =>
			fetchCompletions({
				...acting(needs),
				...named(entry.command),
				kind: "autocomplete",
				options: optionsToSend(entry, values, option),
			}),
	};
}

/** @param {DeedNeeds} needs */
function acting({ channel, view }) {
	return { user: view().state.user.id, channel: channel().id };
}

/** @param {ApplicationCommand} command */
function named({ id, name }) {
	return { id: snowflake(id), name };
}

/**
 * @param {PersonInteraction} interaction
 * @param {DeedNeeds} needs
 * @returns {Promise<string | null>}
 */
async function run(interaction, { interactions }) {
	try {
		const outcome = await interactions.outcome(await startInteraction(interaction));
		return outcome.kind === "failed" ? outcome.reason : null;
	} catch (error) {
		return error instanceof Error ? error.message : "Not sent";
	}
}

/**
 * Runs a command and shows that it is under way until the reply comes.
 *
 * @param {string} used what is said to have been used
 * @param {PersonInteraction} interaction
 * @param {DeedNeeds} needs
 */
async function runNoted(used, interaction, needs) {
	const { conversation, view } = needs;
	const note = pendingNote(used, view());
	conversation.note(notes => notes.append(note.element));
	const failure = await run(interaction, needs);
	conversation.note(() => {
		if (failure === null) note.element.remove();
		else note.fail(failure);
	});
}

/**
 * @param {Message} message
 * @param {DeedNeeds} needs
 * @returns {readonly import("./popup.js").MenuItem[]} the apps' entries, and the page's own
 */
function menuItems(message, needs) {
	const apps = needs.view().state.commands.filter(command => command.type === 3);
	const entries = apps.map((command, index) => ({
		label: command.name,
		run: () =>
			runNoted(
				command.name,
				{
					...acting(needs),
					...named(command),
					kind: "message-command",
					target: snowflake(message.id),
				},
				needs,
			),
		...(index === 0 ? { group: "Apps" } : {}),
	}));
	const copy = () => navigator.clipboard.writeText(needs.conversation.textOf(message.id));
	return [...entries, { label: "Copy text", group: "Message", run: copy }];
}
