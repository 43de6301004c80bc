import {
	type APIApplicationCommandOption,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ButtonStyle,
	type ChatInputCommandInteraction,
	Client,
	ComponentType,
	GatewayIntentBits,
	type Interaction,
	type InteractionReplyOptions,
	MessageFlags,
	PermissionFlagsBits,
	TextInputStyle,
} from "discord.js";
import { createInFlight } from "../../../src/shell/discord/in-flight.ts";
import { type Playground, startPlayground } from "../../../src/shell/playground/playground.ts";

/** What the bot completes a name with. */
const rivers = ["Amber Brook", "Amber Falls", "Birch Water", "Cold Ferry"];

const tones = [
	{ name: "Loud voice", value: "loud" },
	{ name: "Soft voice", value: "soft" },
];

function text(name: string, more: object = {}): APIApplicationCommandOption {
	return { type: ApplicationCommandOptionType.String, name, description: `the ${name}`, ...more };
}

const commands = [
	{
		name: "echo",
		description: "Says again what was said",
		options: [
			text("river", { required: true, autocomplete: true }),
			text("tone", { choices: tones }),
		],
	},
	{ name: "panel", description: "Shows every kind of component" },
	{ name: "form", description: "Opens a form" },
	{ name: "whisper", description: "Answers so that only you see it" },
	{ name: "hum", description: "Needs nothing", options: [text("tone", { choices: tones })] },
	{ name: "slow", description: "Thinks before it answers" },
	{ name: "mute", description: "Never answers" },
	{
		name: "say",
		description: "Prints a text as it is",
		options: [text("words", { required: true })],
	},
	{
		name: "measure",
		description: "Weighs a file",
		options: [
			{
				type: ApplicationCommandOptionType.Attachment as const,
				name: "file",
				description: "the file",
				required: true,
			},
		],
	},
	{
		name: "tidy",
		description: "For those who may manage the server",
		defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
	},
	{ type: ApplicationCommandType.Message as const, name: "Count its words" },
];

/** Every kind of component that the page shows; `page` is counted by the button. */
export function panel(page: number): InteractionReplyOptions {
	return {
		flags: MessageFlags.IsComponentsV2,
		components: [
			{
				type: ComponentType.Container,
				accent_color: 0x2f9e6b,
				components: [
					{ type: ComponentType.TextDisplay, content: `## Panel\nPage **${page}** of many` },
					{ type: ComponentType.Separator, divider: true, spacing: 2 },
					{
						type: ComponentType.Section,
						components: [{ type: ComponentType.TextDisplay, content: "> a section" }],
						accessory: {
							type: ComponentType.Button,
							style: ButtonStyle.Link,
							label: "Source",
							url: "https://river.example/a#:~:text=amber",
						},
					},
					{
						type: ComponentType.MediaGallery,
						items: [
							{ media: { url: "https://river.example/a.png" }, description: "A map of the river" },
						],
					},
				],
			},
			{
				type: ComponentType.ActionRow,
				components: [
					{
						type: ComponentType.Button,
						style: ButtonStyle.Primary,
						label: "Next",
						custom_id: `next:${page}`,
					},
					{
						type: ComponentType.Button,
						style: ButtonStyle.Secondary,
						label: "Closed",
						custom_id: "closed",
						disabled: true,
					},
					{
						type: ComponentType.Button,
						style: ButtonStyle.Danger,
						label: "Break",
						custom_id: "break",
					},
				],
			},
			{
				type: ComponentType.ActionRow,
				components: [
					{
						type: ComponentType.StringSelect,
						custom_id: "one",
						placeholder: "Which river?",
						options: rivers.map(label => ({ label, value: label })),
					},
				],
			},
			{
				type: ComponentType.ActionRow,
				components: [
					{
						type: ComponentType.StringSelect,
						custom_id: "some",
						placeholder: "Which rivers?",
						min_values: 1,
						max_values: 3,
						options: rivers.map(label => ({ label, value: label })),
					},
				],
			},
		],
	};
}

const form = {
	custom_id: "form",
	title: "A new river",
	components: [
		{
			type: ComponentType.Label as const,
			label: "Name",
			description: "As on the map",
			component: {
				type: ComponentType.TextInput as const,
				style: TextInputStyle.Short as const,
				custom_id: "name",
				required: true,
			},
		},
		{
			type: ComponentType.Label as const,
			label: "Course",
			component: {
				type: ComponentType.StringSelect as const,
				custom_id: "course",
				options: ["north", "south"].map(value => ({ label: value, value })),
			},
		},
	],
};

type Answer = (interaction: ChatInputCommandInteraction) => Promise<unknown> | undefined;

const answers: Readonly<Record<string, Answer>> = {
	echo: interaction => {
		const { options } = interaction;
		const tone = options.getString("tone") ?? "plain";
		return interaction.reply(`heard ${options.getString("river", true)} in ${tone}`);
	},
	panel: interaction => interaction.reply(panel(1)),
	form: interaction => interaction.showModal(form),
	whisper: interaction =>
		interaction.reply({ content: "between us", flags: MessageFlags.Ephemeral }),
	slow: async interaction => {
		await interaction.deferReply();
		await new Promise(resolve => setTimeout(resolve, 700));
		await interaction.editReply("thought through");
	},
	hum: interaction => interaction.reply(`hums ${interaction.options.getString("tone") ?? "idly"}`),
	mute: () => undefined,
	say: interaction => interaction.reply(interaction.options.getString("words", true)),
	measure: interaction => {
		const file = interaction.options.getAttachment("file", true);
		return interaction.reply(`${file.name} has ${file.size} bytes`);
	},
	tidy: interaction => interaction.reply("tidied"),
};

async function answer(interaction: Interaction): Promise<void> {
	if (interaction.isAutocomplete()) {
		const typed = interaction.options.getFocused().toLowerCase();
		// Slower than the question that follows it.
		if (typed === "b") await new Promise(resolve => setTimeout(resolve, 600));
		const fitting = rivers.filter(name => name.toLowerCase().includes(typed));
		await interaction.respond(fitting.map(name => ({ name, value: name })));
	} else if (interaction.isChatInputCommand()) {
		await answers[interaction.commandName]?.(interaction);
	} else if (interaction.isMessageContextMenuCommand()) {
		const words = interaction.targetMessage.content.split(/\s+/).length;
		await interaction.reply(`${words} words`);
	} else if (interaction.isButton() && interaction.customId.startsWith("next:")) {
		const { components = [] } = panel(Number(interaction.customId.slice(5)) + 1);
		await interaction.update({ components });
	} else if (interaction.isStringSelectMenu()) {
		await interaction.reply(`chose ${interaction.values.join(" and ")}`);
	} else if (interaction.isModalSubmit()) {
		const name = interaction.fields.getTextInputValue("name");
		const course = interaction.fields.getStringSelectValues("course").join();
		await interaction.reply(`${name} flows ${course}`);
	}
}

/** A playground with a bot on it. */
export interface Rehearsal {
	readonly playground: Playground;
	readonly close: () => Promise<void>;
}

/** How long answers that are under way are waited for, in milliseconds. */
const PATIENCE = 10_000;

/** Starts a playground and logs a real discord.js client in to it. */
export async function startRehearsal(): Promise<Rehearsal> {
	const playground = await startPlayground();
	if (playground.kind === "not-started") throw new Error(playground.message);
	const client = new Client({
		intents: [
			GatewayIntentBits.Guilds,
			GatewayIntentBits.GuildMessages,
			GatewayIntentBits.DirectMessages,
		],
		rest: { api: playground.api },
	});
	const inFlight = createInFlight();
	client.on("interactionCreate", interaction => inFlight.track(answer(interaction)));
	client.on("messageCreate", async message => {
		const isMentioned = client.user !== null && message.mentions.has(client.user);
		if (message.author.bot || !isMentioned || !message.channel.isSendable()) return;
		if (message.content.includes("take your time")) await message.channel.sendTyping();
		else await message.reply("you called?");
	});
	const ready = new Promise<Client<true>>(resolve => client.once("clientReady", resolve));
	await client.login(playground.token);
	await (await ready).application.commands.set(commands);
	return {
		playground,
		close: async () => {
			// An answer that comes later would find nobody.
			await inFlight.settle(PATIENCE);
			await client.destroy();
			await playground.close();
		},
	};
}
