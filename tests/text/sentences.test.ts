import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../src/text/sentences.ts";
import { slice } from "../../src/text/span.ts";

const split = (text: string) => splitSentences(text).map(span => slice(text, span));

/** Texts with a bar where a sentence ends and the next begins. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
	["plain stops", "The plant closed.| Who pays?| Nobody does!| The rest is unclear."],
	["titles", "Mr. Okafor met Dr. Lind and Sen. Ruiz.| They agreed."],
	["initials", "Chair Ana B. Costa spoke.| J. R. Moss did not."],
	["acronyms within", "The U.S. Treasury and U.K. officials met in D.C. on Monday."],
	["acronym at the end", "She moved to the U.S.| The firm stayed in the E.U.| Why?"],
	["firms", "Orbit Inc. shares fell.| He sold Tarn Corp.| It had lost money."],
	["decimals", "Prices rose 2.5 percent to $3.75.| Wages rose 1.1 percent."],
	["numbered names", "Route No. 14 is closed.| See p. 3 and Fig. 2 for maps."],
	["no as an answer", "Did it pay?| No.| That is the trouble."],
	["dates", "It opened on Sept. 9 and shut on Jan. 3, 2019.| Nobody came."],
	["a day after p.m.", "The vote is at 7 p.m. Tuesday.| It may last until 2 a.m."],
	["closing quotation mark", "“We are done.”| The room emptied.| 'Good.'| She left."],
	["straight quotation marks", '"We are done."| The room emptied.'],
	["quotation of several sentences", "“We lost.| We will go on,” he said."],
	["a question that is asked", "“Who pays?” Anna Reyes asked.| “Nobody!” shouted the mayor."],
	["a new sentence after a question", "“Who pays?”| He had no answer."],
	["lower case goes on", "The firm, e.g. its lab in St. Ives, sells. com names, etc. and more."],
	["brackets", "It rose (see the note below.) and fell.| (Few noticed.)| Then it rose."],
	["a citation after the stop", "He called it “a wall.” (Moss 12).| Others agreed."],
	["ellipsis within", "It was ... well, odd.| And then ... Paris did it again."],
	["ellipsis at the end", "So it went...| Nobody knew.| The end…| It began anew."],
	["spaced ellipsis", "One habit . . . was to wait.| It paid."],
	["runs of marks", "Really?!| Yes!!!| Fine."],
	["a brand in lower case", "Sales fell.| iPhone prices rose."],
	["glued sentences", "It is based on this content.|The rest follows."],
	["names with dots", "Node.js and booking.Com and U.S.A. teams met at acme.org. today"],
	["a list number", "1. Open the box.| 2. Close it."],
	["web addresses", "See www. example. com for more.| Thanks."],
	["a blank line", "A heading\n\n|Then a sentence"],
	["a line break", "The first line\ngoes on here.| Next."],
	["figures begin sentences", "It fell.| 12 people left.| $5 is gone."],
	["no spaces", "彼は行った。|彼女は来た。"],
	["a stop alone", "..."],
	["nothing", ""],
	["white space", " \n\t "],
	["an exclamation in a name", "She works at Yahoo! Inc. in Dublin."],
	["a dash after the stop", "“It is over.”| — Ana Costa"],
];

describe("splitSentences", () => {
	test.each(TEXTS)("%s", (_, marked) => {
		const expected = marked.split("|").map(sentence => sentence.trim());
		expect(split(marked.replaceAll("|", ""))).toEqual(expected.filter(each => each !== ""));
	});

	test("spans lie in order, do not overlap, and leave out white space alone", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				". ",
				"? ",
				"! ",
				"… ",
				".” ",
				" “",
				"\n\n",
				" (",
				") ",
				"U.S. ",
				"p.m. ",
				"。",
			),
			fc.string({ unit: "grapheme", maxLength: 12 }),
		);
		fc.assert(
			fc.property(fc.array(piece), pieces => {
				const text = pieces.join("");
				let end = 0;
				for (const span of splitSentences(text)) {
					expect(text.slice(end, span.start).trim()).toBe("");
					expect(span.end).toBeGreaterThan(span.start);
					expect(slice(text, span)).toBe(slice(text, span).trim());
					end = span.end;
				}
				expect(text.slice(end).trim()).toBe("");
			}),
		);
	});

	test.each(["!", ".", ". ", "?”", "“", "a.", "\n", " "])(
		"takes a long run of %j in its stride",
		run => {
			const text = `${run.repeat(50_000)}x`;
			const before = performance.now();
			splitSentences(text);
			expect(performance.now() - before).toBeLessThan(3_000);
		},
	);
});
