/**
 * Languages so near to each other that how often letters follow each other hardly tells them apart,
 * and for each what is never written in it though it is in others of its family. Names are not meant.
 */
const families: readonly Readonly<Record<string, RegExp>>[] = [
  {
    // Danish ends no word in two of a consonant, nor spells diphthongs as Norwegian does.
    da: strange(
      "av ble blir blitt bruke brukes brukt desember etter fram gjennom ha henne hva imot inn meg " +
        "deg seg mellom mot mye noe noen nå sier tilbake ut uten vei och inte jag från är",
      "[äö]|ck|øy|ei|[gk]j[eø]|([klmnpt])\\1(?!\\p{L})|sjon|prosent|prosess|sosial",
    ),
    no: strange(
      "ad af bliver bruger bruges december efter gennem gør gøre hende hvad igen ind meget mellem " +
        "mig dig sig mod noget nogle op os siger tager tilbage ud uden vores och inte jag från är till",
      "[äö]|ck|øj|ej|blev|tion|procent|proces|social|hed(?!\\p{L})|erne(?!\\p{L})",
    ),
    sv: strange("af at er et fra hvad hvem hvor ikke jeg og til", "[æø]"),
  },
  {
    cs: strange(
      "aj ako alebo bol bola boli bolo čo iba ktorá ktoré ktorý nie pre pri sa sme ste sú vo zo",
      "[äľĺŕô]",
    ),
    sk: strange(
      "byl byla byli bylo jako jen jsem jsme jsou jste která které který nebo není pro se ve ze",
      "[ěřů]",
    ),
  },
  {
    // Spanish doubles no s and elides no article.
    es: strange(
      "ao aos com do em foi na nas não os pela pelo seu sua um uma amb dels els hi i per pel pels",
      "[ãõçàèìòùêôâ]|ss|(?<!\\p{L})[dl]['’]",
    ),
    pt: strange(
      "al con del el en fue muy pero su sus un una y amb els i les per",
      "[ñèìòù¿¡]|ll|ción",
    ),
    ca: strange("con fue las muy não os para pero su sus um uma y", "[áãâñõêô¿¡]"),
  },
  {
    // A hard sign stands before four letters only in Russian, a soft one before one in Bulgarian.
    ru: strange(
      "або був була буде бути дуже ще що як це та със съм ще която който",
      "[іїєґўјљњћђџ]|ъ(?![еёюя])",
    ),
    uk: strange("был была было вы его и или как он они от с что это", "[ыэёъўјљњћђџ]"),
    be: strange("и что", "[иїєґщъјљњћђџ]"),
    bg: strange(
      "або бы був был была было где для его из к он они у уже це что що это",
      "[ыэёіїєґўјљњћђџ]|ь(?!о)|[ео]го(?!\\p{L})|тся(?!\\p{L})",
    ),
    sr: strange("в во для из к он они с что", "[йщъыьэюяёіїєґў]"),
  },
  {
    // Only Hindi writes a dot under a letter as a sign of its own.
    hi: strange("असे आणि आहे आहेत करा किंवा केले ते तुम्ही नाही मध्ये व साठी हे", "[ळऱॲ]"),
    mr: strange(
      "अपने इन इस उन और कर का कि की के को गया था थी थे ने नहीं पर भी में यह लिए वह से है हैं",
      "\\u093c",
    ),
  },
  {
    tr: strange("və", "[əqx]"),
    az: strange("çok değil gibi her için ile ne ve", "yor|ler"),
  },
  {
    id: strange(
      "akhbar awak bahawa baharu bilion cuba hospital isnin jumaat kerana kesihatan khamis mahu " +
        "manakala mesyuarat minit pejabat peratus polis sahaja sebarang selepas syarikat tarikh wang",
    ),
    ms: strange(
      "bahwa berbeda besok bilang bisa coba cuma enggak jumat kamis kantor karena menit miliar " +
        "nggak persen polisi saja senin uang",
    ),
  },
];

/** Whole words, with spaces between them, and a pattern of spellings within words. */
function strange(words: string, spellings?: string): RegExp {
  const whole = `(?<![\\p{L}\\p{M}])(?:${words.replaceAll(" ", "|")})(?![\\p{L}\\p{M}])`;
  return new RegExp(spellings === undefined ? whole : `${whole}|${spellings}`, "gu");
}

/**
 * The language near to the likeliest one in which the least of a text is strange; the likelier one
 * where as much is in several.
 *
 * @param text In Unicode's composed form (NFC).
 * @param likeliest ISO 639-1 codes, the likeliest first. One that is not among them is not taken.
 */
export function chooseNear(text: string, likeliest: readonly [string, ...string[]]): string {
  const [first] = likeliest;
  const family = families.find((family) => first in family);
  if (!family) return first;
  const words = withoutNames(text);
  const near = likeliest.flatMap((language) => {
    const strange = family[language];
    return strange ? [{ language, strangeCount: words.match(strange)?.length ?? 0 }] : [];
  });
  return near.toSorted((a, b) => a.strangeCount - b.strangeCount)[0]?.language ?? first;
}

/** A name may be in any language. The first word is kept, as it is mostly none. */
function withoutNames(text: string): string {
  if (!/\p{Ll}/u.test(text)) return text.toLowerCase(); // all in capitals, or there are none
  const [start = ""] = /^\P{L}*\p{L}?/u.exec(text) ?? [];
  const words = start.toLowerCase() + text.slice(start.length);
  return words.replaceAll(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*/gu, "");
}
