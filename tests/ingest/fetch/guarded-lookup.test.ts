import type { LookupAddress } from "node:dns";
import { isIP } from "node:net";
import { describe, expect, test } from "vitest";
import {
	guardLookup,
	lookupThrough,
	type Resolve,
} from "../../../src/ingest/fetch/guarded-lookup.ts";

function answering(...addresses: readonly string[]): Resolve {
	return () => Promise.resolve(addresses.map(address => ({ address, family: isIP(address) })));
}

type Lookup = ReturnType<typeof guardLookup>;

function lookUp(lookup: Lookup, all: boolean): Promise<string | readonly LookupAddress[]> {
	return new Promise((resolve, reject) => {
		lookup("lantern.com", { all }, (error, found) => (error ? reject(error) : resolve(found)));
	});
}

describe("what a socket is given to connect to", () => {
	test("one address or all of them, as it asks", async () => {
		const lookup = guardLookup(answering("93.184.216.34", "2606:4700::1"));
		expect(await lookUp(lookup, false)).toBe("93.184.216.34");
		expect(await lookUp(lookup, true)).toEqual([
			{ address: "93.184.216.34", family: 4 },
			{ address: "2606:4700::1", family: 6 },
		]);
	});

	test("only public ones of an answer that mixes them", async () => {
		const lookup = guardLookup(answering("10.0.0.1", "93.184.216.34", "::1"));
		expect(await lookUp(lookup, true)).toEqual([{ address: "93.184.216.34", family: 4 }]);
	});

	test.each([
		["127.0.0.1", "lantern.com stands for 127.0.0.1, a loopback address"],
		["169.254.169.254", "lantern.com stands for 169.254.169.254, a cloud's metadata address"],
		["::ffff:127.0.0.1", "lantern.com stands for ::ffff:127.0.0.1, an IPv4-mapped address"],
		["fe80::1%eth0", "lantern.com stands for fe80::1%eth0, a link-local address"],
	])("nothing where the name stands for %s", async (address, message) => {
		await expect(lookUp(guardLookup(answering(address)), true)).rejects.toThrow(message);
	});

	test("nothing of a name that changed its answer since it was looked at", async () => {
		const answers = ["93.184.216.34", "127.0.0.1"];
		const lookup = guardLookup(() =>
			Promise.resolve([{ address: answers.shift() ?? "", family: 4 }]),
		);
		expect(await lookUp(lookup, false)).toBe("93.184.216.34");
		await expect(lookUp(lookup, false)).rejects.toThrow("127.0.0.1, a loopback address");
	});

	test("anything for a host that is allowed", async () => {
		expect(await lookUp(lookupThrough(answering("127.0.0.1")), false)).toBe("127.0.0.1");
	});

	test("an error where there is no address at all", async () => {
		await expect(lookUp(guardLookup(answering()), true)).rejects.toMatchObject({
			code: "ENOTFOUND",
		});
	});
});
