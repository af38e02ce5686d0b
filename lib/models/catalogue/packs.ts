import type { Weights } from "../catalogue.ts";
import { licences } from "./licences.ts";

/** A translation model of the hub, for one direction. */
export interface Pack {
  /** Its name on the hub. */
  id: string;
  revision: string;
  /** ISO 639-1 codes. One of them is English. */
  from: string;
  to: string;
  /**
   * What the model wants written before each text, such as `>>pt<<`, where it knows several
   * languages or scripts; null where it knows one.
   */
  targetMark: string | null;
  licence: { name: string; terms: string };
  weights: readonly Weights[];
  /** What else the reader should know before fetching it, in one sentence. */
  caution: string | null;
}

interface Listed {
  name?: string;
  /** Its graphs and its tokenizer. */
  aboutMegabytes: number;
  targetMark?: string;
  caution?: string;
}

/** For each language what translates it into English, and what translates English into it. */
const listed: Readonly<Record<string, { toEnglish: Listed; fromEnglish?: Listed }>> = {
  ar: {
    toEnglish: { aboutMegabytes: 117.6 },
    fromEnglish: { aboutMegabytes: 117.6, targetMark: ">>ara<<" },
  },
  cs: { toEnglish: { aboutMegabytes: 116.7 }, fromEnglish: { aboutMegabytes: 116.7 } },
  da: { toEnglish: { aboutMegabytes: 112.6 }, fromEnglish: { aboutMegabytes: 112.6 } },
  de: { toEnglish: { aboutMegabytes: 111.5 }, fromEnglish: { aboutMegabytes: 111.5 } },
  es: { toEnglish: { aboutMegabytes: 119.4 }, fromEnglish: { aboutMegabytes: 119.4 } },
  fi: { toEnglish: { aboutMegabytes: 113.4 }, fromEnglish: { aboutMegabytes: 119.4 } },
  fr: { toEnglish: { aboutMegabytes: 113.1 }, fromEnglish: { aboutMegabytes: 113.1 } },
  hi: { toEnglish: { aboutMegabytes: 115.7 }, fromEnglish: { aboutMegabytes: 116.7 } },
  hu: { toEnglish: { aboutMegabytes: 116.7 }, fromEnglish: { aboutMegabytes: 116.7 } },
  id: { toEnglish: { aboutMegabytes: 107.9 }, fromEnglish: { aboutMegabytes: 107.9 } },
  it: { toEnglish: { aboutMegabytes: 136.9 }, fromEnglish: { aboutMegabytes: 136.5 } },
  ja: {
    toEnglish: { aboutMegabytes: 114.7 },
    fromEnglish: {
      name: "en-jap",
      aboutMegabytes: 98.9,
      caution: "It learned Japanese from very few texts and is often wrong.",
    },
  },
  ko: { toEnglish: { aboutMegabytes: 119.6 } },
  nl: { toEnglish: { aboutMegabytes: 121.6 }, fromEnglish: { aboutMegabytes: 121.6 } },
  pl: { toEnglish: { aboutMegabytes: 117.6 } },
  pt: {
    toEnglish: { name: "ROMANCE-en", aboutMegabytes: 119.2 },
    fromEnglish: { name: "en-ROMANCE", aboutMegabytes: 119.2, targetMark: ">>pt<<" },
  },
  ru: { toEnglish: { aboutMegabytes: 117.8 }, fromEnglish: { aboutMegabytes: 117.8 } },
  sv: { toEnglish: { aboutMegabytes: 109.8 }, fromEnglish: { aboutMegabytes: 109.8 } },
  tr: { toEnglish: { aboutMegabytes: 116.6 } },
  uk: { toEnglish: { aboutMegabytes: 116.5 }, fromEnglish: { aboutMegabytes: 116.5 } },
  vi: {
    toEnglish: { aboutMegabytes: 106.7 },
    fromEnglish: { aboutMegabytes: 106.6, targetMark: ">>vie<<" },
  },
  zh: {
    toEnglish: { aboutMegabytes: 119.5 },
    fromEnglish: { aboutMegabytes: 119.5, targetMark: ">>cmn_Hans<<" },
  },
};

/** Every pack that Sotto offers, language by language. */
export const packs: readonly Pack[] = Object.entries(listed).flatMap(
  ([language, { toEnglish, fromEnglish }]) => [
    makePack(language, "en", toEnglish),
    ...(fromEnglish ? [makePack("en", language, fromEnglish)] : []),
  ],
);

function makePack(
  from: string,
  to: string,
  { name = `${from}-${to}`, aboutMegabytes, targetMark, caution }: Listed,
): Pack {
  return {
    id: `Xenova/opus-mt-${name}`,
    revision: "main",
    from,
    to,
    targetMark: targetMark ?? null,
    licence: licences.opusMt,
    weights: [{ device: "wasm", dtype: "q8", aboutBytes: aboutMegabytes * 1e6 }],
    caution: caution ?? null,
  };
}
