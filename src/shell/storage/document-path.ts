import { MAX_FILE_BYTES } from "../corpus-store.ts";
import { KeeperError } from "./keeper-error.ts";

/** Folders and the document's own name: `STORY/revisions/ARTICLE@2.md`. */
const MOST_SEGMENTS = 3;

/** Well below the 255 that file systems allow, so that endings can be added. */
const MOST_SEGMENT_BYTES = 200;

/** What a document is called at its end; folders are not, so that no path is file and folder at once. */
const DOCUMENT_ENDING = /\.(?:md|yaml)$/i;

/** Control characters, halves of characters, and what some system forbids in a file's name. */
const FORBIDDEN = /[\p{Cc}\p{Cs}<>:"|?*\\/]/u;

/** Names that hide, lead elsewhere, or lose their last character on some system. */
const TREACHEROUS_ENDS = /^[.\s]|[.\s]$/;

/**
 * Why a path cannot be a document's; null where it can. One to three plain names, the last of which
 * ends in `.md` or `.yaml` and the others in neither.
 *
 * @example pathProblem("thorn/a47.md") // null
 * @example pathProblem("../a47.md") // "\"..\" is no plain name"
 */
export function pathProblem(path: string): string | null {
	const segments = path.split("/");
	if (segments.length > MOST_SEGMENTS) return `${JSON.stringify(path)} has too many folders`;
	const wrong = segments.find(segment => !isPlainName(segment));
	if (wrong !== undefined) return `${JSON.stringify(wrong)} is no plain name`;
	const named = segments.map(segment => DOCUMENT_ENDING.test(segment));
	if (named.indexOf(true) === segments.length - 1) return null;
	return `${JSON.stringify(path)} is not a document in folders: it alone must end in .md or .yaml`;
}

/** Throws where a name cannot be that of a story's folder. */
export function checkStory(name: string): void {
	if (isPlainName(name) && !DOCUMENT_ENDING.test(name)) return;
	throw new KeeperError(`${JSON.stringify(name)} cannot name a story`, "choose another name");
}

function isPlainName(name: string): boolean {
	if (name === "" || FORBIDDEN.test(name) || TREACHEROUS_ENDS.test(name)) return false;
	return Buffer.byteLength(name) <= MOST_SEGMENT_BYTES;
}

/** What neither a text file nor the database gives back as it was. */
const UNKEEPABLE = /^\uFEFF|[\0\p{Cs}]/u;

/** Why a text cannot be kept; null where it can. */
export function textProblem(text: string): string | null {
	if (UNKEEPABLE.test(text)) return "not a plain text";
	if (Buffer.byteLength(text) <= MAX_FILE_BYTES) return null;
	return `too long (over ${MAX_FILE_BYTES} bytes)`;
}
