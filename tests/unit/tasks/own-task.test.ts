import { expect, test } from "vitest";
import {
  longestTaskInstruction,
  longestTaskName,
  mostOwnTasks,
  type OwnTask,
  type OwnTaskProblem,
  whyNotKept,
} from "../../../lib/tasks/own-task.ts";

const task: OwnTask = { id: "a", name: "Like a sailor", instruction: "Say it like a sailor." };
const full = Array.from({ length: mostOwnTasks }, (_, n) => ({
  ...task,
  id: `${n}`,
  name: `N${n}`,
}));

test.each<[what: string, changed: Partial<OwnTask>, problem: OwnTaskProblem | null]>([
  ["with all it needs", {}, null],
  ["without a name", { name: "" }, "name-missing"],
  ["with a name of the most characters", { name: "x".repeat(longestTaskName) }, null],
  ["with a longer name", { name: "x".repeat(longestTaskName + 1) }, "name-too-long"],
  ["with the name of another", { name: "for the BOARD" }, "name-taken"],
  ["with a name of Sotto's own", { name: "proofread" }, "name-taken"],
  ["without an instruction", { instruction: "" }, "instruction-missing"],
  [
    "with too long an instruction",
    { instruction: "x".repeat(longestTaskInstruction + 1) },
    "instruction-too-long",
  ],
])("a task %s", (_what, changed, problem) => {
  const other = { id: "b", name: "For the board", instruction: "Say it so." };
  expect(whyNotKept({ ...task, ...changed }, [other])).toBe(problem);
});

test("a task may keep its own name when it is changed", () => {
  expect(whyNotKept({ ...task, instruction: "Otherwise." }, [task])).toBeNull();
});

test("one more than the most is not kept, but any of them can be changed", () => {
  expect(whyNotKept(task, full)).toBe("too-many");
  expect(whyNotKept({ ...task, id: "3" }, full)).toBeNull();
});
