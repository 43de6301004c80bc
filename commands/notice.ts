import type { Choice, Entry, Section } from "../src/answers/answer.ts";
import type { Records } from "../src/records/records.ts";
import type { Story } from "../src/snapshot.ts";
import type { Command, Notice, Outcome, Values } from "./command.ts";

/** What a notice may say below its text. */
export interface Below {
	readonly sections?: readonly Section[];
	readonly choices?: readonly Choice[];
}

/** Something to say that is no answer from the coverage. */
export function notice(title: string, text: string, below: Below = {}): Outcome {
	const { sections = [], choices = [] } = below;
	return { kind: "notice", notice: { title, text, sections, choices, refusal: false } };
}

/** Why something is not done, with what may be meant instead. Only the asker sees it. */
export function refusal(title: string, text: string, choices: readonly Choice[] = []): Outcome {
	return { kind: "notice", notice: { title, text, sections: [], choices, refusal: true } };
}

/** A line of a notice: a name, and what is said of it. */
export function line(label: string, ...remarks: readonly string[]): Entry {
	return { label, published: null, excerpt: null, remarks, changes: [] };
}

/** A button that runs a command of ours. */
export function button(label: string, command: Pick<Command, "name">, values: Values): Choice {
	return { label, command: command.name, values };
}

/** Whether a story is answered from here and cannot be changed from here. */
export function isReadOnly({ id }: Pick<Story, "id">, { readOnly }: Pick<Records, "readOnly">) {
	return readOnly.includes(id);
}

/** That a story cannot be changed from here, and who can. */
export function refusalOfReadOnly({ title }: Pick<Story, "title">): Notice {
	return {
		title: "This story is read-only here",
		text: `${title} comes with the installation. Whoever runs the bot can change it in the terminal or from the server that keeps it; /story create begins one of your own.`,
		sections: [],
		choices: [],
		refusal: true,
	};
}
