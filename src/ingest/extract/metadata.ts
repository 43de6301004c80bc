import { cutLine } from "../../present/fitting.ts";
import { ownAddress, siteOf } from "./address.ts";
import { dayOfAddress, readDay } from "./dates.ts";
import { type LinkedObject, textsOf } from "./json-ld.ts";
import type { DateOrigin, Metadata, Published } from "./outcome.ts";
import type { PageDocument, PageElement } from "./page-nodes.ts";

/** A page as it is asked about itself. */
export interface Described {
	readonly page: PageDocument;
	/** What it says in JSON-LD. */
	readonly linked: LinkedObject | null;
	/** Where it was fetched. */
	readonly address: string | null;
	/** The first words that it shows, in which a date is guessed. */
	readonly opening: string;
	readonly now: Date;
}

/** Names of meta elements, the surest first. */
const META = {
	outlet: ["og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher"],
	title: ["og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"],
	author: ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"],
	published: [
		"article:published_time",
		"og:article:published_time",
		"og:published_time",
		"datepublished",
		"article.published",
		"parsely-pub-date",
		"sailthru.date",
		"publish-date",
		"publishdate",
		"publication_date",
		"pubdate",
		"dc.date.issued",
		"dcterms.created",
		"dcterms.date",
		"dc.date",
		"date",
	],
	language: ["og:locale", "dc.language", "content-language", "language"],
	address: ["og:url"],
} as const;

const PUBLISHED_TIMES =
	'time[itemprop~="datePublished"], time[pubdate], [itemprop~="datePublished"], time.published, time.entry-date, article time[datetime], header time[datetime], time[datetime]';
const AUTHORS =
	'[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], a[rel~="author"], .byline-name, .author-name, .byline .author, .p-author, .byline, .author';
const LONGEST_NAME = 120;
const LONGEST_TITLE = 500;

/** What a page tells of itself: the surest of several places for each, in a fixed order. */
export function readMetadata(described: Described): Metadata {
	const { page, linked, address } = described;
	const metas = metasOf(page);
	const own = ownAddress(
		[
			attribute(page, 'link[rel~="canonical"]', "href"),
			metas.first(META.address),
			...linkedUrls(linked),
		],
		address,
	);
	const outlet = outletOf(linked, metas, own);
	return {
		outlet,
		title: titleOf(described, metas, outlet),
		author: authorOf(described, metas, outlet),
		published: publishedOf(described, metas, own),
		language: languageOf(page, linked, metas),
		address: own,
	};
}

interface Metas {
	/** The first content there is among meta elements of these names; empty where there is none. */
	readonly first: (names: readonly string[]) => string;
}

function metasOf(page: PageDocument): Metas {
	const contents = new Map<string, string>();
	for (const meta of page.querySelectorAll("meta")) {
		const name = ["property", "name", "itemprop", "http-equiv"]
			.map(each => meta.getAttribute(each))
			.find(each => each !== null && each !== "");
		const content = oneLine(meta.getAttribute("content") ?? "");
		const key = (name ?? "").toLowerCase();
		if (content !== "" && !contents.has(key)) contents.set(key, content);
	}
	const first = (names: readonly string[]) =>
		names.map(name => contents.get(name)).find(each => each !== undefined) ?? "";
	return { first };
}

function outletOf(
	linked: LinkedObject | null,
	metas: Metas,
	address: string | null,
): string | null {
	const [publisher = ""] = textsOf(linked?.["publisher"]);
	const names = [metas.first(META.outlet.slice(0, 1)), publisher, metas.first(META.outlet)];
	const site = address === null ? null : siteOf(address);
	return names.map(firstName).find(isName) ?? site;
}

/** "Port News" of "Port News | Harbour | Sea" and of "@Port News". */
function firstName(text: string): string {
	return oneLine(text.split(" | ", 1)[0] ?? "").replace(/^@/u, "");
}

/** JSON is not to be escaped as HTML; where it is, the page says the same elsewhere. */
const ESCAPED = /&#?\w{2,8};/u;

function titleOf({ page, linked }: Described, metas: Metas, outlet: string | null): string | null {
	const headlines = textsOf(linked?.["headline"]);
	const headline = headlines.find(each => !ESCAPED.test(each)) ?? "";
	const whole = oneLine(page.querySelector("title")?.textContent ?? "");
	const named = withoutOutlet(metas.first(META.title), outlet);
	const headings = [...page.querySelectorAll("h1")].map(h1 => oneLine(h1.textContent ?? ""));
	const known = [headline, named, whole].map(fold).filter(each => each !== "");
	// The heading has the outlet's own letters; the others are cut or made for search engines.
	const shown = headings.find(heading => known.some(each => isLike(each, fold(heading))));
	const candidates = [shown ?? "", headline, named, ...headings, withoutOutlet(whole, outlet)];
	const title = candidates.map(oneLine).find(each => each !== "");
	return title === undefined ? null : cutLine(title, shown => shown.length <= LONGEST_TITLE);
}

/** "Rents rise | Daily Post" and "Rents rise - dailypost.example" name the outlet behind the title. */
function withoutOutlet(title: string, outlet: string | null): string {
	const parts = title.split(/\s+[|–—\-·»:]\s+/u);
	const last = parts.at(-1) ?? "";
	if (parts.length < 2) return title;
	const isOutlet = outlet !== null && isLike(fold(last), fold(outlet));
	const bar = title.slice(0, title.length - last.length).trimEnd();
	const isBarred = bar.endsWith("|") || bar.endsWith("»");
	return isOutlet || isBarred ? bar.replace(/\s+\S$/u, "") : title;
}

function isLike(one: string, other: string): boolean {
	return one !== "" && other !== "" && (one.startsWith(other) || other.startsWith(one));
}

/** The surest names there are; the outlet's own only where nobody else is named. */
function authorOf({ page, linked }: Described, metas: Metas, outlet: string | null): string | null {
	const described = joined(textsOf(linked?.["author"]).map(cleanAuthor).filter(isAuthor));
	const named = META.author.map(name => cleanAuthor(metas.first([name])));
	const shown = [...page.querySelectorAll(AUTHORS)].map(element =>
		cleanAuthor(oneLine(element.textContent ?? "")),
	);
	const names = [
		...(described === "" ? [] : [described]),
		...[...named, ...shown].filter(isAuthor),
	];
	return names.find(name => !isOutlet(name, outlet)) ?? names[0] ?? null;
}

function isOutlet(name: string, outlet: string | null): boolean {
	return outlet !== null && isLike(fold(name), fold(outlet));
}

function joined(names: readonly string[]): string {
	return [...new Set(names)].join(", ").slice(0, LONGEST_NAME);
}

function cleanAuthor(text: string): string {
	return oneLine(text)
		.replace(/^(?:(?:written|story|words|posted|reported)\s+)?by:?\s+/iu, "")
		.replace(/^(?:von|par|por|door)\s+(?=\p{Lu})/u, "")
		.replace(/\s*[|•·].*$/u, "");
}

function isAuthor(text: string): boolean {
	return isName(text) && !/https?:|www\.|@|\d{3}/iu.test(text) && text.split(" ").length <= 12;
}

function isName(text: string): boolean {
	return text.length <= LONGEST_NAME && /\p{L}/u.test(text) && !/^https?:/iu.test(text);
}

function publishedOf(
	{ page, linked, opening, now }: Described,
	metas: Metas,
	address: string | null,
): Published | null {
	const dayOf = (texts: readonly string[]) =>
		texts.map(text => readDay(text, now)).find(day => day !== null) ?? null;
	const sources: readonly (readonly [DateOrigin, () => string | null])[] = [
		[
			"json-ld",
			() => dayOf([linked?.["datePublished"], linked?.["dateCreated"]].flatMap(v => textsOf(v))),
		],
		["meta", () => dayOf(META.published.map(name => metas.first([name])))],
		[
			"time",
			() => dayOf([...page.querySelectorAll(PUBLISHED_TIMES)].slice(0, 20).flatMap(timeTexts)),
		],
		["address", () => (address === null ? null : dayOfAddress(address, now))],
		["text", () => readDay(opening, now)],
	];
	for (const [from, find] of sources) {
		const date = find();
		if (date !== null) return { date, from, confirmed: from !== "text" };
	}
	return null;
}

function timeTexts(element: PageElement): readonly string[] {
	const given = [element.getAttribute("datetime"), element.getAttribute("content")];
	return [...given, element.textContent]
		.map(each => oneLine(each ?? ""))
		.filter(each => each !== "");
}

function languageOf(page: PageDocument, linked: LinkedObject | null, metas: Metas): string | null {
	const given = [
		page.documentElement.getAttribute("lang") ?? "",
		...textsOf(linked?.["inLanguage"]),
		metas.first(META.language),
	];
	return given.map(languageTag).find(tag => tag !== null) ?? null;
}

/** A tag of BCP 47 in its usual letters: "en-US" of "en_us"; null where it is none. */
export function languageTag(text: string): string | null {
	const tag = text.trim().replaceAll("_", "-");
	if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu.test(tag)) return null;
	try {
		return Intl.getCanonicalLocales(tag)[0] ?? null;
	} catch {
		return null;
	}
}

function linkedUrls(linked: LinkedObject | null): readonly string[] {
	return [linked?.["mainEntityOfPage"], linked?.["url"]].flatMap(value => textsOf(value));
}

function attribute(page: PageDocument, selector: string, name: string): string {
	return page.querySelector(selector)?.getAttribute(name) ?? "";
}

function fold(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Text in one line, without marks that show nothing or turn the direction of writing. */
export function oneLine(text: string): string {
	return text
		.replace(/\p{Cs}/gu, "\uFFFD")
		.replace(/[\p{Cc}\s]+/gu, " ")
		.replace(/[\p{Cf}]/gu, "")
		.trim();
}
