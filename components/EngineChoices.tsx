import type { EngineSettings } from "../lib/engine/engine.ts";
import type { EngineOptions } from "../lib/options/engine-options.ts";

interface Props {
  options: EngineOptions;
  /** Threads that the processor can run at once. */
  cores: number;
}

const devices: Record<EngineSettings["device"], string> = {
  auto: "The graphics card where it can run the model, else the processor",
  webgpu: "The graphics card (WebGPU), even a slow one",
  wasm: "The processor",
};

/** Where models run and how long they stay in memory. */
export function EngineChoices({ options, cores }: Props) {
  const settings = options.settings.value;
  if (!settings) return null;
  const { device, threads, idleMinutes } = settings;
  return (
    <>
      <fieldset class="choices">
        <legend>Models run on</legend>
        {(["auto", "webgpu", "wasm"] as const).map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="device"
              checked={choice === device}
              onChange={() => options.change({ device: choice })}
            />
            {devices[choice]}
          </label>
        ))}
      </fieldset>
      <Choice
        label="Threads of the processor"
        value={threads ?? 0}
        choices={[0, ...range(cores)]}
        nameOf={(count) => (count === 0 ? "as many as help" : `${count}`)}
        onChoose={(count) => options.change({ threads: count === 0 ? null : count })}
      />
      <Choice
        label="A model that is not used leaves the memory after"
        value={idleMinutes}
        choices={[1, 5, 15, 60]}
        nameOf={minutesInWords}
        onChoose={(minutes) => options.change({ idleMinutes: minutes })}
      />
      <p class="small-print">What you change here holds from the next answer on.</p>
    </>
  );
}

interface ChoiceProps {
  label: string;
  value: number;
  choices: readonly number[];
  nameOf: (choice: number) => string;
  onChoose: (choice: number) => void;
}

/** A choice among a few; what was set elsewhere is one of them. */
function Choice({ label, value, choices, nameOf, onChoose }: ChoiceProps) {
  const all = [...new Set([...choices, value])].toSorted((a, b) => a - b);
  return (
    <label class="choice">
      {label}
      <select onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
        {all.map((choice) => (
          <option key={choice} value={choice} selected={choice === value}>
            {nameOf(choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

function minutesInWords(minutes: number): string {
  if (minutes === 60) return "an hour";
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

function range(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
