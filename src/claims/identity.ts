import type { Claim, ClaimId, ClaimKind, Report } from "./claim.ts";

/**
 * A short hash of a text, the same on every machine: FNV-1a over UTF-16 code units, 64 bits
 * (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv), in base 36.
 */
export function shortHash(text: string): string {
	let hash = 0xcbf29ce484222325n;
	for (let i = 0; i < text.length; i++) {
		hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
	}
	return hash.toString(36);
}

function keyOf(report: Report): string {
	return [report.article, report.printed, report.excerpt.text].join("\n");
}

/** The same sentence of the same article, whatever it prints in the report's place: an edited figure. */
function placeOf({ article, printed, excerpt }: Report): string {
	return [article, excerpt.text.replace(printed, "\0")].join("\n");
}

/** The same words for the same thing in the same article, in a sentence that was edited beside them. */
function sayingOf({ article, printed }: Report, { measure }: Claim): string {
	// A label may be a clause of the sentence, and is edited with it.
	return [article, printed, measure].join("\n");
}

type Key = (report: Report, claim: Claim) => string;

/** The id of a claim that was not there before, from its kind and first report. */
export function newId(kind: ClaimKind, reports: readonly Report[], label: string): ClaimId {
	const [first] = reports;
	return `${kind}-${shortHash([label, first === undefined ? "" : keyOf(first)].join("\n")).slice(0, 10)}`;
}

function pairs(previous: readonly Claim[], claims: readonly Claim[], keyOf: Key) {
	const byReport = new Map<string, Claim[]>();
	for (const claim of previous) {
		for (const report of claim.reports) {
			const key = `${claim.kind}\n${keyOf(report, claim)}`;
			byReport.set(key, [...(byReport.get(key) ?? []), claim]);
		}
	}
	return claims.flatMap(claim => {
		const shared = new Map<Claim, number>();
		for (const report of claim.reports) {
			for (const old of byReport.get(`${claim.kind}\n${keyOf(report, claim)}`) ?? []) {
				shared.set(old, (shared.get(old) ?? 0) + 1);
			}
		}
		return [...shared].map(([old, reports]) => {
			const apart = claim.reports.length + old.reports.length - 2 * reports;
			return { claim, old, reports, apart };
		});
	});
}

/** A pair of an old claim and one of now, by what they share and how many reports only one of them has. */
type Pair = ReturnType<typeof pairs>[number];

/** Claims that are the same all over go first: one that sits in a greater one, too, is itself still. */
function byNearness(a: Pair, b: Pair): number {
	const differ = Number(a.apart > 0) - Number(b.apart > 0);
	return differ || b.reports - a.reports || a.apart - b.apart;
}

/** The id itself, or the first one made of it by a number that is still free. */
export function freeId(id: ClaimId, taken: ReadonlySet<ClaimId>): ClaimId {
	let free = id;
	for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
	return free;
}

/**
 * The claims with the ids that the same things had before: pairs of the same reports first, then the pair
 * that shares most of them, then those whose sentences differ in what they print alone, then those that
 * print the same in a sentence that was edited beside it; each old id given once. No two claims of the
 * result have the same id.
 */
export function keepIds(previous: readonly Claim[], claims: readonly Claim[]): readonly Claim[] {
	const given = new Map<Claim, ClaimId>();
	const taken = new Set<ClaimId>();
	for (const key of [keyOf, placeOf, sayingOf]) {
		const shared = pairs(previous, claims, key).toSorted(byNearness);
		for (const { claim, old } of shared) {
			if (given.has(claim) || taken.has(old.id)) continue;
			given.set(claim, old.id);
			taken.add(old.id);
		}
	}
	return claims.map(claim => {
		const id = given.get(claim) ?? freeId(claim.id, taken);
		taken.add(id);
		return { ...claim, id };
	});
}
