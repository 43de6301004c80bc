import { z } from "zod";
import { type Refused, refused } from "../fetch/fetched.ts";
import type { RawFeed } from "./xml-feed.ts";

const TEXT = z.string().catch("");
const ITEM = z.object({
	id: z.union([z.string(), z.number().transform(String)]).catch(""),
	url: TEXT,
	external_url: TEXT,
	title: TEXT,
	date_published: TEXT,
	date_modified: TEXT,
});

/** Version 1 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
const FEED = z.object({
	version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/u),
	title: TEXT,
	home_page_url: TEXT,
	items: z.array(ITEM.nullable().catch(null)),
});

/** A JSON Feed as it is written, or why it is none. */
export function readJsonFeed(text: string): RawFeed | Refused {
	const feed = FEED.safeParse(parse(text));
	if (!feed.success) return refused("it is JSON but no JSON Feed", "give the address of a feed");
	const items = feed.data.items
		.filter(item => item !== null)
		.map(({ id, url, external_url, title, date_published, date_modified }) => ({
			id,
			link: url || external_url,
			title,
			published: date_published || date_modified,
			isPermanent: true,
		}));
	const { title, home_page_url: link } = feed.data;
	return { kind: "raw", shape: "feed", title, link, base: "", items, isTorn: false };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
