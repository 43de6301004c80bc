import { describe, expect, test } from "vitest";
import { decodeText } from "../../../src/ingest/fetch/decode-text.ts";
import { getFrom, pageIn } from "./stage.ts";

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const utf16 = (text: string): Uint8Array => Buffer.from(text, "utf16le");
const utf16be = (text: string): Uint8Array => Buffer.from(text, "utf16le").swap16();
const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
	Buffer.concat(
		parts.map(part => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.of(part))),
	);

describe("the text that bytes stand for", () => {
	test.each([
		["UTF-8 by its header", utf8("Zürich, 5 €"), "utf-8", "Zürich, 5 €", "utf-8"],
		["UTF-8 against its header", utf8("Zürich, 5 €"), "iso-8859-1", "Zürich, 5 €", "utf-8"],
		[
			"UTF-8 against its meta element",
			utf8('<meta charset="windows-1251">Zürich'),
			null,
			'<meta charset="windows-1251">Zürich',
			"utf-8",
		],
		["UTF-8 with a byte order mark", utf8("\ufeffa"), null, "a", "utf-8"],
		["ASCII by the name of another", utf8("plain"), "windows-1251", "plain", "utf-8"],
		["nothing", utf8(""), null, "", "utf-8"],
		[
			"the quotation marks of windows-1252",
			bytes(0x93, "a", 0x94, 0x80, 0x97),
			"windows-1252",
			"“a”€—",
			"windows-1252",
		],
		[
			"windows-1252 by the name of ISO 8859-1",
			bytes(0x93, "a", 0x94),
			"ISO-8859-1",
			"“a”",
			"windows-1252",
		],
		["windows-1252 where nobody says", bytes("caf", 0xe9), null, "café", "windows-1252"],
		["windows-1252 by an unknown label", bytes("caf", 0xe9), "klingon", "café", "windows-1252"],
		["UTF-7, which is never read", bytes("+ADw-script+AD4-"), "utf-7", "+ADw-script+AD4-", "utf-8"],
		["UTF-7 that is not ASCII", bytes("+ADw-", 0xe9), "utf-7", "+ADw-é", "windows-1252"],
		[
			"windows-1251 by its meta element",
			bytes('<meta charset="windows-1251">', 0xcc, 0xe8, 0xf0),
			null,
			'<meta charset="windows-1251">Мир',
			"windows-1251",
		],
		[
			"windows-1251 by an old meta element",
			bytes(
				'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
				0xcc,
				0xe8,
				0xf0,
			),
			null,
			'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Мир',
			"windows-1251",
		],
		[
			"the header before the meta element",
			bytes('<meta charset="windows-1251">', 0xcc, 0xe8, 0xf0),
			"koi8-r",
			'<meta charset="windows-1251">лХП',
			"koi8-r",
		],
		[
			"windows-1251 by an XML declaration",
			bytes("<?xml version='1.0' encoding='windows-1251'?><a>", 0xcc, 0xe8, 0xf0),
			null,
			"<?xml version='1.0' encoding='windows-1251'?><a>Мир",
			"windows-1251",
		],
		["UTF-16LE with its mark", bytes(0xff, 0xfe, "a", 0, "b", 0), null, "ab", "utf-16le"],
		["UTF-16BE with its mark", bytes(0xfe, 0xff, 0, "a", 0, "b"), null, "ab", "utf-16be"],
		["a mark against the header", bytes(0xff, 0xfe, "a", 0), "iso-8859-1", "a", "utf-16le"],
		["UTF-16LE by its header", utf16("plain"), "utf-16le", "plain", "utf-16le"],
		["UTF-16BE by its header", utf16be("plain"), "utf-16be", "plain", "utf-16be"],
		["UTF-8 by the name of UTF-16", utf8("plain"), "utf-16le", "plain", "utf-8"],
		["half a pair of UTF-16", utf16("a\ud800b"), "utf-16le", "a\ufffdb", "utf-16le"],
		["Shift JIS", bytes(0x93, 0xfa, 0x96, 0x7b), "shift_jis", "日本", "shift_jis"],
		["GBK", bytes(0xd6, 0xd0, 0xce, 0xc4), "gb2312", "中文", "gbk"],
		["EUC-KR", bytes(0xc7, 0xd1), "euc-kr", "한", "euc-kr"],
		["Big5", bytes(0xa4, 0xa4), "big5", "中", "big5"],
		["ISO-2022-JP", bytes(0x1b, "$BF|K\\", 0x1b, "(B"), "iso-2022-jp", "日本", "iso-2022-jp"],
		["an encoding that is unsafe", bytes("caf", 0xe9), "iso-2022-kr", "caf\ufffd", "utf-8"],
		["NUL characters", utf8("\0a\0b\0"), null, "ab", "utf-8"],
	])("%s", (_name, raw, label, text, charset) => {
		expect(decodeText(raw, label)).toEqual({ text, charset });
	});
});

describe("the encoding of an answer", () => {
	test.each([
		["text/html; charset=windows-1252", "“a”"],
		['text/html; charset="Windows-1252"', "“a”"],
		["text/html;charset=iso-8859-1", "“a”"],
		["text/html", "“a”"],
		["text/html; charset=", "“a”"],
		["text/html; charset=koi8-r; charset=windows-1252", "⌠a■"],
	])("%s", async (type, text) => {
		const fetched = await getFrom((_request, response) => {
			response.setHeader("content-type", type);
			response.end(bytes(0x93, "a", 0x94));
		});
		expect(pageIn(fetched).text).toBe(text);
	});
});
