/** @import { PersonState } from "../protocol.ts" */
/** @import { Suggestions } from "./suggestions.js" */

/**
 * Offers the members whose names begin with what stands after an "@".
 *
 * @param {HTMLTextAreaElement} input
 * @param {PersonState} state
 * @param {Suggestions} suggestions
 */
export function offerMentions(input, { bot, users }, suggestions) {
	const typed = /(?:^|\s)@([\p{L}\p{N}_]*)$/u.exec(input.value.slice(0, input.selectionStart));
	if (!typed) {
		suggestions.hide();
		return;
	}
	const word = typed[1] ?? "";
	const items = [bot, ...users]
		.filter(user => user.global_name.toLowerCase().startsWith(word.toLowerCase()))
		.map(user => ({
			label: `@${user.global_name}`,
			description: user.username,
			pick: () => {
				const end = input.selectionStart;
				input.setRangeText(`@${user.global_name} `, end - word.length - 1, end, "end");
			},
		}));
	if (items.length > 0) suggestions.show(input, "Members", { items });
	else suggestions.hide();
}

/**
 * @param {string} text as typed: "@Presscheck who?"
 * @param {Pick<PersonState, "bot" | "users">} people
 * @returns {string} as Discord sends it: "<@ID> who?"
 */
export function withMentions(text, { bot, users }) {
	return [bot, ...users].reduce((words, { global_name, id }) => {
		const name = global_name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
		return words.replace(new RegExp(`@${name}(?![\\p{L}\\p{N}_])`, "gu"), `<@${id}>`);
	}, text);
}
