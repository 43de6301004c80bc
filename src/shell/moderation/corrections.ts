import type { ChangeOf, Notice } from "../../../commands/command.ts";
import { type Correction, parseCorrections, writeCorrections } from "../../claims/corrections.ts";
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

const DEEDS: Readonly<Record<Correction["kind"], string>> = {
	misread: "Hid as misread",
	merge: "Joined a claim with another",
	split: "Made a claim of its own",
	rename: "Renamed a claim",
};

/** Keeps a correction with its story. */
export function correct(
	job: Job,
	{ story: id, correction }: ChangeOf<"correct">,
): Notice | Promise<Notice> {
	const story = ownStory(job, id);
	if (isNotice(story)) return story;
	return alone(job, { story: id, what: "correction" }, async () => {
		const path = `${id}/corrections.yaml`;
		const states = await standing(job, id);
		if (isNotice(states)) return states;
		const known = parseCorrections(textAt(states, path) ?? "");
		if (known.kind === "fault")
			return refused(`${path}: ${known.fault.reason}`, `${known.fault.remedy}.`);
		const after = textOf(writeCorrections([...known.corrections, correction]));
		const subject = subjectOf(correction);
		const deed = { kind: DEEDS[correction.kind], subject };
		const kept = await keep(job, { story: id, deed, intents: [{ path, after }] });
		if (isNotice(kept)) return kept;
		return afterwards(job, {
			title: "Corrected",
			text: `${deed.kind}: ${subject}.`,
			story: id,
			number: kept.number,
		});
	});
}

function subjectOf(correction: Correction): string {
	const [first] = correction.reports;
	const words = first === undefined ? "" : `“${first.printed}” (${first.article})`;
	return correction.kind === "rename" ? `${words}, now “${correction.label}”` : words;
}
