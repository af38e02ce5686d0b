import { beforeEach, expect, test } from "vitest";
import { AppError } from "../../../lib/errors.ts";
import type { FromHighlighter, ToHighlighter } from "../../../lib/page/highlight-messages.ts";
import { createPassageShowing, type HighlightLink } from "../../../lib/panel/showing-passage.ts";
import { read } from "../components/samples.ts";

/** The script in a page, played. */
class PlayedPage implements HighlightLink {
  readonly asked: ToHighlighter[] = [];
  isOpen = true;
  #listener: (message: FromHighlighter) => void = () => {};

  send(message: ToHighlighter): void {
    this.asked.push(message);
  }

  onMessage(listener: (message: FromHighlighter) => void): void {
    this.#listener = listener;
  }

  close(): void {
    this.isOpen = false;
  }

  say(message: FromHighlighter): void {
    this.#listener(message);
  }
}

let pages: PlayedPage[] = [];
const words = [{ start: 4, end: 8 }];

beforeEach(() => {
  pages = [];
});

function createShowing() {
  return createPassageShowing(async () => {
    const page = new PlayedPage();
    pages.push(page);
    return page;
  });
}

test("asks the page for the passage as it was read, and says what became of it", async () => {
  const showing = createShowing();
  await showing.show(read, { passageNumber: 2, words });
  expect(showing.shown.value).toMatchObject({
    passage: { number: 2 },
    outcome: { kind: "looking" },
  });
  expect(pages[0]?.asked).toEqual([
    { url: read.page.url, place: "", text: "The moon pulls the sea.", words },
  ]);
  pages[0]?.say({ kind: "done", outcome: "changed" });
  expect(showing.shown.value?.outcome).toEqual({ kind: "changed" });
});

test("takes the highlight before away with the next one, and listens to it no more", async () => {
  const showing = createShowing();
  await showing.show(read, { passageNumber: 2, words });
  await showing.show(read, { passageNumber: 3, words: [] });
  expect(pages.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  pages[0]?.say({ kind: "done", outcome: "changed" });
  expect(showing.shown.value).toMatchObject({
    passage: { number: 3 },
    outcome: { kind: "looking" },
  });
});

test("opens no highlight that was put away while its page was reached", async () => {
  const showing = createShowing();
  const reaching = showing.show(read, { passageNumber: 2, words });
  showing.putAway();
  await reaching;
  expect(pages.map(({ isOpen, asked }) => [isOpen, asked])).toEqual([[false, []]]);
  expect(showing.shown.value).toBeNull();
});

test("keeps the passage in sight when the reader puts the highlight away in the page", async () => {
  const showing = createShowing();
  await showing.show(read, { passageNumber: 2, words });
  pages[0]?.say({ kind: "put-away" });
  expect(showing.shown.value).toMatchObject({
    passage: { number: 2 },
    outcome: { kind: "put-away" },
  });
});

test("says why a page cannot be reached, and shows the passage all the same", async () => {
  const showing = createPassageShowing(async () => {
    throw new AppError("page-gone", "No tab with id: 1.");
  });
  await showing.show(read, { passageNumber: 2, words });
  expect(showing.shown.value).toMatchObject({
    passage: { text: "The moon pulls the sea." },
    outcome: { kind: "failed", error: { code: "page-gone" } },
  });
});

test("looks for no passage of a PDF in its tab", async () => {
  const showing = createShowing();
  const pdf = { ...read, page: { ...read.page, source: "pdf" as const } };
  await showing.show(pdf, { passageNumber: 2, words });
  expect(pages).toEqual([]);
  expect(showing.shown.value).toMatchObject({ passage: { number: 2 }, outcome: { kind: "shown" } });
});
