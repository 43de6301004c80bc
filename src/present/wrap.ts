/** Characters that take two columns: East Asian wide and fullwidth ones (Unicode Annex 11), and emoji. */
const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How many columns of a terminal a text without control characters takes. */
export function columnsOf(text: string): number {
	let columns = 0;
	for (const { segment } of graphemes.segment(text)) columns += WIDE.test(segment) ? 2 : 1;
	return columns;
}

/**
 * A text in lines of at most `width` columns, broken at spaces; a word that is longer than a line is
 * broken where the line ends. Line feeds in the text end a line; an empty text is one empty line.
 */
export function wrap(text: string, width: number): readonly string[] {
	return text.split("\n").flatMap(line => wrapLine(line, Math.max(width, 2)));
}

function wrapLine(line: string, width: number): readonly string[] {
	const lines: string[] = [];
	let current = "";
	for (const word of line.split(" ").flatMap(word => pieces(word, width))) {
		const longer = current === "" ? word : `${current} ${word}`;
		if (columnsOf(longer) <= width) {
			current = longer;
			continue;
		}
		lines.push(current);
		current = word;
	}
	return [...lines, current];
}

function pieces(word: string, width: number): readonly string[] {
	if (columnsOf(word) <= width) return [word];
	const parts: string[] = [];
	let part = "";
	for (const { segment } of graphemes.segment(word)) {
		if (columnsOf(part + segment) > width) {
			parts.push(part);
			part = "";
		}
		part += segment;
	}
	return [...parts, part];
}
