import type { Page } from "playwright";
import type { Launched } from "../../e2e/launch.ts";
import { countWords } from "./sentences.ts";

/** A tab with a page of paragraphs beside the real panel, translated in place as a reader would. */
export class TranslatedTab {
  readonly panel: Page;
  readonly #tab: Page;

  private constructor(tab: Page, panel: Page) {
    this.#tab = tab;
    this.panel = panel;
  }

  /** Opens the page at `url` and the panel. */
  static async open(sotto: Launched, url: string): Promise<TranslatedTab> {
    const tab = await sotto.openTab(url);
    await sotto.clickToolbar(tab);
    return new TranslatedTab(tab, await sotto.panel());
  }

  /** Has the panel offer to translate the page. */
  async choose(language: string): Promise<void> {
    await this.panel.getByText("Translate this page").click();
    await this.panel.getByLabel("Into").selectOption(language);
  }

  /** The words that are seen without scrolling. */
  async countVisibleWords(): Promise<number> {
    const texts = await this.#tab.evaluate(visibleTexts);
    return texts.reduce((sum, text) => sum + countWords(text), 0);
  }

  /**
   * Translates the page. Gives the milliseconds from the click until nothing that is seen without
   * scrolling is in the original any more; the rest is then still being translated.
   */
  async translateVisible(): Promise<number> {
    const startMs = Date.now();
    const [doneMs] = await Promise.all([
      this.#tab.evaluate(watchVisible),
      this.panel.getByRole("button", { name: "Translate", exact: true }).click(),
    ]);
    return doneMs - startMs;
  }

  /** Puts the page back, and forgets what was translated. */
  async restore(): Promise<void> {
    await this.panel.getByRole("button", { name: "Restore the page" }).click();
    await this.panel.getByText("The page is as it was.").waitFor();
  }
}

/** Runs in the page. */
function visibleTexts(): string[] {
  return [...document.querySelectorAll("p")]
    .filter((paragraph) => paragraph.getBoundingClientRect().top < innerHeight)
    .map((paragraph) => paragraph.textContent);
}

/** Runs in the page. Tells when the paragraphs in view all had another text. */
function watchVisible(): Promise<number> {
  const visible = [...document.querySelectorAll("p")]
    .filter((paragraph) => paragraph.getBoundingClientRect().top < innerHeight)
    .map((element) => ({ element, before: element.textContent }));
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (visible.some(({ element, before }) => element.textContent === before)) return;
      observer.disconnect();
      resolve(Date.now());
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
