import { dateDraft, type Recognizer } from "../draft.ts";

const BOUNDED =
	/(?:about|around|some|nearly|almost|roughly|approximately|more than|less than|fewer than|over|under|at least|up to|as many as|average of|total of|another|all|only|just|exceed(?:s|ed|ing)?|top(?:s|ped)?|~)\s$/i;
const EARLY =
	/\b(?:in|since|by|from|until|till|of|circa|c\.|A\.?D\.?|around|year|and|to|between|after|before|during)\s$/i;
const COUNTED =
	/\s(?:more\s|new\s|other\s)?(?:people|men|women|children|residents|workers|employees|jobs|homes|houses|flights|passengers|troops|soldiers|members|students|customers|users|units|shares|votes|cars|vehicles|times|cases|deaths|others|yards|calories|points|copies|stores|customers|households|companies|firms|players)\b/iy;
/** A verb or noun that counts, right before the number. */
const COUNTING =
	/\b(?:has|have|had|employs?|killed|injured|sold|built|hired|cut|added|lost|created|includes?|among|than|with)\s$/i;

/** A bare year: four digits without a comma from 1000 to 2100, unless the words around it count something. */
export const recognizeYear: Recognizer = (numeral, { text }) => {
	const printed = text.slice(numeral.start, numeral.end);
	if (!/^(?:1\d|2[01])\d\d$/.test(printed)) return null;
	const before = text.slice(Math.max(0, numeral.start - 22), numeral.start);
	COUNTED.lastIndex = numeral.end;
	const counts = COUNTED.test(text);
	const modern = Number(printed) >= 1700;
	if (!modern && (!EARLY.test(before) || counts)) return null;
	if (BOUNDED.test(before) && !/\b(?:in|since|by|until|of)\s\w+\s$/i.test(before)) return null;
	if (
		counts &&
		(COUNTING.test(before) || !/\b(?:in|the|since|of|by|its|their|['’]s)\s$/i.test(before))
	)
		return null;
	return dateDraft(text, numeral.start, numeral.end, printed);
};
