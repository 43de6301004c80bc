import { entriesOf } from "./command-line.js";
import { createComposer } from "./composer.js";
import { createConversation } from "./conversation.js";
import { createDeeds } from "./deeds.js";
import { byId } from "./element.js";
import { icon } from "./icons.js";
import { createInteractions } from "./interactions.js";
import { openModal } from "./modal.js";
import { keepSetting, recallSetting } from "./remembered.js";
import { fetchMessages, fetchState, listen } from "./server.js";
import { bindDrawer, drawSidebar, setDrawer } from "./sidebar.js";
import { bindTheme } from "./theme.js";
import { welcome } from "./welcome.js";

/** @import { PersonChannel, PersonEvent, PersonState } from "../protocol.ts" */
/** @import { Actions, OfKind, View } from "./view.ts" */

/** How long "is typing" stands without news, in milliseconds, as in Discord. */
const TYPING = 10_000;

/**
 * Who one is and where: all that changes on the page besides the messages.
 *
 * @typedef {object} Session
 * @property {PersonState} state with the commands of the channel, once its messages stand
 * @property {PersonChannel} channel
 * @property {Set<string>} unread ids of channels
 * @property {PersonEvent[] | null} early what was heard while the channel's messages were under way; null once they stand
 */

/** @type {Session | null} */
let session = null;

/** @returns {Session} */
function now() {
	if (!session) throw new Error("The page was used before its state had come");
	return session;
}

/** @returns {View} */
function view() {
	return { state: now().state, actions };
}

const interactions = createInteractions();
const conversation = createConversation(byId("log"));
const deeds = createDeeds({ view, channel: () => now().channel, conversation, interactions });
const composer = createComposer({
	form: /** @type {HTMLFormElement} */ (byId("composer")),
	now,
	...deeds,
});

/** @type {Actions} */
const actions = {
	act: deeds.act,
	openMenu: deeds.openMenu,
	dismiss: message => conversation.dismiss(message.id),
	compose: command => composer.start(command),
	openChannel(id) {
		const channel = now().state.channels.find(candidate => candidate.id === id);
		if (channel) openChannel(channel);
	},
};

/** @type {{ readonly [Kind in PersonEvent["kind"]]: (event: OfKind<PersonEvent, Kind>) => void }} */
const HEARD = {
	"message-created": heardMessage,
	"message-updated": heardMessage,
	"message-deleted": ({ channel, id }) => {
		if (channel === now().channel.id) conversation.remove(id);
	},
	"interaction-thinking": ({ interaction }) => settle(interaction),
	"interaction-answered": ({ interaction }) => settle(interaction),
	"interaction-failed": ({ interaction, reason }) =>
		interactions.settle(interaction, { kind: "failed", reason }),
	"modal-opened": heardModal,
	typing: ({ channel, user }) => showTyping(channel, user),
	"commands-changed": async () => {
		const current = now();
		current.state = await fetchState(current.state.user.id, current.channel.id);
	},
};

/** @param {PersonEvent} event */
function hear(event) {
	const { early } = now();
	if (early && "channel" in event && event.channel === now().channel.id) {
		early.push(event);
		return;
	}
	const react = /** @type {(event: PersonEvent) => void} */ (HEARD[event.kind]);
	react(event);
}

/** @param {string} interaction */
function settle(interaction) {
	interactions.settle(interaction, { kind: "answered" });
}

/** @param {OfKind<PersonEvent, "message-created">} event */
function heardMessage({ channel, kind, message }) {
	const current = now();
	const asked = message.interaction_metadata?.id;
	if (asked) settle(asked);
	if (channel === current.channel.id) {
		if (message.author.id !== current.state.user.id) showTyping(channel, null);
		conversation.put(message);
		return;
	}
	if (kind !== "message-created") return;
	current.unread.add(channel);
	drawPlaces();
}

/** @param {OfKind<PersonEvent, "modal-opened">} event */
function heardModal({ channel, interaction, modal }) {
	settle(interaction);
	openModal(modal, view(), async fields => {
		const { id: user } = now().state.user;
		const { custom_id } = modal;
		const sent = { kind: /** @type {const} */ ("modal"), interaction, custom_id, fields };
		const failure = await deeds.run({ user, channel, ...sent });
		if (failure !== null) throw new Error(failure);
	});
}

let typingTimer = 0;

/**
 * @param {string} channel
 * @param {string | null} user null: nobody any more
 */
function showTyping(channel, user) {
	const { state } = now();
	if (channel !== now().channel.id) return;
	window.clearTimeout(typingTimer);
	const who = [state.bot, ...state.users].find(({ id }) => id === user);
	byId("typing").textContent = who ? `${who.global_name} is typing…` : "";
	typingTimer = window.setTimeout(() => showTyping(channel, null), TYPING);
}

/** Draws servers, channels and account as they are now. */
function drawPlaces() {
	drawSidebar(now(), { open: openChannel, become: user => enter(user.id) });
}

/** @param {PersonChannel} channel */
function drawHeader(channel) {
	const isDirect = channel.kind === "dm";
	byId("channel-icon").replaceChildren(icon(isDirect ? "at" : "hash"));
	byId("channel-name").textContent = channel.name;
	byId("topic").textContent = "A playground on this machine: nothing here reaches Discord";
	document.title = `${isDirect ? "@" : "#"}${channel.name} · ${now().state.bot.global_name} playground`;
}

/** @param {PersonChannel} channel */
async function openChannel(channel) {
	const current = now();
	current.channel = channel;
	current.early = [];
	current.unread.delete(channel.id);
	keepSetting("channel", channel.id);
	setDrawer(false);
	drawPlaces();
	drawHeader(channel);
	showTyping(channel.id, null);
	composer.refresh();
	const { id: user } = current.state.user;
	const [messages, state] = await Promise.all([
		fetchMessages(user, channel.id),
		fetchState(user, channel.id),
	]);
	if (now() !== current || current.channel !== channel) return;
	current.state = state;
	const names = entriesOf(state.commands).map(({ name }) => name);
	conversation.open(messages, view(), welcome(channel, view(), names));
	const early = current.early ?? [];
	current.early = null;
	for (const event of early) hear(event);
	composer.focus();
}

let hangUp = () => undefined;

/**
 * Begins as a user: anew, as somebody else, or after the line was lost.
 *
 * @param {string | null} user null for the server's first
 */
async function enter(user) {
	const state = await fetchState(user).catch(() => fetchState(null));
	const wanted = session?.channel.id ?? recallSetting("channel");
	const channel = state.channels.find(({ id }) => id === wanted) ?? state.channels[0];
	if (!channel) throw new Error("The playground has no channel");
	keepSetting("user", state.user.id);
	session = { state, channel, unread: new Set(), early: [] };
	hangUp();
	hangUp = follow(state.user.id);
	await openChannel(channel);
}

/**
 * @param {string} user
 * @returns {() => undefined}
 */
function follow(user) {
	let wasLost = false;
	const stop = listen(user, hear, connected => {
		byId("line-state").hidden = connected;
		if (connected && wasLost) enter(user);
		wasLost = !connected;
	});
	return () => void stop();
}

byId("log").addEventListener("keydown", event => conversation.walk(event));
bindTheme();
bindDrawer();
enter(recallSetting("user")).catch(error => {
	const words = error instanceof Error ? error.message : "The page could not start";
	byId("line-state").textContent = words;
	byId("line-state").hidden = false;
});
