import { createHash } from "node:crypto";

/** Other words in the place of some that the journal has, from then on: of a document's text, by its hash, or of a deed. */
export type Rewording =
	| {
			readonly kind: "text";
			readonly path: string;
			/** SHA-256 of the text, in hexadecimal; see `hashOf`. */
			readonly hash: string;
			readonly text: string;
	  }
	| { readonly kind: "subject"; readonly number: number; readonly subject: string };

/** What a text is called in a rewording. */
export function hashOf(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}
