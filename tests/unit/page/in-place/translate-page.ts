import type { TargetLanguage } from "../../../../lib/page/in-place/page-unit.ts";
import { TranslatedPage } from "../../../../lib/page/in-place/translated-page.ts";

/** What a panel would answer to a text. */
export type Translate = (text: string) => string | null;

/** A translation whose every word can be told. */
export const loud: Translate = (text) => text.toUpperCase();

export const german: TargetLanguage = { tag: "de", direction: "ltr" };

/** Translates the document until nothing more is asked; gives all texts that were asked, too. */
export function translatePage(
  by: Translate,
  target: TargetLanguage = german,
): Promise<{ page: TranslatedPage; texts: string[] }> {
  const page = new TranslatedPage(document, target);
  const texts: string[] = [];
  return new Promise((resolve) => {
    page.connect((message) => {
      if (message.kind === "progress" && message.doneSentences === message.totalSentences)
        resolve({ page, texts });
      if (message.kind !== "ask") return;
      for (const group of message.groups) texts.push(...group.texts);
      const groups = message.groups.map((group) => group.texts.map(by));
      queueMicrotask(() => page.take({ kind: "translated", groups }));
    });
  });
}
