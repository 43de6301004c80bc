import type { ChangeOf, Notice } from "../../../commands/command.ts";
import type { Section } from "../../answers/answer.ts";
import { noticeOfRefresh } from "../../present/refresh-notice.ts";
import { articleAt } from "../../records/paths.ts";
import type { Story } from "../../snapshot.ts";
import type { RefreshStage } from "../library.ts";
import { changesSince, undoOf } from "./afterwards.ts";
import { withFailures } from "./article-notices.ts";
import { earlierText } from "./earlier-text.ts";
import { isFollowed } from "./followed-file.ts";
import {
	ABSENT,
	alone,
	type Intent,
	isNotice,
	type Job,
	keep,
	ownStory,
	servedNow,
	standing,
	told,
} from "./job.ts";
import { BRINGING } from "./outlets-changes.ts";
import type { Failure } from "./read-origin.ts";
import { type Refetched, refetch } from "./refetch.ts";

const STAGES: Readonly<Record<RefreshStage, string>> = {
	reading: "Step 2 of 4: reading the articles.",
	building: "Step 3 of 4: reading the claims out of them.",
	comparing: "Step 4 of 4: comparing with what was read before.",
};

/**
 * Fetches again what came from an address, reads the corpus directory again, serves what came of it
 * and tells what changed. What changed is one change of each story on record, and can be taken back.
 */
export async function refresh(job: Job, { story: name }: ChangeOf<"refresh">): Promise<Notice> {
	const { library, realm, log, before } = job;
	const named = name === null ? before.stories : before.stories.filter(one => isCalled(one, name));
	const own = named.map(({ id }) => ownStory(job, id));
	const wanted = own.flatMap(story => (isNotice(story) ? [] : [story]));
	const refusal = own.find(isNotice);
	if (name !== null && refusal !== undefined) return refusal;
	const fetched = await fetchStories(job, wanted);
	if (isNotice(fetched)) return fetched;
	const served = servedNow(library, realm);
	const outcome = await library.refresh(name, stage => job.progress(step(STAGES[stage])), realm);
	log.info({ command: "refresh", outcome: outcome.kind }, "read the corpus again");
	if (outcome.kind === "failed") log.error({ error: outcome.error }, "the refresh failed");
	const noted = await noteDirectory(job, wanted);
	await job.kept(realm);
	const choices = [...fetched.numbers, ...noted].flatMap(undoOf);
	if (outcome.kind !== "refreshed") return { ...noticeOfRefresh(outcome), choices };
	await job.changed({ ...served, diff: outcome.diff });
	const notice = noticeOfRefresh({ ...outcome, ...changesSince(job, outcome) });
	const sections = [...followedSections(fetched), ...notice.sections];
	return withFailures({ ...notice, sections, choices }, fetched.failures, "fetched again");
}

function followedSections({ followed }: FetchedStories): readonly Section[] {
	return followed.length === 0 ? [] : [{ heading: "Titles and dates", entries: followed }];
}

/** What came of fetching the articles of stories again. */
interface FetchedStories extends Pick<Refetched, "failures" | "followed"> {
	/** Of the changes on record. */
	readonly numbers: readonly number[];
}

/** Of several stories one that somebody else is at work on is passed over, and told. */
async function fetchStories(job: Job, stories: readonly Story[]): Promise<FetchedStories | Notice> {
	const fetched: Refetched[] = [];
	for (const story of stories) {
		const work = () => refetch(job, story);
		const done = await alone(job, { story: story.id, what: "refresh" }, work);
		if (!isNotice(done)) fetched.push(done);
		else if (stories.length === 1) return done;
		else fetched.push({ number: null, failures: [failureOf(story, done)], followed: [] });
	}
	return {
		numbers: fetched.flatMap(({ number }) => number ?? []),
		failures: fetched.flatMap(({ failures }) => failures),
		followed: fetched.flatMap(({ followed }) => followed),
	};
}

function failureOf({ title }: Story, notice: Notice): Failure {
	return { what: title, reason: notice.title, remedy: notice.text };
}

function isCalled({ id, title, aliases }: Story, name: string): boolean {
	return [id, title, ...aliases].some(known => known.toLowerCase() === name.toLowerCase());
}

function step(text: string): Notice {
	return told("Reading the corpus again", text);
}

/**
 * Puts on record which files of the corpus directory were found changed: a write that changes nothing
 * names the file, and its text before is kept among the earlier texts, so that it can be taken back.
 */
async function noteDirectory(job: Job, before: readonly Story[]): Promise<readonly number[]> {
	if (job.realm !== "installation") return [];
	const numbers: number[] = [];
	for (const story of before) {
		const now = job.library.current(job.realm).stories.find(({ id }) => id === story.id);
		const number = now === undefined || now === story ? null : await noteStory(job, story, now);
		if (number !== null) numbers.push(number);
	}
	return numbers;
}

async function noteStory(job: Job, before: Story, now: Story): Promise<number | null> {
	const states = await standing(job, before.id);
	if (isNotice(states)) return null;
	const isOwn = (file: string) => !isFollowed(states, `${before.id}/${file}`);
	const old = new Map(before.input.files.map(({ file, text }) => [file, text]));
	const fresh = new Map(now.input.files.map(({ file, text }) => [file, text]));
	const names = [...new Set([...old.keys(), ...fresh.keys()])];
	const touched = names.filter(file => !isOwn(file) && old.get(file) !== fresh.get(file));
	if (touched.length === 0) return null;
	const intents = touched.flatMap((file): readonly Intent[] => {
		const path = `${before.id}/${file}`;
		// An edit that lies over the file stays as it is.
		const named = { path, after: states.get(path) ?? ABSENT };
		const [article, text] = [articleAt(named.path), old.get(file)];
		if (article === null || text === undefined) return [named];
		return [named, earlierText(job, { article, before: text, states })];
	});
	const subject = touched.join(", ");
	const kept = await keep(job, {
		story: before.id,
		deed: { kind: BRINGING.found, subject },
		intents,
	});
	if (isNotice(kept)) return null;
	await job.library.reload(job.realm, [before.id]);
	return kept.number;
}
