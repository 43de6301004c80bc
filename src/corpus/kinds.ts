import { foldWords } from "../text/fold.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Line } from "./lines.ts";
import type { PassageKind } from "./passage.ts";

const ENDED = /[.!?…;,:][\s"'”’»)\]]*$/u;
const QUESTION = /\?[\s"'”’»)\]]*$/u;
const DEFINITION = /^[^.:!?"“”]{2,60}:\s+\S/u;
const LONGEST_HEADING = 20;
const LONGEST_LEAD_IN = 6;
const TOP_LINES = 4;
const FEWEST_TITLE_WORDS = 4;
const CAPTION_CREDIT =
	/(?:[.!?…"”]\s+|\(|^)(?:sources?|photo(?:graph)?s?|images?|picture|credit|illustration|graphic|chart|video)(?: credit| courtesy)?(?:\s?:|\s(?:by|via|courtesy of)\s)[^.]{1,80}\)?\.?$/iu;
const AGENCY_CREDIT =
	/\b(?:Getty Images|Shutterstock|iStock|Unsplash|Alamy|AP Photo|AFP\/|EPA\/|REUTERS\/)[^.!?]{0,120}$/u;

/** What each line of a body is, by its marks, its form and what stands around it. */
export function kindsOf(lines: readonly Line[], title: string | null): readonly PassageKind[] {
	const known = title === null ? null : foldWords(title);
	const runs = lines.map(isDefinition);
	const first = lines[0];
	const own =
		known ??
		(first !== undefined && isHeadingLike(first) && !first.marker.startsWith("##")
			? foldWords(first.text)
			: null);
	return lines.map((line, index) => {
		if (index < TOP_LINES && own !== null && isTitle(foldWords(line.text), own)) return "title";
		if (runs[index] === true && (runs[index - 1] === true || runs[index + 1] === true))
			return "item";
		return kindOf(line, lines[index + 1] ?? null);
	});
}

/** Whether a line has the form of a heading: short, one sentence, without a stop. */
export function isHeadingLike({ text, marker }: Line): boolean {
	const words = text.split(/\s+/u).length;
	if (marker.startsWith("#")) return true;
	if (marker !== "" || /^(?:\p{Ll}{2}|[—–―])/u.test(text)) return false;
	if (/:$/u.test(text)) return words <= LONGEST_LEAD_IN;
	return words <= LONGEST_HEADING && !ENDED.test(text) && splitSentences(text).length === 1;
}

/** Whether a line prints the title, be it without the outlet's name or the subtitle after it. */
function isTitle(line: string, title: string): boolean {
	if (line === title) return true;
	const [shorter, longer] = line.length < title.length ? [line, title] : [title, line];
	return shorter.split(" ").length >= FEWEST_TITLE_WORDS && longer.startsWith(`${shorter} `);
}

function kindOf(line: Line, next: Line | null): PassageKind {
	if (isCaption(line.text)) return "caption";
	if (next !== null && isPictureLabel(line, next)) return "caption";
	if (QUESTION.test(line.text) && splitSentences(line.text).length === 1) return "question";
	if (/^[^#>]/u.test(line.marker)) return "item";
	return next !== null && isHeadingLike(line) ? "heading" : "paragraph";
}

/** Whether a line describes a picture and credits it. */
export function isCaption(text: string): boolean {
	return CAPTION_CREDIT.test(text) || AGENCY_CREDIT.test(text);
}

/** Whether a line is the text that stands for a picture, right above the picture's caption. */
function isPictureLabel(line: Line, next: Line): boolean {
	return isHeadingLike(line) && !next.apart && isCaption(next.text) && !isCaption(line.text);
}

function isDefinition(line: Line): boolean {
	return line.marker === "" && DEFINITION.test(line.text) && splitSentences(line.text).length === 1;
}
