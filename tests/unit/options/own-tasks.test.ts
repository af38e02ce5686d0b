import { expect, test } from "vitest";
import { createOwnTasks } from "../../../lib/options/own-tasks.ts";
import type { OwnTask } from "../../../lib/tasks/own-task.ts";

const sailor: OwnTask = { id: "a", name: "Like a sailor", instruction: "Say it like a sailor." };
const board: OwnTask = { id: "b", name: "For the board", instruction: "Say it in one line." };

/** A store that several pages look into. */
function store(...tasks: OwnTask[]) {
  const kept = { tasks: tasks as readonly OwnTask[] };
  const listeners: (() => void)[] = [];
  const open = () =>
    createOwnTasks({
      read: async () => kept.tasks,
      write: async (tasks) => {
        kept.tasks = tasks;
        for (const tell of listeners) tell();
      },
      watch: (listener) => listeners.push(listener),
    });
  return { kept, open };
}

test("tasks are kept in the order in which they came, and a changed one keeps its place", async () => {
  const { kept, open } = store();
  const tasks = open();
  expect(await tasks.keep(sailor)).toBeNull();
  expect(await tasks.keep(board)).toBeNull();
  expect(await tasks.keep({ ...sailor, name: "  Like a captain  " })).toBeNull();
  expect(kept.tasks.map(({ name }) => name)).toEqual(["Like a captain", "For the board"]);
  await tasks.remove(sailor.id);
  expect(kept.tasks).toEqual([board]);
});

test("a task that cannot be kept changes nothing", async () => {
  const { kept, open } = store(sailor);
  expect(await open().keep({ ...board, name: sailor.name })).toBe("name-taken");
  expect(await open().keep({ ...board, instruction: "   " })).toBe("instruction-missing");
  expect(kept.tasks).toEqual([sailor]);
});

test("another page follows at once, and what it adds takes nothing away", async () => {
  const { kept, open } = store();
  const [one, other] = [open(), open()];
  await one.keep(sailor);
  await expect.poll(() => other.all.value).toEqual([sailor]);
  await other.keep(board);
  expect(kept.tasks).toEqual([sailor, board]);
});

test("a task that was removed elsewhere while it was changed is kept again", async () => {
  const { kept, open } = store(sailor, board);
  const [one, other] = [open(), open()];
  await other.remove(sailor.id);
  await one.keep({ ...sailor, instruction: "Say it like a captain." });
  expect(kept.tasks.map(({ id }) => id)).toEqual(["b", "a"]);
});
