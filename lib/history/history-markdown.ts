import type { KeptAnswer } from "./kept-answer.ts";

/**
 * Answers as a Markdown document. What pages and models wrote is escaped: in whichever program the
 * file is opened, none of it becomes a link, a picture or HTML, and nothing is fetched.
 */
export function historyMarkdown(answers: readonly KeptAnswer[]): string {
  return ["# What Sotto answered", ...answers.map(section)].join("\n\n") + "\n";
}

function section({ atMs, question, text, title, url }: KeptAnswer): string {
  const asked = question === null ? "Summary" : `Question: ${line(question)}`;
  return [
    `## ${line(title === "" ? "A page without a title" : title)}`,
    [asked, new Date(atMs).toISOString(), ...(url === "" ? [] : [code(url)])].join("  \n"),
    text.split("\n").map(escape).join("\n"),
  ].join("\n\n");
}

function line(text: string): string {
  return escape(text.replaceAll(/\s+/gu, " ").trim());
}

/** As code, so that no program makes a link of it; an address holds no back-tick (URL Standard). */
function code(url: string): string {
  return `\`${url.replaceAll("`", "%60")}\``;
}

/** Any punctuation of ASCII may be escaped so (CommonMark 0.31, 2.4); what begins an item stays. */
function escape(text: string): string {
  const [, start = "", rest = ""] = /^(\s*(?:[-•]|\d+\.) )?(.*)$/su.exec(text) ?? [];
  const escaped = rest.replaceAll(/[\\`*_{}[\]<>()#+!|~&$@-]/gu, String.raw`\$&`);
  // some programs make links of what only looks like an address (GitHub's Markdown, 6.9)
  return start + escaped.replaceAll(/:(?=\/\/)|(?<=www)\./giu, String.raw`\$&`);
}
