import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Correction, writeCorrections } from "../../src/claims/corrections.ts";
import { type Row, writeList } from "../../src/records/documents.ts";
import { type ListChanges, listChangesAt } from "../../src/records/list-changes.ts";

function changesAt(path: string): ListChanges {
	const changes = listChangesAt(path);
	if (changes === null) throw new Error(`no list at ${path}`);
	return changes;
}

test.each([
	["mill/fetched.yaml", true],
	["mill/feeds.yaml", true],
	["mill/corrections.yaml", true],
	["flags.yaml", true],
	["channels.yaml", true],
	["mill/story.yaml", false],
	["mill/flags.yaml", false],
	["feeds.yaml", false],
	["corrections.yaml", false],
	["mill/a47.md", false],
	["mill/revisions/a47@1.md", false],
])("%s is a list: %s", (path, isList) => {
	expect(listChangesAt(path) !== null).toBe(isList);
});

/** Corrections that are told apart by a letter, in a row: "abc". */
function corrections(letters: string): string | null {
	if (letters === "") return null;
	return writeCorrections(
		[...letters].map((letter): Correction => {
			const reports = [{ article: "a47", printed: "7", excerpt: "It has 7." }];
			return { kind: "rename", of: "figure", reports, label: letter };
		}),
	);
}

const ORDERED = changesAt("mill/corrections.yaml");

describe("corrections", () => {
	test.each([
		["the first of three", "", "a", "abc", "bc"],
		["one in the middle", "a", "ab", "abc", "ac"],
		["the only one", "", "a", "a", ""],
		["one that stood before the others again", "abc", "bc", "bcd", "abcd"],
		["one that stood between others again", "abc", "ac", "acd", "abcd"],
		["the last one again, before what is newer", "ab", "a", "acd", "abcd"],
		["one beside which another is gone too", "abc", "ac", "c", "bc"],
		["the only one again, before what is newer", "a", "", "b", "ab"],
		["the first of two that are the same", "", "a", "aba", "ba"],
		["the second of two that are the same", "ab", "aba", "abac", "abc"],
	])("%s", (_which, before, after, now, taken) => {
		const change = { before: corrections(before), after: corrections(after) };
		expect(ORDERED.takeBack(change, corrections(now))).toEqual({
			kind: "text",
			text: corrections(taken),
		});
	});

	test.each([
		["one that is gone already", "", "a", "b"],
		["one that stands again already", "ab", "b", "ab"],
	])("%s is a conflict", (_which, before, after, now) => {
		const change = { before: corrections(before), after: corrections(after) };
		expect(ORDERED.takeBack(change, corrections(now))).toEqual({ kind: "conflict" });
	});

	test("that nobody can read are a conflict", () => {
		const change = { before: null, after: corrections("a") };
		expect(ORDERED.takeBack(change, "- kind: guess\n")).toEqual({ kind: "conflict" });
	});

	const distinct = fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { maxLength: 10 });

	test("stand in any order of taking back as if they had never been made", () => {
		fc.assert(
			fc.property(distinct, fc.infiniteStream(fc.nat()), (letters, dice) => {
				const left = letters.map((letter, at) => ({ letter, at }));
				let now = letters.join("");
				while (left.length > 0) {
					const [one] = left.splice(Number(dice.next().value) % left.length, 1);
					if (one === undefined) break;
					const before = corrections(letters.slice(0, one.at).join(""));
					const after = corrections(letters.slice(0, one.at + 1).join(""));
					now = now.replace(one.letter, "");
					const standing = corrections(
						letters.filter(each => `${now}${one.letter}`.includes(each)).join(""),
					);
					const taken = ORDERED.takeBack({ before, after }, standing);
					expect(taken).toEqual({ kind: "text", text: corrections(now) });
				}
			}),
			{ numRuns: 30 },
		);
	});
});

function fetched(...rows: readonly (readonly [article: string, etag: string])[]): string {
	return writeList<"fetched">(
		rows.map(([article, etag]) => {
			const address = `http://paper.example/${article}`;
			return { article, address, etag, lastModified: null, title: null, published: null };
		}),
	);
}

describe("where articles came from", () => {
	const changes = changesAt("mill/fetched.yaml");
	const adding = { before: null, after: fetched(["a", "1"]) };

	test("loses the one that was added, whatever came since", () => {
		const taken = changes.takeBack(adding, fetched(["a", "1"], ["b", "1"]));
		expect(taken).toEqual({ kind: "text", text: fetched(["b", "1"]) });
	});

	test("may have lost it already", () => {
		const taken = changes.takeBack(adding, fetched(["b", "1"]));
		expect(taken).toEqual({ kind: "text", text: fetched(["b", "1"]) });
	});

	test("says otherwise of one that was fetched again since", () => {
		expect(changes.takeBack(adding, fetched(["a", "2"]))).toEqual({ kind: "conflict" });
	});

	test("does not have one page twice", () => {
		const removing = { before: fetched(["a", "1"]), after: null };
		const again = fetched(["b", "1"]).replace("example/b", "example/a");
		expect(changes.takeBack(removing, again)).toEqual({ kind: "conflict" });
	});

	test("has it as it was before it was fetched again", () => {
		const again = {
			before: fetched(["a", "1"], ["b", "1"]),
			after: fetched(["a", "2"], ["b", "1"]),
		};
		const taken = changes.takeBack(again, fetched(["a", "2"], ["b", "5"]));
		expect(taken).toEqual({ kind: "text", text: fetched(["a", "1"], ["b", "5"]) });
		expect([...changes.touched(again)]).toHaveLength(1);
	});
});

describe("feeds", () => {
	const changes = changesAt("mill/feeds.yaml");
	const page = (name: string) => {
		return { id: name, title: name, address: `http://paper.example/${name}`, published: null };
	};
	const feed = (waiting: string, seen: string, more: Partial<Row<"feeds">> = {}): string =>
		writeList<"feeds">([
			{
				id: "f1",
				address: "http://paper.example/feed",
				words: [],
				trusted: false,
				waiting: [...waiting].map(page),
				seen: [...seen].map(name => page(name).address),
				...more,
			},
		]);

	test.each([
		[
			"a page taken before another",
			feed("abc", ""),
			feed("bc", "a"),
			feed("c", "ab"),
			feed("ac", "b"),
		],
		[
			"pages found, of which one was taken since",
			feed("", ""),
			feed("ab", ""),
			feed("b", "a"),
			feed("", "a"),
		],
	])("%s", (_what, before, after, now, taken) => {
		expect(changes.takeBack({ before, after }, now)).toEqual({ kind: "text", text: taken });
	});

	test("that list pages by now are not taken back with them", () => {
		const adding = { before: null, after: feed("", "") };
		expect(changes.takeBack(adding, feed("a", ""))).toEqual({ kind: "conflict" });
	});

	test("whose words are others now are a conflict", () => {
		const renaming = { before: feed("", ""), after: feed("", "", { words: ["mill"] }) };
		const now = feed("a", "", { words: ["wheel"] });
		expect(changes.takeBack(renaming, now)).toEqual({ kind: "conflict" });
	});
});
