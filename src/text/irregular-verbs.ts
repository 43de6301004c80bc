import { stems } from "./terms.ts";

// Forms that share no stem with their infinitive, after it; "found" and "saw" are more often words of their own.
const VERBS = `
arise arose arisen; awake awoke; bear bore borne; beat beaten; become became; begin began begun; bend bent;
bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought;
build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came; creep crept;
deal dealt; dig dug; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen;
feed fed; feel felt; fight fought; flee fled; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen;
forget forgot forgotten; freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown;
hang hung; hear heard; hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left;
lend lent; lose lost; make made; mean meant; meet met; overthrow overthrew overthrown; pay paid; repay repaid;
ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see seen; seek sought; sell sold; resell resold;
send sent; shake shook shaken; shine shone; shoot shot; shrink shrank shrunk; sing sang sung; sink sank sunk;
sit sat; slay slew slain; sleep slept; slide slid; speak spoke spoken; spend spent; spin spun; stand stood;
steal stole stolen; stick stuck; strike struck; strive strove; swear swore sworn; sweep swept; swim swam;
swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
understand understood; wake woke woken; wear wore worn; weep wept; win won; wind wound; withdraw withdrew withdrawn;
write wrote written`;

const bases = new Map(
	VERBS.split(";").flatMap(row => {
		const [base = "", ...forms] = stems(row.trim());
		return forms.filter(form => form !== base).map(form => [form, base] as const);
	}),
);

/** The stem of a verb's infinitive: "sell" for "sold"; any other stem as it is. */
export function baseOf(stem: string): string {
	return bases.get(stem) ?? stem;
}
