import { isLocal } from "../lib/models/model-manifest.ts";
import type { KeptModels, Work } from "../lib/options/kept-models.ts";
import { partInWords } from "./bytes.ts";
import { Notice } from "./Notice.tsx";
import { ProgressBar } from "./ProgressBar.tsx";

interface Props {
  work: Work;
  kept: Pick<KeptModels, "stop">;
  /** Fetches the bad files of a checked model again. */
  onMend: (modelId: string) => void;
}

/** What goes on with files that are here, or what it came to. */
export function WorkSteps({ work, kept, onMend }: Props) {
  switch (work.kind) {
    case "none":
      return null;
    case "importing":
      return <Running words="Copying the model" stopName="Stop copying" {...{ work, kept }} />;
    case "exporting":
      return <Running words="Copying to the folder" stopName="Stop copying" {...{ work, kept }} />;
    case "verifying":
      return <Running words="Checking every file" stopName="Stop checking" {...{ work, kept }} />;
    case "failed":
      return <Notice error={work.error} />;
    case "exported":
      return <p aria-live="polite">Copied. Import that folder in Sotto on another machine.</p>;
    case "verified":
      return <Verified work={work} onMend={onMend} />;
  }
}

interface RunningProps {
  words: string;
  stopName: string;
  work: Extract<Work, { doneBytes: number }>;
  kept: Props["kept"];
}

function Running({ words, stopName, work, kept }: RunningProps) {
  const { doneBytes, totalBytes } = work;
  return (
    <div class="model-steps">
      <p aria-live="polite">
        {words}
        {/* too fast a change to be announced; the bar can be asked for it */}
        {doneBytes > 0 && <span aria-hidden="true">: {partInWords(doneBytes, totalBytes)}</span>}
      </p>
      <ProgressBar name={words} {...{ doneBytes, totalBytes }} />
      <div class="actions">
        <button type="button" onClick={() => kept.stop()}>
          {stopName}
        </button>
      </div>
    </div>
  );
}

interface VerifiedProps {
  work: Extract<Work, { kind: "verified" }>;
  onMend: Props["onMend"];
}

function Verified({ work, onMend }: VerifiedProps) {
  const { badFiles, fileCount, modelId } = work;
  if (badFiles.length === 0)
    return (
      <p aria-live="polite">
        {fileCount === 1
          ? "Its one file is whole and unchanged."
          : `All ${fileCount} files are whole and unchanged.`}
      </p>
    );
  const names = badFiles.map((file) => `“${file}”`).join(", ");
  return (
    <div class="notice" role="alert">
      <p>
        {names} {badFiles.length === 1 ? "is" : "are"} damaged. The model is not used until{" "}
        {badFiles.length === 1 ? "that file is" : "those files are"} here again.
      </p>
      {!isLocal(modelId) && (
        <button type="button" onClick={() => onMend(modelId)}>
          Fetch again
        </button>
      )}
    </div>
  );
}
