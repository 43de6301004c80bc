import type { Span } from "../text/span.ts";

/** Words before a number that make it a name or a place in a list, whatever their case. */
const NUMBERED =
	"gate|post|row|seat|room|channel|route|highway|interstate|exit|flight|chapter|page|section|article|clause|schedule|appendix|figure|fig|table|line|platform|track|lot|unit|apartment|apt|suite|block|bus|pier|runway|terminal|court|step|part|season|episode|volume|vol|issue|act|scene|type|phase|stage|tier|grade|class|group|model|version|mark|mk|generation|gen|game|round|match|week|day|year|question|item|point|rule|test|trial|area|studio|windows|iphone|ipad|galaxy|pixel|playstation|xbox|boeing|airbus|ios|android|agenda|protocol|title|proposition|resolution|formula|apollo|covid|code|pin|id|ref|case|bill|order|catch|euro|fifa|f";

/** Share indexes and lists that are named by a number. */
const INDEX =
	"s\\s?&?\\s?p|ftse|fortune|forbes|nasdaq|dax|cac|nikkei|topix|russell|stoxx|asx|tsx|msci|csi|ibex|mib|nifty|sensex|dow|hang seng|wilshire|global|top|ta";

/** Clock times: "10.45pm", "11:30 a.m. EDT", "0401 GMT", "03:00 local time", "6 p.m.". */
const CLOCK_TIMES =
	/(?<![\d.:,])\d{1,2}(?:[:.]\d{2}){1,2}\s?[ap]\.?m\b\.?|(?<![\d.:,$£€])\d{1,2}\s?[ap]\.?\s?m\b\.?|(?<![\d.:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])|\b[0-2]\d[0-5]\d\s(?:GMT|UTC|EST|EDT|PST|PDT|CET|BST|JST|hours|hrs|local)\b|\b\d{1,2}\.\d{2}\s(?:GMT|UTC|BST)\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?(?:o['’]clock|[ap]\.m\.)|\d{1,2}\s?o['’]clock/gi;

/** Whether a text tells a time of day in digits or by "o'clock", or as noon or midnight. */
export function tellsClockTime(text: string): boolean {
	return text.search(CLOCK_TIMES) >= 0 || /\b(?:noon|midnight)\b/iu.test(text);
}

/** Text in which digits count nothing. Each pattern's whole match is set aside. */
const PATTERNS: readonly RegExp[] = [
	// Addresses: their digits are codes.
	/\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/gi,
	CLOCK_TIMES,
	// Ratios: "3:1", "1:50,000", a "3-for-2" split.
	/(?<![\w.,:$£€])\d{1,3}(?:\.\d+)?:\d{1,3}(?:,\d{3})*(?![\w:]|\.\d)|(?<![\w.,$£€-])\d{1,3}-for-\d{1,3}\b/gi,
	// Telephone and account numbers.
	/(?<![\w.,$£€])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,5}\)\s?)\d{3,4}[\s.-]?\d{3,4}\b|(?<![\w.,$£€])\+\d[\d\s.-]{7,}\d|(?<![\w.,$£€])(?:\d-)?\d{3}[-.]\d{3}[-.]\d{4}\b|(?<![\w.,$£€-])\d{3}-\d{4}(?![\d-])|(?<![\w.,$£€])0\d{2,4}\s\d{3,4}\s?\d{3,4}\b|(?<!\d)(?!(?:1[5-9]|20)\d\d-(?:1[5-9]|20)\d\d(?!\d))\d{4,}-\d{4,}/g,
	// Cases in court and the like: "17-cv-00220".
	/(?<![\w.,$£€-])\d{1,4}-(?!to-|by-|for-|in-|or-|x-)[A-Za-z]{1,4}-\d+\b/g,
	// "No. 12-3176", "docket no. 4417", "H.R. 1540".
	/\bNos?\.\s?\d+-\d+\b|\b(?:docket|case|file|invoice|account|patent|permit|licen[cs]e)\s(?:no\.?|number)\s?[\d-]*\d\b/gi,
	/(?<![\w.])(?:H\.\s?R|S|A\.\s?B|S\.\s?B|H\.\s?J\.\s?Res)\.\s\d{1,4}\b(?![\d%]|[.,]\d)/g,
	// Teams by age: "the Under-21 side", "U19s".
	/\b(?:Under[\s-]|U-?)(?:1[4-9]|2[0-3])s?\b|\bunder-(?:1[4-9]|2[0-3])s?(?=\s(?:side|team|squad|international|captain|coach|level|world|european|championship|tournament|football|rugby|cricket)s?\b)/g,
	// Versions: "3.1.2", "v2", "version 2.1".
	/(?<![\d.,$£€])v?\d+\.\d+\.\d+(?:\.\d+)*\b|\bv\d+(?:\.\d+)*\b/gi,
	// The number of a list item, and a footnote.
	/^\s*(?:\d{1,2}[.)]|\(\d{1,2}\)|#\d+)(?:\s|$)|\[\d{1,3}\]/g,
	// Scores and records: a "range" that falls, or one that is won, lost or drawn.
	/(?<![\w.,$£€])(?:\d{1,3}[-–]){2,}\d{1,3}(?![\w%])(?![.,]\d)/g,
	/(?<=\b(?:won|win|wins|trail|trailed|trailing|beat|beats|beaten|lost|lose|loses|drew|draw|draws|score|scoreline|tied|tie|ended|defeat|defeated|victory|lead|led|leading|leads|aggregate|final|result|down|up|to)\s(?:[A-Za-z]+\s){0,3})(?<![\d.,$£€])\d{1,3}[-–]\d{1,3}(?=[\s.,;)]|$)(?!\s(?:percent|per cent|points?|million|billion|years?|months?|days?|%))/gi,
	/(?<![\w.,$£€/-])\d{1,3}[-–]\d{1,3}(?=\s(?:win|victory|defeat|loss|draw|lead|record|score|thrashing|upset|vote|aggregate))/gi,
	// Named numbers.
	new RegExp(
		`(?<![A-Za-z-])(?:${NUMBERED})s?\\s(?:\\d{1,4}(?:\\.\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)(?:s\\b)?(?![\\d%]|[.,]\\d|[A-Za-z°]|-(?:year|month|day|week|percent|million|billion|mile|foot|inch)|\\s(?:percent|per cent|million|billion|people|years|months|days|weeks|hours|minutes|times|degrees|dollars|euros|pounds))`,
		"gi",
	),
	new RegExp(
		`(?<![A-Za-z])(?:${INDEX})(?:[\\s-]|\\/[A-Z]+\\s)\\d{1,4}(?![\\d%]|[.,]\\d|\\s(?:percent|per cent|million|billion))`,
		"gi",
	),
	/(?<![\d.,$£€])\b\d{2,4}(?=[\s-](?:[Ii]ndex|[Ss]eries)\b)/g,
	/\b(?:1\d|20|21)(?:st|th) Century(?= [A-Z])/g,
	// Houses: "10 Downing Street"; but "200 High Street shops".
	/(?<![\w.,$£€-])\d{1,5}[A-Z]?\s(?:[A-Z][\p{L}'’.]+\s){1,3}?(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Terrace|Crescent)\b(?!\s[a-z]+s\b)/gu,
	// Odds, races and summits: "three-to-one", "a 5K race", "COP 27"; the singer.
	/(?<![\w.,$£€-])(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)-to-(?:1|one)\b(?!-)/gi,
	/\b(?:5|10|15|20|30|50|100)[Kk]\b(?=\s(?:road\s|charity\s|fun\s|women['’]s\s|men['’]s\s)?(?:races?|runs?|final|event|walk|title|course|runner|record)\b)|(?<=\b(?:a|the|her|his|their|women['’]s|men['’]s)\s)(?:5|10|15|20)K\b(?!\s[a-z]+s\b)|\bCOP\s?\d\d\b|\b50 Cent\b/g,
	// "Web 2.0"
	/(?<=\b[A-Z][A-Za-z]+\s)\d\.0\b(?!\s?(?:%|percent|million|billion|[a-z]+s\b))|(?<=\b(?:Web|Industry|Web3)\s)\d\.0\b/g,
	/\b(?:9\/11|24\/7|50[/-]50|4x4|(?:1080|720|2160|1440|480)p|[2-6]g\b|4k\b)/gi,
	// "one" that is a pronoun or an idiom, and numbers inside idioms.
	/\b(?:no one|one another|one['’]s|(?:the|this|that|which|each|every|any|some|another|a|an|last|next|first|only|loved|new|good|bad|big|right|wrong|little|young|old|such|other)\s(?:\w+\s)?one(?!\s(?:of|million|billion|percent|per|hundred|thousand|or|in|hour|day|week|month|year|point)\b|-)|at one (?:point|time|stage)|one day(?!s)|day one|one by one|number one|(?:half|quarter) (?:past|to) \w+|one[- ](?:time|off|way|sided|on|to)\b|one or (?:more|another)|one thing|one way|(?<=\b)ones|for one,|one['’]?d|one (?:can|could|must|should|would|might|may|is|was|has|wants|needs)|(?:back to )?square one|all[- ]in[- ]one|two[- ]way|zero[- ]sum|two[- ]faced|high five|on all fours|million[- ]dollar question|cloud nine|fifty[- ]fifty|catch twenty|one and only|zero[- ]day|(?:net|absolute|ground|patient|near|carbon)[- ]zero|zero[- ](?:tolerance|carbon|emissions?|covid|trust|hour))\b/gi,
];

const DASHED = /(?<![\w.,$£€/-])(\d{1,3})[-–](\d{1,3})(?![\d%-]|[.,]\d|\s?(?:percent|per cent))/g;

/** "2-2", "9-7": what would be a range that does not rise is a score. */
function fallingRanges(text: string): readonly Span[] {
	return [...text.matchAll(DASHED)]
		.filter(([, first, second]) => Number(first) >= Number(second))
		.map(match => ({ start: match.index, end: match.index + match[0].length }));
}

/**
 * The spans in which digits and words of number count nothing: clock times, telephone numbers,
 * versions, scores, list numbers, named numbers ("Gate 12", "S&P 500"), addresses, idioms.
 */
export function notFigures(text: string): readonly Span[] {
	const matched = PATTERNS.flatMap(pattern =>
		[...text.matchAll(pattern)].map(match => ({
			start: match.index,
			end: match.index + match[0].length,
		})),
	);
	return [...matched, ...fallingRanges(text)];
}
