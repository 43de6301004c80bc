import { plainAddress } from "../extract/address.ts";
import { lookAhead } from "../extract/look-ahead.ts";
import { oneLine } from "../extract/metadata.ts";
import type { FeedOutcome, FoundItem, Source } from "../extract/outcome.ts";
import { decodeText } from "../fetch/decode-text.ts";
import { refused } from "../fetch/fetched.ts";
import { readMediaType, typeOfBody } from "../fetch/media-type.ts";
import { readFeedTime } from "./feed-time.ts";
import { readJsonFeed } from "./json-feed.ts";
import { plainTitle } from "./plain-title.ts";
import { type RawFeed, type RawItem, readXmlFeed } from "./xml-feed.ts";

/** More than a news sitemap may hold (1,000), and no more than a moderator can look at. */
const MOST_ITEMS = 1_000;

const LONGEST_TITLE = 500;

/**
 * Reads a feed: RSS of any version, Atom, JSON Feed, or a sitemap. Its items have absolute addresses, http or
 * https, each once; of more than 1,000 the newest are taken. Entities that a feed declares are never expanded,
 * nor is anything loaded that it names; where it declares some it is refused. A torn feed gives what was whole.
 */
export function readFeed(source: Source, now: Date): FeedOutcome {
	const text = textOf(source);
	if (typeof text !== "string") return text;
	const raw = /^\s*[{[]/u.test(text) ? readJsonFeed(text) : readMarkup(text);
	if (raw.kind !== "raw") return raw;
	if (raw.shape === "page") return itIsAPage(raw, source.address);
	if (raw.shape === "index") return itIsAnIndex(raw, source.address);
	const base = baseOf(raw, source.address);
	const items = unique(raw.items.flatMap(item => itemOf(item, base, now) ?? []));
	const taken = items.length <= MOST_ITEMS ? items : newest(items);
	const title = titleOf(raw.title);
	return {
		kind: "feed",
		title,
		items: taken,
		left: items.length - taken.length,
		isTorn: raw.isTorn,
	};
}

function textOf({ content, contentType }: Source): string | FeedOutcome {
	if (typeof content === "string") return content.replace(/^\uFEFF/u, "");
	const media = readMediaType(contentType);
	const type = typeOfBody(media, content, {
		accept: "feed",
		toldBy: "the server calls it",
	});
	return typeof type === "string" ? decodeText(content, media.charset).text : type;
}

const ROOT = /<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b/iu;

function readMarkup(text: string): RawFeed | FeedOutcome {
	const [prolog = ""] = text.split(ROOT, 1);
	if (/<!ENTITY/iu.test(prolog)) {
		return refused("the feed declares entities of its own", "give the address of another feed");
	}
	return lookAhead(text, "feed") ?? readXmlFeed(text);
}

function itIsAPage({ items }: RawFeed, address: string | null): FeedOutcome {
	const [feed] = items.flatMap(({ link }) => plainAddress(link, address) ?? []);
	const remedy =
		feed === undefined ? "give the address of an RSS, Atom or JSON feed" : `its feed is ${feed}`;
	return refused("it is no feed", remedy);
}

function itIsAnIndex({ items }: RawFeed, address: string | null): FeedOutcome {
	const [sitemap] = items.flatMap(({ link }) => plainAddress(link, address) ?? []);
	return refused(
		"it is an index of sitemaps",
		`give the address of one of them${sitemap === undefined ? "" : `, such as ${sitemap}`}`,
	);
}

function baseOf({ base, link }: RawFeed, address: string | null): string | null {
	return plainAddress(base, address) ?? address ?? plainAddress(link, null);
}

function itemOf(raw: RawItem, base: string | null, now: Date): FoundItem | null {
	const id = oneLine(raw.id).slice(0, LONGEST_TITLE);
	const permanent = raw.isPermanent ? plainAddress(id, null) : null;
	const address = raw.link === "" ? permanent : plainAddress(raw.link, base);
	if (address === null) return null;
	const published = readFeedTime(raw.published, now);
	return { id: id === "" ? address : id, title: titleOf(raw.title), address, published };
}

function titleOf(text: string): string | null {
	const title = plainTitle(text).slice(0, LONGEST_TITLE);
	return title === "" ? null : title;
}

function unique(items: readonly FoundItem[]): readonly FoundItem[] {
	const addresses = new Set<string>();
	const ids = new Set<string>();
	return items.flatMap(item => {
		if (addresses.has(item.address)) return [];
		addresses.add(item.address);
		// Some feeds give all their items one id.
		const id = ids.has(item.id) ? item.address : item.id;
		ids.add(id);
		return [{ ...item, id }];
	});
}

function newest(items: readonly FoundItem[]): readonly FoundItem[] {
	return items
		.toSorted((one, other) => (other.published ?? "").localeCompare(one.published ?? ""))
		.slice(0, MOST_ITEMS);
}
