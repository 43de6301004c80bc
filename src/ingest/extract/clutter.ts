import { isElement, type PageDocument, type PageElement } from "./page-nodes.ts";

/** Elements that hold no words of an article, wherever they stand. */
const NEVER =
	'figcaption, script, style, noscript, template, iframe, nav, [role="navigation"], [role="search"], [role="dialog"], [role="alert"], [role="menu"], [role="toolbar"], [hidden], dialog';

/** Words in classes and ids by which pages' makers name what stands around and between an article's words. */
const CLUTTER =
	/^(?:breadcrumbs?|newsletters?|signup|subscri(?:be|ption)s?|related|recommended|recommendations?|recirc|recirculation|trending|popular|mostread|mostpopular|readmore|morefrom|youmaylike|outbrain|taboola|revcontent|share|sharing|sharebar|sharetools|sharedaddy|social|socials|addthis|addtoany|comments?|disqus|commentlist|respond|promo|promos|promotion|rail|advert|adverts|advertisement|advertising|sponsored|cookies?|consent|gdpr|popup|modal|overlay|byline|bylines|author|authors|authorbox|authorbio|bio|timestamp|dateline|pubdate|copyright|disclaimer|sidebar|widget|widgets|masthead|topnav|subnav|navbar|pagination|pager|tags|taglist|categories|metadata|toolbar|skip|rating|ratings|votes|caption|captions|credit|credits|photocredit)$/u;

const CLUTTER_PAIRS =
	/(?:^|[^a-z])(?:(?:more|read|also|related|latest|top|other|next|prev(?:ious)?|similar|recent)[-_]?(?:stories|story|articles?|posts?|news|links|content|reading|items?)|article[-_]?(?:meta|info|tags|tools|share|social|footer|sidebar|byline|date)|(?:post|entry)[-_]?(?:meta|footer|author|tags|date|byline|related|navigation|nav)|author[-_]?(?:bio|box|info|details|name|meta)|(?:email|news)[-_]?(?:signup|sign[-_]?up|letter)|sign[-_]?up|most[-_]?(?:read|popular|viewed)|print[-_]?(?:only|header)|image[-_]?(?:caption|credit)|media[-_]?(?:caption|credit)|photo[-_]?(?:caption|credit)|wp[-_]?caption|slide[-_]?count|in[-_]?article[-_]?(?:ad|promo))(?![a-z])/u;

const CONSENT = /^(?:cookies?|consent|gdpr|ccpa|onetrust)$/u;

/** Words in classes of what is shown when pointed at, or read aloud alone: in the midst of a sentence too. */
const UNSEEN =
	/(?:^|-)(?:tooltip|flyout|popover|hovercard|(?:rollover|hover|popover|tooltip|flyout)-?(?:block|box|card|content|body|panel)|sr-only|visually-hidden|screen-reader(?:-text|-only)?)(?:-|$)/u;

const INLINE: ReadonlySet<string> = new Set(
	"a abbr b cite em font i mark q small span strong sub sup time u".split(" "),
);
const SENTENCES: ReadonlySet<string> = new Set(
	"p li dd td h1 h2 h3 h4 h5 h6 blockquote".split(" "),
);

/** Styles by which words are on a page and are not seen on it. */
const HIDDEN: readonly RegExp[] = [
	/display\s*:\s*none/iu,
	/visibility\s*:\s*hidden/iu,
	/font-size\s*:\s*0(?![.\d])/iu,
	/(?:left|top|text-indent)\s*:\s*-\d{4,}/iu,
	/(?<!-)color\s*:\s*(?<ink>#\w{3,6}|\w+)\b.*background(?:-color)?\s*:\s*\k<ink>\b/iu,
	/background(?:-color)?\s*:\s*(?<paper>#\w{3,6}|\w+)\b.*(?<!-)color\s*:\s*\k<paper>\b/iu,
];

/** What is called clutter and has more of a page's words than this is called so in error. */
const MOST = 0.35;

/** A picture's words are its caption and who took it; what has more is more than a picture. */
const MOST_OF_PICTURE = 500;
const PICTURES = /^(?:figure|image|images|picture|photo|photos|gallery|slideshow|lightbox)$/u;

/** Takes out of a page what its readers do not see. */
export function removeHidden(page: PageDocument): void {
	for (const element of [...page.querySelectorAll("[style]")]) {
		const style = element.getAttribute("style") ?? "";
		if (element !== page.body && HIDDEN.some(hidden => hidden.test(style))) element.remove();
	}
}

/** What asks readers whether they may be followed: often longer than the article, and never around it. */
export function removeConsent(page: PageDocument): void {
	for (const element of [...page.querySelectorAll("[class], [id]")]) {
		const isConsent = namesOf(element).some(name => CONSENT.test(name));
		if (isConsent && element.querySelector("h1, article, main") === null) element.remove();
	}
}

/** A paragraph or more, in letters. */
const MUCH = 400;

/** A page that shows what it hides until its scripts have run, where that is a text. */
export function reveal(page: PageDocument): PageDocument {
	for (const element of page.querySelectorAll('[hidden], [aria-hidden="true"]')) {
		const text = [...element.querySelectorAll("p")].map(each => each.textContent ?? "").join("");
		if (text.length < MUCH) continue;
		element.removeAttribute("hidden");
		element.removeAttribute("aria-hidden");
	}
	return page;
}

/**
 * Gives each element that is all of another the classes of that one too, since Readability puts a paragraph in
 * the place of a division that holds nothing else.
 */
export function handDownClasses(page: PageDocument): void {
	for (const division of page.querySelectorAll("div[class]")) {
		const [only, other] = [...division.childNodes].filter(isElement);
		if (only?.localName !== "p" || other !== undefined) continue;
		only.className = `${only.className} ${division.className}`.trim();
	}
}

/** Takes out of a page's part what is no article's own by the meaning of its element. */
export function removeForeign(root: PageElement): void {
	for (const element of [...root.querySelectorAll(NEVER)]) element.remove();
	const most = MOST * lengthOf(root);
	// An article within another is a comment on it, or tells of it (HTML, section 4.3.2).
	for (const element of [...root.querySelectorAll("article article")]) {
		if (lengthOf(element) <= most) element.remove();
	}
}

/**
 * Takes out of an article what its page's makers name as something around it: navigation, sharing, related
 * stories, comments, bylines, pictures with their captions. What holds much of the words stays.
 */
export function removeClutter(root: PageElement): void {
	const most = MOST * lengthOf(root);
	for (const element of foreignArticles(root)) if (lengthOf(element) <= most) element.remove();
	for (const elements of namedForeign(root)) {
		const length = elements.reduce((sum, element) => sum + lengthOf(element), 0);
		if (length <= most) for (const element of elements) element.remove();
	}
}

/** What is named as foreign, by the name; nothing is in two of a group. */
function namedForeign(root: PageElement): readonly (readonly PageElement[])[] {
	const groups = new Map<string, PageElement[]>();
	for (const element of root.querySelectorAll("[class], [id], figure")) {
		const name = foreignNameOf(element);
		if (name === null) continue;
		const group = groups.get(name) ?? [];
		if (group.at(-1)?.contains(element) !== true) group.push(element);
		groups.set(name, group);
	}
	return [...groups.values()];
}

function foreignNameOf(element: PageElement): string | null {
	const names = namesOf(element);
	if (UNSEEN.test(names.join("-"))) return "unseen";
	// A name with the class "author" in a sentence is a word of it.
	if (isInSentence(element)) return null;
	const clutter = names.find(name => CLUTTER.test(name));
	return (
		clutter ?? CLUTTER_PAIRS.exec(names.join("-"))?.[0] ?? (isPicture(element) ? "picture" : null)
	);
}

function isInSentence({ localName, parentElement }: PageElement): boolean {
	if (!INLINE.has(localName)) return false;
	let around = parentElement;
	while (around !== null && INLINE.has(around.localName)) around = around.parentElement;
	return around !== null && SENTENCES.has(around.localName);
}

/** Where one of several articles on a page is most of it, the others are told of. */
function foreignArticles(root: PageElement): readonly PageElement[] {
	const articles = [...root.querySelectorAll("article")];
	const longest = Math.max(0, ...articles.map(lengthOf));
	if (longest * 2 < lengthOf(root)) return [];
	return articles.filter(article => lengthOf(article) < longest);
}

function isPicture(element: PageElement): boolean {
	const isOne =
		element.localName === "figure" || namesOf(element).some(name => PICTURES.test(name));
	return (
		isOne &&
		lengthOf(element) <= MOST_OF_PICTURE &&
		element.querySelector("img, picture") !== null &&
		element.querySelector("table, blockquote, ul, ol") === null
	);
}

function lengthOf(element: PageElement): number {
	return (element.textContent ?? "").replace(/\s+/gu, " ").length;
}

/** The words of an element's classes and id: "inline", "image" of "InlineImage". */
function namesOf({ className, id }: PageElement): readonly string[] {
	return `${className} ${id}`
		.replace(/([a-z])([A-Z])/gu, "$1-$2")
		.toLowerCase()
		.split(/[^a-z]+/u);
}
