/** One outlet's text, as published. Dates are ISO 8601, as the front matter has them. */
export interface Article {
	/** The file's name without `.md`; unique in its story. */
	readonly id: string;
	/** The story's folder name. */
	readonly story: string;
	readonly outlet: string;
	readonly title: string | null;
	readonly url: string | null;
	readonly published: string | null;
	readonly retrieved: string | null;
	/** BCP 47. */
	readonly language: string;
	/** Everything after the front matter's closing line; all spans count from its first character. */
	readonly body: string;
}
