import type { Block } from "./blocks.ts";

/** What outlets print between the paragraphs of an article, in the languages of many. */
interface ForeignLine {
	readonly pattern: RegExp;
	/** At most so many letters; what is longer is the outlet's own. */
	readonly longest: number;
}

const LINES: readonly ForeignLine[] = [
	// That there is an advertisement, or that it is over.
	{
		pattern:
			/^\W*(?:advertisement|anzeige|werbung|reklam[aey]?|publicité|publicidad|publicidade|pubblicità|annoncer?|annonser?|annons|mainos|advertentie|hirdetés|inzerce|реклама|διαφήμιση|広告|광고|广告|廣告|إعلان)(?:\s\d+)?\W*$|^article content$|^(?:story|article) continues below\b/iu,
		longest: 60,
	},
	// That the rest is for those who pay or enter their names: told to them, or of the page.
	{
		pattern:
			/^\W*(?:(?:this (?:content|article|story|page) is )?(?:reserved|exclusive|only|available only) (?:for|to) (?:our )?(?:subscribers|members)\b|subscribe (?:now |today )?to (?:read|continue|unlock|access|support)\b|already (?:a |an )?(?:subscriber|member)\s?\?|create an account\b|(?:sign|log) in to (?:read|continue|unlock|comment)\b|register\b.{0,20}\bto (?:read|continue|unlock)\b|(?:(?:cet |l[’'])?article |contenu )?réservée? aux abonnés|il vous reste [\d.,]+ ?%|déjà abonnée?\s?\?|jetzt (?:abonnieren|registrieren|weiterlesen|anmelden)\b|(?:bereits|schon) (?:abonnent|registriert|kunde)\b.{0,8}\?|(?:contenido |exclusivo |solo )?para suscriptores\b|ya (?:eres|soy) suscriptor|(?:conteúdo )?exclusivo para assinantes|já é assinante|(?:contenuto )?riservato agli abbonati|sei già abbonato|alleen voor abonnees|この(?:記事|続き).{0,12}(?:会員|登録|有料))/iu,
		longest: 250,
	},
	// What is done with readers' names, told to them: somebody who is quoted may say so too.
	{
		pattern:
			/^(?=[^"“”„«»「]*$).*\b(?:our (?:privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions))|unsere[rn]? datenschutz\p{L}+|externe[nrs]? inhalte?\b.{0,80}\b(?:anzeigen|angezeigt|laden|geladen|ergänzt)|notre politique de confidentialité|nuestra política de privacidad|nossa política de privacidade|nostra informativa|ons privacybeleid)/isu,
		longest: 300,
	},
	// Who took the picture that stands above.
	{
		pattern:
			/(?:^|[\s(.])(?:fotos?|photos?|photographs?|pictures?|images?|bild(?:er)?|crédits?|zdjęcie|kuva)(?:\s+(?:by|credit|courtesy)\b|\s?[:©|/])\s?[^.!?:]{2,70}\)?$|©\s?[^.!?]{2,50}$/iu,
		longest: 280,
	},
	// When it was printed; "Published in 2019, it names four outlets." is a sentence.
	{
		pattern:
			/^(?!.*\p{L}{3,}[.!?]["”’)]*$)(?:(?:(?:first |last )?(?:published|updated|posted|modified)|publiziert|veröffentlicht|(?:zuletzt )?aktualisiert|online seit|publicerad|uppdaterad|publisert|(?:sist )?oppdatert|udgivet|opdateret|julkaistu|publiée?|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|opublikowano|publikováno|опубликовано|обновлено|yayınlanma|güncelleme)(?![\p{L}\p{N}])|stand:)[^!?]{0,20}\d[^!?]*$/iu,
		longest: 120,
	},
];

/** Where the words are from, at an article's ends. */
const SOURCE =
	/^\W*(?:quellen?|sources?|bron|fuentes?|fontes?|źródło|zdroj|källa|kilde|lähde|kaynak)\s*:[^.!?]{0,80}\)?$/iu;

/** Who wrote it and what else that person does, at the end. */
const WRITER =
	/^\W*\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|van|von|al|bin)){1,4},? (?:\([^)]*\) )?(?:is|ist|est|es|è) .{0,80}\b(?:reporter(?:in)?|editor|journalist(?:in|e)?|writer|correspondent|korrespondent(?:in)?|producer|columnist|contributor|freelancer?|redakteur(?:in)?|autor(?:in)?|rédact(?:eur|rice)|periodista|giornalista)\b/u;

/** Whether a line is of the page and not of the article, wherever it stands. */
export function isForeignLine({ kind, text }: Block): boolean {
	if (kind === "quotation") return false;
	return LINES.some(({ pattern, longest }) => text.length <= longest && pattern.test(text));
}

/** Whether a line at an end of an article tells where its words are from. */
export function isSource({ text }: Block): boolean {
	return SOURCE.test(text);
}

/** Whether a text at the end of an article tells who wrote it. */
export function isWriter({ text }: Block): boolean {
	return text.length <= 500 && WRITER.test(text);
}
