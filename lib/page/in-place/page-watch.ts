import { labelNames } from "./label.ts";
import { isElement } from "../node-kinds.ts";
import { isTitle, roleOf } from "./reading-rules.ts";
import type { UnitFinder } from "./unit-finder.ts";

/** Watches a page for what it adds and changes, and tells a finder what to read of it. */
export class PageWatch {
  readonly #observer: MutationObserver;

  /** @param onChange Called after the finder was told. */
  constructor(finder: UnitFinder, onChange: () => void) {
    this.#observer = new MutationObserver((records) => {
      for (const record of records) tell(finder, record);
      onChange();
    });
  }

  watch(root: Node): void {
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: [...labelNames],
    });
  }

  /** Does what is no change of the page's own. */
  unseen(change: () => void): void {
    change();
    this.#observer.takeRecords();
  }

  stop(): void {
    this.#observer.disconnect();
  }
}

function tell(finder: UnitFinder, record: MutationRecord): void {
  const { type, target, addedNodes, removedNodes } = record;
  if (!target.isConnected) return;
  if (type === "attributes") {
    if (isElement(target)) finder.readLabels(target);
    return;
  }
  for (const node of [target, ...removedNodes]) finder.lookAt(node);
  const choice = (isElement(target) ? target : target.parentElement)?.closest("option");
  if (choice) finder.readLabels(choice);
  const blocks = [...addedNodes].filter(isBlock);
  for (const block of blocks) if (block.isConnected) finder.read(block);
  for (const node of addedNodes) if (isElement(node) && !isBlock(node)) finder.readLabelsIn(node);
  if (blocks.length === 0 || blocks.length < addedNodes.length) finder.readAround(target);
}

function isBlock(node: Node): node is Element {
  return isElement(node) && (isTitle(node) || ["block", "hidden"].includes(roleOf(node)));
}
