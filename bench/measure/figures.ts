import {
	type Found,
	type GoldSentence,
	type GoldSet,
	loadScorer,
	type Quantity,
	readGoldSets,
	type Scorer,
} from "./quantity-gold.ts";
import { QUANTITY_READERS, type QuantityReader } from "./quantity-readers.ts";
import { median, rounded, type Section, type Table, type Target } from "./section.ts";

/** As measured or reported elsewhere, on NewsQuant: value F1, value and unit F1. */
const PUBLISHED: readonly (readonly [name: string, value: number, unit: number])[] = [
	["CQE, whole set (published)", 92.0, 85.6],
	["a large language model (published)", 73.5, 65.7],
	["Recognizers-Text, tuned (published)", 77.0, 42.6],
	["compromise with the next noun (published)", 76.2, 51.5],
	["wink-nlp with a number reader (published)", 78.8, 59.2],
];

/** The least value, value and unit, and value and modifier of each set; null where the set does not write it down. */
const WANTED: Readonly<Record<string, readonly [number, number, number | null]>> = {
	"newsquant.dev": [92, 86, 90],
	quantulum3: [87, 81, null],
	rectext_units: [87, 81, null],
};

const ROUNDS = 5;
const SPEED_WANTED = 10;

function isNews(set: GoldSet): boolean {
	return set.name.startsWith("newsquant");
}

/** What a reader finds in a sentence; without rates ("a share") where those who wrote the set down left them out. */
function readOne(reader: QuantityReader, set: GoldSet, gold: GoldSentence): Found {
	const quantities = reader.read(gold.text, isNews(set));
	const rated = !set.partial || gold.quantities.some(({ unit }) => / per /i.test(unit ?? ""));
	const units = quantities.map(({ unit, ...rest }) => ({
		...rest,
		unit: rated ? unit : (unit?.replace(/ per .*/, "") ?? null),
	}));
	return { id: gold.id, quantities: units };
}

function readAll(reader: QuantityReader, set: GoldSet): readonly Found[] {
	return set.sentences.map(gold => readOne(reader, set, gold));
}

/** Value, value and unit, value and modifier: F1, or of a partly annotated set recall. */
function scoresOf(scorer: Scorer, set: GoldSet, found: readonly Found[]): readonly number[] {
	const { strict } = scorer.scoreAll(set.sentences, found);
	return [strict.value, strict.valueUnit, strict.valueModifier].map(({ R, F1 }) =>
		set.partial ? R : F1,
	);
}

function tableOf(scorer: Scorer, set: GoldSet): Table {
	const modifiers = WANTED[set.name]?.[2] !== null;
	const shown = (scores: readonly number[]) => (modifiers ? scores : scores.slice(0, 2));
	const rows = QUANTITY_READERS.map(reader => [
		reader.name,
		...shown(scoresOf(scorer, set, readAll(reader, set))),
	]);
	const published = PUBLISHED.map(([name, ...scores]) => [name, ...scores, "–"]);
	return {
		caption: `${set.name}, ${set.sentences.length} sentences, ${set.partial ? "recall" : "F1"}`,
		header: ["reader", ...shown([0, 1, 2]).map(slot => SLOTS[slot] ?? "")],
		rows: isNews(set) ? [...rows, ...published] : rows,
	};
}

const SLOTS = ["value", "value and unit", "value and modifier"];

function targetsOf(scorer: Scorer, set: GoldSet): readonly Target[] {
	const [ours] = QUANTITY_READERS;
	if (ours === undefined) return [];
	const scores = scoresOf(scorer, set, readAll(ours, set));
	return (WANTED[set.name] ?? []).flatMap((wanted, slot) =>
		wanted === null
			? []
			: [
					{
						what: `${set.name}: ${SLOTS[slot]}`,
						kind: "at least",
						wanted,
						reached: scores[slot] ?? 0,
					},
				],
	);
}

function timeOf(reader: QuantityReader, sentences: readonly GoldSentence[]): number {
	const start = performance.now();
	for (const { text } of sentences) reader.read(text, true);
	return performance.now() - start;
}

/** How many times as fast as Recognizers-Text each reader is: medians of rounds in which they take turns. */
function speedTable(sets: readonly GoldSet[]): Table {
	const sentences = sets.find(isNews)?.sentences ?? [];
	const rounds = Array.from({ length: ROUNDS + 1 }, () =>
		QUANTITY_READERS.map(reader => timeOf(reader, sentences)),
	).slice(1);
	const times = QUANTITY_READERS.map((_, index) => median(rounds.map(round => round[index] ?? 0)));
	const theirs =
		times[QUANTITY_READERS.findIndex(({ name }) => name === "Recognizers-Text")] ?? Number.NaN;
	return {
		caption: `Speed on the news sentences, medians of ${ROUNDS} rounds in turn after one to warm up`,
		header: ["reader", "times as fast as Recognizers-Text"],
		rows: QUANTITY_READERS.map(({ name }, index) => [
			name,
			rounded(theirs / (times[index] ?? Number.NaN), 1),
		]),
	};
}

function printed({ value, unit, modifier }: GoldSentence["quantities"][number]): string {
	return `${JSON.stringify(value)} ${unit} ${modifier ?? ""}`.trim();
}

/** Missed or made up; of a partly annotated set nothing can be called made up. */
function isMiss(
	scorer: Scorer,
	set: GoldSet,
	{ gold, found }: { readonly gold: GoldSentence; readonly found: readonly Quantity[] },
): boolean {
	const { g, p, u, m } = scorer.scoreSentence(gold.quantities, found);
	const modifier = WANTED[set.name]?.[2] === null ? g : m;
	return u < g || modifier < g || (!set.partial && p > g);
}

function missesOf(scorer: Scorer, set: GoldSet): readonly string[] {
	const [ours] = QUANTITY_READERS;
	if (ours === undefined) return [];
	return set.sentences.flatMap(gold => {
		const found = readOne(ours, set, gold).quantities;
		if (!isMiss(scorer, set, { gold, found })) return [];
		return [
			`${gold.id} ${gold.text}`,
			`   gold ${gold.quantities.map(printed).join(" ; ")}`,
			`   read ${found.map(printed).join(" ; ")}`,
		];
	});
}

/** Quantities in sentences against what a reader found in them, and the speed of it; `directory` holds the sets and their scorer. */
export async function measureFigures(directory: string): Promise<Section> {
	const scorer = await loadScorer(directory);
	const sets = readGoldSets(directory);
	const speed = speedTable(sets);
	const reached = Number(speed.rows[0]?.[1]);
	return {
		title: "Figures",
		method: [
			"Quantities in sentences, one to one, ranges matched by both ends. A unit is compared by the gold data's own table of names. quantulum3 and rectext_units write down neither bounds nor trends, and no nouns that are counted; rectext_units writes down quantities of one kind a sentence, so only recall can be told, and a rate ('a share') where it writes none is left out. Its names of money and degrees are written as CLDR's, for every reader.",
			`The readers in the same run: ${QUANTITY_READERS.map(({ name, method }) => `${name} (${method})`).join("; ")}. Bare numbers from 1900 to 2100 are taken for years and left out for the peers. Those marked published were measured elsewhere.`,
		],
		tables: [...sets.map(set => tableOf(scorer, set)), speed],
		targets: [
			...sets.flatMap(set => targetsOf(scorer, set)),
			{
				what: "times the speed of Recognizers-Text",
				kind: "at least",
				wanted: SPEED_WANTED,
				reached,
			},
		],
		misses: sets.flatMap(set => missesOf(scorer, set)),
	};
}
