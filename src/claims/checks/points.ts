import { contains, slice } from "../../text/span.ts";
import type { PlainCheck } from "../claim.ts";
import type { FigureMention } from "../figure-mentions.ts";
import { bySentence, type Change, tellsOf } from "./changes.ts";
import type { CheckMaker } from "./check-maker.ts";
import { digits, signedPercent } from "./computed.ts";
import { placeCheck, placesAmong } from "./placing.ts";

const POINT = "percentage point";

/** A percent that goes to another ("from 5 percent to 7 percent"), where the sentence has one such change. */
function changeAmong(mentions: readonly FigureMention[]): Change | null {
	const changes = mentions.flatMap(to => {
		const { changedFrom, unit } = to.figure;
		if (changedFrom === null || unit !== "percent") return [];
		const from = mentions.find(each => contains(changedFrom, each.figure));
		return from?.figure.unit === "percent" ? [{ from, to }] : [];
	});
	const [change, ...others] = changes;
	return others.length === 0 ? (change ?? null) : null;
}

/** The percent or the points by which a sentence tells of its change; null for none or several. */
function toldOf(change: Change, mentions: readonly FigureMention[]): FigureMention | null {
	const others = mentions.filter(each => each !== change.from && each !== change.to);
	const [told, ...more] = others.filter(({ figure }) => figure.kind === "percent");
	if (told?.figure.trend === null) return null;
	return told !== undefined && more.length === 0 && tellsOf(told, change) ? told : null;
}

const exactValue = ({ figure: { value, bound } }: FigureMention) =>
	typeof value === "number" && bound === "exactly" ? value : Number.NaN;

// What adding decimals may be off by.
const HAIR = 1e-6;
// A share within this part of the printed percent is that percent, rounded.
const LOOSE = 0.1;

/** Whether points that a sentence prints cannot be those of its ends, each rounded as printed. */
function areWrong(points: number, { from, to }: Change, told: FigureMention): boolean {
	const steps = [from, to, told].map(({ figure }) => (figure.step ?? 0) / 2);
	const slack = steps.reduce((all, step) => all + step, HAIR);
	return Math.abs(points - exactValue(told)) > slack;
}

/** Whether a printed percent is the difference of its ends in points, and not their ratio. */
function isOfPoints(points: number, share: number, printed: number): boolean {
	const isShare = Math.abs(Math.abs(share) - printed) <= LOOSE * printed;
	return Math.abs(points - printed) <= HAIR && !isShare;
}

const wordsOf = ({ sentence, figure }: FigureMention) => slice(sentence.text, figure);

function checkOf(change: Change, told: FigureMention): Omit<PlainCheck, "reports"> | null {
	const [start, end] = [exactValue(change.from), exactValue(change.to)];
	const points = Math.abs(end - start);
	const share = (end / start - 1) * 100;
	if (!Number.isFinite(share)) return null;
	const inPoints = told.figure.unit === POINT;
	const isWrong = inPoints
		? areWrong(points, change, told)
		: isOfPoints(points, share, exactValue(told));
	if (!isWrong) return null;
	const right = `${digits(points)} percentage point${points === 1 ? "" : "s"}`;
	const sum = `computed: ${digits(Math.max(start, end))} − ${digits(Math.min(start, end))}`;
	const besides = inPoints ? "" : `, or ${signedPercent(share)}`;
	const { outlet } = told.reading.text.article;
	const text = `${wordsOf(change.from)} to ${wordsOf(change.to)} is ${right}${besides} (${sum}), not ${wordsOf(told)}; ${outlet} prints all of them`;
	return { kind: "arithmetic", text, holds: false };
}

/**
 * A change between two percents that is told as a percent where it is percentage points ("rose 2 percent,
 * from 5 percent to 7 percent"), or in points that its ends do not have. Only with both ends in the sentence.
 */
export const checkPoints: CheckMaker = (claims, { mentions }) => {
	const find = placesAmong(claims);
	return [...bySentence(mentions).values()].flatMap(own => {
		const change = changeAmong(own);
		const told = change === null ? null : toldOf(change, own);
		if (change === null || told === null) return [];
		const check = checkOf(change, told);
		return check === null ? [] : placeCheck(check, [told, change.from, change.to].flatMap(find));
	});
};
