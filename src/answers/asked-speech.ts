import { cueKind, cueLemma } from "../quotations/cues.ts";
import { readWords, type Word } from "../text/words.ts";

/** A question that has somebody say something: "Did the mayor say that fares will fall?" */
export interface AskedSpeech {
	/** As asked: "Ann Lee". */
	readonly speaker: string;
	/** What the question has said, or what about; empty where it asks after anything said. */
	readonly content: string;
	/** Whether it asks what was said, and does not say it itself. */
	readonly isOpen: boolean;
	/** Whether it has the speaker deny the content. */
	readonly isDenial: boolean;
	/** Whether it asks what the speaker calls the content. */
	readonly isCalling: boolean;
}

const OPENING =
	/^\W*(?<what>what\s+)?(?:did|does|do|has|have|had|is|was|were)(?:n['’]t)?\s+(?:the\s+)?/iu;
const STATEMENT =
	/^\W*(?!(?:[Ww]ho|[Ww]hat|[Ww]hich|[Ww]hose|[Hh]ow|[Ww]hen|[Ww]here|[Ww]hy)\b)(?=\p{Lu})/u;
const LEAD_IN = /^\s*(?:that|about|on|of|to|regarding)\s+/iu;
const CONTENT = /^\s*that\s/iu;
const DENIES = /^(?:deny|doubt|dismiss|reject)$/;
// "His lawyer Ann Lee" is Ann Lee.
const OFFICE = /^(?:\p{Ll}[\p{Ll}’'-]*\s+)+(?=\p{Lu})/u;
// A name and its title are no longer.
const MAX_WORDS = 7;

// What somebody calls something is what they say of it.
const CALLS = /^(?:call|dub|label|describe|liken)$/;
// Words for whatever the story tells of, which say nothing of what it is.
const ANYTHING =
	/^\W*(?:(?:the|this|that|these|those|it|all|whole)\b\s*)*(?:affair|decision|deal|development|episode|event|idea|issue|matter|move|plan|situation|step|story|thing)?s?\W*(?:as)?\W*$/iu;

/** The first words of crediting among some, behind a name. */
function sayingWord(words: readonly Word[], isOpen: boolean): Word | undefined {
	return words.slice(1, MAX_WORDS).find(({ text, lemma }, at) => {
		// "The project" is said by nobody.
		if (words[at]?.wordClass === "DET") return false;
		const kind = cueKind(cueLemma(text, lemma));
		return kind === "say" || kind === "view" || DENIES.test(lemma) || (isOpen && CALLS.test(lemma));
	});
}

/** What a text has somebody say by name; null where it does not. */
export function speechIn(text: string): AskedSpeech | null {
	const opening = OPENING.exec(text);
	const at = (opening ?? STATEMENT.exec(text))?.[0].length;
	if (at === undefined) return null;
	const isOpen = opening?.groups?.["what"] !== undefined;
	const cue = sayingWord(
		readWords(text).filter(({ start }) => start >= at),
		isOpen,
	);
	if (cue === undefined) return null;
	const speaker = text
		.slice(at, cue.start)
		.replace(OFFICE, "")
		.replace(/\s+(?:ever|really|also|actually)\s*$/iu, "");
	const behind = text.slice(cue.end);
	const isQuestion = opening !== null;
	if (!/\p{Lu}/u.test(speaker) || (!isQuestion && !CONTENT.test(behind))) return null;
	const isCalling = CALLS.test(cue.lemma);
	const isAnything = isCalling && ANYTHING.test(behind);
	return {
		speaker: speaker.trim(),
		content: isAnything ? "" : behind.replace(LEAD_IN, "").replace(/[?.!\s]+$/u, ""),
		isOpen,
		isDenial: DENIES.test(cueLemma(cue.text, cue.lemma)),
		isCalling,
	};
}
