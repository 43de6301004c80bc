import type { Answer, Choice, Section } from "../src/answers/answer.ts";
import type { Snapshot, Story } from "../src/snapshot.ts";

/** What a command may be given: shown in Discord as a string option, in the terminal as an argument. */
export interface Option {
	readonly name: string;
	readonly description: string;
	readonly required: boolean;
	/** The most UTF-16 code units taken. */
	readonly maxLength: number;
	/** Whether the command offers completions as one types. */
	readonly completes: boolean;
}

/** The options that a member filled in, by name; an option left out is absent. */
export type Values = Readonly<Record<string, string>>;

/** What a command is run on: one snapshot for the whole run, and what was filled in. */
export interface Request {
	readonly snapshot: Snapshot;
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
}

/** A change to the corpus, described; the shell carries it out. */
export interface Change {
	readonly kind: "refresh";
	/** A story's id; null for all. */
	readonly story: string | null;
}

export type Outcome =
	| { readonly kind: "answer"; readonly answer: Answer }
	| { readonly kind: "notice"; readonly notice: Notice }
	| { readonly kind: "change"; readonly change: Change };

interface CommandBase {
	/** Lower case, one word: `/claim`. */
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
	/** Pure: the same request gives the same outcome. */
	readonly run: (request: StoryRequest) => Outcome;
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
