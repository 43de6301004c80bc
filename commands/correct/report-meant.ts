import type { Claim, Report } from "../../src/claims/claim.ts";
import { anchorOfReport } from "../../src/claims/corrections.ts";
import { shortHash } from "../../src/claims/identity.ts";
import type { Story } from "../../src/snapshot.ts";
import type { Command, Outcome, Values } from "../command.ts";
import { button, notice } from "../notice.ts";
import { optional } from "../options.ts";

/** Which report of a claim is meant. */
export const reportOption = optional(
	"report",
	"Which report; a list to choose from where left out",
);

/** What a report is called on a button: the same as long as its words stand. */
export function reportKey(report: Report): string {
	return shortHash(JSON.stringify(anchorOfReport(report))).slice(0, 8);
}

/** The report that is meant, or a list of the claim's reports to choose from. */
export function reportMeant(
	story: Story,
	claim: Claim,
	{ command, values, title }: ReportChoice,
): Report | Outcome {
	const named = claim.reports.find(report => reportKey(report) === values["report"]);
	if (named !== undefined) return named;
	const entries = claim.reports.map(({ outlet, printed, excerpt }) => ({
		label: outlet,
		published: null,
		excerpt,
		remarks: [`printed: ${printed}`],
		changes: [],
	}));
	const choices = claim.reports.map(report =>
		button(`${report.outlet}: ${report.printed}`, command, {
			story: story.id,
			claim: claim.id,
			report: reportKey(report),
		}),
	);
	const sections = [{ heading: "Reports", entries }];
	return notice(title, `The claim is “${claim.label}”.`, { sections, choices });
}

/** What is asked, and by which command. */
export interface ReportChoice {
	readonly command: Pick<Command, "name">;
	readonly values: Values;
	readonly title: string;
}
