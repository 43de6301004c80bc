/** A corpus file that could not be read: where, what is wrong, what to do. */
export interface Problem {
	/** The file as the reader of the message knows it ("corpus/thorn/a47.md"). */
	readonly file: string;
	/** What is wrong, with the value (`published: not a date ("last week")`). */
	readonly reason: string;
	/** What to do about it ("write YYYY-MM-DD"). */
	readonly remedy: string;
}
