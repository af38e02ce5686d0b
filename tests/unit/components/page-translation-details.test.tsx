// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { PageTranslationDetails } from "../../../components/PageTranslationDetails.tsx";
import { button, draw } from "./draw.ts";
import { idlePageTranslating } from "./samples.ts";

test("offers the language that is to be offered when it is opened, each time", async () => {
  const kept: Record<string, string> = { fr: "es" };
  const done: string[] = [];
  const root = draw(
    <PageTranslationDetails
      page={{ language: "fr", passages: [] }}
      pageTranslating={{
        ...idlePageTranslating,
        suggestTarget: async (from) => kept[from ?? ""] ?? "de",
      }}
      onTranslatePage={(to) => done.push(to)}
    />,
  );
  const details = root.querySelector("details");
  const toggle = (isOpen: boolean) => {
    if (details) details.open = isOpen;
    details?.dispatchEvent(new Event("toggle"));
  };
  toggle(true);
  await vi.waitFor(() => expect(root.querySelector("select")?.value).toBe("es"));
  toggle(false);
  kept["fr"] = "it";
  await vi.waitFor(() => expect(root.querySelector("select")).toBeNull());
  toggle(true);
  await vi.waitFor(() => expect(root.querySelector("select")?.value).toBe("it"));
  button(root, "Translate")?.click();
  expect(done).toEqual(["it"]);
});

/** A page that does not say what language it is in. */
const undeclared = {
  language: null,
  passages: [
    {
      number: 1,
      kind: "paragraph" as const,
      text: "The river rose in the night, and the bridge between the two towns was closed by noon.",
      place: "",
    },
  ],
};

test("waits for the reader to choose where no language is suggested, and leaves out the page's own", async () => {
  const root = draw(
    <PageTranslationDetails
      page={undeclared}
      pageTranslating={{ ...idlePageTranslating, suggestTarget: async () => null }}
      onTranslatePage={() => {}}
    />,
  );
  const details = root.querySelector("details");
  if (details) details.open = true;
  details?.dispatchEvent(new Event("toggle"));
  await vi.waitFor(() => expect(root.querySelector("select")?.value).toBe(""));
  expect(button(root, "Translate")?.disabled).toBe(true);
  expect(root.querySelector('option[value="en"]')).toBeNull();
});
