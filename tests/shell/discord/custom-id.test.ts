import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	decodeTap,
	encodeTap,
	shortRevision,
	type Tap,
} from "../../../src/shell/discord/custom-id.ts";

const long = "how many ships did the port count in the week before the storm, and who says so? "
	.repeat(2)
	.trim();

describe("encodeTap", () => {
	it("carries a whole command where it fits", () => {
		const tap: Tap = { kind: "run", ask: { name: "claim", values: { text: "50% ~ rent" } } };
		expect(encodeTap(tap, null)).toEqual({
			id: "r~claim~text=50%25 %7E rent",
			readsQuestion: false,
		});
	});

	it("leaves out what the message shows", () => {
		const ask = { name: "ask", values: { question: long, story: "mill-fire" } };
		const tap: Tap = { kind: "page", ask, page: 2, revision: "a1b2c3d4" };
		const encoded = encodeTap(tap, long);
		expect(encoded).toEqual({
			id: "p~2~a1b2c3d4~ask~question*~story=mill-fire",
			readsQuestion: true,
		});
		expect(decodeTap(encoded?.id ?? "", long)).toEqual(tap);
	});

	it.each([
		["nothing shows the value", null],
		["something else is shown", "rent"],
		["what is shown does not come back", `${long}\u200B`],
	])("gives none where %s", (_why, question) => {
		const values = { question: question === null || question === "rent" ? long : question };
		expect(encodeTap({ kind: "run", ask: { name: "ask", values } }, question)).toBeNull();
	});

	it("gives none where the rest is still too long", () => {
		const values = { question: long, topic: "x".repeat(90) };
		expect(encodeTap({ kind: "run", ask: { name: "ask", values } }, long)).toBeNull();
	});
});

describe("decodeTap", () => {
	it.each([
		"",
		"here",
		"r",
		"x~1~rev~claim",
		"p~one~rev~claim",
		"p~-1~rev~claim",
		"p~1",
		"r~claim~text",
		"r~claim~=x",
		"r~ask~question*",
		"k~1~rev",
	])("makes nothing of %j", id => {
		expect(decodeTap(id, null)).toBeNull();
	});

	it.each([
		["m", { kind: "menu", leads: "beside" }],
		["w", { kind: "menu", leads: "in place" }],
		["o", { kind: "menu", leads: "channel" }],
		[
			"k~3~rev~help",
			{ kind: "pick", place: 3, revision: "rev", ask: { name: "help", values: {} } },
		],
	])("reads %s", (id, tap) => {
		expect(decodeTap(id, null)).toEqual(tap);
	});

	it("gives back what was carried", () => {
		const word = fc.stringMatching(/^[a-z]{1,8}$/);
		const values = fc.dictionary(word, fc.string({ maxLength: 80 }), { maxKeys: 3 });
		const ask = fc.record({ name: word, values });
		const revision = fc.stringMatching(/^[0-9a-f]{8}$/);
		const tap: fc.Arbitrary<Tap> = fc.oneof(
			fc.record({ kind: fc.constant("run"), ask }),
			fc.record({ kind: fc.constant("page"), ask, page: fc.nat(999), revision }),
			fc.record({ kind: fc.constant("pick"), ask, place: fc.nat(99), revision }),
		) as fc.Arbitrary<Tap>;
		fc.assert(
			fc.property(tap, tap => {
				const encoded = encodeTap(tap, null);
				if (encoded === null) return;
				expect(encoded.id.length).toBeLessThanOrEqual(100);
				expect(decodeTap(encoded.id, null)).toEqual(tap);
			}),
		);
	});
});

describe("shortRevision", () => {
	it("keeps the beginning", () => {
		expect(shortRevision("0123456789abcdef")).toBe("01234567");
	});
});
