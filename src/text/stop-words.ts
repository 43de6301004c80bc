/**
 * English words that tell nothing of what a text is about: the 127 of NLTK's first list, which goes
 * back to http://snowball.tartarus.org/algorithms/english/stop.txt, with the other modal verbs and
 * the contractions. "US" is none, being a country too, nor is "may", being a month.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	`i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her
	hers herself it its itself they them their theirs themselves what which who whom this that these
	those am is are was were be been being have has had having do does did doing a an the and but if or
	because as until while of at by for with about against between into through during before after
	above below to from up down in out on off over under again further then once here there when where
	why how all any both each few more most other some such no nor not only own same so than too very s
	t can will just don should now
	would could might must shall also cannot
	arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt shouldnt wasnt werent wont
	wouldnt im ive id youre youve hes shes theyre theyve weve`.split(/\s+/u),
);
