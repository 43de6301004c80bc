import type { Edit } from "../corpus/edits.ts";
import type { Report } from "./claim.ts";

/**
 * How the sentence of a report was edited since it was published: what exchanged a number first, and
 * nothing where it reads as it always did. `edits` are those of the report's story.
 */
export function editsOfReport(
	{ article, excerpt }: Pick<Report, "article" | "excerpt">,
	edits: readonly Edit[],
): readonly Edit[] {
	return edits.filter(
		edit =>
			edit.article === article &&
			edit.after !== null &&
			edit.after.start < excerpt.end &&
			excerpt.start < edit.after.end,
	);
}
