import type { TargetLanguage } from "../../../../lib/page/in-place/page-unit.ts";
import { TranslatedPage } from "../../../../lib/page/in-place/translated-page.ts";
import type { ToPanel } from "../../../../lib/page/in-place/page-messages.ts";

/** What a panel would answer to a text. */
export type Translate = (text: string) => string | null;

/** A translation whose every word can be told. */
export const loud: Translate = (text) => text.toUpperCase();

export const german: TargetLanguage = { tag: "de", direction: "ltr" };

/** A page that is translated, the texts that were asked for, and how far it has told it is. */
export interface Translated {
  page: TranslatedPage;
  texts: string[];
  progress: () => Extract<ToPanel, { kind: "progress" }> | null;
}

/** Translates the document until nothing more is asked. */
export function translatePage(by: Translate, target: TargetLanguage = german): Promise<Translated> {
  const page = new TranslatedPage(document, target);
  const texts: string[] = [];
  let told: Extract<ToPanel, { kind: "progress" }> | null = null;
  return new Promise((resolve) => {
    page.connect((message) => {
      if (message.kind === "progress") told = message;
      if (message.kind === "progress" && message.doneSentences === message.totalSentences)
        resolve({ page, texts, progress: () => told });
      if (message.kind !== "ask") return;
      for (const group of message.groups) texts.push(...group.texts);
      const groups = message.groups.map((group) => group.texts.map(by));
      queueMicrotask(() => page.take({ kind: "translated", groups }));
    });
  });
}
