import type { RefObject } from "preact";
import { useLayoutEffect, useId, useRef, useState } from "preact/hooks";
import type { OwnTasks } from "../lib/options/own-tasks.ts";
import {
  longestTaskInstruction,
  longestTaskName,
  mostOwnTasks,
  type OwnTask,
  type OwnTaskProblem,
} from "../lib/tasks/own-task.ts";

interface Props {
  /** The task to change; null for a new one. */
  task: OwnTask | null;
  tasks: Pick<OwnTasks, "keep">;
  onClose: () => void;
}

/** Writes or changes a task. What was typed stays until it is kept or the reader gives it up. */
export function OwnTaskForm({ task, tasks, onClose }: Props) {
  const [problem, setProblem] = useState<OwnTaskProblem | null>(null);
  const problemId = useId();
  const name = useRef<HTMLInputElement>(null);
  const instruction = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => name.current?.focus(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = await tasks.keep({
      id: task?.id ?? crypto.randomUUID(),
      name: name.current?.value ?? "",
      instruction: instruction.current?.value ?? "",
    });
    setProblem(found);
    if (!found) onClose();
    else if (isOfInstruction(found)) instruction.current?.focus();
    else name.current?.focus();
  };
  return (
    <form class="own-task" aria-label={task ? `Change ${task.name}` : "New task"} onSubmit={submit}>
      <Fields {...{ task, name, instruction, problem, problemId }} />
      <FormEnd isNew={task === null} {...{ problem, problemId, onClose }} />
    </form>
  );
}

interface FieldsProps {
  task: OwnTask | null;
  name: RefObject<HTMLInputElement | null>;
  instruction: RefObject<HTMLTextAreaElement | null>;
  problem: OwnTaskProblem | null;
  problemId: string;
}

function Fields({ task, name, instruction, problem, problemId }: FieldsProps) {
  const isWrong = { "aria-invalid": true, "aria-describedby": problemId } as const;
  return (
    <>
      <label>
        Name
        <input
          ref={name}
          type="text"
          placeholder="For the newsletter"
          autocomplete="off"
          defaultValue={task?.name ?? ""}
          {...(problem && !isOfInstruction(problem) ? isWrong : {})}
        />
      </label>
      <label>
        What to ask of the model
        <textarea
          ref={instruction}
          rows={3}
          placeholder="Make it lively and short, and speak to the reader as “you”."
          defaultValue={task?.instruction ?? ""}
          {...(problem && isOfInstruction(problem) ? isWrong : {})}
        />
      </label>
    </>
  );
}

interface FormEndProps {
  isNew: boolean;
  problem: OwnTaskProblem | null;
  problemId: string;
  onClose: () => void;
}

/** What is wrong, and the buttons. */
function FormEnd({ isNew, problem, problemId, onClose }: FormEndProps) {
  return (
    <>
      {problem && (
        <p id={problemId} class="notice" role="alert">
          {sentences[problem]}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="primary">
          {isNew ? "Add it" : "Save"}
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </>
  );
}

function isOfInstruction(problem: OwnTaskProblem): boolean {
  return problem === "instruction-missing" || problem === "instruction-too-long";
}

const sentences: Record<OwnTaskProblem, string> = {
  "name-missing": "Give the task a name, by which you will know it in the menu.",
  "name-too-long": `Give it a shorter name: at most ${longestTaskName} characters fit a menu.`,
  "name-taken": "There is a way to rewrite of this name already. Choose another one.",
  "instruction-missing": "Write what to ask of the model.",
  "instruction-too-long":
    `Ask in fewer words: at most ${longestTaskInstruction.toLocaleString("en")} characters leave ` +
    "room for the text itself.",
  "too-many": `Sotto keeps ${mostOwnTasks} tasks. Remove one first, then add this one.`,
};
