import { isStoryFile, type StoryFile, type StoryInput } from "../derive.ts";
import { editedFields, layEdit } from "../ingest/article-edit.ts";
import type { CorpusFiles } from "./corpus-store.ts";
import type { KeptDocument, RealmContents } from "./storage/keeper.ts";

/** What a realm has that lies over no directory. */
export const NO_FILES: CorpusFiles = { stories: [], problems: [] };

const STORY_FILE = "story.yaml";

/**
 * The stories of a directory with a realm's documents laid over them: a document wins over the file of
 * its path, one that edits fields of a file is laid over it while there is such a file, and a hidden one
 * takes the file away. What does not make stories (channels, feeds) is left out, as is a story of which no
 * article is left.
 */
export function layOver(
	{ stories, problems }: CorpusFiles,
	{ documents, problems: spoilt }: Pick<RealmContents, "documents" | "problems">,
): CorpusFiles {
	const kept = byStory(documents);
	const laid = new Map(stories.map(story => [story.id, story]));
	for (const [id, own] of kept) {
		laid.set(id, layOverStory(laid.get(id) ?? { id, storyText: null, files: [] }, own));
	}
	const covered = new Set(documents.filter(isWhole).map(({ path }) => path));
	return {
		stories: [...laid.values()]
			.filter(({ files }) => files.length > 0)
			.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
		problems: [...problems.filter(({ file }) => !covered.has(file)), ...spoilt],
	};
}

/** A document of a story, by its path within the story's folder. */
interface OwnDocument extends Pick<KeptDocument, "state"> {
	readonly file: string;
}

function byStory(documents: readonly KeptDocument[]): ReadonlyMap<string, readonly OwnDocument[]> {
	const stories = new Map<string, OwnDocument[]>();
	for (const { path, state } of documents) {
		const at = path.indexOf("/");
		const [story, file] = [path.slice(0, Math.max(at, 0)), path.slice(at + 1)];
		if (story === "" || !(file === STORY_FILE || isStoryFile(file))) continue;
		const known = stories.get(story);
		if (known === undefined) stories.set(story, [{ file, state }]);
		else known.push({ file, state });
	}
	return stories;
}

/** Whether a document takes the place of a file, or takes it away, whatever the file says. */
function isWhole({ state }: Pick<KeptDocument, "state">): boolean {
	return state.kind !== "text" || editedFields(state.text) === null;
}

/** What is read where a document is kept, over the text of a file or none; null where nothing is. */
function textLaid(state: KeptDocument["state"], below: string | null): string | null {
	if (state.kind !== "text") return null;
	if (isWhole({ state })) return state.text;
	return below === null ? null : layEdit(state.text, below);
}

function layOverStory(below: StoryInput, documents: readonly OwnDocument[]): StoryInput {
	const texts = new Map(below.files.map(({ file, text }) => [file, text]));
	let { storyText } = below;
	for (const { file, state } of documents) {
		const text = textLaid(state, texts.get(file) ?? null);
		if (file === STORY_FILE) storyText = text;
		else if (text === null) texts.delete(file);
		else texts.set(file, text);
	}
	const files: readonly StoryFile[] = [...texts].map(([file, text]) => ({ file, text }));
	const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1));
	return { id: below.id, storyText, files: sorted };
}
