import { stems } from "../text/terms.ts";

/** What happens to the things that a figure counts: words that news use for one another. */
export interface Predicate {
	readonly name: string;
	readonly words: string;
	/** Whether its number rises while the event goes on, so that a later one does not contradict. */
	readonly toll: boolean;
	/** The units that it is told in; any where none are listed. */
	readonly units?: readonly string[];
	/** Whether it is somebody's, so that another's is another thing. */
	readonly owned?: boolean;
	/** Whether its words also tell how a number moves ("lost 600 points"). */
	readonly moves?: boolean;
}

const DEPTHS = ["millimeter", "centimeter", "inch"];
const SPEEDS = [
	"kilometer per hour",
	"mile per hour",
	"meter per second",
	"kilometer per second",
	"knot",
];

/**
 * Word vectors hold "killed" and "injured" for near kin, and they are not the same count: these tables
 * of newsroom words keep apart what must be. Rows of one meaning each; every form of a word is listed
 * once by its stem.
 */
export const PREDICATES: readonly Predicate[] = [
	{ name: "killed", words: "kill die dead death fatality lives deadly perish toll", toll: true },
	{ name: "injured", words: "injure injury hurt wound", toll: true },
	{ name: "missing", words: "missing unaccounted", toll: true },
	{ name: "evacuated", words: "evacuate evacuation evacuee", toll: true },
	{ name: "displaced", words: "displace homeless", toll: true },
	{ name: "arrested", words: "arrest detain detention", toll: true },
	{ name: "infected", words: "infect infection", toll: true },
	{ name: "rescued", words: "rescue", toll: true },
	{ name: "cancelled", words: "cancel cancellation cancelled canceled scrap ground", toll: true },
	{ name: "delayed", words: "delay postpone", toll: false },
	{ name: "destroyed", words: "destroy raze demolish collapse", toll: true },
	{ name: "flooded", words: "flood inundate submerge", toll: true },
	{ name: "added", words: "add gain create hire hired", toll: false, moves: true },
	{
		name: "cut",
		words: "cut lose lost layoff shed slash axe dismiss sack",
		toll: false,
		moves: true,
	},
	{ name: "average", words: "average mean median", toll: false },
	{ name: "profit", words: "profit earnings", toll: false, owned: true },
	{ name: "loss", words: "loss losses deficit", toll: false, owned: true },
	{ name: "revenue", words: "revenue revenues turnover", toll: false, owned: true },
	{ name: "staff", words: "staff staffer workforce headcount", toll: false, owned: true },
	{ name: "valued", words: "valuation", toll: false, owned: true },
	{ name: "voted", words: "vote ballot", toll: false },
	{ name: "turnout", words: "turnout", toll: false },
	{ name: "price", words: "price", toll: false },
	{ name: "cost", words: "cost expense", toll: false },
	{ name: "wind", words: "wind gust", toll: true, units: SPEEDS },
	{ name: "rain", words: "rain rainfall downpour", toll: true, units: DEPTHS },
	{ name: "snow", words: "snow snowfall", toll: true, units: DEPTHS },
];

// The stemmer takes "added" and "add" apart, so each form is listed.
const ENDINGS = ["", "s", "d", "ed", "ing"];

const byStem = new Map(
	PREDICATES.flatMap(predicate =>
		predicate.words
			.split(" ")
			.flatMap(word => ENDINGS.map(ending => word + ending))
			.flatMap(form => stems(form).map(stem => [stem, predicate] as const)),
	),
);

/** The predicate that a word stands for, by its stem; null for a word of no table. */
export function predicateOf(stem: string): Predicate | null {
	return byStem.get(stem) ?? null;
}
