import { useEffect, useState } from "preact/hooks";
import { FilesButton } from "./FilesButton.tsx";

interface Props {
  /** Reads a PDF in place of the page in front of the reader. */
  onReadPdf: (file: File) => void;
}

/** Lets a PDF be picked from the disk, or dropped anywhere on the panel. */
export function PdfOffer({ onReadPdf }: Props) {
  const isOver = usePdfDrop(onReadPdf);
  return (
    <details class="other-ways">
      <summary>Read a PDF file</summary>
      <p>Drop it on this panel, or pick it. A PDF in a tab is read as a page is.</p>
      <FilesButton
        label="Pick a PDF…"
        pick=".pdf"
        onPick={([file]) => file !== undefined && onReadPdf(file)}
      />
      {isOver && <div class="drop-here">Drop the PDF to read it</div>}
    </details>
  );
}

/** Takes files that are dropped on the panel; tells whether one is above it. */
function usePdfDrop(onReadPdf: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const on = (type: "dragover" | "dragleave" | "drop", listener: (event: DragEvent) => void) =>
      document.addEventListener(type, listener, { signal: listening.signal });
    on("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault(); // else the browser opens the file in the panel's place
      setIsOver(true);
    });
    on("dragleave", ({ relatedTarget }) => relatedTarget === null && setIsOver(false));
    on("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      setIsOver(false);
      if (!file) return;
      event.preventDefault();
      onReadPdf(file);
    });
    return () => listening.abort();
  }, [onReadPdf]);
  return isOver;
}
