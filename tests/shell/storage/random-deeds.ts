import { randomUUID } from "node:crypto";
import { draftUndoing } from "../../../src/shell/storage/drafts.ts";
import type { DocumentState, Draft } from "../../../src/shell/storage/keeper.ts";
import { ABSENT, documents, draft, HIDDEN, history, text, write } from "./drafting.ts";
import type { Deed } from "./killed-child.ts";

const PATHS = [
	"channels.yaml",
	"lake/a.md",
	"lake/b.md",
	"lake/story.yaml",
	"dam/revisions/a@1.md",
];

/** Does something to a few documents: writes some, takes something back, purges, forgets. */
export const deed: Deed = async (keeper, random) => {
	const pick = <T>(some: readonly T[]): T | undefined => some[Math.floor(random() * some.length)];
	const found = new Map(
		(await documents(keeper, "installation")).map(one => [one.path, one.state]),
	);
	const stateOf = (path: string): DocumentState => found.get(path) ?? ABSENT;
	const roll = random();
	if (roll < 0.2) {
		const entry = pick((await history(keeper, "installation")).slice(0, 3));
		const undoing = entry && draftUndoing(entry, entry);
		if (undoing) await keeper.commit("installation", undoing);
	} else if (roll < 0.3) {
		const path = pick(PATHS) ?? "";
		await keeper.commit("installation", purging(path, stateOf(path)));
	} else {
		const paths = PATHS.filter(() => random() < 0.6);
		const writes = paths.map(path => write(path, stateOf(path), stateAfter(random)));
		await keeper.commit("installation", draft(writes));
	}
};

function purging(path: string, state: DocumentState): Draft {
	return draft([write(path, state, ABSENT)], { purges: [path] });
}

/** Texts are all different, and some longer than what a disk writes at a stroke. */
function stateAfter(random: () => number): DocumentState {
	const roll = random();
	if (roll < 0.15) return ABSENT;
	if (roll < 0.3) return HIDDEN;
	return text(`${randomUUID()}\n`.repeat(roll < 0.4 ? 500 : 5));
}
