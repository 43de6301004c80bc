import { ask } from "./ask.ts";
import { check } from "./check.ts";
import { claim } from "./claim.ts";
import type { Command } from "./command.ts";
import { compare } from "./compare.ts";
import { figures } from "./figures.ts";
import { makeHelp } from "./help.ts";
import { quote } from "./quote.ts";
import { refresh } from "./refresh.ts";
import { source } from "./source.ts";
import { stories } from "./stories.ts";

const listed: readonly Command[] = [
	ask,
	claim,
	source,
	compare,
	figures,
	quote,
	check,
	stories,
	refresh,
];

/** Every command, in the order in which help tells them. */
export const commands: readonly Command[] = [...listed, makeHelp(listed)];
