import { type Fields, partFrontMatter, readFields } from "../corpus/front-matter.ts";
import { writeField } from "./article-file.ts";

/*
 * What a moderator says otherwise of an article that stands as a file in the corpus directory. It is kept as
 * an article whose front matter names the fields that were set, `edited: [outlet, title]`; all else, the
 * body too, is followed in the file.
 */

/** What of an article can be said otherwise. */
const EDITABLE = ["outlet", "title", "published"] as const;

export type EditedField = (typeof EDITABLE)[number];

/** Which fields of the file a kept text says otherwise; null where it is an article of its own. */
export function editedFields(text: string): readonly EditedField[] | null {
	const named = fieldsOf(text)?.fields["edited"];
	if (!Array.isArray(named) || named.length === 0) return null;
	const known = EDITABLE.filter(field => named.includes(field));
	return known.length === named.length ? known : null;
}

/** The text of an article, kept for these of its fields alone. */
export function markEdited(text: string, edited: ReadonlySet<EditedField>): string {
	const named = EDITABLE.filter(field => edited.has(field));
	return text.replace(/^---\n/u, `---\nedited: [${named.join(", ")}]\n`);
}

/** A file as it reads with what was edited laid over it; a file whose front matter cannot be read stays as it is. */
export function layEdit(edit: string, file: string): string {
	const over = fieldsOf(edit)?.fields ?? {};
	const below = fieldsOf(file);
	if (below === null) return file;
	const edited = editedFields(edit) ?? [];
	// Whether a date is confirmed goes with the date.
	const taken = new Set<string>(edited.includes("published") ? [...edited, "unconfirmed"] : edited);
	const only = (fields: Fields, isMeant: boolean) =>
		Object.entries(fields).filter(([name]) => taken.has(name) === isMeant);
	const matter = [...only(over, true), ...only(below.fields, false)];
	return `---\n${matter.map(([name, value]) => writeField(name, value)).join("")}---\n${below.body}`;
}

function fieldsOf(text: string): { readonly fields: Fields; readonly body: string } | null {
	const parts = partFrontMatter(text);
	const read = parts.kind === "parts" ? readFields(parts.matter) : parts;
	if (parts.kind !== "parts" || read.kind !== "fields") return null;
	return { fields: read.fields, body: parts.body };
}
