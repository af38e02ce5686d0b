import { expect, test } from "vitest";
import { chooseNear } from "../../../lib/text/near-languages.ts";

test.each([
  ["da", "no", "Priserne er steget meget efter valget."],
  ["no", "da", "Prisene har steget mye etter valget."],
  ["sv", "da", "Priserna har stigit efter valet, och ingen vet varför."],
  ["cs", "sk", "Který vlak jede dnes do Brna?"],
  ["sk", "cs", "Ktorý vlak ide dnes do Brna?"],
  ["es", "pt", "Una escuela del barrio."],
  ["pt", "es", "Uma escola do bairro."],
  ["es", "ca", "El barrio y su escuela."],
  ["ca", "es", "L'escola dels nens."],
  ["ru", "bg", "Нам пора возвращаться домой."],
  ["bg", "ru", "Със или без поща."],
  ["uk", "ru", "Моя сестра вже вдома, а брат ще ні."],
  ["ru", "uk", "Это было вчера."],
  ["be", "uk", "Яна ўжо дома."],
  ["sr", "bg", "Чекам те код куће, људи."],
  ["hi", "mr", "नदी के पास मैत्रीपूर्ण नगर"],
  ["mr", "hi", "नदी आणि मैत्रीपूर्ण नगर"],
  ["tr", "az", "Sabah kahve içmek için çok geç."],
  ["az", "tr", "Səhər qəhvə."],
  ["id", "ms", "Kami tidak bisa datang karena hujan."],
  ["ms", "id", "Kami tidak datang kerana hujan."],
])("tells %s from %s by what only the other has", (language, other, text) => {
  expect(chooseNear(text, [other, language])).toBe(language);
  expect(chooseNear(text, [language, other])).toBe(language);
});

test("keeps the likeliest where nothing tells it from others", () => {
  expect(chooseNear("Kan du komme i morgen?", ["da", "no"])).toBe("da");
  expect(chooseNear("Kan du komme i morgen?", ["no", "da"])).toBe("no");
});

test("takes no language that is not near to the likeliest", () => {
  expect(chooseNear("Uma escola do bairro.", ["es", "it", "en"])).toBe("es");
  expect(chooseNear("Ein Haus am See.", ["de", "nl"])).toBe("de");
});

test("looks at no name, which may be in any language", () => {
  expect(chooseNear("Han bor i Jönköping og Växjö.", ["da", "sv"])).toBe("da");
});

test("reads a text in capitals", () => {
  expect(chooseNear("UMA ESCOLA DO BAIRRO", ["es", "pt"])).toBe("pt");
});
