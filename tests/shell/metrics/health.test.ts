import { expect, test } from "vitest";
import { healthOf, type Patient } from "../../../src/shell/metrics/health.ts";
import { GATEWAY_STATES } from "../../../src/shell/metrics/meter.ts";
import type { Keeper } from "../../../src/shell/storage/keeper.ts";

type Realms = Keeper["realms"];

const reachable: Realms = () => Promise.resolve({ kind: "read", realms: ["installation"] });

function patient(differing: Partial<Omit<Patient, "keeper">>, realms = reachable): Patient {
	return {
		gateway: "ready",
		snapshot: { stories: [], problems: [], revision: "a1b2c3d4", asOf: "2031-05-02T08:00:00.000Z" },
		keeper: { realms },
		now: new Date("2031-05-02T08:01:30.400Z"),
		...differing,
	};
}

test.each(GATEWAY_STATES.map(gateway => [gateway, gateway === "ready" ? "ok" : "failing"]))(
	"with the gateway %s it is %s",
	async (gateway, status) => {
		const health = await healthOf(patient({ gateway }));
		expect(health).toMatchObject({ status, gateway, keeper: { reachable: true } });
	},
);

test("says of when the snapshot is, and which", async () => {
	const { snapshot } = await healthOf(patient({}));
	expect(snapshot).toEqual({
		revision: "a1b2c3d4",
		asOf: "2031-05-02T08:00:00.000Z",
		ageSeconds: 90,
		stories: 0,
	});
});

test("a clock that was put back makes no age below nothing", async () => {
	const { snapshot } = await healthOf(patient({ now: new Date("2031-05-02T07:59:00.000Z") }));
	expect(snapshot.ageSeconds).toBe(0);
});

test("a keeper that fails makes it fail, and says why and what to do", async () => {
	const failure = { reason: "The disk is full", remedy: "make room", error: null };
	const realms: Realms = () => Promise.resolve({ kind: "failed", ...failure });
	expect(await healthOf(patient({}, realms))).toMatchObject({
		status: "failing",
		gateway: "ready",
		keeper: { reachable: false, reason: "The disk is full", remedy: "make room" },
	});
});

test("a keeper that says nothing is not waited for", async () => {
	const realms: Realms = () => new Promise(() => undefined);
	const health = await healthOf(patient({}, realms), 20);
	expect(health).toMatchObject({
		status: "failing",
		keeper: { reachable: false, reason: expect.stringContaining("does not answer") },
	});
});
