import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { OwnTasks } from "../lib/options/own-tasks.ts";
import { mostOwnTasks, type OwnTask } from "../lib/tasks/own-task.ts";
import { OwnTaskForm } from "./OwnTaskForm.tsx";
import { RemoveButton } from "./RemoveButton.tsx";

/** The tasks that the reader has written: to read, change, remove, and add one more. */
export function OwnTasksList({ tasks }: { tasks: OwnTasks }) {
  const [changing, setChanging] = useState<OwnTask | null>(null);
  const all = withChanging(tasks.all.value, changing);
  return (
    <>
      <p>
        A way to rewrite that you ask for often can be kept here. It then stands with the others, in
        the panel and in the menu of a selection.
      </p>
      {all.length > 0 && (
        <ul class="own-tasks">
          {all.map((task) => (
            <li key={task.id}>
              <Kept
                {...{ task, tasks }}
                isChanging={task.id === changing?.id}
                onChange={(isBegun) => setChanging(isBegun ? task : null)}
              />
            </li>
          ))}
        </ul>
      )}
      {all.length < mostOwnTasks ? (
        <Adding tasks={tasks} />
      ) : (
        <p class="small-print">These are as many as Sotto keeps. Remove one to add another.</p>
      )}
    </>
  );
}

/** A task that was removed in another page stays while it is being changed, with what was typed. */
function withChanging(all: readonly OwnTask[], changing: OwnTask | null): readonly OwnTask[] {
  const isGone = changing && !all.some(({ id }) => id === changing.id);
  return isGone ? [...all, changing] : all;
}

interface KeptProps {
  task: OwnTask;
  tasks: OwnTasks;
  isChanging: boolean;
  onChange: (isBegun: boolean) => void;
}

function Kept({ task, tasks, isChanging, onChange }: KeptProps) {
  const opener = useFocusOnceClosed(isChanging);
  if (isChanging) return <OwnTaskForm {...{ task, tasks }} onClose={() => onChange(false)} />;
  return (
    <>
      <h3 dir="auto">{task.name}</h3>
      <p class="instruction" dir="auto">
        {task.instruction}
      </p>
      <div class="actions">
        <button ref={opener} type="button" class="quiet" onClick={() => onChange(true)}>
          Change <span class="visually-hidden">{task.name}</span>
        </button>
        <RemoveButton
          name={task.name}
          question="Remove this task?"
          onRemove={() => void tasks.remove(task.id)}
        />
      </div>
    </>
  );
}

function Adding({ tasks }: { tasks: OwnTasks }) {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useFocusOnceClosed(isOpen);
  return isOpen ? (
    <OwnTaskForm task={null} tasks={tasks} onClose={() => setIsOpen(false)} />
  ) : (
    <div class="actions">
      <button ref={opener} type="button" onClick={() => setIsOpen(true)}>
        Add a task…
      </button>
    </div>
  );
}

/** Gives the keyboard's focus back to the button that opened a form. */
function useFocusOnceClosed(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return opener;
}
