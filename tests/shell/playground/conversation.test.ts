import {
	type APIApplicationCommand,
	type APIMessage,
	ApplicationCommandType,
	type AutocompleteInteraction,
	type ButtonInteraction,
	type ChatInputCommandInteraction,
	type Client,
	ContextMenuCommandBuilder,
	Events,
	type Interaction,
	MessageFlags,
	SlashCommandBuilder,
} from "discord.js";
import { expect, test } from "vitest";
import type { Playground } from "../../../src/shell/playground/playground.ts";
import { identifyRaw } from "./raw-bot.ts";
import { ask, logIn, newsroom, openPlayground } from "./stage.ts";

const quiet = { parse: [] } as const;

const commands = [
	new SlashCommandBuilder()
		.setName("say")
		.setDescription("Says something")
		.addStringOption(option =>
			option
				.setName("text")
				.setDescription("What to say")
				.setRequired(true)
				.setAutocomplete(true)
				.setMaxLength(60),
		)
		.addAttachmentOption(option => option.setName("file").setDescription("To go with it"))
		.addUserOption(option => option.setName("to").setDescription("To whom")),
	new SlashCommandBuilder().setName("slow").setDescription("Takes its time"),
	new SlashCommandBuilder().setName("hidden").setDescription("Tells its asker alone"),
	new SlashCommandBuilder().setName("panel").setDescription("Buttons and a menu"),
	new SlashCommandBuilder()
		.setName("desk")
		.setDescription("A group of commands")
		.addSubcommandGroup(group =>
			group
				.setName("deep")
				.setDescription("Deeper")
				.addSubcommand(sub =>
					sub
						.setName("find")
						.setDescription("Finds")
						.addStringOption(option =>
							option.setName("what").setDescription("What").setAutocomplete(true),
						),
				),
		)
		.addSubcommand(sub =>
			sub
				.setName("form")
				.setDescription("Opens a form")
				.addStringOption(option => option.setName("title").setDescription("Its title")),
		),
	new ContextMenuCommandBuilder().setName("Count words").setType(ApplicationCommandType.Message),
];

const panel = {
	flags: MessageFlags.IsComponentsV2,
	components: [
		{ type: 10, content: "## Which?" },
		{
			type: 1,
			components: [
				{ type: 2, style: 1, custom_id: "next", label: "Next" },
				{ type: 2, style: 2, custom_id: "late", label: "Late" },
				{ type: 2, style: 2, custom_id: "off", label: "Off", disabled: true },
				{ type: 2, style: 5, url: "https://example.org/", label: "Open" },
			],
		},
		{ type: 1, components: [{ type: 5, custom_id: "who", max_values: 2 }] },
		{
			type: 1,
			components: [
				{
					type: 3,
					custom_id: "pick",
					options: [
						{ label: "One", value: "1" },
						{ label: "Two", value: "2" },
					],
				},
			],
		},
	],
} as const;

const form = {
	custom_id: "form",
	title: "A form",
	components: [
		{ type: 10, content: "Fill it in." },
		{
			type: 18,
			label: "Words",
			component: { type: 4, custom_id: "words", style: 1, min_length: 2 },
		},
		{
			type: 18,
			label: "Kind",
			component: { type: 3, custom_id: "kind", options: [{ label: "A", value: "a" }] },
		},
		{ type: 18, label: "Files", component: { type: 19, custom_id: "files", required: false } },
	],
};

const slash: Readonly<Record<string, (asked: ChatInputCommandInteraction) => Promise<unknown>>> = {
	say: asked => {
		const file = asked.options.getAttachment("file");
		const to = asked.options.getUser("to");
		const extra = [file?.name, file?.size, to?.username].filter(one => one != null).join(" ");
		const content = `${asked.options.getString("text")} ${extra}`.trim();
		return asked.reply({ content, allowedMentions: quiet });
	},
	slow: async asked => {
		await asked.deferReply();
		await asked.editReply(panel);
		await asked.followUp({ content: "and this", flags: MessageFlags.Ephemeral });
		const more = await asked.followUp("and that");
		await asked.webhook.editMessage(more, "and that, edited");
		await asked.webhook.deleteMessage(more);
	},
	hidden: async asked => {
		await asked.deferReply({ flags: MessageFlags.Ephemeral });
		await asked.followUp("only you");
		const reply = await asked.fetchReply();
		await asked.editReply(`${reply.content} see this`);
	},
	panel: asked => asked.reply({ ...panel, withResponse: true }),
	desk: asked =>
		asked.showModal({ ...form, title: asked.options.getString("title") ?? form.title }),
};

const buttons: Readonly<Record<string, (asked: ButtonInteraction) => Promise<unknown>>> = {
	next: asked => asked.update({ components: [{ type: 10, content: "The next page" }] }),
	late: async asked => {
		await asked.deferUpdate();
		await asked.editReply({ components: [{ type: 10, content: "The late page" }] });
	},
};

async function answer(asked: Interaction): Promise<void> {
	if (asked.isChatInputCommand()) await slash[asked.commandName]?.(asked);
	if (asked.isAutocomplete()) await complete(asked);
	if (asked.isButton()) await buttons[asked.customId]?.(asked);
	if (asked.isUserSelectMenu())
		await asked.reply(`chosen: ${asked.users.map(user => user.username).join()}`);
	if (asked.isStringSelectMenu()) await asked.reply(`chosen: ${asked.values.join()}`);
	if (asked.isMessageContextMenuCommand())
		await asked.reply(`${asked.targetMessage.content.split(" ").length} words`);
	if (asked.isModalSubmit()) {
		const { fields } = asked;
		const files = [...(fields.getUploadedFiles("files")?.values() ?? [])].map(one => one.name);
		const kinds = fields.getStringSelectValues("kind");
		await asked.reply([fields.getTextInputValue("words"), ...kinds, ...files].join("|"));
	}
}

async function complete(asked: AutocompleteInteraction): Promise<void> {
	const typed = asked.options.getFocused();
	await asked.respond([{ name: `${typed} now`, value: `${typed}!` }]);
}

async function withBot(): Promise<{ playground: Playground; client: Client<true> }> {
	const playground = await openPlayground();
	const client = await logIn(playground, bot => {
		bot.on(Events.InteractionCreate, asked => void answer(asked));
		bot.on(Events.MessageCreate, async message => {
			if (message.author.id === bot.user.id || message.content === "") return;
			await message.channel.sendTyping();
			await message.reply({ content: `heard: ${message.content}`, allowedMentions: quiet });
		});
	});
	await client.application.commands.set(commands);
	return { playground, client };
}

function textOf({ components = [] }: APIMessage): string {
	return components.map(one => (one.type === 10 ? one.content : "")).join("");
}

test("a client logs in and sees the server and itself", async () => {
	const { playground, client } = await withBot();
	expect(client.user.id).toBe(playground.botId);
	const guild = await client.guilds.fetch(playground.guildId);
	expect(guild.name).toBe("Newsroom");
	expect(guild.channels.cache.map(channel => channel.name)).toContain("newsroom");
	const member = await guild.members.fetch(playground.people.moderator);
	expect(member.permissions.has("ManageGuild")).toBe(true);
	expect((await client.users.fetch(playground.people.member)).username).toBe("joao");
	expect((await client.application.fetch()).id).toBe(playground.applicationId);
	expect(playground.refusals()).toEqual([]);
});

test("commands are registered as they were sent, and again they are equal", async () => {
	const { playground, client } = await withBot();
	const before = await client.application.commands.fetch();
	expect(before.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
	const [say] = await client.rest
		.get(`/applications/${client.user.id}/commands`)
		.then(all => all as APIApplicationCommand[]);
	expect(say).toMatchObject({
		options: [
			{ name: "text", type: 3, required: true, autocomplete: true, max_length: 60 },
			{ name: "file", type: 11, description: "To go with it" },
			{ name: "to", type: 6 },
		],
		default_member_permissions: null,
		contexts: null,
	});
	await client.application.commands.set(commands);
	const after = await client.application.commands.fetch();
	expect([...after.keys()]).toEqual([...before.keys()]);
	const own = await client.application.commands.create(
		{ name: "here", description: "Here alone" },
		playground.guildId,
	);
	const edited = await own.edit({ description: "Here and nowhere else" });
	expect(edited.description).toBe("Here and nowhere else");
	await own.delete();
	expect((await client.application.commands.fetch({ guildId: playground.guildId })).size).toBe(0);
	expect(playground.refusals()).toEqual([]);
});

test("a slash command is answered, with options, files and users resolved", async () => {
	const { playground } = await withBot();
	const hand = playground.as(playground.people.member, newsroom(playground));
	const file = { name: "a.txt", content_type: "text/plain", base64: "aGVsbG8=" };
	const to = playground.people.moderator;
	const reply = await hand.waitForReply(await hand.command("say", { text: "Hi", file, to }));
	expect(reply.content).toBe("Hi a.txt 5 mira");
	expect(reply.interaction_metadata?.user.id).toBe(playground.people.member);
	expect(hand.messages().map(({ id }) => id)).toEqual([reply.id]);
	expect(playground.refusals()).toEqual([]);
});

test("completions come back to the person who types", async () => {
	const { playground } = await withBot();
	const hand = playground.as(playground.people.member, newsroom(playground));
	expect(await hand.autocomplete("say", "text", { text: "edge" })).toEqual([
		{ name: "edge now", value: "edge!" },
	]);
	expect(await hand.autocomplete("desk deep find", "what", { what: "a" })).toEqual([
		{ name: "a now", value: "a!" },
	]);
	await expect(hand.autocomplete("desk deep find", "where", { where: "a" })).rejects.toThrow(
		'no option "where"',
	);
	await expect(hand.autocomplete("desk shallow", "what", { what: "a" })).rejects.toThrow(
		'no option "shallow"',
	);
	await expect(hand.autocomplete("say", "file", { file: "x" })).rejects.toThrow("typed");
	expect(playground.refusals()).toEqual([]);
});

test("a deferred reply stands there loading, then is edited, and followed up", async () => {
	const { playground } = await withBot();
	const hand = playground.as(playground.people.member, newsroom(playground));
	const other = playground.as(playground.people.moderator, newsroom(playground));
	const asked = await hand.command("slow");
	expect(textOf(await hand.waitForReply(asked))).toBe("## Which?");
	await hand.waitFor(({ kind }) => kind === "message-deleted");
	const kinds = hand.heard().map(({ kind }) => kind);
	expect(kinds.slice(0, 3)).toEqual([
		"message-created",
		"interaction-thinking",
		"interaction-answered",
	]);
	const [first] = hand.heard();
	expect(first?.kind === "message-created" && first.message.flags).toBe(MessageFlags.Loading);
	expect(hand.messages().map(({ content }) => content)).toEqual(["and this", ""]);
	expect(other.messages().map(({ content }) => content)).toEqual([""]);
	expect(playground.refusals()).toEqual([]);
});

test("an ephemeral answer is seen by its asker alone, and the first follow-up takes its place", async () => {
	const { playground } = await withBot();
	const hand = playground.as(playground.people.member, newsroom(playground));
	const other = playground.as(playground.people.moderator, newsroom(playground));
	await hand.command("hidden");
	const reply = await hand.waitForMessage(({ content }) => content === "only you see this");
	expect(reply.flags).toBe(MessageFlags.Ephemeral);
	expect(hand.messages()).toHaveLength(1);
	expect(other.messages()).toEqual([]);
	expect(other.heard()).toEqual([]);
	await expect(other.press(reply, "next")).rejects.toThrow("no such message");
	expect(playground.refusals()).toEqual([]);
});

test("buttons update their message, at once or later, and menus are answered", async () => {
	const { playground } = await withBot();
	const hand = playground.as(playground.people.member, newsroom(playground));
	const open = async () => hand.waitForReply(await hand.command("panel"));
	const first = await open();
	expect(textOf(await hand.waitForReply(await hand.press(first, "next")))).toBe("The next page");
	const second = await open();
	expect(textOf(await hand.waitForReply(await hand.press(second, "late")))).toBe("The late page");
	const third = await open();
	const chosen = await hand.waitForReply(await hand.select(third, "pick", ["2"]));
	expect(chosen.content).toBe("chosen: 2");
	expect(chosen.referenced_message?.id).toBe(third.id);
	expect(chosen.referenced_message).not.toHaveProperty("referenced_message");
	const { moderator, member } = playground.people;
	const people = await hand.waitForReply(await hand.select(third, "who", [moderator, member]));
	expect(people.content).toBe("chosen: mira,joao");
	await expect(hand.select(third, "pick", ["3"])).rejects.toThrow("does not offer");
	await expect(hand.select(third, "pick", [])).rejects.toThrow("from 1 to 1");
	await expect(hand.press(third, "off")).rejects.toThrow("disabled");
	await expect(hand.press(third, "gone")).rejects.toThrow("no such button");
	expect(playground.refusals()).toEqual([]);
});

test("a modal opens, is checked as Discord's client checks it, and is sent once", async () => {
	const { playground } = await withBot();
	const hand = playground.as(playground.people.member, newsroom(playground));
	const opened = await hand.waitForModal(await hand.command("desk form", { title: "Mine" }));
	expect(opened.modal.title).toBe("Mine");
	const kind = ["a"];
	await expect(hand.submit(opened, { kind })).rejects.toThrow("words: this field is required");
	await expect(hand.submit(opened, { kind, words: "x" })).rejects.toThrow("from 2 to 4000");
	await expect(hand.submit(opened, { kind, words: "xy", no: "" })).rejects.toThrow('field "no"');
	const files = [{ name: "b.md", content_type: "text/markdown", base64: "aGk=" }];
	const sent = await hand.submit(opened, { words: "two words", kind, files });
	expect((await hand.waitForReply(sent)).content).toBe("two words|a|b.md");
	await expect(hand.submit(opened, { words: "again", kind })).rejects.toThrow("No such modal");
	expect(playground.refusals()).toEqual([]);
});

test("a modal takes rows, boxes and choices of one", async () => {
	const playground = await openPlayground();
	const bot = await identifyRaw(playground);
	const path = `/applications/${playground.applicationId}/commands`;
	await ask(playground, "PUT", path, [{ name: "form", description: "d" }]);
	const hand = playground.as(playground.people.member, newsroom(playground));
	const started = await hand.command("form");
	const { d } = await bot.frame(({ t }) => t === "INTERACTION_CREATE");
	const options = [
		{ label: "A", value: "a" },
		{ label: "B", value: "b" },
	];
	const label = (component: object) => ({ type: 18, label: "L", component });
	const components = [
		{ type: 1, components: [{ type: 4, custom_id: "row", style: 1, label: "R", required: false }] },
		label({ type: 21, custom_id: "one", options }),
		label({ type: 22, custom_id: "some", options, max_values: 2, required: false }),
		label({ type: 23, custom_id: "yes" }),
		label({ type: 23, custom_id: "no" }),
	];
	const callback = `/interactions/${started}/${d["token"]}/callback`;
	const modal = { custom_id: "m", title: "M", components };
	expect((await ask(playground, "POST", callback, { type: 9, data: modal })).status).toBe(204);
	const opened = await hand.waitForModal(started);
	await hand.submit(opened, { one: "b", some: ["a", "b"], yes: "true" });
	const sent = await bot.frame(({ d: event }) => event?.["type"] === 5);
	expect(sent.d["data"]).toMatchObject({
		custom_id: "m",
		components: [
			{ type: 1, id: 1, components: [{ id: 2, custom_id: "row", value: "" }] },
			{ type: 18, component: { custom_id: "one", value: "b" } },
			{ type: 18, component: { custom_id: "some", values: ["a", "b"] } },
			{ type: 18, component: { custom_id: "yes", value: true } },
			{ type: 18, component: { custom_id: "no", value: false } },
		],
	});
	expect(playground.refusals()).toEqual([]);
});

test("an entry of a message's menu gets the message", async () => {
	const { playground } = await withBot();
	const hand = playground.as(playground.people.member, newsroom(playground));
	const said = hand.say("four words are here");
	const reply = await hand.waitForReply(await hand.menu("Count words", said.id));
	expect(reply.content).toBe("4 words");
	await expect(hand.menu("Count words", "1")).rejects.toThrow("no such message");
	expect(playground.refusals()).toEqual([]);
});

test("the bot reads messages that mention it and direct ones, and no others", async () => {
	const { playground } = await withBot();
	const { member } = playground.people;
	const hand = playground.as(member, newsroom(playground));
	const direct = playground.as(member, playground.channels.direct.member);
	hand.say("not for the bot");
	hand.say(`<@${playground.botId}> for the bot`);
	direct.say("for the bot, too");
	const heard = [
		await hand.waitForMessage(({ content }) => content.startsWith("heard")),
		await direct.waitForMessage(({ content }) => content.startsWith("heard: for")),
	].map(({ content }) => content);
	expect(heard).toEqual([`heard: <@${playground.botId}> for the bot`, "heard: for the bot, too"]);
	const replies = hand.messages().filter(({ content }) => content.startsWith("heard"));
	expect(replies.map(({ mentions }) => mentions)).toEqual([[]]);
	expect(hand.heard().some(({ kind }) => kind === "typing")).toBe(true);
	expect(() => direct.say("   ")).toThrow("empty");
	expect(() => direct.say("x".repeat(2001))).toThrow("2000");
	expect(playground.refusals()).toEqual([]);
});

test("files go up with a message and are served under their addresses", async () => {
	const { playground, client } = await withBot();
	const hand = playground.as(playground.people.member, newsroom(playground));
	const channel = await client.channels.fetch(newsroom(playground));
	if (!channel?.isSendable()) throw new Error("the bot cannot send there");
	const attachment = Buffer.from(
		"iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAADElEQVR4nGNgoD0AAABsAAEKmX5pAAAAAElFTkSuQmCC",
		"base64",
	);
	const message = await channel.send({
		flags: MessageFlags.IsComponentsV2,
		files: [{ attachment, name: "chart.png", description: "A chart" }],
		components: [{ type: 12, items: [{ media: { url: "attachment://chart.png" } }] }],
	});
	const [seen] = hand.messages();
	const [gallery] = seen?.components ?? [];
	const media = gallery?.type === 12 ? gallery.items[0]?.media : undefined;
	expect(media).toMatchObject({ width: 2, height: 3, content_type: "image/png" });
	expect(seen?.attachments[0]?.description).toBe("A chart");
	const served = await fetch(media?.url ?? "");
	expect(Buffer.from(await served.arrayBuffer()).equals(attachment)).toBe(true);
	expect(served.headers.get("content-disposition")).toBe("inline");
	const same = await message.edit({ components: [{ type: 10, content: "No picture" }] });
	expect(same.attachments.size).toBe(1);
	await message.delete();
	expect(hand.messages()).toEqual([]);
	expect(playground.refusals()).toEqual([]);
});

test("the bot starts a direct talk and reads what was said in a channel", async () => {
	const { playground, client } = await withBot();
	const user = await client.users.fetch(playground.people.moderator);
	await user.send("good morning");
	const direct = playground.as(playground.people.moderator, playground.channels.direct.moderator);
	expect(direct.messages().map(({ content }) => content)).toEqual(["good morning"]);
	direct.say("good day");
	const channel = await client.channels.fetch(playground.channels.direct.moderator);
	if (!channel?.isTextBased()) throw new Error("no channel of text");
	const read = await channel.messages.fetch({ limit: 5, cache: false });
	expect(read.map(({ content }) => content)).toContain("good day");
	expect(playground.refusals()).toEqual([]);
});
