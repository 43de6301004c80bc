import { outletsOf, type Story } from "../snapshot.ts";
import { frequencyRank } from "../text/meaning.ts";

/** Which outlets a text names. */
export interface OutletsNamed {
	/** The story's outlets that it asks about; those that are left when it excepts some; none when it names none. */
	readonly outlets: readonly string[];
	/** The text without their names. */
	readonly rest: string;
}

const EXCEPTING = /\b(?:besides|other than|apart from|except(?: for)?|but not)(?:\s+the)?\s*$/iu;

function escaped(name: string): string {
	return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// "Unnamed blog (002)", "BBC News", "The Guardian": what is left is name enough, as it is written.
const BESIDE_NAME = [/\s+(?:\([^)]*\)|News)$/u, /^The\s+/u];

function patternFor(name: string, flags: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])(?:['’]s)?`, flags);
}

/** The patterns that find an outlet's name: in any case, save for names that are words too ("Wired"). */
function patternsOf(outlet: string): readonly RegExp[] {
	const isWord = frequencyRank(outlet.toLowerCase()) !== null;
	const short = BESIDE_NAME.map(part => outlet.replace(part, "")).filter(name => name !== outlet);
	return [patternFor(outlet, isWord ? "gu" : "giu"), ...short.map(name => patternFor(name, "gu"))];
}

/** Whether a name is one that the story is about: most other outlets print it, as that of a firm that published too. */
function isSubject({ articles }: Story, outlet: string, pattern: RegExp): boolean {
	const others = articles.filter(({ article }) => article.outlet !== outlet);
	const printing = others.filter(({ article }) => article.body.search(pattern) >= 0);
	return printing.length * 2 > others.length;
}

/** Finds the story's outlets in a text: "What does Fox News say?", "Who besides NPR reports it?". */
export function findOutlets(story: Story, text: string): OutletsNamed {
	const all = outletsOf(story);
	const named = new Set<string>();
	const excepted = new Set<string>();
	let rest = text;
	for (const outlet of all.toSorted((a, b) => b.length - a.length)) {
		for (const pattern of patternsOf(outlet)) {
			if (isSubject(story, outlet, pattern)) continue;
			rest = rest.replace(pattern, (_name: string, at: number, whole: string) => {
				const set = EXCEPTING.test(whole.slice(0, at)) ? excepted : named;
				set.add(outlet);
				return " ";
			});
		}
	}
	const outlets = excepted.size > 0 ? all.filter(outlet => !excepted.has(outlet)) : [...named];
	return { outlets: all.filter(outlet => outlets.includes(outlet)), rest };
}
