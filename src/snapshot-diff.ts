import type { Agreement, Claim, ClaimId } from "./claims/claim.ts";
import type { Correction } from "./claims/corrections.ts";
import type { Article } from "./corpus/article.ts";
import type { Snapshot, Story } from "./snapshot.ts";

/** Two versions of a list of things with ids, set side by side. */
export interface ListDiff<T> {
	readonly new: readonly T[];
	readonly changed: readonly T[];
	readonly gone: readonly T[];
}

export interface ArticleName {
	readonly story: string;
	readonly id: string;
	readonly outlet: string;
}

export interface ClaimName {
	readonly story: string;
	readonly id: ClaimId;
	readonly label: string;
}

/** A claim whose positions agree now and did not, or differ now and did not. */
export interface Turn {
	readonly claim: ClaimName;
	readonly before: Agreement;
	readonly after: Agreement;
}

/** What a refresh changed: articles, claims, and which of the claims now differ or agree. */
export interface SnapshotDiff {
	readonly articles: ListDiff<ArticleName>;
	readonly claims: ListDiff<ClaimName>;
	readonly turns: readonly Turn[];
	readonly corrections: CorrectionsDiff;
}

/** Which corrections of moderators do not apply any more, and which that did not apply do again. */
export interface CorrectionsDiff {
	readonly lapsed: readonly Correction[];
	readonly revived: readonly Correction[];
}

/** Something with an id in its story, and all of it that a reader would notice as changed. */
interface Item<T> {
	readonly key: string;
	readonly name: T;
	readonly content: string;
	readonly agreement: Agreement | null;
}

/**
 * What differs between two snapshots. An article has changed when a part of it has, a claim when a
 * report of it prints something else, comes or goes; that an excerpt stands elsewhere in its article
 * is no change. What is new, changed and gone is in the order of the snapshots.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): SnapshotDiff {
	const [stood, stand] = [new Set(before.stories), new Set(after.stories)];
	const old = before.stories.filter(story => !stand.has(story));
	const fresh = after.stories.filter(story => !stood.has(story));
	const claims = [old.flatMap(claimItems), fresh.flatMap(claimItems)] as const;
	return {
		articles: compare(old.flatMap(articleItems), fresh.flatMap(articleItems)),
		claims: compare(...claims),
		turns: turnsOf(...claims),
		corrections: compareCorrections(old, fresh),
	};
}

function compareCorrections(old: readonly Story[], fresh: readonly Story[]): CorrectionsDiff {
	const [before, after] = [old.flatMap(correctionItems), fresh.flatMap(correctionItems)];
	const stale = new Set(before.filter(({ isStale }) => isStale).map(({ key }) => key));
	const changed = after.filter(({ key, isStale }) => isStale !== stale.has(key));
	return {
		lapsed: changed.filter(({ isStale }) => isStale).map(({ correction }) => correction),
		revived: changed.filter(({ isStale }) => !isStale).map(({ correction }) => correction),
	};
}

function correctionItems({ id, corrections: { list, stale } }: Story) {
	return list.map(correction => ({
		key: `${id} ${JSON.stringify(correction)}`,
		correction,
		isStale: stale.includes(correction),
	}));
}

function compare<T>(before: readonly Item<T>[], after: readonly Item<T>[]): ListDiff<T> {
	const old = byKey(before);
	const fresh = byKey(after);
	const changed = after.filter(({ key, content }) => {
		const known = old.get(key);
		return known !== undefined && known.content !== content;
	});
	return {
		new: after.filter(({ key }) => !old.has(key)).map(({ name }) => name),
		changed: changed.map(({ name }) => name),
		gone: before.filter(({ key }) => !fresh.has(key)).map(({ name }) => name),
	};
}

function turnsOf(
	before: readonly Item<ClaimName>[],
	after: readonly Item<ClaimName>[],
): readonly Turn[] {
	const old = byKey(before);
	return after.flatMap(({ key, name, agreement }) => {
		const was = old.get(key)?.agreement ?? null;
		if (was === null || agreement === null || agreement === was) return [];
		return agreement === "single" ? [] : [{ claim: name, before: was, after: agreement }];
	});
}

function byKey<T>(items: readonly Item<T>[]): ReadonlyMap<string, Item<T>> {
	return new Map(items.map(item => [item.key, item]));
}

function articleItems(story: Story): readonly Item<ArticleName>[] {
	return story.articles.map(({ article }) => ({
		key: `${story.id}/${article.id}`,
		name: { story: story.id, id: article.id, outlet: article.outlet },
		content: contentOfArticle(article),
		agreement: null,
	}));
}

function contentOfArticle(article: Article): string {
	const { outlet, title, url, published, language, body } = article;
	return JSON.stringify([outlet, title, url, published, language, body]);
}

function claimItems(story: Story): readonly Item<ClaimName>[] {
	return story.claims.map(claim => ({
		key: `${story.id}/${claim.id}`,
		name: { story: story.id, id: claim.id, label: claim.label },
		content: contentOfClaim(claim),
		agreement: claim.agreement,
	}));
}

function contentOfClaim(claim: Claim): string {
	const reports = claim.reports.map(report => {
		const { article, outlet, via, printed, value, unit, bound, attribution, excerpt } = report;
		return [article, outlet, via, printed, value, unit, bound, attribution, excerpt.text];
	});
	return JSON.stringify([claim.agreement, claim.positions, reports]);
}
