const SCALED =
	/^(?:kilo|mega|giga|tera|peta|exa|zetta|yotta|hecto|centi|milli|micro|nano)?(bit|byte|flop|gram|hash|hertz|joule|liter|litre|meter|metre|ton|tonne|volt|watt|watthour)(?:e?s)?$/;

/** What a unit is a multiple of, by its prefix of SI: "exahashes" and "zettahash" are of the hash; null for another word. */
export function unitScaled(word: string): string | null {
	return SCALED.exec(word)?.[1] ?? null;
}
