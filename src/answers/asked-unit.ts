import type { Claim } from "../claims/claim.ts";
import type { Figure } from "../figures/figure.ts";
import type { Question } from "./question.ts";

/** What tells in what something is counted: of a figure of a sentence, or of a claim. */
interface Counted {
	readonly unit: string | null;
	readonly value: Figure["value"];
	readonly trend: Figure["trend"];
}

const MONEY = /^[A-Z]{3}\b|^cents?\b|coin\b/;
const LENGTH = /^(?:(?:kilo|centi|milli)?meter|mile|foot|inch|yard)$/;
const HEIGHT = /^(?:(?:centi|milli)?meter|foot|inch|yard)$/;
const TIME = /^(?:second|minute|hour|day|week|month|quarter|year|decade)$/;

function isIn(...units: readonly RegExp[]): (counted: Counted) => boolean {
	return ({ unit }) => units.some(known => known.test(unit ?? ""));
}

/** A part of a whole, not what it grew by: in percent, or as "a third" and "nine in ten". */
function isShare({ unit, value, trend }: Counted): boolean {
	if (trend !== null) return false;
	if (unit?.startsWith("percent") === true) return true;
	return typeof value === "number" && value > 0 && value < 1 && !MONEY.test(unit ?? "");
}

// Questions with these words may be answered in money, in percent, or in time.
const IN_MONEY = String.raw`dollars?|euros?|pounds?|yen|bucks|percent\w*|cents?|points?|bitcoins?|coins?`;
const IN_TIME =
	"seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centur(?:y|ies)";

const MOVES =
	"r[io]se|risen|rising|f[ae]ll|fallen|falling|drop(?:s|ped)?|gain(?:s|ed)?|los[et]|loss|climb(?:s|ed)?|slid|sank|jump(?:s|ed)?|grow|grew|grown|shr[aiu]nk|declined?|increased?|decreased?|slip(?:s|ped)?|surged?|plunged?";

const PAYING =
	"cost|costs|costing|pay|pays|paid|paying|spend|spends|spent|spending|earn|earns|earned|owe|owes|owed|fetch|fetched|sold|invested|donated|worth";

/** In which units what is asked for is told; the first that a question fits. */
const MEASURED: readonly {
	readonly asked: RegExp;
	readonly fits: (counted: Counted) => boolean;
}[] = [
	{
		asked:
			/\b(?:what|which) (?:share|percentage|proportion)\b|\bwhat percent\b|\bpercent(?:age)? of\b/iu,
		fits: isShare,
	},
	{
		asked: new RegExp(
			`\\bhow (?:big|large) (?:is|was|are|were|will|would|could|may|might)\\b(?!.*\\b(?:${MOVES}|growth|change)\\b)`,
			"iu",
		),
		fits: counted => !isShare(counted) && !isIn(/^percent/)(counted),
	},
	{
		asked: new RegExp(`\\bhow many\\b(?!.*\\b(?:${IN_MONEY}|${IN_TIME})\\b)`, "iu"),
		fits: counted => !isIn(MONEY, /^percent/, TIME, /^year of age$/)(counted),
	},
	{
		asked: new RegExp(`\\bhow many\\b(?!.*\\b(?:${IN_MONEY})\\b)`, "iu"),
		fits: counted => !isIn(MONEY, /^percent/)(counted),
	},
	// "Its biggest one-day loss" is by how much nothing fell.
	{
		asked: new RegExp(`\\bhow much\\b(?!.*\\b(?:${IN_TIME}|time)\\b).*\\b(?:${MOVES})\\b`, "iu"),
		fits: counted => !isIn(TIME)(counted),
	},
	{ asked: /\bhow (?:tall|deep)\b/iu, fits: isIn(HEIGHT) },
	{ asked: /\bhow wide\b/iu, fits: isIn(LENGTH) },
	{ asked: /\bhow fast\b/iu, fits: isIn(/ per |^percent|^knot$/) },
	{ asked: /\bhow long\b/iu, fits: isIn(LENGTH, TIME, /^(?:page|word)$/) },
	{ asked: /\bhow old\b/iu, fits: isIn(/^(?:year(?: of age)?|decade|century)$/) },
	{ asked: /\bhow heavy\b/iu, fits: isIn(/gram$|^pound$|^ton|^ounce$/) },
	{
		asked: new RegExp(
			`\\bhow much (?:(?:more|less|extra|of the) )?(?:money|cash)\\b|\\bhow (?:much|pric(?:e)?y|expensive)\\b(?!.*\\b(?:electricity|energy|power|time|water|oil|gas|carbon)\\b).*\\b(?:${PAYING})\\b|\\bhow pric(?:e)?y\\b|\\bwhat(?:[’']s| is| was| are| were) (?:\\S+ ){1,4}(?:revenues?|profits?|income|earnings|salary|wages?|budget|turnover|debt|share price)\\b|\\bwhat (?:does|do|did) (?:\\S+ ){1,4}(?:earn|cost|owe|charge)\\b|\\bhow much (?:is|was|are|were) (?:the|a|an|his|her|their|its)\\b`,
			"iu",
		),
		fits: isIn(MONEY),
	},
];

/** Whether a figure is of the kind that a question asks for, by its unit; any is where it asks for no kind. */
export function unitAsked({ text, want }: Question): (counted: Counted) => boolean {
	const measured = want === "amount" ? MEASURED.find(({ asked }) => asked.test(text)) : undefined;
	return measured?.fits ?? (() => true);
}

/** The same of a claim: some report must be told so. */
export function claimUnitAsked(question: Question): (claim: Claim) => boolean {
	const fits = unitAsked(question);
	return ({ reports, unit }) =>
		reports.some(report => fits({ ...report, unit: report.unit ?? unit }));
}
