import { byId } from "./element.js";
import { icon } from "./icons.js";
import { keepSetting, recallSetting } from "./remembered.js";

/** @returns {boolean} whether the page is dark now, by choice or by the system's wish */
function isDark() {
	const chosen = document.documentElement.dataset["theme"];
	if (chosen) return chosen === "dark";
	return matchMedia("(prefers-color-scheme: dark)").matches;
}

/** @param {string | null} theme null follows the system */
function setTheme(theme) {
	if (theme === "dark" || theme === "light") document.documentElement.dataset["theme"] = theme;
	byId("theme-button").setAttribute("aria-pressed", String(isDark()));
}

/** Follows the system's wish for light or dark until the button is pressed, then the reader's. */
export function bindTheme() {
	const button = byId("theme-button");
	button.append(icon("moon"));
	button.setAttribute("aria-label", "Dark colours");
	button.title = "Dark or light colours";
	setTheme(recallSetting("theme"));
	button.addEventListener("click", () => {
		const theme = isDark() ? "light" : "dark";
		keepSetting("theme", theme);
		setTheme(theme);
	});
}
