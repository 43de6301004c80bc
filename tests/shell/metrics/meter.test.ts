import { describe, expect, test } from "vitest";
import type { Change, Notice } from "../../../commands/command.ts";
import type { RefreshFailure } from "../../../src/refresh-outcome.ts";
import { createLibrary } from "../../../src/shell/library.ts";
import {
	type Asked,
	meteredCarryOut,
	meteredLibrary,
	type Reread,
} from "../../../src/shell/metrics/meter.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";
import { ONE_STORY } from "../discord/harbour.ts";

describe("meteredLibrary", () => {
	async function open() {
		const told: Reread[] = [];
		const library = await createLibrary({
			read: () => Promise.resolve(ONE_STORY),
			build: buildSnapshot,
			clock: () => new Date(0),
		});
		return { told, library: meteredLibrary(library, { reread: reread => told.push(reread) }) };
	}

	test("tells what came of each reading, and how long it took", async () => {
		const { told, library } = await open();
		await library.refresh(null);
		await library.refresh("no-such-story");
		await library.reload("installation", null);
		expect(told.map(({ outcome }) => outcome)).toEqual(["refreshed", "no such story", "refreshed"]);
		expect(told.every(({ milliseconds }) => milliseconds > 0 && milliseconds < 60_000)).toBe(true);
	});

	test("gives what the library gives", async () => {
		const { library } = await open();
		const outcome = await library.refresh("nowhere");
		expect((outcome as RefreshFailure).reason).toContain("nowhere");
		expect(library.current().stories).toHaveLength(ONE_STORY.stories.length);
	});
});

describe("meteredCarryOut", () => {
	const change: Change = { kind: "undo", number: 1 };
	const asker = { by: "terminal", server: null, channel: null };
	const notice: Notice = { title: "", text: "", sections: [], choices: [], refusal: false };

	test.each([
		[{ ...notice, refusal: false }, "done"],
		[{ ...notice, refusal: true }, "refused"],
	])("a notice whose refusal says so counts as %o", async (given, outcome) => {
		const told: Asked[] = [];
		const carryOut = meteredCarryOut(() => Promise.resolve(given), {
			asked: asked => told.push(asked),
		});
		expect(await carryOut(change, asker, () => undefined)).toBe(given);
		expect(told).toEqual([{ kind: "undo", outcome }]);
	});

	test("what throws counts as failed, and is thrown on", async () => {
		const told: Asked[] = [];
		const carryOut = meteredCarryOut(() => Promise.reject(new Error("torn")), {
			asked: asked => told.push(asked),
		});
		await expect(carryOut(change, asker, () => undefined)).rejects.toThrow("torn");
		expect(told).toEqual([{ kind: "undo", outcome: "failed" }]);
	});
});
