import type { Claim } from "../../src/claims/claim.ts";
import type { Records } from "../../src/records/records.ts";
import type { Story } from "../../src/snapshot.ts";

/** A claim that members say looks wrong. */
export interface Doubt {
	readonly claim: Claim;
	/** How often it was said. */
	readonly times: number;
}

/** The claims of a story that members say look wrong, and that are still there. */
export function doubtsOf(story: Story, { flags }: Records): readonly Doubt[] {
	return flags
		.filter(flag => flag.story === story.id)
		.flatMap(({ claim: id, times }) => {
			const claim = story.claims.find(known => known.id === id);
			return claim === undefined ? [] : [{ claim, times }];
		});
}
