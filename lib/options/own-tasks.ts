import { type ReadonlySignal, signal } from "@preact/signals";
import { type OwnTask, type OwnTaskProblem, whyNotKept } from "../tasks/own-task.ts";

/** Where the reader's own tasks are kept. */
export interface OwnTasksStore {
  read(): Promise<readonly OwnTask[]>;
  write(tasks: readonly OwnTask[]): Promise<void>;
  /** Calls `listener` whenever they have changed, in whichever page. */
  watch(listener: () => void): void;
}

/** The tasks that the reader has written, in the order in which they came. */
export interface OwnTasks {
  readonly all: ReadonlySignal<readonly OwnTask[]>;
  /** Keeps a new task, or a changed one in its place; or tells why not, and changes nothing. */
  keep(task: OwnTask): Promise<OwnTaskProblem | null>;
  remove(id: string): Promise<void>;
  refresh(): Promise<void>;
}

export function createOwnTasks(store: OwnTasksStore): OwnTasks {
  const all = signal<readonly OwnTask[]>([]);

  const refresh = async () => {
    all.value = await store.read();
  };
  const write = async (tasks: readonly OwnTask[]) => {
    await store.write(tasks);
    all.value = tasks;
  };
  store.watch(() => void refresh());

  return {
    all,
    refresh,
    async keep(task) {
      const kept = await store.read(); // another page may have changed them
      const trimmed = { ...task, name: task.name.trim(), instruction: task.instruction.trim() };
      const problem = whyNotKept(trimmed, kept);
      if (!problem) await write(withTask(kept, trimmed));
      return problem;
    },
    async remove(id) {
      const kept = await store.read();
      await write(kept.filter((task) => task.id !== id));
    },
  };
}

/** One that was removed in another page while it was being changed comes back, at the end. */
function withTask(kept: readonly OwnTask[], task: OwnTask): OwnTask[] {
  const isKept = kept.some(({ id }) => id === task.id);
  return isKept ? kept.map((other) => (other.id === task.id ? task : other)) : [...kept, task];
}
