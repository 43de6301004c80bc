// What people say in several words, none of which means it alone, and a word that the coverage may have.
const PHRASES: readonly (readonly [said: string, plain: string])[] = [
	["gonna", "going to"],
	["wanna", "want to"],
	["gotta", "have to"],
	["how come", "why"],
	["how much time (?:behind bars|in (?:the slammer|jail|prison))", "how long in prison"],
	["(?:behind bars|in the slammer|in jail)", "in prison"],
	["do(?:ing)? time", "go to prison"],
	["(?:be |get |been |got )?(?:locked up|put away|banged up)", "be in prison"],
	["(?:g[eo]t|getting) (?:going|started|off the ground)|set up", "was founded"],
	["(?:br[eo]ak|broke|broken|breaking) down(?= in (?:court|tears|public)\\b)", "cry"],
	["(?:tear|tore|choke|choked)(?: all)? up", "cry"],
	[
		"(?:fork|cough|shell|splash|lay|paid|pay|spent|forked|coughed|shelled|splashed|laid) out(?: on| for)?",
		"pay",
	],
	["(?:blow|blew|drop|dropped|splurge|splurged)(?= (?:\\S+ )?on\\b)", "spend"],
	["(?:go|going|went) for(?=\\W*$)", "sold"],
	["foots? (?:the|that) bill|picks? up the (?:tab|bill)", "pay"],
	["(?:lays?|laid|laying) off|lets? go|show(?:n|ed)? the door", "dismissed"],
	["steps?(?:ped)? (?:down|aside)|(?:bails?|bailed) on", "resign"],
	["kick(?:s|ed)? in|go(?:es)? live|c[oa]me into force", "take effect"],
	["f[io](?:nd|und) out", "learn"],
	["turn(?:s|ed)? (?:\\S+ )?down", "rejected"],
	["call(?:s|ed)? off", "cancelled"],
	["put(?:s)? off", "postponed"],
	["(?:sit|sits|sat) down(?: together)?", "meet"],
	["(?:sneak(?:ing|ed)?|slip(?:ping|ped)?) (?:over|across)", "cross"],
	["behind closed doors", "in private"],
	["chip(?:s|ped)? in|put(?:s|ting)? up", "provide"],
	["rak(?:e|es|ed|ing) in|br(?:ing|ought)(?: in)?(?= (?:much|money|cash)\\b)", "raise"],
	["wrap(?:s|ped)? up", "close"],
	["pass(?:es|ed)? away", "died"],
	["l(?:ose|oses|ost|osing) (?:their|his|her) li(?:fe|ves)", "died"],
	["ma(?:ke|de) off with", "stolen"],
	["go(?:es)? (?:bust|under|belly up)|went (?:bust|under|belly up)", "bankrupt"],
	["own(?:s|ed)? up|fess(?:es|ed)? up|c[oa]me clean", "admit"],
	["back(?:s|ed)? up", "agree with"],
	["shav(?:e|es|ed|ing) off|knock(?:s|ed)? off|wip(?:e|es|ed|ing) off", "reduce"],
	["for a living", "as a job"],
	["(?:hits?|reach(?:es|ed)?) land|c[oa]me ashore", "make landfall"],
	["(?:takes?|took|taking) on(?= (?:workers|staff|people)\\b)", "hire"],
	["put(?:s)? on hold", "suspended"],
	["get rid of|got rid of|do(?:ing)? away with", "eliminate"],
	["give(?:s)? (?:the )?(?:green light|go-ahead|thumbs up) (?:to|for)", "approve"],
	["hand(?:s|ed)? over", "give"],
	["turn(?:s|ed)? (?:him|her|them)sel(?:f|ves) in", "surrendered"],
	["the whole (?:lot|thing)", "the total"],
	["grand total", "total"],
	["on the hook for", "owe"],
	["up for grabs", "available"],
	["at fault", "blame"],
	["on the line", "at stake"],
	["good causes", "charity"],
	["give(?:s|n)? away|gave away|giving away", "donate"],
	["(?:ma(?:ke|kes|de|king) public|ma(?:ke|kes|de|king)(?= (?:\\S+ ){1,3}public\\b))", "release"],
];

const PATTERNS = PHRASES.map(([said, plain]) => ({
	pattern: new RegExp(`\\b(?:${said})(?!\\p{L})`, "giu"),
	plain,
}));

/** A question with what people say in several words put in the one that it means: "locked up" as "in prison". */
export function putPlainly(text: string): string {
	return PATTERNS.reduce((plainer, { pattern, plain }) => plainer.replace(pattern, plain), text);
}

// Two names of one field or thing, of which newsrooms mostly print the second.
const TERMS: readonly (readonly [said: RegExp, term: string])[] = [
	[/\b(?:machine|deep)[\s-]learning\b/giu, "AI"],
	[/\bon-device AI\b/giu, "edge AI"],
	[/\bon-device computing\b/giu, "edge computing"],
	[/\bself-driving\b/giu, "autonomous"],
	[/\belectric (?:cars|vehicles)\b/giu, "EVs"],
	[/\bcryptocurrenc(?:y|ies)\b/giu, "crypto"],
];

/**
 * A question with what a text mostly calls by another name called as the text calls it: "machine learning"
 * as "AI". `timesPrinted` gives how often the text prints some words.
 */
export function putInTerms(text: string, timesPrinted: (words: string) => number): string {
	return TERMS.reduce(
		(told, [said, term]) =>
			told.replace(said, words => (timesPrinted(term) > timesPrinted(words) ? term : words)),
		text,
	);
}
