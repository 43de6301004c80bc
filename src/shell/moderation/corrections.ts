import type { ChangeOf, Notice } from "../../../commands/command.ts";
import { outletsReporting } from "../../answers/wording.ts";
import type { Claim } from "../../claims/claim.ts";
import { claimMeant } from "../../claims/corrected.ts";
import { type Correction, parseCorrections, writeCorrections } from "../../claims/corrections.ts";
import { cutLine } from "../../present/fitting.ts";
import { pathOfCorrections } from "../../records/paths.ts";
import type { Story } from "../../snapshot.ts";
import type { Deed } from "../storage/keeper.ts";
import { afterwards } from "./afterwards.ts";
import {
	alone,
	isNotice,
	type Job,
	keep,
	ownStory,
	refused,
	standing,
	textAt,
	textOf,
} from "./job.ts";

/** Keeps a correction with its story. */
export function correct(
	job: Job,
	{ story: id, correction }: ChangeOf<"correct">,
): Notice | Promise<Notice> {
	const story = ownStory(job, id);
	if (isNotice(story)) return story;
	return alone(job, { story: id, what: "correction" }, async () => {
		const path = pathOfCorrections(id);
		const states = await standing(job, id);
		if (isNotice(states)) return states;
		const known = parseCorrections(textAt(states, path) ?? "");
		if (known.kind === "fault")
			return refused(`${path}: ${known.fault.reason}`, `${known.fault.remedy}.`);
		const after = textOf(writeCorrections([...known.corrections, correction]));
		const deed = deedOf(story, correction, nameOnRecord);
		const kept = await keep(job, { story: id, deed, intents: [{ path, after }] });
		if (isNotice(kept)) return kept;
		const told = deedOf(story, correction, nameOf);
		return afterwards(job, {
			title: "Corrected",
			text: `${told.kind} ${told.subject}.`,
			story: id,
			number: kept.number,
		});
	});
}

/** What a correction does to which claims, each called as `name` says. */
function deedOf(
	{ claims, articles }: Story,
	correction: Correction,
	name: (claim: Claim | null) => string,
): Deed {
	const { kind, of, reports } = correction;
	const claim = name(claimMeant(claims, correction));
	const [first] = reports;
	const outlet = articles.find(({ article }) => article.id === first?.article)?.article.outlet;
	const report = `“${shorten(first?.printed ?? "")}” of ${outlet ?? first?.article}`;
	switch (kind) {
		case "misread":
			return { kind: "Hid as misread", subject: `${report}, a report of ${claim}` };
		case "split":
			return { kind: "Made a claim of its own of", subject: `${report}, a report of ${claim}` };
		case "merge": {
			const into = name(claimMeant(claims, { of, reports: correction.into }));
			return { kind: "Joined", subject: `${claim} with ${into}` };
		}
		case "rename":
			return { kind: "Renamed", subject: `${claim}, now “${correction.label}”` };
	}
}

function nameOf(claim: Claim | null): string {
	return claim === null ? "a claim that is gone" : `“${shorten(claim.label)}”`;
}

/** A statement and a quotation are called by an outlet's own sentence, which is not to stay on record when its article goes. */
function nameOnRecord(claim: Claim | null): string {
	if (claim?.kind !== "statement" && claim?.kind !== "quotation") return nameOf(claim);
	return `a ${claim.kind} of ${outletsReporting(claim)[0]}`;
}

/** As much of a name as is told in a line. */
const SHOWN = 80;

function shorten(words: string): string {
	return cutLine(words, shown => shown.length <= SHOWN);
}
