/** A language other than English, and what tells it. */
interface Language {
	/** BCP 47. */
	readonly code: string;
	/** Letters that it alone of the languages here is written in; null where it shares them. */
	readonly letters: RegExp | null;
	/** Words so frequent in it that hardly a question is without one, in lower case. */
	readonly words: ReadonlySet<string>;
}

function language(code: string, words: string, letters: RegExp | null = null): Language {
	return { code, letters, words: new Set(words.split(/\s+/u)) };
}

/** Function words after the stop word lists of http://snowball.tartarus.org, with the words that ask. */
const LANGUAGES: readonly Language[] = [
	language(
		"de",
		"in der die das den dem des ein eine einen einem einer und oder ist sind war waren wird werden wurde wurden hat haben hatte nicht auch auf aus bei bis mit nach seit von vom vor zu zum zur für über unter im am es er sie wir ich man wie was wer wen wem wann wo warum wieso welche welcher welches welchen viel viele gibt kostet kosten laut",
	),
	language(
		"fr",
		"le la les un une des du de et ou est sont était sera été a ont pas dans sur par pour avec sans chez au aux ce cette ces il elle ils on que qui quoi quand où pourquoi comment combien quel quelle quels quelles coûte selon",
	),
	language(
		"es",
		"el la los las un una unos unas de del y o es son fue era será ha han no en con por para sin sobre según al se su lo que qué quién quiénes cuándo dónde cuánto cuánta cuántos cuántas cuál cuáles cómo cuesta quien cuando donde cuanto cual como",
	),
	language(
		"pt",
		"o a os as um uma uns umas de do da dos das e ou é são foi era será há não em no na nos nas com por para sem sobre segundo ao se que quem quando onde quanto quanta quantos quantas qual quais como custa porque",
	),
	language(
		"it",
		"il lo la gli le un uno una di del della dei delle e o è sono era sarà ha hanno non in nel nella con per su da dal dalla al alla che chi cosa quando dove quanto quanta quanti quante quale quali come perché costa secondo",
	),
	language(
		"nl",
		"de het een en of is zijn was waren wordt worden werd heeft hebben niet in op aan bij van voor met naar uit over er dat die dit deze wie wat wanneer waar waarom hoe hoeveel welke kost volgens",
	),
	language("ja", "", /[\p{Script=Hiragana}\p{Script=Katakana}]/u),
	language("ko", "", /\p{Script=Hangul}/u),
	language("el", "", /\p{Script=Greek}{3}/u),
	language("he", "", /\p{Script=Hebrew}/u),
	language("th", "", /\p{Script=Thai}/u),
];

const ENGLISH = new Set(
	`the a an and or of to in on at by for with from is are was were be been has have had do does did will would can
	not no it its he she they we you i this that these those who whom what when where why how which if as but about
	than there any all much many`.split(/\s+/u),
);

/** Told to be in another language than English, though not in which. */
export const UNDETERMINED = "und";

const OTHER_LETTERS = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]{2}/u;
const ENOUGH = 2;

function hits(words: readonly string[], known: ReadonlySet<string>): number {
	return words.filter(word => known.has(word)).length;
}

/** The languages with most of the words; none where English has as many, or they have too few. */
function likeliest(words: readonly string[]): readonly string[] {
	const counts = LANGUAGES.map(({ code, words: known }) => ({ code, count: hits(words, known) }));
	const most = Math.max(...counts.map(({ count }) => count));
	if (most < ENOUGH || most <= hits(words, ENGLISH)) return [];
	return counts.filter(({ count }) => count === most).map(({ code }) => code);
}

/**
 * The language of a question as a BCP 47 code: by its letters, or by its most frequent words; "und" where
 * it is not English and several fit; null for English and where too little tells.
 *
 * @example languageOf("Wer ist Ann Lee?") // "de"
 */
export function languageOf(text: string): string | null {
	const byLetters = LANGUAGES.find(({ letters }) => letters?.test(text) === true);
	if (byLetters !== undefined) return byLetters.code;
	if (OTHER_LETTERS.test(text)) return UNDETERMINED;
	const [first, ...others] = likeliest(text.toLowerCase().match(/\p{L}+/gu) ?? []);
	if (first === undefined) return text.includes("¿") ? "es" : null;
	return others.length === 0 ? first : UNDETERMINED;
}

/** Whether a word, in lower case, is one of the most frequent of a language. */
export function isFrequentIn(code: string, word: string): boolean {
	return LANGUAGES.some(
		({ code: own, words }) => (own === code || code === UNDETERMINED) && words.has(word),
	);
}

const CODES = Array.from({ length: 26 * 26 }, (_, index) =>
	String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26)),
);

/** A country as a text names it, and in English. */
export interface NamedCountry {
	readonly printed: string;
	readonly english: string;
}

/** The countries that a text names in a language of its own, by Unicode's names (CLDR). */
export function countriesIn(code: string, text: string): readonly NamedCountry[] {
	if (code === UNDETERMINED) return [];
	const own = new Intl.DisplayNames([code], { type: "region", fallback: "none" });
	const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
	const rows = CODES.map(region => [own.of(region), english.of(region)] as const);
	const named = new Map(
		rows.flatMap(([printed, common]) =>
			printed && common && standsIn(text, printed) ? [[printed, common] as const] : [],
		),
	);
	return Array.from(named, ([printed, common]) => ({ printed, english: common }));
}

function standsIn(text: string, name: string): boolean {
	const next = text.charAt(text.indexOf(name) + name.length);
	return text.includes(name) && !/\p{Script=Latin}/u.test(next);
}
