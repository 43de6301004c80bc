import { parseArticle } from "../../corpus/article.ts";
import { plainAddress } from "../../ingest/extract/address.ts";
import { parseList, pathOfList } from "../../records/documents.ts";
import type { Draft } from "./drafts.ts";
import { heldAddresses } from "./feed-items.ts";
import { isNotice, type Job, standing, textAt } from "./job.ts";
import type { Failure, Fault } from "./read-origin.ts";

/** Why a page that another address led to is not read twice; null where none did. */
export function readAlready(
	draft: Omit<Draft, "id">,
	others: readonly Omit<Draft, "id">[],
): Failure | null {
	const own = plainOf(addressesOf(draft));
	const same = others.find(other => plainOf(addressesOf(other)).some(each => own.includes(each)));
	if (same === undefined) return null;
	const reason = `it leads to the same page as ${same.fetched?.address ?? "another"}`;
	return { what: draft.fetched?.address ?? "", reason, remedy: "that one is read" };
}

/** Where an article was asked for, and what its page calls its own address. */
export function addressesOf({
	story,
	file,
	text,
	fetched,
}: Pick<Draft, "story" | "file" | "text" | "fetched">): readonly string[] {
	const parsed = parseArticle({ story, file, text });
	const own = parsed.kind === "problem" ? null : parsed.article.url;
	return [fetched?.address ?? [], own ?? []].flat();
}

function plainOf(addresses: readonly (string | null | undefined)[]): readonly string[] {
	return addresses.flatMap(address => plainAddress(address ?? "", null) ?? []);
}

/** Why a page cannot be added to a story that holds it already; null where it does not. */
export async function heldAs(
	job: Job,
	id: string,
	addresses: readonly (string | null | undefined)[],
): Promise<Fault | null> {
	const states = await standing(job, id);
	const story = job.library.current(job.realm).stories.find(each => each.id === id);
	if (isNotice(states) || story === undefined) return null;
	const known = parseList("fetched", textAt(states, pathOfList("fetched", id)));
	const rows = known.kind === "list" ? known.rows : [];
	const plain = plainOf(addresses);
	const held = story.articles.find(({ article }) => {
		const own = rows.filter(row => row.article === article.id);
		const places = heldAddresses({ articles: [] }, own);
		return plain.some(address => places.has(address) || address === article.url);
	})?.article;
	if (held === undefined) return null;
	return {
		reason: `the story holds this page already, as ${held.id} (${held.outlet})`,
		remedy: "/refresh fetches it again, and /article remove takes it out",
	};
}
