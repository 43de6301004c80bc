import { Parser } from "htmlparser2";

/** An item of a feed as it is written; empty where it does not say. */
export interface RawItem {
	readonly id: string;
	readonly link: string;
	readonly title: string;
	readonly published: string;
	/** Whether the id may be the item's address. */
	readonly isPermanent: boolean;
}

/** A feed as it is written. Of a page the items are the feeds that it links, of an index its sitemaps. */
export interface RawFeed {
	readonly kind: "raw";
	readonly shape: "feed" | "page" | "index";
	readonly title: string;
	/** The site that it is of. */
	readonly link: string;
	/** What its addresses are relative to. */
	readonly base: string;
	readonly items: readonly RawItem[];
	/** Whether it ends before its first element does. */
	readonly isTorn: boolean;
}

type Attributes = Readonly<Record<string, string>>;
type Field = "id" | "link" | "title" | "published" | "updated";

const ITEMS: ReadonlySet<string> = new Set(["item", "entry", "url", "sitemap"]);

/** Fields of an item or a feed by the element that holds them; the first that is filled counts. */
const FIELDS: ReadonlyMap<string, Field> = new Map([
	["title", "title"],
	["news:title", "title"],
	["link", "link"],
	["loc", "link"],
	["guid", "id"],
	["id", "id"],
	["pubdate", "published"],
	["published", "published"],
	["issued", "published"],
	["dc:date", "published"],
	["dcterms:issued", "published"],
	["news:publication_date", "published"],
	["updated", "updated"],
	["modified", "updated"],
	["lastmod", "updated"],
]);

/** Relations of an Atom link that is the item's page. */
const PAGE_LINKS: ReadonlySet<string> = new Set(["alternate", ""]);
const FEED_TYPES = /^application\/(?:rss|atom|feed)\+(?:xml|json)$/iu;

/** What is being read: an item, or the feed around them. */
interface Draft {
	readonly depth: number;
	readonly fields: Map<Field, string>;
	isPermanent: boolean;
}

function draftAt(depth: number): Draft {
	return { depth, fields: new Map(), isPermanent: true };
}

/** Keeps the first value that is filled. */
function put({ fields }: Draft, field: Field, value: string): void {
	if ((fields.get(field) ?? "") === "") fields.set(field, value.trim());
}

function itemOf({ fields, isPermanent }: Draft): RawItem {
	const get = (field: Field) => fields.get(field) ?? "";
	const published = get("published") || get("updated");
	return { id: get("id"), link: get("link"), title: get("title"), published, isPermanent };
}

/** How far a feed is read. */
interface State {
	readonly items: RawItem[];
	/** The feeds that a page links. */
	readonly feeds: RawItem[];
	readonly around: Draft;
	root: { readonly name: string; readonly base: string } | null;
	depth: number;
	item: Draft | null;
	open: { readonly field: Field; readonly depth: number; text: string } | null;
}

function begin(state: State, name: string, attributes: Attributes): void {
	state.depth += 1;
	state.root ??= { name, base: attributes["xml:base"] ?? "" };
	if (state.item === null && ITEMS.has(name)) {
		state.item = draftAt(state.depth);
		// RSS 1.0 names its items so.
		put(state.item, "id", attributes["rdf:about"] ?? "");
		state.open = null;
		return;
	}
	if (name === "link") readLink(state, attributes);
	const field = FIELDS.get(name);
	if (field === undefined || state.open !== null || !isNear(state, name)) return;
	if (name === "guid") current(state).isPermanent = attributes["ispermalink"] !== "false";
	state.open = { field, depth: state.depth, text: "" };
}

function end(state: State): void {
	if (state.open?.depth === state.depth) {
		put(current(state), state.open.field, state.open.text);
		state.open = null;
	}
	if (state.item?.depth === state.depth) {
		state.items.push(itemOf(state.item));
		state.item = null;
	}
	state.depth -= 1;
}

function current({ item, around }: State): Draft {
	return item ?? around;
}

function readLink(state: State, { href = "", rel = "", type = "" }: Attributes): void {
	if (FEED_TYPES.test(type) && /\balternate\b/iu.test(rel)) {
		state.feeds.push({ id: "", link: href, title: "", published: "", isPermanent: false });
	}
	if (href !== "" && PAGE_LINKS.has(rel)) put(current(state), "link", href);
}

/** An image or a media group inside an item has a title of its own. */
function isNear(state: State, name: string): boolean {
	const farthest = state.item === null ? 3 : name.startsWith("news:") ? 2 : 1;
	return state.depth - current(state).depth <= farthest;
}

function feedOf({ root, around, items, feeds }: State, isTorn: boolean): RawFeed {
	const { title, link } = itemOf(around);
	const found = { kind: "raw", title, link, base: root?.base ?? "", isTorn } as const;
	if (root?.name === "sitemapindex") return { ...found, shape: "index", items };
	if (!ROOTS.has(root?.name ?? "")) return { ...found, shape: "page", items: feeds };
	return { ...found, shape: "feed", items };
}

const CHUNK = 65_536;
const ROOTS: ReadonlySet<string> = new Set(["rss", "feed", "rdf:rdf", "urlset", "channel"]);

/** A feed in XML as it is written: RSS, Atom or a sitemap. What stands open at the end counts as closed. */
export function readXmlFeed(text: string): RawFeed {
	const state: State = {
		items: [],
		feeds: [],
		around: draftAt(0),
		root: null,
		depth: 0,
		item: null,
		open: null,
	};
	const parser = new Parser(
		{
			onopentag: (name, attributes) => begin(state, name, attributes),
			ontext: data => {
				if (state.open !== null) state.open.text += data;
			},
			onclosetag: () => end(state),
		},
		{ xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
	);
	for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
	const isTorn = state.depth > 0;
	parser.end();
	return feedOf(state, isTorn);
}
