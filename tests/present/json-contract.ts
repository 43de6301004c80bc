import { z } from "zod";

// Written from docs/json.md, not from the program's types: strict, so that one key more fails too.

const text = z.string().nullable();
const offsets = { start: z.int().nonnegative(), end: z.int().nonnegative() };
const value = z.union([z.number(), z.tuple([z.number(), z.number()])]).nullable();
const indexes = z.array(z.int().nonnegative());
const bound = z.enum([
	"exactly",
	"about",
	"more than",
	"at least",
	"less than",
	"at most",
	"between",
]);
const trend = z.enum(["up", "down"]).nullable();

const excerpt = z.strictObject({
	outlet: z.string(),
	article: z.string(),
	text: z.string(),
	...offsets,
	url: text,
	link: text,
});

const report = z.strictObject({
	outlet: z.string(),
	article: z.string(),
	via: text,
	printed: z.string(),
	value,
	unit: text,
	bound,
	trend,
	asOf: text,
	attribution: z.strictObject({ source: z.string(), cue: z.string() }).nullable(),
	strength: z.enum(["may", "could", "is", "will"]).nullable(),
	form: z.enum(["exact", "folded", "changed", "paraphrase"]).nullable(),
	excerpt,
});

const check = z.strictObject({
	kind: z.enum([
		"arithmetic",
		"date",
		"conversion",
		"wording",
		"credit",
		"strength",
		"source",
		"framing",
		"lineage",
	]),
	text: z.string(),
	holds: z.boolean().nullable(),
	reports: indexes,
});

const claim = z.strictObject({
	id: z.string(),
	label: z.string(),
	measure: z.string(),
	kind: z.enum(["figure", "date", "attribution", "quotation", "statement"]),
	unit: text,
	agreement: z.enum(["agree", "differ", "single"]),
	difference: z.array(z.enum(["contradiction", "time", "scope", "disputed", "self"])),
	positions: z.array(z.strictObject({ value: z.union([value, z.string()]), reports: indexes })),
	reports: z.array(report),
	silent: z.array(z.string()),
	checks: z.array(check),
});

export const answerSchema = z.strictObject({
	kind: z.enum(["found", "differ", "not-covered", "not-reported", "contradicted", "several"]),
	story: z.string(),
	question: z.string().optional(),
	text: z.string(),
	claims: z.array(claim),
	excerpts: z.array(excerpt),
	silent: z.array(z.string()),
	checks: z.array(check),
	notes: z.array(z.string()),
});

export const claimsSchema = z.strictObject({
	story: z.string(),
	revision: z.string(),
	asOf: z.iso.datetime(),
	articles: z.array(
		z.strictObject({
			id: z.string(),
			outlet: z.string(),
			file: z.string().endsWith(".md"),
			title: text,
			url: text,
			published: text,
		}),
	),
	claims: z.array(claim),
});

const figure = z.strictObject({
	...offsets,
	text: z.string(),
	kind: z.enum(["money", "percent", "count", "measure", "duration", "date", "ordinal"]),
	value,
	unit: text,
	bound,
	trend,
	counts: text,
});

const quotation = z.strictObject({ ...offsets, text: z.string(), speaker: text, cue: text });

const id = z.union([z.string(), z.number()]);

export const extractSchema = z.strictObject({
	id,
	figures: z.array(figure),
	quotations: z.array(quotation),
});

export const hitsSchema = z.strictObject({
	id,
	hits: z.array(z.strictObject({ document: z.string(), score: z.number() })).max(100),
});

export const askedSchema = z.strictObject({ id, answer: answerSchema });

export const errorSchema = z.strictObject({ id: id.nullable(), error: z.string() });
