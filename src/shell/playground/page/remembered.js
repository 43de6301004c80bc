/**
 * What the browser remembers for the page between visits; a browser that forbids it remembers nothing.
 *
 * @param {"theme" | "user" | "channel"} name
 * @returns {string | null}
 */
export function recallSetting(name) {
	try {
		return localStorage.getItem(`playground-${name}`);
	} catch {
		return null;
	}
}

/**
 * @param {"theme" | "user" | "channel"} name
 * @param {string} value
 */
export function keepSetting(name, value) {
	try {
		localStorage.setItem(`playground-${name}`, value);
	} catch {
		// Storage is forbidden or full: the setting holds until the page closes.
	}
}
