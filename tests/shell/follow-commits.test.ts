import { expect, test, vi } from "vitest";
import type { RefreshOutcome } from "../../src/refresh-outcome.ts";
import { followCommits } from "../../src/shell/follow-commits.ts";
import type { Keeper, KeeperNotice } from "../../src/shell/storage/keeper.ts";

const NOTHING = { new: [], changed: [], gone: [] };
const REFRESHED: RefreshOutcome = {
	kind: "refreshed",
	story: null,
	diff: { articles: NOTHING, claims: NOTHING, turns: [] },
	problems: [],
	before: "a",
	after: "b",
};
const FAILED: RefreshOutcome = {
	kind: "failed",
	reason: "The disk is full",
	remedy: "r",
	error: null,
};

/** Follows with a library that gives this outcome; `tell` is what the keeper says. */
function follow(outcome: RefreshOutcome) {
	let tell: (notice: KeeperNotice) => void = () => undefined;
	const ended = vi.fn();
	const watch: Keeper["watch"] = listener => {
		tell = listener;
		return ended;
	};
	const library = {
		reload: vi.fn(async () => outcome),
		reloadAll: vi.fn(async () => [outcome]),
	};
	const warn = vi.fn();
	const stop = followCommits({ watch }, library, { warn });
	return { tell: (notice: KeeperNotice) => tell(notice), library, warn, stop, ended };
}

test("what another process commits in a realm is read again", () => {
	const { tell, library } = follow(REFRESHED);
	tell({ kind: "committed", realm: "server-1", number: 4 });
	expect(library.reload).toHaveBeenCalledWith("server-1", null);
	expect(library.reloadAll).not.toHaveBeenCalled();
});

test("when it is not known what was changed, all is read again", () => {
	const { tell, library } = follow(REFRESHED);
	tell({ kind: "unknown" });
	expect(library.reloadAll).toHaveBeenCalledOnce();
	expect(library.reload).not.toHaveBeenCalled();
});

test.each<[string, KeeperNotice]>([
	["a commit that cannot be served", { kind: "committed", realm: "installation", number: 1 }],
	["an interruption that cannot be served", { kind: "unknown" }],
	["a watch that fails", { kind: "failed", reason: "The disk is full", remedy: "r", error: null }],
])("the log says why: %s", async (_, notice) => {
	const { tell, warn } = follow(FAILED);
	tell(notice);
	await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
	expect(warn.mock.calls[0]?.[0]).toEqual({ reason: "The disk is full", error: null });
});

test("ends with the watching", () => {
	const { stop, ended } = follow(REFRESHED);
	stop();
	expect(ended).toHaveBeenCalledOnce();
});
