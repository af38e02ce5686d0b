/** Languages that several models of the catalogue write; whether one does well in it is not known. */
const offered = "ar cs da de en es fi fr hi hu id it ja ko nl pl pt ru sv tr uk vi zh".split(" ");

interface Props {
  /** An ISO 639 code; null for the page's own. */
  chosen: string | null;
  /** What the page's own language is called. */
  ownLanguage: string;
}

/** The languages that a model can be asked to write in; the page's own, of no value, comes first. */
export function LanguageOptions({ chosen, ownLanguage }: Props) {
  const tags = chosen === null || offered.includes(chosen) ? offered : [...offered, chosen];
  return (
    <>
      <option value="">{ownLanguage}</option>
      {tags.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {nameOf(tag)}
        </option>
      ))}
    </>
  );
}

/** A language's name in that language. */
function nameOf(tag: string): string {
  return new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
}
