import type { WireError } from "../lib/errors.ts";
import type { Download, DownloadState } from "../lib/models/downloads.ts";
import { hubOrigin } from "../lib/models/hub-hosts.ts";
import type { Fetching, Inquiry, ModelChoice } from "../lib/options/fetching.ts";
import { inWords, partInWords } from "./bytes.ts";

/** Where a model stands on its way here, as it is shown. */
export interface ModelStep {
  error: WireError | null;
  /** What is going on, or what there is to know before the next click. */
  words: string | null;
  /** Changes too fast to be announced. */
  figures: string | null;
  bar: { doneBytes: number; totalBytes: number } | null;
  first: StepButton & {
    /** The first of the two clicks that a download takes, the second, or another. */
    kind: "offer" | "begin" | "other";
  };
  second: StepButton | null;
}

interface StepButton {
  label: string;
  press: () => void;
}

/** What is shown of a model that is not here yet: its download, what is asked about it, or an offer. */
export function stepOf(
  model: ModelChoice,
  { download, inquiry }: { download: Download | undefined; inquiry: Inquiry },
  fetching: Fetching,
): ModelStep {
  const isAbout = inquiry.kind !== "none" && inquiry.model.id === model.id;
  if (isAbout) return inquiryStep(inquiry, fetching);
  return download ? downloadStep(model, download, fetching) : offerStep(model, fetching);
}

function offerStep(model: ModelChoice, fetching: Fetching): ModelStep {
  const first = button(`Fetch ${model.name}`, () => fetching.ask(model));
  return { ...nothing, first: { ...first, kind: "offer" } };
}

function inquiryStep(inquiry: Exclude<Inquiry, { kind: "none" }>, fetching: Fetching): ModelStep {
  const putAway = () => fetching.putAway();
  switch (inquiry.kind) {
    case "asking":
      return {
        ...nothing,
        words: `Asking ${hub} how large ${inquiry.model.name} is`,
        bar: { doneBytes: 0, totalBytes: 0 },
        first: plain("Stop asking", putAway),
      };
    case "offered": {
      const size = inWords(inquiry.bytes);
      const fetch = button(`Fetch ${size}`, () => fetching.accept());
      return {
        ...nothing,
        words: offerInWords(inquiry.model.name, size, inquiry.isMetered),
        first: { ...fetch, kind: "begin" },
        second: button("Not now", putAway),
      };
    }
    case "failed":
      return { ...offerStep(inquiry.model, fetching), error: inquiry.error };
  }
}

function offerInWords(name: string, size: string, isMetered: boolean): string {
  const where = `It comes from ${hub}, once, and stays on this machine until you remove it.`;
  const cost = "This connection is metered, or set to save data: fetching may cost you.";
  return `${name} is ${size}. ${where}${isMetered ? ` ${cost}` : ""}`;
}

function downloadStep(model: ModelChoice, download: Download, fetching: Fetching): ModelStep {
  const { id } = model;
  const isOver = download.state.kind === "paused" || download.state.kind === "failed";
  const told = { ...nothing, ...downloadInWords(model.name, download) };
  if (!isOver) return { ...told, first: plain("Pause", () => fetching.pause(id)) };
  return {
    ...told,
    first: plain("Continue", () => void fetching.resume(model)),
    second: button("Discard", () => fetching.discard(id)),
  };
}

type Told = Partial<Pick<ModelStep, "error" | "words" | "figures" | "bar">>;

function downloadInWords(name: string, download: Download): Told {
  const { state, loadedBytes, totalBytes } = download;
  const figures = totalBytes > 0 ? partInWords(loadedBytes, totalBytes) : null;
  const bar = { doneBytes: loadedBytes, totalBytes };
  switch (state.kind) {
    case "listing":
      return { words: `Fetching ${name}`, bar: { doneBytes: 0, totalBytes: 0 } };
    case "fetching": {
      const words = `Fetching ${name}`;
      return { words, figures: `${figures ?? ""}${timeLeft(download, state)}`, bar };
    }
    case "waiting":
      return { words: waitInWords(state), figures, bar };
    case "paused":
      return { words: `${name} is paused`, figures, bar };
    case "failed":
      return { error: state.error, words: `${name} is not here yet`, figures };
    case "done":
      return { words: `${name} is on this machine` };
  }
}

function timeLeft(
  { loadedBytes, totalBytes }: Download,
  { bytesPerSecond }: Extract<DownloadState, { kind: "fetching" }>,
): string {
  if (bytesPerSecond === null || bytesPerSecond <= 0) return "";
  const seconds = (totalBytes - loadedBytes) / bytesPerSecond;
  if (seconds < 10) return ", a few seconds left";
  if (seconds < 90) return `, about ${Math.round(seconds / 10) * 10} s left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? `, about ${minutes} min left`
    : `, about ${(minutes / 60).toFixed(1)} hours left`;
}

function waitInWords({ why, untilMs }: Extract<DownloadState, { kind: "waiting" }>): string {
  const again = untilMs === null ? "by itself" : `at ${clock.format(untilMs)}`;
  switch (why) {
    case "offline":
      return "Waiting for a network. The download goes on when there is one";
    case "busy":
      return `The hub is busy. The download goes on ${again}`;
    case "broken-off":
      return `The connection broke off. The download goes on ${again}`;
  }
}

const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

/** Where models come from: the public hub, or the mirror that this build was made for. */
const hub = new URL(hubOrigin).host;

const nothing = { error: null, words: null, figures: null, bar: null, second: null };

function button(label: string, press: () => void): StepButton {
  return { label, press };
}

function plain(label: string, press: () => void): ModelStep["first"] {
  return { label, press, kind: "other" };
}
