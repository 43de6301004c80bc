import { beforeAll, describe, expect, test } from "vitest";
import { messageObjections } from "../../../src/shell/playground/limits/message-limits.ts";
import { type Playground, startPlayground } from "../../../src/shell/playground/playground.ts";
import { ask, newsroom } from "./stage.ts";

const v2 = 1 << 15;
const text = { type: 10, content: "words" };
const button = { type: 2, style: 1, custom_id: "a", label: "A" };
const options = [{ label: "A", value: "a" }];
const menu = { type: 3, custom_id: "m", options };
const row = (...components: readonly object[]) => ({ type: 1, components });
const many = <Item>(count: number, make: (index: number) => Item) =>
	Array.from({ length: count }, (_, index) => make(index));
const letters = (count: number) => "x".repeat(count);

/** What is sent, where the objection stands, and its code. */
type Row = readonly [name: string, body: object, path: string, code: string];

const rows: readonly Row[] = [
	["content of 2,001 characters", { content: letters(2001) }, "content", "BASE_TYPE_MAX_LENGTH"],
	["content that is no text", { content: 7 }, "content", "STRING_TYPE_CONVERT"],
	["a field that nobody knows", { content: "a", colour: 1 }, "colour", "FIELD_NOT_IN_DESCRIPTION"],
	["components that are no list", { components: {} }, "components", "LIST_TYPE_CONVERT"],
	["flags that are no number", { content: "a", flags: "1" }, "flags", "NUMBER_TYPE_COERCE"],
	["tts that is neither", { content: "a", tts: "no" }, "tts", "BOOLEAN_TYPE_CONVERT"],
	[
		"an author that is no object",
		{ embeds: [{ author: 1 }] },
		"embeds.0.author",
		"DICT_TYPE_CONVERT",
	],
	["a nonce that fits nothing", { content: "a", nonce: {} }, "nonce", "NUMBER_TYPE_COERCE"],
	["eleven embeds", { embeds: many(11, () => ({ title: "t" })) }, "embeds", "BASE_TYPE_MAX_LENGTH"],
	[
		"embeds of 6,001 characters",
		{ embeds: [{ description: letters(4096) }, { footer: { text: letters(1905) } }] },
		"embeds",
		"MAX_EMBED_SIZE_EXCEEDED",
	],
	[
		"an embed field without a value",
		{ embeds: [{ fields: [{ name: "n", value: "" }] }] },
		"embeds.0.fields.0.value",
		"BASE_TYPE_REQUIRED",
	],
	[
		"content beside components of V2",
		{ flags: v2, content: "a", components: [text] },
		"content",
		"MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
	],
	[
		"embeds beside components of V2",
		{ flags: v2, embeds: [{ title: "t" }], components: [text] },
		"embeds",
		"MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
	],
	["text without the flag", { components: [text] }, "components.0", "UNION_TYPE_CHOICES"],
	[
		"six rows without the flag",
		{ components: many(6, at => row({ ...button, custom_id: `${at}` })) },
		"components",
		"BASE_TYPE_BAD_LENGTH",
	],
	[
		"a component that does not exist",
		{ flags: v2, components: [{ type: 99 }] },
		"components.0.type",
		"UNION_TYPE_CHOICES",
	],
	[
		"41 components with those inside",
		{ flags: v2, components: many(10, () => ({ type: 17, components: many(4, () => text) })) },
		"components",
		"COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
	],
	[
		"4,001 characters of text",
		{
			flags: v2,
			components: [
				{ type: 10, content: letters(2000) },
				{ type: 10, content: letters(2001) },
			],
		},
		"components",
		"COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
	],
	[
		"empty text",
		{ flags: v2, components: [{ type: 10, content: "" }] },
		"components.0.content",
		"BASE_TYPE_MIN_LENGTH",
	],
	[
		"a section of four texts",
		{ flags: v2, components: [{ type: 9, components: many(4, () => text), accessory: button }] },
		"components.0.components",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"a section without its accessory",
		{ flags: v2, components: [{ type: 9, components: [text] }] },
		"components.0.accessory",
		"BASE_TYPE_REQUIRED",
	],
	[
		"eleven pictures",
		{
			flags: v2,
			components: [
				{ type: 12, items: many(11, () => ({ media: { url: "https://example.org/a.png" } })) },
			],
		},
		"components.0.items",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"a picture that was not uploaded",
		{ flags: v2, components: [{ type: 12, items: [{ media: { url: "attachment://a.png" } }] }] },
		"components.0.items.0.media.url",
		"UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
	],
	[
		"a thumbnail that was not uploaded",
		{
			flags: v2,
			components: [
				{
					type: 9,
					components: [text],
					accessory: { type: 11, media: { url: "attachment://a.png" } },
				},
			],
		},
		"components.0.accessory.media.url",
		"UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
	],
	[
		"a file from elsewhere",
		{ flags: v2, components: [{ type: 13, file: { url: "https://example.org/a.txt" } }] },
		"components.0.file.url",
		"UNFURLED_MEDIA_ITEM_ATTACHMENT_REFERENCE_REQUIRED",
	],
	[
		"an embed's picture that was not uploaded",
		{ embeds: [{ image: { url: "attachment://a.png" } }] },
		"embeds.0.image.url",
		"UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
	],
	[
		"a note on a file that was not uploaded",
		{ content: "a", attachments: [{ id: "0" }] },
		"attachments.0.id",
		"ATTACHMENT_NOT_FOUND",
	],
	[
		"six buttons in a row",
		{ components: [row(...many(6, at => ({ ...button, custom_id: `${at}` })))] },
		"components.0.components",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"a button and a menu in one row",
		{ components: [row(button, menu)] },
		"components.0.components.1",
		"COMPONENT_LAYOUT_WIDTH_EXCEEDED",
	],
	[
		"two components of one custom_id, apart",
		{ components: [row(button), row({ ...menu, custom_id: "a" })] },
		"components.1.components.0.custom_id",
		"COMPONENT_CUSTOM_ID_DUPLICATED",
	],
	[
		"two components of one id",
		{
			flags: v2,
			components: [
				{ ...text, id: 3 },
				{ ...text, id: 3 },
			],
		},
		"components.1.id",
		"COMPONENT_ID_DUPLICATED",
	],
	[
		"a button without a custom_id",
		{ components: [row({ type: 2, style: 1, label: "A" })] },
		"components.0.components.0.custom_id",
		"BASE_TYPE_REQUIRED",
	],
	[
		"a link with a custom_id",
		{ components: [row({ ...button, style: 5, url: "https://example.org/" })] },
		"components.0.components.0.custom_id",
		"BUTTON_COMPONENT_FIELD_EXCLUDED",
	],
	[
		"a link to run something",
		{ components: [row({ type: 2, style: 5, label: "A", url: "javascript:alert(1)" })] },
		"components.0.components.0.url",
		"URL_TYPE_INVALID_SCHEME",
	],
	[
		"a link that is none",
		{ components: [row({ type: 2, style: 5, label: "A", url: "here" })] },
		"components.0.components.0.url",
		"URL_TYPE_INVALID_URL",
	],
	[
		"a link of 513 characters",
		{ components: [row({ type: 2, style: 5, label: "A", url: `https://a.org/${letters(499)}` })] },
		"components.0.components.0.url",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"a button without a face",
		{ components: [row({ type: 2, style: 1, custom_id: "a" })] },
		"components.0.components.0",
		"BUTTON_COMPONENT_INVALID_LABEL_OR_EMOJI",
	],
	[
		"a style that does not exist",
		{ components: [row({ ...button, style: 7 })] },
		"components.0.components.0.style",
		"BASE_TYPE_CHOICES",
	],
	[
		"a label of 81 characters",
		{ components: [row({ ...button, label: letters(81) })] },
		"components.0.components.0.label",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"a custom_id of 101 characters",
		{ components: [row({ ...button, custom_id: letters(101) })] },
		"components.0.components.0.custom_id",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"a menu of 26 options",
		{ components: [row({ ...menu, options: many(26, at => ({ label: "A", value: `${at}` })) })] },
		"components.0.components.0.options",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"a menu of equal values",
		{ components: [row({ ...menu, options: [...options, ...options] })] },
		"components.0.components.0.options.1.value",
		"SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
	],
	[
		"a menu with two defaults for one choice",
		{
			components: [
				row({ ...menu, options: many(2, at => ({ label: "A", value: `${at}`, default: true })) }),
			],
		},
		"components.0.components.0.options",
		"SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
	],
	[
		"a menu that takes more than it offers",
		{ components: [row({ ...menu, max_values: 2 })] },
		"components.0.components.0.max_values",
		"NUMBER_TYPE_MAX",
	],
	[
		"a menu that asks for more than it takes",
		{ components: [row({ ...menu, min_values: 2, max_values: 1 })] },
		"components.0.components.0.min_values",
		"NUMBER_TYPE_MAX",
	],
	[
		"a menu that takes 26",
		{ components: [row({ ...menu, max_values: 26 })] },
		"components.0.components.0.max_values",
		"NUMBER_TYPE_MAX",
	],
	[
		"a component id below none",
		{ flags: v2, components: [{ ...text, id: -1 }] },
		"components.0.id",
		"NUMBER_TYPE_MIN",
	],
	[
		"mentions allowed both ways",
		{ content: "a", allowed_mentions: { parse: ["users"], users: ["1"] } },
		"allowed_mentions",
		"MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
	],
	[
		"a reply to nothing",
		{ content: "a", message_reference: { message_id: "1" } },
		"message_reference",
		"REPLIES_UNKNOWN_MESSAGE",
	],
];

let playground: Playground;

beforeAll(async () => {
	const started = await startPlayground({ rates: { route: 1000, global: 1000 } });
	if (started.kind === "not-started") throw new Error(started.message);
	playground = started;
	return playground.close;
});

/** The codes at each path of nested errors. */
function codesAt(errors: unknown, path: string): readonly string[] {
	let place = errors as Record<string, unknown> | undefined;
	for (const key of path.split(".")) place = place?.[key] as typeof place;
	const found = (place?.["_errors"] ?? []) as readonly { code: string }[];
	return found.map(({ code }) => code);
}

describe("a message is refused that has", () => {
	test.each(rows)("%s", async (_, body, path, code) => {
		const answer = await ask(
			playground,
			"POST",
			`/channels/${newsroom(playground)}/messages`,
			body,
		);
		expect(answer).toMatchObject({
			status: 400,
			body: { code: 50035, message: "Invalid Form Body" },
		});
		expect(codesAt(answer.body["errors"], path)).toContain(code);
		expect(playground.refusals().at(-1)).toMatchObject({ method: "POST", code: 50035 });
	});
});

test("what stands just inside the limits is taken", async () => {
	const bodies = [
		{ content: letters(2000) },
		{ embeds: [{ description: letters(4096) }, { footer: { text: letters(1904) } }] },
		{
			flags: v2,
			components: [
				...many(9, () => ({ type: 17, components: many(3, () => ({ type: 14 })) })),
				row(button, ...many(2, at => ({ ...button, custom_id: `b${at}` }))),
			],
		},
		{ flags: v2, components: many(2, () => ({ type: 10, content: letters(2000) })) },
		{
			components: [
				row(...many(5, at => ({ ...button, custom_id: `${at}`, label: letters(80) }))),
				row({ ...menu, max_values: 25, options: many(25, at => ({ label: "A", value: `${at}` })) }),
			],
		},
		{ content: "a", tts: false, enforce_nonce: false, nonce: "7" },
	];
	for (const body of bodies) {
		const path = `/channels/${newsroom(playground)}/messages`;
		const answer = await ask(playground, "POST", path, body);
		expect(answer.body).toMatchObject({ channel_id: newsroom(playground) });
	}
});

test("empty messages, files too many or too large, and bodies that are no JSON are refused", async () => {
	const path = `/channels/${newsroom(playground)}/messages`;
	expect((await ask(playground, "POST", path, {})).body["code"]).toBe(50006);
	expect((await ask(playground, "POST", path, "{")).body["code"]).toBe(50109);
	const upload = async (files: readonly Blob[]) => {
		const form = new FormData();
		form.set("payload_json", "{}");
		for (const [index, file] of files.entries()) form.set(`files[${index}]`, file, "a.bin");
		const headers = { Authorization: `Bot ${playground.token}` };
		const answer = await fetch(`${playground.api}/v10${path}`, {
			method: "POST",
			headers,
			body: form,
		});
		return ((await answer.json()) as { code?: number }).code;
	};
	expect(await upload(many(11, () => new Blob(["a"])))).toBe(40005);
	expect(await upload([new Blob([new Uint8Array(10 * 1024 * 1024 + 1)])])).toBe(40005);
	expect(await upload([new Blob(["a"])])).toBe(undefined);
	const broken = await fetch(`${playground.api}/v10${path}`, {
		method: "POST",
		headers: {
			Authorization: `Bot ${playground.token}`,
			"Content-Type": "multipart/form-data; boundary=x",
		},
		body: "nothing of the kind",
	});
	expect(broken.status).toBe(400);
});

describe("an edit", () => {
	const send = async (body: object) => {
		const path = `/channels/${newsroom(playground)}/messages`;
		const { body: sent } = await ask(playground, "POST", path, body);
		return `${path}/${sent["id"]}`;
	};

	test("cannot take the flag of V2 back, and so takes no content", async () => {
		const path = await send({ flags: v2, components: [text] });
		const same = await ask(playground, "PATCH", path, { flags: 0 });
		expect(same.body["flags"]).toBe(v2);
		const refused = await ask(playground, "PATCH", path, { content: "plain", components: [] });
		expect(codesAt(refused.body["errors"], "content")).toContain(
			"MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
		);
	});

	test("enters V2 when it clears the content", async () => {
		const path = await send({ content: "plain" });
		const refused = await ask(playground, "PATCH", path, { flags: v2, components: [text] });
		expect(refused.status).toBe(400);
		const taken = await ask(playground, "PATCH", path, {
			flags: v2,
			content: null,
			components: [text],
		});
		expect(taken.body).toMatchObject({ flags: v2, content: "" });
	});

	test("may not leave nothing, nor touch what others wrote", async () => {
		const path = await send({ content: "plain" });
		expect((await ask(playground, "PATCH", path, { content: "" })).body["code"]).toBe(50006);
		const said = playground.as(playground.people.member, newsroom(playground)).say("mine");
		const theirs = `/channels/${newsroom(playground)}/messages/${said.id}`;
		expect((await ask(playground, "PATCH", theirs, { content: "a" })).body["code"]).toBe(50005);
		expect((await ask(playground, "DELETE", theirs)).body["code"]).toBe(50013);
		const gone = `/channels/${newsroom(playground)}/messages/1`;
		expect((await ask(playground, "GET", gone)).body["code"]).toBe(10008);
		expect((await ask(playground, "PATCH", path, { colour: 1 })).body["code"]).toBe(50035);
	});
});

test("a request that is sent twice with its nonce makes one message", async () => {
	const path = `/channels/${newsroom(playground)}/messages`;
	const body = { content: "once", nonce: "n1", enforce_nonce: true };
	const first = await ask(playground, "POST", path, body);
	const second = await ask(playground, "POST", path, body);
	expect(second.body["id"]).toBe(first.body["id"]);
});

test("objections to parts that no request leaves out are found all the same", () => {
	const circumstances = { v2: false, uploads: new Map(), kept: new Map() };
	expect(messageObjections({}, circumstances)).toEqual([]);
});
