import { boilerplateOfLine } from "../../corpus/boilerplate.ts";
import { type Block, lengthOf } from "./blocks.ts";
import { isForeignLine, isSource, isWriter } from "./foreign-lines.ts";

/** A block as it is judged, with its place among the others. */
interface Place {
	readonly block: Block;
	readonly index: number;
	readonly all: readonly Block[];
	/** The index of the first block of prose. */
	readonly first: number;
	/** The index of the last. */
	readonly last: number;
	/** Whether the page lists other pages, so that its links are what it says. */
	readonly isList: boolean;
}

/** Words that invite, above or before what is not of the article, in the languages of many outlets. */
const INVITATION =
	/^\W*(?:(?:you (?:may|might|could) (?:also )?(?:like|enjoy|be interested)|want more|(?:more|see|read|also|related|further|recommended)\b[^.]{0,30}(?::|…|\.{3})|more (?:great|from|on|in|about|stories|news|articles)\b|related\b|recommended\b|(?:watch|listen|video|podcast|gallery)\s*[|:]|trending\b|most (?:read|popular)|read (?:more|next|also)|see (?:more|also)|don[’']t miss|latest (?:news|stories)|breaking news|top stories|editor[’']?s?[’']? picks?|sign up|subscribe|newsletter|advert(?:isement)?$|follow us|share this|tell us what|about the authors?|have a (?:news )?tip|get the latest|get (?:more|our)|join our|download (?:the|our)|click here|watch:|lee (?:también|más)|te puede interesar|más (?:información|noticias)|noticias relacionadas|le puede interesar|no te pierdas|leia (?:também|mais)|veja (?:também|mais)|saiba mais|lire aussi|à lire|voir aussi|sur le même sujet|lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|dazu|infos?)|siehe auch|auch interessant|das könnte (?:sie|dich)|(?:weitere|ähnliche|neueste) (?:artikel|beiträge|informationen|nachrichten|meldungen)|meistgelesen|am beliebtesten|häufig gelesen|zum artikel:|leggi anche|potrebbe interessart|les plus lus|articles similaires|читайте также|смотрите также|lees (?:ook|meer|verder)|meer over|czytaj (?:więcej|także|też|również)|zobacz (?:też|także|również)|läs (?:mer|också|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|čtěte (?:také|více)|přečtěte si|ilgili haberler|bunlar da ilginizi|okumaya devam|xem thêm|baca juga|関連記事|あわせて読みたい|관련기사|相关阅读|延伸阅读))/iu;

/** What an outlet offers its readers in a sentence that tells them to take it. */
const OFFER =
	/(?:^|[.!?:]\s+)(?:(?:please |you can |to )?(?:sign up (?:to|for|here|now|today)|subscribe (?:to|for|here|now|today)|follow (?:us|him|her|them|me|\p{Lu}[\p{L}. ]{1,40}) (?:on|@|at)|download (?:the|our)|join our|get [^.]{3,80}(?:newsletter|inbox|delivered|every (?:day|week|month))|like us on|(?:reach|contact|email) (?:the|our|him|her|them|me|us)\b))/iu;

const SENTENCE_END = /[.!?。！？…][\s"'”’»)\]]*$/u;

/** Text in which most is a link leads elsewhere. */
const MOSTLY = 0.75;

/** A page with more of its text in lines of links is a list of other pages. */
const MOST_LINKED = 0.4;

/** Of what stands around prose, by what it is; each tells what does not belong to an article. */
const FOREIGN: readonly ((place: Place) => boolean)[] = [
	({ block }) => block.kind === "caption",
	({ block }) => !/[\p{L}\p{N}]/u.test(block.text),
	({ block }) => boilerplateOfLine(block.text) === "navigation",
	({ block }) => isForeignLine(block),
	// What a list offers below such a line.
	({ block, index, all }) => block.kind === "item" && isOffered(all, index),
	({ block, index, last }) => index >= last && isWriter(block),
	// Credits and bylines stand at the ends; within, a dash and a name tell who said what stands above.
	({ block, index, first, last }) =>
		(index < first || index > last) &&
		(boilerplateOfLine(block.text) === "blurb" || isSource(block)),
	// A line that is a link alone, and no sentence.
	({ block, isList }) =>
		!isList && isLinked(block) && block.kind !== "item" && !SENTENCE_END.test(block.text),
	place =>
		!place.isList && place.block.kind === "item" && isLinked(place.block) && isInLinkedList(place),
	({ block }) =>
		INVITATION.test(block.text) && (block.linked * 2 >= block.text.length || isLabel(block)),
	({ block }) => block.linked > 0 && block.text.length < 300 && OFFER.test(block.text),
	// Above the first paragraph stand the title, its subject, the date and who wrote it.
	({ block, index, first }) =>
		index < first && (block.kind === "heading" || sizeOf(block.text) < 40 || isLinked(block)),
];

/**
 * The blocks that are the article's own: without captions, bylines, links to other pages, invitations, and
 * what stands below a heading of such.
 */
export function chooseBlocks(blocks: readonly Block[]): readonly Block[] {
	const whole = withoutTail(blocks);
	const first = leadOf(whole);
	const last = whole.findLastIndex(block => isProse(block));
	const isList = lengthOf(whole.filter(isLinked)) > MOST_LINKED * lengthOf(whole);
	const own = whole.filter((block, index) => {
		const place: Place = { block, index, all: whole, first, last, isList };
		return !FOREIGN.some(isForeign => isForeign(place));
	});
	// Headings at the end head what was left out.
	return own.slice(0, own.findLastIndex(({ kind }) => kind !== "heading") + 1);
}

/** How much a text says, in letters of an alphabet; a character of Chinese or Japanese says as much as three. */
function sizeOf(text: string): number {
	return (
		text.length + 2 * (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0)
	);
}

/** Whether a block is a few words and no sentence. */
function isLabel({ text }: Block): boolean {
	return text.length < 60 && !SENTENCE_END.test(text.replace(/(?:…|\.{3})$/u, ""));
}

/** A lead that is much of the whole is none. */
const LONGEST_LEAD = 0.15;

/** The index of the first block that is a sentence or more, as far as little stands above it. */
function leadOf(blocks: readonly Block[]): number {
	const first = blocks.findIndex(block => isProse(block, 40));
	return lengthOf(blocks.slice(0, Math.max(0, first))) < LONGEST_LEAD * lengthOf(blocks)
		? first
		: 0;
}

function isLinked({ linked, text }: Block): boolean {
	return linked >= MOSTLY * text.length;
}

function isOffered(all: readonly Block[], index: number): boolean {
	const head = all[all.slice(0, index).findLastIndex(({ kind }) => kind !== "item")];
	return head !== undefined && head.kind !== "heading" && isForeignLine(head);
}

function isInLinkedList({ index, all }: Place): boolean {
	return [all[index - 1], all[index + 1]].some(other => other?.kind === "item" && isLinked(other));
}

/** Whether a block is a sentence or more of so many letters, and not chiefly links. */
export function isProse({ kind, text, linked }: Block, size = 80): boolean {
	return (
		kind !== "heading" &&
		kind !== "caption" &&
		sizeOf(text) >= size &&
		linked * 2 < text.length &&
		SENTENCE_END.test(text)
	);
}

/** What follows an invitation at the end is what it invites to, unless it is much. */
const LONGEST_TAIL = 0.25;

function withoutTail(blocks: readonly Block[]): readonly Block[] {
	const total = lengthOf(blocks);
	const cut = blocks.findIndex(
		(block, index) =>
			index > 0 &&
			INVITATION.test(block.text) &&
			isLabel(block) &&
			lengthOf(blocks.slice(index)) < LONGEST_TAIL * total &&
			!blocks.slice(index + 1).some(block => isProse(block)),
	);
	return cut === -1 ? blocks : blocks.slice(0, cut);
}
