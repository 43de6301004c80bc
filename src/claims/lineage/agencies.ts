import type { Article } from "../../corpus/article.ts";

/** News agencies whose stories other outlets print, with the short forms that credit lines use. */
const AGENCIES: readonly (readonly [name: string, ...short: string[]])[] = [
	["Reuters", "Thomson Reuters"],
	["Associated Press", "AP", "The Associated Press"],
	["Agence France-Presse", "AFP"],
	["Bloomberg", "Bloomberg News"],
	["United Press International", "UPI"],
	["Deutsche Presse-Agentur", "dpa", "DPA"],
	["PA Media", "Press Association", "PA"],
	["Kyodo", "Kyodo News"],
	["Xinhua", "Xinhua News Agency"],
	["EFE"],
	["ANSA"],
	["TASS"],
	["Interfax"],
	["Anadolu Agency", "AA"],
	["Yonhap", "Yonhap News Agency"],
	["Press Trust of India", "PTI"],
	["Canadian Press", "The Canadian Press"],
	["Australian Associated Press", "AAP"],
];

const BY_FORM: ReadonlyMap<string, string> = new Map(
	AGENCIES.flatMap(([name, ...short]) => [name, ...short].map(form => [form, name] as const)),
);
const FORMS = [...BY_FORM.keys()].toSorted((a, b) => b.length - a.length).join("|");

// "TOKYO (Reuters) -", "By Reuters", "Source: AFP", "Reporting by A. Lee; (Reuters)".
const CREDITS: readonly RegExp[] = [
	new RegExp(String.raw`\((${FORMS})\)\s*[-–—]`, "u"),
	new RegExp(String.raw`^[*_\s]*(?:(?:By|Source:|From)\s+)?(${FORMS})[*_\s]*$`, "mu"),
	new RegExp(String.raw`\((?:With\s+inputs\s+from\s+)?(${FORMS})\)\s*$`, "mu"),
];

/**
 * The news agency whose story an article prints, by its outlet or its credit line; null where it names none.
 *
 * @example agencyOf({ ...article, body: "OSLO (Reuters) - The mine will close." }) // "Reuters"
 */
export function agencyOf({ outlet, body }: Pick<Article, "outlet" | "body">): string | null {
	const own = BY_FORM.get(outlet);
	if (own !== undefined) return own;
	const form = CREDITS.map(credit => credit.exec(body)?.[1]).find(Boolean);
	return BY_FORM.get(form ?? "") ?? null;
}
