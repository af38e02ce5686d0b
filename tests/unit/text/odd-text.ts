import * as fc from "fast-check";

const pieces = [
  ..."aÄßñéжЖωΩאבعربहिन्दीไทยລາວမြန်မာខ្មែរ漢字かなカナー한국어ქართული",
  ..."தமிழ்বাংলাગુજરાતીతెలుగుಕನ್ನಡമലയാളംਪੰਜਾਬੀଓଡ଼ିଆසිංහල",
  ..."አማርኛՀայԱբབོད་ཡིགᏣᎳᎩꮳߒߞߏߊߟߎሀᠮᠣᠩᠭᠣᠯᐃᓄᒃⴰⵎⴰܐܒދިވެꦗꦮᬩᬮʻŊŋ",
  ..."0123456789٣४３½²௩৩၃៣༣߃፫",
  ..." \t\n.,;:!?¿-–—'’\"“”„«»「」`{}[]()<>/@#%$€¥*_|\\",
  ..."\u00a0\u202f\u200b\u200c\u200d\u00ad\ufeff\u2028\u202e\ufe0f\u0301\u0000",
  ..."\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069", // which turn text around
  "\r\n",
  "\ud83d",
  "\ude00",
  "👩‍👩‍👧",
  "🇩🇪",
  "e\u0301",
  "𠮷",
  "𝟗",
  "𞤀𞤣", // letters of two units that run from right to left
  "𐐀𐐨", // and such that have capitals
];

const phrases = [
  "Anna Smith ",
  "in Berlin. ",
  "The ",
  "1,000 ",
  "12 %",
  "$5.50 ",
  "3 May 2024",
  "10:30 ",
  "https://example.com/a?b=c ",
  "me@example.org",
  "{{name}}",
  "`code()`",
  "```\n",
  "“so it is”",
  "Herr Müller ",
];

/** Texts in every script, with broken and joined signs, and with things that must not change. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces, ...phrases), { maxLength: 60 }).map((all) => all.join("")),
  fc.array(fc.constantFrom(...phrases), { maxLength: 30 }).map((all) => all.join("")),
);

/** Two texts that share much. */
export const oddPair: fc.Arbitrary<[string, string]> = fc
  .array(fc.tuple(oddText, oddText, fc.constantFrom("both", "both", "left", "right", "other")))
  .map((parts) => [
    parts.map(([text, , side]) => (side === "right" ? "" : text)).join(""),
    parts
      .map(([text, other, side]) => (side === "left" ? "" : side === "other" ? other : text))
      .join(""),
  ]);
