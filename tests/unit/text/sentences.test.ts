import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../lib/text/sentences.ts";

/** Each text is written as the sentences it must fall into. */
const cases: Record<string, readonly (readonly string[])[]> = {
  en: [
    [
      "Mr. Smith met Dr. J. K. Jones at 5 p.m. in the U.S. Senate.",
      "He spoke of it, e.g. in No. 5.",
    ],
    ["It is in the U.S.", "The rest is here."],
    ["Apple Inc. said so.", "It grew 3.5 percent... and fell.", "He left…", "Then it rained."],
    ['"Why?" she asked.', '"Because!"', "(It was late.)", "They went."],
    ["The end.[3]", "Next one.[citation needed]", "Last one. [4]", "So it is."],
    ["iPhone sales rose.", "You and I.", "Node.js 3.2 reads example.com/Path.", "Done."],
    ["1. Open the lid.", "2. Close it."],
    ["Really?!", "Yes."],
    ["“It is over.”", "“Is it?”"],
    ["See Fig. 3 and pp. 12–14.", "Prof. Lee agrees, cf. Sec. 2."],
  ],
  de: [
    [
      "Am 3. Mai kam z. B. Herr Dr. Müller.",
      "Er blieb bis zum 19. Jahrhundert usw.",
      "Danach ging er.",
    ],
    ["Nein, d. h. ja.", "»Nein«, sagte er.", "»Doch.«", "Das steht in Abs. 3 Satz 2.", "Es endet."],
    ["Es gilt seit 1990.", "Nr. 5 fehlt."],
  ],
  fr: [
    ["M. Dupont est venu.", "« Quoi ? » dit-il.", "« Ah ! »", "Il partit."],
    ["L’art. 5 s’applique, etc.", "Vraiment ?", "Oui."],
  ],
  es: [["El Sr. López vive en EE.UU. y vino.", "¿Qué?", "¡Nada!", "Véase pág. 5.", "Fin."]],
  it: [["Il sig. Rossi abita qui, cfr. pag. 3.", "L’on. Bianchi no.", "Perché?", "Mah."]],
  pt: [["O Sr. Silva e a Dra. Costa vieram.", "Custa R$ 3.50.", "Não?", "Sim."]],
  nl: [["Dhr. Jansen komt o.a. uit Delft.", "Zie blz. 4.", "Goed!"]],
  pl: [
    [
      "Prof. Nowak, np. z ul. Długiej, przyszedł 3. maja.",
      "W 2020 r. Polska wygrała.",
      "To koniec.",
    ],
  ],
  ru: [
    ["Это т. е. важно.", "И т. д.", "Потом он ушёл."],
    ["А. С. Пушкин родился в 1799 г. в Москве.", "«Что?» — спросил он.", "Да."],
  ],
  el: [["Τι θέλεις;", "Τίποτα.", "Ο κ. Παπάς ήρθε."]],
  tr: [["Dr. Yılmaz 3. Murat hakkında yazdı.", "Bitti."]],
  hi: [["राम घर गया।", "सीता आई।", "डॉ. शर्मा बोले?", "हाँ।"]],
  ar: [["ذهب إلى البيت.", "هل جاء؟", "نعم!", "انتهى."]],
  ja: [
    ["「行きます。」と彼は言った。", "雨が降った！", "本当？", "はい。"],
    ["「もう来ない。」", "彼は３．５時間待った。"],
  ],
  zh: [["他说：“我来了。”", "然后走了。", "今天……很好。", "对吗？", "对！", "3.5元。"]],
  ko: [["그는 집에 갔다.", "비가 3.5mm 왔다!", "정말?", "네."]],
  km: [["ខ្ញុំទៅផ្ទះ។", "គាត់មក។"]],
  th: [
    [
      "เขาเดินทางไปยังเมืองหลวงเพื่อพบกับครอบครัวที่ไม่ได้เจอกันมานานหลายปีแล้วและเขาก็ดีใจมาก",
      "จากนั้นเขากลับบ้านในวันถัดมาพร้อมกับของฝากมากมายสำหรับทุกคนในหมู่บ้านของเขา",
    ],
  ],
};

const spaceless = new Set(["ja", "zh"]);

describe.each(Object.entries(cases))("%s", (language, texts) => {
  test.each(texts)("splits %s", (...sentences) => {
    const text = sentences.join(spaceless.has(language) ? "" : " ");
    expect(splitSentences(text, language)).toEqual(sentences);
  });
});

test("splits web text that lost its spaces, but no name with a stop in it", () => {
  expect(
    splitSentences("It has ended.Then another began. Use Vue.js or Asp.Net here.", "en"),
  ).toEqual(["It has ended.", "Then another began.", "Use Vue.js or Asp.Net here."]);
});

test("ends a sentence at every line break", () => {
  expect(splitSentences("One line\nanother line\r\n\nthe last", null)).toEqual([
    "One line",
    "another line",
    "the last",
  ]);
});

test("makes nothing of white space", () => {
  expect(splitSentences(" \n\t ", "en")).toEqual([]);
});

test.each(Object.entries(cases))("loses nothing but white space in %s", (language, texts) => {
  const text = ` ${texts.flat().join(" ")}  )] ... !? «`;
  const bare = (from: string) => from.replace(/\s+/gu, "");
  for (const read of [language, null, "x-unknown"])
    expect(bare(splitSentences(text, read).join(""))).toBe(bare(text));
});
