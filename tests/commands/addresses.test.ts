import { describe, expect, test } from "vitest";
import { addressesIn } from "../../commands/addresses.ts";

describe("addressesIn", () => {
	test.each<readonly [string, readonly string[]]>([
		["https://a.example/1", ["https://a.example/1"]],
		["https://a.example/1  b.example/2", ["https://a.example/1", "b.example/2"]],
		["https://a.example/1, https://b.example/2;", ["https://a.example/1", "https://b.example/2"]],
		["https://a.example/1,https://b.example/2", ["https://a.example/1", "https://b.example/2"]],
		["<https://a.example/1>", ["https://a.example/1"]],
		["<https://a.example/1>,<b.example/2>", ["https://a.example/1", "b.example/2"]],
		["<https://a.example/1><https://b.example/2>", ["https://a.example/1", "https://b.example/2"]],
		["https://a.example/rents,rise,again", ["https://a.example/rents,rise,again"]],
		["https://a.example/1 https://a.example/1/ a.example/1#top", ["https://a.example/1"]],
		["https://a.example/1 https://a.example/2", ["https://a.example/1", "https://a.example/2"]],
		[" , ", []],
	])("of %j", (typed, addresses) => {
		expect(addressesIn(typed)).toEqual(addresses);
	});
});
