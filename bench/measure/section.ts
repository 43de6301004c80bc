/** What one measurement gives: tables of figures, targets, and what was missed. */

export interface Table {
	readonly caption: string;
	readonly header: readonly string[];
	/** The first cell of a row is its name, as the first of the header is what the rows are. */
	readonly rows: readonly (readonly (string | number)[])[];
}

export interface Target {
	readonly what: string;
	/** The least that is to be reached, or the most. */
	readonly kind: "at least" | "at most";
	readonly wanted: number;
	readonly reached: number;
}

export interface Section {
	readonly title: string;
	/** How it was measured, and how each peer was set up; a paragraph each. */
	readonly method: readonly string[];
	readonly tables: readonly Table[];
	readonly targets: readonly Target[];
	/** Every miss, with words of the gold data: printed on request, never written to a file. */
	readonly misses: readonly string[];
}

function line(cells: readonly (string | number)[]): string {
	return `| ${cells.join(" | ")} |`;
}

function markdownOfTable({ caption, header, rows }: Table): string {
	const rule = header.map((_, index) => (index === 0 ? "---" : "---:"));
	return [`${caption}:`, "", line(header), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}

/** Whether the figure is on the right side of the target's, or just there. */
export function isMet({ kind, wanted, reached }: Target): boolean {
	return kind === "at least" ? reached >= wanted : reached <= wanted;
}

function tableOfTargets(targets: readonly Target[]): Table {
	return {
		caption: "Targets",
		header: ["target", "wanted", "reached", "met"],
		rows: targets.map(target => [
			target.what,
			`${target.kind} ${target.wanted}`,
			target.reached,
			isMet(target) ? "yes" : "no",
		]),
	};
}

/** A section as Markdown under a heading of the second level, without its misses. */
export function markdownOf({ title, method, tables, targets }: Section): string {
	const all = targets.length === 0 ? tables : [...tables, tableOfTargets(targets)];
	return [`## ${title}`, ...method, ...all.map(markdownOfTable)].join("\n\n");
}

/** The middle of some figures, of an even number the upper of the two in the middle. */
export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The mean of some figures. */
export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A figure with so many decimals. */
export function rounded(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}
