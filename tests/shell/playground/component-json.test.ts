import type { APIAttachment } from "discord.js";
import { expect, test } from "vitest";
import { componentsJson } from "../../../src/shell/playground/component-json.ts";

const attachment: APIAttachment = {
	id: "9",
	filename: "a.csv",
	size: 12,
	url: "http://127.0.0.1:1/cdn/attachments/1/9/a.csv",
	proxy_url: "http://127.0.0.1:1/cdn/attachments/1/9/a.csv",
	content_type: "text/csv",
};

const text = { type: 10, content: "a" };

test("each component gets an id that no other has", () => {
	const components = [
		{ type: 17, components: [text, { ...text, id: 1 }] },
		{ type: 9, components: [text], accessory: { type: 2, style: 1, custom_id: "a", label: "A" } },
		{ ...text, id: 0 },
	];
	expect(componentsJson(components, [])).toMatchObject([
		{ id: 2, components: [{ id: 3 }, { id: 1 }] },
		{ id: 4, components: [{ id: 5 }], accessory: { id: 6 } },
		{ id: 7 },
	]);
});

test("references to files become addresses, and addresses stay", () => {
	const known = { url: attachment.url, attachment_id: "9", width: null };
	const elsewhere = { url: "https://example.org/a.png", proxy_url: "https://example.org/a.png" };
	const components = [
		{ type: 13, file: { url: "attachment://a.csv" } },
		{ type: 13, file: { url: attachment.url } },
		{ type: 13, file: { url: "https://example.org/a.png" } },
		{
			type: 9,
			components: [text],
			accessory: { type: 11, media: { url: "https://example.org/a.png" } },
		},
	];
	expect(componentsJson(components, [attachment])).toMatchObject([
		{ file: known, name: "a.csv", size: 12 },
		{ file: known, name: "a.csv", size: 12 },
		{ file: elsewhere, name: null, size: null },
		{ accessory: { media: elsewhere } },
	]);
});

test("no components are an empty list", () => {
	expect(componentsJson(null, [])).toEqual([]);
});
