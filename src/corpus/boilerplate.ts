import type { Furniture } from "./passage.ts";

/** Words that outlets' pages print around their articles, and what they are. */
interface Boilerplate {
	readonly furniture: Furniture;
	readonly pattern: RegExp;
	/** At most so many words; longer text is the outlet's own. */
	readonly words: number;
	/** Whether it is told sentence by sentence, so that it is found within a paragraph too. */
	readonly inside: boolean;
}

/** In the order in which they are tried. Spanish, French and German pages have the same buttons. */
const BOILERPLATE: readonly Boilerplate[] = [
	// What the page is built of.
	line("navigation", /^[←→↑↓⟵⟶➔]|[←→⟶➔]$/u, 9),
	line("navigation", /^home\s*[>›»/|]/iu, 15),
	line(
		"navigation",
		/^(?:skip to (?:main )?content|(?:back|return) to .*|home|menu|search|log ?in|sign in|sign up|subscribe(?: now)?|register|next(?: (?:article|post|story))?|previous(?: (?:article|post|story))?|close|loading.*|show(?: hide)?|hide|volver .*|retour .*|zurück .*)$/iu,
		6,
	),
	line(
		"navigation",
		/^(?:(?:leave|post|add|view|write)(?: a| all)? (?:comments?|reply)|comments?(?: \(\d+\))?|\d+ comments?|slideshow.*|photos?|videos?|gallery|(?:tags?|topics?|keywords|categor(?:y|ies)|filed under) ?:.*|share this(?: (?:article|story|post|page|on|via)\b.*)?)$/iu,
		25,
	),
	line(
		"navigation",
		/^(?:advertisement|advertising|ads?|promoted|sponsored(?: content| by .*)?|paid (?:content|post)|ads by .*|(?:story|article|scroll) (?:continues|to continue).*)$/iu,
		8,
	),
	line(
		"navigation",
		/^(?:related|recommended|trending|popular|latest|more|top) (?:articles?|stories|posts?|news|reading|topics|coverage|links)(?: .*)?$|^(?:most (?:read|popular|viewed)|you (?:may|might) (?:also )?like|up next|don[’']t miss|editors?[’']s? picks?)\b/iu,
		8,
	),
	line(
		"navigation",
		/^(?:watch|listen|related|more|read more|read|also read|read also|read next|see also|must read|recommended|don[’']t miss)\s?:/iu,
		40,
	),
	anywhere(
		"navigation",
		/^(?:(?:read|see|view|show|load) (?:more|less|all)|continue reading|(?:click|tap) here|learn more)\b[^.]*$/iu,
		30,
	),
	anywhere("navigation", /\s(?:Read more|Continue reading|Read the full story)\s*[»›→>]*$/u, 40),
	anywhere(
		"navigation",
		/^(?:sign up|subscribe|join|register|get|stay|enter|follow|receive)\b.*\b(?:newsletters?|inbox|e?mail address|alerts|telegram|channel|whatsapp|breaking news|on (?:x|twitter|facebook|instagram|linkedin|google news))\b/iu,
		40,
	),
	anywhere(
		"navigation",
		/\b(?:we|this (?:site|website)) uses? cookies\b|\bcookie (?:policy|settings|preferences)\b|^(?:accept|manage|reject)(?: all)? cookies/iu,
		60,
	),
	anywhere(
		"navigation",
		/\b(?:let us know|tell us|share your (?:thoughts|views|opinions?))\b.*\bcomments?\b/iu,
		40,
	),
	line(
		"navigation",
		/^(?:[\p{L}() .&/-]{2,30}[$€£¥]?\d[\d,.]*\s*[(+\-−▲▼]\s?[+\-−]?\d[\d.]*\s?%\)?\s*)+$/u,
		60,
	),
	line("navigation", /^(?:live )?updated?\b.{0,12}\b\d{1,2}[:.]\d{2}/iu, 12),

	// Who wrote it, and when.
	line(
		"blurb",
		/^(?:By|Written by|Story by|Posted by|Reported by|Edited by)\s+\p{Lu}[^.!?]*$/u,
		10,
	),
	line(
		"blurb",
		/^\W*(?:(?:additional |further )?(?:reporting|editing|writing|research|graphics) by|with (?:assistance|reporting|files|contributions?) (?:by|from)|contributing|contributors?:|author:|compiled by)\b/iu,
		40,
	),
	line("blurb", /^[—–―]{1,2}\s*\p{Lu}[^.!?]*$/u, 7),
	anywhere("blurb", /^[—–―]\s?[^.!?]*\(@\w+\)[^.!?]*$/u, 12),
	line("blurb", /\bcontributed(?: reporting)?(?: (?:to|from) [^.]*)?\.?$/iu, 25),
	line("blurb", /[©ⓒ]|^(?:\(c\)|copyright\b)|\ball rights reserved\b/iu, 40),
	line(
		"blurb",
		/^(?:(?:written |posted )?by|authors?|published|(?:last )?updated|source)\s?:?$/iu,
		3,
	),
	line("blurb", /^(?:featured|cover|header|main) (?:image|photo|picture)\b/iu, 20),
	line(
		"blurb",
		/^(?:our |the )?editorial (?:process|policy|standards|guidelines|note)\b|\bstrict editorial (?:policy|standards|guidelines)\b|^why trust\b/iu,
		100,
	),
	line("blurb", /^(?:about (?:the )?authors?\b|about us$)/iu, 8),
	line(
		"blurb",
		/^(?:this|the) (?:article|story|post|piece)\b.*\b(?:originally|first) (?:published|appeared)|^the post .* (?:appeared first|first appeared) on /iu,
		40,
	),
	anywhere(
		"blurb",
		/^(?:(?:source|photo|photograph|image|picture|credit|illustration|graphic|chart|video)s?(?: credits?| courtesy| source)?\s?:|(?:photo|photograph|illustration|image)s? by\b)/iu,
		12,
	),

	// What the outlet will not answer for.
	line(
		"disclaimer",
		/^(?:legal )?(?:disclaimers?|disclosures?|risk warning)\s?(?::|$)|^(?:ad|advertising|affiliate) disclosure$/iu,
		400,
	),
	anywhere(
		"disclaimer",
		/\bfor (?:general )?(?:(?:educational|entertainment),? (?:and|or) )?information(?:al)?(?:,? (?:and|or|&) (?:educational|entertainment))? purposes\b/iu,
		150,
	),
	anywhere(
		"disclaimer",
		/\b(?:does|do|should|is|are) not\b.{0,40}\b(?:constitute|considered|construed|intended|treated)\b.{0,40}\b(?:advice|recommendations?|solicitation)\b|\bnot (?:be )?(?:financial|investment|legal|trading|tax|medical) advice\b/iu,
		150,
	),
	anywhere(
		"disclaimer",
		/\b(?:do|conduct) your own (?:research|due diligence)\b|\b(?:at|on) your own risk\b|\byou (?:may|might|could|can) lose (?:all|some or all|your (?:entire )?(?:money|funds|investment|capital))\b|\bpast performance (?:is|does) not\b/iu,
		80,
	),
	anywhere(
		"disclaimer",
		/\b(?:views|opinions)(?:,? (?:and|or) (?:views|opinions|thoughts))? expressed\b.{0,60}\b(?:authors?|not necessarily|own|alone|solely)\b|\bwe (?:are|accept|assume|take) no(?:t)? (?:responsible|responsibility|liable|liability)\b/iu,
		80,
	),
	anywhere(
		"disclaimer",
		/\b(?:consult|consulting|speak|seek)\b.{0,60}\b(?:professional|financial advis[eo]r|qualified)\b.{0,40}\bbefore (?:making|taking|investing|acting)\b/iu,
		80,
	),
	anywhere(
		"disclaimer",
		/\bwe (?:may )?(?:earn|receive)\b.{0,40}\bcommissions?\b|\bmay not be (?:published|reproduced|copied),? (?:broadcast|distributed|rewritten|republished)/iu,
		80,
	),
];

/** Section titles that outlets print above any article, whatever it says. */
const SECTION_LABELS =
	/^(?:(?:the )?(?:key|main) (?:takeaways?|points?|facts|findings|highlights)|highlights|takeaways|summary|in (?:brief|short|summary)|tl;?dr|at a glance|(?:the )?quick (?:take|facts)|introduction|background|(?:the )?context|conclusions?|final thoughts|(?:the )?bottom line|glossary|key terms|references|(?:table of )?contents|in this (?:article|story)|on this page|jump to|faqs?|frequently asked questions(?: (?:about|on) .*)?|questions and answers|q ?& ?a|why (?:it|this) matters|what(?:[’']s| is)? (?:it|this) means(?: for you)?|here[’']s what (?:it|this) means(?: for you)?|what happened|what(?:[’']s| is) (?:really )?happening|what(?:[’']s| is| comes)? next|what to (?:watch|expect|know)(?: (?:for|next|now))?|what we know(?: so far)?|go deeper|the big picture|zoom (?:in|out)|driving the news|by the numbers|yes, but|between the lines|the latest|more to come)\W*$/iu;

const STATISTICS =
	/^(?:[\d.,:]+[km]?|an?|ago|just|now|seconds?|secs?|min(?:ute)?s?|mins?|hours?|hrs?|days?|weeks?|months?|years?|sources?|views?|reads?|comments?|shares?|likes?|votes?|articles?|outlets?|neutral|positive|negative|bullish|bearish|mixed|left|right|center|bias|sentiment:?|updated?|published|posted|modified|last|reading|time|[|·•,–—-]+)$/iu;
const STATISTICS_NAMED =
	/\b(?:ago|sources?|views?|reads?|comments?|shares?|likes?|votes?|articles?|outlets?|reading|sentiment)\b/iu;
const DATE_WORDS =
	/^(?:\d{1,4}(?:st|nd|rd|th)?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[:.]\d{2}(?:[ap]m)?|[ap]\.?m\.?|updated?|published|posted|last|on|at|date|[|·•–—-]|(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?|[ecmp][sd]?t|gmt|utc|bst|cest|ist|jst)[,:]?$/iu;
const SHARE_WORDS =
	/^(?:share|tweet|e?mail|print|save|copy|link|url|facebook|twitter|pinterest|linkedin|whatsapp|reddit|telegram|instagram|flipboard|pocket|messenger|bluesky|threads|like|follow|bookmark|comments?|on|this|article|story|post|via|to|us|by|x|[|·•,/&+]+)[.:!]?$/iu;
const SHARE_NAMED =
	/\b(?:share|tweet|copy link|facebook|twitter|pinterest|linkedin|whatsapp|reddit|telegram|instagram|flipboard|bookmark|follow us)\b/iu;

/** What a line is, when all of it is a page's boilerplate; null where it is not. */
export function boilerplateOfLine(text: string): Furniture | null {
	const words = text.split(/\s+/u);
	if (isSectionLabel(text)) return "contents";
	if (isMadeOf(words, STATISTICS, 12) && STATISTICS_NAMED.test(text)) return "navigation";
	if (isMadeOf(words, SHARE_WORDS, 15) && SHARE_NAMED.test(text)) return "navigation";
	if (isMadeOf(words, DATE_WORDS, 10) && /\d/u.test(text) && words.length > 1) return "blurb";
	return find(text, words.length, ({ inside }) => !inside);
}

/**
 * What a sentence is, when it is boilerplate that may stand within a paragraph; else null. A sentence
 * with a quotation reports somebody's disclaimer, and makes none.
 */
export function boilerplateOfSentence(text: string): Furniture | null {
	const quotes = /["“”]/u.test(text);
	return find(text, text.split(/\s+/u).length, ({ inside, furniture }) => {
		return inside && !(quotes && furniture === "disclaimer");
	});
}

/** Whether a line is a section title that says nothing of the story ("Key takeaways:"). */
export function isSectionLabel(text: string): boolean {
	return SECTION_LABELS.test(text);
}

function find(
	text: string,
	words: number,
	admits: (boilerplate: Boilerplate) => boolean,
): Furniture | null {
	const found = BOILERPLATE.find(
		each => words <= each.words && admits(each) && each.pattern.test(text),
	);
	return found?.furniture ?? null;
}

function isMadeOf(words: readonly string[], vocabulary: RegExp, most: number): boolean {
	return words.length <= most && words.every(word => vocabulary.test(word));
}

function line(furniture: Furniture, pattern: RegExp, words: number): Boilerplate {
	return { furniture, pattern, words, inside: false };
}

function anywhere(furniture: Furniture, pattern: RegExp, words: number): Boilerplate {
	return { furniture, pattern, words, inside: true };
}
