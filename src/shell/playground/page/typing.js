/** Where a typed character means something already. */
const TAKES_KEYS = "input, textarea, select, dialog, [popover], [role='listbox']";

/**
 * Typing where nothing takes it goes to the composer, as in Discord.
 *
 * @param {HTMLElement} box whose last field takes it
 */
export function bindTyping(box) {
	document.addEventListener("keydown", event => {
		const isCharacter = event.key.length === 1 && event.key !== " ";
		const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
		const takesKeys = event.target instanceof Element && event.target.closest(TAKES_KEYS);
		if (!isCharacter || hasModifier || takesKeys) return;
		const field = [...box.querySelectorAll("textarea")].at(-1);
		field?.focus();
	});
}
