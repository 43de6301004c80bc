/** The words that are printed most often, the longest of equals; null of none. */
export function mostPrinted(words: readonly string[]): string | null {
	const times = new Map<string, number>();
	for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
	const ranked = [...times].toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length);
	return ranked[0]?.[0] ?? null;
}
