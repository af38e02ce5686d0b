import type { PageText } from "./page-text.ts";

/** What sort of site a page is of, as far as its text tells. Never change one: they are stored. */
export const siteKinds = ["news", "documentation", "forum", "shop", "legal", "other"] as const;
export type SiteKind = (typeof siteKinds)[number];

/** Looked for in the title and the headings. */
const legalWords =
  /\b(?:privacy (?:policy|notice)|terms (?:of|and)|cookie policy|licen[cs]e agreement|imprint|legal notice|datenschutz|nutzungsbedingungen|agb|impressum|politique de confidentialité|conditions générales|política de privacidad|condiciones|informativa)\b/i;

const documentationWords =
  /\b(?:api|reference|documentation|docs|manual|tutorial|install(?:ation)?|getting started|configuration|handbuch|anleitung|référence|référentiel|guía|manuale)\b/i;

/** Looked for in the passages. */
const shopWords =
  /\b(?:add to (?:cart|basket|bag)|in stock|free (?:shipping|delivery|returns)|in den warenkorb|auf lager|lieferzeit|ajouter au panier|en stock|añadir al carrito|aggiungi al carrello)\b/i;

const forumWords =
  /\b(?:\d+ (?:replies|answers|votes|points|upvotes|antworten|réponses|respuestas)|replied|posted by|original poster|joined in|(?:minutes|hours|days) ago|schrieb am|a écrit|escribió)\b/i;

const someOfMany = 1 / 12;

/**
 * The sort of site that a page is of, by cheap signs in its own text; its address plays no part, so
 * that nothing of where a reader has been is kept with what they chose.
 */
export function siteKindOf({ title, byline, passages, source }: PageText): SiteKind {
  const headings = passages.filter(({ kind }) => kind === "heading");
  const heads = [title, ...headings.map(({ text }) => text)].slice(0, 20).join("\n");
  const share = (isOne: (passage: PageText["passages"][number]) => boolean) =>
    passages.filter(isOne).length / Math.max(1, passages.length);
  const shareWith = (words: RegExp) => share(({ text }) => text.length < 400 && words.test(text));
  if (legalWords.test(heads)) return "legal";
  if (shareWith(shopWords) > 0) return "shop";
  if (shareWith(forumWords) > someOfMany) return "forum";
  if (share(({ kind }) => kind === "code") > someOfMany || documentationWords.test(heads))
    return "documentation";
  return byline !== null || source === "article" ? "news" : "other";
}
