/**
 * What a verb of crediting does with its subject:
 * say: puts words in a mouth, and may stand before its subject ("said the minister");
 * view: gives an opinion or forecast ("expects");
 * act: speaks of somebody or something ("called it", "attributes this to");
 * show: what a document or data does ("reveals"), a person rarely.
 */
export type CueKind = "say" | "view" | "act" | "show";

const LEMMAS: Readonly<Record<CueKind, string>> = {
	say: `say state note add explain tell remark announce report disclose claim argue warn declare
		confirm comment observe reply respond ask continue insist stress emphasize emphasise maintain
		reiterate caution testify quip concede contend assert allege opine agree boast complain
		elaborate clarify counter exclaim mention joke recall write tweet post acknowledge admit deny
		advise answer inform lament muse remind repeat retort shout suggest conclude cite quote relay
		signal vow pledge promise interject enthuse crow fume echo underline underscore highlight
		counsel recount reveal tout proclaim speculate pronounce insinuate brag gush express voice relate rage thunder cry gasp sob whisper scream yell
		groan moan chuckle`,
	view: `expect anticipate forecast project estimate predict believe think reckon assume envision
		foresee calculate hope fear doubt see guess figure consider`,
	act: `call describe characterize characterise label attribute blame credit ascribe urge demand
		accuse criticize criticise praise dub brand hail slam denounce condemn reject dismiss propose
		recommend point refer outline liken`,
	show: `show find indicate put value peg rank document chart list`,
};

const KIND_OF = new Map(
	Object.entries(LEMMAS).flatMap(([kind, words]) =>
		words.split(/\s+/).map(word => [word, kind as CueKind] as const),
	),
);

/** The kind of cue that a verb of this lemma is; null when it credits nobody. */
export function cueKind(lemma: string): CueKind | null {
	return KIND_OF.get(lemma) ?? null;
}

/** Verb forms that the tagger's lemmas do not lead to ("wrote", "told"), and plural nouns that are verbs here. */
const IRREGULAR: Readonly<Record<string, string>> = {
	said: "say",
	says: "say",
	told: "tell",
	wrote: "write",
	written: "write",
	thought: "think",
	foresaw: "foresee",
	saw: "see",
	found: "find",
	shown: "show",
};

/** The lemma of a cue verb in any of its forms, for words that the tagger takes for others ("notes", "alleged"). */
export function cueLemma(text: string, lemma: string): string {
	const word = text.toLowerCase();
	const known = IRREGULAR[word] ?? (KIND_OF.has(lemma) ? lemma : null);
	if (known !== null) return known;
	const stems = ["s", "es", "d", "ed"].filter(ending => word.endsWith(ending));
	const forms = stems.map(ending => word.slice(0, -ending.length));
	return forms.find(form => KIND_OF.has(form)) ?? word;
}

/**
 * Phrases that credit the noun phrase after them, as lower-case words; longest first, for the first
 * that fits is taken.
 */
export const LEADING_CUES: readonly (readonly string[])[] = [
	"as per statements from",
	"as per statements by",
	"in the words of",
	"based on data from",
	"based on figures from",
	"based on estimates from",
	"based on estimates by",
	"as reported by",
	"as stated by",
	"as noted by",
	"as quoted by",
	"as estimated by",
	"in a statement from",
	"as per",
	"according to",
	"citing",
	"quoting",
	"in the view of",
	"in the opinion of",
	"in the eyes of",
	"per",
].map(phrase => phrase.split(" "));

/** Participles whose agent is credited: "estimated by X", "surveyed by X". */
export const AGENT_CUES: ReadonlySet<string> = new Set(
	`estimated projected forecast forecasted predicted surveyed polled published released reported
	compiled conducted cited quoted provided issued collected calculated disclosed expected
	commissioned seen obtained`.split(/\s+/),
);

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Nouns for what carries somebody's findings or words; who stands behind it is the source. */
export const DOCUMENTS = words(`report study data datum figures figure survey poll analysis research
	statement estimate estimates findings finding forecast forecasts projection projections note
	release announcement filing paper statistics numbers index commentary editorial interview
	testimony tweet post blog memo letter document documents bulletin briefing advisory records
	research review census audit assessment outlook model models calculation calculations
	evidence communique blogpost whitepaper article articles`);

/** Nouns for people who speak without being named. */
export const PEOPLE = words(`analyst analysts economist economists official officials expert experts
	researcher researchers scientist scientists spokesman spokeswoman spokesperson spokespeople
	executive executives forecaster forecasters source sources witness witnesses authority
	authorities critic critics observer observers resident residents police investigators
	investigator prosecutors lawyers lawyer representative representatives aide aides diplomat
	diplomats lawmakers lawmaker investor investors trader traders strategist strategists
	meteorologist meteorologists doctors engineers teacher teachers union company companies agency
	agencies ministry department government bank office association firm group bureau council
	commission committee court administration party newspaper network station television
	broadcaster magazine outlet economy campaign organization organisation leaders leader minister
	ministers president chairman chairwoman chief director directors governor mayor senator
	secretary team developers insiders supporters opponents advocates activists farmers
	manufacturers exchange platform university institute`);

/** Words for an office, which stand before a name and are no part of it. */
export const TITLES =
	words(`president vice chairman chairwoman chair chairperson ceo cfo cto coo cio
	chief officer executive head director manager secretary minister ministers premier chancellor senator
	sen rep congressman congresswoman representative gov governor mayor mr mrs ms dr prof professor sir lady
	lord judge justice general gen col colonel capt captain lt lieutenant maj major sgt sergeant
	admiral adm commissioner ambassador spokesman spokeswoman spokesperson analyst analysts economist
	strategist researcher scientist editor founder co-founder cofounder partner principal
	lead leader leading boss attorney lawyer king queen prince princess pope archbishop bishop
	councillor councilor deputy undersecretary treasurer coach adviser advisor meteorologist forecaster
	correspondent reporter author expert engineer inspector superintendent sheriff detective
	comptroller consultant trader investor entrepreneur official aide diplomat lawmaker prosecutor
	chancellor mp mep owner producer physician surgeon nurse firefighter`);

/** Words that show a name to be an organization's. */
export const ORGANIZATIONS = words(`research inc corp corporation co company ltd llc plc group bank
	university college institute department ministry agency association bureau board council
	committee commission office federation federal reserve center centre foundation times post
	journal news television tv radio house party fund capital securities partners labs laboratory
	technologies systems holdings exchange union court parliament congress senate service
	services police authority administration network press daily tribune herald gazette treasury
	organization organisation society international economics analytics trust hospital school
	industries motors airlines energy media chamber league team securities insights advisors
	advisers management survey observatory forum alliance coalition desk newsroom street unit`);

/** Words of time that may stand where a speaker would ("said Monday"). */
export const TIMES = words(`monday tuesday wednesday thursday friday saturday sunday yesterday today
	tonight tomorrow january february march april june july august september october november
	december jan feb mar apr jun jul aug sept sep oct nov dec earlier later recently last
	next morning afternoon evening night week month year midday noon previously`);
