/** Where one address ends and another begins: Discord writes `<https://a.example/>`, and lists have commas. */
const BETWEEN = /[\s<>]+|,+(?=https?:\/\/)/iu;
/** Marks of a list that stand right behind an address, or before it. */
const AROUND = /^[,;]+|[,;]+$/gu;

/**
 * The web addresses in what somebody typed, each once, without the marks that stand around them.
 *
 * @example addressesIn("<https://a.example/1>, b.example/2") // ["https://a.example/1", "b.example/2"]
 */
export function addressesIn(typed: string): readonly string[] {
	const addresses = typed
		.split(BETWEEN)
		.map(piece => piece.replace(AROUND, ""))
		.filter(address => address !== "");
	const pages = addresses.map(pageOf);
	return addresses.filter((address, place) => pages.indexOf(pageOf(address)) === place);
}

/** What is the same for two writings of one address: without its scheme, a fragment and an ending stroke. */
function pageOf(address: string): string {
	return address
		.replace(/#.*$/su, "")
		.replace(/^https?:\/\//iu, "")
		.replace(/\/$/u, "");
}
