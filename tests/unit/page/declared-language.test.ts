// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { declaredLanguage } from "../../../lib/page/declared-language.ts";

test("the nearest element that says so tells the language, also from within a shadow root", () => {
  document.body.innerHTML =
    '<div lang="fr"><p>Ici</p><section lang=""><i></i></section></div><b></b>';
  const root = document.querySelector("i")?.attachShadow({ mode: "open" });
  const inShadow = root?.appendChild(document.createElement("p"));
  expect(declaredLanguage(document.querySelector("p")?.firstChild ?? null)).toBe("fr");
  expect(declaredLanguage(inShadow ?? null)).toBe("fr");
  expect(declaredLanguage(document.querySelector("b"))).toBeUndefined();
});
