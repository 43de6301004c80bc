import { describe, expect, it } from "vitest";
import { createInFlight } from "../../../src/shell/discord/in-flight.ts";

describe("createInFlight", () => {
	it("has nothing to wait for at first", async () => {
		expect(await createInFlight().settle(1000)).toBe(true);
	});

	it("waits for what is under way, and for what begins meanwhile", async () => {
		const inFlight = createInFlight();
		const done: string[] = [];
		const step = async (name: string) => {
			await new Promise(resolve => setTimeout(resolve, 5));
			done.push(name);
		};
		inFlight.track(step("first").then(() => inFlight.track(step("second"))));
		expect(await inFlight.settle(1000)).toBe(true);
		expect(done).toEqual(["first", "second"]);
	});

	it("takes failures as done", async () => {
		const inFlight = createInFlight();
		inFlight.track(Promise.reject(new Error("x")));
		expect(await inFlight.settle(1000)).toBe(true);
	});

	it("gives up after a while", async () => {
		const inFlight = createInFlight();
		inFlight.track(new Promise(() => undefined));
		expect(await inFlight.settle(5)).toBe(false);
	});
});
