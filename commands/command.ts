import type { Answer, Choice, Section } from "../src/answers/answer.ts";
import type { ClaimId } from "../src/claims/claim.ts";
import type { Correction } from "../src/claims/corrections.ts";
import type { Records } from "../src/records/records.ts";
import type { Snapshot, Story } from "../src/snapshot.ts";

/**
 * What fills an option. text: words; file: an attachment, or a path in the terminal, given on as the
 * place where it can be read; yes: a confirmation, which a button gives and `--yes` in the terminal;
 * kept: what only buttons and forms of ours carry; lines: the same, with its line breaks.
 */
export type OptionKind = "text" | "file" | "yes" | "kept" | "lines";

/** What a command may be given: shown in Discord as an option, in the terminal as an argument. */
export interface Option {
	readonly name: string;
	readonly kind: OptionKind;
	readonly description: string;
	readonly required: boolean;
	/** The most UTF-16 code units taken. */
	readonly maxLength: number;
	/** All the values that there are; left out where any text is one. */
	readonly choices?: readonly string[];
	/** Whether the command offers completions as one types. */
	readonly completes: boolean;
	/** Whether an empty value is one too, and takes away what was there; left out where it is not. */
	readonly clears?: true;
}

/** The options that a member filled in, by name; an option left out is absent. */
export type Values = Readonly<Record<string, string>>;

/** What a command is run on: one snapshot for the whole run, and what was filled in. */
export interface Request {
	readonly snapshot: Snapshot;
	readonly records: Records;
	/** The channel in which it is asked; null in the terminal. */
	readonly channel: string | null;
	readonly values: Values;
}

/** A request to a command that answers from one story. */
export interface StoryRequest extends Request {
	readonly story: Story;
}

/** Something said that is no answer from the coverage: help, the list of stories, a refusal. */
export interface Notice {
	readonly title: string;
	readonly text: string;
	readonly sections: readonly Section[];
	readonly choices: readonly Choice[];
	/** Whether it says that something could not be done; then only the asker sees it. */
	readonly refusal: boolean;
	/** Whether a part of what was asked for could not be done; left out where all was, or nothing. */
	readonly isPartial?: true;
}

/** A field of a form, which fills an option of the command that the form runs. */
export interface Field {
	readonly option: string;
	readonly label: string;
	/** What stands in it at first. */
	readonly value: string;
	readonly required: boolean;
	/** Whether it has room for several lines. */
	readonly long: boolean;
	/** The most UTF-16 code units taken. */
	readonly maxLength: number;
}

/** Fields to fill in, after which a command runs with them and with the values kept. */
export interface Form {
	readonly title: string;
	readonly command: string;
	readonly values: Values;
	/** One to five. */
	readonly fields: readonly Field[];
}

/** Where the text of an article to add comes from. */
export type Origin =
	| { readonly kind: "addresses"; readonly addresses: readonly string[] }
	/** `place` is an address of Discord's, or a path in the terminal. */
	| { readonly kind: "file"; readonly place: string }
	| { readonly kind: "text"; readonly text: string };

/** What of an article's front matter is to be another. A field left out stays; an empty one goes. */
export interface ArticleFields {
	readonly outlet?: string;
	readonly title?: string;
	/** ISO 8601 date, with "?" behind it where it is not confirmed. */
	readonly published?: string;
}

/** A change to what is kept, described; the shell carries it out and tells what came of it. */
export type Change =
	/** `story` is a story's id; null for all. */
	| { readonly kind: "refresh"; readonly story: string | null }
	| {
			readonly kind: "add article";
			readonly story: string | null;
			readonly origin: Origin;
			readonly fields: ArticleFields;
			/** Whether to add it without showing it first. */
			readonly confirmed: boolean;
	  }
	/** Shows a draft again, or those of a group that still wait. */
	| { readonly kind: "show draft"; readonly draft: string }
	| { readonly kind: "keep draft"; readonly draft: string }
	| { readonly kind: "drop draft"; readonly draft: string }
	| {
			readonly kind: "change draft";
			readonly draft: string;
			readonly story: string | null;
			readonly fields: ArticleFields;
	  }
	| {
			readonly kind: "edit article";
			readonly story: string;
			readonly article: string;
			readonly fields: ArticleFields;
	  }
	/** `forever` takes every text of it out of the record too. */
	| {
			readonly kind: "remove article";
			readonly story: string;
			readonly article: string;
			readonly forever: boolean;
	  }
	| {
			readonly kind: "add feed";
			readonly story: string;
			readonly address: string;
			readonly words: readonly string[];
			readonly trusted: boolean;
	  }
	| { readonly kind: "remove feed"; readonly story: string; readonly feed: string }
	/** Takes a waiting item off the list without adding it; `title` is what the feed calls it. */
	| {
			readonly kind: "dismiss item";
			readonly story: string;
			readonly feed: string;
			readonly item: string;
			readonly title: string;
	  }
	/** Takes a change back, by its number in the record. */
	| { readonly kind: "undo"; readonly number: number }
	| { readonly kind: "correct"; readonly story: string; readonly correction: Correction }
	| { readonly kind: "create story"; readonly title: string }
	| { readonly kind: "rename story"; readonly story: string; readonly title: string }
	/** Ties the channel in which it is asked to a story; null unties it. */
	| { readonly kind: "use story"; readonly story: string | null }
	/** The channel in which it is asked hears of a claim from now on; null is the whole story. */
	| { readonly kind: "watch"; readonly story: string; readonly claim: ClaimId | null }
	| { readonly kind: "unwatch"; readonly story: string; readonly claim: ClaimId | null }
	/** A member says that a claim looks wrong. */
	| { readonly kind: "flag"; readonly story: string; readonly claim: ClaimId }
	/** What members said of a claim was looked at. */
	| { readonly kind: "dismiss flag"; readonly story: string; readonly claim: ClaimId };

/** The change of a kind: `ChangeOf<"undo">` is `{ kind: "undo", number }`. */
export type ChangeOf<K extends Change["kind"]> = Extract<Change, { readonly kind: K }>;

export type Outcome =
	| { readonly kind: "answer"; readonly answer: Answer }
	| { readonly kind: "notice"; readonly notice: Notice }
	| { readonly kind: "form"; readonly form: Form }
	| { readonly kind: "change"; readonly change: Change };

interface CommandBase {
	/** Lower case, one word or two, the first of which is then shared: `/claim`, `/article add`. */
	readonly name: string;
	readonly description: string;
	readonly options: readonly Option[];
	/** Each a set of values that runs on the story that comes with the project. */
	readonly examples: readonly Values[];
	/** Who may run it: everyone, or members who may manage the server. */
	readonly access: "everyone" | "moderators";
	/** The name of its entry in a message's menu, and the option that takes the message's text. */
	readonly messageMenu: { readonly name: string; readonly option: string } | null;
}

/** A command that answers from one story. */
export interface StoryCommand extends CommandBase {
	readonly needsStory: true;
	/** Whether it changes what its story holds, which only those can who keep it; left out where it does not. */
	readonly changesStory?: true;
	/** Pure: the same request gives the same outcome. */
	readonly run: (request: StoryRequest) => Outcome;
	/** What to say of a story where it is asked which is meant, null for nothing; left out where nothing ever is. */
	readonly ofStory?: (request: StoryRequest) => string | null;
	/** Values to offer for an option that completes, best first. */
	readonly complete: (request: StoryRequest, option: string, typed: string) => readonly string[];
}

/** A command about the installation as a whole: `/help`, `/stories`, `/refresh`. */
export interface PlainCommand extends CommandBase {
	readonly needsStory: false;
	readonly run: (request: Request) => Outcome;
}

/** One thing to ask, the same in Discord and in the terminal. */
export type Command = StoryCommand | PlainCommand;
