import type { Notice } from "../../commands/command.ts";
import type { Entry, Section } from "../answers/answer.ts";
import { correctionInWords } from "../answers/correction-in-words.ts";
import { counted } from "../answers/wording.ts";
import type { Agreement } from "../claims/claim.ts";
import type { Problem } from "../corpus/problem.ts";
import type { RefreshOutcome, RefreshReport } from "../refresh-outcome.ts";
import type { CorrectionsDiff, ListDiff } from "../snapshot-diff.ts";

const AGREEMENTS: Readonly<Record<Agreement, string>> = {
	agree: "outlets agree",
	differ: "reports differ",
	single: "one report",
};

const CHANGES = ["new", "changed", "gone"] as const;

/** What a refresh did, or why it did nothing, as a notice: counts first, then names. */
export function noticeOfRefresh(outcome: RefreshOutcome): Notice {
	if (outcome.kind !== "refreshed") return refusalOf(outcome.reason, outcome.remedy);
	return {
		title: outcome.story === null ? "Corpus read again" : `Story ${outcome.story} read again`,
		text: summaryOf(outcome),
		sections: changeSections(outcome),
		choices: [],
		refusal: false,
	};
}

/** What cannot be read, and what a reading changed, by name: articles, claims, positions that turned. */
export function changeSections({
	diff,
	problems,
}: Pick<RefreshReport, "diff" | "problems">): readonly Section[] {
	// What does not fit a message is what stands last.
	const sections: readonly Section[] = [
		problemSection(problems),
		correctionSection(diff.corrections),
		changeSection(diff.articles, {
			heading: "Articles",
			rest: "/article list shows what is held",
			name: ({ outlet, story, id }) => `${outlet} (${story}/${id})`,
		}),
		changeSection(diff.claims, {
			heading: "Claims",
			rest: "/figures and /source show what is held",
			name: ({ label }) => label,
		}),
		{
			heading: "Positions that turned",
			entries: diff.turns.map(({ claim, before, after }) =>
				line(claim.label, `now ${AGREEMENTS[after]}; before, ${AGREEMENTS[before]}`),
			),
		},
	];
	return sections.filter(({ entries }) => entries.length > 0);
}

/** Files that cannot be read, each with the reason and the remedy; no entries where there are none. */
export function problemSection(problems: readonly Problem[]): Section {
	const entries = problems.map(({ file, reason, remedy }) => line(file, `${reason}; ${remedy}`));
	return { heading: `${counted(problems.length, "problem")} with files`, entries };
}

function correctionSection({ lapsed, revived }: CorrectionsDiff): Section {
	return {
		heading: "Corrections",
		entries: [
			...lapsed.map(each => line(correctionInWords(each), "no longer applies")),
			...revived.map(each => line(correctionInWords(each), "applies again")),
		],
	};
}

function refusalOf(reason: string, remedy: string): Notice {
	const text = `${reason}: ${remedy}. What was read before serves on.`;
	return { title: "Nothing was changed", text, sections: [], choices: [], refusal: true };
}

/** What a reading changed, in counts. */
export function summaryOf({ diff, problems }: Pick<RefreshReport, "diff" | "problems">): string {
	const { lapsed, revived } = diff.corrections;
	const unread = `${counted(problems.length, "problem")} with files.`;
	return [
		tally("article", diff.articles),
		tally("claim", diff.claims),
		...(lapsed.length === 0 ? [] : [`${counted(lapsed.length, ...LAPSED)}; see /correct list.`]),
		...(revived.length === 0 ? [] : [`${counted(revived.length, ...REVIVED)}.`]),
		...(problems.length === 0 ? [] : [unread]),
	].join(" ");
}

const LAPSED = ["correction no longer applies", "corrections no longer apply"] as const;
const REVIVED = ["correction applies again", "corrections apply again"] as const;

/** "Articles: 1 new, 2 gone.", or that none changed. */
function tally(noun: string, diff: ListDiff<unknown>): string {
	const parts = CHANGES.filter(change => diff[change].length > 0);
	if (parts.length === 0) return `No ${noun} changed.`;
	const name = noun.charAt(0).toUpperCase() + noun.slice(1);
	return `${name}s: ${parts.map(change => `${diff[change].length} ${change}`).join(", ")}.`;
}

/** Of more than this nobody reads the names. */
const MOST_NAMED = 12;

/** How a kind of thing that changed is told. */
interface Telling<T> {
	readonly heading: string;
	readonly name: (item: T) => string;
	/** Where to see those that are not named. */
	readonly rest: string;
}

function changeSection<T>(diff: ListDiff<T>, { heading, name, rest }: Telling<T>): Section {
	const all = CHANGES.flatMap(change => diff[change].map(item => line(name(item), change)));
	if (all.length <= MOST_NAMED) return { heading, entries: all };
	const more = line(`and ${all.length - MOST_NAMED} more`, rest);
	return { heading, entries: [...all.slice(0, MOST_NAMED), more] };
}

function line(label: string, remark: string): Entry {
	return { label, published: null, excerpt: null, remarks: [remark], changes: [] };
}
