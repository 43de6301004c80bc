import { cutLine } from "./fitting.ts";
import { harmlessLine } from "./harmless.ts";

/**
 * Discord's limits of a message with Components V2, text in UTF-16 code units:
 * https://discord.com/developers/docs/components/reference
 */
export const MESSAGE_LIMITS = {
	text: 4_000,
	components: 40,
	buttonsInRow: 5,
	options: 25,
	label: 80,
	optionLabel: 100,
	placeholder: 150,
	customId: 100,
} as const;

/** A text of ours on a button or in a menu: on one line, harmless, at most `room` characters, never empty. */
export function labelOf(text: string, room: number): string {
	return cutLine(harmlessLine(text), shown => shown.length <= room) || "…";
}
