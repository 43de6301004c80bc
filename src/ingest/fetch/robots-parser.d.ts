/** The package's own types describe an ES module, which it is not: what it exports is the function itself. */
declare module "robots-parser" {
	interface Robots {
		/** undefined for an address that the file does not speak for. */
		isAllowed(url: string, agent: string): boolean | undefined;
		/** Seconds. */
		getCrawlDelay(agent: string): number | undefined;
	}

	function parseRobots(url: string, text: string): Robots;

	export = parseRobots;
}
