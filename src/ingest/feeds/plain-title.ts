import { Parser } from "htmlparser2";
import { oneLine } from "../extract/metadata.ts";

/** A title as text, where a feed writes it as HTML, once or twice escaped. */
export function plainTitle(text: string): string {
	return oneLine(/<[a-z/!]|&#?\w{2,8};/iu.test(text) ? textOfMarkup(text) : text);
}

function textOfMarkup(html: string): string {
	let text = "";
	const parser = new Parser({
		ontext: data => {
			text += data;
		},
	});
	parser.end(html);
	return text;
}
