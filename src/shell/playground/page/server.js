/** @import { Completions, InteractionStarted, PersonEvent, PersonInteraction, PersonState, Snowflake } from "../protocol.ts" */
/** @import { Message } from "./discord-json.ts" */

/** @type {readonly PersonEvent["kind"][]} every event that the server sends */
const EVENTS = [
	"message-created",
	"message-updated",
	"message-deleted",
	"interaction-thinking",
	"interaction-answered",
	"interaction-failed",
	"modal-opened",
	"typing",
	"commands-changed",
];

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<unknown>}
 * @throws {Error} in the server's own words, or that it cannot be reached
 */
async function ask(path, init) {
	const response = await fetch(path, init).catch(() => {
		throw new Error("The playground cannot be reached. Is it still running?");
	});
	const body = await response.json().catch(() => null);
	if (response.ok) return body;
	throw new Error(body?.error ?? `The playground answered with an error (${response.status})`);
}

/**
 * @param {string} path
 * @param {object} body
 * @returns {Promise<unknown>}
 */
function post(path, body) {
	const headers = { "content-type": "application/json" };
	return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/**
 * @param {string} id from JSON that Discord's schemas have checked
 * @returns {Snowflake}
 */
export function snowflake(id) {
	return /** @type {Snowflake} */ (id);
}

/**
 * @param {string | null} user null for the server's first
 * @param {string} [channel] whose commands are wanted; left out, those of anywhere
 * @returns {Promise<PersonState>}
 */
export async function fetchState(user, channel) {
	const query = new URLSearchParams({
		...(user === null ? {} : { user }),
		...(channel === undefined ? {} : { channel }),
	});
	return /** @type {PersonState} */ (await ask(`/person/state?${query}`));
}

/**
 * @param {string} user
 * @param {string} channel
 * @returns {Promise<readonly Message[]>} oldest first
 */
export async function fetchMessages(user, channel) {
	const answer = await ask(`/person/channels/${channel}/messages?user=${encodeURIComponent(user)}`);
	return /** @type {Message[]} */ (answer).reverse();
}

/**
 * @param {string} user
 * @param {string} channel
 * @param {string} content
 * @returns {Promise<unknown>} the message comes as an event too
 */
export function sendMessage(user, channel, content) {
	return post(`/person/channels/${channel}/messages`, { user, content });
}

/**
 * @param {PersonInteraction} interaction any kind but autocomplete
 * @returns {Promise<string>} the interaction's id; what follows comes as events
 */
export async function startInteraction(interaction) {
	const answer = await post("/person/interactions", interaction);
	return /** @type {InteractionStarted} */ (answer).interaction;
}

/**
 * @param {PersonInteraction} interaction of kind autocomplete
 * @returns {Promise<Completions["choices"]>}
 */
export async function fetchCompletions(interaction) {
	const answer = await post("/person/interactions", interaction);
	return /** @type {Completions} */ (answer).choices;
}

/**
 * Listens for a user; the browser connects again by itself when the line breaks.
 *
 * @param {string} user
 * @param {(event: PersonEvent) => void} hear
 * @param {(connected: boolean) => void} onLine
 * @returns {() => void} ends it
 */
export function listen(user, hear, onLine) {
	const source = new EventSource(`/person/events?user=${encodeURIComponent(user)}`);
	source.addEventListener("open", () => onLine(true));
	source.addEventListener("error", () => onLine(false));
	for (const kind of EVENTS)
		source.addEventListener(kind, event =>
			hear(/** @type {PersonEvent} */ (JSON.parse(event.data))),
		);
	return () => source.close();
}
