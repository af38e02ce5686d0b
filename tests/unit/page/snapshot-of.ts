import type { PageSnapshot } from "../../../lib/page/page-snapshot.ts";

/** An element with its children, or a text: `["p", "Tides ", ["b", "rise"]]`; `p.name` has a class. */
export type Sketch = string | readonly Sketch[];

/** The snapshot that a page of these children of its body would give. */
export function snapshotOf(...children: Sketch[]): PageSnapshot {
  const columns = {
    parents: [] as number[],
    tags: [] as string[],
    values: [] as string[],
    steps: [] as number[],
  };
  const add = (sketch: Sketch, parent: number, step: number) => {
    const [name = "", ...inner] = typeof sketch === "string" ? [] : sketch;
    const [tag = "", className] = String(name).split(".");
    const index = columns.tags.push(typeof sketch === "string" ? "#text" : tag) - 1;
    columns.parents.push(parent);
    columns.steps.push(typeof sketch === "string" ? -1 : step);
    const attributes = tag === "a" ? "href=/" : className ? `class=${className}` : "";
    columns.values.push(typeof sketch === "string" ? sketch : attributes);
    let elements = 0;
    for (const child of inner) add(child, index, typeof child === "string" ? -1 : elements++);
  };
  add(["body", ...children], -1, -1);
  columns.steps[0] = -1;
  return {
    ...columns,
    title: "Tides",
    url: "https://sea.example/tides",
    contentType: "text/html",
    language: "en",
    metas: [],
    slotted: [],
    selection: null,
    leftOut: null,
  };
}
