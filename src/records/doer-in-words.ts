const OTHERS: Readonly<Record<string, string>> = {
	terminal: "in the terminal",
	schedule: "by the bot itself",
	member: "by a member",
};

/**
 * By whom or where something was done, by the word that is on record for it.
 *
 * @example doerInWords("terminal") // "in the terminal"
 */
export function doerInWords(by: string): string {
	return OTHERS[by] ?? `by member ${by}`;
}
