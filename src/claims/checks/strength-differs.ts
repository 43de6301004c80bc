import type { Alias } from "../../quotations/names.ts";
import type { Check, Claim } from "../claim.ts";
import { abbreviationsOf } from "./alike.ts";
import { type CheckMaker, type IndexedReport, indexed } from "./check-maker.ts";
import { groupBy, outletsOf, quoted } from "./phrases.ts";
import { assertTheSame, type Predication, readPredications } from "./predications.ts";

interface Said extends IndexedReport {
	readonly predication: Predication;
}

type Read = (sentence: string) => readonly Predication[];

const isHedged = ({ predication }: Said) =>
	predication.strength === "may" || predication.strength === "could";

/** What other outlets' reports say of the same, with the one given. */
function sayingTheSame(center: Said, all: readonly Said[]): readonly Said[] {
	const others = all.filter(
		each =>
			each.report.outlet !== center.report.outlet &&
			assertTheSame(center.predication, each.predication),
	);
	return others.length === 0 ? [] : [center, ...others];
}

/** Groups that hold a "may" or "could" beside an "is" or "will", the widest first, none twice. */
function differingGroups(all: readonly Said[]): readonly (readonly Said[])[] {
	const groups = all
		.map(center => sayingTheSame(center, all))
		.filter(group => group.some(isHedged) && !group.every(isHedged))
		.toSorted((a, b) => b.length - a.length);
	const taken = new Set<Said>();
	return groups.filter(group => {
		const fresh = group.every(each => !taken.has(each));
		for (const each of group) taken.add(each);
		return fresh;
	});
}

function checkOf(group: readonly Said[]): Check {
	const words = groupBy(group, ({ predication }) => predication.text.toLowerCase()).map(same => {
		const outlets = outletsOf(same.map(({ report }) => report));
		return `${outlets} ${quoted(same[0]?.predication.text ?? "")}`;
	});
	const reports = [...new Set(group.map(({ index }) => index))].toSorted((a, b) => a - b);
	return {
		kind: "strength",
		text: `Asserted with different strength: ${words.join("; ")}`,
		holds: null,
		reports,
	};
}

function checksOf(claim: Claim, read: Read): readonly Check[] {
	if (claim.kind !== "statement" && claim.kind !== "quotation") return [];
	const all = indexed(claim).flatMap(each =>
		read(each.report.excerpt.text)
			.filter(({ past }) => !past)
			.map(predication => ({ ...each, predication })),
	);
	return differingGroups(all).map(checkOf);
}

function remembering(abbreviations: readonly Alias[]): Read {
	const known = new Map<string, readonly Predication[]>();
	return sentence => {
		const found = known.get(sentence) ?? readPredications(sentence, abbreviations);
		known.set(sentence, found);
		return found;
	};
}

/**
 * One assertion that some outlets print as possible and others as a fact or a forecast: "could close the
 * gap", "are narrowing the gap". Only where subject, verb and object are the same in both; what has
 * happened is passed over, since it may be another event than the one that may happen yet.
 */
export const checkStrengths: CheckMaker = (claims, context) => {
	const read = remembering(abbreviationsOf(context));
	return claims.flatMap(claim => checksOf(claim, read).map(check => ({ claim, check })));
};
