import { letPageBreathe, sliceMs } from "../let-page-breathe.ts";
import { declaredLanguage } from "../declared-language.ts";
import { Line } from "./line.ts";
import { OriginalBeside } from "./original-beside.ts";
import {
  askLimits,
  type OriginalView,
  type TextGroup,
  type ToPage,
  type ToPanel,
} from "./page-messages.ts";
import { PacedChanges } from "./paced-changes.ts";
import { PageFrames } from "./page-frames.ts";
import type { PageUnit, TargetLanguage } from "./page-unit.ts";
import { PageView } from "./page-view.ts";
import { PageWatch } from "./page-watch.ts";
import { UnitCounts } from "./unit-counts.ts";
import { UnitFinder } from "./unit-finder.ts";
import { UnitQueue } from "./unit-queue.ts";

/** Units that wait for the panel's answer, and the texts that it was asked for. */
interface Asked {
  units: readonly PageUnit[];
  groups: readonly TextGroup[];
}

/**
 * A page that is being translated in place. It asks for one batch of texts after the other, what the
 * reader sees first, each text once, and works in slices that leave the page responsive.
 */
export class TranslatedPage {
  readonly target: TargetLanguage;
  readonly #finder: UnitFinder;
  readonly #watch: PageWatch;
  readonly #frames = new PageFrames((page) => {
    this.#read(page);
    void this.#work();
  });
  readonly #view = new PageView();
  readonly #queue = new UnitQueue();
  readonly #counts = new UnitCounts();
  readonly #beside = new OriginalBeside((change) => this.#watch.unseen(change));
  readonly #changes = new PacedChanges((changes) => {
    this.#watch.unseen(changes);
    this.#tellProgress();
  });
  /** Each text's translation; null for one that could not be translated. */
  readonly #known = new Map<string, string | null>();
  readonly #written = new Set<PageUnit>();
  /** Units whose place the page has changed since they were read. */
  readonly #lost = new WeakSet<PageUnit>();
  #send: ((message: ToPanel) => void) | null = null;
  #asked: Asked | null = null;
  #isWorking = false;
  #isOver = false;

  constructor(document: Document, target: TargetLanguage) {
    this.target = target;
    this.#finder = new UnitFinder({
      unit: (unit, top) => {
        this.#counts.add(unit);
        this.#enqueue(unit, top);
      },
      lost: (unit) => this.#lose(unit),
      shadow: (root) => this.#watch.watch(root),
      frame: (frame) => this.#frames.add(frame),
    });
    this.#watch = new PageWatch(this.#finder, () => void this.#work());
    this.#read(document);
    const title = document.querySelector("head > title");
    if (title) this.#finder.read(title);
  }

  /** Reads a document, the page's own or a frame's, once there is time. */
  #read(document: Document): void {
    this.#watch.watch(document.documentElement);
    this.#beside.watch(document);
    this.#finder.read(document.body);
  }

  /** Goes on with whoever translates. */
  connect(send: (message: ToPanel) => void): void {
    this.#send = send;
    void this.#work();
  }

  /** What is translated stays; what is not waits for another `connect`. */
  disconnect(): void {
    this.#send = null;
    for (const unit of this.#asked?.units ?? []) this.#enqueue(unit, 0);
    this.#asked = null;
  }

  take(message: Extract<ToPage, { kind: "translated" }>): void {
    const asked = this.#asked;
    if (!asked) return;
    this.#asked = null;
    for (const [at, { texts }] of asked.groups.entries())
      for (const [index, text] of texts.entries())
        this.#known.set(text, message.groups[at]?.[index] ?? null);
    for (const unit of asked.units) this.#settle(unit);
    void this.#work();
  }

  show(view: OriginalView): void {
    this.#beside.view = view;
    for (const unit of this.#written)
      if (unit instanceof Line) this.#changes.add(() => this.#beside.place(unit));
    void this.#changes.makeAll();
  }

  /** Puts all that was written back, and watches no more. A small page is back at once. */
  async restore(): Promise<void> {
    this.#isOver = true;
    this.#beside.view = "hidden";
    this.#changes.clear();
    this.#watch.stop();
    this.#view.stop();
    this.#frames.stop();
    const restoring = new PacedChanges((changes) => changes());
    for (const unit of this.#written) restoring.add(() => this.#undo(unit));
    await restoring.makeAll();
  }

  /** Reads until all is read, in slices, the first of them at once; then asks. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    for (let hasMore = true; hasMore && !this.#isOver;) {
      this.#finder.readUntil(performance.now() + sliceMs);
      hasMore = !this.#finder.isDone;
      if (hasMore) await letPageBreathe();
    }
    this.#isWorking = false;
    if (this.#isOver) return;
    this.#ask();
    this.#tellProgress();
    void this.#changes.makeAll();
  }

  #enqueue(unit: PageUnit, top: number | null): void {
    for (const text of unit.texts)
      if (text.length > askLimits.charactersOfOne) this.#known.set(text, null);
    if (unit.texts.every((text) => this.#known.has(text))) this.#settle(unit);
    else this.#queue.add(unit, top);
  }

  /** Gives a unit its translations, and writes it when its turn comes. */
  #settle(unit: PageUnit): void {
    if (this.#lost.has(unit)) return;
    const translations = unit.texts.map((text) => this.#known.get(text) ?? null);
    if (unit.take(translations)) this.#enqueue(unit, 0);
    else this.#changes.add(() => this.#finish(unit));
  }

  #finish(unit: PageUnit): void {
    if (this.#lost.has(unit)) return;
    this.#counts.finish(unit);
    if (unit.translatedCount === 0) return;
    unit.write(this.target);
    this.#written.add(unit);
    if (unit instanceof Line) this.#beside.add(unit);
  }

  #lose(unit: PageUnit): void {
    if (this.#lost.has(unit)) return;
    this.#counts.lose(unit);
    this.#lost.add(unit);
    this.#written.delete(unit);
    this.#watch.unseen(() => this.#undo(unit));
  }

  #undo(unit: PageUnit): void {
    if (unit instanceof Line) this.#beside.remove(unit);
    unit.undo();
  }

  #tellProgress(): void {
    const { doneSentences, totalSentences, leftSentences } = this.#counts;
    const isCut = this.#finder.isFull;
    this.#send?.({ kind: "progress", doneSentences, totalSentences, leftSentences, isCut });
  }

  #ask(): void {
    if (this.#asked || !this.#send) return;
    this.#asked = this.#takeBatch();
    if (this.#asked) this.#send({ kind: "ask", groups: [...this.#asked.groups] });
  }

  #takeBatch(): Asked | null {
    const units: PageUnit[] = [];
    const groups: TextGroup[] = [];
    const texts = new Set<string>();
    let characters = 0;
    for (const unit of this.#queue.take(this.#view)) {
      if (this.#lost.has(unit)) continue;
      units.push(unit);
      const unknown = unit.texts.filter((text) => !this.#known.has(text) && !texts.has(text));
      const wanted = [...new Set(unknown)];
      for (const text of wanted) texts.add(text);
      const language = declaredLanguage(unit.element) ?? null;
      if (wanted.length > 0) groups.push({ language, texts: wanted });
      characters += wanted.join("").length;
      if (texts.size >= askLimits.texts || characters >= askLimits.characters) break;
    }
    return units.length > 0 ? { units, groups } : null;
  }
}
