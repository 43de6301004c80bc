import { matchClaims } from "../src/answers/match.ts";
import type { Claim } from "../src/claims/claim.ts";
import type { Story } from "../src/snapshot.ts";
import type { Command, Option, Outcome, Values } from "./command.ts";
import { button, refusal } from "./notice.ts";
import { required } from "./options.ts";

/** Which claim is meant: by its label or its id. */
export const claimOption = required("claim", "Which claim, as /claim calls it", true);

/** The labels of the claims that fit what was typed, best first. */
export function completeClaim(story: Story, typed: string): readonly string[] {
	const claims = typed === "" ? story.claims : matchClaims(story, typed).map(({ claim }) => claim);
	return claims.map(({ label }) => label);
}

/** The one claim that an option names, or a refusal that offers those that come near. */
export function claimMeant(
	story: Story,
	command: Pick<Command, "name">,
	values: Values,
	{ name }: Pick<Option, "name"> = claimOption,
): Claim | Outcome {
	const typed = values[name] ?? "";
	const wanted = typed.toLowerCase();
	const named = story.claims.filter(
		({ id, label }) => id === typed || label.toLowerCase() === wanted,
	);
	const [only, ...others] = named;
	if (only !== undefined && others.length === 0) return only;
	const near = named.length > 0 ? named : matchClaims(story, typed).map(({ claim }) => claim);
	const choices = near.map(({ id, label }) =>
		button(label, command, { ...values, story: story.id, [name]: id }),
	);
	return refusal("Which claim?", whyNone(story, typed, near.length > 0), choices);
}

/** What a claim's id begins with. Only buttons and the terminal carry ids: nobody in a channel knows them. */
const ID = /^(?:figure|date|quotation|attribution|statement)-[a-z\d]{10}(?:-\d+)?$/u;

function whyNone({ title }: Story, typed: string, isAnyNear: boolean): string {
	if (ID.test(typed)) {
		return `The claim that was meant is not among those of ${title} as they are now; see /figures for what there is.`;
	}
	const what = isAnyNear ? "choose one." : "see /figures for what there is.";
	return `No single claim is called "${typed}"; ${what}`;
}
