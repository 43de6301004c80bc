import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const file = new URL("../../../src/shell/playground/page/colours.css", import.meta.url);

/** Each named colour in the light page and in the dark one. */
const colours = new Map(
	[
		...readFileSync(file, "utf8").matchAll(
			/--([\w-]+):\s*(?:light-dark\((#\w{6}),\s*(#\w{6})\)|(#\w{6}));/g,
		),
	].map(([, name = "", light = "", dark = "", both]) => [name, [both ?? light, both ?? dark]]),
);

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
		const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (bright + 0.05) / (dark + 0.05);
}

test.each([
	["text", ["chat", "raised", "sidebar", "popup", "field", "inset", "only-you", "mentioned"]],
	["muted", ["chat", "raised", "sidebar", "popup", "field", "inset", "account", "only-you"]],
	["heading", ["chat", "raised", "sidebar", "grey", "grey-hover", "only-you"]],
	["link", ["chat", "raised", "popup", "only-you"]],
	["warning", ["chat", "raised", "only-you"]],
	["focus", ["chat", "raised", "sidebar", "field", "inset", "popup"]],
	["on-mention", ["mention"]],
	["on-brand", ["brand", "brand-hover", "green", "green-hover", "red", "red-hover"]],
])("%s is readable on %j, light and dark", (name, backgrounds) => {
	for (const background of backgrounds)
		for (const theme of [0, 1]) {
			const [front = "", back = ""] = [name, background].map(
				each => colours.get(each)?.[theme] ?? "",
			);
			expect([background, contrast(front, back)]).toSatisfy(([, ratio]) => ratio >= 4.5);
		}
});
