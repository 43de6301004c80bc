import type { Change, Form, Notice, Outcome } from "../../../commands/command.ts";
import { type Call, cleanValue } from "../../../commands/perform.ts";
import type { Answer, Choice } from "../../answers/answer.ts";
import { shortHash } from "../../claims/identity.ts";
import { type MessageBody, renderPages } from "../../present/discord.ts";
import type { Document } from "../../present/document.ts";
import { documentOfAnswer, documentOfNotice, storyKept } from "../../present/document-of.ts";
import type { Records } from "../../records/records.ts";
import type { Snapshot } from "../../snapshot.ts";
import { control, type Ground } from "./controls.ts";
import { type Ask, shortRevision } from "./custom-id.ts";
import { misquotedArticles } from "./verbatim.ts";

/** What a reply is made from besides what was asked. */
export interface Setting {
	readonly perform: (call: Call) => Outcome;
	readonly snapshot: Snapshot;
	readonly now: Date;
	readonly records: Records;
	/** The channel in which it is asked. */
	readonly channel: string;
	/** Said above the reply; null for nothing. */
	readonly note: string | null;
	/** Whether the asker wants everybody in the channel to see the answer. */
	readonly openly: boolean;
}

/** A reply ready to be sent, page by page. */
export interface Reply {
	readonly pages: readonly MessageBody[];
	/** Whether it says that something could not be done; then only the asker sees it. */
	readonly refusal: boolean;
	/** The kind of the answer, "notice" or "refusal": for the log. */
	readonly kind: string;
	/** Of what the answer rests on, as custom ids carry it. */
	readonly revision: string;
	readonly choices: readonly Choice[];
	/** Articles that an excerpt is not the words of. There are none, but for a bug. */
	readonly misquoted: readonly string[];
}

/** What came of a command: a reply, a form to fill in, or a change that is to be carried out. */
export type Composed =
	| { readonly kind: "reply"; readonly reply: Reply }
	| { readonly kind: "form"; readonly form: Form }
	| { readonly kind: "change"; readonly change: Change };

/** Runs a command and renders what it says. */
export function compose(ask: Ask, setting: Setting): Composed {
	const { perform, snapshot, records, channel } = setting;
	const outcome = perform({ ...ask, snapshot, records, channel });
	if (outcome.kind === "change" || outcome.kind === "form") return outcome;
	const reply =
		outcome.kind === "answer"
			? answerReply(outcome.answer, ask, setting)
			: noticeReply(outcome.notice, ask, setting);
	return { kind: "reply", reply };
}

/** A notice of ours, as a reply that can be asked for again by `ask`; null where it cannot. */
export function noticeReply(
	notice: Notice,
	ask: Ask | null,
	setting: Omit<Setting, "perform" | "records" | "channel">,
): Reply {
	const { snapshot, now, note, openly } = setting;
	const { choices, refusal } = notice;
	// What comes of a change asks nothing: its choices are what can be done next.
	const asks = refusal && choices.length > 0 && ask !== null;
	// A choice that is found again by its place has to be found among the same.
	const revision = shortRevision(shortHash(snapshot.revision + JSON.stringify(choices)));
	const pages = paged(documentOfNotice(notice, snapshot, now), {
		ask: cleanAsk(ask ?? { name: "", values: {} }),
		revision,
		// Only the asker sees a refusal, also one that asks which story was meant.
		leads: asks ? (openly ? "channel" : "in place") : "beside",
		repeatable: ask !== null,
		mostButtons: EXAMPLES,
		prompt: asks ? "Choose one" : (PROMPTS[ask?.name ?? ""] ?? "Go on with"),
		note,
	});
	return { pages, refusal, kind: refusal ? "refusal" : "notice", revision, choices, misquoted: [] };
}

/** Whether a notice is shown whole in one message. */
export function fitsOneMessage(
	notice: Notice,
	setting: Omit<Setting, "perform" | "records" | "channel">,
): boolean {
	// As a reply of which the pages can be turned, nothing of it would be left out.
	return noticeReply(notice, { name: "help", values: {} }, setting).pages.length === 1;
}

/** An answer, as a reply that can be asked for again by `ask`. */
export function answerReply(
	answer: Answer,
	ask: Ask,
	{ snapshot, now, note }: Pick<Setting, "snapshot" | "now" | "note">,
): Reply {
	const story = snapshot.stories.find(({ id }) => id === answer.story);
	const revision = shortRevision(story?.revision ?? snapshot.revision);
	const asks = answer.kind === "several";
	const document = documentOfAnswer(answer, snapshot, now);
	const pages = paged(document, {
		ask: cleanAsk({ name: ask.name, values: { ...ask.values, ...storyKept(answer, snapshot) } }),
		revision,
		leads: asks ? "in place" : "beside",
		repeatable: true,
		mostButtons: LOOKS,
		prompt: asks ? "Which did you mean?" : "Look at next",
		note,
	});
	return {
		pages,
		refusal: false,
		kind: answer.kind,
		revision,
		choices: document.choices,
		misquoted: misquotedArticles(answer, story),
	};
}

/** What is said above the choices of some commands' notices. */
const PROMPTS: Readonly<Record<string, string>> = { help: "Tap to try", stories: "Look at" };

/** Help has three rows of examples; below an answer one row of buttons is enough. */
const EXAMPLES = 15;
const LOOKS = 5;

function paged(document: Document, ground: Ground): readonly MessageBody[] {
	const controlled = control(document, ground);
	const pages = renderPages(controlled.document, controlled.controls);
	const isRead = pages.length > 1 || controlled.isReadByChoices;
	if (isRead || document.question !== null) return pages;
	// Nothing reads back what was asked, which need not stand there then.
	return renderPages(document, { ...controlled.controls, showsQuestion: false });
}

/** What was asked as it is worked with, so that it reads the same on a button and in a message. */
function cleanAsk({ name, values }: Ask): Ask {
	const cleaned = Object.entries(values).map(([name, value]) => [name, cleanValue(value)] as const);
	return { name, values: Object.fromEntries(cleaned.filter(([, value]) => value !== "")) };
}
