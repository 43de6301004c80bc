import { Readable, Writable } from "node:stream";
import { expect, test } from "vitest";
import { printEach } from "../../../src/shell/terminal/item-programs.ts";
import { printerTo } from "../../../src/shell/terminal/printer.ts";

test("an answer that fails is told on its line, and the next is given", async () => {
	const lines: string[] = [];
	const stdout = new Writable({
		write: (chunk, _encoding, done) => {
			lines.push(String(chunk));
			done();
		},
	});
	const session = {
		input: Readable.from(['{"id": 1, "text": "odd"}\n{"id": 2, "text": "even"}\n']),
		out: printerTo(stdout),
	};
	const code = await printEach(session, ({ id, text }) => {
		if (text === "odd") throw new RangeError("too odd");
		return { id, text };
	});
	expect(code).toBe(1);
	expect(lines).toEqual([
		'{"id":1,"error":"line 1: failed (too odd)"}\n',
		'{"id":2,"text":"even"}\n',
	]);
});
