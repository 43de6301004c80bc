import type { Claim } from "../claims/claim.ts";
import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { showClaim } from "./claim.ts";
import { narrowClaim } from "./narrow.ts";
import type { Question } from "./question.ts";
import { restingIn } from "./resting.ts";
import { positionInWords } from "./sections.ts";
import { ANSWERS } from "./sentences.ts";
import { counted, listed, outletsReporting } from "./wording.ts";

const PRICE = /\b(?:prices?|costs?|value|worth|sum)\b/iu;
const PRICED = 0.5;

/** The claim on which outlets are asked to agree: of prices, where nothing tells them apart, what most outlets print. */
function claimMeant(story: Story, { topic, text }: Question): Claim | undefined {
	const matches = story.index.match(topic);
	if (PRICE.test(text)) {
		// No outlet need call it a price.
		const wanted = topic.map(term => (PRICE.test(term.word) ? { ...term, needed: false } : term));
		const priced = story.index
			.match(wanted)
			.filter(
				({ claim, score }) =>
					claim.kind === "figure" && /^[A-Z]{3}\b/.test(claim.unit ?? "") && score >= PRICED,
			);
		const told = ({ claim }: { readonly claim: Claim }) => outletsReporting(claim).length;
		const ranked = topic.length > 1 ? priced : priced.toSorted((a, b) => told(b) - told(a));
		if (ranked[0] !== undefined) return ranked[0].claim;
	}
	return matches.find(
		({ claim, score }) => (claim.kind === "figure" || claim.kind === "date") && score >= ANSWERS,
	)?.claim;
}

function relationInWords(claim: Claim, about: string): string {
	if (claim.positions.length > 1) return `They differ on ${about}.`;
	const { length } = outletsReporting(claim);
	const resting = restingIn(claim, [...claim.reports.keys()]);
	return `They agree on ${about}, printed by ${length} of ${counted(length, "outlet")}${resting}.`;
}

/**
 * The answer to a question whether some outlets by name agree on a figure or day: what each prints, or
 * that one of them prints none; null for another question, or where no figure or day fits.
 */
export function answerAgreement(story: Story, question: Question): Answer | null {
	const { want, outlets } = question;
	if (want !== "agreement" || outlets.length < 2) return null;
	const claim = claimMeant(story, question);
	if (claim === undefined) return null;
	const [narrow] = narrowClaim(claim, outlets);
	if (narrow === undefined) {
		const shown = showClaim(story, claim);
		return { ...shown, text: `No report of this was found in ${listed(outlets)}. ${shown.text}` };
	}
	const printed = listed(narrow.positions.map(position => positionInWords(narrow, position)));
	const silent = narrow.silent;
	const about = `${narrow.label}: ${printed}`;
	const text =
		silent.length > 0
			? `No report of this was found in ${listed(silent)}. ${about}.`
			: relationInWords(narrow, about);
	return { ...showClaim(story, narrow), claims: [claim], text };
}
