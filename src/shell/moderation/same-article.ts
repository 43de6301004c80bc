import type { Article } from "../../corpus/article.ts";
import { plainAddress, siteOf } from "../../ingest/extract/address.ts";
import type { Metadata } from "../../ingest/extract/outcome.ts";
import { fold, foldWords } from "../../text/fold.ts";

/** A page that was fetched for an article that is held, and what the article's story holds beside it. */
export interface FetchedFor {
	readonly held: Pick<Article, "outlet" | "url" | "body">;
	/** Where the article was fetched from. */
	readonly address: string;
	/** The other articles of the story, each with every address by which it is known. */
	readonly others: readonly Held[];
	readonly page: Shown;
}

/** An article, and the addresses by which it is known. */
export interface Held {
	readonly article: Pick<Article, "outlet" | "title">;
	readonly addresses: readonly string[];
}

/** What a page shows now. */
export interface Shown extends Pick<Metadata, "outlet" | "title" | "address"> {
	/** Where it was in the end, after redirects. */
	readonly final: string;
	readonly text: string;
}

/**
 * Why a page that was fetched for an article cannot be an edit of it, as a clause; null where it can. A page
 * that was taken down often leads to another article on the same thing, which its outlet never printed
 * there: an address, name or headline of another article gives that away, and so do the words.
 */
export function shownInstead(fetched: FetchedFor): string | null {
	const { held, others, page } = fetched;
	const known = [fetched.address, held.url ?? fetched.address].map(placeOf);
	const moved = [page.final, page.address ?? page.final]
		.map(placeOf)
		.filter(place => !known.includes(place));
	const hasMoved = moved.length > 0;
	const there = others.find(({ addresses }) =>
		addresses.some(address => moved.includes(placeOf(address))),
	);
	if (there !== undefined) return leadsTo(there);
	const named = others.find(other => isNamed(fetched, other));
	if (hasMoved && named !== undefined) return leadsTo(named);
	if (hasMoved && isOfAnother(fetched)) {
		return `the page leads to one of ${page.outlet ?? siteOf(page.final)} now, ${page.final}`;
	}
	const least = hasMoved || named !== undefined ? LEAST_KEPT_ELSEWHERE : LEAST_KEPT;
	return wordsKept(held.body, page.text) < least ? "the page shows another text now" : null;
}

function leadsTo({ article }: Held): string {
	const title = article.title === null ? "" : `, ${article.title}`;
	return `the page leads to another article that is held now (${article.outlet}${title})`;
}

/** Addresses of one page that differ in their scheme, their "www." or their last slash are one. */
function placeOf(address: string): string {
	const plain = plainAddress(address, null) ?? address;
	if (!URL.canParse(plain)) return plain;
	const { port, pathname, search } = new URL(plain);
	return `${siteOf(plain)}:${port}${pathname.replace(/\/$/u, "")}${search}`;
}

/** Whether a page names the outlet or has the headline of another article, and not those of its own. */
function isNamed({ held, page }: FetchedFor, { article }: Held): boolean {
	const isSame = (one: string | null, other: string | null) =>
		one !== null && other !== null && foldWords(one) === foldWords(other);
	if (isSame(page.outlet, held.outlet)) return false;
	return isSame(page.outlet, article.outlet) || isSame(page.title, article.title);
}

/** Whether a page is of another site and does not name the article's outlet. */
function isOfAnother({ held, address, page }: FetchedFor): boolean {
	const sites = [address, held.url ?? address].map(siteOf);
	if (sites.includes(siteOf(page.final))) return false;
	return page.outlet === null || foldWords(page.outlet) !== foldWords(held.outlet);
}

const RUN = 5;

/**
 * The least share of an article's runs of five words that an edit of it keeps. Of 286 pairs of articles
 * that different outlets wrote on the same five stories, all but one share less, and half share none; the
 * one is a report that quotes most of a press release. An edit of every sentence in one place keeps three
 * quarters of them. Single words tell nothing: of those two such articles share up to 0.78.
 */
const LEAST_KEPT = 0.3;

/** The same where something else speaks against it too: a page that has moved keeps its text. */
const LEAST_KEPT_ELSEWHERE = 0.5;

/** The share of a text's runs of five words, from 0 to 1, that stand in another too. */
function wordsKept(before: string, after: string): number {
	const [old, fresh] = [runsOf(before), runsOf(after)];
	return old.size === 0 ? 1 : [...old].filter(run => fresh.has(run)).length / old.size;
}

function runsOf(text: string): ReadonlySet<string> {
	const words = [...fold(text).matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
	const last = Math.max(1, words.length - RUN + 1);
	return new Set(Array.from({ length: last }, (_, at) => words.slice(at, at + RUN).join(" ")));
}
