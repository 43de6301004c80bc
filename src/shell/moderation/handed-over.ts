import type { Origin } from "../../../commands/command.ts";
import { BRING_IT, type Refused } from "../../ingest/fetch/fetched.ts";

const HAND_OVER =
	"attach a file whose name ends in .html, .md, .txt or .pdf, or paste the article's text";

/** What to do about a page is another thing for what was handed over: that is no page to be brought. */
export function handedOver(
	{ reason, remedy }: Refused,
	{ kind }: Origin,
): Pick<Refused, "reason" | "remedy"> {
	const isAboutPages = kind !== "addresses" && remedy === BRING_IT;
	return { reason, remedy: isAboutPages ? HAND_OVER : remedy };
}
