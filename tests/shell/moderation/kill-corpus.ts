import type { CorpusFiles } from "../../../src/shell/corpus-store.ts";

/** The corpus directory below what is killed. */
export const CORPUS: CorpusFiles = {
	stories: [
		{
			id: "weir",
			storyText: "title: The weir\n",
			files: [
				{
					file: "first.md",
					text: '---\noutlet: "North Post"\ntitle: "The weir"\nlanguage: "en"\n---\nThe weir was built in 1890.\n',
				},
			],
		},
	],
	problems: [],
};
