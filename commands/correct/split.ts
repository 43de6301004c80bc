import { refusal } from "../notice.ts";
import { correctReport } from "./of-report.ts";

/** `/correct split`: makes a report a claim of its own. */
export const correctSplit = correctReport({
	kind: "split",
	description: "Make a report a claim of its own, where it speaks of another thing",
	question: "Which report is of another thing?",
	refuse: ({ label, reports }) =>
		reports.length > 1 ? null : refusal("Nothing to split", `“${label}” has one report only.`),
});
