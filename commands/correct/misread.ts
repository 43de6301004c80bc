import { correctReport } from "./of-report.ts";

/** `/correct misread`: hides a report that the program misread. */
export const correctMisread = correctReport({
	kind: "misread",
	description: "Hide a report that was misread; it is counted as hidden",
	question: "Which report was misread?",
	refuse: () => null,
});
