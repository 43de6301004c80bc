import { articleAdd } from "./article/add.ts";
import { articleEdit } from "./article/edit.ts";
import { articleList } from "./article/list.ts";
import { articleRemove } from "./article/remove.ts";
import { articleShow } from "./article/show.ts";
import { ask } from "./ask.ts";
import { check } from "./check.ts";
import { claim } from "./claim.ts";
import type { Command } from "./command.ts";
import { compare } from "./compare.ts";
import { correctDismiss } from "./correct/dismiss.ts";
import { correctList } from "./correct/list.ts";
import { correctMerge } from "./correct/merge.ts";
import { correctMisread } from "./correct/misread.ts";
import { correctRename } from "./correct/rename.ts";
import { correctSplit } from "./correct/split.ts";
import { feedAdd } from "./feed/add.ts";
import { feedDismiss } from "./feed/dismiss.ts";
import { feedList } from "./feed/list.ts";
import { feedRemove } from "./feed/remove.ts";
import { figures } from "./figures.ts";
import { flag } from "./flag.ts";
import { makeHelp } from "./help.ts";
import { history } from "./history.ts";
import { quote } from "./quote.ts";
import { refresh } from "./refresh.ts";
import { source } from "./source.ts";
import { stories } from "./stories.ts";
import { storyCreate } from "./story/create.ts";
import { storyRename } from "./story/rename.ts";
import { storyUse } from "./story/use.ts";
import { undo } from "./undo.ts";
import { watchClaim } from "./watch/claim.ts";
import { watchList } from "./watch/list.ts";
import { watchStory } from "./watch/story.ts";

const listed: readonly Command[] = [
	ask,
	claim,
	source,
	compare,
	figures,
	quote,
	check,
	stories,
	flag,
	refresh,
	articleAdd,
	articleList,
	articleShow,
	articleEdit,
	articleRemove,
	feedAdd,
	feedList,
	feedDismiss,
	feedRemove,
	correctList,
	correctDismiss,
	correctMisread,
	correctMerge,
	correctSplit,
	correctRename,
	history,
	undo,
	storyCreate,
	storyRename,
	storyUse,
	watchClaim,
	watchStory,
	watchList,
];

/** Every command, in the order in which help tells them. */
export const commands: readonly Command[] = [...listed, makeHelp(listed)];

/** What the first words of commands of two words are about. */
export const GROUPS: Readonly<Record<string, string>> = {
	article: "Add, look at, correct and remove coverage",
	feed: "Feeds that are looked at for new coverage",
	correct: "Put right what the program misread",
	story: "Begin, rename and choose stories",
	watch: "What this channel is told of",
};
