import type { Value } from "../figures/figure.ts";
import type { Agreement, Claim, ClaimKind, Difference, Position, Report } from "./claim.ts";
import { newId } from "./identity.ts";

/** A claim before it is known who is silent on it. */
export interface Draft {
	readonly kind: ClaimKind;
	readonly label: string;
	readonly measure: string;
	readonly unit: string | null;
	readonly reports: readonly Report[];
	readonly positions: readonly Position[];
	readonly difference: readonly Difference[];
}

function agreementOf({ reports, positions }: Draft): Agreement {
	if (positions.length > 1) return "differ";
	return new Set(reports.map(({ outlet }) => outlet)).size > 1 ? "agree" : "single";
}

/** The claim of a draft, in a story whose articles are of `outlets`; checks are made later. */
export function assemble(draft: Draft, outlets: readonly string[]): Claim {
	const reporting = new Set(draft.reports.map(({ outlet }) => outlet));
	return {
		id: newId(draft.kind, draft.reports, draft.label),
		label: draft.label,
		measure: draft.measure,
		kind: draft.kind,
		unit: draft.unit,
		agreement: agreementOf(draft),
		difference: draft.difference,
		positions: draft.positions,
		reports: draft.reports,
		silent: [...new Set(outlets)].filter(outlet => !reporting.has(outlet)),
		checks: [],
	};
}

/** Reports that agree, put together: a report joins the first position that holds one it agrees with. */
export function positionsBy(
	reports: readonly Report[],
	agree: (a: Report, b: Report) => boolean,
	readValue: (report: Report) => Value | string | null,
): readonly Position[] {
	const positions: { value: Value | string | null; reports: number[] }[] = [];
	for (const [index, report] of reports.entries()) {
		const fits = positions.find(position =>
			position.reports.some(other => {
				const there = reports[other];
				return there !== undefined && agree(there, report);
			}),
		);
		if (fits === undefined) positions.push({ value: readValue(report), reports: [index] });
		else fits.reports.push(index);
	}
	return positions;
}

/** A report in a few words, to tell claims of one label apart. */
function distinction({ kind, reports }: Claim): string {
	const [first] = reports;
	if (first === undefined) return "";
	return kind === "figure" || kind === "date" ? first.printed : first.outlet;
}

/** The label alone where it may stand so, else with more behind it, else with a number besides. */
function freeLabel(claim: Claim, isShared: boolean, used: ReadonlySet<string>): string {
	if (!isShared && !used.has(claim.label)) return claim.label;
	const told = `${claim.label}: ${distinction(claim)}`;
	let label = told;
	for (let number = 2; used.has(label); number++) label = `${told} (${number})`;
	return label;
}

/**
 * The claims with labels of which no two are the same: those of one kind that would be get what tells
 * them apart behind it ("hash rate, 2026: 4%"); of two kinds the first keeps the label alone.
 */
export function distinguish(claims: readonly Claim[]): readonly Claim[] {
	const keyOf = ({ kind, label }: Claim) => `${kind} ${label}`;
	const times = new Map<string, number>();
	for (const claim of claims) times.set(keyOf(claim), (times.get(keyOf(claim)) ?? 0) + 1);
	const used = new Set<string>();
	return claims.map(claim => {
		const isShared = (times.get(keyOf(claim)) ?? 0) > 1;
		const label = freeLabel(claim, isShared, used);
		used.add(label);
		return { ...claim, label };
	});
}
