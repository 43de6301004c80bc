import type { Claim } from "../claims/claim.ts";
import { listed } from "./wording.ts";

/** Who is credited with a claim by which outlets, and which print it without a source, in one sentence. */
export function creditsInWords(claim: Claim): string {
	const bySource = new Map<string | null, Set<string>>();
	for (const { attribution, outlet } of claim.reports) {
		const source = attribution?.source ?? null;
		bySource.set(source, (bySource.get(source) ?? new Set()).add(outlet));
	}
	const outletsOf = (source: string | null) => listed([...(bySource.get(source) ?? [])]);
	const sources = [...bySource.keys()].filter(source => source !== null);
	if (sources.length === 0) return `${claim.label}: no outlet names a source.`;
	const credits = sources.map(source => `${source} (by ${outletsOf(source)})`);
	const crediting = new Set(sources.flatMap(source => [...(bySource.get(source) ?? [])]));
	const silent = [...(bySource.get(null) ?? [])].filter(outlet => !crediting.has(outlet));
	const unnamed = silent.length > 0 ? `; no source is named by ${listed(silent)}` : "";
	return `${claim.label}: credited to ${listed(credits)}${unnamed}.`;
}
