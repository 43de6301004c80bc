/** One way in which British spelling differs from American, for words in lower case. */
export interface SpellingRule {
	readonly british: RegExp;
	readonly american: string;
}

const VERB_ENDINGS = "e|ed|es|ing|er|ers|able|ation|ations|ational";

/** What stands before -ise in words that America writes so too: "raise", "surprise", "advise", "promise". */
const KEPT_S =
	".*[aou]|.*w|.*pr|.*v|ar|(?:up|sun)r|pract|(?:com)?prom|prem|dem|surm|desp|expert|exerc|exc|(?:im)?prec|conc|inc|circumc|exorc|(?:re)?advert|chast|treat|merchand|parad|(?:dis)?(?:en)?franch";

const OUR_STEMS =
	"arb|ard|arm|behavi|cand|clam|col|demean|endeav|enam|fav|ferv|flav|glam|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig";

const RE_STEMS =
	"cent|theat|lit|fib|calib|spect|lust|meag|somb|sab|och|(?:kilo|centi|milli|nano|micro|deci)?met";

const SINGLE_L =
	"bevel|cancel|channel|chisel|counsel|dial|duel|enamel|equal|fuel|funnel|initial|jewel|label|level|libel|marvel|model|panel|pedal|pencil|quarrel|revel|rival|shovel|signal|spiral|swivel|total|travel|tunnel|unravel";

/**
 * British to American spelling, in the order in which the rules are applied to a word. They follow
 * https://en.wikipedia.org/wiki/American_and_British_English_spelling_differences
 */
export const BRITISH_SPELLINGS: readonly SpellingRule[] = [
	rule(`^(?!(?:${KEPT_S})is(?:${VERB_ENDINGS})$)(.{3,})is(${VERB_ENDINGS})$`, "$1iz$2"),
	rule("((?:an|di|cat|par)al|rol)ys(e|ed|es|ing|er|ers)$", "$1yz$2"),
	rule(`(${OUR_STEMS})our`, "$1or"),
	rule(`^(${RE_STEMS})re(s|)$`, "$1er$2"),
	rule(`^(${RE_STEMS})red$`, "$1ered"),
	rule("^cent(?:re(?=[a-z])|r(?=ing$))", "center"),
	rule("^(def|off|pret)ence(s|less|)$", "$1ense$2"),
	rule(`^(${SINGLE_L})l(ed|ing|er|ers|or|ors|ous|ously)$`, "$1$2"),
	rule("^(distil|enrol|enthral|fulfil|instal|instil|skil|wil)(s|ments?|ful|fully|)$", "$1l$2"),
	rule("^(ana|cata|dia|pro)logue(s|)$", "$1log$2"),
	rule("^(cata|dia)logu(ed|ing)$", "$1log$2"),
	...words(`
		programme program programmes programs grey gray greys grays tyre tire tyres tires kerb curb kerbs curbs
		cheque check cheques checks plough plow ploughs plows sceptic skeptic sceptics skeptics
		sceptical skeptical scepticism skepticism aluminium aluminum mould mold moulds molds storey story
		storeys stories aeroplane airplane aeroplanes airplanes artefact artifact artefacts artifacts
		ageing aging judgement judgment judgements judgments acknowledgement acknowledgment cosy cozy
		draught draft pyjamas pajamas maths math practise practice practised practiced practising practicing
		licence license licences licenses licenced licensed jewellery jewelry manoeuvre maneuver
		manoeuvres maneuvers sulphur sulfur towards toward afterwards afterward amongst among whilst while
		learnt learned burnt burned spelt spelled encyclopaedia encyclopedia anaemia anemia
		leukaemia leukemia foetus fetus oestrogen estrogen orthopaedic orthopedic paediatric pediatric
		paediatrician pediatrician diarrhoea diarrhea haemorrhage hemorrhage gaol jail woollen woolen
	`),
];

function rule(british: string, american: string): SpellingRule {
	return { british: new RegExp(british, "u"), american };
}

function words(pairs: string): readonly SpellingRule[] {
	const list = pairs.trim().split(/\s+/u);
	return list.flatMap((british, index) =>
		index % 2 === 0 ? [rule(`^${british}$`, list[index + 1] ?? british)] : [],
	);
}
