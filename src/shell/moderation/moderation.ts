import type { Change, ChangeOf, Notice } from "../../../commands/command.ts";
import type { Records } from "../../records/records.ts";
import type { Announcement } from "../storage/announcement.ts";
import { type Keeper, type Realm, realmFor, serverOf } from "../storage/keeper.ts";
import {
	addArticle,
	changeDraft,
	dropDraft,
	keepDraft,
	removeArticle,
	showDraft,
} from "./articles.ts";
import { correct } from "./corrections.ts";
import { editArticle } from "./edit-article.ts";
import { addFeed, dismissItem, removeFeed } from "./feeds.ts";
import type { Asker, Job, Progress, ServedChange, Tools } from "./job.ts";
import type { RecordsDesk } from "./records-desk.ts";
import { refresh } from "./refresh.ts";
import {
	createStory,
	dismissFlag,
	flag,
	renameStory,
	unwatch,
	useStory,
	watch,
} from "./stories.ts";
import { undo } from "./undo.ts";

/** What moderation works with, beside what its parts do. */
export interface ModerationTools extends Tools {
	readonly records: RecordsDesk;
	/** The server that keeps the installation's stories; null where only the terminal does. */
	readonly keeperServer: string | null;
	/** Told of what is served anew, so that the channels that watch hear of it. */
	readonly changed: (change: ServedChange) => Promise<void>;
}

/** Carries out what moderators ask for. */
export interface Moderation {
	/** Gives what came of it, to be shown to who asked. Rejects for bugs alone. */
	readonly carryOut: (change: Change, asker: Asker, progress: Progress) => Promise<Notice>;
	/** Whose stories somebody acts on: a server's by its id; null is the installation's. */
	readonly realmOf: (server: string | null) => Realm;
	/** The servers of which something is kept; null is the installation. */
	readonly servers: () => readonly (string | null)[];
	/** Claims what a channel of a server is to be told, so that no other process tells it; see `Keeper.claim`. */
	readonly claim: (
		server: string | null,
		announcement: Announcement,
	) => ReturnType<Keeper["claim"]>;
	/** What is kept beside the articles that a server sees, as of now. */
	readonly records: (server: string | null) => Records;
}

type Handlers = {
	readonly [K in Change["kind"]]: (job: Job, change: ChangeOf<K>) => Notice | Promise<Notice>;
};

const HANDLERS: Handlers = {
	refresh,
	"add article": addArticle,
	"show draft": showDraft,
	"keep draft": keepDraft,
	"drop draft": dropDraft,
	"change draft": changeDraft,
	"edit article": editArticle,
	"remove article": removeArticle,
	"add feed": addFeed,
	"remove feed": removeFeed,
	"dismiss item": dismissItem,
	undo,
	correct,
	"create story": createStory,
	"rename story": renameStory,
	"use story": useStory,
	watch,
	unwatch,
	flag,
	"dismiss flag": dismissFlag,
};

/** Moderation, and what its parts work with. */
export interface Workbench extends Moderation {
	/** What one change is carried out with. */
	readonly jobFor: (asker: Asker, progress: Progress) => Job;
}

/** Moderation of the stories that a library serves. */
export function createModeration(tools: ModerationTools): Workbench {
	const realmOf = (server: string | null): Realm => realmFor(server, tools.keeperServer);
	const jobFor: Workbench["jobFor"] = (asker, progress) => {
		const realm = realmOf(asker.server);
		const before = tools.library.current(realm);
		const { read: kept, looked } = tools.records;
		return { ...tools, asker, realm, progress, before, kept, looked };
	};
	return {
		carryOut: async (change, asker, progress) => await handle(change, jobFor(asker, progress)),
		jobFor,
		realmOf,
		servers: () => tools.records.realms().map(serverOf),
		claim: (server, announcement) => tools.keeper.claim(realmOf(server), announcement),
		records: server => {
			const realm = realmOf(server);
			return { ...tools.records.of(realm), readOnly: readOnlyIn(tools.library, realm) };
		},
	};
}

/** The installation's stories are read-only to servers. */
function readOnlyIn({ current }: ModerationTools["library"], realm: Realm): readonly string[] {
	return realm === "installation" ? [] : current("installation").stories.map(({ id }) => id);
}

function handle<K extends Change["kind"]>(change: ChangeOf<K>, job: Job): Notice | Promise<Notice> {
	const handler: Handlers[K] = HANDLERS[change.kind as K];
	return handler(job, change);
}
