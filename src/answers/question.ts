import type { Context } from "../claims/context.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Figure } from "../figures/figure.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import { putInTerms, putPlainly } from "../text/everyday-phrases.ts";
import { type Correction, correctionsOf, putRight, weighTopic } from "./match.ts";
import { findOutlets } from "./outlets-named.ts";

/** What a question asks for. */
export type Want =
	| "ranking"
	| "wording"
	| "silent"
	| "role"
	| "source"
	| "speech"
	| "date"
	| "amount"
	| "agreement"
	| "reason"
	| "place"
	| "doubt"
	| "anything";

/** A question as it was read. */
export interface Question {
	/** As asked, with misspelt words put right. */
	readonly text: string;
	readonly corrections: readonly Correction[];
	readonly want: Want;
	/** What it is about, without the words that only ask. */
	readonly topic: Context;
	/** The values that it states ("$120,000"), dates aside. */
	readonly figures: readonly Figure[];
	/** The dates, months and years that it names. */
	readonly dates: readonly Figure[];
	/** Three or more words in quotation marks. */
	readonly quoted: string | null;
	/** The story's outlets that it asks about by name; none where it asks about all. */
	readonly outlets: readonly string[];
}

// In this order, for a question may fit several: the narrower comes first.
const WANTS: readonly { readonly want: Want; readonly pattern: RegExp }[] = [
	{ want: "ranking", pattern: /\b(?:most|fewest|least|more) (?:\w+ )?(?:figures|numbers)\b/iu },
	{
		want: "silent",
		pattern:
			/\b(?:silent|silence|omits?|omitted|leaves? out|left out|fails? to (?:report|mention)|(?:do|does|did)(?: not|n[’']t) (?:report|mention|print|say|carry)|never (?:reports?|mentions?|prints?|says?)|(?:gives?|prints?|mentions?|reports?|names?) no)\b/iu,
	},
	{
		want: "wording",
		pattern: /\b(?:exact words?|verbatim|word for word|quot(?:e|es|ed|ation|ations))\b/iu,
	},
	{ want: "role", pattern: /^\W*who(?:[’']s| is| was| are)\b/iu },
	{
		want: "source",
		pattern:
			/\bwho (?:made|makes|said|says|reported|reports|forecasts?|predict\w*|estimat\w*|publish\w*|claim\w*|calculat\w*|found|wrote|gave|came|put|projects?|projected)\b|\b(?:where (?:does|do|did) .+ come from|what (?:is|are) the sources?|whose (?:forecast|estimate|figure|number|data|report))\b/iu,
	},
	{
		want: "speech",
		pattern:
			/\bwhat (?:did|does|do|has|have|had|was|were) .+ (?:say|said|saying|think|argue|claim|predict|warn|tell|told|call|suggest|explain|expect)\b|\baccording to\b/iu,
	},
	{
		want: "date",
		pattern:
			/^\W*when\b|\b(?:what|which) (?:day|date|month|year|time)\b|\bon (?:what|which) day\b|\b(?:day|date) of\b/iu,
	},
	{
		want: "amount",
		pattern:
			/\bhow (?:much|many(?! (?:outlets|papers|articles|sites)\b)|big|large|high|low|far|fast|long|strong|old|often|wide|deep|heavy|tall|few)\b|\bwhat (?:share|percentage|proportion|number|amount)\b|\bwhat (?:is|was|are|were|will be) the (?:\w+ )*(?:price|cost|rate|size|value|number|toll|amount|share|speed|level|percentage|average|total)\b|\bwhat(?:[’']s| is| was| are| were) (?:\S+ ){1,4}(?:revenues?|profits?|income|earnings|salary|wages?|budget|population|turnover|debt|deficit|height|weight|rating|turnout|market share|share price)\b|\bwhat (?:does|do|did) (?:\S+ ){1,4}(?:earn|cost|weigh|pay|owe|charge)\b|\bby how\b|\b(?:percent|percentage)\b|\bwhat(?:[’']?s| is| are| was) .+ (?:trading|priced|valued|selling|worth)\b|\bwhere do(?:es)? .+ see\b|\b(?:at|to|by|from) what (?:level|rate|price|amount|percentage|share|speed)\b/iu,
	},
	{
		want: "doubt",
		pattern:
			/\b(?:anyone|anybody|any \w+|who|somebody|someone|experts?|critics?) (?:\w+ )?(?:doubts?|questions?|warns?|fears?|criticis\w+|criticiz\w+|objects?)\b|\bwhat (?:are|were) the (?:\w+ )?(?:risks|limits|limitations|downsides|drawbacks|obstacles|challenges|problems|doubts|concerns)\b/iu,
	},
	{ want: "reason", pattern: /^\W*why\b|\bhow come\b|\bwhat (?:caused|explains|drives|drove)\b/iu },
	{
		want: "place",
		pattern:
			/^\W*where\b|\b(?:which|what) (?:countr(?:y|ies)|cit(?:y|ies)|towns?|states?|places?|regions?|areas?|districts?)\b/iu,
	},
	{ want: "agreement", pattern: /\b(?:agree|disagree|differ|compare|contradict|consistent)\b/iu },
];

const QUOTED = /["“”«»]([^"“”«»]{8,})["“”«»]/u;

// Words that tell what kind of answer is wanted, and nothing of what it is about.
const CUES: readonly RegExp[] = [
	/(?:[,;.?]|\band)\s+do(?:es)? (?:everybody|everyone|all|they|(?:all |every |the )+(?:outlets?|papers?|reports?)) (?:say the same|agree|differ|match)\b/giu,
	/\b(?:what|which|who) (?:is|are|was|were) the sources? (?:for|of|behind)\b/giu,
	/\bwhere (?:does|do|did)\b|\b(?:comes?|came) from\b/giu,
	/\band who (?:says|said|reports?|reported)(?: so| it| that)?\b/giu,
	/\b(?:silent|silence) (?:on|about)\b|\b(?:leaves?|left|leaving) out\b|\bfail(?:s|ed)? to (?:report|mention)\b/giu,
	/\b(?:cover(?:s|ed)?|tells?|reports?) (?:on )?(?:(?:the|this) story\b|(?:this|it)(?=\W*$))/giu,
	/\b(?:anyone|anybody|any outlet|who|somebody|someone|experts?|critics?) (?:doubts?|questions?|warns?|fears?|criticis\w+|criticiz\w+|objects?)(?: that| about| of| to)?\b/giu,
	/\bwhat (?:are|were) the (?:\w+ )?(?:risks|limits|limitations|downsides|drawbacks|obstacles|challenges|problems|doubts|concerns) (?:of|to|with|for|about)\b/giu,
	/\b(?:gives?|prints?|mentions?|reports?|names?) no\b/giu,
	/(?<=\bwhat (?:did|does|do|has|have) .+ )(?:call(?:ed)?|dub(?:bed)?|label(?:ed)?|describe[ds]?|likene?d?)\b/giu,
	/(?<=\b(?:outlets?|papers?|articles?|sites?|who|which|they|all) )(?:name|list)s?\b/giu,
	/\b(?:omit(?:s|ted)?|mention(?:s|ed)?|br(?:ing(?:s|ing)?|ought) up|never|besides|else)\b/giu,
	/(?<=\bhow much (?:more |less |extra )?)(?:money|cash)\b/giu,
	/(?<=\bhow )(?:long|old|tall|wide|deep|heavy|big|large|high|low|far|fast|strong|cheap|pric(?:e)?y|badly|often)\b/giu,
	/\b(?:what|which) (?:day|date|month|year)\b/giu,
	/\b(?:what|which) (?:share|percentage|proportion|number|amount|sort|kinds?|types?) of\b/giu,
	/\b(?:which|what) (?:countr(?:y|ies)|cit(?:y|ies)|towns?|states?|places?|regions?|areas?|districts?)\b/giu,
];

/** A question without the words that only tell what kind of answer is wanted: "who is silent on X" gives "who is X". */
export function subjectOf(text: string): string {
	return CUES.reduce((rest, cue) => rest.replace(cue, " "), text);
}

function wantOf(text: string): Want {
	return WANTS.find(({ pattern }) => pattern.test(text))?.want ?? "anything";
}

/** "Did ...?", "Is ...?": a question to be answered by yes or no. */
export const WHETHER = /^\W*(?:did|does|do|has|have|had|will|is|are|was|were)(?:n['’]t)?\b/iu;

// "100k" in a question is money or a count; "all five outlets", "one bitcoin" state no figure.
const INCIDENTAL = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|a|an|half|both)$/iu;

function statedFigures(figures: readonly Figure[], outletCount: number): readonly Figure[] {
	return figures.filter(
		({ kind, text, value, unit }) =>
			kind !== "date" &&
			kind !== "ordinal" &&
			value !== null &&
			!INCIDENTAL.test(text.split(/\s+/)[0] ?? "") &&
			!(unit === "outlet" && value === outletCount),
	);
}

// Newsroom words for a count that the coverage words as a verb.
const DEATH_TOLL = /\bdeath toll\b/giu;

/** A question in the terms of a story, which mostly prints another name for a thing. */
function inTermsOf({ articles }: Story, text: string): string {
	return putInTerms(text, words => {
		const printed = new RegExp(String.raw`\b${words}\b`, "giu");
		return articles.reduce(
			(sum, { article }) => sum + (article.body.match(printed)?.length ?? 0),
			0,
		);
	});
}

/** Reads a question that was asked of a story. */
export function readQuestion(story: Story, asked: string): Question {
	const { outlets, rest } = findOutlets(
		story,
		inTermsOf(story, putPlainly(story.index.inOwnCase(asked))).replace(
			DEATH_TOLL,
			"number of people killed",
		),
	);
	const corrections = correctionsOf(story, rest);
	const text = putRight(rest, corrections);
	const figures = extractFigures(text);
	const want = wantOf(text);
	return {
		text,
		corrections,
		want,
		topic: weighTopic(story, subjectOf(text), want === "amount" || WHETHER.test(text)),
		figures: statedFigures(figures, outletsOf(story).length),
		dates: figures.filter(({ kind }) => kind === "date"),
		quoted: QUOTED.exec(text)?.[1] ?? null,
		outlets,
	};
}
