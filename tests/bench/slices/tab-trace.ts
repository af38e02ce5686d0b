import type { CDPSession, Page } from "playwright";
import * as v from "valibot";

/** A stretch of a thread's work as Chromium traces it; times are microseconds. */
const eventSchema = v.object({
  name: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.number(),
  dur: v.number(),
  tdur: v.number(),
  args: v.object({ data: v.optional(v.object({ url: v.optional(v.string()) })) }),
});
type TraceEvent = v.InferOutput<typeof eventSchema>;

/** One task of a page's main thread, during which it answers nothing else. */
export interface Task {
  /** Without the time in which other programs had the processor. */
  threadMs: number;
  /** Whether script ran in it, with the layout that this asked for; others lay out and draw. */
  isScript: boolean;
}

const ofScript = new Set(["EvaluateScript", "FunctionCall", "TimerFire", "v8.callFunction"]);

/** Records what a tab does. */
export class TabTrace {
  readonly #session: CDPSession;
  readonly #events: TraceEvent[] = [];

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on("Tracing.dataCollected", ({ value }) => {
      for (const event of value) if (v.is(eventSchema, event)) this.#events.push(event);
    });
  }

  static async start(tab: Page): Promise<TabTrace> {
    const session = await tab.context().newCDPSession(tab);
    const trace = new TabTrace(session);
    const includedCategories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"];
    const traceConfig = { includedCategories, recordMode: "recordAsMuchAsPossible" } as const;
    await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
    return trace;
  }

  /** Ends the recording. Gives all tasks of the main thread that a page's document has. */
  async end(): Promise<Task[]> {
    const complete = new Promise((resolve) =>
      this.#session.once("Tracing.tracingComplete", resolve),
    );
    await this.#session.send("Tracing.end");
    await complete;
    await this.#session.detach();
    return tasksIn(this.#events);
  }
}

/** The page's thread is the one that was busy with script most. */
function tasksIn(events: readonly TraceEvent[]): Task[] {
  const scripts = events.filter(({ name }) => ofScript.has(name));
  const threads = Object.values(Object.groupBy(scripts, ({ pid, tid }) => `${pid} ${tid}`));
  const [most = []] = threads.toSorted((one = [], other = []) => busyFor(other) - busyFor(one));
  const isThere = ({ pid, tid }: TraceEvent) => pid === most[0]?.pid && tid === most[0]?.tid;
  const begins = most.map(({ ts }) => ts).toSorted((one, other) => one - other);
  return events
    .filter((event) => event.name === "RunTask" && isThere(event))
    .map(({ ts, dur, tdur }) => ({
      threadMs: tdur / 1000,
      isScript: begins.some((begin) => begin >= ts && begin <= ts + dur),
    }));
}

function busyFor(events: readonly TraceEvent[]): number {
  return events.reduce((sum, { tdur }) => sum + tdur, 0);
}
