/**
 * Prints every check that the program makes on a corpus, to be read by hand: the claim, the check, and
 * the sentences of its reports.
 *
 *   npx tsx bench/checks.ts DIR [--kinds]
 *
 * DIR holds stories as `corpus` does; with --kinds, only how many there are of each kind.
 */
import { parseArgs } from "node:util";
import { readCorpus } from "../src/shell/corpus-store.ts";
import { buildSnapshot, type Story } from "../src/snapshot.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { kinds: { type: "boolean", default: false } },
});
const [directory] = positionals;
if (directory === undefined) throw new Error("usage: npx tsx bench/checks.ts DIR [--kinds]");

const checksOf = ({ claims }: Story) =>
	claims.flatMap(claim => claim.checks.map(check => ({ claim, check })));

function linesOf({ claim, check }: ReturnType<typeof checksOf>[number]): readonly string[] {
	const sentences = check.reports.map(index => claim.reports[index]);
	return [
		`${check.kind} ${check.holds} | ${claim.kind}: ${claim.label}`,
		`    ${check.text}`,
		...sentences.map(report => `        ${report?.outlet}: ${report?.excerpt.text}`),
	];
}

function countsOf(story: Story): string {
	const kinds = new Map<string, number>();
	for (const { check } of checksOf(story)) {
		kinds.set(check.kind, (kinds.get(check.kind) ?? 0) + 1);
	}
	return [...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ");
}

const asOf = new Date().toISOString();
const { stories } = buildSnapshot({ ...(await readCorpus(directory)), asOf }, null);
for (const story of stories) {
	process.stdout.write(`\n== ${story.id}: ${countsOf(story)}\n`);
	const lines = values.kinds ? [] : checksOf(story).flatMap(linesOf);
	process.stdout.write(lines.map(line => `${line}\n`).join(""));
}
