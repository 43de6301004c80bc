/** What is used of wink-bm25-text-search, which comes without types. */
declare module "wink-bm25-text-search" {
	interface Engine {
		readonly defineConfig: (config: {
			readonly fldWeights: Readonly<Record<string, number>>;
		}) => boolean;
		readonly definePrepTasks: (tasks: readonly ((text: string) => readonly string[])[]) => number;
		readonly addDoc: (document: Readonly<Record<string, string>>, id: string) => number;
		readonly consolidate: () => boolean;
		readonly search: (text: string, limit: number) => readonly (readonly [string, number])[];
	}
	function createEngine(): Engine;
	export = createEngine;
}
