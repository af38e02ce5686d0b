import type { ComponentChildren } from "preact";

interface Props {
  isRunning: boolean;
  /** Whether nothing is more important to press. */
  isFirst: boolean;
  onSummarize: (event: MouseEvent) => void;
  onStop: () => void;
  /** What is going on. */
  children: ComponentChildren;
}

/** Stays in sight: what is going on, and the one button to start or stop it. */
export function TopBar({ isRunning, isFirst, onSummarize, onStop, children }: Props) {
  return (
    <header class="top-bar">
      <h1>Sotto</h1>
      {children}
      {/* one element for both, so that the keyboard's focus stays on it */}
      <button
        type="button"
        class={isFirst && !isRunning ? "primary" : ""}
        onClick={isRunning ? onStop : onSummarize}
      >
        {isRunning ? "Stop" : "Summarize"}
      </button>
    </header>
  );
}
