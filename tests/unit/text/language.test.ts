import { expect, test } from "vitest";
import { chooseLanguage, declaredCode, detectLanguage } from "../../../lib/text/language.ts";
import type { Passage } from "../../../lib/text/page-text.ts";

const german = "Der Stadtrat hat gestern nach langer Debatte beschlossen, die Brücke zu schließen.";
const portuguese = "A cidade decidiu ontem fechar a ponte depois de uma longa discussão na câmara.";

function page(language: string | null, text: string, kind: Passage["kind"] = "paragraph") {
  return { language, passages: [{ number: 1, kind, text, place: "" }] };
}

test("tells the language of a sentence, reliably", async () => {
  expect(await detectLanguage(german)).toEqual({ language: "de", isReliable: true });
});

test("says nothing of a text without words", async () => {
  expect(await detectLanguage("123 – 456")).toBeNull();
});

test.each([
  ["believes the text where the page declares another language", "en", german, "de"],
  ["keeps a declared language that is more exact", "pt-BR", portuguese, "pt-BR"],
  ["keeps what is declared where the text says too little", "fr", "42", "fr"],
  ["finds the language of a page that declares none", null, german, "de"],
  ["has none for a page that says nothing at all", null, "42", null],
])("%s", async (_, declared, text, language) => {
  expect(await chooseLanguage(page(declared, text))).toBe(language);
});

test("is not misled by code", async () => {
  const code = page(
    "en",
    "return the value of this function when it is called\n".repeat(40),
    "code",
  );
  const passages = [...code.passages, ...page(null, german).passages];
  expect(await chooseLanguage({ language: "en", passages })).toBe("de");
});

test("is not misled by a long beginning in another language", async () => {
  const english =
    "Our offices are closed on public holidays, and letters are answered afterwards. ";
  const passages = [english.repeat(9), german, german].flatMap((text) => page(null, text).passages);
  expect(await chooseLanguage({ language: "en", passages })).toBe("de");
});

test("takes of what a page declares only what can be a language", () => {
  const codes = ["pt-BR", " EN_us", "fil", "", "<b>", "x-klingon", null].map(declaredCode);
  expect(codes).toEqual(["pt", "en", "fil", null, null, null, null]);
});

test("accents written as signs of their own tell the language as others do", async () => {
  const text = "Tiếng Việt rất đẹp và dễ nghe.";
  expect(await detectLanguage(text.normalize("NFD"))).toEqual(await detectLanguage(text));
  expect((await detectLanguage(text.normalize("NFD")))?.language).toBe("vi");
});

test("a few words of Hindi are not taken for Marathi, nor Marathi for Hindi", async () => {
  expect((await detectLanguage("नदी के पास मैत्रीपूर्ण नगर"))?.language).toBe("hi");
  expect((await detectLanguage("माझे घर नदीच्या जवळ आहे"))?.language).toBe("mr");
});

test("takes what is Malay or Indonesian for Indonesian, unless only Malay is written so", async () => {
  const indonesian = "Pemerintah kota membangun jembatan baru di atas sungai itu.";
  const malay = "Jambatan baharu itu ditutup kerana banjir.";
  expect((await detectLanguage(indonesian))?.language).toBe("id");
  expect((await detectLanguage(malay))?.language).toBe("ms");
});

test.each([
  ["ja", true, "新しい橋は来月に開通する。"],
  ["ja", false, "Google の検索"],
  ["zh", true, "市政府昨天宣布，河上的新桥将于下月通车。"],
  ["zh", true, "这家名叫“森の家”的小店开在河边的一条老街上，每天都很热闹。"],
  ["zh", false, "本店停业"],
  ["zh", false, "勿忘带伞"],
])("tells by its signs that a text is %s (reliably: %s)", async (language, isReliable, text) => {
  expect(await detectLanguage(text)).toEqual({ language, isReliable });
});

test("is not misled by a few signs of another script", async () => {
  expect((await detectLanguage(`${german} (東京)`))?.language).toBe("de");
});
