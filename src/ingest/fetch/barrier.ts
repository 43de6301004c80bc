import { type Refused, refused } from "./fetched.ts";

/** What stands in the way, and how pages that do are titled: in lower case, without a mark at the end. */
type Barrier = readonly [reason: string, titles: readonly string[]];

const CHALLENGE = "the site asks whether its reader is human";
const FORBIDDEN = "the site does not let programs read the page";
const LOGIN = "the site asks for a login or subscription";
const CONSENT = "the site asks for consent to cookies first";
const MISSING = "the site says that it has no such page";

/** Titles of pages that servers send with status 200 in place of an article. */
const BARRIERS: readonly Barrier[] = [
	[CHALLENGE, ["just a moment", "attention required", "one more step", "please wait"]],
	[
		CHALLENGE,
		["checking your browser", "checking your browser before accessing", "security check"],
	],
	[CHALLENGE, ["verify you are human", "verify that you are human", "verifying you are human"]],
	[CHALLENGE, ["are you a robot", "are you human", "robot check", "human verification", "captcha"]],
	[CHALLENGE, ["bot verification", "security verification", "ddos protection", "ddos-guard"]],
	[CHALLENGE, ["pardon our interruption", "client challenge", "browser check"]],
	[
		FORBIDDEN,
		["access denied", "access blocked", "access to this page has been denied", "forbidden"],
	],
	[FORBIDDEN, ["403", "403 forbidden", "error 403", "request blocked", "request rejected"]],
	[LOGIN, ["log in", "login", "sign in", "log in to continue", "sign in to continue"]],
	[LOGIN, ["login required", "please log in", "please sign in", "sign up"]],
	[
		LOGIN,
		["subscribe", "subscribe to continue", "subscribe to read", "subscribe to continue reading"],
	],
	[CONSENT, ["before you continue", "cookie consent", "cookie settings", "cookie preferences"]],
	[CONSENT, ["we value your privacy", "your privacy choices", "privacy settings"]],
	[MISSING, ["404", "404 not found", "404 page not found", "404 error", "error 404", "not found"]],
	[MISSING, ["page not found", "article not found", "story not found", "content not found"]],
	[MISSING, ["page unavailable", "page not available", "page no longer available"]],
	[MISSING, ["page does not exist", "page doesn't exist", "page cannot be found", "oops"]],
	[MISSING, ["this page isn't available", "this page could not be found", "410 gone"]],
];

const REASONS: ReadonlyMap<string, string> = new Map(
	BARRIERS.flatMap(([reason, titles]) => titles.map(title => [title, reason] as const)),
);

/** Real articles have more; a page that stands in the way of one has a sentence or two. */
const FEWEST_WORDS = 250;

/**
 * Whether a page of HTML stands in the way of an article: a challenge, a login, a wall of consent, or "not found"
 * with status 200. Told by the whole title or a whole part of it, and only where the page has few words, since an
 * article may be headed "Access denied".
 *
 * @example barrierOf("<title>Just a moment...</title>") // refused: the site asks whether its reader is human
 */
export function barrierOf(html: string): Refused | null {
	const reason = titleParts(html)
		.map(part => REASONS.get(part))
		.find(known => known !== undefined);
	return reason === undefined || hasWords(html, FEWEST_WORDS) ? null : refused(reason);
}

/** A title whole, and its parts: "Page not found | The Lantern" has the site's name in it. */
function titleParts(html: string): readonly string[] {
	const title = titleOf(html).toLowerCase().replaceAll("’", "'");
	return [title, ...title.split(/\s[|–—·»-]\s/)].map(part => part.replace(/[\s.!?…]+$/, "").trim());
}

const LONGEST_TITLE = 300;

function titleOf(html: string): string {
	const start = /<title[\s>]/i.exec(html)?.index;
	if (start === undefined) return "";
	const rest = html.slice(start, start + 2 * LONGEST_TITLE);
	const opened = rest.indexOf(">") + 1;
	const closed = rest.indexOf("<", opened);
	return rest
		.slice(opened, closed === -1 ? LONGEST_TITLE : closed)
		.replace(/\s+/g, " ")
		.trim();
}

/** Elements whose text no reader sees. */
const UNSEEN = /^(script|style|noscript|template|svg)\b/i;

/** Whether so many words stand outside of tags; reads each character once. */
function hasWords(html: string, count: number): boolean {
	let words = 0;
	let at = 0;
	while (at < html.length && words < count) {
		const tag = html.indexOf("<", at);
		const end = tag === -1 ? html.length : tag;
		words += html.slice(at, end).match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0;
		at = tag === -1 ? html.length : endOfTag(html, tag);
	}
	return words >= count;
}

/** Where reading goes on after the tag, or after the whole element where it is unseen. */
function endOfTag(html: string, tag: number): number {
	const unseen = UNSEEN.exec(html.slice(tag + 1, tag + 12))?.[1];
	const ending = unseen === undefined ? ">" : `</${unseen}`;
	const end = html.indexOf(ending, tag + 1);
	return end === -1 ? html.length : end + ending.length;
}
