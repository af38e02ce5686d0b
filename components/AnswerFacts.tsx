import type { JobStats } from "../lib/engine/engine.ts";
import type { LoadedModel, StepDown } from "../lib/engine/state.ts";
import type { Answer, Started } from "../lib/panel/answer.ts";

interface Props {
  answer: Answer;
  nameOf: (modelId: string) => string;
  /** Words of the page; left out where not a page was read. */
  words?: number;
  /** Whether it answers a question, for which what is nearest to it is read of a long page. */
  isOfQuestion?: boolean;
}

/** The small print of an answer: what ran where and how fast, and whatever it fell short of. */
export function AnswerFacts({ answer, nameOf, words = 0, isOfQuestion = false }: Props) {
  const facts = answerFacts(answer, { nameOf, words, isOfQuestion });
  if (facts.length === 0) return null;
  return (
    <div class="small-print">
      {facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
    </div>
  );
}

type Known = Required<Omit<Props, "answer">>;

function answerFacts(answer: Answer, known: Known): string[] {
  switch (answer.kind) {
    case "none":
    case "failed":
      return [];
    case "waiting":
      return answer.started ? startedFacts(answer.started, known, null) : [];
    case "streaming":
      return startedFacts(answer.started, known, null);
    case "complete":
      return [...endingFact[answer.ending], ...startedFacts(answer.started, known, answer.stats)];
    case "stopped":
      return ["You stopped this answer before its end."];
  }
}

type Ending = Extract<Answer, { kind: "complete" }>["ending"];

const endingFact: Record<Ending, readonly string[]> = {
  complete: [],
  length: ["The answer became too long and was cut off, so its end is missing."],
  loop: ["The model began to repeat itself, so its answer was ended there."],
};

function startedFacts(started: Started, known: Known, stats: JobStats | null): string[] {
  const { model } = started;
  const read = whatWasRead(started, known);
  const where = `${known.nameOf(model.modelId)} on ${place(model)}`;
  return [
    ...(read === null ? [] : [read]),
    ...(stats && stats.reusedTokens > 0 ? ["The page had been read already."] : []),
    stats ? `${where} · ${speed(stats)}` : where,
    ...model.stepsDown.filter(({ device }) => device === "webgpu").map(({ reason }) => why[reason]),
  ];
}

/** How much of the text was read; null if all of it was, and nobody asks how. */
function whatWasRead(
  { way, readPassages, totalPassages }: Started,
  { words, isOfQuestion }: Known,
): string | null {
  const ofPassages = `${totalPassages.toLocaleString("en")} passages`;
  const ofAll = `${readPassages} of ${ofPassages}`;
  switch (way?.kind) {
    case undefined:
      if (readPassages >= totalPassages) return null;
      return isOfQuestion ? `Read the ${ofAll} nearest to your question` : `Read ${ofAll}`;
    case "whole":
      return `Read all ${words.toLocaleString("en")} words`;
    case "selection": {
      const { heardSections, totalSections } = way;
      const ofSections =
        heardSections < totalSections ? `, from ${heardSections} of ${totalSections} sections` : "";
      return `Read the ${readPassages} most telling of ${ofPassages}${ofSections}`;
    }
    case "parts":
      return `Read all ${words.toLocaleString("en")} words in ${way.totalParts} parts`;
  }
}

function place({ device, threads }: LoadedModel): string {
  if (device === "webgpu") return "the graphics card";
  return `the processor, ${threads} ${threads === 1 ? "thread" : "threads"}`;
}

function speed({
  promptTokens,
  reusedTokens,
  answerTokens,
  prefillMs,
  decodeMs,
}: JobStats): string {
  return `read ${rate(promptTokens - reusedTokens, prefillMs)} and wrote ${rate(answerTokens, decodeMs)} tokens a second`;
}

function rate(tokens: number, ms: number): string {
  const perSecond = (tokens * 1000) / Math.max(ms, 1);
  return perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString("en");
}

/** Why a model does not run on the graphics card; the processor is the only step below. */
const why: Record<StepDown["reason"], string> = {
  "no-adapter": "This browser offers no WebGPU, so the model runs on the processor.",
  "software-adapter":
    "WebGPU has no graphics card to use here, so the model runs on the processor, which is faster.",
  "no-weights": "This model has no files for the graphics card, so it runs on the processor.",
  failed: "The graphics card could not run this model, so it runs on the processor.",
};
