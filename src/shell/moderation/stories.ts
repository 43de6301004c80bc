import { stringify } from "yaml";
import type { ChangeOf, Notice } from "../../../commands/command.ts";
import type { ClaimId } from "../../claims/claim.ts";
import { nameFile } from "../../ingest/article-file.ts";
import { parseList, pathOfList, type Row, writeList } from "../../records/documents.ts";
import { afterwards, undoOf } from "./afterwards.ts";
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
	told,
} from "./job.ts";
import { BEGUN, MEMBER } from "./past-changes.ts";
import { findStory } from "./story-called.ts";

/** Begins a story without articles, under a name made of its title. */
export async function createStory(job: Job, { title }: ChangeOf<"create story">): Promise<Notice> {
	const states = await standing(job, null);
	if (isNotice(states)) return states;
	const folders = [...states.keys()].map(path => path.split("/")[0] ?? "");
	const served = job.library.current(job.realm).stories;
	const taken = await refuseTitle(job, title, null);
	if (taken !== null) return taken;
	const ids = new Set([...served.map(story => story.id), ...folders]);
	const id = nameFile(title, { taken: ids, otherwise: "story" });
	const intents = [{ path: `${id}/story.yaml`, after: textOf(stringify({ title })) }];
	const kept = await keep(job, {
		story: id,
		deed: { kind: BEGUN, subject: title },
		intents,
	});
	if (isNotice(kept)) return kept;
	await job.kept(job.realm);
	const text = `“${title}” is called ${id} in commands. It is served when it has an article: /article add story:${id}`;
	return told("Story begun", text, { choices: undoOf(kept.number) });
}

/** That another story is called so, by its name or its title: nobody could tell them apart. */
async function refuseTitle(job: Job, title: string, own: string | null): Promise<Notice | null> {
	const known = await findStory(job, title);
	if (known === null || known.id === own) return null;
	const text = `“${known.title}” is called ${known.id} in commands. Take another title.`;
	return refused("There is such a story", text);
}

/** Gives a story another title; its name in commands and its aliases stay. */
export async function renameStory(
	job: Job,
	{ story: id, title }: ChangeOf<"rename story">,
): Promise<Notice> {
	const story = ownStory(job, id);
	if (isNotice(story)) return story;
	const taken = await refuseTitle(job, title, id);
	if (taken !== null) return taken;
	const { aliases, title: before } = story;
	const text = stringify(aliases.length === 0 ? { title } : { title, aliases: [...aliases] });
	return alone(job, { story: id, what: "story renamed" }, async () => {
		const intents = [{ path: `${id}/story.yaml`, after: textOf(text) }];
		const deed = { kind: "Renamed the story", subject: `${before}, now ${title}` };
		const kept = await keep(job, { story: id, deed, intents });
		if (isNotice(kept)) return kept;
		return afterwards(job, {
			title: "Renamed",
			text: `“${before}” is now called “${title}”.`,
			story: id,
			number: kept.number,
		});
	});
}

/** Ties the channel to a story, or unties it. */
export async function useStory(job: Job, { story }: ChangeOf<"use story">): Promise<Notice> {
	const { channel } = job.asker;
	if (channel === null) return refused("No channel here", "Channels are tied in Discord.");
	const subject = story === null ? "no story" : nameOf(job, story, null);
	const kept = await keepRows(job, "channels", {
		deed: { kind: "Tied a channel to", subject },
		rows: rows => {
			const others = rows.filter(row => row.channel !== channel);
			return story === null ? others : [...others, { channel, story }];
		},
	});
	if (isNotice(kept)) return kept;
	const choices = undoOf(kept.number);
	if (story === null) {
		const text = "Questions here name their story again, where there are several.";
		return told("Channel untied", text, { choices });
	}
	const text = `Questions here are meant for ${subject}, unless they name another story.`;
	return told("Channel tied", text, { choices });
}

/** Tells the channel of changes to a claim or a story from now on. */
export async function watch(job: Job, { story, claim }: ChangeOf<"watch">): Promise<Notice> {
	const { channel } = job.asker;
	if (channel === null) return refused("No channel here", "Channels are told in Discord.");
	const subject = nameOf(job, story, claim);
	const kept = await keepRows(job, "watches", {
		deed: { kind: "Began watching", subject },
		rows: rows => [...withoutWatch(rows, { channel, story, claim }), { channel, story, claim }],
	});
	if (isNotice(kept)) return kept;
	const text = `This channel is told once of each change to ${subject}. /watch list stops that.`;
	return told("Watched", text, { choices: undoOf(kept.number) });
}

/** Tells the channel no more. */
export async function unwatch(job: Job, { story, claim }: ChangeOf<"unwatch">): Promise<Notice> {
	const { channel } = job.asker;
	if (channel === null) return refused("No channel here", "Channels are told in Discord.");
	const subject = nameOf(job, story, claim);
	const kept = await keepRows(job, "watches", {
		deed: { kind: "Stopped watching", subject },
		rows: rows => withoutWatch(rows, { channel, story, claim }),
	});
	if (isNotice(kept)) return kept;
	const text = `This channel is told no more of ${subject}.`;
	return told("Not watched any more", text, { choices: undoOf(kept.number) });
}

/** What people call a claim or, without one, a story. */
function nameOf({ library, realm }: Job, id: string, claim: ClaimId | null): string {
	const story = library.current(realm).stories.find(known => known.id === id);
	const label = story?.claims.find(known => known.id === claim)?.label;
	return label === undefined ? (story?.title ?? id) : `“${label}”`;
}

function withoutWatch(rows: readonly Row<"watches">[], { channel, story, claim }: Row<"watches">) {
	return rows.filter(row => row.channel !== channel || row.story !== story || row.claim !== claim);
}

/** Counts that a member says that a claim looks wrong. Who says it is not kept. */
export async function flag(job: Job, { story, claim }: ChangeOf<"flag">): Promise<Notice> {
	const kept = await keepRows({ ...job, asker: { ...job.asker, by: MEMBER } }, "flags", {
		deed: { kind: "A member said that this looks wrong:", subject: nameOf(job, story, claim) },
		rows: all => {
			const rows = withoutGone(job, all);
			const known = rows.find(row => row.story === story && row.claim === claim);
			const others = rows.filter(row => row !== known);
			return [...others, { story, claim, times: (known?.times ?? 0) + 1 }];
		},
	});
	if (isNotice(kept)) return kept;
	return told("Thank you", "The moderators see it in /correct list.");
}

/** Takes a claim off the list of what members say looks wrong. */
export async function dismissFlag(
	job: Job,
	{ story, claim }: ChangeOf<"dismiss flag">,
): Promise<Notice> {
	const subject = nameOf(job, story, claim);
	const kept = await keepRows(job, "flags", {
		deed: { kind: "Looked at what members say looks wrong:", subject },
		rows: rows => withoutGone(job, rows).filter(row => row.story !== story || row.claim !== claim),
	});
	if (isNotice(kept)) return kept;
	const text = `${subject} stays as it is, and is off the list in /correct list.`;
	return told("Looked at", text, { choices: undoOf(kept.number) });
}

/** What members say of claims that are still there. */
function withoutGone({ library, realm }: Job, rows: readonly Row<"flags">[]) {
	const claims = new Set(
		library
			.current(realm)
			.stories.flatMap(story => story.claims.map(({ id }) => `${story.id} ${id}`)),
	);
	return rows.filter(({ story, claim }) => claims.has(`${story} ${claim}`));
}

/** How a list of the realm's own becomes another. */
interface Rewriting<N extends "channels" | "watches" | "flags"> {
	readonly deed: { readonly kind: string; readonly subject: string };
	readonly rows: (rows: readonly Row<N>[]) => readonly Row<N>[];
}

async function keepRows<N extends "channels" | "watches" | "flags">(
	job: Job,
	list: N,
	{ deed, rows }: Rewriting<N>,
) {
	const states = await standing(job, null);
	if (isNotice(states)) return states;
	const path = pathOfList(list, "");
	const known = parseList(list, textAt(states, path));
	if (known.kind === "fault")
		return refused(`${path}: ${known.fault.reason}`, `${known.fault.remedy}.`);
	const after = textOf(writeList<N>(rows(known.rows)));
	const kept = await keep(job, { story: null, deed, intents: [{ path, after }] });
	if (!isNotice(kept)) await job.kept(job.realm);
	return kept;
}
