import type { BrowserContext, JSHandle, Page } from "playwright";
import { type BareModel, openBareModel } from "./bare-page.ts";
import type { Timing } from "./timing.ts";

/** A model in plain ONNX Runtime, in a page that has nothing else. */
export class BareEngine {
  readonly #page: Page;
  #model: JSHandle<BareModel> | null = null;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(context: BrowserContext, pageUrl: string): Promise<BareEngine> {
    const page = await context.newPage();
    await page.goto(pageUrl);
    return new BareEngine(page);
  }

  /** From nothing until the model can run: the runtime, the weights, the session. */
  async load(threads: number): Promise<number> {
    await this.#page.bringToFront();
    this.#model = await this.#page.evaluateHandle(openBareModel, threads);
    return this.#model.evaluate(({ loadMs }) => loadMs);
  }

  /** Reads a prompt and decodes as many tokens as another engine did. */
  async run({ promptTokens, passMs }: Timing): Promise<Timing> {
    if (!this.#model) throw new Error("the bare page has no model");
    await this.#page.bringToFront();
    const same = { promptTokens, passes: passMs.length };
    return this.#model.evaluate((model, same) => model.run(same), same);
  }
}
