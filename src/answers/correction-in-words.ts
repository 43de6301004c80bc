import type { Correction, ReportAnchor } from "../claims/corrections.ts";

const DEEDS: Readonly<Record<Correction["kind"], string>> = {
	misread: "Hidden as misread",
	merge: "Joined",
	split: "Made a claim of its own",
	rename: "Renamed",
};

/** What a correction did, and to which reports: "Joined: $3.5 million (harbour-post) and 1 more". */
export function correctionInWords({ kind, reports }: Correction): string {
	return `${DEEDS[kind]}: ${reportsInWords(reports)}`;
}

/** Reports of a correction by the first of them: "$3.5 million (harbour-post) and 1 more". */
export function reportsInWords([first, ...others]: readonly ReportAnchor[]): string {
	if (first === undefined) return "nothing";
	const more = others.length === 0 ? "" : ` and ${others.length} more`;
	return `${first.printed} (${first.article})${more}`;
}
