import { element } from "./element.js";
import { icon } from "./icons.js";
import { avatar } from "./message.js";

/** @import { PersonChannel } from "../protocol.ts" */
/** @import { View } from "./view.ts" */

/** How many commands are offered for a start. */
const OFFERED = 6;

/**
 * What stands above a channel's first message: where one is, and commands to begin with.
 *
 * @param {PersonChannel} channel
 * @param {View} view
 * @param {readonly string[]} commands names of those that can be run here
 * @returns {HTMLElement}
 */
export function welcome(channel, view, commands) {
	const { bot } = view.state;
	const isDirect = channel.kind === "dm";
	const sign = isDirect ? avatar({ ...bot, bot: true }) : icon("hash");
	const title = isDirect ? bot.global_name : `Welcome to #${channel.name}!`;
	const words = isDirect
		? `This is your conversation with ${bot.global_name}. Nobody else sees it.`
		: `This is the start of #${channel.name}. Type / to see what ${bot.global_name} can do, or mention it with a question.`;
	const buttons = commands
		.slice(0, OFFERED)
		.map(name =>
			element(
				"button",
				{ class: "button secondary", type: "button", onclick: () => view.actions.compose(name) },
				`/${name}`,
			),
		);
	return element(
		"section",
		{ class: "welcome" },
		element("div", { class: "welcome-sign" }, sign),
		element("h3", {}, title),
		element("p", { class: "muted" }, words),
		element("div", { class: "action-row" }, ...buttons),
	);
}
