import type { Notice } from "../../../commands/command.ts";
import type { Entry, Section } from "../../answers/answer.ts";
import { positionInWords } from "../../answers/sections.ts";
import { counted } from "../../answers/wording.ts";
import type { Agreement, Claim, ClaimKind } from "../../claims/claim.ts";
import type { Story } from "../../snapshot.ts";

const HEADINGS: readonly (readonly [ClaimKind, string])[] = [
	["figure", "Figures"],
	["date", "Dates"],
	["attribution", "Attributions"],
	["quotation", "Quotations"],
	["statement", "Statements"],
];

const AGREEMENTS: Readonly<Record<Agreement, string>> = {
	agree: "agree",
	differ: "differ",
	single: "one report",
};

/** Every claim of a story in a line or two each, by kind: what it is, and who prints what. */
export function noticeOfClaims(story: Story): Notice {
	const sections = HEADINGS.map(([kind, heading]): Section => {
		const claims = story.claims.filter(claim => claim.kind === kind);
		return { heading: `${heading} (${claims.length})`, entries: claims.map(entryOf) };
	});
	return {
		title: `Claims of ${story.title}`,
		text: `${counted(story.claims.length, "claim")}.`,
		sections: sections.filter(({ entries }) => entries.length > 0),
		choices: [],
		refusal: false,
	};
}

function entryOf(claim: Claim): Entry {
	const positions = claim.positions.map(position => positionInWords(claim, position));
	const difference = claim.difference.length === 0 ? "" : ` (${claim.difference.join(", ")})`;
	return {
		label: claim.label,
		published: null,
		excerpt: null,
		remarks: [`${AGREEMENTS[claim.agreement]}${difference}`, ...positions],
		changes: [],
	};
}
