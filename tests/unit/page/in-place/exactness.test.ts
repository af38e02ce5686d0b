// @vitest-environment happy-dom
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { anyHtml } from "./any-html.ts";
import { allNodes, allWords, markup, showPage } from "./any-page.ts";
import { loud, type Translate, translatePage } from "./translate-page.ts";

/** Turns a sentence's words and markup round, so that elements have to move. */
const backwards: Translate = (text) => {
  const parts = text.match(/<(\d+)>.*?<\/\1>|<\d+\/>|[^<]+/g) ?? [];
  return parts.toReversed().join(" ");
};
const translators: Record<string, Translate> = {
  loud,
  backwards,
  "without marks": (text) => loud(text.replaceAll(/<\/?\d+\/?>/g, "")),
  "with some failures": (text) => (text.length % 3 === 0 ? null : loud(text)),
};

test("an identity translator leaves any page as it was", async () => {
  await fc.assert(
    fc.asyncProperty(anyHtml, async (html) => {
      showPage(html);
      const before = markup();
      const { page } = await translatePage((text) => text);
      expect(markup()).toBe(before);
      await page.restore();
    }),
  );
});

test.each(Object.keys(translators))(
  "any page translated %s and restored is exactly what it was",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(anyHtml, fc.boolean(), async (html, isBilingual) => {
        showPage(html);
        const before = markup();
        const nodes = allNodes();
        const { page } = await translatePage(translators[name] ?? loud, {
          tag: "ar",
          direction: "rtl",
        });
        if (isBilingual) page.show("below");
        await page.restore();
        expect(markup()).toBe(before);
        expect(allNodes().every((node, at) => node === nodes[at])).toBe(true);
      }),
    );
  },
);

test("every element keeps its words, and nothing is lost, whatever the markup", async () => {
  await fc.assert(
    fc.asyncProperty(anyHtml, async (html) => {
      showPage(html);
      const before = allWords();
      const { page } = await translatePage(loud);
      expect(allWords()).toBe(before);
      await page.restore();
    }),
  );
});
