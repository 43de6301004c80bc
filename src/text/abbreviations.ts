/** Titles and references that stand before a name or a number, so that their stop ends no sentence. */
export const LEADING_ABBREVIATIONS: ReadonlySet<string> = words(`
	Mr Mrs Ms Mx Dr Drs Prof Rev Hon Gen Sen Sens Rep Reps Gov Govs Lt Col Sgt Capt Cmdr Cdr Adm Maj Cpl
	Pvt Supt Insp Det Pres Messrs Mme Mlle Amb Atty Asst Assoc Mt Ft vs v cf viz ca e.g i.e eg ie
	approx www
`);

/** References that stand before a number; before anything else their stop may end a sentence. */
export const NUMBERED_ABBREVIATIONS: ReadonlySet<string> = words(`
	No Nos no nos N° Vol vol Art art Sec sec Ch ch Eq Fig Figs fig figs p pp par Jan Feb Mar Apr Jun Jul Aug
	Sep Sept Oct Nov Dec
`);

/**
 * Abbreviations that stand within a sentence as well as at its end ("Apple Inc. said", "at Apple Inc.").
 * A name in between dots (U.S, a.m, Ph.D) belongs here without being listed.
 */
export const CLOSING_ABBREVIATIONS: ReadonlySet<string> = words(`
	Inc Corp Co Cos Ltd LLC Bros Jr Sr Esq Ph.D Plc plc al St Ave Blvd Rd Sq Dept Assn Univ Intl Natl
	Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Mo Mont Neb Nev Okla Ore
	Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que est Jan Feb Apr Aug Sept Oct Nov Dec Mon Tue Tues Wed
	Thu Thurs Fri Messrs ed eds
`);

/** Words that begin sentences and seldom go on after an abbreviation. In lower case. */
export const SENTENCE_STARTERS: ReadonlySet<string> = words(`
	a about above according after again all also although among an and another any are as at based because
	before both but by can despite did do does during each earlier even every few finally first for former
	from furthermore had has have he her here his how however i if in indeed instead is it its last later
	let like many may meanwhile more moreover most much my nearly neither nevertheless no nobody nor not
	nothing now of officials on once one only or other others our overall people perhaps previously rather
	several she should similarly since so some soon still such that the their then there therefore these
	they this those though through thus today together tomorrow two under unlike until up was we were what
	when where whether which while who why will with without yes yesterday yet you your
`);

function words(list: string): ReadonlySet<string> {
	return new Set(list.trim().split(/\s+/u));
}
