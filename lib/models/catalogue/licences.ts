/** What the licences of the catalogue's models ask of the reader, each in one sentence. */
export const licences = {
  apache: { name: "Apache-2.0", terms: "Free for any use." },
  mit: { name: "MIT", terms: "Free for any use." },
  opusMt: {
    name: "CC-BY-4.0 or Apache-2.0",
    terms: "Free for any use; who passes translations on names OPUS-MT, University of Helsinki.",
  },
  lfm: {
    name: "LFM-1.0",
    terms: "Free for people, and for companies with a revenue below 10 million US dollars a year.",
  },
  gemma: {
    name: "Gemma",
    terms: "Free for most uses; Google’s list of prohibited uses must be kept to.",
  },
  llama: {
    name: "Llama 3.2",
    terms: "Free below 700 million monthly users; Meta’s rules of use must be kept to.",
  },
} as const;
