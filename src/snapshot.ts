import type { Claim } from "./claims/claim.ts";
import type { ArticleText } from "./corpus/passage.ts";
import type { Problem } from "./corpus/problem.ts";

/** One story with all that is derived from its articles. */
export interface Story {
	/** The folder's name. */
	readonly id: string;
	readonly title: string;
	/** Other names that members may call it by. */
	readonly aliases: readonly string[];
	readonly articles: readonly ArticleText[];
	readonly claims: readonly Claim[];
	/** A short hash of the articles' texts. */
	readonly revision: string;
}

/** The whole corpus with all that is derived from it, immutable. */
export interface Snapshot {
	readonly stories: readonly Story[];
	readonly problems: readonly Problem[];
	readonly revision: string;
	/** ISO 8601 time at which the corpus was read. */
	readonly asOf: string;
}
