// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { OwnTasksList } from "../../../components/OwnTasksList.tsx";
import { createOwnTasks } from "../../../lib/options/own-tasks.ts";
import { mostOwnTasks, type OwnTask } from "../../../lib/tasks/own-task.ts";
import { button, draw, drawn } from "./draw.ts";
import { ownTask } from "./samples.ts";

async function drawTasks(...kept: OwnTask[]) {
  let stored: readonly OwnTask[] = kept;
  const tasks = createOwnTasks({
    read: async () => stored,
    write: async (tasks) => {
      stored = tasks;
    },
    watch: () => {},
  });
  await tasks.refresh();
  const root = draw(<OwnTasksList tasks={tasks} />);
  return { root, tasks };
}

async function press(root: HTMLElement, name: string) {
  button(root, name)?.click();
  await drawn();
}

function fill(root: HTMLElement, { name, instruction }: Omit<OwnTask, "id">) {
  const [nameField, textField] = [root.querySelector("input"), root.querySelector("textarea")];
  if (nameField) nameField.value = name;
  if (textField) textField.value = instruction;
}

async function submit(root: HTMLElement) {
  root.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true }));
  await drawn();
}

test("a task is written and added, and the focus goes back to where it came from", async () => {
  const { root, tasks } = await drawTasks();
  await press(root, "Add a task…");
  expect(document.activeElement).toBe(root.querySelector("input"));
  fill(root, ownTask);
  await submit(root);
  expect(tasks.all.value).toMatchObject([{ name: ownTask.name, instruction: ownTask.instruction }]);
  expect(root.querySelector("form")).toBeNull();
  expect(root.querySelector("h3")?.textContent).toBe(ownTask.name);
  expect(document.activeElement?.textContent).toBe("Add a task…");
});

test.each([
  ["no name", { name: " ", instruction: "Say it so." }, "Give the task a name", "INPUT"],
  ["the name of another", { ...ownTask, name: "like a SAILOR" }, "of this name already", "INPUT"],
  ["no instruction", { name: "New", instruction: "" }, "Write what to ask", "TEXTAREA"],
  [
    "too long an instruction",
    { name: "New", instruction: "x".repeat(1001) },
    "at most 1,000 characters",
    "TEXTAREA",
  ],
])("a task with %s gets one sentence and loses nothing", async (_what, typed, sentence, field) => {
  const { root, tasks } = await drawTasks(ownTask);
  await press(root, "Add a task…");
  fill(root, typed);
  await submit(root);
  const alert = root.querySelector("[role=alert]");
  expect(alert?.textContent).toContain(sentence);
  expect(document.activeElement?.tagName).toBe(field);
  expect(document.activeElement?.getAttribute("aria-describedby")).toBe(alert?.id);
  expect(root.querySelector("input")?.value).toBe(typed.name);
  expect(root.querySelector("textarea")?.value).toBe(typed.instruction);
  expect(tasks.all.value).toEqual([ownTask]);
});

test("a task is changed in its place, or left as it was", async () => {
  const { root, tasks } = await drawTasks(ownTask);
  await press(root, "Change Like a sailor");
  fill(root, { name: "Like a captain", instruction: "Say it so." });
  await press(root, "Cancel");
  expect(tasks.all.value).toEqual([ownTask]);
  await press(root, "Change Like a sailor");
  fill(root, { name: "Like a captain", instruction: "Say it so." });
  await submit(root);
  expect(tasks.all.value).toEqual([
    { id: ownTask.id, name: "Like a captain", instruction: "Say it so." },
  ]);
});

test("a task removed in another page keeps what is being typed about it", async () => {
  const { root, tasks } = await drawTasks(ownTask);
  await press(root, "Change Like a sailor");
  fill(root, { name: "Like a captain", instruction: "Say it so." });
  await tasks.remove(ownTask.id);
  await drawn();
  await submit(root);
  expect(tasks.all.value.map(({ name }) => name)).toEqual(["Like a captain"]);
});

test("a task is removed after a second click", async () => {
  const { root, tasks } = await drawTasks(ownTask);
  await press(root, "Remove Like a sailor");
  expect(tasks.all.value).toEqual([ownTask]);
  await press(root, "Remove it");
  expect(tasks.all.value).toEqual([]);
});

test("where there are as many as can be kept, it says so", async () => {
  const many = Array.from({ length: mostOwnTasks }, (_, n) => ({ ...ownTask, id: `${n}` }));
  const { root } = await drawTasks(...many);
  expect(button(root, "Add a task…")).toBeUndefined();
  expect(root.textContent).toContain("as many as Sotto keeps");
});

test("makes no markup of what a task is called", async () => {
  const { root } = await drawTasks({ ...ownTask, name: "<img src=x>", instruction: "<a href=x>" });
  expect(root.querySelector("img, a")).toBeNull();
});
