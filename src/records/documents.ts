import { parseDocument, stringify } from "yaml";
import { z } from "zod";
import type { ClaimId } from "../claims/claim.ts";
import { type Fault, isDeep } from "../corpus/front-matter.ts";

/*
 * What moderators keep beside the articles, as the documents of a realm: lists in YAML, which people can
 * read and mend. All that is in them is checked when they are read.
 */

const name = z.string().min(1);
const claim = z
	.string()
	.regex(/^(?:figure|date|attribution|quotation|statement)-/u)
	.transform(id => id as ClaimId);

const item = z.strictObject({
	id: name,
	title: z.string(),
	address: name,
	published: z.string().nullable(),
});

const SCHEMAS = {
	/** `STORY/feeds.yaml`: what is told of a feed, less what a look at it finds out anew. */
	feeds: z.strictObject({
		id: name,
		address: name,
		words: z.array(name),
		trusted: z.boolean(),
		waiting: z.array(item),
		/** Addresses that were taken or dismissed, newest last. */
		seen: z.array(name),
	}),
	/**
	 * `STORY/fetched.yaml`: where an article came from, and what its page said of itself when it was last
	 * read; null where it said nothing, or where that was not kept yet.
	 */
	fetched: z.strictObject({
		article: name,
		address: name,
		etag: z.string().nullable(),
		lastModified: z.string().nullable(),
		title: z.string().nullable().default(null),
		published: z.string().nullable().default(null),
	}),
	/** `flags.yaml`: how often members said that a claim looks wrong. */
	flags: z.strictObject({ story: name, claim, times: z.number().int().positive() }),
	/** `channels.yaml`: which channel is tied to which story. */
	channels: z.strictObject({ channel: name, story: name }),
	/**
	 * `left.yaml`: which bots are in the server, by their application's id, and since when they are not any
	 * more; null while they are. Before bots were told apart, the id was left out.
	 */
	left: z.strictObject({ application: z.string().default(""), at: name.nullable() }),
	/** `watches.yaml`: which channel hears of what. */
	watches: z.strictObject({ channel: name, story: name, claim: claim.nullable() }),
} as const;

type Schemas = typeof SCHEMAS;

/** The lists that documents hold. */
export type ListName = keyof Schemas;

/** A row of a list. */
export type Row<N extends ListName> = Readonly<z.infer<Schemas[N]>>;

export type ParsedList<N extends ListName> =
	| { readonly kind: "list"; readonly rows: readonly Row<N>[] }
	| { readonly kind: "fault"; readonly fault: Fault };

const LIST_NAMES = Object.keys(SCHEMAS) as readonly ListName[];

/** Lists that stand in a story's folder; the others stand in the realm's own. */
const OF_STORY: ReadonlySet<ListName> = new Set(["feeds", "fetched"]);

/** Where a list is kept: `thorn/feeds.yaml`, `channels.yaml`. `story` counts for lists of stories only. */
export function pathOfList(list: ListName, story: string): string {
	return OF_STORY.has(list) ? `${story}/${list}.yaml` : `${list}.yaml`;
}

/** Which list is kept at a path; null where none is. */
export function listAt(path: string): ListName | null {
	const [, story, name] = /^(?:([^/]+)\/)?([^/]+)\.yaml$/u.exec(path) ?? [];
	const list = LIST_NAMES.find(known => known === name);
	return list !== undefined && pathOfList(list, story ?? "") === path ? list : null;
}

/** A text in double quotes, as all are written: brackets in it nest nothing. */
const QUOTED = /"(?:[^"\\]|\\.)*"/gu;
const REMEDY = "put back what the program wrote, or remove the file";

/** The rows of a list's document; none where there is no document (null). */
export function parseList<N extends ListName>(list: N, text: string | null): ParsedList<N> {
	if (isDeep((text ?? "").replaceAll(QUOTED, '""'))) return refuse("nested too deep");
	const document = parseDocument(text ?? "", { prettyErrors: false });
	if (document.errors.length > 0) return refuse("not valid YAML");
	const schema: z.ZodType<unknown> = z.array(SCHEMAS[list]);
	const known = schema.safeParse(document.toJS() ?? []);
	if (!known.success) return refuse(`not a list of ${list}`);
	return { kind: "list", rows: known.data as readonly Row<N>[] };
}

function refuse(reason: string): { readonly kind: "fault"; readonly fault: Fault } {
	return { kind: "fault", fault: { reason, remedy: REMEDY } };
}

/** The text of a list's document; read back, it gives the same rows. */
export function writeList<N extends ListName>(rows: readonly Row<N>[]): string {
	return stringify(rows, {
		defaultStringType: "QUOTE_DOUBLE",
		defaultKeyType: "PLAIN",
		lineWidth: 0,
	});
}
