import { foldWords } from "../text/fold.ts";
import type { Draft, Marks } from "./draft.ts";
import type { Furniture } from "./passage.ts";

/** What a card says of a passage: whose it is, and whether it only describes the outlet. */
export interface CardPart {
	readonly via: string | null;
	readonly furniture: Furniture | null;
}

/** The words in which a page describes an outlet: whom, from which passage, to before which. */
interface Blurb {
	readonly outlet: string;
	readonly from: number;
	readonly to: number;
}

const NONE: CardPart = { via: null, furniture: null };
const BLURB: CardPart = { via: null, furniture: "blurb" };
const NAME = String.raw`(?:\p{Lu}[\p{L}\p{N}.&'’-]*(?: (?:of|the|and|&|[\p{Lu}\p{N}][\p{L}\p{N}.&'’-]*))*|[\p{L}\p{N}-]+\.\p{Ll}{2,})`;
const SELF_DESCRIPTION = new RegExp(
	`^["“]?(?<outlet>${NAME})(?:, [^,]{1,60},)? (?:are|\\p{Ll}+s)\\b(?<rest>.*)$`,
	"su",
);
const TRADE =
	/\b(?:news|analys[ei]s|research|coverage|content|updates|reports|reporting|insights?|stories|journalism|information|commentary|media|publications?|publisher|outlet|site|website|newspaper|magazine|blog|guides?)\b/iu;
const SIGNATURE =
	/^[—–―-]{1,2}\s*(?:\S.{0,30}\b)?(?:editors?|editorial|staff|team|desk|newsroom)\b.{0,20}$/iu;
const AUTHOR =
	/^\p{Lu}[^.!?]{1,60} is (?:an?|the|our) [^.!?]{0,60}\b(?:journalist|writer|reporter|editor|correspondent|columnist|contributor|blogger)\b,? (?:at|for|with|who (?:covers|writes|specializes|focuses)|covering|based|specializing)\b/u;
const LINES_OF_AUTHORS = 3;
const LONGEST_BLURB = 50;
const SHARED_WORDS = 0.6;

/**
 * The cards of a page: another outlet's title and teaser under a few words that describe that outlet
 * ("Example Wire delivers news on ..."), with an editor's signature below them, or the same words
 * without its name above. Title and teaser are `via` that outlet; the words about it are a blurb.
 */
export function findCards(drafts: readonly Draft[], outlet: string): readonly CardPart[] {
	const parts = drafts.map(() => NONE);
	for (const index of drafts.keys()) {
		const blurb = readBlurb(drafts, index);
		if (blurb === null) continue;
		parts.fill(BLURB, blurb.from, blurb.to);
		if (foldWords(blurb.outlet) === foldWords(outlet)) continue;
		const part = { via: blurb.outlet, furniture: null };
		parts.fill(part, blurb.to, endOfCard(drafts, blurb.to));
	}
	return parts;
}

/** The lines at the end of a page that introduce the one who wrote it ("Ana Moss is a reporter at ..."). */
export function findAuthors(drafts: readonly Draft[]): Marks {
	const from = drafts.length - LINES_OF_AUTHORS;
	return drafts.map(({ text }, index) => (index >= from && AUTHOR.test(text) ? "blurb" : null));
}

function readBlurb(drafts: readonly Draft[], index: number): Blurb | null {
	const draft = drafts[index];
	if (draft === undefined || draft.words.split(" ").length > LONGEST_BLURB) return null;
	const { outlet, rest = "" } = SELF_DESCRIPTION.exec(draft.text)?.groups ?? {};
	if (outlet === undefined || !TRADE.test(rest)) return null;
	const isSigned = isSignature(drafts[index + 1]);
	const isAnnounced = announces(drafts[index - 1], draft, outlet);
	if (!(isSigned || isAnnounced)) return null;
	return {
		outlet,
		from: isAnnounced ? index - 1 : index,
		to: isSigned ? index + 2 : index + 1,
	};
}

/** A card goes on for a title and the paragraph below it, or for a paragraph alone. */
function endOfCard(drafts: readonly Draft[], from: number): number {
	const kind = drafts[from]?.kind;
	const teaser = kind === "heading" || kind === "question" ? from + 1 : from;
	return drafts[teaser]?.kind === "paragraph" ? teaser + 1 : teaser;
}

function isSignature(line: Draft | undefined): boolean {
	return line !== undefined && SIGNATURE.test(`${line.marker} ${line.text}`.trim());
}

/** Whether a line says what the blurb below it says, without the outlet's name. */
function announces(line: Draft | undefined, blurb: Draft, outlet: string): boolean {
	if (line === undefined || ` ${line.words} `.includes(` ${foldWords(outlet)} `)) return false;
	const words = line.words.split(" ").filter(word => word.length > 3);
	const known = new Set(blurb.words.split(" "));
	const shared = words.filter(word => known.has(word)).length;
	return words.length >= 3 && shared >= words.length * SHARED_WORDS;
}
