import { type ComponentChild, render } from "preact";

/** What a component draws, in an element of its own. */
export function draw(component: ComponentChild): HTMLElement {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  render(component, root);
  return root;
}

/** The button with a name. */
export function button(root: HTMLElement, name: string): HTMLButtonElement | undefined {
  return [...root.querySelectorAll("button")].find(
    (found) => (found.getAttribute("aria-label") ?? found.textContent) === name,
  );
}

/** Lets what a click or a signal changed be drawn. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
