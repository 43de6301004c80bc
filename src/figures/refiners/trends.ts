import type { Draft, Refiner } from "../draft.ts";
import type { Trend } from "../figure.ts";

const UP_VERBS =
	"r(?:ise|ises|ising|isen)|rose|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|increas(?:e|es|ed|ing)|advanc(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owing)|rall(?:y|ies|ied|ying)|expand(?:s|ed|ing)?|improv(?:e|es|ed|ing)|swell(?:s|ed)?|rocket(?:s|ed)?|spik(?:e|es|ed)|(?<!\\b(?:gave|give|gives|put|puts|set|sets|make|makes|made|pick|picked|sign|signed|rack|racked|piled|ran|run|runs|built|build|builds|end|ended|take|takes|took|backed|turned|held|come|came|opened|open|sped|line|lined|grew|was|wrapped|use|used)\\s)up(?!\\sto)|(?<=\\bwas\\s)up(?!\\sto)|rebound(?:s|ed)?|added|hik(?:e|ed|ing)";
const DOWN_VERBS =
	"f(?:all|alls|ell|allen|alling)|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|slip(?:s|ped|ping)?|slid(?:e|es|ing)?|los(?:e|es|t|ing)|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|s(?:ink|ank|unk|inks|inking)|shed(?:s|ding)?|dip(?:s|ped|ping)?|decreas(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|slump(?:s|ed|ing)?|eas(?:e|ed|es|ing)|weaken(?:s|ed|ing)?|shr(?:ink|ank|unk|inking)|(?<!\\b(?:boils?|boiling|boiled|shut|shuts|let|sat|sit|broke|break|laid|lay|put|took|track|tracked|stood|step|stepped|handed|cut)\\s)down|contract(?:s|ed|ing)|retreat(?:s|ed)?|crash(?:es|ed)|cuts?|cutting|slash(?:ed|es|ing)|axed|eliminated|trimmed";
const UP_NOUNS =
	"rise|increase|gain|growth|jump|surge|climb|advance|rally|upswing|uptick|hike|expansion|spike|rebound";
const DOWN_NOUNS =
	"drop|decline|fall|decrease|slide|plunge|slump|dip|reduction|cut|loss|contraction|downturn|shrinkage|tumble|crash";

/** What may stand between a verb and how far it went. */
const FILLERS =
	"(?:\\s(?:by|to|at|just|only|nearly|almost|about|around|roughly|approximately|some|more|than|over|under|less|least|up|as|much|an?(?:\\s[a-z-]+)?|at\\s(?:an?|the)\\s(?:[a-z-]+\\s){0,3}(?:rate|pace)\\sof|another|the|further|slightly|sharply|marginally|steadily|nearly|estimated|below|above|even|additional|well|close|modest|mere|whopping|modestly|significantly|dramatically|further|fewer|steep|sharp|record))*?[\\s-]";

interface Cue {
	readonly trend: Trend;
	readonly verb: RegExp;
	readonly nounBefore: RegExp;
	readonly nounAfter: RegExp;
}

function cue(trend: Trend, verbs: string, nouns: string): Cue {
	return {
		trend,
		verb: new RegExp(`\\b(?:${verbs})${FILLERS}$`, "i"),
		nounBefore: new RegExp(`\\b(?:${nouns})\\sof${FILLERS}$`, "i"),
		nounAfter: new RegExp(
			`^(?:[\\s-](?!in\\b|of\\b|to\\b|and\\b|by\\b|from\\b|for\\b|at\\b|on\\b|is\\b|was\\b|with\\b|as\\b|or\\b|after\\b|since\\b|over\\b|a\\b|an\\b|the\\b)[\\w/-]+){0,3}?\\s(?:${nouns})\\b(?!\\sback)`,
			"i",
		),
	};
}

const CUES: readonly Cue[] = [cue("up", UP_VERBS, UP_NOUNS), cue("down", DOWN_VERBS, DOWN_NOUNS)];

/** "cut imports from Norway by 4%": verbs whose object stands between them and how far it went. */
const MOVED_BY =
	/\b(?:(raise[sd]?|raising|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|increas(?:e|es|ed|ing)|gr(?:ew|own|ow)|rose|risen)|(cuts?|cutting|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|trim(?:s|med)?|shr(?:ink|ank|unk)|fell|fallen|declined|dropped))\b(?![^.,;:()]*\b(?:rais|lift|boost|increas|cut|reduc|lower|slash|rose|fell)[a-z]*\b)[^.,;:()]{1,60}\sby\s(?:(?:about|around|nearly|almost|just|only|over|more|than|at|least|up|to|as|much|some|roughly|an?|further|estimated|another)\s)*$/i;
/** "jumped 28% at Lund and 3% at Rowe": the verb is left out where the same preposition follows. */
const LISTED_BY = /^\s(at|in|for|among|on)\s[^.;:()]{1,45}?(?:,|,?\sand)\s$/i;

function movedBy(before: string): Trend | null {
	const match = MOVED_BY.exec(before);
	if (match === null) return null;
	return match[1] === undefined ? "down" : "up";
}

const OR_BEFORE = /^(?:,?\sor\s|,\s)(?:about\s|around\s|nearly\s|roughly\s|more than\s)?$/i;
const BY_BEFORE = /\sby\s(?:about\s|around\s)?$/i;

/** "7 tons, down from 9": where it stands beside where it stood. */
const STOOD =
	/^(?:\s[\p{L}-]+){0,3}(?<!\s(?:drawn|paid|written|stepped|shut|handed|set|picked|made)),?\s\(?(up|down)\sfrom\s/iu;

function trendOf(draft: Draft, text: string): Trend | null {
	const before = text.slice(Math.max(0, draft.start - 70), draft.start);
	const after = text.slice(draft.end, draft.end + 60);
	if (draft.kind === "count" && /^\sfewer\b/i.test(after)) return "down";
	const stood = STOOD.exec(after)?.[1]?.toLowerCase();
	if (stood !== undefined) return stood === "up" ? "up" : "down";
	const moved = CUES.find(({ verb }) => verb.test(before));
	if (moved !== undefined || draft.kind !== "percent") return moved?.trend ?? null;
	return (
		movedBy(before) ??
		CUES.find(({ nounBefore, nounAfter }) => nounBefore.test(before) || nounAfter.test(after))
			?.trend ??
		null
	);
}

/** "lost 140 points, or 0.8%", "were down 3%, Lund by 4%": the verb is left out the second time. */
function carried(draft: Draft, previous: Draft | undefined, text: string): Trend | null {
	if (previous === undefined || previous.trend === null) return null;
	const gap = text.slice(previous.end, draft.start);
	const restated =
		draft.kind === "percent" &&
		/\bor\s/.test(gap) &&
		OR_BEFORE.test(gap.replace(/^\s[a-z]+(?=,?\sor)/i, ""));
	const listed = draft.kind === "percent" && /^(?:,|\sand)\s$/.test(gap);
	const placed = LISTED_BY.exec(gap)?.[1];
	const elsewhere =
		placed !== undefined &&
		draft.kind === "percent" &&
		previous.unit === draft.unit &&
		text.startsWith(` ${placed} `, draft.end);
	return restated || listed || elsewhere || (BY_BEFORE.test(gap) && previous.unit === draft.unit)
		? previous.trend
		: null;
}

/**
 * Reads where a number goes: "rose 0.3%" and "a 4% rise" are up, "down almost 31%" is down. A noun
 * tells only of a percent ("a cut of 800 jobs" counts jobs). A change has both its ends and needs none.
 */
export const readTrends: Refiner = (drafts, { text }) => {
	const done: Draft[] = [];
	for (const draft of drafts) {
		const skipped = draft.value === null || draft.trend !== null || draft.changedFrom !== null;
		const previous = done.findLast(other => other.kind !== "date");
		const trend = skipped ? draft.trend : (trendOf(draft, text) ?? carried(draft, previous, text));
		done.push(trend === draft.trend ? draft : { ...draft, trend });
	}
	return done;
};
