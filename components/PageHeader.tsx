import type { ReadPage } from "../lib/panel/reading.ts";
import { pageHost } from "./page-host.ts";

/** What is summarized: the page's title, where it is from and how long it is. */
export function PageHeader({ read }: { read: ReadPage }) {
  const { page, words, minutes, language } = read;
  const host = pageHost(page.url);
  const pdfPages = page.passages.at(-1)?.pdfPage;
  return (
    <header class="page-header">
      <h2 dir="auto" {...(language === null ? {} : { lang: language })}>
        {page.title || host}
      </h2>
      <p class="facts">
        {page.source === "selection" && <strong class="tag">Selection</strong>}
        {page.source === "pdf" && <strong class="tag">PDF</strong>}
        {host !== "" && <span class="host">{host}</span>}
        {pdfPages !== undefined && <span>{counted(pdfPages, "page")}</span>}
        <span>{counted(words, "word")}</span>
        <span>{minutes} min</span>
      </p>
      {page.leftOut === "page-too-large" && (
        <p class="caution">
          This page is too large to read whole. Sotto read its first {counted(words, "word")}.
        </p>
      )}
    </header>
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
