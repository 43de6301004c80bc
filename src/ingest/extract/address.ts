/** Marks by which outlets follow how a reader came to a page; the page is the same without. */
const TRACKING =
	/^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ncid|ocid|cid|ref|ref_src|referrer|src|srcref|smid|smtyp|partner|guccounter|guce_\w+|_ga|amp|outputtype)$/iu;

/**
 * An address as it is kept: absolute, http or https, without name and password, fragment and marks of
 * tracking. Null where it is none of that kind.
 */
export function plainAddress(text: string, base: string | null): string | null {
	const trimmed = text.trim();
	if (trimmed === "" || !URL.canParse(trimmed, base ?? undefined)) return null;
	const url = new URL(trimmed, base ?? undefined);
	if (!/^https?:$/u.test(url.protocol) || url.username !== "" || url.password !== "") return null;
	url.hash = "";
	const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
	if (kept.length < url.searchParams.size) url.search = new URLSearchParams(kept).toString();
	return url.href;
}

/**
 * The address that a page gives as its own, where it may: of the site that it was fetched from, and
 * of a page where it was fetched as one. Otherwise the one that it was fetched from, since readers
 * are to find there what was read.
 */
export function ownAddress(claimed: readonly string[], fetched: string | null): string | null {
	const base = fetched === null ? null : plainAddress(fetched, null);
	const candidates = claimed.map(text => plainAddress(text, base)).filter(each => each !== null);
	if (base === null) return candidates[0] ?? null;
	return candidates.find(each => isSameSite(each, base) && isAsDeep(each, base)) ?? base;
}

/** The name of a site as readers know it: "example.org" of "https://www.example.org/a". */
export function siteOf(address: string): string {
	return new URL(address).hostname.replace(/^(?:www|m|amp|mobile)\d?\./u, "");
}

function isSameSite(one: string, other: string): boolean {
	const [a, b] = [siteOf(one), siteOf(other)];
	return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** A page whose canonical address is its site's front page has a fault in its template. */
function isAsDeep(one: string, other: string): boolean {
	const isFront = (address: string) => {
		const { pathname, search } = new URL(address);
		return pathname === "/" && search === "";
	};
	return !isFront(one) || isFront(other);
}
