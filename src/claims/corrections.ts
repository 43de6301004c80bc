import { parseDocument, stringify } from "yaml";
import { z } from "zod";
import { type Fault, isDeep } from "../corpus/front-matter.ts";
import type { Claim, ClaimKind, Report } from "./claim.ts";

/** A report by its words, wherever they stand in the article now. */
export interface ReportAnchor {
	/** The article's id. */
	readonly article: string;
	readonly printed: string;
	/** The sentence, verbatim. */
	readonly excerpt: string;
}

/** Reports of one claim. The claim that is meant is the one of this kind that holds most of them. */
export interface Anchor {
	readonly of: ClaimKind;
	/** At least one. */
	readonly reports: readonly ReportAnchor[];
}

/** What a moderator put right where the program misread. */
export type Correction =
	/** These reports say something else, and are hidden. */
	| ({ readonly kind: "misread" } & Anchor)
	/** The claim of these reports is the same thing as another, and joins it. */
	| ({ readonly kind: "merge"; readonly into: readonly ReportAnchor[] } & Anchor)
	/** These reports are a claim of their own. */
	| ({ readonly kind: "split" } & Anchor)
	| ({ readonly kind: "rename"; readonly label: string } & Anchor);

export type ParsedCorrections =
	| { readonly kind: "corrections"; readonly corrections: readonly Correction[] }
	| { readonly kind: "fault"; readonly fault: Fault };

/** What a claim, or some reports of it, are called in a correction. */
export function anchorOf(
	{ kind, reports: all }: Pick<Claim, "kind" | "reports">,
	reports: readonly Report[] = all,
): Anchor {
	return { of: kind, reports: reports.map(anchorOfReport) };
}

/** What a report is called in a correction. */
export function anchorOfReport({ article, printed, excerpt }: Report): ReportAnchor {
	return { article, printed, excerpt: excerpt.text };
}

const reportAnchor = z.strictObject({
	article: z.string().min(1),
	printed: z.string(),
	excerpt: z.string().min(1),
});
const reports = z.array(reportAnchor).min(1);
const of = z.enum(["figure", "date", "attribution", "quotation", "statement"]);

const CORRECTIONS = z.array(
	z.discriminatedUnion("kind", [
		z.strictObject({ kind: z.literal("misread"), of, reports }),
		z.strictObject({ kind: z.literal("merge"), of, reports, into: reports }),
		z.strictObject({ kind: z.literal("split"), of, reports }),
		z.strictObject({ kind: z.literal("rename"), of, reports, label: z.string().trim().min(1) }),
	]),
);

/** A text in double quotes, as all are written: brackets in it nest nothing. */
const QUOTED = /"(?:[^"\\]|\\.)*"/gu;
const REMEDY = "put back what the program wrote, or remove the file";

/** The corrections of a story from its `corrections.yaml`, in the order in which they were made. */
export function parseCorrections(text: string): ParsedCorrections {
	if (isDeep(text.replaceAll(QUOTED, '""'))) return refuse("nested too deep");
	const document = parseDocument(text, { prettyErrors: false });
	if (document.errors.length > 0) return refuse("not valid YAML");
	const known = CORRECTIONS.safeParse(document.toJS() ?? []);
	if (known.success) return { kind: "corrections", corrections: known.data };
	const [at] = known.error.issues[0]?.path ?? [];
	return refuse(
		at === undefined ? "not a list of corrections" : `correction ${Number(at) + 1}: not readable`,
	);
}

/** The corrections of such a text, where it can be read. */
export function correctionsIn(text: string): readonly Correction[] {
	const read = parseCorrections(text);
	return read.kind === "fault" ? [] : read.corrections;
}

function refuse(reason: string): ParsedCorrections {
	return { kind: "fault", fault: { reason, remedy: REMEDY } };
}

/** The text of `corrections.yaml`; read back, it gives the same corrections. */
export function writeCorrections(corrections: readonly Correction[]): string {
	return stringify(corrections, {
		defaultStringType: "QUOTE_DOUBLE",
		defaultKeyType: "PLAIN",
		lineWidth: 0,
	});
}
