/** A small translation model knows this by heart, and no more. */
export interface Lexicon {
  /** ISO 639-1 codes. */
  from: string;
  to: string;
  /** What it makes of each word. */
  words: Readonly<Record<string, string>>;
  /** Words that change places with what they stand before, which is one of `nouns`. */
  adjectives: readonly string[];
  nouns: readonly string[];
}

const german: Readonly<Record<string, string>> = {
  The: "Die",
  the: "die",
  sea: "See",
  tide: "Flut",
  cat: "Katze",
  sun: "Sonne",
  bridge: "Brücke",
  library: "Bibliothek",
  night: "Nacht",
  town: "Stadt",
  question: "Frage",
  answer: "Antwort",
  door: "Tür",
  street: "Straße",
  school: "Schule",
  and: "und",
  but: "aber",
  is: "ist",
  was: "war",
  sees: "sieht",
  loves: "liebt",
  sleeps: "schläft",
  sings: "singt",
  comes: "kommt",
  goes: "geht",
  today: "heute",
  here: "hier",
  there: "dort",
  not: "nicht",
  very: "sehr",
  old: "alt",
  new: "neu",
  quiet: "still",
  cold: "kalt",
  warm: "warm",
  green: "grün",
  open: "offen",
};

const french: Readonly<Record<string, string>> = {
  The: "Le",
  the: "le",
  sea: "mer",
  tide: "marée",
  cat: "chat",
  sun: "soleil",
  bridge: "pont",
  library: "bibliothèque",
  night: "nuit",
  town: "ville",
  question: "question",
  answer: "réponse",
  door: "porte",
  street: "rue",
  school: "école",
  and: "et",
  but: "mais",
  is: "est",
  was: "était",
  sees: "voit",
  loves: "aime",
  sleeps: "dort",
  sings: "chante",
  comes: "vient",
  goes: "va",
  today: "aujourd'hui",
  here: "ici",
  there: "là",
  not: "pas",
  very: "très",
  old: "vieux",
  new: "nouveau",
  quiet: "calme",
  cold: "froid",
  warm: "chaud",
  green: "vert",
  open: "ouvert",
};

const nouns = "sea tide cat sun bridge library night town question answer door street school";

/** English to German, word for word. */
export const englishToGerman: Lexicon = {
  from: "en",
  to: "de",
  words: german,
  adjectives: [],
  nouns: [],
};

/** The same words the other way. */
export const germanToEnglish: Lexicon = {
  from: "de",
  to: "en",
  words: Object.fromEntries(
    Object.entries(german).map(([word, translation]) => [translation, word]),
  ),
  adjectives: [],
  nouns: [],
};

/** English to French, where an adjective stands behind its noun. */
export const englishToFrench: Lexicon = {
  from: "en",
  to: "fr",
  words: french,
  adjectives: "old new quiet cold warm green open".split(" "),
  nouns: nouns.split(" "),
};

export const lexicons: readonly Lexicon[] = [englishToGerman, germanToEnglish, englishToFrench];
