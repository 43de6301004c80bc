/** Why keeping failed and what to do about it, thrown from deep within a keeper to its surface. */
export class KeeperError extends Error {
	override readonly name = "KeeperError";
	readonly remedy: string;

	constructor(reason: string, remedy: string) {
		super(reason);
		this.remedy = remedy;
	}
}
